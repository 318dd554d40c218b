#!/usr/bin/env python3
"""An index that followed a folder through any edits is that of a fresh run: files added, changed, touched, moved,
removed, broken and mended, folders renamed, records of feeds and archives added, changed and removed, and lines that
become furniture of an outlet and stop being it. The seed of each script is printed when it fails; SITREP_SEED replays
one: the same edits, the same runs."""
import gzip, io, json, os, random, shutil, zipfile
from corpus import INDEX, run
from faults import LONG, index, run_cases, same, seeded, sound

SMALL = ('the of and to in a is that for it was on with as by at from his are be this have they which not but had her '
         'or an one all would who when will more if no out said what up its about than into them can only').split()
OUTLETS = ['Harbor Watch', 'The Pier', 'Northern Wire']
# Each stands in so few articles that one edit makes furniture of it, or none of it again.
LINES = [f'Line number {n} of those that stand in many a page' for n in range(5)]
KINDS = ['txt', 'md', 'html', 'jsonl', 'json', 'txt.gz', 'jsonl.gz', 'zip']


class Article:
    def __init__(self, choose, outlet):
        def sentence(): return ' '.join(choose.choice(SMALL) if choose.random() < .6 else f'w{choose.randrange(9999)}' for _ in range(20)).capitalize() + '.'
        self.outlet, self.id = outlet, choose.randrange(10**9)
        self.title = f'Headline number {self.id} of {outlet}'
        self.story = [sentence() + ' ' + sentence() for _ in range(choose.randint(3, 6))]
        self.lines = []

    def paragraphs(self): return self.lines[:2] + self.story + self.lines[2:]


