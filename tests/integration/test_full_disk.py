#!/usr/bin/env python3
"""A disk that fills up, at whatever stage, ends the run with exit 4 and a message; the database stays good and is
searched meanwhile, and with room again the next run finishes. So does one that became read-only. Needs the right to
mount a tmpfs."""
import subprocess
from corpus import INDEX, QUERY, run, write
from faults import LONG, count, digest, index, mounted, run_cases, sound, tidy


def tells_full(done):
    assert done.returncode == 4, done
    words = 'No space left on device', 'not enough room', 'Failed to create iamglass', 'the disk may be full'  # as Xapian tells
    assert any(said in done.stderr for said in words), done.stderr


def during_an_update(folder):
    with mounted(folder / 'small', '-t', 'tmpfs', '-o', 'size=5m', 'tmpfs') as small:
        write(folder / 'articles', 300)
        index(small / 'db', folder / 'articles')
        before = digest(small / 'db')
        write(folder / 'articles', 1200, words=300, seed=2)
        full = run(INDEX, '--db', small / 'db', folder / 'articles')
        tells_full(full)
        assert str(small / 'db') in full.stderr and 'is kept' in full.stderr, full.stderr
        sound(small / 'db')
        assert count(small / 'db') >= 300
        asked = run(QUERY, '--db', small / 'db', 'common')  # while it is full
        assert asked.returncode == 0 and not asked.stderr, asked
        subprocess.run(['mount', '-o', 'remount,size=256m', small], check=True)
        index(small / 'db', folder / 'articles')
        sound(small / 'db')
        tidy(small / 'db')
        assert count(small / 'db') == 1200


def at_any_stage_of_a_first_build(folder, *more, step=15 if LONG else 45):
    write(folder / 'articles', 400)
    index(folder / 'gold', folder / 'articles')
    gold = digest(folder / 'gold')
    size = int(subprocess.run(['du', '-sk', folder / 'gold'], capture_output=True, text=True).stdout.split()[0])
    codes = []
    for percent in range(10, 400, step):
        with mounted(folder / 'small', '-t', 'tmpfs', '-o', f'size={max(64, size * percent // 100)}k', 'tmpfs') as small:
            full = run(INDEX, '--db', small / 'db', *more, folder / 'articles')
            codes.append(full.returncode)
            if full.returncode: tells_full(full)
            asked = run(QUERY, '--db', small / 'db', 'common')
            assert asked.returncode in (0, 1) or 'there is no database' in asked.stderr, asked
            subprocess.run(['mount', '-o', 'remount,size=256m', small], check=True)
            index(small / 'db', *more, folder / 'articles')
            sound(small / 'db')
            tidy(small / 'db')
            assert digest(small / 'db') == gold, percent
    print(' ', codes)
    assert codes[0] == 4 and codes[-1] == 0


def at_any_stage_of_a_set(folder):
    at_any_stage_of_a_first_build(folder, '--shards', '3', step=25 if LONG else 75)


def during_a_rebuild_or_a_compaction(folder):
    write(folder / 'articles', 400)
    with mounted(folder / 'small', '-t', 'tmpfs', '-o', 'size=64m', 'tmpfs') as small:
        index(small / 'db', folder / 'articles')
        before = digest(small / 'db')
        used = int(subprocess.run(['du', '-sk', small / 'db'], capture_output=True, text=True).stdout.split()[0])
        told = set()
        for percent in range(105, 300, 60):
            subprocess.run(['mount', '-o', f'remount,size={used * percent // 100}k', small], check=True)
            for task in '--compact', '--rebuild':
                done = run(INDEX, '--db', small / 'db', task)
                assert done.returncode in (0, 4), done
                if done.returncode: told.add(task)
                sound(small / 'db')
                assert digest(small / 'db') == before
                if done.returncode: index(small / 'db')  # what was half made goes with the next run at the latest
                tidy(small / 'db')
        assert told == {'--compact', '--rebuild'}, told
        subprocess.run(['mount', '-o', 'remount,size=256m', small], check=True)
        index(small / 'db', '--rebuild')
        tidy(small / 'db')
        assert digest(small / 'db') == before


def a_disk_that_became_read_only(folder):
    write(folder / 'articles', 30)
    with mounted(folder / 'disk', '-t', 'tmpfs', '-o', 'size=32m', 'tmpfs') as disk:
        index(disk / 'db', folder / 'articles')
        subprocess.run(['mount', '-o', 'remount,ro', disk], check=True)
        assert count(disk / 'db') == 30
        for words in [folder / 'articles'], ['--forget', folder / 'articles'], []:
            done = index(disk / 'db', *words, code=4)
            assert 'Read-only file system' in done.stderr and 'another' not in done.stderr, done.stderr
        done = run(INDEX, '--db', disk / 'new', folder / 'articles')
        assert done.returncode == 4 and 'Read-only file system' in done.stderr and 'NIGHTLY RUNS' in done.stderr, done
        subprocess.run(['mount', '-o', 'remount,rw', disk], check=True)
        index(disk / 'db')


run_cases(during_an_update, at_any_stage_of_a_first_build, at_any_stage_of_a_set,
          during_a_rebuild_or_a_compaction, a_disk_that_became_read_only)
