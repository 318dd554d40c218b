#!/usr/bin/env python3
"""Furniture learned from the corpus: what an article is does not depend on the order in which files came, on how
many runs brought them, or on what was there in between; a story kept many times keeps every line."""
import io, os, random, re, shutil, signal, subprocess, sys, tarfile, tempfile, time
from pathlib import Path
from corpus import INDEX, check, run

SMALL = ('the of and to in a is that for it was on with as by at from his are be this have they which not but had her '
         'or one an all would who when will more if no out said what up its about than into them can only').split()


def sentence(choose, words=24):
    """Reads as running text, and no two are alike."""
    out = [choose.choice(SMALL) if choose.random() < .6 else f'w{choose.randrange(100000)}' for _ in range(words)]
    return ' '.join(out).capitalize() + '.'


def story(choose, paragraphs=6):
    return [sentence(choose) + ' ' + sentence(choose) for _ in range(paragraphs)]


def write(path, title, paragraphs):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(title + '\n\n' + '\n\n'.join(paragraphs) + '\n')


def documents(database):
    """Every document of the database, terms and data, without the numbers that Xapian gave them."""
    last = int(re.search(r'highest document id.* = (\d+)', run('xapian-delve', database).stdout).group(1))
    found = []
    for number in range(1, last + 1):
        shown = subprocess.run(['xapian-delve', '-1', '-d', '-r', str(number), database], capture_output=True).stdout
        if b'Term List' not in shown: continue
        found.append(shown.replace(f'record #{number}'.encode(), b'record'))
    return sorted(re.sub(rb'(term frequencies|Term List).*', b'', one) for one in found)


def index(database, *more, code=0):
    done = run(INDEX, '--db', database, *more)
    assert done.returncode == code, (done.returncode, done.stderr)
    return done


def dropped(database, *paths):
    return run(INDEX, '--dump=article', '--db', database, *map(str, paths)).stdout.count('"learned"')


def known_lines(database):
    return len(run('xapian-delve', '-1', '-A', 'XM', database).stdout.split('\n')) - 2


FURNITURE = ['Harbor Watch is read in forty ports of the northern sea',
             'Write to the desk of the watch at the old pier',
             'The watch is kept by sailors and paid for by those who read it, and it has been so for many a year.']


def a_site_loses_its_furniture(folder):
    choose = random.Random(1)
    for number in range(6):
        write(folder / f'site/{number}.txt', f'Headline number {number} of the site', story(choose) + FURNITURE)
    index(folder / 'db', folder / 'site')
    assert dropped(folder / 'db', folder / 'site/3.txt') == len(FURNITURE)
    assert b'forty ports' not in b''.join(documents(folder / 'db'))
    # A page of elsewhere may say so.
    write(folder / 'else/0.txt', 'A headline of elsewhere', story(choose) + FURNITURE)
    index(folder / 'db', folder / 'else')
    assert b''.join(documents(folder / 'db')).count(b'forty ports') == 1
    assert run(INDEX, '--dump=article', str(folder / 'site/3.txt')).stdout.count('"learned"') == 0


def copies_keep_every_line(folder):
    """One story under five outlets in one folder, each with furniture of its own, and three times as it is."""
    choose = random.Random(2)
    text = story(choose, 10) + FURNITURE
    for number in range(5):
        copy = [p.replace(' the ', ' teh ', 1) if choose.random() < .3 else p for p in text]
        if number % 2: copy[0] = 'SENDAI (AFP) — ' + copy[0]
        own = [sentence(choose) for _ in range(2)] + [f'Outlet {number} thanks its readers for the day']
        write(folder / f'outlets/{number}.txt', f'Headline as outlet {number} has it', copy + own)
    for number in range(3): write(folder / f'saved/{number}.txt', 'The same headline', text)
    index(folder / 'db', folder / 'outlets', folder / 'saved')
    assert known_lines(folder / 'db') == 0
    assert b''.join(documents(folder / 'db')).count(b'forty ports') == 8


def a_sentence_of_the_story_stays(folder):
    choose = random.Random(3)
    quote = 'The ships will be built in the yard that built the last of them, the minister said in March of that year.'
    for number in range(4):
        text = story(choose)
        write(folder / f'series/{number}.txt', f'Part {number} of a series of stories', text[:3] + [quote] + text[3:])
    index(folder / 'db', folder / 'series')
    assert known_lines(folder / 'db') == 1
    assert b''.join(documents(folder / 'db')).count(b'the minister said in March') == 4


