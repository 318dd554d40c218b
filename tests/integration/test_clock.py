#!/usr/bin/env python3
"""Times are only ever compared for equality: an older time, one of the future, a clock that was put back, or one that was
restored over new bytes hide nothing and repeat nothing, and none of them gets into an article."""
import os, subprocess
from corpus import INDEX, QUERY, run, write
from faults import count, digest, index, need, not_sanitized, run_cases

STORY = 'A common {} headline\n\nThe tender came home with every buoy that it had gone out for in the {}.\n'


def put(path, word, when=None):
    path.parent.mkdir(exist_ok=True)
    path.write_text(STORY.format(word, word))
    if when is not None: os.utime(path, ns=(when, when))


def found(folder, word): return count(folder / 'db', word) == 1


def every_time_is_a_time(folder):
    path = folder / 'news/one.txt'
    words = 'march april august october winter summer'.split()
    year = 365 * 86400 * 10**9
    for word, when in zip(words, (0, 60 * year, 30 * year, -1, 129 * year, 55 * year)):  # 1970, 2030, 2000, 1969, 2099, 2025
        put(path, word, when)
        index(folder / 'db', folder / 'news')
        assert found(folder, word), (word, when)
        assert ' 1 unchanged' in index(folder / 'db').stdout
    assert sum(found(folder, word) for word in words) == 1


def same_size_and_time_with_other_bytes(folder):
    path = folder / 'news/one.txt'
    put(path, 'march', 10**18)
    index(folder / 'db', folder / 'news')
    before = path.stat()
    put(path, 'april', 10**18)  # as `touch -r` and rsync --times do
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert ' 1 updated' in index(folder / 'db').stdout and found(folder, 'april') and not found(folder, 'march')


def a_touched_file_is_not_written_again(folder):
    write(folder / 'news', 20)
    index(folder / 'db', folder / 'news')
    calm = digest(folder / 'db')
    for path in (folder / 'news').iterdir(): os.utime(path, (1, 1))
    assert ' 20 unchanged' in index(folder / 'db').stdout
    for path in (folder / 'news').iterdir(): os.chmod(path, 0o600)  # only the time of change
    assert ' 20 unchanged' in index(folder / 'db').stdout
    assert digest(folder / 'db') == calm


def the_days_of_an_article_are_its_own(folder):
    """The same bytes are the same article, whenever they were saved."""
    for name, when in ('a', 1), ('b', 2 * 10**18):
        put(folder / name / 'one.txt', 'march', when)
        index(folder / (name + '.db'), folder / name)
    def told(name):
        done = run(QUERY, '--db', folder / (name + '.db'), '--format', 'json', 'march').stdout
        return [line for line in done.split(',') if 'publ' in line or 'date' in line or 'modif' in line]
    assert told('a') == told('b') and told('a')


def a_clock_that_jumps(folder):
    """The indexer's own clock, years back and ahead."""
    need('faketime')
    not_sanitized('they want to be loaded first')
    for number, when in enumerate(('2001-01-01', '2099-01-01', '1999-12-31')):
        put(folder / f'news/{number}.txt', f'number{number}')
        done = subprocess.run(['faketime', when, INDEX, '--db', folder / 'db', folder / 'news'], capture_output=True, text=True)
        assert done.returncode == 0 and ' 1 added' in done.stdout and f' {number} unchanged' in done.stdout, done
    assert count(folder / 'db') == 3


def one_hour_is_as_another(folder):
    """Time zones and summer time change nothing."""
    put(folder / 'news/one.txt', 'march', 10**18)
    for number, zone in enumerate(('UTC', 'Asia/Kathmandu', 'America/St_Johns', ':/nowhere')):
        done = run('env', f'TZ={zone}', INDEX, '--db', folder / 'db', folder / 'news')
        assert (' 1 added' if number == 0 else ' 1 unchanged') in done.stdout, (zone, done)


run_cases(every_time_is_a_time, same_size_and_time_with_other_bytes, a_touched_file_is_not_written_again, the_days_of_an_article_are_its_own,
          a_clock_that_jumps, one_hour_is_as_another)
