"""How Sitrep grows: the same measurements on smaller and larger sets of shards, and the law that each figure follows.

usage: scripts/bench scale [--articles N,N[,N...]] [--shards N] [--questions N] [--plot FILE] [--keep DIR]

Each corpus of N articles (default 10,000, 30,000 and 100,000) is made by scripts/make_news and indexed into a set of
--shards (default 4; 1 is a database of its own). Measured are the build (time, memory of all its processes, size),
a run over unchanged files, 200 articles more, and QUESTIONS (default 200) in the articles' own words and, where
../shared/querylogs is there, in people's: a process each. The questions are the same for all corpora, for the smaller
are the first articles of the larger.

A Markdown table goes to stdout, the laws and what they say of 100,000,000 articles under it; --plot draws them.
With --keep corpora, databases and results stay in DIR, and the same call goes on where it was cut; what another build of
Sitrep measured is forgotten.
"""
import argparse, shutil, sys, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'engine'))

import laws, plot, queries, report  # noqa: E402
from measure import Failed, tree_bytes, warm  # noqa: E402
from peers import Sitrep, fingerprint  # noqa: E402
from results import Results  # noqa: E402
from steps import LOGS, Corpus, cold, found, tell, timed  # noqa: E402

PAPER = 100_000_000

# What is measured, in the table's order: name, unit, where in the results, what one unit of the table holds.
FIGURES = (
    ('build', 's', 'index', 'wall', 1),
    ('build, CPU', 's', 'index', 'cpu', 1),
    ('memory', 'MB', 'index', 'memory', 1e6),
    ('database', 'MB', 'index', 'database', 1e6),
    ('nothing changed', 's', 'unchanged', 'wall', 1),
    ('200 more', 's', 'added', 'wall', 1),
    ('own words, median', 'ms', 'own', 'median', 1),
    ('own words, 95th percentile', 'ms', 'own', 'late', 1),
    ("people's, median", 'ms', 'log', 'median', 1),
    ("people's, 95th percentile", 'ms', 'log', 'late', 1),
)


class ShardedSitrep(Sitrep):
    """Sitrep, building a set of shards."""

    def __init__(self, work, binaries, shards):
        super().__init__(work, binaries)
        self.shards = shards

    def index_command(self, corpus):
        # Later runs take the set as they find it.
        divided = ['--shards', self.shards] if self.shards > 1 and not self.database().exists() else []
        return super().index_command(corpus)[:-1] + [*divided, corpus]


def build(peer, corpus):
    peer.wipe()
    warm(corpus.folder)
    return timed(peer, corpus.folder) | {'database': tree_bytes(peer.folder)}


def grow(peer, corpus):
    try:
        corpus.add()
        return timed(peer, corpus.folder)
    finally:
        corpus.take_away()


def ask(peer, questions):
    found(peer, questions)  # the pages of the database come into the cache
    return cold(peer, questions)


def question_sets(corpus, count):
    sets = {'own': queries.from_corpus(corpus.files(), count)}
    return sets | ({'log': queries.from_log(LOGS, count)} if LOGS.exists() else {})


def measure_size(corpus, peer, sets, results):
    """All figures of one corpus that have no result yet."""
    steps = {'index': lambda: build(peer, corpus), 'unchanged': lambda: timed(peer, corpus.folder)}
    steps |= {name: lambda asked=asked: ask(peer, asked) for name, asked in sets.items()}
    steps['added'] = lambda: grow(peer, corpus)
    for name, work in steps.items():
        key = ('sitrep', peer.shards, corpus.count, name)
        if key not in results:
            results.add(key, work())
            tell(f'{corpus.count:,} articles: {name}: {results.get(key)}')


def points_of(results, shards, sizes, step, value, unit):
    rows = [(size, results.get(('sitrep', shards, size, step))) for size in sizes]
    return [(size, row[value] / unit) for size, row in rows if row]


def show(results, shards, sizes):
    """Prints the table and the laws; the lines that can be drawn, by name."""
    rows, lines = [], {}
    for name, unit, step, value, divisor in FIGURES:
        points = points_of(results, shards, sizes, step, value, divisor)
        if not points:
            continue
        law = laws.best_law(points)
        lines[name] = plot.Line(name, points, law)
        rows.append([f'{name}, {unit}', *(f'{figure:,.3g}' if figure < 100 else f'{figure:,.0f}' for _, figure in points),
                     law.text(unit), f'{law.at(PAPER):,.3g}' if law.at(PAPER) < 100 else f'{law.at(PAPER):,.0f}'])
    print(report.table(['', *(f'{size:,}' for size in sizes), 'law', f'{PAPER:,} on paper'], rows))
    return lines


def panels(lines):
    """Cost and latency each have their own axes."""
    groups = (('Build, seconds; database and memory, MB; by articles', ('build', 'database', 'memory')),
              ('A question, milliseconds, by articles',
               ('own words, median', 'own words, 95th percentile', "people's, median", "people's, 95th percentile")))
    return [(title, [lines[name] for name in names if name in lines]) for title, names in groups]


def sizes_of(text):
    sizes = sorted({int(number) for number in text.split(',')})
    if len(sizes) < 2 or sizes[0] < 1000:
        raise argparse.ArgumentTypeError('two sizes at least, from 1000 articles')
    return sizes


def arguments():
    parser = argparse.ArgumentParser(prog='scripts/bench scale', usage=__doc__.split('\n\n')[1].removeprefix('usage: '))
    parser.add_argument('--articles', type=sizes_of, default=[10_000, 30_000, 100_000])
    parser.add_argument('--shards', type=int, default=4)
    parser.add_argument('--questions', type=int, default=200)
    parser.add_argument('--plot', type=Path)
    parser.add_argument('--keep', type=Path)
    parser.add_argument('--bin', required=True, help=argparse.SUPPRESS)
    return parser.parse_args()


def run(work, args):
    results, sets = Results(work / 'scale.jsonl'), None
    results.forget_older('sitrep', fingerprint(args.bin))
    for size in args.articles:
        place = work / f'news-{size}-30'  # as the comparison with the peers names it
        place.mkdir(parents=True, exist_ok=True)
        corpus = Corpus(place, size)
        sets = sets or question_sets(corpus, args.questions)
        measure_size(corpus, ShardedSitrep(place, args.bin, args.shards), sets, results)
    print(f'{report.head([])}\n{args.shards} shards.\n')
    lines = show(results, args.shards, args.articles)
    if args.plot:
        args.plot.write_text(plot.svg(panels(lines)), encoding='utf-8')


def main():
    args = arguments()
    work = args.keep.resolve() if args.keep else Path(tempfile.mkdtemp(prefix='sitrep-scale-'))
    work.mkdir(parents=True, exist_ok=True)
    try:
        run(work, args)
    except Failed as failure:
        sys.exit(f'scripts/bench scale: {failure}')
    finally:
        if not args.keep:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == '__main__':
    main()
