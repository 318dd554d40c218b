#!/usr/bin/env python3
"""Questions asked while an indexer commits are always answered, and the answers never shrink."""
import subprocess, sys, tempfile
from corpus import INDEX, QUERY, run, write

with tempfile.TemporaryDirectory(prefix='sitrep-readers-') as folder:
    articles, database = folder + '/articles', folder + '/db'
    write(articles, 50)
    assert run(INDEX, '--db', database, articles).returncode == 0
    write(articles, 6000)
    writer = subprocess.Popen([INDEX, '--db', database, articles], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    asked, most = 0, 50
    while writer.poll() is None:
        done = run(QUERY, '--db', database, '--count', 'common')
        assert done.returncode == 0 and not done.stderr, done.stderr
        assert int(done.stdout) >= most, f'{done.stdout} articles after {most}'
        most = int(done.stdout)
        shown = run(QUERY, '--db', database, '--limit', '50', 'alpha', 'zulu')
        assert shown.returncode == 0, shown.stderr
        asked += 1
    assert writer.returncode == 0, writer.stderr.read()
    assert asked >= 3, f'only {asked} questions fell into the run'
    assert int(run(QUERY, '--db', database, '--count', 'common').stdout) == 6000
    print(asked, 'questions answered beside the writer')
