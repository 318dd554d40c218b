#!/usr/bin/env python3
"""While a database is made anew every question is answered as before; one that is interrupted or killed leaves
the old one as it was, and the next run clears up; where there is no room nothing is begun."""
import os, random, shutil, signal, subprocess, sys, tempfile, time
from corpus import INDEX, QUERY, check, run, write

choose = random.Random(7)


def digest(database):
    done = run(INDEX, '--db', database, '--digest')
    assert done.returncode == 0, done.stderr
    return done.stdout


def begin(database):
    return subprocess.Popen([INDEX, '--db', database, '--rebuild', '--quiet'], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True)


with tempfile.TemporaryDirectory(prefix='sitrep-rebuild-') as folder:
    articles, database = folder + '/articles', folder + '/db'
    write(articles, 800, words=300)
    assert run(INDEX, '--db', database, articles).returncode == 0
    before = digest(database)

    started, process, asked = time.monotonic(), begin(database), 0
    while process.poll() is None:
        done = run(QUERY, '--db', database, '--count', 'common')
        assert (done.returncode, done.stdout) == (0, '800\n'), (asked, done)
        asked += 1
    took = time.monotonic() - started
    assert process.returncode == 0, process.communicate()
    assert asked > 3, asked
    assert digest(database) == before
    assert [name for name in os.listdir(database) if 'tmp' in name] == []
    print(f'{asked} questions answered while it was made anew, in {took:.1f} s')

    for number in range(12):
        way = signal.SIGINT if number % 3 == 0 else signal.SIGKILL
        process = begin(database)
        time.sleep(choose.random() * took)
        process.send_signal(way)
        _, said = process.communicate()
        assert process.returncode in (0, -signal.SIGKILL, 130), (process.returncode, said)
        assert digest(database) == before, number
    done = run(INDEX, '--db', database)
    assert done.returncode == 0, done.stderr
    assert len(os.listdir(database)) == 3, os.listdir(database)
    check(database)
    assert run(INDEX, '--db', database, '--verify').returncode == 0
    print('killed and interrupted 12 times, and nothing changed')

    small = folder + '/small'
    os.mkdir(small)
    mounted = subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', small], capture_output=True, text=True)
    if mounted.returncode != 0:
        print('not tried: a disk without room; cannot mount a tmpfs:', mounted.stderr.strip())
        sys.exit(0)
    try:
        shutil.copytree(database, small + '/db')
        used = shutil.disk_usage(small).used
        assert subprocess.run(['mount', '-o', f'remount,size={used * 5 // 2}', small]).returncode == 0
        done = run(INDEX, '--db', small + '/db', '--rebuild')
        assert done.returncode == 4, done
        assert 'not enough room to make it anew' in done.stderr, done.stderr
        assert digest(small + '/db') == before
        print('refused where there is no room')
    finally:
        subprocess.run(['umount', small], check=True)
