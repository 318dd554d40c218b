#!/usr/bin/env python3
"""Holds the documents to the programs.

usage: check_docs.py SOURCE_FOLDER BIN_FOLDER

For both tools: the long options are those of the man page, exactly, and --help has no other, and the exit codes of both are
the same; mandoc finds no fault in it.
For the query tool: --help is a page, and the fields of --help-fields are those of its man page. For README.md, ARCHITECTURE.md and
the other pages: every path in backquotes that begins with a folder of the tree exists. For THREATS.md: every test that it names does. HACKING.md has every script and
preset; what data/README.md says of searches is asked.
"""
import json, os, re, subprocess, sys
from pathlib import Path

root, binaries = Path(sys.argv[1]), Path(sys.argv[2])
os.environ['SITREP_CONFIG'] = ''
faults = []


def printed(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def options_of(tool):
    """All that it takes, as it tells the shell, and what the query tool takes for --colour."""
    return {f'--{name}' for name in re.findall(r' -l ([a-z-]+)', printed(str(binaries / tool), '--completion=fish'))} | ({'--color'} if tool == 'sitrep-query' else set())


for page in (root / 'indexer/sitrep-index.1', root / 'query/sitrep-query.1', root / 'query/sitrep-serving.7'):
    lint = subprocess.run(['mandoc', '-Tlint', '-Wwarning', str(page)], capture_output=True, text=True)
    if lint.stdout.strip():
        faults.append(f'{page.name}: mandoc: {lint.stdout.strip()}')

for tool, folder in (('sitrep-index', 'indexer'), ('sitrep-query', 'query')):
    page = root / folder / f'{tool}.1'
    source = page.read_text(encoding='utf-8').replace('\\-', '-')
    in_page = set(re.findall(r'--[a-z][a-z-]+', re.sub(r'.*(?:system|journal)ctl.*', '', source)))
    options = options_of(tool)
    for option in sorted(options - in_page):
        faults.append(f'{page.name}: says nothing of {option}')
    for option in sorted(in_page - options - options_of('sitrep-query' if tool == 'sitrep-index' else 'sitrep-index')):
        faults.append(f'{tool}: has no {option}, of which {page.name} speaks')
    for option in sorted(set(re.findall(r'--[a-z][a-z-]+', printed(str(binaries / tool), '--help'))) - options):
        faults.append(f'{tool} --help: there is no {option}')


def told(tool):
    """The exit codes of its --help: `0 done, 1 ...`, and what more there are in the same sentence."""
    sentence = re.search(r'^Exit: (.*?)\.\s', printed(str(binaries / tool), '--help'), flags=re.M | re.S).group(1)
    return set(re.findall(r'(?:^|, | or )(\d+)(?= )', sentence.replace('\n', ' ')))


for tool, folder in (('sitrep-index', 'indexer'), ('sitrep-query', 'query')):
    section = re.search(r'^\.SH "?EXIT STATUS"?\n(.*?)^\.SH', (root / folder / f'{tool}.1').read_text(encoding='utf-8'), flags=re.M | re.S).group(1)
    paged = set(re.findall(r'\d+', ' '.join(re.findall(r'^\.TP\n\.BR? (.*)$', section, flags=re.M))))
    if told(tool) != paged:
        faults.append(f'{tool}: exit codes {sorted(told(tool))} in --help, {sorted(paged)} in the man page')

if '$XDG_CONFIG_HOME/sitrep/config' not in printed(str(binaries / 'sitrep-index'), '--help'):
    faults.append('sitrep-index --help: a line breaks inside the name of the configuration file')

page_lines = printed(str(binaries / 'sitrep-query'), '--help').count('\n')
if page_lines > 64:
    faults.append(f'sitrep-query --help: {page_lines} lines are more than a page; what is rare belongs into the man page')

fields = re.findall(r'^\s*([a-z]+):', printed(str(binaries / 'sitrep-query'), '--help-fields'), flags=re.M)
query_page = (root / 'query/sitrep-query.1').read_text(encoding='utf-8')
faults += [f'sitrep-query.1: says nothing of the field {field}:' for field in fields if not re.search(rf'^\.BR? {field}\b', query_page, flags=re.M)]
if len(fields) < 5:
    faults.append('sitrep-query --help-fields: lists too few fields')

for document in ('README.md', 'ARCHITECTURE.md', 'HACKING.md', 'TUTORIAL.md', 'THREATS.md', 'data/README.md'):
    text = (root / document).read_text(encoding='utf-8')
    for path in re.findall(r'`((?:common|indexer|query|tests|data|scripts)/[\w./-]*)`', text):
        if not (root / path).exists():
            faults.append(f'{document}: names {path}, which is not there')

hacking = (root / 'HACKING.md').read_text(encoding='utf-8')
scripts = [path.name for path in (root / 'scripts').iterdir() if path.is_file()]
presets = [one['name'] for one in json.loads((root / 'CMakePresets.json').read_text(encoding='utf-8'))['configurePresets'] if not one.get('hidden')]
faults += [f'HACKING.md: has no row for scripts/{name}' for name in scripts if f'| `scripts/{name}`' not in hacking]
faults += [f'HACKING.md: says nothing of the preset {name}' for name in presets if f'`{name}`' not in hacking]

searches = re.search(r'^\| search .*?\n\n', (root / 'data/README.md').read_text(encoding='utf-8'), flags=re.M | re.S).group(0)
asked = (root / 'tests/cli/sample-searches.case').read_text(encoding='utf-8')
for search in re.findall(r'`([^`]+)`', ' '.join(re.findall(r'^\| (`.*?) \|', searches, flags=re.M))):
    if f"found '{search}'\n" not in asked:
        faults.append(f'data/README.md: no test asks {search}')


def missing_tests(text):
    """`cli/NAME`, `integration/NAME`: case, case; unit "CASE", "CASE" and what CTest itself knows by a name."""
    listed = ''.join(p.read_text(encoding='utf-8') for p in (root / 'tests').rglob('*.cmake')) + ''.join(p.read_text(encoding='utf-8') for p in (root / 'tests').rglob('CMakeLists.txt'))
    units = ''.join(p.read_text(encoding='utf-8') for p in (root / 'tests/unit').rglob('test_*.cpp'))
    for kind, name, cases in re.findall(r'`(cli|integration|fuzz|docs|compat)/([a-z_-]+)`(?:: ([a-z_]+(?:, [a-z_]+)*))?', text):
        file = root / {'cli': f'tests/cli/{name}.case', 'integration': f'tests/integration/test_{name}.py', 'fuzz': f'tests/fuzz/{name}.cpp'}.get(kind, '')
        if not file.is_file() and f'NAME {kind}/{name}' not in listed:
            yield f'{kind}/{name}'
        for case in cases.split(', ') if cases else ():
            if f'def {case}(folder)' not in file.read_text(encoding='utf-8'):
                yield f'{kind}/{name}: {case}'
    for case in re.findall(r'"([a-z ]+: [^"]+)"', text):
        if f'TEST_CASE("{case}"' not in units:
            yield f'unit "{case}"'


threats = (root / 'THREATS.md').read_text(encoding='utf-8')
faults += [f'THREATS.md: there is no test {name}' for name in missing_tests(threats)]
if len(re.findall(r'^\| .*`', threats, flags=re.M)) < 20:
    faults.append('THREATS.md: names too few tests')

print('\n'.join(faults) or 'the documents agree with the programs')
sys.exit(1 if faults else 0)
