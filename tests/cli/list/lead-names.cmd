for name in "Văn phòng" "VP SỞ" "van phong so"; do cchc list --lead "$name" --format csv | md5sum; done | uniq | wc -l
