LC_ALL=vi_VN.UTF-8 cchc budget | tail -n 1; LC_ALL=C cchc budget | tail -n 1; LC_ALL= LANG=vi_VN cchc budget | tail -n 1
