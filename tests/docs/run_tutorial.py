#!/usr/bin/env python3
"""Runs TUTORIAL.md as a golden case (tests/cli/run_case.py): every command of its blocks, whose output must be what is
shown there.

usage: run_tutorial.py [--rebase] SOURCE_FOLDER BIN_FOLDER

What stands between the lines of a block and its end is indented for the case; the home folder is the case's, data/sample is
there, and what is exported stays so. --rebase writes what the tools print now.
"""
import subprocess, sys, tempfile
from pathlib import Path

rebase = '--rebase' in sys.argv
source, binaries = (Path(a).resolve() for a in sys.argv[1:] if a != '--rebase')
# A case starts a shell for each command; a reader has one.
EXPORT, REMEMBER = '  $ export ', '  $ remember '
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


def of_case(text):
    return indented(text.replace('\n' + REMEMBER, '\n' + EXPORT), False)


def to_case(text):
    return indented(text, True).replace('\n' + EXPORT, '\n' + REMEMBER)


tutorial = source / 'TUTORIAL.md'
with tempfile.TemporaryDirectory(prefix='sitrep-tutorial-') as folder:
    case = Path(folder, 'tutorial.case')
    case.write_text(SETUP + to_case(tutorial.read_text(encoding='utf-8')), encoding='utf-8')
    done = subprocess.run([sys.executable, source / 'tests/cli/run_case.py', *(['--rebase'] if rebase else []), binaries, source / 'data/sample', case], check=False)
    if rebase:
        tutorial.write_text(of_case(case.read_text(encoding='utf-8').removeprefix(SETUP)), encoding='utf-8')
sys.exit(done.returncode)
