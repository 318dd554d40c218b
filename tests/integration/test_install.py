#!/usr/bin/env python3
"""What `cmake --install` puts down is all there is, and works from there: the tools find their data.

usage: test_install.py BUILD_FOLDER"""
import os, subprocess, sys, tempfile
from pathlib import Path

COMPLETIONS = {'bash': 'share/bash-completion/completions/{}', 'zsh': 'share/zsh/site-functions/_{}',
               'fish': 'share/fish/vendor_completions.d/{}.fish'}
TOOLS = ('sitrep-index', 'sitrep-query')
WANTED = {'bin/sitrep-index', 'bin/sitrep-query', 'libexec/sitrep/sitrep-reader', 'share/man/man1/sitrep-index.1', 'share/man/man1/sitrep-query.1', 'share/man/man7/sitrep-query-syntax.7', 'share/man/man7/sitrep-serving.7',
          *(f'lib/systemd/user/sitrep-{unit}@.service' for unit in ('serve', 'replicate-server', 'standby')),
          'lib/systemd/user/sitrep-index.service', 'lib/systemd/user/sitrep-index.timer', 'share/doc/sitrep/examples/crontab',
          'share/sitrep/stopwords/en.txt', 'share/sitrep/vocabulary/acronyms.tsv',
          'share/sitrep/vocabulary/demonyms.tsv', 'share/sitrep/vocabulary/nicknames.tsv',
          'share/sitrep/vocabulary/spellings.tsv',
          *(place.format(tool) for place in COMPLETIONS.values() for tool in TOOLS)}
with tempfile.TemporaryDirectory(prefix='sitrep-install-') as folder:
    prefix, article = Path(folder) / 'usr', Path(folder) / 'articles' / 'a.txt'
    subprocess.run(['cmake', '--install', sys.argv[1], '--prefix', str(prefix)], check=True, capture_output=True)
    found = {str(p.relative_to(prefix)) for p in prefix.rglob('*') if p.is_file()}
    assert found == WANTED, found ^ WANTED
    for tool in TOOLS:
        for shell, place in COMPLETIONS.items():
            printed = subprocess.run([prefix / 'bin' / tool, f'--completion={shell}'], capture_output=True, check=True).stdout
            assert printed and printed == (prefix / place.format(tool)).read_bytes(), place
    article.parent.mkdir()
    article.write_text('A carrier sails\n\nThe carrier sailed on Monday for the islands in the north.\n')
    environment = {**os.environ, 'SITREP_DB': folder + '/db', 'SITREP_DATA': ''}
    subprocess.run([prefix / 'bin/sitrep-index', str(article.parent)], check=True, env=environment)
    subprocess.run([prefix / 'bin/sitrep-query', 'the carriers of the north'], check=True, env=environment)
    (prefix / 'share/sitrep/stopwords/en.txt').unlink()
    broken = subprocess.run([prefix / 'bin/sitrep-query', 'carrier'], capture_output=True, text=True, env=environment)
    assert broken.returncode == 4 and 'comes with Sitrep' in broken.stderr, (broken.returncode, broken.stderr)
