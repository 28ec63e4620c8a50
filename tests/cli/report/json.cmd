for period in q1 6m 9m q3 year m1 m2 m12; do cchc report --period $period --progress progress-2021.csv --format json | sed -n 1p | cut -d, -f2-16; done
