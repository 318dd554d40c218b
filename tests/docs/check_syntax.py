#!/usr/bin/env python3
"""Holds sitrep-query-syntax(7) to the query tool.

usage: check_syntax.py SOURCE_FOLDER BIN_FOLDER

Every example of the page, a line between .EX and .EE, can be read with --strict; every field and every name of it that
--help-fields lists stands in the page, and so does every operator; mandoc finds no fault in it.
"""
import os, re, subprocess, sys, tempfile
from pathlib import Path

page = Path(sys.argv[1], 'query/sitrep-query-syntax.7')
tool, indexer = (str(Path(sys.argv[2], name)) for name in ('sitrep-query', 'sitrep-index'))
text = page.read_text(encoding='utf-8')
faults = []

lint = subprocess.run(['mandoc', '-Tlint', '-Wwarning', str(page)], capture_output=True, text=True)
if lint.stdout.strip():
    faults.append(f'{page.name}: mandoc: {lint.stdout.strip()}')

examples = [line for block in re.findall(r'^\.EX\n(.*?)^\.EE', text, flags=re.M | re.S) for line in block.splitlines()]
signs = {r'\-': '-', r'\(ti': '~', r'\(ha': '^', r'\(dq': '"', r'\&': ''}
with tempfile.TemporaryDirectory(prefix='sitrep-syntax-') as folder:
    article = Path(folder, 'a.txt')
    article.write_text('A carrier sails\n\nThe carrier sailed on Monday for the islands.\n', encoding='utf-8')
    environment = {**os.environ, 'SITREP_DB': f'{folder}/db', 'SITREP_CONFIG': ''}
    subprocess.run([indexer, '-q', str(article)], env=environment, check=True)
    for example in examples:
        for sign, meant in signs.items():
            example = example.replace(sign, meant)
        run = subprocess.run([tool, '--strict', '--define', 'asia=japan OR korea', '--count', '--', example],
                             env=environment, capture_output=True, text=True)
        if run.returncode > 1:
            faults.append(f'{page.name}: cannot be read: {run.stderr.strip()}')
if len(examples) < 30:
    faults.append(f'{page.name}: has too few examples')

fields = subprocess.run([tool, '--help-fields'], capture_output=True, text=True, check=True).stdout
for names in re.findall(r'^([a-z]+(?:, [a-z]+)*)  ', fields, flags=re.M):
    tag = '.BR ' + ' ", " '.join(names.split(', ')) if ', ' in names else f'.B {names}'
    if f'\n{tag}\n' not in text:
        faults.append(f'{page.name}: says nothing of the field {names}')
for operator in ('AND', 'OR', 'XOR', 'NOT', 'NEAR/', 'ADJ/', '+', '*', '?', r'\(ti', r'\(ha', '@'):
    if operator not in '\n'.join(examples):
        faults.append(f'{page.name}: has no example of {operator}')

print('\n'.join(faults) or f'{len(examples)} examples can be read')
sys.exit(1 if faults else 0)
