#!/usr/bin/env python3
"""The page of --format=html in a real browser: hits, counts and bars are there, nothing of an article becomes markup,
and nothing is loaded. Skipped where chromium is not installed (scripts/packages browser).

usage: test_browser.py BIN_FOLDER [FOLDER]     keeps the screenshots, as browser-wide.png and browser-narrow.png, in FOLDER
"""
import json, os, shutil, socket, subprocess, sys, tempfile, threading
from html.parser import HTMLParser
from pathlib import Path

SKIPPED = 77
BIN = Path(sys.argv[1])
os.environ['SITREP_CONFIG'] = ''  # of whoever runs this
QUESTION = 'carrier OR "<b onclick=x>"'
# Where there is an element of the page's own making, these may stand in it.
ELEMENTS = {'html', 'head', 'meta', 'style', 'title', 'body', 'h1', 'h2', 'h3', 'p', 'article', 'a', 'mark', 'div', 'section', 'table',
            'tbody', 'tr', 'td', 'figure', 'figcaption', 'svg', 'rect', 'text', 'line', 'g'}


class Trap:
    """Listens on loopback, which no proxy keeps a browser from; counts who comes."""

    def __init__(self):
        self.socket = socket.create_server(('127.0.0.1', 0))
        self.visits = 0
        self.address = f'http://127.0.0.1:{self.socket.getsockname()[1]}'
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            visitor, _ = self.socket.accept()
            self.visits += 1
            visitor.close()


class Page(HTMLParser):
    """What a browser made of a page: elements with their attributes, and the text."""

    def __init__(self, dom):
        super().__init__()
        self.elements, self.text, self.title, self.rows = [], '', '', []
        self.feed(dom)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag == 'tr':
            self.rows.append([])
        elif tag == 'td':
            self.rows[-1].append('')

    def handle_data(self, data):
        self.text += data
        if self.elements and self.elements[-1][0] == 'title' and not self.title:
            self.title = data
        elif self.elements and self.elements[-1][0] == 'td' and not self.rows[-1][-1]:
            self.rows[-1][-1] = data

    def count(self, tag):
        return sum(one == tag for one, _ in self.elements)


def browse(page, *options):
    """Nothing but loopback can be reached."""
    with tempfile.TemporaryDirectory(prefix='sitrep-browser-', ignore_cleanup_errors=True) as profile:
        return subprocess.run(['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
                               '--proxy-server=127.0.0.1:9', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', f'--user-data-dir={profile}',
                               '--virtual-time-budget=3000', *options, page.as_uri()],
                              env={**os.environ, 'HOME': profile}, capture_output=True, text=True, check=True, timeout=120).stdout


def hostile(trap):
    """An article's fields, each with what would run or load something if it became markup."""
    load = f'<img src="{trap.address}/a.png" onerror="document.title=1"><script src="{trap.address}/a.js"></script>'
    return {'title': f'Carrier &lt;script&gt; "><script>document.title=2</script> {load}', 'date': '2024-03-01', 'section': f"News'>{load}",
            'source': f'Outlet "onmouseover="x" {load}', 'author': f'A. Writer {load}', 'url': 'javascript:document.title=3',
            'text': f'The carrier sails </p></article></body> {load} <svg onload="document.title=4"> &lt;iframe src="{trap.address}"&gt;. ' * 3}


def make_articles(folder, trap):
    folder.mkdir()
    for number in range(12):
        article = {'title': f'Carrier {number} leaves port', 'date': f'2024-{number % 6 + 1:02}-10', 'source': f'Outlet {number % 3}', 'section': 'Sea',
                   'url': f'{trap.address}/story-{number}', 'author': 'Ann Example',
                   'text': f'The carrier with the hull number {number} left port on Monday for exercises with {number} frigates in northern waters.'}
        (folder / f'{number}.json').write_text(json.dumps(article), encoding='utf-8')
    (folder / '"><script>alert(1)<script> onerror=x.json').write_text(json.dumps(hostile(trap)), encoding='utf-8')
    more = {**hostile(trap), 'title': 'A carrier with a bad address', 'url': f'http://x.example/"onmouseover="document.title=5'}
    (folder / 'address.json').write_text(json.dumps(more), encoding='utf-8')


def asked(folder, form):
    command = [BIN / 'sitrep-query', '--db', folder / 'db', '--limit=50', '--no-collapse', '--facet=outlet,year', '--timeline=month', f'--format={form}', QUESTION]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def check(page, answer, trap):
    hits = len(answer['hits'])
    assert hits == 14 and page.count('article') == hits, (hits, page.count('article'))
    assert page.count('mark') >= hits, 'matches are marked'
    assert page.count('rect') >= len([bar for bar in answer['timeline']['bars'] if bar['articles']]) > 3, page.count('rect')
    counts = [(value['name'], value['articles']) for facet in answer['facets'].values() for value in facet['values']]
    assert len(counts) > 3 and page.rows == [[name, str(articles)] for name, articles in counts], (page.rows, counts)
    strangers = {tag for tag, _ in page.elements} - ELEMENTS
    assert not strangers, strangers
    for tag, attributes in page.elements:
        assert not any(name.startswith('on') or name in ('src', 'srcset', 'background') for name in attributes), (tag, attributes)
        assert attributes.get('href', 'http://').startswith('http://'), attributes
    assert '<script>' in page.text and 'onerror=' in page.text, 'what articles say is there as text'
    assert QUESTION in page.text
    assert page.title == QUESTION, f'a script has run: {page.title}'
    assert trap.visits == 0, 'something was loaded'


if not shutil.which('chromium'):
    print('skipped: chromium is not installed')
    sys.exit(SKIPPED)
with tempfile.TemporaryDirectory(prefix='sitrep-browser-') as place:
    folder, trap = Path(place), Trap()
    make_articles(folder / 'articles', trap)
    subprocess.run([BIN / 'sitrep-index', '-q', '--db', folder / 'db', folder / 'articles'], check=True)
    path = folder / 'page.html'
    path.write_text(asked(folder, 'html'), encoding='utf-8')
    check(Page(browse(path, '--dump-dom')), json.loads(asked(folder, 'json')), trap)
    for name, size in {'wide': '1200,3200', 'narrow': '500,3200'}.items():
        picture = Path(sys.argv[2] if len(sys.argv) > 2 else place, f'browser-{name}.png')
        browse(path, f'--screenshot={picture}', f'--window-size={size}', '--hide-scrollbars')
        assert picture.read_bytes().startswith(b'\x89PNG') and picture.stat().st_size > 20_000, 'an empty picture'
    # The trap is one: the same words as markup run and are loaded.
    path.write_text(f'<title>quiet</title>{hostile(trap)["text"]}', encoding='utf-8')
    assert Page(browse(path, '--dump-dom')).title != 'quiet' and trap.visits > 0, 'the browser runs and loads nothing at all'
print('the page is what it says, and nothing more')
