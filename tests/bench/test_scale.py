#!/usr/bin/env python3
"""scripts/bench scale: the laws it fits, and its whole run on two small corpora.

usage: test_scale.py BIN_FOLDER SOURCE_FOLDER
"""
import subprocess, sys, tempfile
import xml.etree.ElementTree as xml
from pathlib import Path


def check(what, holds):
    if not holds:
        sys.exit(f'FAILED: {what}')


def check_laws(folder):
    sys.path.insert(0, str(folder))
    import laws
    law = laws.best_law([(1e4, 5), (3e4, 9), (1e5, 23)])
    check('a line is found to be one', law.miss < 1e-9 and abs(law.base - 3) < 1e-9 and abs(law.at(1e6) - 203) < 1e-6)
    law = laws.best_law([(n, 2 * n ** .5) for n in (1e4, 3e4, 1e5, 1e6)])
    check('a root is found to be one', law.miss < 1e-9 and abs(law.power - .5) < 1e-9 and law.base == 0)
    law = laws.best_law([(1e4, 1.0), (3e4, 5.0), (1e5, 1.0)])
    check('what follows no law is said to miss', law.miss > .3)


def main():
    binaries, source = sys.argv[1:]
    bench = Path(source, 'tests/bench/scale')
    check_laws(bench)
    with tempfile.TemporaryDirectory(prefix='sitrep-scale-test-') as folder:
        plot = Path(folder, 'plot.svg')
        done = subprocess.run([sys.executable, bench, '--bin', binaries, '--articles', '1000,2000', '--shards', '2', '--questions', '5',
                               '--plot', plot, '--keep', Path(folder, 'work')], capture_output=True, text=True, check=False)
        check(f'it runs: {done.stderr}', done.returncode == 0)
        rows = [line.split('|')[1].strip() for line in done.stdout.splitlines() if line.startswith('| ')]
        for row in ('build, s', 'memory, MB', 'database, MB', 'nothing changed, s', '200 more, s', 'own words, median, ms'):
            check(f'the table has the row {row}', row in rows)
        shards = list(Path(folder, 'work/news-2000-30/sitrep/db').glob('gen-*/shard-*'))
        check('what is measured is a set of two shards', len(shards) == 2)
        drawn = xml.fromstring(plot.read_text(encoding='utf-8'))
        check('each measurement is a dot', len(drawn.findall('.//{http://www.w3.org/2000/svg}circle')) >= 2 * 5)


if __name__ == '__main__':
    main()
