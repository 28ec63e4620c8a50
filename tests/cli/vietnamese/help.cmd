for command in '' list show due budget status timeline report check diff update log undo export help; do
	echo "\$ cchc help $command"
	cchc --lang vi help $command
	echo
done
