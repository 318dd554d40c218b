# Shorthands of the golden cases; run_case.py has bash read them before each command.

# article FILE HEADLINE WORDS: an article of 3 May 2020 that holds the words.
article() {
    mkdir -p "$(dirname -- "$1")"
    printf '%s\n\nBy Ann Example\nMay 3, 2020\n\n%s\n\n%s\n' "$2" \
        "Officials spoke of $3 on Monday, in a hall that was much too large for what they had to say." \
        "Nobody was surprised. A second meeting is to follow in June, they said." >"$1"
}

# index_sample: data/sample goes into the database; its damaged files are no news here.
index_sample() {
    sitrep-index --quiet "$SAMPLE" 2>errors || [ $? -eq 1 ]
}

# remember NAME=VALUE...: exports them, for the commands behind it, too.
remember() {
    printf 'export %q\n' "$@" >>remembered
    export "$@"
}
[ ! -e remembered ] || . ./remembered

# json EXPRESSION: the value for each line of standard input, an object `a`; a list is shown a row a line.
json() {
    python3 -c '
import json, sys
from types import SimpleNamespace
def plain(value): return vars(value) if isinstance(value, SimpleNamespace) else str(value)
def show(value): print(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=plain))
for line in sys.stdin:
    value = eval(sys.argv[1], {"a": json.loads(line, object_hook=lambda o: SimpleNamespace(**o))})
    for row in value if isinstance(value, list) else [value]: show(row)' "$1"
}

# interrupt SIGNAL COMMAND...: runs it, sends the signal as soon as the database is there; its exit code.
interrupt() {
    python3 -c '
import os, signal, subprocess, sys, time
process = subprocess.Popen(sys.argv[2:])
while process.poll() is None and not os.path.exists("db/XAPIANDB"): time.sleep(0.002)
process.send_signal(signal.Signals["SIG" + sys.argv[1]])
code = process.wait()
sys.exit(code if code >= 0 else f"killed by signal {-code}")' "$@"
}
