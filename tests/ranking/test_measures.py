"""measures.py, on lists small enough to work out by hand."""
import tempfile, unittest
from pathlib import Path

import measures

MAP, NDCG, P10, R100, MRR = range(len(measures.NAMES))


def run(*hits):
    return measures.parse_run(f'q Q0 {document} 1 {score} tag' for document, score in hits)['q']


class Measures(unittest.TestCase):
    def test_relevant_at_ranks_1_and_3_of_three(self):
        got = measures.measure({'a': 1, 'b': 1, 'never': 1, 'x': 0}, ['a', 'x', 'b'])
        self.assertAlmostEqual(got[MAP], (1 / 1 + 2 / 3) / 3)
        self.assertAlmostEqual(got[NDCG], (1 + 0.5) / (1 + 0.6309298 + 0.5), places=6)  # 1 / log2 of 2, 3, 4
        self.assertAlmostEqual(got[P10], 0.2)
        self.assertAlmostEqual(got[R100], 2 / 3)
        self.assertEqual(got[MRR], 1)

    def test_the_gain_is_the_grade_itself(self):
        got = measures.measure({'best': 3, 'good': 1}, ['good', 'best'])
        self.assertAlmostEqual(got[NDCG], (1 + 3 * 0.6309298) / (3 + 1 * 0.6309298), places=6)

    def test_ranks_beyond_ten_count_for_recall_and_not_for_the_first_ten(self):
        got = measures.measure({'late': 2}, [f'x{n}' for n in range(10)] + ['late'])
        self.assertEqual((got[NDCG], got[P10], got[R100]), (0, 0, 1))
        self.assertAlmostEqual(got[MRR], 1 / 11)

    def test_nothing_counts_beyond_a_thousand(self):
        got = measures.measure({'late': 1}, [f'x{n}' for n in range(1000)] + ['late'])
        self.assertEqual(got, (0, 0, 0, 0, 0))

    def test_equal_scores_are_ordered_by_document_descending_and_the_rank_column_is_not_read(self):
        self.assertEqual(run(('a', 1.0), ('c', 1.0), ('b', 2.0), ('d', 1.0)), ['b', 'd', 'c', 'a'])

    def test_a_question_without_an_answer_counts_0_and_one_without_a_relevant_article_does_not_count(self):
        with tempfile.TemporaryDirectory() as folder:
            qrels = Path(folder) / 'qrels.txt'
            qrels.write_text('q1 0 a 1\nq2 0 a 0\n\nq3 0 b 2\n')
            judged = measures.read_qrels(qrels)
        self.assertEqual(judged, {'q1': {'a': 1}, 'q3': {'b': 2}})
        self.assertEqual(measures.means(measures.measure_run(judged, {'q1': ['a'], 'q2': ['a']}))[MAP], 0.5)

    def test_paired_difference(self):
        before, after = {'q1': (0.5,), 'q2': (0.5,), 'gone': (1.0,)}, {'q1': (0.7,), 'q2': (0.6,), 'new': (1.0,)}
        mean, better, worse, t = measures.paired(before, after, 0)
        self.assertAlmostEqual(mean, 0.15)
        self.assertEqual((better, worse), (2, 0))
        self.assertAlmostEqual(t, 0.15 / 0.05)  # the deviation is 0.1 / sqrt(2), of the mean of two 0.05


unittest.main()
