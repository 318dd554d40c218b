#!/usr/bin/env python3
"""Runs the cases of the language of defense news through both tools.

usage: run_cases.py BIN_FOLDER CASES    prints each case that fails; exit 1 when one does

A file of cases has tabs between columns; `#` begins a comment line. `\\uXXXX` is that character.
  corpus NAME            what follows is a database of its own
  text TEXT              an article; the lines below are about it
  yes QUERY...           each query finds it
  no QUERY...            none of the queries finds it
  yes-plain QUERY...     finds it with --no-expand
  no-plain QUERY...      does not, with --no-expand
  first QUERY...         it is the first hit
  mark QUERY SPELLING    its snippet marks this, as the text spells it
Each text must be found by something: of one that was never indexed every `no` would hold.
"""
import json, os, re, subprocess, sys, tempfile
from collections import namedtuple
from pathlib import Path

Case = namedtuple('Case', 'line corpus text verb query spelling')
VERBS = {'yes', 'no', 'yes-plain', 'no-plain', 'first'}
FEWEST, FEWEST_NO = 400, 1 / 3


def unescaped(text):
    return re.sub(r'\\u([0-9A-Fa-f]{4})', lambda m: chr(int(m[1], 16)), text)


def read_cases(path):
    corpora, cases, corpus = {}, [], ''
    for number, line in enumerate(Path(path).read_text(encoding='utf-8').split('\n'), 1):
        if not line.strip() or line.startswith('#'):
            continue
        verb, *values = [unescaped(part) for part in line.split('\t')]
        if verb == 'corpus':
            corpus = values[0]
        elif verb == 'text':
            corpora.setdefault(corpus, []).append(values[0])
        elif verb == 'mark':
            cases.append(Case(number, corpus, len(corpora[corpus]), verb, values[0], values[1]))
        elif verb in VERBS:
            cases += [Case(number, corpus, len(corpora[corpus]), verb, query, '') for query in values]
        else:
            sys.exit(f'{path}:{number}: no such word: {verb}')
    return corpora, cases


def never_found(corpora, cases):
    """The texts of which only absence is asked."""
    wanted = {(case.corpus, case.text) for case in cases if not case.verb.startswith('no')}
    return [text for corpus, texts in corpora.items() for i, text in enumerate(texts, 1) if (corpus, i) not in wanted]


class Tools:
    def __init__(self, bin_folder, folder):
        self.bin, self.folder = Path(bin_folder), Path(folder)
        os.environ |= {'XDG_CONFIG_HOME': str(folder), 'SITREP_CONFIG': ''}  # whoever runs this may have a vocabulary

    def index(self, corpus, texts):
        feed = self.folder / f'{corpus}.jsonl'
        feed.write_text(''.join(json.dumps({'id': str(i), 'text': text}) + '\n' for i, text in enumerate(texts, 1)))
        subprocess.run([self.bin / 'sitrep-index', '--quiet', '--db', self.folder / corpus, feed], check=True)

    def ranked(self, corpus, queries, *options):
        """The ids that each query finds, in order."""
        batch = self.folder / 'batch.tsv'
        batch.write_text(''.join(f'q{i}\t{query}\n' for i, query in enumerate(queries)))
        run = subprocess.run([self.bin / 'sitrep-query', '--db', self.folder / corpus, '--batch', batch, '--syntax',
                              '--limit', '100000', *options], capture_output=True, text=True)
        if run.returncode > 1:
            sys.exit(run.stderr)
        hits = {query: [] for query in queries}
        for line in run.stdout.splitlines():
            qid, _, doc, *_ = line.split()
            hits[queries[int(qid[1:])]].append(int(doc))
        return hits

    def marked(self, corpus, query):
        """What the snippet of each article marks."""
        answer = subprocess.run([self.bin / 'sitrep-query', '--db', self.folder / corpus, '--format', 'json', '--limit',
                                 '1000', query], capture_output=True, text=True)
        hits = json.loads(answer.stdout)['hits']
        marks = lambda hit: [hit['snippet'].encode()[b:e].decode() for b, e in hit['highlights']]
        return {int(hit['id']): marks(hit) for hit in hits}


def holds(case, tools, found, plain):
    hits = (plain if case.verb.endswith('plain') else found)[case.corpus][case.query]
    if case.verb == 'mark':
        return case.spelling in tools.marked(case.corpus, case.query).get(case.text, [])
    if case.verb == 'first':
        return hits[:1] == [case.text]
    return (case.text in hits) == case.verb.startswith('yes')


def main():
    corpora, cases = read_cases(sys.argv[2])
    negatives = sum(case.verb.startswith('no') for case in cases)
    if len(cases) < FEWEST or negatives < FEWEST_NO * len(cases):
        sys.exit(f'{len(cases)} cases, {negatives} of them negative: too few')
    for text in never_found(corpora, cases):
        sys.exit(f'nothing is said to find: {text}')
    with tempfile.TemporaryDirectory(prefix='sitrep-language-') as folder:
        tools, found, plain = Tools(sys.argv[1], folder), {}, {}
        for corpus, texts in corpora.items():
            tools.index(corpus, texts)
            queries = list(dict.fromkeys(case.query for case in cases if case.corpus == corpus))
            found[corpus] = tools.ranked(corpus, queries)
            plain[corpus] = tools.ranked(corpus, queries, '--no-expand')
        failed = [case for case in cases if not holds(case, tools, found, plain)]
        for case in failed:
            print(f'{sys.argv[2]}:{case.line}: {case.verb} {case.query} {case.spelling}\n    {corpora[case.corpus][case.text - 1]}')
    print(f'{len(cases)} cases, {negatives} negative, {len(failed)} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
