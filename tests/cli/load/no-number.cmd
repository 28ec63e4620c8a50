cchc --plan - list <<<"$(printf 'TT,Nhiệm vụ,Chủ trì,Kinh phí\nI,A,,\n1,B,VP,5\n,C,VP,5\n')"
