# The language holds for a wrong command line too, wherever it is named there
cchc --nope --lang vi
cchc --lang=vi lst
LC_ALL=vi_VN.UTF-8 cchc lst --lang en
LC_ALL=vi_VN.UTF-8 cchc lst
cchc list --lang viet
cchc list -- --lang vi
