#!/usr/bin/env python3
"""What `cmake --install` puts down is all there is, and works from there: the tools find their data and their helper
wherever it was put, by DESTDIR as packagers have it too, and systemd and cron find them. The sample configuration is one.

usage: test_install.py BUILD_FOLDER SAMPLE_FOLDER"""
import os, re, shutil, subprocess, sys, tempfile
from pathlib import Path

COMPLETIONS = {'bash': 'share/bash-completion/completions/{}', 'zsh': 'share/zsh/site-functions/_{}',
               'fish': 'share/fish/vendor_completions.d/{}.fish'}
TOOLS = ('sitrep-index', 'sitrep-query')
WANTED = {'bin/sitrep-index', 'bin/sitrep-query', 'libexec/sitrep/sitrep-reader', 'share/man/man1/sitrep-index.1',
          'share/man/man1/sitrep-query.1', 'share/man/man7/sitrep-query-syntax.7', 'share/man/man7/sitrep-serving.7',
          *(f'share/systemd/user/sitrep-{unit}@.service' for unit in ('serve', 'replicate-server', 'standby')),
          'share/systemd/user/sitrep-index.service', 'share/systemd/user/sitrep-index.timer',
          'share/doc/sitrep/examples/config', 'share/doc/sitrep/examples/crontab', 'share/doc/sitrep/THREATS.md',
          'share/doc/sitrep/TUTORIAL.md', 'share/doc/sitrep/README.md', 'share/doc/sitrep/data/picture.svg',
          'share/sitrep/stopwords/en.txt', 'share/sitrep/vocabulary/acronyms.tsv',
          'share/sitrep/vocabulary/demonyms.tsv', 'share/sitrep/vocabulary/nicknames.tsv',
          'share/sitrep/vocabulary/spellings.tsv',
          *(place.format(tool) for place in COMPLETIONS.values() for tool in TOOLS)}
build, sample = sys.argv[1], Path(sys.argv[2])
WANTED |= {f'share/doc/sitrep/data/sample/{file.relative_to(sample)}' for part in ('text', 'html', 'feeds', 'pdf', 'mail')
           for file in (sample / part).rglob('*') if file.is_file()}


def install(prefix, destination=''):
    """The folder that became `prefix`."""
    subprocess.run(['cmake', '--install', build, '--prefix', str(prefix)], check=True, capture_output=True,
                   env={**os.environ, 'DESTDIR': str(destination)})
    return Path(f'{destination}{prefix}')


def files(folder):
    return {str(p.relative_to(folder)) for p in folder.rglob('*') if p.is_file()}


def completions_are_the_tools_own(prefix):
    for tool in TOOLS:
        for shell, place in COMPLETIONS.items():
            printed = subprocess.run([prefix / 'bin' / tool, f'--completion={shell}'], capture_output=True, check=True).stdout
            assert printed and printed == (prefix / place.format(tool)).read_bytes(), place


def works(prefix, environment):
    """Indexes a text and a PDF, for which the helper must be found, and asks with words that the data hold."""
    articles = Path(environment['SITREP_DB']).parent / 'articles'
    articles.mkdir(parents=True)
    (articles / 'a.txt').write_text('A carrier sails\n\nThe carrier sailed on Monday for the islands in the north.\n')
    shutil.copy(sample / 'pdf/ledger-counter-drone-radar.pdf', articles)
    subprocess.run([prefix / 'bin/sitrep-index', articles], check=True, env=environment)
    for question in ('the carriers of the north', 'counter-uas type:pdf'):
        subprocess.run([prefix / 'bin/sitrep-query', question], check=True, env=environment)


def sample_is_a_configuration(prefix, folder):
    sample_text = (prefix / 'share/doc/sitrep/examples/config').read_text()
    assert not [line for line in sample_text.splitlines() if line and line[0] not in '#['], 'the sample sets something'
    config = folder / 'config'
    config.write_text(re.sub(r'^#(?=[a-z-]+ = )', '', sample_text, flags=re.M))
    for tool in TOOLS:
        printed = subprocess.run([prefix / 'bin' / tool, '--config', config, '--print-config'], stdout=subprocess.PIPE,
                                 text=True, check=True).stdout
        for line in ('max-file-size = 64M',) if tool == 'sitrep-index' else ('limit = 20', 'no-pager = true'):
            assert f'\n{line}\n' in printed, (line, printed)


def units_are_where_systemd_looks(home):
    """And what they start is found from there, as from the crontab's PATH."""
    prefix = install(home / '.local')
    unit = prefix / 'share/systemd/user/sitrep-index.service'
    assert f'\nPATH={prefix}/bin:' in (prefix / 'share/doc/sitrep/examples/crontab').read_text()
    assert f'\nEnvironment="PATH={prefix}/bin:' in unit.read_text()
    for system in '/usr', '/usr/local':
        units = install(system, home / f'root{system}') / 'lib/systemd/user'
        assert '\nExecStart=sitrep-index\n' in (units / 'sitrep-index.service').read_text()
    if not shutil.which('systemd-analyze'): return print('skipped: there is no systemd-analyze to ask')
    runtime = home / 'runtime'
    runtime.mkdir(mode=0o700)
    environment = {'HOME': str(home), 'PATH': os.environ['PATH'], 'XDG_RUNTIME_DIR': str(runtime)}
    paths = subprocess.run(['systemd-analyze', '--user', 'unit-paths'], env=environment, capture_output=True, text=True, check=True).stdout.split()
    assert {str(unit.parent), '/usr/lib/systemd/user', '/usr/local/lib/systemd/user'} <= set(paths), paths
    done = subprocess.run(['systemd-analyze', '--user', '--man=no', 'verify', 'sitrep-index.timer', 'sitrep-index.service'],
                          env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and 'sitrep-' not in done.stdout + done.stderr, done


with tempfile.TemporaryDirectory(prefix='sitrep-install-') as name:
    folder = Path(name)
    environment = {k: v for k, v in os.environ.items() if not k.startswith(('SITREP_', 'XDG_'))}
    environment |= {'HOME': str(folder), 'SITREP_CONFIG': ''}
    for place, prefix in (('prefix', install(folder / 'other place')),
                          ('destdir', install('/opt/sitrep', folder / 'root'))):
        assert files(prefix) == WANTED, files(prefix) ^ WANTED
        completions_are_the_tools_own(prefix)
        sample_is_a_configuration(prefix, folder)
        works(prefix, {**environment, 'SITREP_DB': str(folder / place / 'db')})
    assert files(folder / 'root') == {f'opt/sitrep/{file}' for file in WANTED}, 'DESTDIR holds something else'
    (folder / 'home').mkdir()
    units_are_where_systemd_looks(folder / 'home')
    (prefix / 'share/sitrep/stopwords/en.txt').unlink()
    broken = subprocess.run([prefix / 'bin/sitrep-query', '--db', folder / 'destdir/db', 'carrier'], capture_output=True,
                            text=True, env=environment)
    assert broken.returncode == 4 and 'comes with Sitrep' in broken.stderr, (broken.returncode, broken.stderr)
