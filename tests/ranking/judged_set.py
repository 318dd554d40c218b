"""The judged set, indexed and asked: articles.jsonl and data/sample in a database of their own."""
import csv, os, subprocess, sys, tempfile
from contextlib import contextmanager
from pathlib import Path

import measures

HERE = Path(__file__).resolve().parent
QUERIES, QRELS, EXPECTED = HERE / 'queries.tsv', HERE / 'qrels.txt', HERE / 'expected.tsv'


def rows(path):
    with open(path, encoding='utf-8', newline='') as lines:
        return list(csv.reader(lines, delimiter='\t', quoting=csv.QUOTE_NONE))


class JudgedSet:
    def __init__(self, bin_folder, sample, folder):
        self.bin, self.db, self.folder = Path(bin_folder), folder / 'db', folder
        os.environ |= {'XDG_CONFIG_HOME': str(folder), 'SITREP_CONFIG': ''}  # whoever runs this may have settings and a vocabulary
        done = subprocess.run([self.bin / 'sitrep-index', '--quiet', '--db', self.db, '--exclude', 'damaged/**', HERE / 'articles.jsonl', sample],
                              stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode: sys.exit(done.stderr)

    def answers(self, questions, *options):
        """{qid: [document, ...]} for rows of qid and text."""
        batch = self.folder / 'batch.tsv'
        batch.write_text(''.join(f'{qid}\t{text}\n' for qid, text in questions), encoding='utf-8')
        done = subprocess.run([self.bin / 'sitrep-query', '--db', self.db, '--batch', batch, '--format', 'trec',
                               '--limit', str(measures.DEPTH), *options], capture_output=True, text=True, check=False)
        if done.returncode > 1: sys.exit(done.stderr)
        return measures.parse_run(done.stdout.splitlines())


@contextmanager
def indexed(bin_folder, sample):
    with tempfile.TemporaryDirectory() as folder:
        yield JudgedSet(bin_folder, sample, Path(folder))
