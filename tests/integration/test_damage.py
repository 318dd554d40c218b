#!/usr/bin/env python3
"""A database that is damaged, gone, foreign or no database at all is told with exit 3 and what to do about it, by both
tools; none of them crashes, hangs, runs what a file names, or writes into what is not its own."""
import os, shutil, subprocess
from pathlib import Path
from corpus import INDEX, QUERY, run, write
from faults import LONG, count, generation, index, run_cases, same, seeded, sound

TABLES = ['postlist', 'docdata', 'termlist', 'position']


class Good:
    def __init__(self, folder):
        self.folder, self.articles, self.database = folder, folder / 'articles', folder / 'db'
        write(self.articles, 120)
        index(folder / 'good', self.articles)

    def fresh(self):
        shutil.rmtree(self.database, ignore_errors=True)
        shutil.copytree(self.folder / 'good', self.database)
        return Path(generation(self.database))

    def both(self, codes, *words):
        """Both tools end soon with one of these codes, and say so where it is 3."""
        write(self.articles, 20, seed=9)
        asked = run(QUERY, '--db', self.database, '--limit', '300', 'common alpha', timeout=20)
        written = run(INDEX, '--db', self.database, self.articles, timeout=60)
        write(self.articles, 120)
        for done in asked, written:
            assert done.returncode in codes, (codes, done)
            assert done.returncode != 3 or str(self.database) in done.stderr, done
            if done.returncode == 3:
                for word in words: assert word in done.stderr, (word, done.stderr)
        return asked, written


def a_table_is_cut_or_gone(folder):
    good = Good(folder)
    for table in TABLES:
        for what in 'gone', 0, 8191, 12345, 'folder':
            path = good.fresh() / f'{table}.glass'
            if what in ('gone', 'folder'): path.unlink()
            else: os.truncate(path, what)
            if what == 'folder': path.mkdir()
            asked, written = good.both((0, 1, 3))
            # What the one needs the other may not; a table that both read is missed by both.
            if table == 'postlist' and what != 8191: assert asked.returncode == written.returncode == 3, (table, what, asked, written)
            if table == 'docdata' and what in (0, 'gone', 'folder'): assert asked.returncode == 3, (table, what, asked)
    for name in 'iamglass', 'flintlock':
        good.fresh()
        (Path(generation(good.database)) / name).unlink()
        asked, written = good.both((0, 3))
        assert (asked.returncode == 3) == (name == 'iamglass'), asked


def bytes_that_are_not_what_they_were(folder):
    """Xapian has no check sums: what it cannot see it cannot tell, and wild block numbers may even crash it in a reader
    of its own. What the tools promise is an end, in time, that is no success made up: an answer, exit 3, or a crash of
    the library that leaves the other files of the database alone."""
    good, choose, crashes = Good(folder), seeded(), 0
    for _ in range(60 if LONG else 12):
        place = good.fresh()
        path = place / (choose.choice(TABLES) + '.glass')
        data = bytearray(path.read_bytes())
        at = choose.randrange(max(1, len(data) - 16))
        data[at:at + 16] = choose.randbytes(16)
        path.write_bytes(data)
        for command in [QUERY, '--db', good.database, '--limit', '300', 'common alpha'], [INDEX, '--db', good.database, good.articles]:
            done = run(*command, timeout=60, errors='replace')
            crashes += done.returncode < 0
            assert done.returncode in (0, 1, 3, 4, -6, -8, -11), (path.name, at, done)
            assert done.returncode not in (3, 4) or str(good.database) in done.stderr, done
    print(f'  {crashes} crashes inside the library')


def leftovers_and_strangers_do_no_harm(folder):
    good = Good(folder)
    place = good.fresh()
    shutil.copy(place / 'iamglass', place / 'v.tmp')
    (place / 'junk').write_text('x')
    (good.database / 'notes.txt').write_text('mine')
    for name in 'gen-7.tmp', 'gen-1', 'build.tmp', 'built.tmp':
        (good.database / name).mkdir(exist_ok=True)
        (good.database / name / 'half').write_text('x')
    index(good.database, good.articles)
    sound(good.database)
    assert sorted(os.listdir(good.database)) == sorted(['XAPIANDB', place.name, 'lock', 'notes.txt'] + [n for n in os.listdir(good.database) if n.startswith('history')])
    assert (good.database / 'notes.txt').read_text() == 'mine'
    index(folder / 'fresh', good.articles)
    same(good.database, folder / 'fresh')


def a_stub_that_is_lost_or_another(folder):
    good = Good(folder)
    good.fresh()
    (good.database / 'XAPIANDB').unlink()
    done = run(QUERY, '--db', good.database, 'common')
    assert done.returncode == 3 and 'there is no database' in done.stderr, done
    index(good.database, good.articles)  # finds the generation again
    assert count(good.database) == 120
    for text in '', 'glass gen-99\n', 'auto gen-2\n', 'glass ../good/gen-2\n', 'x' * 100_000, 'inmemory\n':
        good.fresh()
        (good.database / 'XAPIANDB').write_text(text)
        generations = set(good.database.glob('gen-*'))
        good.both((3,))
        assert set(good.database.glob('gen-*')) == generations, 'what may be the last copy is gone'


