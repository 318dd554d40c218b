#!/usr/bin/env python3
"""The judged set is what README.md says: check_set.py BIN_FOLDER SAMPLE    prints what is not; exit 1 when something is

A judged article holds all words of a question when each word, but those of data/stopwords, finds it with --no-expand.
"""
import json, re, sys
from collections import defaultdict
from pathlib import Path

import judged_set

FEWEST_TEXTS, FEWEST_QUESTIONS, FEWEST_JUDGED, GRADES = 400, 60, 10, {0, 1, 2, 3}


def read_judged():
    """{qid: {document: grade}}, and what is wrong with the lines."""
    judged, faults = defaultdict(dict), []
    for line in judged_set.QRELS.read_text(encoding='utf-8').splitlines():
        qid, _, document, grade = line.split()
        if document in judged[qid]: faults.append(f'{qid}: {document} is judged twice')
        judged[qid][document] = int(grade)
    return judged, faults


def main():
    bin_folder, sample = sys.argv[1:]
    questions = judged_set.rows(judged_set.QUERIES)
    judged, faults = read_judged()
    texts = {json.loads(line)['id'] for line in (judged_set.HERE / 'articles.jsonl').read_text(encoding='utf-8').splitlines()}
    if len(texts) < FEWEST_TEXTS: faults.append(f'{len(texts)} texts')
    if len(questions) < FEWEST_QUESTIONS: faults.append(f'{len(questions)} questions')
    if [qid for qid, _ in questions] != list(judged): faults.append('queries.tsv and qrels.txt do not have the same questions in the same order')

    common = {line for line in (Path(sample).parent / 'stopwords/en.txt').read_text(encoding='utf-8').splitlines() if not line.startswith('#')}
    words = {qid: [word for word in re.findall(r'[\w-]+', text.lower()) if word not in common] for qid, text in questions}
    with judged_set.indexed(bin_folder, sample) as database:
        found = database.answers([(word, word) for word in sorted(set().union(*words.values()))], '--no-expand')
    texts.update(document for documents in found.values() for document in documents)
    for qid, grades in judged.items():
        lacking = {document for document in grades if any(document not in found.get(word, []) for word in words[qid])}
        if len(grades) < FEWEST_JUDGED: faults.append(f'{qid}: {len(grades)} judgements')
        if 2 * len(lacking) < len(grades): faults.append(f'{qid}: {len(lacking)} of {len(grades)} judged articles lack a word of it')
        if not GRADES.issuperset(grades.values()): faults.append(f'{qid}: a grade is not one of {GRADES}')
        if not any(grades.values()): faults.append(f'{qid}: no article is relevant')
        faults += [f'{qid}: no such article: {document}' for document in grades if document not in texts]
    sys.exit('\n'.join(faults) or 0)


main()
