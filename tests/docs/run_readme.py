#!/usr/bin/env python3
"""Runs the commands of README.md that are ours, each section's in a home of its own.

usage: run_readme.py SOURCE_FOLDER BIN_FOLDER

Of "Use it" and "Every night" the lines in code blocks that begin with sitrep-index or sitrep-query run one after another;
~/articles is data/sample without its damaged files. A block whose first line is `# ~/PATH` is written to that file first.
All must end well; that the samples have no such article, or no news for a watch, is an answer.
"""
import os, re, shutil, subprocess, sys, tempfile
from pathlib import Path

source, binaries = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
text = (source / 'README.md').read_text(encoding='utf-8')


def make_home(home):
    shutil.copytree(source / 'data/sample', home / 'articles', ignore=shutil.ignore_patterns('damaged'))
    shutil.copy(source / 'data/sample/html/harbor-dispatch-drydock.htm', home / 'page.html')
    (home / 'bin').mkdir()
    (home / 'bin/curl').write_text('#!/bin/sh\ncat >/dev/null\n')  # nobody is called
    (home / 'bin/curl').chmod(0o755)


def run(section, home):
    """How many commands of it ran."""
    found = re.search(rf'^## {section}\n(.*?)^## ', text, flags=re.M | re.S)
    if not found: sys.exit(f'FAILED: README.md has no section "{section}"')
    make_home(home)
    clean = {k: v for k, v in os.environ.items() if not k.startswith(('SITREP_', 'XDG_'))}
    environment = {**clean, 'HOME': str(home), 'PATH': f'{home}/bin:{binaries}:{clean["PATH"]}'}
    commands = 0
    for block in re.findall(r'^```\n(.*?)^```', found.group(1), flags=re.M | re.S):
        head, _, rest = block.partition('\n')
        if head.startswith('# ~/'):
            path = home / head.removeprefix('# ~/')
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(rest, encoding='utf-8')
            continue
        for line in block.splitlines():
            if not line.startswith(('sitrep-index', 'sitrep-query')): continue
            done = subprocess.run(['bash', '-o', 'pipefail', '-c', line], cwd=home, env=environment, capture_output=True, text=True, check=False)
            nothing = line.startswith('sitrep-query') and done.returncode == 1
            if done.returncode != 0 and not nothing: sys.exit(f'FAILED: {line}: exit code {done.returncode}: {done.stderr}')
            commands += 1
    return commands


for section, least in ('Use it', 20), ('Every night', 3):
    with tempfile.TemporaryDirectory(prefix='sitrep-readme-') as place:
        ran = run(section, Path(place))
        if ran < least: sys.exit(f'FAILED: of "{section}" only {ran} commands were found')
        print(f'{ran} commands of "{section}" ran')