def changed(database, copy, place, text):
    """A copy of the database with this text where a file or a folder was."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(database, copy)
    path = copy / place
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    path.write_text(text)


def nothing_that_a_path_names_is_run(folder):
    write(folder / 'articles', 3)
    touched = folder / 'touched'
    stub = f'remote :/usr/bin/touch {touched}\n'
    (folder / 'stub').write_text(stub)
    for name in 'file', 'generation', 'table':
        (folder / name).mkdir()
    (folder / 'file/XAPIANDB').write_text(stub)
    (folder / 'generation/XAPIANDB').write_text('glass gen-1\n')
    (folder / 'generation/gen-1').write_text(stub)
    (folder / 'table/XAPIANDB').write_text('glass gen-1\n')
    (folder / 'table/gen-1').mkdir()
    (folder / 'table/gen-1/XAPIANDB').write_text(stub)
    (folder / 'empty').write_text('')
    os.mkfifo(folder / 'fifo')
    (folder / 'pipe').mkdir()
    os.mkfifo(folder / 'pipe/XAPIANDB')
    (folder / 'chert').mkdir()
    (folder / 'chert/iamchert').write_text('IAmChert')
    (folder / 'glass').mkdir()
    for name in 'stub', 'file', 'generation', 'table', 'empty', 'fifo', 'pipe', 'chert', 'glass', 'nowhere':
        asked = run(QUERY, '--db', folder / name, 'common', timeout=20)
        assert asked.returncode == 3 and asked.stderr.startswith('sitrep-query: '), (name, asked)
        if name in ('glass', 'nowhere'): continue  # becomes a database
        written = run(INDEX, '--db', folder / name, folder / 'articles', timeout=20)
        assert written.returncode in (3, 4) and written.stderr.startswith('sitrep-index: '), (name, written)
        assert not touched.exists(), name
    assert not (folder / 'nowhere').exists()
    # Inside a set: what its shards' folders hold is read by the same rule, whatever is asked of it.
    whole = folder / 'set'
    index(folder / 'kept', '--shards', 2, folder / 'articles')
    for place in 'XAPIANDB', 'gen-1/shard-2', 'gen-1/shard-2/XAPIANDB', 'gen-1/shard-2/gen-1':
        for words in ['common'], ['--export', 'jsonl']:
            changed(folder / 'kept', whole, place, stub)
            asked = run(QUERY, '--db', whole, *words, timeout=20)
            assert asked.returncode == 3 and str(whole) in asked.stderr, (place, asked)
        for words in [folder / 'articles'], ['--verify'], ['--stats'], ['--digest'], ['--list-failed'], ['--compact'], ['--reshard', 3], ['--rebuild'], ['-n', folder / 'articles']:
            changed(folder / 'kept', whole, place, stub)
            index(whole, *words, code=3)
            assert not touched.exists(), (place, words)
    assert sorted(os.listdir(folder / 'chert')) == ['iamchert']


def a_lock_that_is_no_file_keeps_nobody_waiting(folder):
    good = Good(folder)
    for make in os.mkfifo, os.mkdir, lambda path: os.symlink('/dev/zero', path):
        good.fresh()
        (good.database / 'lock').unlink()
        make(good.database / 'lock')
        for words in ['common'], ['--count', 'common'], ['--export', 'jsonl']:
            asked = run(QUERY, '--db', good.database, *words, timeout=20)
            assert asked.returncode == 0 and not asked.stderr, asked
        index(good.database, '--verify')
        written = run(INDEX, '--db', good.database, good.articles, timeout=20)
        assert written.returncode == 4 and f'{good.database}/lock' in written.stderr, written


def a_table_that_is_no_file_keeps_nobody_waiting(folder):
    good = Good(folder)
    for name in 'iamglass', 'postlist.glass', 'flintlock':
        place = good.fresh()
        (place / name).unlink()
        os.mkfifo(place / name)
        good.both((3,), f'{name} is no file')


def a_database_of_another_making(folder):
    good = Good(folder)
    for key, value, word in ('sitrep.schema', '99', 'schema'), ('sitrep.schema', '', 'sitrep-index --db'), ('sitrep.analyzer', 'rubbish', 'sitrep-index --db'), \
                            ('sitrep.analyzer', '', 'sitrep-index --db'):
        place = good.fresh()
        subprocess.run(['xapian-metadata', 'set', place, key, value], check=True, capture_output=True)
        good.both((3,), word)
    # One that only Xapian made.
    plain = folder / 'plain'
    plain.mkdir()
    shutil.copytree(generation(folder / 'good'), plain / 'gen-1')
    subprocess.run(['xapian-metadata', 'set', plain / 'gen-1', 'sitrep.schema', ''], check=True, capture_output=True)
    (plain / 'XAPIANDB').write_text('glass gen-1\n')
    assert run(QUERY, '--db', plain, 'common').returncode == 3


def it_is_removed_under_a_run(folder):
    """The folder of the database goes while the indexer writes: it says so, and the next run makes a new one."""
    write(folder / 'articles', 600)
    good = folder / 'db'
    index(good, folder / 'articles')
    for seconds in .05, .2, .4:
        write(folder / 'articles', 600, seed=int(seconds * 100))
        process = subprocess.Popen([INDEX, '--db', good, folder / 'articles'], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            pass
        shutil.rmtree(good, ignore_errors=True)
        _, complaint = process.communicate(timeout=60)
        assert process.returncode in (0, 3, 4), (process.returncode, complaint)
        assert process.returncode == 0 or str(good) in complaint, complaint
        shutil.rmtree(good, ignore_errors=True)
        index(good, folder / 'articles')
        sound(good)
        assert count(good) == 600


run_cases(a_table_is_cut_or_gone, bytes_that_are_not_what_they_were, leftovers_and_strangers_do_no_harm, a_stub_that_is_lost_or_another,
          nothing_that_a_path_names_is_run, a_lock_that_is_no_file_keeps_nobody_waiting, a_table_that_is_no_file_keeps_nobody_waiting, a_database_of_another_making, it_is_removed_under_a_run)
