#!/usr/bin/env python3
"""Text, markup and messages made to be slow take time in proportion to their size: four times the bytes, at most some
seven times the time. Measured in seconds of the processor, each through all stages (--dump=document)."""
import resource, subprocess
from corpus import INDEX
from faults import LONG, not_sanitized, run_cases, same

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
    'stars': markdown('*'), 'md brackets': markdown('['), 'ticks': markdown('`'), 'quoted': markdown('> '), 'md lines': markdown('- a\n'), 'fences': markdown('```\n'), 'pipes': markdown('|a'),
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
        if large > ENOUGH and large > MOST * max(small, ENOUGH / 4):  # once more: other processes cost, too
            small, large = min(small, measured(size)) if small else measured(size), min(large, measured(4 * size))
            if large > MOST * max(small, ENOUGH / 4): wrong.append(f'{name}: {small:.2f} s, of four times the size {large:.2f} s')
    print('  slowest: ' + ', '.join(f'{name} {s:.2f} s' for s, name in sorted(slowest)[-4:]))
    assert not wrong, '\n'.join(wrong)


run_cases(time_grows_with_size)
