"""A folder of small articles, the same each time, and the tools to run on it."""
import os, random, subprocess, sys
from pathlib import Path

WORDS = ('alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa '
         'quebec romeo sierra tango uniform victor whiskey xray yankee zulu').split()
BIN = Path(sys.argv[1])
os.environ['SITREP_CONFIG'] = ''  # the settings of whoever runs the tests are no part of them
INDEX, QUERY = str(BIN / 'sitrep-index'), str(BIN / 'sitrep-query')


def write(folder, count, words=150, seed=1):
    """`count` text files; every one holds the word `common`."""
    choose = random.Random(seed)
    Path(folder).mkdir(parents=True, exist_ok=True)
    for number in range(count):
        paragraphs = [' '.join(choose.choices(WORDS, k=words // 3)).capitalize() + '.' for _ in range(3)]
        text = f'Common headline number {number}\n\n' + '\n\n'.join(paragraphs) + '\n'
        (Path(folder) / f'article-{number:05}.txt').write_text(text)


def article(number, choose):
    """One with fields, as a line of a feed has it."""
    names = ['frigates', 'a missile test', 'missiles', 'corvettes', 'an F-35A', 'the F-35B', 'the F-16C', 'deliveries',
             'intelligence, surveillance and reconnaissance (ISR)', 'a cyber pact']
    sentences = []
    for _ in range(9):
        words = choose.choices(WORDS, k=9)
        words.insert(choose.randrange(9), choose.choice(names))
        sentences.append(' '.join(words).capitalize() + '.')
    return {'id': f'a{number}', 'title': f'Common headline {number} {choose.choice(WORDS)}', 'text': '\n\n'.join(sentences),
            'published': f'2025-{choose.randrange(1, 7):02}-{choose.randrange(1, 29):02}', 'author': f'Ann {choose.choice(WORDS)}',
            'outlet': choose.choice(['Daily', 'Weekly', 'Reuters']), 'section': choose.choice(['Cyber', 'Navy', 'Space'])}


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, 'SITREP_DB': ''}, **options)


def answers(database):
    """What the database answers to every word, as text: equal for databases of equal contents."""
    out = []
    for word in WORDS + ['common']:
        done = run(QUERY, '--db', database, '--format', 'paths', '--limit', '100000', word)
        assert done.returncode in (0, 1), done.stderr
        out += [word] + done.stdout.split('\n')
    return out


def check(database):
    generation = open(database + '/XAPIANDB').read().split()[1]
    done = run('xapian-check', database + '/' + generation)
    assert done.returncode == 0, done.stdout
