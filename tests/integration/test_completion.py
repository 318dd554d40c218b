#!/usr/bin/env python3
"""The completion scripts offer what the tools take, in bash, and in zsh and fish where these are installed.

usage: test_completion.py BIN_FOLDER
"""
import os, re, shutil, subprocess, sys, tempfile
from pathlib import Path

BIN = Path(sys.argv[1])
PAGES = {tool: Path(__file__).resolve().parents[2] / folder / f'{tool}.1' for tool, folder in (('sitrep-index', 'indexer'), ('sitrep-query', 'query'))}
TOOLS = ('sitrep-index', 'sitrep-query')
os.environ['SITREP_CONFIG'] = '/nowhere/config'  # a script is printed whatever the configuration is


def printed(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=True, **options).stdout


def script(tool, shell):
    return printed(BIN / tool, f'--completion={shell}')


def in_bash(tool, *words):
    """What is offered for the last of `words`, cut at `=` as bash does."""
    call = f"""
        COMP_WORDS=({tool} "$@") COMP_CWORD=$#
        _{tool.replace('-', '_')}; printf '%s\\n' "${{COMPREPLY[@]}}" """
    offered = printed('bash', '--norc', '-c', script(tool, 'bash') + call, 'bash', *words, cwd=folder)
    return offered.split('\n')[:-1] if offered != '\n' else []


def in_fish(tool, line):
    offered = printed('fish', '--no-config', '-c', script(tool, 'fish') + f'complete -C "{line}"', cwd=folder)
    return [one.split('\t')[0] for one in offered.splitlines()]


def words_of(tool, option):
    """The words that the tool itself says it takes."""
    done = subprocess.run([BIN / tool, f'--{option}=?'], capture_output=True, text=True, check=False, env={**os.environ, 'SITREP_CONFIG': ''})
    return re.search(r' of: (.*)', done.stderr)[1].split(', ')


def options_of(tool):
    """Those that the man page tells of."""
    page = PAGES[tool].read_text(encoding='utf-8').replace('\\-', '-')
    return {option for line in re.findall(r'^\.T[PQ]\n\.B.*', page, flags=re.M) for option in re.findall(r'--[a-z-]+', line)}


def equal(found, wanted):
    assert found == wanted, f'{found} is not {wanted}'


def check_bash():
    equal(in_bash('sitrep-query', '--fo'), ['--format='])
    equal(in_bash('sitrep-query', '--format', '=', 'js'), ['json', 'jsonl'])
    equal(in_bash('sitrep-query', '--format', 'js'), ['json', 'jsonl'])
    equal(in_bash('sitrep-query', '--facet', '=', 'outlet,s'), ['outlet,section'])
    equal(in_bash('sitrep-query', '--db', '=', 'a'), ['a folder'])
    equal(in_bash('sitrep-query', '--config', 'a'), ['a file', 'a folder'])
    equal(in_bash('sitrep-query', '--limit', '=', ''), [])
    equal(in_bash('sitrep-query', 'a'), [])
    equal(in_bash('sitrep-query', '--', '--fo'), [])
    equal(in_bash('sitrep-index', 'a'), ['a file', 'a folder'])
    equal(in_bash('sitrep-index', '--', 'a'), ['a file', 'a folder'])
    for tool in TOOLS:
        equal({one.rstrip('=') for one in in_bash(tool, '--')}, options_of(tool))
    for tool, names in {'sitrep-query': 'format facet timeline sort colour completion', 'sitrep-index': 'summary dump completion'}.items():
        for name in names.split():
            equal(in_bash(tool, f'--{name}', '='), words_of(tool, name))


def check_fish():
    equal(in_fish('sitrep-query', 'sitrep-query --fo'), ['--format'])
    equal(in_fish('sitrep-query', 'sitrep-query --format=js'), ['--format=json', '--format=jsonl'])
    equal(in_fish('sitrep-query', 'sitrep-query --facet outlet,s'), ['outlet,section'])
    equal(in_fish('sitrep-query', 'sitrep-query a'), [])
    for tool in TOOLS:
        equal(set(in_fish(tool, f'{tool} --')), options_of(tool))


def check_zsh():
    """Its functions complete only at a terminal: what is looked at is the syntax, and that each option has its line."""
    for tool in TOOLS:
        text = script(tool, 'zsh')
        printed('zsh', '-f', '-n', '/dev/stdin', input=text)
        equal(set(re.findall(r"^  '(?:\*|\(.*?\))?(--[a-z-]+)", text, flags=re.M)), options_of(tool))


with tempfile.TemporaryDirectory(prefix='sitrep-completion-') as folder:
    Path(folder, 'a folder').mkdir()
    Path(folder, 'a file').touch()
    for shell, check in {'bash': check_bash, 'zsh': check_zsh, 'fish': check_fish}.items():
        if shutil.which(shell):
            check()
        else:
            print(f'{shell} is not installed: not checked')
print('the shells complete what the tools take')
