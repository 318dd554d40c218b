#!/usr/bin/env python3
"""Files that move, within a root and between roots, and a root that moves: what the database says in the end is what a
fresh run would have it say, also where a run is killed in the middle, again and again."""
import json, random, shutil, subprocess, time
from corpus import INDEX
from faults import LONG, index, run_cases, seeded

OUTLETS = ['Harbor Watch', 'The Pier', '']
LINES = ['Subscribe to our morning letter for more of this', 'Read all that we ever wrote about ships here']


def story(choose, outlet, number):
    words = ' '.join(f'w{choose.randrange(5000)}' for _ in range(60)).capitalize()
    return {'title': f'Headline number {number}', 'source': outlet, 'text': f'{LINES[number % 2]}\n\n{words}.\n\nThe end is common.'}


def write_roots(folder, choose, files):
    """Two roots: files of one article, with an outlet and without, and feeds of several."""
    for number in range(files):
        place = folder / choose.choice(['one', 'two']) / choose.choice(['a', 'b', 'c/d'])
        place.mkdir(parents=True, exist_ok=True)
        stories = [story(choose, choose.choice(OUTLETS), 10 * number + n) for n in range(1 if number % 3 else 5)]
        if number % 3: (place / f'{number}.json').write_text(json.dumps(stories[0]))
        else: (place / f'{number}.jsonl').write_text(''.join(json.dumps(s) + '\n' for s in stories))


def move_some(folder, choose, share):
    for path in sorted(folder.glob('[ot]*/**/*.json*')):
        if choose.random() > share: continue
        place = folder / choose.choice(['one', 'two']) / choose.choice(['a', 'b', 'e/f'])
        place.mkdir(parents=True, exist_ok=True)
        path.rename(place / (choose.choice(['', 'x']) + path.name))


def digest(database):
    done = index(database, '--verify')
    return done.stdout.split('digest ')[1]


def fresh(folder):
    shutil.rmtree(folder / 'fresh', ignore_errors=True)
    index(folder / 'fresh', folder / 'one', folder / 'two')
    return digest(folder / 'fresh')


def moves_are_what_a_fresh_run_finds(folder):
    choose = seeded()
    write_roots(folder, choose, 60)
    index(folder / 'db', folder / 'one', folder / 'two')
    for _ in range(20 if LONG else 5):
        move_some(folder, choose, 0.4)
        done = index(folder / 'db', '--summary=json')
        summary = json.loads(done.stdout)
        assert summary['moved'] > 0 and summary['added'] == summary['removed'], summary
        assert digest(folder / 'db') == fresh(folder)


def a_run_that_moves_is_killed(folder):
    choose = seeded()
    write_roots(folder, choose, 150)
    index(folder / 'db', folder / 'one', folder / 'two')
    for _ in range(30 if LONG else 5):
        move_some(folder, choose, 0.8)
        for _ in range(choose.randint(1, 3)):
            process = subprocess.Popen([INDEX, '--db', folder / 'db', '--jobs=1'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(choose.uniform(0, 0.4))
            process.kill()
            process.wait()
        index(folder / 'db')
        assert digest(folder / 'db') == fresh(folder)


def a_root_that_moved_is_not_read_again(folder):
    write_roots(folder, random.Random(1), 60)
    index(folder / 'db', '--root-id', 'news', folder / 'one')
    (folder / 'one').rename(folder / 'away')
    done = index(folder / 'db', '--root-id', 'news', folder / 'away', '--summary=json')
    assert json.loads(done.stdout)['bytes'] == 0, done.stdout
    index(folder / 'fresh', '--root-id', 'news', folder / 'away')
    assert digest(folder / 'db') == digest(folder / 'fresh')


run_cases(moves_are_what_a_fresh_run_finds, a_run_that_moves_is_killed, a_root_that_moved_is_not_read_again)
