"""Measures of ranked lists against judgements, with trec_eval's definitions.

Hits are ordered by score, equal ones by document id, descending, as trec_eval does. A question is counted when a document
is judged relevant (grade > 0) to it; one that the run lacks counts 0.

* MAP: precision at each relevant hit among the first 1,000, averaged over all relevant documents.
* nDCG@10: grade / log2(rank + 1), summed over the first ten hits, beside the sum of the best possible ten.
* P@10, R@100: relevant documents among the first 10 hits of 10, among the first 100 of all.
* MRR: 1 / the rank of the first relevant hit among the first 1,000.
"""
import math
from collections import defaultdict

NAMES = 'MAP', 'nDCG@10', 'P@10', 'R@100', 'MRR'
DEPTH = 1000


def read_qrels(path):
    """{qid: {document: grade}}, of the questions with a relevant document. Lines: `qid 0 document grade`."""
    judged = defaultdict(dict)
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            if line.strip():
                qid, _, document, grade = line.split()
                judged[qid][document] = int(grade)
    return {qid: grades for qid, grades in judged.items() if any(grade > 0 for grade in grades.values())}


def parse_run(lines):
    """{qid: [document, ...]} of lines `qid Q0 document rank score tag`, the best first."""
    scored = defaultdict(list)
    for line in lines:
        if line.strip():
            qid, _, document, _, score, _ = line.split()
            scored[qid].append((float(score), document))
    return {qid: [document for _, document in sorted(hits, reverse=True)] for qid, hits in scored.items()}


def gain(grades):
    return sum(max(grade, 0) / math.log2(rank + 1) for rank, grade in enumerate(grades[:10], 1))


def measure(grades, documents):
    """The measures of one question, in the order of NAMES."""
    documents = documents[:DEPTH]
    relevant = sum(grade > 0 for grade in grades.values())
    ranks = [rank for rank, document in enumerate(documents, 1) if grades.get(document, 0) > 0]
    return (sum(found / rank for found, rank in enumerate(ranks, 1)) / relevant,
            gain([grades.get(document, 0) for document in documents]) / gain(sorted(grades.values(), reverse=True)),
            sum(rank <= 10 for rank in ranks) / 10,
            sum(rank <= 100 for rank in ranks) / relevant,
            1 / ranks[0] if ranks else 0.0)


def measure_run(qrels, run):
    """{qid: measures}"""
    return {qid: measure(grades, run.get(qid, [])) for qid, grades in qrels.items()}


def means(measured):
    return tuple(sum(column) / len(measured) for column in zip(*measured.values()))


def paired(before, after, which):
    """(mean difference, questions better, questions worse, paired t) of one measure over the questions of both."""
    differences = [after[qid][which] - before[qid][which] for qid in after if qid in before]
    if not differences: return 0.0, 0, 0, 0.0
    mean = sum(differences) / len(differences)
    variance = sum((one - mean) ** 2 for one in differences) / max(len(differences) - 1, 1)
    t = mean / math.sqrt(variance / len(differences)) if variance else 0.0
    return mean, sum(one > 1e-9 for one in differences), sum(one < -1e-9 for one in differences), t