def switched_off_and_on(folder):
    choose = random.Random(4)
    for number in range(4):
        write(folder / f'site/{number}.txt', f'Headline number {number} of the site', story(choose) + FURNITURE)
    index(folder / 'on', folder / 'site')
    index(folder / 'off', '--no-learned-boilerplate', folder / 'site')
    learned, plain = documents(folder / 'on'), documents(folder / 'off')
    assert learned != plain and known_lines(folder / 'off') == 0
    index(folder / 'on', '--no-learned-boilerplate')
    assert documents(folder / 'on') == plain
    index(folder / 'on')
    assert documents(folder / 'on') == learned


def a_file_that_is_gone_keeps_its_article(folder):
    choose = random.Random(5)
    for number in range(3):
        write(folder / f'site/{number}.txt', f'Headline number {number} of the site', story(choose) + FURNITURE)
        if number == 1: index(folder / 'db', folder / 'site')
    (folder / 'site/0.txt').rename(folder / 'kept.txt')
    # Only the new file is named: the run does not learn from the folder that another one is gone.
    done = index(folder / 'db', folder / 'site/2.txt', code=1)
    assert 'site/0.txt' in done.stderr and 'kept as they were' in done.stderr, done.stderr
    assert b''.join(documents(folder / 'db')).count(b'forty ports') == 1
    (folder / 'kept.txt').rename(folder / 'site/0.txt')
    index(folder / 'db')
    index(folder / 'fresh', folder / 'site')
    assert documents(folder / 'db') == documents(folder / 'fresh')


def a_file_whose_filter_is_missing_keeps_its_article(folder):
    choose = random.Random(6)
    read = ('--filter', 'xyz=cat')
    for number in range(5):
        write(folder / f'site/{number}.xyz', f'Headline number {number} of the site', story(choose) + FURNITURE)
    write(folder / 'else/0.txt', 'A headline of elsewhere', story(choose))
    index(folder / 'db', *read, folder / 'site')
    done = index(folder / 'db', '--no-learned-boilerplate', folder / 'else', code=1)
    assert 'without its filter' in done.stderr, done.stderr
    index(folder / 'db', '--no-learned-boilerplate', *read)
    index(folder / 'fresh', '--no-learned-boilerplate', *read, folder / 'site', folder / 'else')
    assert documents(folder / 'db') == documents(folder / 'fresh')


def page_of_crawl(number, title, paragraphs):
    body = f'<html><title>{title}</title><body><h1>{title}</h1>' + ''.join(f'<p>{p}</p>' for p in paragraphs)
    answer = f'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}</body></html>'
    return (f'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://watch.example/{number}\r\n'
            f'WARC-Record-ID: <urn:uuid:{number}>\r\nContent-Type: application/http; msgtype=response\r\n'
            f'Content-Length: {len(answer)}\r\n\r\n{answer}\r\n\r\n')


def what_is_an_article_does_not_depend_on_others(folder):
    """A page that tells enough with the line that others share, and too little without it."""
    choose = random.Random(7)
    short = page_of_crawl(9, 'A short page of the watch on the pier', [sentence(choose, 30), FURNITURE[2]])
    others = [page_of_crawl(n, f'Headline number {n} of the site', story(choose) + [FURNITURE[2]]) for n in range(5)]
    for name, text in ('one', short), ('two', ''.join(others)):
        (folder / name).mkdir()
        (folder / name / 'crawl.warc').write_text(text)
    for database, order in ('a', ('one', 'two')), ('b', ('two', 'one')):
        for name in order: index(folder / database, folder / name)
    assert len(documents(folder / 'a')) == 6
    assert documents(folder / 'a') == documents(folder / 'b')


def a_name_and_an_id_that_stand_twice_lose_no_article(folder):
    """An archive whose second member, of the id of the first, was appended again; the first has no furniture, and
    the archive is large enough to be built in parts."""
    choose = random.Random(9)
    stories = [story(choose) for _ in range(300)]
    with tarfile.open(folder / 'saved.tar', 'w') as archive:
        for number, text in enumerate(stories):
            text = '\\n\\n'.join(text + (FURNITURE if number else []))
            record = f'{{"id": "{max(number, 2)}", "title": "Headline {number} of the site", "text": "{text}"}}'.encode()
            member = tarfile.TarInfo('first.json' if number == 0 else f'{max(number, 2)}.json')
            member.size = len(record)
            archive.addfile(member, io.BytesIO(record))
    index(folder / 'db', folder / 'saved.tar')
    kept = documents(folder / 'db')
    assert len(kept) == len(stories)
    for text in stories: assert any(text[0][:30].encode() in one for one in kept), text[0]
    assert b'forty ports' not in b''.join(kept)


