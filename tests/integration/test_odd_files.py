#!/usr/bin/env python3
"""Files that are no ordinary files: devices and sockets, names and paths of any kind and length, folders nobody may
read, files that change, shrink, grow and vanish while they are read, files far over every limit, and documents that no
index could hold. Each is read, skipped or named; none of them hangs the run or costs another its article."""
import os, re, resource, shutil, socket, stat, subprocess, threading, time
from concurrent.futures import ThreadPoolExecutor
from corpus import INDEX, run, write
from faults import LONG, SANITIZED, Skip, contents, count, index, need, need_root, run_cases, same, sound, strace, until

STORY = 'A common headline\n\nThe tender came home with every buoy it had gone out for, and two that nobody had missed.\n'


def peak_of(*command):
    """Runs it and returns (what run() returns, megabytes it had at most, seconds)."""
    begin = time.monotonic()
    process = subprocess.Popen(['env', 'SITREP_DB=', *map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    out, err = process.communicate()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10  # of all so far: an upper bound
    return subprocess.CompletedProcess(command, process.returncode, out, err), peak, time.monotonic() - begin


def things_that_are_no_files(folder):
    news = folder / 'news'
    write(news, 3)
    os.mkfifo(news / 'a.txt')
    socket.socket(socket.AF_UNIX).bind(str(news / 'b.txt'))
    (news / 'c.txt').mkdir()
    (news / 'c.txt/inside.txt').write_text(STORY)
    skipped = ['a.txt', 'b.txt']
    if os.geteuid() == 0:
        try:
            os.mknod(news / 'd.txt', stat.S_IFCHR | 0o600, os.makedev(1, 5))  # /dev/zero
            os.mknod(news / 'e.json', stat.S_IFCHR | 0o600, os.makedev(1, 3))
            skipped += ['d.txt', 'e.json']
        except PermissionError:
            print('  no devices: mknod is not allowed here')
    for name, target in ('loop', '.'), ('etc', '/etc'), ('dangling.txt', 'nowhere'), ('self.txt', 'self.txt'), ('link.txt', 'article-00000.txt'):
        os.symlink(target, news / name)
        skipped.append(name)
    done = index(folder / 'db', '--verbose', news)
    for name in skipped: assert f'{news}/{name}: skipped' in done.stderr, (name, done.stderr)
    assert count(folder / 'db') == 4
    # One by one, by their names: said aloud, not waited for.
    for name in skipped[:2]: assert 'is not a regular file' in index(folder / 'db', news / name, code=(0, 1)).stderr
    # A file that became something else keeps nothing of what it was.
    (news / 'article-00001.txt').unlink()
    os.mkfifo(news / 'article-00001.txt')
    index(folder / 'db')
    assert count(folder / 'db') == 3


def deep_and_long_paths(folder):
    news = folder / 'news'
    write(news, 2)
    here = os.getcwd()
    deep = 0
    try:
        os.chdir(news)
        for deep in range(1, 60):  # of 200 bytes each: three times what a path may have
            os.mkdir('d' * 199)
            os.chdir('d' * 199)
            with open('deep.txt', 'w') as file: file.write(STORY)
    finally:
        os.chdir(here)
    name = 'é' * 125 + '.txt'
    (news / name).write_text(STORY)
    done = index(folder / 'db', news, code=1)
    assert 'File name too long' in done.stderr, done.stderr
    readable = 2 + 1 + sum(len(str(news)) + 200 * n + len('/deep.txt') < 4096 for n in range(1, 60))
    assert count(folder / 'db') == readable, (count(folder / 'db'), readable)
    again = index(folder / 'db', news, code=(0, 1))
    assert ' 0 added, 0 updated' in again.stdout, again.stdout
    subprocess.run(['rm', '-r', news], check=True)


def what_nobody_may_read_keeps_its_articles(folder):
    need_root()
    need('setpriv')
    write(folder / 'news', 4)
    write(folder / 'news/inner', 3, seed=2)
    os.chmod(folder, 0o755)
    shutil.chown(folder / 'news', 65534, 65534)
    other = ['env', 'HOME=/nonexistent', 'setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
    (folder / 'store').mkdir()
    shutil.chown(folder / 'store', 65534, 65534)
    command = [*other, INDEX, '--db', folder / 'store/db', folder / 'news']
    done = run(*command)
    if 'Permission denied' in done.stderr: raise Skip(f'another user cannot run the tools here: {done.stderr.strip()}')
    assert done.returncode == 0 and count(folder / 'store/db') == 7, done
    calm = contents(folder / 'store/db')
    (folder / 'news/article-00002.txt').write_text(STORY)
    os.chmod(folder / 'news/article-00002.txt', 0)
    os.chmod(folder / 'news/inner', 0)
    done = run(*command)
    assert done.returncode == 1, done
    for name in 'news/article-00002.txt', 'news/inner': assert f'{folder}/{name}' in done.stderr and 'Permission denied' in done.stderr
    assert contents(folder / 'store/db') == calm
    os.chmod(folder / 'news/article-00002.txt', 0o644)
    os.chmod(folder / 'news/inner', 0o755)
    done = run(*command)
    assert done.returncode == 0 and count(folder / 'store/db') == 7, done
    # A database of somebody else, or on a path that cannot be written: not damaged, and not locked by anybody.
    os.chmod(folder / 'store/db', 0o500)
    for place in folder / 'store/db', folder / 'nowhere/db':
        shutil.chown(folder / 'store/db', 0, 0)
        done = run(*other, INDEX, '--db', place, folder / 'news')
        assert done.returncode == 4 and 'Permission denied' in done.stderr, done


def files_that_vanish_during_the_run(folder):
    news = folder / 'news'
    for part in range(6): write(news / str(part), 300, seed=part)
    process = subprocess.Popen([INDEX, '--db', folder / 'db', news], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(.3)
    for part in range(1, 6): shutil.rmtree(news / str(part))
    _, complaints = process.communicate(timeout=60)
    assert process.returncode in (0, 1), (process.returncode, complaints)
    assert process.returncode == 0 or 'gone before it was read' in complaints
    index(folder / 'db', '--force-delete')
    assert count(folder / 'db') == 300
    write(news / '1', 5)
    index(folder / 'fresh', news)
    index(folder / 'db', '--force-delete')
    same(folder / 'db', folder / 'fresh')


def files_that_grow_and_shrink_while_they_are_read(folder):
    news, stop = folder / 'news', threading.Event()
    write(news, 200)
    whole = ''.join(f'{{"title": "Common record {n}", "text": "{"word " * 60}"}}\n' for n in range(4000))
    feed, page = news / 'feed.jsonl', news / 'page.html'
    def disturb():
        while not stop.is_set():
            feed.write_text(whole)
            os.truncate(feed, 10_000)
            page.write_text('<p>' + 'A common page. ' * 20_000)
            os.truncate(page, 10)
    thread = threading.Thread(target=disturb)
    feed.write_text(whole)
    thread.start()
    try:
        # A feed that is read while it is cut has lost most of its records: the brake holds, with 3.
        for _ in range(20 if LONG else 6): index(folder / 'db', news, code=(0, 1, 3))
    finally:
        stop.set()
        thread.join()
    feed.write_text(whole)
    page.write_text('<p>' + 'A common page. ' * 200)
    index(folder / 'db', news)
    index(folder / 'fresh', news)
    same(folder / 'db', folder / 'fresh')
    assert count(folder / 'db') == 4201


def what_a_file_gains_behind_its_last_record_is_read_next(folder):
    """A browser that still writes: more comes when the story is read, and before its hash has seen the end."""
    story, log = folder / 'story.txt', folder / 'log'
    story.write_text(STORY)
    late = ['pread64:delay_enter=1500000:when=3']  # a story, its end, and the end once more
    with ThreadPoolExecutor() as pool:
        run_ = pool.submit(strace, late, [INDEX, '--db', folder / 'db', story], log=log)
        until(lambda: run_.done() or log.exists() and ' = 0' in log.read_text(), 'the end of the story is read')
        with story.open('a') as file: file.write('\nThe harbormaster came later, and had nothing common to say.\n')
    assert run_.result().returncode == 0, run_.result()
    index(folder / 'db')
    assert count(folder / 'db', 'harbormaster') == 1
    assert '1 unchanged' in index(folder / 'db').stdout


def far_over_every_limit(folder):
    news = folder / 'news'
    write(news, 3)
    sparse = {'sparse.txt': 2 << 30, 'sparse.jsonl': 100 << 20, 'sparse.pdf': 100 << 20, 'sparse.html': 100 << 20, 'sparse.json': 100 << 20}
    if LONG: sparse = {name: 5 << 30 for name in sparse}
    for name, size in sparse.items():
        with open(news / name, 'w') as file: os.truncate(file.fileno(), size)
    with open(news / 'line.txt', 'w') as file:
        for _ in range(200): file.write('word ' * 200_000)  # one line of 200 MB
    done, peak, seconds = peak_of(INDEX, '--db', folder / 'db', news)
    assert done.returncode == 1, done
    for name in [*sparse, 'line.txt']: assert re.search(f'{news}/{name}.*limit', done.stderr), (name, done.stderr)
    assert count(folder / 'db') == 3
    again, _, idle = peak_of(INDEX, '--db', folder / 'db', news)
    print(f'  {peak} MB, {seconds:.1f} s, and again {idle:.1f} s')
    assert SANITIZED or peak < 400 and seconds < (600 if LONG else 60)


def documents_that_no_index_could_hold(folder):
    """In the middle of a thousand good ones: words of any length, NULs, a headline of a megabyte, a URL as a name."""
    news = folder / 'news'
    write(news, 1000 if LONG else 300)
    bad = {'word.txt': 'A common word\n\n' + 'x' * 300 + ' and ' + 'y' * 100_000, 'nuls.txt': 'A common nul\n\n' + 'word ' * 60 + 'a\0b\0\0c',
           'headline.txt': 'Common ' + 'headline ' * 100_000, 'han.txt': 'A common text\n\n' + '漢' * 5000, 'marks.txt': 'A common e' + '\u0301' * 5000,
           'joined.txt': 'A common join\n\n' + '-'.join('ab' for _ in range(5000)), 'name.txt': 'A common F-' + '3' * 400 + 'A\n\n' + 'AN/SPY-' * 500,
           'dates.json': '{"title": "A common date", "date": "' + '9' * 400 + '", "author": "' + 'A B ' * 2000 + '", "url": "http://a.example/' + 'u' * 9000 + '"}',
           'ids.jsonl': ''.join('{"id": "%s", "title": "Common id %d"}\n' % ('i' * n, n) for n in (1, 244, 245, 246, 300, 5000))}
    for number, (name, text) in enumerate(bad.items()): (news / f'article-{100 + number * 10:05}{name}').write_text(text)
    done = index(folder / 'db', news, code=(0, 1))
    assert done.returncode == 0, done.stderr
    assert count(folder / 'db') == (1000 if LONG else 300) + len(bad) + 5, (count(folder / 'db'), done)
    sound(folder / 'db')


run_cases(things_that_are_no_files, deep_and_long_paths, what_nobody_may_read_keeps_its_articles, files_that_vanish_during_the_run,
          files_that_grow_and_shrink_while_they_are_read, what_a_file_gains_behind_its_last_record_is_read_next, far_over_every_limit, documents_that_no_index_could_hold)
