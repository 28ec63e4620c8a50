for i in $(seq 30); do echo "I,$i,A,\"$i,000\""; done | sed "1i section,number,title,budget" | cchc --plan - list
