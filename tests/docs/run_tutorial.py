#!/usr/bin/env python3
"""Runs TUTORIAL.md as a golden case (tests/cli/run_case.py): every command of its blocks, whose output must be what is
shown there.

usage: run_tutorial.py [--rebase] SOURCE_FOLDER BIN_FOLDER

What stands between the lines of a block and its end is indented for the case; the home folder is the case's, and
data/sample is there. --rebase writes what the tools print now.
"""
import subprocess, sys, tempfile
from pathlib import Path

rebase = '--rebase' in sys.argv
source, binaries = (Path(a).resolve() for a in sys.argv[1:] if a != '--rebase')
SETUP = '  $ mkdir data; ln -s "$SAMPLE" data/sample\n'


def indented(text, into_case):
    """The same text with the lines of its blocks indented by two, or no longer so."""
    inside, lines = False, []
    for line in text.split('\n'):
        if line == '```':
            inside = not inside
        elif inside:
            line = ('  ' + line.replace('~/', '$T/') if line and not line.startswith('$ ') else '  ' + line) if into_case else line[2:].replace('$T/', '~/')
        lines.append(line)
    return '\n'.join(lines)


tutorial = source / 'TUTORIAL.md'
with tempfile.TemporaryDirectory(prefix='sitrep-tutorial-') as folder:
    case = Path(folder, 'tutorial.case')
    case.write_text(SETUP + indented(tutorial.read_text(encoding='utf-8'), True), encoding='utf-8')
    done = subprocess.run([sys.executable, source / 'tests/cli/run_case.py', *(['--rebase'] if rebase else []), binaries, source / 'data/sample', case], check=False)
    if rebase:
        tutorial.write_text(indented(case.read_text(encoding='utf-8').removeprefix(SETUP), False), encoding='utf-8')
sys.exit(done.returncode)
