#!/usr/bin/env python3
"""A disk that fills up ends the run with exit 4 and a message; the database stays good, and with room again
the next run finishes. Needs the right to mount a tmpfs; is skipped, and says so, without it."""
import os, subprocess, sys, tempfile
from corpus import INDEX, QUERY, answers, check, run, write

with tempfile.TemporaryDirectory(prefix='sitrep-full-') as folder:
    articles, small = folder + '/articles', folder + '/small'
    os.mkdir(small)
    mounted = subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', small], capture_output=True, text=True)
    if mounted.returncode != 0:
        print('skipped: cannot mount a tmpfs:', mounted.stderr.strip())
        sys.exit(77)
    try:
        database = small + '/db'
        write(articles, 1000)
        assert run(INDEX, '--db', database, articles).returncode == 0
        before = answers(database)
        write(articles, 6000, words=300, seed=2)
        full = run(INDEX, '--db', database, articles)
        assert full.returncode == 4, (full.returncode, full.stderr)
        assert 'No space left on device' in full.stderr, full.stderr
        check(database)
        assert run(QUERY, '--db', database, '--count', 'common').returncode == 0
        assert subprocess.run(['mount', '-o', 'remount,size=256m', small]).returncode == 0
        again = run(INDEX, '--db', database, articles)
        assert again.returncode == 0, again.stderr
        assert int(run(QUERY, '--db', database, '--count', 'common').stdout) == 6000
        check(database)
        print('full once, good before and after')
    finally:
        subprocess.run(['umount', small], check=True)
