cchc list --section I,II --section iii --budget ">0" --columns id,budget --format csv