class File:
    """What stands in one file; `bytes` is what a disk has of it."""

    def __init__(self, choose, kind):
        self.kind, self.outlet, self.broken = kind, choose.choice(OUTLETS), None
        many = kind.split('.')[0] in ('jsonl', 'json', 'zip')
        self.articles = [Article(choose, self.outlet) for _ in range(choose.randint(1, 4) if many else 1)]

    def text(self, a): return f'{a.title}\n\n' + '\n\n'.join(a.paragraphs()) + '\n'

    def record(self, a):
        return json.dumps({'id': str(a.id), 'title': a.title, 'source': a.outlet, 'text': '\n\n'.join(a.paragraphs())})

    def whole(self):
        kind, a = self.kind.removesuffix('.gz'), self.articles[0] if self.articles else None
        if kind == 'txt': return self.text(a).encode()
        if kind == 'md': return ('# ' + self.text(a)).encode()
        if kind == 'html':
            return (f'<html><head><title>{a.title}</title><meta property="og:site_name" content="{a.outlet}"></head><body><article><h1>{a.title}</h1>' +
                    ''.join(f'<p>{p}</p>' for p in a.paragraphs()) + '</article></body></html>').encode()
        if kind == 'jsonl': return ''.join(self.record(a) + '\n' for a in self.articles).encode()
        if kind == 'json': return ('[' + ','.join(map(self.record, self.articles)) + ']').encode()
        out = io.BytesIO()
        with zipfile.ZipFile(out, 'w') as archive:
            for a in self.articles: archive.writestr(zipfile.ZipInfo(f'{a.id}.txt'), self.text(a))
        return out.getvalue()

    def bytes(self):
        data = self.whole()
        if self.broken == 'record': data = data.replace(b'"title"', b'\xff"title', 1)
        if self.kind.endswith('.gz'): data = gzip.compress(data, mtime=0)
        if self.broken == 'empty': return b''
        if self.broken == 'cut': return data[:len(data) * 2 // 3]
        return data


class Folder:
    """The folder that is edited, and its edits: each a method named for what it does."""

    def __init__(self, place, choose):
        self.place, self.choose, self.files, self.clock, self.done = place, choose, {}, 1_600_000_000, []
        place.mkdir()
        (place / 'always.md').write_text('# A page that is always there\n\nIt says next to nothing, and goes on saying it for as long as it is there.\n')

    def put(self, name):
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.files[name].bytes())
        self.clock += 1
        os.utime(path, (self.clock, self.clock))

    def any(self, test=lambda file: True):
        names = sorted(name for name, file in self.files.items() if test(file))
        return self.choose.choice(names) if names else None

    def new_name(self, kind):
        while True:
            name = f'{self.choose.choice(["a", "b", "a/deep", "c"])}/{self.choose.randrange(40)}.{kind}'
            if name not in self.files: return name

    def add(self):
        kind = self.choose.choice(KINDS)
        name = self.new_name(kind)
        self.files[name] = File(self.choose, kind)
        for article in self.files[name].articles: article.lines = self.choose.sample(LINES, self.choose.randint(0, 3))
        self.put(name)
        return name

    def copy(self):
        """One story in two files."""
        if not (old := self.any()): return
        kind = self.files[old].kind
        name = self.new_name(kind)
        self.files[name] = File(self.choose, kind)
        self.files[name].articles, self.files[name].outlet = self.files[old].articles, self.files[old].outlet
        self.put(name)
        return f'{old} {name}'

    def change(self):
        if not (name := self.any(lambda file: file.articles)): return
        file = self.files[name]
        at = self.choose.randrange(len(file.articles))
        file.articles = list(file.articles)
        file.articles[at] = Article(self.choose, file.outlet)
        self.put(name)
        return name

    def change_under_an_older_time(self):
        if not (name := self.change()): return
        os.utime(self.place / name, (self.choose.randrange(10**9), 999))
        return name

    def touch(self):
        if not (name := self.any()): return
        os.utime(self.place / name, (self.choose.randrange(2 * 10**9),) * 2)
        return name

    def line(self):
        """A line comes to an article or leaves it, and so crosses the number that makes furniture of it."""
        if not (name := self.any(lambda file: file.articles)): return
        file, line = self.files[name], self.choose.choice(LINES)
        at = self.choose.randrange(len(file.articles))
        old = file.articles[at]
        new = Article(random.Random(old.id), old.outlet)
        new.__dict__.update(old.__dict__)
        new.lines = [l for l in old.lines if l != line] if line in old.lines else old.lines + [line]
        file.articles = file.articles[:at] + [new] + file.articles[at + 1:]
        self.put(name)
        return f'{name}: {line}'

    def record(self):
        """A feed or an archive gains, loses or rearranges records."""
        if not (name := self.any(lambda file: file.kind.split('.')[0] in ('jsonl', 'json', 'zip'))): return
        file, choice = self.files[name], self.choose.randrange(3)
        articles = list(file.articles)
        if choice == 0: articles.insert(self.choose.randint(0, len(articles)), Article(self.choose, file.outlet))
        if choice == 1 and len(articles) > 1: articles.pop(self.choose.randrange(len(articles)))
        if choice == 2: self.choose.shuffle(articles)
        file.articles = articles
        self.put(name)
        return f'{name} {choice}'

    def move(self):
        if not (old := self.any()): return
        new = self.new_name(self.files[old].kind)
        self.files[new] = self.files.pop(old)
        (self.place / new).parent.mkdir(parents=True, exist_ok=True)
        (self.place / old).rename(self.place / new)
        return f'{old} {new}'

    def swap(self):
        """Two files change names: nothing about either name is new."""
        one = self.any()
        if not one or not (other := self.any(lambda file: file is not self.files[one] and file.kind == self.files[one].kind)): return
        aside = self.place / 'aside'
        (self.place / one).rename(aside)
        (self.place / other).rename(self.place / one)
        aside.rename(self.place / other)
        self.files[one], self.files[other] = self.files[other], self.files[one]
        return f'{one} {other}'

    def rename_folder(self):
        old = self.choose.choice(['a', 'b', 'c', 'a/deep'])
        new = old + str(self.choose.randrange(3)) if not old[-1].isdigit() else old[:-1]
        if not (self.place / old).exists() or (self.place / new).exists(): return
        (self.place / old).rename(self.place / new)
        for name in [n for n in self.files if n.startswith(old + '/')]: self.files[new + name[len(old):]] = self.files.pop(name)
        return f'{old} {new}'

    def remove(self):
        if not (name := self.any()): return
        (self.place / name).unlink()
        del self.files[name]
        return name

    def remove_folder(self):
        folder = self.choose.choice(['b', 'c', 'a/deep'])
        shutil.rmtree(self.place / folder, ignore_errors=True)
        for name in [n for n in self.files if n.startswith(folder + '/')]: del self.files[name]
        return folder

    def fail(self):
        """It keeps its articles as long as nothing of it can be read."""
        if not (name := self.any(lambda file: not file.broken)): return
        kind = self.files[name].kind
        hurts = ['empty'] + (['cut'] if kind.endswith('.gz') or kind == 'json' else []) + (['record'] if kind.startswith('jsonl') else [])
        self.files[name].broken = self.choose.choice(hurts)
        self.put(name)
        return f'{name} {self.files[name].broken}'

    def mend(self):
        if not (name := self.any(lambda file: file.broken)): return
        self.files[name].broken = None
        self.put(name)
        return name

    def edit(self):
        edits = [self.add] * 6 + [self.change, self.record, self.line, self.line, self.line, self.remove, self.move] * 2 + \
                [self.copy, self.change_under_an_older_time, self.touch, self.swap, self.rename_folder, self.remove_folder, self.fail, self.fail, self.mend]
        edit = self.choose.choice(edits)
        what = edit()
        if what: self.done.append(f'{edit.__name__} {what}')

    def mend_all(self):
        """What is broken and never was whole since then says nothing; what was whole is kept until it is mended."""
        for name in sorted(self.files):
            if self.files[name].broken:
                self.files[name].broken = None
                self.put(name)
                self.done.append(f'mend {name}')


