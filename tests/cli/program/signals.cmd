# whatever ends the program while an answer waits for its plan, nothing of it is left
cd "$TMP"; mkfifo plan; mkdir out
for named in '' 1; do # with a disk that has no unnamed files too
	for signal in INT TERM HUP; do
		FAULT=none:0 FAULT_NAMED=$named FAULT_FOLDER=$PWD/out FAULT_STATE=$PWD/state LD_PRELOAD=$FAULTS \
			env --default-signal="$signal" cchc --plan plan list --output out/answer.csv &
		exec 9>plan # once it is opened for reading
		[[ -z $named ]] || ls -A out | sed 's/-.*/-N/'
		kill -$signal $!
		wait $!
		echo "$signal $?"
		exec 9>&-
		ls -A out
	done
done 2>/dev/null
