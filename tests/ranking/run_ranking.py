#!/usr/bin/env python3
"""How well the judged set is answered: run_ranking.py [--rebase] BIN_FOLDER SAMPLE

Fails when a mean is more than 0.01 below the one in expected.tsv, and prints the questions whose nDCG@10 moved most.
--rebase writes expected.tsv anew: look at its diff, it says which questions a change of ranking helped and hurt.
"""
import argparse, sys

import judged_set, measures

TOLERANCE, SHOWN, MOVED = 0.01, 10, 0.005
NDCG = measures.NAMES.index('nDCG@10')


def read_expected():
    """({measure: mean}, {qid: nDCG@10}) of expected.tsv."""
    table = judged_set.rows(judged_set.EXPECTED)
    return ({row[1]: float(row[2]) for row in table if row[0] == 'mean'},
            {row[1]: float(row[2]) for row in table if row[0] == 'nDCG@10'})


def write_expected(means, measured):
    lines = [f'mean\t{name}\t{mean:.4f}\n' for name, mean in means.items()]
    lines += [f'nDCG@10\t{qid}\t{values[NDCG]:.4f}\n' for qid, values in measured.items()]
    judged_set.EXPECTED.write_text(''.join(lines), encoding='utf-8')


def print_moved(measured, expected, texts):
    moves = sorted((values[NDCG] - expected.get(qid, 0), qid) for qid, values in measured.items())
    for move, qid in moves[:SHOWN] + moves[-SHOWN:]:
        if abs(move) >= MOVED: print(f'  {move:+.4f} to {measured[qid][NDCG]:.4f}  {qid}: {texts[qid]}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--rebase', action='store_true')
    parser.add_argument('bin')
    parser.add_argument('sample')
    options = parser.parse_args()

    questions = judged_set.rows(judged_set.QUERIES)
    with judged_set.indexed(options.bin, options.sample) as judged:
        measured = measures.measure_run(measures.read_qrels(judged_set.QRELS), judged.answers(questions))
    means = dict(zip(measures.NAMES, measures.means(measured)))
    if options.rebase: write_expected(means, measured)

    expected_means, expected = read_expected()
    fallen = [name for name in means if means[name] < expected_means[name] - TOLERANCE]
    for name, mean in means.items():
        print(f'{name:8} {mean:.4f}  expected {expected_means[name]:.4f}' + ('  FELL' if name in fallen else ''))
    print_moved(measured, expected, dict(questions))
    sys.exit(1 if fallen else 0)


main()
