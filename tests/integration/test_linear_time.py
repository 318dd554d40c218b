#!/usr/bin/env python3
"""Text, markup and messages made to be slow take time in proportion to their size: four times the bytes, at most some
seven times the time. Measured in seconds of the processor, each through all stages (--dump=document). Questions made to be
slow are answered, or refused, within a second and in the memory that others take."""
import os, resource, subprocess
from corpus import INDEX, QUERY, write
from faults import LONG, SANITIZED, index, not_sanitized, run_cases

MOST = 7.0
ENOUGH = .04  # seconds: less says nothing
STORY = 'The tender came home with every buoy that it had gone out for, and two that nobody had missed.'


def text(unit): return 'txt', lambda n: 'A headline\n\n' + unit * (n // len(unit))
def page(unit, head='<h1>A headline</h1>', tail=f'<p>{STORY}</p>'): return 'html', lambda n: head + unit * (n // len(unit)) + tail
def markdown(unit): return 'md', lambda n: '# A headline\n\n' + unit * (n // len(unit)) + '\n\n' + STORY
def mail(head='', body='', unit='x'): return 'eml', lambda n: 'Subject: A headline\n' + head + unit * (n // len(unit)) + '\n\n' + body + STORY
def feed(unit): return 'rss', lambda n: '<rss><channel><item><title>A headline</title><description>' + STORY + '</description></item>' + unit * (n // len(unit))
def lines(unit): return 'jsonl', lambda n: '{"title": "A headline", "text": "' + STORY + '"}\n' + unit * (n // len(unit))
def value(unit): return 'json', lambda n: '{"title": "A headline", "text": "' + unit * (n // len(unit)) + '"}'


CASES = {
    'letters': text('a'), 'dots': text('.'), 'ampersands': text('&'), 'marks': text('e\u0301\u0302'), 'only marks': text('\u0301'), 'digits': text('1'),
    'dashes': text('a-'), 'slashes': text('AN/SPY-6/'), 'names': text('F-35A/B/C '), 'a name': text('F-'), 'spaces': text(' '), 'breaks': text('\n'),
    'short lines': text('a\n'), 'paragraphs': text('A line of words here.\n\n'), 'same lines': text('A line of words that comes again and again here\n'),
    'quotes': text('"'), 'brackets': text('('), 'acronyms': text('Aaa Bbb Ccc (ABC) '), 'open acronyms': text('(ABC '), 'days': text('May 3, 2020 '),
    'bylines': text('By Ann Example\n'), 'addresses': text('http://a.example/'), 'ats': text('a@'), 'han': text('漢'), 'korean': text('한국'), 'thai': text('ก'),
    'from right': text('\u202e\u05d0'), 'soft hyphens': text('a\u00ad'), 'joiners': text('\u200d'), 'ligatures': text('ﬁ'), 'dots and letters': text('U.S.'),
    'money': text('$1.2bn '), 'words': text('alpha bravo charlie delta echo. '),
    'divs': page('<div>'), 'lists': page('<ul><li>'), 'tables': page('<table><tr><td>'), 'closed': page('</div>'), 'bold': page('<b>'), 'links': page('<a href=x>y</a> '),
    'open links': page('<a>'), 'comment': page('x', '<h1>A headline</h1><p>' + STORY + '</p><!--', ''), 'comments': page('<!-- -->'), 'script': page('x', f'<p>{STORY}</p><script>', ''),
    'attribute': page('x', f'<h1>A headline</h1><p>{STORY}</p><p title="', '">y'), 'attributes': page('a=b ', f'<p>{STORY}</p><p ', '>y'),
    'meta': page('<meta name=author content=x>', '<html><head>'), 'entities': page('&amp;'), 'numbers': page('&#x110000;'), 'no entities': page('&x'), 'less': page('<'),
    'paragraph tags': page('<p>A line of words. '), 'json data': page('[', '<script type="application/ld+json">', f'</script><p>{STORY}</p>'), 'selects': page('<select><option>'),
    'headings': page('<h2>A heading</h2>'), 'templates': page('<template>'), 'tables in bold': page('<table><b>'), 'classes': page('<div class="nav menu story">x</div>'),
    'title and h1': ('html', lambda n: f'<title>{"a" * (n // 2)}</title><h1>{"bbbbb " * (n // 12)}</h1><p>{STORY}</p>'),
    'site and title': ('html', lambda n: f'<meta property=og:site_name content={"a" * (n // 2)}><title>{"b - " * (n // 8)}</title><h1>c d</h1><p>{STORY}</p>'),
    'stars': markdown('*'), 'md brackets': markdown('['), 'ticks': markdown('`'), 'quoted': markdown('> '), 'md lines': markdown('- a\n'), 'definitions': markdown('[a]: b\n[a]'), 'notes': markdown('[[a'), 'numbered': markdown('<ol start="'), 'numbers': markdown('7. a\n\nb\n\n'), 'fences': markdown('```\n'), 'pipes': markdown('|a'),
    'folded head': mail('X: ', '', '\n '), 'heads': mail('', '', 'X: y\n'), 'encoded words': mail('From: ', '', '=?utf-8?q?x?= '), 'address list': mail('To: ', '', 'a@b.example, '),
    'parts': mail('Content-Type: multipart/mixed; boundary=b\n\n', '', '--b\n\nx\n'), 'nested parts': mail('Content-Type: multipart/mixed; boundary=b\n\n', '', '--b\nContent-Type: multipart/mixed; boundary=b\n\n'),
    'long boundary': mail('Content-Type: multipart/mixed; boundary=' + 'b' * 9000 + '\n\n', '', '--' + 'b' * 8999 + '\n'), 'base64': mail('Content-Transfer-Encoding: base64\n\n', '', 'A='),
    'items': feed('<item>'), 'titles': feed('<item><title>x</title></item>'), 'cdata': feed('<![CDATA['), 'xml entities': feed('&#65;'),
    'lists of lists': lines('['), 'objects': lines('{"a":'), 'bad lines': lines('{\n'), 'escapes': value('\\u0041'), 'surrogates': value('\\ud800'), 'escaped breaks': value('\\n'), 'html inside': value('<p>'),
}


def seconds(path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([INDEX, '--dump=document', path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=300)
    assert done.returncode in (0, 1), done
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def time_grows_with_size(folder):
    not_sanitized('their own costs are measured')
    (folder / 'nothing.txt').write_text(STORY)
    start = min(seconds(folder / 'nothing.txt') for _ in range(3))
    slowest, wrong = [], []
    for name, (kind, make) in CASES.items():
        path = folder / f'case.{kind}'
        def measured(n):
            path.write_text(make(n), encoding='utf-8')
            return max(seconds(path) - start, 0)
        size = 400_000 if LONG else 50_000
        small, large = measured(size), measured(4 * size)
        slowest.append((large, name))
        def is_steep(): return large > ENOUGH and large > MOST * max(small, ENOUGH / 4)
        if is_steep():  # once more: other processes cost, too
            small, large = min(small, measured(size)) if small else measured(size), min(large, measured(4 * size))
        if is_steep() and small < ENOUGH:  # which says nothing: of sixteen times the size then
            small, large = large, measured(16 * size)
        if is_steep(): wrong.append(f'{name}: {small:.2f} s, of four times the size {large:.2f} s')
    print('  slowest: ' + ', '.join(f'{name} {s:.2f} s' for s, name in sorted(slowest)[-4:]))
    assert not wrong, '\n'.join(wrong)


# What each must end with: 0 or 1 is an answer, 2 a question that cannot be read.
QUESTIONS = {
    'ten thousand words': (2, *(f'absent{n}' for n in range(10_000))), 'a megabyte': (2, *['x' * 100_000] * 10), 'open': (2, '(' * 100_000),
    'open and closed': (2, '(' * 50_000 + ')' * 50_000), 'nested': (2, '(' * 2000 + 'alpha' + ')' * 2000), 'as deep as may be': (0, '(' * 60 + 'alpha' + ')' * 60),
    'not': (2, 'NOT ' * 1000 + 'alpha'), 'or': (2, 'a OR ' * 800 + 'b'), 'as many as may be': (0, 'alpha ' + 'absent ' * 250), 'alone not': (2, 'NOT'), 'only not': (2, 'NOT alpha'),
    'star': (2, '*'), 'stars': (2, '*' * 4000), 'a star': (2, 'a*'), 'all around': (2, '*a*'), 'star and OR': (2, 'a* OR'), 'stars in a word': (1, 'a*' * 2000), 'frequent stars': (0, 'al* ' * 16), 'too many stars': (2, 'al* ' * 17),
    'any letters': (0, 'a?pha ' * 16), 'fuzzy': (0, 'alpho~2 ' * 16), 'near': (0, 'alpha NEAR/99 zulu ' * 80), 'operators': (2, 'AND AND AND'), 'fields': (2, 'title:' * 600), 'columns': (2, 'a:' * 2000),
    'a quote': (2, '"'), 'an open quote': (0, 'alpha "'), 'quotes': (2, '"' * 4000), 'empty quotes': (2, '" ' * 2000), 'phrases': (0, '"alpha zulu" ' * 100), 'a range': (2, 'date:..'), 'a long day': (2, 'date:' + '9' * 3000),
    'no UTF-8': (2, b'\xff'), 'cut UTF-8': (0, b'alpha \xe2\x80'), 'surrogate': (0, b'alpha \xed\xa0\x80'), 'marks': (1, 'e' + '\u0301' * 1900), 'han': (2, '漢' * 1300),
    'far': (1, '--limit=1000000000', '--offset=1000000000', 'alpha'), 'all': (0, '--limit=1000000000', 'alpha'), 'too many': (2, '--limit=4000000000', '--offset=4000000000', 'alpha'),
    'less than none': (2, '--limit=-1', 'alpha'), 'before the first': (2, '--offset=-1', 'alpha'), 'no number': (2, '--offset=' + '9' * 400, 'alpha'), 'far down': (1, '--open=1000000000', 'alpha'),
    'too large a sample': (2, '--sample=4000000000', 'alpha'), 'too much feedback': (2, '--feedback=4000000000', 'alpha'), 'a long option': (2, '--' + 'x' * 100_000, 'alpha'),
}


def asked(database, *words):
    """Exit code, seconds of the processor, megabytes, of one question."""
    process = subprocess.Popen([QUERY, '--db', database, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, 'LC_ALL': 'C'})
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def questions_made_to_be_slow(folder):
    write(folder / 'articles', 400)
    index(folder / 'db', folder / 'articles')
    usual, slowest = asked(folder / 'db', '--limit=400', 'alpha')[2], []
    for name, (wanted, *words) in QUESTIONS.items():
        code, took, peak = asked(folder / 'db', *(['--'] if not str(words[0]).startswith('--') else []), *words)
        slowest.append((took, peak - usual, name))
        assert code == wanted, (name, code)
        assert SANITIZED or (took < 1 and peak < usual + 24), (name, took, peak, usual)
    print(f'  usual {usual:.0f} MB; slowest: ' + ', '.join(f'{name} {took:.2f} s, {more:+.0f} MB' for took, more, name in sorted(slowest)[-4:]))


run_cases(time_grows_with_size, questions_made_to_be_slow)
