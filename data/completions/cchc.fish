# fish completion for cchc                                  SPDX-License-Identifier: MIT
# Put it into ~/.config/fish/completions. `cchc __complete` knows all; what it says is never
# evaluated.

# The word under the cursor without its quotes, of which one may be open.
function __cchc_typed
    set -l raw (commandline -ct)
    for ending in '' \' \"
        string unescape -- "$raw$ending"; and return
    end
end

function __cchc_complete
    set -l words (string replace -r '^~/' "$HOME/" -- (commandline -opc)) # all that is expanded
    set -l typed (__cchc_typed)
    for line in (command $words[1] __complete -- $words[2..-1] "$typed" 2>/dev/null)
        set -l parts (string split \t -- $line)
        if test -n "$parts[1]"
            printf '%s\n' $line
            continue
        end
        set -l endings (string replace -a . \\. -- "$parts[4]" | string replace -a , '|')
        test "$parts[2]" = folders; and set endings /
        set -l path (string sub -s (math (string length -- "$parts[3]") + 1) -- "$typed")
        set -l home (string match -r '^~/' -- "$path")
        for file in (__fish_complete_path (string replace -r '^~/' "$HOME/" -- "$path"))
            set -l name (string split \t -- $file)[1]
            test -n "$home"; and set name "~"(string sub -s (math (string length -- "$HOME") + 1) -- $name)
            string match -qir -- "($endings|/)\$" $name; and printf '%s\n' "$parts[3]$name"
        end
    end
end

complete -c cchc -f -k -a '(__cchc_complete)'
