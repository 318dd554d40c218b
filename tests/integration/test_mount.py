#!/usr/bin/env python3
"""A disk that is not mounted: the folder that it is mounted on takes nothing out of the database, though it is
not empty; when the disk is back, or another mount of its kind, all is as before. Needs the right to mount a
tmpfs; is skipped, and says so, without it."""
import os, subprocess, sys, tempfile
from pathlib import Path
from corpus import INDEX, QUERY, run


def mount(disk):
    return subprocess.run(['mount', '-t', 'tmpfs', 'tmpfs', disk], capture_output=True, text=True)


def articles(database):
    return int(run(QUERY, '--db', database, '--count', 'frigates').stdout)


with tempfile.TemporaryDirectory(prefix='sitrep-mount-') as folder:
    disk, database = folder + '/disk', folder + '/db'
    os.mkdir(disk)
    Path(disk, 'readme.txt').write_text('Not mounted\n\nThis folder of frigates is empty.\n')
    mounted = mount(disk)
    if mounted.returncode != 0:
        print('skipped: cannot mount a tmpfs:', mounted.stderr.strip())
        sys.exit(77)
    try:
        for name in ('one', 'two'):
            Path(disk, name + '.txt').write_text(f'Number {name}\n\nAll of them are frigates.\n')
        assert run(INDEX, '--db', database, disk).returncode == 0
        Path(disk, 'two.txt').unlink()
        assert run(INDEX, '--db', database).returncode == 0
        assert articles(database) == 1
    finally:
        subprocess.run(['umount', disk], check=True)
    for _ in range(2):
        done = run(INDEX, '--db', database)
        assert done.returncode == 3, (done.returncode, done.stderr)
        assert 'stands on' in done.stderr and 'nothing is removed, 1 of its ' in done.stderr, done.stderr
    assert articles(database) == 2  # what is new is committed all the same
    assert mount(disk).returncode == 0
    try:
        Path(disk, 'one.txt').write_text('Number one\n\nAll of them are frigates.\n')
        done = run(INDEX, '--db', database)  # after a reboot: the same source, another device number
        assert done.returncode == 0, done.stderr
        assert articles(database) == 1
    finally:
        subprocess.run(['umount', disk], check=True)
    done = run(INDEX, '--db', database, '--force-delete')
    assert done.returncode == 0, done.stderr
    assert articles(database) == 1
    assert run(INDEX, '--db', database).returncode == 0  # known from now on
    print('nothing went while the disk was away')
