#!/usr/bin/env python3
"""What is exported is the database's articles, each once and whole: a database made of the export has the same headers
and texts. Memory does not grow with the articles; a reader that goes away is no error, a full disk and a writer that
overtakes the export are."""
import json, os, subprocess
from pathlib import Path
from corpus import INDEX, QUERY, run, write
from faults import LONG, index, not_sanitized, run_cases

TREE = Path(__file__).resolve().parents[2]


def articles(*arguments):
    done = run(QUERY, '--export=jsonl', *arguments)
    assert done.returncode == 0 and not done.stderr, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def the_sample_comes_back(folder):
    run(INDEX, '--db', folder / 'db', TREE / 'data/sample')  # some files of it are damaged
    before = articles('--db', folder / 'db')
    assert len(before) > 50 and len({(a['path'], a['id']) for a in before}) == len(before)
    (folder / 'export.jsonl').write_text(''.join(json.dumps(a) + '\n' for a in before), encoding='utf-8')
    index(folder / 'again', folder / 'export.jsonl')
    after = articles('--db', folder / 'again')
    for article in before + after: article.pop('path')
    assert before == after, [(a[k], b[k]) for a, b in zip(before, after) for k in a if a[k] != b[k]][:3]


def peak_kilobytes(database):
    with open('/dev/null', 'wb') as nowhere:
        process = subprocess.Popen([QUERY, '--db', str(database), '--export=jsonl'], stdout=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
    assert status == 0
    return usage.ru_maxrss


def memory_is_that_of_one_article(folder):
    not_sanitized('what was freed is kept')
    few, many = (1000, 50000) if LONG else (200, 2000)
    peaks = []
    for count in (few, many):
        subprocess.run([TREE / 'scripts/make_news', str(count), folder / 'news'], check=True, capture_output=True)
        index(folder / 'db', folder / 'news')
        peaks.append(peak_kilobytes(folder / 'db'))
        assert len(articles('--db', folder / 'db')) == count
    print(f'  {few} articles: {peaks[0]} kB, {many}: {peaks[1]} kB')
    assert peaks[1] < peaks[0] + 12 * 1024


def a_closed_pipe_is_no_error_and_a_full_disk_is(folder):
    write(folder / 'articles', 300)
    index(folder / 'db', folder / 'articles')
    export = f'{QUERY} --db {folder}/db --export=opensearch'
    done = subprocess.run(['bash', '-o', 'pipefail', '-c', f'{export} | head -n 1'], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and not done.stderr and '"_id"' in done.stdout, done.stderr
    done = subprocess.run(['bash', '-c', f'{export} >/dev/full'], capture_output=True, text=True, check=False)
    assert done.returncode == 4 and 'No space left' in done.stderr, done.stderr


def a_writer_that_overtakes_is_told(folder):
    write(folder / 'articles', 300, words=600)
    index(folder / 'db', folder / 'articles')
    process = subprocess.Popen([QUERY, '--db', str(folder / 'db'), '--export=jsonl'], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    first = process.stdout.readline()  # and now the pipe fills
    for seed in (2, 3, 4):
        write(folder / 'articles', 300, words=600, seed=seed)
        index(folder / 'db')
    lines, told = [first, *process.stdout], process.stderr.read()
    process.wait(timeout=60)
    assert process.returncode == 3 and len(lines) < 300, (process.returncode, len(lines))
    assert f'broken off after {len(lines)} articles' in told and 'export again' in told, told
    assert all(json.loads(line)['sitrep'] == 1 for line in lines)


run_cases(the_sample_comes_back, memory_is_that_of_one_article, a_closed_pipe_is_no_error_and_a_full_disk_is, a_writer_that_overtakes_is_told)
