#!/usr/bin/env python3
"""Databases of this schema that an earlier build made are read and written on; of an older or newer one each tool says
which it is and how to make it anew, and that makes it anew.

usage: test_compat.py BIN_FOLDER"""
import os, re, shutil, subprocess, sys, tarfile, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
BIN = Path(sys.argv[1]).resolve()
PRESENT = int(re.search(r'kSchemaNumber = (\d+)', (HERE.parents[1] / 'common/store/schema.hpp').read_text(encoding='utf-8')).group(1))


def run(tool, *arguments, code=0):
    done = subprocess.run([BIN / tool, *map(str, arguments)], capture_output=True, text=True, env={**os.environ, 'SITREP_CONFIG': ''}, check=False)
    assert done.returncode == code, (tool, arguments, done.returncode, done.stdout, done.stderr)
    return done


def titles(database):
    return sorted(re.findall(r'"title":"([^"]*)"', run('sitrep-query', '--db', database, '--export=jsonl').stdout))


def stored(folder, number=PRESENT):
    """The stored database; made to say of itself that it has the schema `number`."""
    with tarfile.open(HERE / f'schema-{PRESENT}.tar.xz') as archive: archive.extractall(folder)
    database = folder / f'schema-{PRESENT}'
    if number != PRESENT: subprocess.run(['xapian-metadata', 'set', database, 'sitrep.schema', str(number)], check=True, capture_output=True)
    return database


def the_present_one_is_read_and_written_on(folder):
    database = stored(folder)
    assert len(titles(database)) == 4, titles(database)
    assert run('sitrep-query', '--db', database, '--count', 'minehunters').stdout == '1\n'
    run('sitrep-index', '--db', database, '--verify')
    shutil.copytree(HERE / 'articles', folder / 'articles')
    (folder / 'articles/new.txt').write_text('A convoy sails\n\nThe convoy sailed on Monday for the islands in the north.\n', encoding='utf-8')
    done = run('sitrep-index', '--db', database, '--root-id', 'compat', folder / 'articles')
    assert '1 added' in done.stdout and '5 articles' in done.stdout, done.stdout
    run('sitrep-index', '--db', folder / 'anew', '--root-id', 'compat', folder / 'articles')
    old, new = (run('sitrep-index', '--db', d, '--digest').stdout for d in (database, folder / 'anew'))
    assert old == new, 'what is stored has changed and the schema number has not'


def others_are_refused_and_made_anew(folder):
    for number in (PRESENT - 1, PRESENT + 1):
        place = folder / str(number)
        place.mkdir()
        database = stored(place, number)
        articles = place / 'articles'
        shutil.copytree(HERE / 'articles', articles)
        for tool, arguments in (('sitrep-query', ['minehunters']), ('sitrep-query', ['--export=jsonl']), ('sitrep-index', [articles]), ('sitrep-index', ['--stats'])):
            told = run(tool, '--db', database, *arguments, code=3).stderr
            assert f'has schema {number}, and this program reads schema {PRESENT}' in told, told
            assert f'sitrep-index --db {database} --rebuild' in told, told
        run('sitrep-index', '--db', database, '--root-id', 'compat', '--rebuild', '--force-delete', articles)  # they have moved
        assert len(titles(database)) == 4


for case in (the_present_one_is_read_and_written_on, others_are_refused_and_made_anew):
    with tempfile.TemporaryDirectory(prefix='sitrep-compat-') as name:
        case(Path(name))
        print(f'{case.__name__}: held')
