#!/usr/bin/env python3
"""A set of shards says what one database says: the same articles and furniture, hits, order and scores, after a
first build, after every kind of change, built shard by shard alone, and divided anew; kills leave every shard
usable, and the next run finishes."""
import json, os, random, shutil, signal, subprocess, tempfile, time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from corpus import INDEX, QUERY, WORDS, run
from faults import Skip, strace

choose = random.Random(11)
SAMPLE = Path(__file__).resolve().parents[2] / 'data' / 'sample'
QUESTIONS = ['missile', 'frigate OR drone', 'air defense system', '"air force"', 'navy -drone', 'f-35', 'minist*',
             'title:ship', 'common alpha', 'hotel tango', 'common']


def index(*arguments, codes=(0, 1)):
    done = run(INDEX, *map(str, arguments))
    assert done.returncode in codes, (arguments, done)
    return done


def digest(database):
    return index('--db', database, '--digest', codes=(0,)).stdout


def shards(database):
    return [database + '/' + line.split()[1] for line in open(database + '/XAPIANDB')]


def answers(*databases):
    """Hits with their scores, for every question."""
    named = [word for database in databases for word in ('--db', database)]
    out = []
    for question in QUESTIONS:
        for more in ([], ['--no-collapse', '--sort', 'date']):
            done = run(QUERY, *named, '--format', 'json', '--limit', '60', *more, '--', question)
            assert done.returncode in (0, 1), (question, done)
            said = json.loads(done.stdout)
            out.append((question, said['total'], [(hit['path'], hit['score']) for hit in said['hits']]))
    return out


def check_same(expected, several):
    for one, other in zip(expected, several, strict=True):
        assert one[:2] == other[:2], (one[:2], other[:2])
        assert [path for path, _ in one[2]] == [path for path, _ in other[2]], (one, other)
        for (path, score), (_, same) in zip(one[2], other[2]):
            assert abs(score - same) <= 1e-6, (one[0], path, score, same)
    assert sum(len(one[2]) for one in expected) > 100


SMALL = ('the of and to in a is that for it was on with as by at from his are be this have they which not but had her or '
         'one an all would who when will more if no out said what up its about than into them can only').split()
NOTICE = ['{} is read in forty ports of the northern sea', 'Write to {} at the old pier',
          '{} is kept by sailors and paid for by those who read it, and it has been so for many a year.']


def sentence(told):
    words = [told.choice(SMALL) if told.random() < .6 else f'w{told.randrange(100000)}' for _ in range(24)]
    return ' '.join(words).capitalize() + '.'


def write_article(path, seed, notice=''):
    """Stories unlike one another; what names `notice` is furniture where three of a folder have it."""
    told = random.Random(f'story {seed}')
    path.parent.mkdir(parents=True, exist_ok=True)
    story = [sentence(told) + ' ' + sentence(told) for _ in range(6)]
    story[2] = ' '.join(told.sample(WORDS, 2)).capitalize() + ' ' + story[2]
    if notice: story += [line.format(notice) for line in NOTICE]
    path.write_text(f'Common {seed}\n\n' + '\n\n'.join(story) + '\n')


def write_news(folder, count):
    for number in range(count):
        write_article(folder / f'desk-{number % 7}' / f'{number:04}.txt', number, 'The harbor desk' * (number < 200))
    for number in range(120):
        write_article(folder / f'bureau-{number // 4}' / f'{number:04}.txt', f'by bureau {number}', 'The small bureau')


def change(folder):
    """Changed, removed, moved; furniture that appears and that ends."""
    for number in range(0, 40, 3):
        write_article(folder / f'desk-{number % 7}' / f'{number:04}.txt', f'rewritten {number}')
    for number in range(100, 112):
        write_article(folder / f'desk-{number % 7}' / f'{number:04}.txt', number, 'The new letter')
    for number in range(50, 58):
        (folder / f'desk-{number % 7}' / f'{number:04}.txt').unlink()
    for number in range(60, 90):
        path = folder / f'desk-{number % 7}' / f'{number:04}.txt'
        path.rename(path.with_name(f'moved-{number}.txt'))
    for number in range(90, 96):
        path = folder / f'desk-{number % 7}' / f'{number:04}.txt'
        path.rename(folder / 'desk-0' / f'elsewhere-{number}.txt')


def check_alone(folder, database, articles):
    """Each machine its shard, from the same folder."""
    alone = []
    for number, shard in enumerate(shards(database), 1):
        alone.append(f'{folder}/alone-{number}')
        index('--shard', f'{number}/3', '--db', alone[-1], *articles)
        assert digest(alone[-1]) == digest(shard), number
        index('--db', alone[-1], '--verify', codes=(0,))
    done = run(QUERY, '--db', alone[0], '--db', alone[2], 'common')
    assert done.returncode == 2 and '2/3 is not named' in done.stderr, done
    return alone


