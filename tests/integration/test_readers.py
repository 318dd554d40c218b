#!/usr/bin/env python3
"""Questions asked while an indexer writes are always answered, without a word of complaint, and the answers never
shrink: beside updates, a first build, its settling, and rebuilds; through a pager that takes its time, too."""
import json, subprocess, threading, time
from pathlib import Path
from corpus import INDEX, QUERY, run, write
from faults import LONG, count, index, run_cases

SECONDS = 60 if LONG else 8
QUESTIONS = [['--count', 'common'], ['--limit', '50', 'alpha', 'zulu'], ['--format', 'json', '"common headline"'], ['--format', 'paths', 'title:common']]


class Readers:
    """Ask in a loop until the block is left, and then say what was wrong."""

    def __init__(self, database, count=2, before=()):
        self.database, self.before, self.stopped, self.asked, self.most, self.wrong = str(database), before, False, 0, 0, []
        self.threads = [threading.Thread(target=self.ask) for _ in range(count)]

    def ask(self):
        most = 0
        while not self.stopped:
            for question in QUESTIONS:
                was_there = Path(self.database, 'XAPIANDB').exists()
                done = run(QUERY, '--db', self.database, *question, timeout=60)
                quiet = not done.stderr or any(words in done.stderr for words in self.before) and most == 0
                if 'there is no database' in done.stderr and was_there: quiet = False
                if done.returncode not in ((0, 1) if not done.stderr else (1, 3)) or not quiet:
                    self.wrong.append(f'{question}: {done.returncode} {done.stderr}')
                if question[0] == '--count' and not done.stderr:
                    if int(done.stdout) < most: self.wrong.append(f'{done.stdout.strip()} articles after {most}')
                    most = max(most, int(done.stdout))
                self.asked += 1
        self.most = max(self.most, most)

    def __enter__(self):
        for thread in self.threads: thread.start()
        return self

    def __exit__(self, *_):
        self.stopped = True
        for thread in self.threads: thread.join()
        assert not self.wrong, '\n'.join(self.wrong[:5])


def beside_updates(folder):
    write(folder / 'articles', 50)
    index(folder / 'db', folder / 'articles')
    runs, end = 0, time.monotonic() + SECONDS
    with Readers(folder / 'db') as readers:
        while time.monotonic() < end:
            runs += 1
            write(folder / 'articles', 50 + 25 * runs, seed=runs % 7)  # all are rewritten, some are new
            index(folder / 'db')
            if runs >= 40: break  # files by the thousand would make each run long
    print(f'  {readers.asked} questions beside {runs} runs')
    assert readers.asked >= 20 and runs >= 3
    assert count(folder / 'db') == 50 + 25 * runs


def beside_a_first_build_and_its_settling(folder):
    # A line that all share becomes furniture: the documents of the first shard are written again.
    write(folder / 'articles', 3000 if LONG else 1200)
    for path in (folder / 'articles').iterdir():
        path.write_text(path.read_text() + '\nThis line of furniture stands in each of the articles\n')
    with Readers(folder / 'db', before=('there is no database', 'holds no articles yet')) as readers:
        index(folder / 'db', folder / 'articles')
    assert readers.asked >= 4 and count(folder / 'db') == (3000 if LONG else 1200)


def through_a_slow_pager(folder):
    write(folder / 'articles', 300)
    index(folder / 'db', folder / 'articles')
    question = [QUERY, '--db', folder / 'db', '--limit', '300', '--format', 'json', 'common']
    whole = subprocess.run(question, capture_output=True, text=True).stdout
    assert len(whole) > 100_000, len(whole)  # more than a pipe holds
    asked = subprocess.Popen(question, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(.3)  # until it writes into the pipe that nobody reads
    for seed in range(2, 6):
        write(folder / 'articles', 300, seed=seed)
        index(folder / 'db')
    assert asked.poll() is None, 'the question was answered before the writer began: the test shows nothing'
    shown, complaint = asked.communicate()
    assert asked.returncode == 0 and not complaint, complaint
    def hits(text): return [hit['path'] for hit in json.loads(text)['hits']]
    assert hits(shown) == hits(whole) and len(hits(whole)) == 300


def a_reader_that_leaves_is_no_trouble(folder):
    write(folder / 'articles', 300)
    index(folder / 'db', folder / 'articles')
    done = subprocess.run(f'{QUERY} --db {folder}/db --limit 300 common | head -n 1', shell=True, capture_output=True, text=True)
    assert done.stdout.count('\n') == 1 and not done.stderr, done
    with open('/dev/full', 'w') as full:
        done = subprocess.run([QUERY, '--db', folder / 'db', 'common'], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 4 and 'No space left on device' in done.stderr, done


def beside_rebuilds(folder):
    write(folder / 'articles', 300)
    index(folder / 'db', folder / 'articles')
    with Readers(folder / 'db') as readers:
        for _ in range(10 if LONG else 4): index(folder / 'db', '--rebuild')
    assert readers.asked >= 8 and readers.most == 300


run_cases(beside_updates, beside_a_first_build_and_its_settling, through_a_slow_pager, a_reader_that_leaves_is_no_trouble, beside_rebuilds)
