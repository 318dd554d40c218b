#!/usr/bin/env python3
"""The brake on removals has no way round: what a run would not take out of the database goes neither when an outer folder
takes its root over, nor when its files have moved and cannot be read, nor after a run that was ended in the middle of a
file, nor where its disk is not mounted; and what a filter read is not read without it."""
import json, shutil, subprocess
from corpus import INDEX
from faults import count, digest, index, run_cases, same, strace, until

STORY = 'A common headline {}\n\nThe tender came home with every buoy it had gone out for, and {} that nobody had missed.\n'


def feed(path, first, last):
    path.write_text(''.join(json.dumps({'id': f'{n}', 'title': f'Common record {n}', 'text': f'buoy w{n} ' * 30}) + '\n' for n in range(first, last)))


def an_outer_folder_takes_over_what_it_has_as_well(folder):
    inner, database = folder / 'news/in', folder / 'db'
    inner.mkdir(parents=True)
    feed(inner / 'feed.jsonl', 0, 200)
    index(database, inner)
    feed(inner / 'feed.jsonl', 0, 5)
    assert 'nothing is removed' in index(database, inner, code=3).stderr
    done = index(database, folder / 'news', code=3)
    assert 'nothing is removed' in done.stderr and f'--force-delete {folder}/news' in done.stderr, done.stderr
    assert count(database, 'w199') == 1
    index(database, folder / 'news', '--force-delete')
    assert count(database) == 5


def what_the_outer_folder_could_not_read_stays(folder):
    inner, database = folder / 'news/in', folder / 'db'
    inner.mkdir(parents=True)
    feed(inner / 'feed.jsonl', 0, 400)
    subprocess.run(['gzip', inner / 'feed.jsonl'], check=True)
    index(database, inner)
    whole = (inner / 'feed.jsonl.gz').read_bytes()
    (inner / 'feed.jsonl.gz').write_bytes(whole[:len(whole) // 2])
    index(database, folder / 'news', code=1)
    assert count(database, 'w399') == 1
    (inner / 'feed.jsonl.gz').write_bytes(whole)
    index(database)
    index(database, folder / 'news')
    index(folder / 'fresh', folder / 'news')
    same(database, folder / 'fresh')


def one_folder_under_two_names(folder):
    database = folder / 'db'
    (folder / 'real/news/in').mkdir(parents=True)
    for n in range(3): (folder / f'real/news/in/{n}.txt').write_text(STORY.format(n, n))
    (folder / 'link').symlink_to('real')
    index(database, folder / 'link/news/in')
    index(database, folder / 'link/news/in/1.txt')
    done = index(database, folder / 'real/news')
    assert 'becomes a part of' in done.stderr and count(database) == 3, done
    index(folder / 'other', folder / 'link/news/in/2.txt')
    index(folder / 'other', folder / 'real/news')
    assert count(folder / 'other') == 3


def files_that_moved_and_cannot_be_read_anew(folder):
    """Where they have no outlet they are read again in another folder; this filter has been mended to death meanwhile."""
    database, tool = folder / 'db', folder / 'tool'
    (folder / 'news/old').mkdir(parents=True)
    for n in range(60): (folder / f'news/old/{n}.note').write_text(STORY.format(n, n))
    tool.write_text('#!/bin/sh\ncat\n')
    tool.chmod(0o755)
    words = ['--filter', f'note={tool}', folder / 'news']
    index(database, *words)
    (folder / 'news/old').rename(folder / 'news/new')
    tool.write_text('#!/bin/sh\nexit 1\n')
    done = index(database, *words, code=3)
    assert 'nothing is removed: 60 of its 60 articles' in done.stderr, done.stderr
    assert count(database) == 60
    tool.write_text('#!/bin/sh\ncat\n')
    index(database, *words, '--retry-failed')
    index(folder / 'fresh', *words)
    same(database, folder / 'fresh')


def a_file_that_a_run_was_ended_in_the_middle_of(folder):
    news, database = folder / 'news', folder / 'db'
    news.mkdir()
    feed(news / 'feed.jsonl', 0, 4000)
    feed(news / 'small.jsonl', 4000, 4020)
    index(database, news)
    feed(news / 'feed.jsonl', 100, 4100)
    before = digest(database)
    process = subprocess.Popen([INDEX, '--db', database, '--jobs', '1', '--memory', '128M', '--commit-interval', '1'],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until(lambda: process.poll() is not None or digest(database) != before, 'a part is committed')
    process.kill()
    process.wait()
    (news / 'feed.jsonl').unlink()
    done = index(database, code=(0, 3))
    assert done.returncode == 3 and 'nothing is removed' in done.stderr, done
    assert count(database) >= 4000
    feed(news / 'feed.jsonl', 100, 4100)
    index(database)
    index(folder / 'fresh', news)
    same(database, folder / 'fresh')
    index(database, '--verify')


def a_filter_is_remembered_beyond_a_file_that_could_not_be_read(folder):
    news, database = folder / 'news', folder / 'db'
    news.mkdir()
    (news / 'a.txt').write_text(STORY.format(1, 'two'))
    words = ['--filter', 'txt=sed s/tender/lighter/']
    index(database, *words, news)
    (news / 'a.txt').write_text(STORY.format(2, 'two'))
    done = strace(['openat:error=EACCES:when=1'], [INDEX, '--db', database, *words], more=['-P', news / 'a.txt'])
    assert done.returncode == 1 and 'a.txt' in done.stderr, done
    index(database, code=(0, 1))
    assert count(database, 'lighter') == 1 and count(database, 'tender') == 0
    index(database, *words)
    assert count(database, '"headline 2"') == 1


def loose_files_on_a_disk_that_is_not_mounted(folder):
    disk, database = folder / 'disk', folder / 'db'
    disk.mkdir()
    for n in range(8): (disk / f'{n}.txt').write_text(STORY.format(n, n))
    index(database, *sorted(disk.iterdir()))
    shutil.move(disk, folder / 'away')
    disk.mkdir()
    done = index(database, code=1)
    assert 'is gone with all of its folder; its articles are kept' in done.stderr and f'--forget {disk}/0.txt' in done.stderr, done.stderr
    assert count(database) == 8
    disk.rmdir()
    index(database, code=1)
    assert count(database) == 8
    shutil.move(folder / 'away', disk)
    assert '8 unchanged' in index(database).stdout
    (disk / '3.txt').unlink()
    assert '1 removed' in index(database).stdout
    assert count(database) == 7


run_cases(an_outer_folder_takes_over_what_it_has_as_well, what_the_outer_folder_could_not_read_stays, one_folder_under_two_names,
          files_that_moved_and_cannot_be_read_anew, a_file_that_a_run_was_ended_in_the_middle_of,
          a_filter_is_remembered_beyond_a_file_that_could_not_be_read, loose_files_on_a_disk_that_is_not_mounted)
