year() { printf '%b\nTT,Nhiệm vụ,Thời gian\nI,Mục,\n1,A,Quý I\n' "$1" | cchc --plan - list --columns due -f csv | tail -1; }
year 'KẾ HOẠCH CCHC NĂM\n2024'
year 'KẾ HOẠCH CCHC\nGIAI ĐOẠN\n2021-2025'
year 'KẾ HOẠCH CCHC 2024'
year 'KẾ HOẠCH CCHC GIAI ĐOẠN 2021-2025, ĐỊNH HƯỚNG ĐẾN NĂM 2030'
year 'KẾ HOẠCH CCHC\n"Hà Nội, ngày 20 tháng 12 năm 2023"'
year 'KẾ HOẠCH CCHC NĂM HỌC 2023-2024'
year 'KẾ HOẠCH CCHC NĂM 2024\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 20/12/2023)'
