#!/usr/bin/env python3
"""Bits that fall over, and tables that are cut, anywhere: --verify finds them, or nothing that the database says
has changed. Never does it crash, hang or call a good database damaged."""
import glob, os, shutil, tempfile
from corpus import INDEX, run, write
from faults import seeded

choose = seeded(20251125)


def damaged(path):
    """A byte changed, or the end lost; what was done."""
    size = os.path.getsize(path)
    with open(path, 'r+b') as file:
        if choose.random() < 0.2:
            length = choose.randrange(size)
            file.truncate(length)
            return f'cut to {length} of {size}'
        at = choose.randrange(size)
        file.seek(at)
        old = file.read(1)[0]
        file.seek(at)
        file.write(bytes([old ^ (1 << choose.randrange(8))]))
        return f'a bit of byte {at}'


with tempfile.TemporaryDirectory(prefix='sitrep-verify-') as folder:
    database, copy = folder + '/db', folder + '/copy'
    write(folder + '/articles', 60, words=300)
    assert run(INDEX, '--db', database, folder + '/articles').returncode == 0
    good = run(INDEX, '--db', database, '--verify')
    assert good.returncode == 0, good
    digest = good.stdout.split('digest ')[1].strip()
    assert run(INDEX, '--db', database, '--digest').stdout.strip() == digest
    found = 0
    for number in range(200):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(database, copy)
        table = choose.choice(sorted(glob.glob(copy + '/gen-*/*glass')))
        what = os.path.basename(table) + ': ' + damaged(table)
        done = run(INDEX, '--db', copy, '--verify', timeout=60)
        if done.returncode == 3:
            assert 'damage: ' in done.stdout , (what, done)
            found += 1
        else:
            assert done.returncode == 0, (what, done)
            assert done.stdout.endswith('digest ' + digest + '\n'), (what, done.stdout)
    print(found, 'of 200 found; the others changed nothing')
    assert found > 100, found
