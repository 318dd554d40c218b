#!/usr/bin/env python3
"""scripts/make_news and the comparison of scripts/bench, on a corpus of sixty articles.

usage: test_engine.py BIN_FOLDER SOURCE_FOLDER

Skipped, naming them, where peers are not installed: they are no requirement of the tests.
"""
import hashlib, re, shutil, subprocess, sys, tempfile
from pathlib import Path

SKIPPED = 77


def digest(folder):
    files = sorted(path for path in Path(folder).rglob('*') if path.is_file())
    return [(str(path.relative_to(folder)), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]


def check(what, holds):
    if not holds:
        sys.exit(f'FAILED: {what}')


def check_generator(make_news, folder):
    for name, arguments in (('a', ['60', 'a']), ('b', ['60', 'b', '--jobs', '1']), ('c', ['40', 'c']), ('d', ['60', 'd', '--seed', '2'])):
        subprocess.run([make_news, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        check(f'{name} has its articles', len(digest(folder / name)) == int(arguments[0]))
    check('the same call gives the same bytes, whatever the number of jobs', digest(folder / 'a') == digest(folder / 'b'))
    check('a smaller corpus is the head of a larger one', set(digest(folder / 'c')) < set(digest(folder / 'a')))
    check('another seed gives other articles', not set(digest(folder / 'a')) & set(digest(folder / 'd')))
    subprocess.run([make_news, '20', 'c', '--first', '40'], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    check('a corpus can be added to', digest(folder / 'c') == digest(folder / 'a'))


def main():
    binaries, source = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix='sitrep-bench-test-') as folder:
        folder = Path(folder)
        check_generator(Path(source, 'scripts/make_news').resolve(), folder)
        absent = [program for program in ('omindex', 'quest', 'recollindex', 'recollq', 'sqlite3', 'xapian-delve') if not shutil.which(program)]
        if absent:
            print(f'skipped: not installed: {", ".join(absent)} (scripts/packages bench)')
            sys.exit(SKIPPED)
        command = [sys.executable, Path(source, 'tests/bench/engine'), '--bin', binaries, '--articles', '60', '--runs', '1', '--questions', '8', '--keep', folder / 'kept']
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        check(f'it ends well\n{done.stdout}{done.stderr}', done.returncode == 0)
        for peer in ('sitrep', 'omindex', 'recollindex', 'fts5'):
            check(f'{peer} holds every article\n{done.stdout}', re.search(rf'^\| {peer} \|.*\| 60 \|', done.stdout, flags=re.M))
        check('nothing failed', 'failed:' not in done.stdout)
        check('the targets stand at the end', done.stdout.strip().splitlines()[-1].startswith('target: '))
        again = subprocess.run(command, capture_output=True, text=True, check=False)
        check('a second call takes the results that are there', again.returncode == 0 and again.stdout == done.stdout)
    print('bench: generator and comparison hold')


main()
