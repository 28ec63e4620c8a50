cchc report --period 6m --progress progress-2021.csv | sed "/^## Annex/,\$d"