def check_reader(news, database):
    """Files move from shard to shard in a commit whose every write is slow."""
    def count():
        done = run(QUERY, '--db', database, '--no-collapse', '--count', 'common')
        return done.stdout or done.stderr
    expected, seen = count(), set()
    for path in sorted(news.rglob('0*.txt')):
        path.rename(path.with_name('again-' + path.name))
    slow = ['fsync,fdatasync:delay_enter=60000']
    with ThreadPoolExecutor() as pool:
        writer = pool.submit(strace, slow, [INDEX, '--jobs', '1', '--db', database])
        while not writer.done(): seen.add(count())
    said = writer.result()
    assert said.returncode in (0, 1) and int(said.stdout.split(' moved')[0].split()[-1]) > 100, said
    assert seen == {expected}, (expected, seen)


def killed(arguments, after):
    process = subprocess.Popen([INDEX, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True)
    time.sleep(after)
    process.kill()
    process.wait()
    return process.returncode == -signal.SIGKILL


def check_kills(folder, articles, arguments, prepare, expected):
    prepare(folder + '/timed')
    begun = time.monotonic()
    index(*arguments, '--db', folder + '/timed', *articles)
    took, hit = time.monotonic() - begun, 0
    for number in range(4):
        database = f'{folder}/killed-{number}'
        prepare(database)
        hit += killed([*arguments, '--commit-interval', '1', '--db', database, *articles], took * choose.random())
        if Path(database + '/XAPIANDB').exists():
            for shard in shards(database):
                if Path(shard).exists():
                    assert run('xapian-check', shard + '/' + open(shard + '/XAPIANDB').read().split()[1]).returncode == 0
            assert run(QUERY, '--db', database, '--count', 'common').returncode in (0, 1)
        finished = index(*arguments, '--db', database, *articles)
        assert digest(database) == expected, (number, finished)
        index('--db', database, '--verify', codes=(0,))
        shutil.rmtree(database)
    shutil.rmtree(folder + '/timed')
    print(f'killed {hit} of 4 times with {arguments}')


with tempfile.TemporaryDirectory(prefix='sitrep-shards-') as folder:
    news = Path(folder) / 'news'
    write_news(news, 420)
    shutil.copytree(SAMPLE, folder + '/sample')
    articles = [news, folder + '/sample']
    one, several = folder + '/one', folder + '/set'
    index('--db', one, *articles)
    index('--shards', 3, '--db', several, *articles)
    assert len(shards(several)) == 3
    assert digest(several) == digest(one)
    check_same(answers(one), answers(several))
    counts = [int(run(INDEX, '--db', shard, '--verify').stdout.split()[1]) for shard in shards(several)]
    assert min(counts) > 120, counts
    # What is furniture is so in the whole set: by itself no shard could tell.
    assert int(run(QUERY, '--db', several, '--count', '"the small bureau at the old pier"').stdout) < 12
    alone = check_alone(folder, several, articles)
    check_same(answers(one), answers(*alone))
    first = digest(one)
    shutil.copytree(several, folder + '/before')
    print('as one database: articles', counts)

    change(news)
    for database in (one, several):
        said = index('--db', database)
        assert ' 31 moved' in said.stdout, said
    assert digest(several) == digest(one) != first
    check_same(answers(one), answers(several))
    index('--db', several, '--verify', codes=(0,))
    for database, shard in zip(alone, shards(several)):
        index('--db', database)
        assert digest(database) == digest(shard), database
    index('--db', several, '--compact', codes=(0,))
    assert digest(several) == digest(one)
    assert index('--db', several).stdout.split(';')[0] == index('--db', one).stdout.split(';')[0]
    try:
        check_reader(news, several)
    except Skip as why:
        print(f'readers of a commit: skipped: {why}')
    for database in (one, several): index('--db', database)
    assert digest(several) == digest(one)
    print('and after changes')

    check_kills(folder, articles, ['--shards', '3'], lambda database: None, digest(one))
    check_kills(folder, articles, ['--force-delete'], lambda database: shutil.copytree(folder + '/before', database),
                digest(one))

    kept = digest(one)
    index('--db', several, '--reshard', 5, codes=(0,))
    assert len(shards(several)) == 5 and digest(several) == kept
    check_same(answers(one), answers(several))
    for number in range(3):
        killed(['--db', several, '--reshard', 2], choose.random())
        assert digest(several) == kept
    index('--db', several, '--rebuild', codes=(0, 1))
    assert digest(several) == kept
    index('--db', several, '--reshard', 1, codes=(0,))
    assert len(os.listdir(several)) == 3 and digest(several) == kept
    assert 'unchanged, 0 removed' in index('--db', several).stdout
    index('--db', several, '--reshard', 3, codes=(0,))
    assert digest(several) == kept
    index('--db', several, '--verify', codes=(0,))
    print('and divided anew')