def copies_cost_no_more_than_stories(folder):
    """Time for twice the copies of one story is some twice the time."""
    text = '\\n\\n'.join(story(random.Random(8), 12) + FURNITURE)
    def seconds(count):
        feed = folder / f'{count}.jsonl'
        feed.write_text(''.join(f'{{"id": "{n}", "title": "Copy {n}", "source": "Wire", "text": "{text}"}}\n'
                                for n in range(count)))
        begin = time.monotonic()
        index(folder / f'db{count}', feed)
        return time.monotonic() - begin
    assert seconds(1600) < 5 * seconds(800) + 1


def change(folder, choose, lines):
    """Writes, rewrites or removes a few files; their lines cross the threshold both ways."""
    for _ in range(choose.randint(1, 6)):
        path = folder / f'site{choose.randrange(3)}' / f'{choose.randrange(9)}.txt'
        if path.exists() and choose.random() < .4:
            path.unlink()
            continue
        seed = choose.randrange(40)  # some are copies of others
        text = story(random.Random(seed))
        for line in choose.sample(lines, choose.randint(0, 4)): text.insert(choose.choice([0, 3, len(text)]), line)
        if choose.random() < .2: text = text[:len(text) // 2] + text[len(text) // 2:][:2]
        if path.suffix == '.txt': write(path, f'Headline of story number {seed} there', text)
        if choose.random() < .2:
            records = [f'{{"id": "{n}", "title": "Record number {n} of {seed}", "source": "Wire", "text": "' +
                       '\\n\\n'.join(story(random.Random(seed * 10 + n), 3) + choose.sample(lines, 2)) + '"}'
                       for n in range(choose.randint(1, 5))]
            (path.parent / f'wire{choose.randrange(2)}.jsonl').write_text('\n'.join(records) + '\n')


def any_order_gives_the_same(folder, seed, rounds=12):
    choose = random.Random(seed)
    lines = FURNITURE + [f'Line number {n} stands in many pages of this place' for n in range(5)]
    articles = folder / 'articles'
    for step in range(rounds):
        articles.mkdir(exist_ok=True)
        change(articles, choose, lines)
        (articles / 'always.md').write_text('# A page that is always there\n\n' + sentence(choose) + '\n')
        if choose.random() < .3:  # killed at any moment
            process = subprocess.Popen([INDEX, '--db', str(folder / 'db'), str(articles)],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(choose.uniform(0, .08))
            process.send_signal(choose.choice([signal.SIGKILL, signal.SIGTERM]))
            process.wait()
        order = sorted(articles.rglob('*.*'))
        choose.shuffle(order)
        if step % 3 == 1:  # file by file
            index(folder / 'db', articles / 'always.md', articles)
            for path in order[:4]: index(folder / 'db', path)
        else:
            index(folder / 'db', articles)
        fresh = folder / f'fresh{step}'
        index(fresh, articles)
        check(str(folder / 'db'))
        assert documents(folder / 'db') == documents(fresh), f'seed {seed} step {step}'
        again = index(folder / 'db', '--verbose')
        assert 'cleaned again' not in again.stderr, again.stderr
        shutil.rmtree(fresh)


cases = [a_site_loses_its_furniture, copies_keep_every_line, a_sentence_of_the_story_stays, switched_off_and_on,
         a_file_that_is_gone_keeps_its_article, a_file_whose_filter_is_missing_keeps_its_article,
         what_is_an_article_does_not_depend_on_others, a_name_and_an_id_that_stand_twice_lose_no_article,
         copies_cost_no_more_than_stories]
for case in cases:
    with tempfile.TemporaryDirectory(prefix='sitrep-learned-') as name: case(Path(name))
seeds = [int(os.environ['SITREP_SEED'])] if os.environ.get('SITREP_SEED') else [11, 12, int(time.time())]
print('seeds', seeds)
for seed in seeds:
    with tempfile.TemporaryDirectory(prefix='sitrep-learned-') as name: any_order_gives_the_same(Path(name), seed)
print(len(cases), 'cases and', len(seeds), 'random corpora held')
