cchc list --section V,VI --sort lead --columns lead,id --format csv
