"""Compares Sitrep with omindex, recollindex and SQLite FTS5 on the same files in the same run.

usage: scripts/bench [engine] [--articles N[,N...] | --folder DIR] [--html PERCENT] [--only STEP[,STEP]]
                     [--peers NAME[,NAME]] [--runs N] [--questions N] [--keep DIR] [--fresh]

Without --folder a corpus of N articles (default 20,000) is made by scripts/make_news, PERCENT of them HTML. Steps:
  index   full builds, the programs in turn, RUNS times (default 3)
  update  a run over unchanged files beside `find`, then 200 articles more
  query   QUESTIONS (default 200) in the articles' own words, and as many of people's where ../shared/querylogs is
          there; a process each, and all in one process
Peers: omindex, recollindex (or recoll), fts5; Sitrep always runs.

With --keep corpora, databases and results stay in DIR, and the same call goes on where it was cut; what another
build of Sitrep measured is forgotten. --fresh forgets all results. The tables go to stdout as Markdown, with the
targets at their end; progress to stderr. A peer that fails is named; the exit code is 1 only when Sitrep fails.
"""
import argparse, shutil, sys, tempfile
from pathlib import Path

import report
from peers import Fts5, Omindex, Recoll, Sitrep, fingerprint
from results import Results
from steps import Corpus, Steps, tell

STEPS = ('index', 'update', 'query')
PEERS = {'omindex': Omindex, 'recollindex': Recoll, 'recoll': Recoll, 'fts5': Fts5}


def chosen(text, known):
    names = [name for name in text.split(',') if name]
    for name in names:
        if name not in known:
            raise argparse.ArgumentTypeError(f'{name} is not one of: {", ".join(known)}')
    return names


def counts(text):
    try:
        numbers = sorted({int(number) for number in text.split(',')})
    except ValueError:
        raise argparse.ArgumentTypeError(f'{text} is no list of numbers') from None
    if numbers[0] < 10:
        raise argparse.ArgumentTypeError('fewer than 10 articles say nothing')
    return numbers


def arguments():
    parser = argparse.ArgumentParser(prog='scripts/bench', usage=__doc__.split('\n\n')[1].removeprefix('usage: '))
    parser.add_argument('--articles', type=counts, default=[20000])
    parser.add_argument('--folder')
    parser.add_argument('--html', type=float, default=30)
    parser.add_argument('--only', type=lambda text: chosen(text, STEPS), default=list(STEPS))
    parser.add_argument('--peers', type=lambda text: chosen(text, PEERS), default=['omindex', 'recollindex', 'fts5'])
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--questions', type=int, default=200)
    parser.add_argument('--keep')
    parser.add_argument('--fresh', action='store_true')
    parser.add_argument('--bin', required=True, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.runs < 1 or args.questions < 1:
        parser.error('--runs and --questions need a number from 1')
    if args.folder and not Path(args.folder).is_dir():
        parser.error(f'{args.folder} is no folder')
    return args


def peers_in(place, args):
    wanted = [Sitrep(place, args.bin)] + [kind(place) for kind in dict.fromkeys(PEERS[name] for name in args.peers)]
    able = []
    for peer in wanted:
        if peer.missing():
            tell(f'{peer.name}: not here: {", ".join(peer.missing())}')
        else:
            able.append(peer)
    return able


def compare(work, args):
    """Runs the steps over each corpus and prints the report; the faults."""
    results_file = work / 'results.jsonl'
    if args.fresh:
        results_file.unlink(missing_ok=True)
    results, faults, names = Results(results_file), [], []
    results.forget_older('sitrep', fingerprint(args.bin))
    targets = report.Targets(results)
    for count in args.articles if not args.folder else [None]:
        place = work / (f'news-{count}-{args.html:g}' if count else 'folder')
        place.mkdir(exist_ok=True)
        corpus = Corpus(place, count, args.folder, args.html)
        peers = peers_in(place, args)
        steps = Steps(corpus, peers, results, args.runs, args.questions)
        for step in STEPS:
            if step in args.only:
                getattr(steps, step)()
        faults += steps.faults
        if not names:
            print(report.head(peers))
        names.append((corpus.name, count))
        print(f'## {corpus.name}\n')
        for part in (report.index_table, report.update_table, report.query_tables):
            text = part(results, corpus.name, peers)
            if text:
                print(text, flush=True)
        targets.of(corpus.name, count or 2000)
    if len(names) > 1:
        targets.growth(names[0], names[-1])
    for line in [f'failed: {fault}' for fault in faults] + targets.lines:
        print(line)
    return faults


def main():
    args = arguments()
    if args.keep:
        work = Path(args.keep).resolve()
        work.mkdir(parents=True, exist_ok=True)
        faults = compare(work, args)
    else:
        work = Path(tempfile.mkdtemp(prefix='sitrep-bench-'))
        try:
            faults = compare(work, args)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    sys.exit(1 if any('sitrep' in fault.split(': ')[1] for fault in faults) else 0)


if __name__ == '__main__':
    main()
