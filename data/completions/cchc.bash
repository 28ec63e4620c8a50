# bash completion for cchc                                  SPDX-License-Identifier: MIT
# `source` it, or put it into ~/.local/share/bash-completion/completions/cchc. `cchc __complete` knows
# all; here is only how bash takes words apart (COMP_WORDBREAKS) and quotes them. What the program
# says is never evaluated.

# Takes the line up to the cursor apart: its words without quotes, the quote that is open in the
# last one, and how much of that word bash leaves alone, for it replaces only what follows the last
# unquoted one of COMP_WORDBREAKS.
_cchc_split() {
	local line=${COMP_LINE:0:COMP_POINT} char word='' i
	words=() quote='' kept=0
	for ((i = 0; i < ${#line}; i++)); do
		char=${line:i:1}
		if [[ $char == "$quote" ]]; then
			quote=
		elif [[ $char == \\ && $quote != \' ]]; then
			char=${line:i+1:1} i=$((i + 1))
			[[ $quote == \" && $char != [\$\`\"\\] ]] && word+=\\
			word+=$char
		elif [[ $quote ]]; then
			word+=$char
		elif [[ $char == [\'\"] ]]; then
			quote=$char kept=${#word}
		elif [[ $char == [[:space:]] ]]; then
			((i == 0)) || [[ ${line:i-1:1} == [[:space:]] ]] || words+=("$word")
			word='' kept=0
		else
			word+=$char
			[[ $COMP_WORDBREAKS != *"$char"* ]] || kept=${#word}
		fi
	done
	words+=("$word")
}

# Quotes a value as the rest of its word is.
_cchc_quote() {
	case $quote in
	\') REPLY=${1//\'/\'\\\'\'} ;;
	\") REPLY=${1//\\/\\\\} REPLY=${REPLY//\"/\\\"} REPLY=${REPLY//\$/\\\$} REPLY=${REPLY//\`/\\\`} REPLY=${REPLY//!/\"\\!\"} ;;
	*) printf -v REPLY %q "$1" && REPLY=${REPLY//\\,/,} ;;
	esac
}

# The files, or folders, that begin with what was typed and whose names end so.
_cchc_files() { # KIND BEFORE ENDINGS
	local file ending value
	compopt -o filenames
	while IFS= read -r file; do
		value=$2$file
		[[ -d ${file/#~\//$HOME/} || $1 == files && -z $3 ]] && COMPREPLY+=("${value:kept}") && continue
		for ending in ${3//,/ }; do
			[[ ${file,,} != *"$ending" ]] || COMPREPLY+=("${value:kept}")
		done
	done < <(compgen -f -- "${words[-1]#"$2"}")
}

_cchc() {
	local words quote kept line value REPLY lines IFS=$' \t\n'
	_cchc_split
	local -a before=("${words[@]::${#words[@]}-1}")
	before=("${before[@]/#~\//$HOME/}") # all that is expanded
	mapfile -t lines < <("${before[0]}" __complete -- "${before[@]:1}" "${words[-1]}" 2>/dev/null)
	COMPREPLY=()
	for line in "${lines[@]}"; do
		value=${line%%$'\t'*}
		if [[ $value ]]; then
			[[ $value != *= ]] || compopt -o nospace
			_cchc_quote "${value:kept}"
			COMPREPLY+=("$REPLY")
		else
			line=${line#?} value=${line#*$'\t'}
			_cchc_files "${line%%$'\t'*}" "${value%%$'\t'*}" "${value#*$'\t'}"
		fi
	done
}

complete -o nosort -F _cchc cchc