def follow(place, seed, steps=7):
    choose = random.Random(seed)
    folder = Folder(place / 'news', choose)
    brake = ['--force-delete'] if '--force-delete' in run(INDEX, '--help').stdout else []
    for _ in range(choose.randint(5, 12)): folder.add()
    index(place / 'db', *brake, folder.place, code=(0, 1))
    for step in range(steps):
        for _ in range(choose.randint(1, 6)): folder.edit()
        if step == steps - 1: folder.mend_all()
        folder.done.append('run')
        index(place / 'db', *brake, code=(0, 1))
        if choose.random() < .15: index(place / 'db', *brake, folder.place / 'a', code=(0, 1, 4))
    sound(place / 'db')
    index(place / 'fresh', folder.place)
    try:
        same(place / 'db', place / 'fresh')
    except AssertionError as why:
        raise AssertionError('\n'.join([f'SITREP_SEED={seed}'] + folder.done + [str(why)]))
    follow.furniture += run('xapian-delve', '-1', '-A', 'XM', place / 'fresh').stdout.count('\n') - 1
    idle = json.loads(index(place / 'db', *brake, '--summary=json').stdout)
    assert idle['added'] == idle['updated'] == idle['removed'] == 0, (seed, idle)


follow.furniture = 0


def an_index_that_followed_edits_is_that_of_a_fresh_run(folder):
    choose = seeded()
    scripts = 1 if os.environ.get('SITREP_SEED') else 200 if LONG else 15
    for number in range(scripts):
        seed = int(os.environ.get('SITREP_SEED') or choose.randrange(10**9))
        place = folder / str(number)
        place.mkdir()
        follow(place, seed)
        shutil.rmtree(place)
    print(f'  {scripts} scripts, {follow.furniture / scripts:.1f} lines of furniture in the end of each')


run_cases(an_index_that_followed_edits_is_that_of_a_fresh_run)
