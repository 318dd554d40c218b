#!/usr/bin/env python3
"""Runs the commands of README.md's section "Every night" that are ours, in a home of their own.

usage: run_readme.py SOURCE_FOLDER BIN_FOLDER

The lines in code blocks that begin with sitrep-index or sitrep-query run one after another, after ~/articles was
made; a block whose first line is `# ~/PATH` is written to that file first. All must end well.
"""
import os, re, subprocess, sys, tempfile
from pathlib import Path

source, binaries = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
text = (source / 'README.md').read_text(encoding='utf-8')
section = re.search(r'^## Every night\n(.*?)^## ', text, flags=re.M | re.S)
if not section:
    sys.exit('FAILED: README.md has no section "Every night"')
commands = 0
with tempfile.TemporaryDirectory(prefix='sitrep-readme-') as home:
    articles = Path(home, 'articles')
    articles.mkdir()
    (articles / 'a.txt').write_text('A carrier sails\n\nThe carrier sailed on Monday for the islands in the north.\n', encoding='utf-8')
    clean = {k: v for k, v in os.environ.items() if not k.startswith(('SITREP_', 'XDG_'))}
    environment = {**clean, 'HOME': home, 'PATH': f'{binaries}:{clean["PATH"]}'}
    for block in re.findall(r'^```\n(.*?)^```', section.group(1), flags=re.M | re.S):
        head, _, rest = block.partition('\n')
        if head.startswith('# ~/'):
            path = Path(home, head.removeprefix('# ~/'))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(rest, encoding='utf-8')
            continue
        for line in block.splitlines():
            if line.startswith(('sitrep-index', 'sitrep-query')):
                done = subprocess.run(['bash', '-c', line], cwd=home, env=environment, capture_output=True, text=True, check=False)
                if done.returncode != 0:
                    sys.exit(f'FAILED: {line}: exit code {done.returncode}: {done.stderr}')
                commands += 1
if commands < 3:
    sys.exit(f'FAILED: only {commands} commands were found')
print(f'{commands} commands of README.md ran')
