#!/usr/bin/env python3
"""A power cut at any moment, played on a file system of its own that is told to forget what was not yet synced: what a
run reported is there afterwards, and the next run goes on. Needs root and loop devices."""
import fcntl, os, struct, subprocess, time
from corpus import INDEX, run, write
from faults import LONG, Skip, contents, count, digest, index, need, need_root, run_cases, seeded, sound, tidy

GOING_DOWN, NO_FLUSH = 0x8004587d, 2  # FS_IOC_GOINGDOWN, EXT4_GOING_FLAGS_NOLOGFLUSH


class Disk:
    """An ext4 of its own in a file."""

    def __init__(self, folder, megabytes=96):
        need_root()
        need('mkfs.ext4', 'mount', 'umount')
        self.image, self.place, self.is_mounted = folder / 'image', folder / 'disk', False
        self.place.mkdir()
        with open(self.image, 'wb') as image: image.truncate(megabytes << 20)
        subprocess.run(['mkfs.ext4', '-q', '-F', '-E', 'lazy_itable_init=0,lazy_journal_init=0', self.image], check=True, capture_output=True)

    def mount(self):
        """Always another file: a mount namespace of somebody else may hold on to the disk that went down."""
        copy = self.image.with_suffix(f'.{time.monotonic_ns()}')
        subprocess.run(['cp', '--sparse=always', self.image, copy], check=True)
        self.image.unlink()
        self.image = copy
        done = subprocess.run(['mount', '-o', 'loop', self.image, self.place], capture_output=True, text=True)
        if done.returncode != 0: raise Skip(f'cannot mount a file: {done.stderr.strip()}')
        self.is_mounted = True

    def unmount(self):
        """The children of a killed process end by themselves, a moment after it."""
        for _ in range(100):
            if not self.is_mounted: break
            self.is_mounted = subprocess.run(['umount', self.place], stderr=subprocess.DEVNULL).returncode != 0
            if self.is_mounted: time.sleep(.1)
        assert not self.is_mounted, f'{self.place} is in use'

    def cut_power(self):
        at = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(at, GOING_DOWN, struct.pack('I', NO_FLUSH))
        except OSError as why:
            raise Skip(f'this file system cannot be told to go down: {why}')
        finally:
            os.close(at)

    def __enter__(self):
        self.mount()
        return self

    def __exit__(self, *_):
        self.unmount()


def cuts(folder, choose, number, before, after, *more):
    """So many power cuts in the middle of a run over `after` articles, a database of `before` being there."""
    write(folder / 'articles', after, seed=2)
    index(folder / 'calm', folder / 'articles')
    gold = contents(folder / 'calm')
    write(folder / 'first', before or 1)
    with Disk(folder) as disk:
        database = disk.place / 'db'
        for _ in range(number):
            subprocess.run(['rm', '-rf', database], check=True)
            if before:
                subprocess.run(['rm', '-rf', folder / 'news'], check=True)
                write(folder / 'news', before)
                index(database, *more, folder / 'news')  # reported: no sync but the indexer's own
            write(folder / 'news', after, seed=2)
            process = subprocess.Popen([INDEX, '--db', database, *more, folder / 'news'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            time.sleep(choose.uniform(0, .5 if before else .9))
            finished = process.poll() == 0
            disk.cut_power()
            process.kill()
            process.wait()
            disk.unmount()
            disk.mount()
            if (database / 'XAPIANDB').exists():
                sound(database)
                assert count(database) >= (after if finished else before), (finished, count(database))
            else:
                assert not before and not finished, 'a database that was reported is gone'
            index(database, *more, folder / 'news')
            sound(database)
            found = contents(database)
            assert len(found) == len(gold) == after, (len(found), len(gold))


def in_an_update(folder):
    cuts(folder, seeded(), 25 if LONG else 4, 150, 300)


def in_a_first_build(folder):
    cuts(folder, seeded(), 25 if LONG else 3, 0, 300)


def in_a_set_of_shards(folder):
    choose = seeded()
    for before in 150, 0:
        (folder / str(before)).mkdir()
        cuts(folder / str(before), choose, 25 if LONG else 3, before, 300, '--shards', '3')


def in_what_makes_a_generation_beside(folder):
    """A rebuild, a compaction: the old database or the new one is there whole, and they say the same."""
    choose = seeded()
    write(folder / 'news', 300)
    index(folder / 'calm', folder / 'news')
    gold = digest(folder / 'calm')
    with Disk(folder) as disk:
        database = disk.place / 'db'
        index(database, folder / 'news')
        for number in range(20 if LONG else 4):
            process = subprocess.Popen([INDEX, '--db', database, ('--rebuild', '--compact')[number % 2]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(choose.uniform(0, .6 if number % 2 == 0 else .2))
            disk.cut_power()
            process.kill()
            process.wait()
            disk.unmount()
            disk.mount()
            sound(database)
            assert digest(database) == gold
        index(database)
        tidy(database)


def right_after_a_run(folder):
    """What a run has reported by its end is there, every time."""
    choose = seeded()
    with Disk(folder) as disk:
        database = disk.place / 'db'
        for number in range(1, 16 if LONG else 5):
            write(folder / 'news', number * choose.choice([1, 7, 90]))
            articles = len(os.listdir(folder / 'news'))
            index(database, folder / 'news')
            disk.cut_power()
            disk.unmount()
            disk.mount()
            sound(database)
            assert count(database) == articles
            if '--rebuild' in run(INDEX, '--help').stdout and choose.random() < .5:
                index(database, '--rebuild')
                disk.cut_power()
                disk.unmount()
                disk.mount()
                assert count(database) == articles


run_cases(right_after_a_run, in_an_update, in_a_first_build, in_a_set_of_shards, in_what_makes_a_generation_beside)
