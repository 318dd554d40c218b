#!/usr/bin/env python3
"""Very many very small files, good, empty and bad: time grows with their number, memory hardly, and a run over what did
not change is short. 1,000,000 of them in the long version, 20,000 in the short."""
import resource, subprocess, time
from corpus import INDEX
from faults import LONG, SANITIZED, run_cases

MANY = 1_000_000 if LONG else 2000 if SANITIZED else 20_000


def timed(*command):
    begin = time.monotonic()
    done = subprocess.run(['env', 'SITREP_DB=', *map(str, command)], capture_output=True, text=True)
    return done, time.monotonic() - begin


def fill(folder, first, last):
    for number in range(first, last):
        place = folder / f'{number // 1000:04}'
        if number % 1000 == 0: place.mkdir(parents=True)
        # Of ten, one is empty and one is no JSON.
        name, text = (('e.txt', ''), ('b.json', '{'))[number % 10] if number % 10 < 2 else ('a.txt', f'Common number {number}\n\nIt is small.\n')
        (place / f'{number % 1000:03}{name}').write_text(text)


def many_tiny_files(folder):
    news, seconds = folder / 'news', {}
    for part, number in ('half', MANY // 2), ('all', MANY):
        fill(news, MANY // 2 if part == 'all' else 0, number)
        done, seconds[part] = timed(INDEX, '--db', folder / part, news)
        assert done.returncode == 1, done.stderr[-2000:]
        assert f'{number // 5} failed' in done.stdout and f'{number - number // 5} articles' in done.stdout, done.stdout
        assert done.stderr.count('\n') >= number // 5  # each is named
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    done, seconds['again'] = timed(INDEX, '--db', folder / 'all', news)
    assert done.returncode == 0 and not done.stderr and f'{MANY} unchanged' in done.stdout, (done.stdout, done.stderr[:500])
    (news / '0000/new.txt').write_text('A common file\n\nThat came late.\n')
    done, seconds['one more'] = timed(INDEX, '--db', folder / 'all', news)
    assert done.returncode == 0 and ' 1 added' in done.stdout, done
    print('  ' + ', '.join(f'{part} {number:.1f} s' for part, number in seconds.items()) + f'; {peak} MB')
    assert seconds['all'] < 3 * seconds['half'] + 2, 'time grows faster than the number of files'
    assert seconds['again'] < seconds['all'] / 3 + 1
    assert SANITIZED or peak < (1200 if LONG else 300), peak


run_cases(many_tiny_files)
