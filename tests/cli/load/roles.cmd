# a column that nobody understands is named, and settled by --role; so are two for one role
cd "$TMP"
printf '%s\n' 'TT,Nhiệm vụ,Mốc nội bộ,Con số,Kinh phí xin (triệu đồng),Kinh phí cho (triệu đồng)' 'I,Thể chế,,,,' '1,Rà soát,Quý II,7,50,40' '2,Tập huấn,Quý III,8,20,10' >plan.csv
for role in source=A "schedule=Mốc nội bộ --role budget=f" 'none=C --role budget=E --role note=D' 'lead=Z' 'laed=B' 'lead'; do
	echo "$role" | sed 's/ --role /\n/g' | {
		options=()
		while read -r one; do options+=(--role "$one"); done
		cchc list --plan plan.csv --year 2024 --format csv --columns id,schedule,budget_vnd "${options[@]}"
	}
	echo "$?"
done
printf '%s\n' 'STT,Con số,Ghi chú' 'I,Thể chế,' '1,7,' >none.csv
cchc list --plan none.csv
