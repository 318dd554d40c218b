"""The three steps of a comparison over one corpus: index, update, query. Results go into Results, by key."""
import os, subprocess, sys, time
from pathlib import Path

import queries
from measure import Failed, measure, warm

MAKE_NEWS = Path(__file__).resolve().parents[3] / 'scripts/make_news'
LOGS = Path(__file__).resolve().parents[4] / 'shared/querylogs'
ADDED = 200  # articles that come between two runs
SAMPLE = 2000  # files whose cleaned text is measured


def tell(text):
    print(text, file=sys.stderr, flush=True)


class Corpus:
    """A folder of articles: of our generator's making, or one that was named."""

    def __init__(self, work, count=None, folder=None, html=30):
        self.count, self.html = count, html
        self.made = folder is None
        self.folder = Path(work, 'corpus') if self.made else Path(folder).resolve()
        self.name = f'{count:,} articles, {html:g} % HTML' if self.made else str(folder)
        if self.made and len(self.files()) != count:
            tell(f'{self.name}: writing them')
            subprocess.run(['rm', '-rf', self.folder], check=True)
            self.make(0, count)

    def make(self, first, count):
        subprocess.run([MAKE_NEWS, str(count), self.folder, '--first', str(first), '--html', str(self.html)],
                       check=True, stdout=subprocess.DEVNULL)

    def files(self):
        return sorted(path for path in self.folder.rglob('*') if path.is_file()) if self.folder.exists() else []

    def added(self):
        """How many articles are added in a run of the update step."""
        return min(ADDED, self.count // 10)

    def add(self):
        self.make(self.count, self.added())

    def take_away(self):
        for path in self.files():
            if path.stem.isdigit() and int(path.stem) >= self.count:
                path.unlink()


class Steps:
    def __init__(self, corpus, peers, results, runs, questions):
        self.corpus, self.peers, self.results, self.runs, self.questions = corpus, peers, results, runs, questions
        self.faults = []

    def attempt(self, key, work):
        """Does what has no result yet; a program that fails is named and left out of this step."""
        if key in self.results:
            return True
        try:
            self.results.add(key, work())
            tell(f'{self.corpus.name}: {" ".join(map(str, key[1:]))}: ' + shown(self.results.get(key)))
            return True
        except Failed as failure:
            self.faults.append(f'{self.corpus.name}: {" ".join(map(str, key[1:]))}: {failure}')
            tell(self.faults[-1])
            return False

    # --- index ----------------------------------------------------------------------------------------------------

    def index(self):
        files = warm(self.corpus.folder)
        self.attempt((self.corpus.name, 'corpus'), lambda: self.look_at_corpus(files))
        for run in range(self.runs):
            for peer in self.peers:
                self.attempt((self.corpus.name, 'index', peer.name, run), lambda peer=peer: self.build(peer))

    def build(self, peer):
        peer.wipe()
        peer.prepare(self.corpus.folder)
        warm(self.corpus.folder)
        cost = peer.index(self.corpus.folder)
        documents = peer.documents()
        if documents == 0:
            raise Failed(f'{peer.name}: ended well and holds nothing')
        values = {'wall': cost.wall, 'cpu': cost.cpu, 'memory': cost.memory, 'database': peer.database_bytes(), 'documents': documents}
        if peer.name == 'fts5':
            values['text'] = int(cost.output)
        return values

    def look_at_corpus(self, files):
        paths = self.corpus.files()
        values = {'files': files, 'bytes': sum(path.stat().st_size for path in paths)}
        sitrep = next((peer for peer in self.peers if peer.name == 'sitrep'), None)
        if sitrep and paths:
            step = max(1, len(paths) // SAMPLE)
            sample = paths[::step]
            values['cleaned'] = sitrep.text_bytes(sample) * len(paths) // len(sample)
            values['sampled'] = len(sample)
        return values

    def has_database(self, peer):
        """Whether the peer's database is there; a lost one is made again, untimed."""
        try:
            if peer.folder.exists() and peer.documents() > 0:
                return True
        except (Failed, OSError):
            pass
        try:
            tell(f'{self.corpus.name}: {peer.name}: making its database')
            self.build(peer)
            return True
        except Failed as failure:
            self.faults.append(f'{self.corpus.name}: {peer.name}: {failure}')
            tell(self.faults[-1])
            return False

    # --- update ---------------------------------------------------------------------------------------------------

    def update(self):
        warm(self.corpus.folder)
        able = [peer for peer in self.peers if peer.updates and self.has_database(peer)]
        find = ['find', self.corpus.folder, '-type', 'f', '-printf', '%s %T@\\n']
        for peer in able:  # what an earlier run left undone
            self.attempt((self.corpus.name, 'settle', peer.name), lambda peer=peer: timed(peer, self.corpus.folder))
        for run in range(self.runs):
            self.attempt((self.corpus.name, 'find', run), lambda: {'wall': measure(find).wall})
            for peer in able:
                self.attempt((self.corpus.name, 'unchanged', peer.name, run), lambda peer=peer: timed(peer, self.corpus.folder))
        if not self.corpus.made:
            return
        for run in range(self.runs):
            for peer in able:
                self.attempt((self.corpus.name, 'add', peer.name, run), lambda peer=peer: self.grow(peer))

    def grow(self, peer):
        """The time for a few articles more; they are taken away again."""
        before = peer.documents()
        try:
            self.corpus.add()
            values = timed(peer, self.corpus.folder)
            gained = peer.documents() - before
        finally:
            self.corpus.take_away()
        peer.index(self.corpus.folder)
        if gained != self.corpus.added():
            raise Failed(f'{peer.name}: {self.corpus.added()} articles more are {gained} documents more')
        return values

    # --- query ----------------------------------------------------------------------------------------------------

    def query(self):
        able = [peer for peer in self.peers if self.has_database(peer)]
        sets = {'own': queries.from_corpus(self.corpus.files(), self.questions)}
        if LOGS.exists():
            sets['log'] = queries.from_log(LOGS, self.questions)
        for name, questions in sets.items():
            if not questions:
                continue
            for peer in able:  # the pages of its database come into the cache, and what it finds is counted
                self.attempt((self.corpus.name, 'found', name, peer.name), lambda peer=peer, q=questions: found(peer, q))
            for run in range(self.runs):
                for peer in able:
                    self.attempt((self.corpus.name, 'cold', name, peer.name, run), lambda peer=peer, q=questions: cold(peer, q))
                    if hasattr(peer, 'batch_command'):
                        self.attempt((self.corpus.name, 'warm', name, peer.name, run), lambda peer=peer, q=questions: batch(peer, q))


def shown(values):
    units = {'wall': 's', 'cpu': 's', 'memory': 'MB', 'database': 'MB', 'bytes': 'MB', 'cleaned': 'MB', 'text': 'MB'}
    return ', '.join(f'{name} {value / 1e6:.1f} MB' if units.get(name) == 'MB' else f'{name} {value:.3f}' if isinstance(value, float)
                     else f'{name} {value:,}' for name, value in values.items() if not isinstance(value, list))


def timed(peer, folder):
    cost = peer.index(folder)
    return {'wall': cost.wall, 'cpu': cost.cpu, 'memory': cost.memory}


def ask(peer, words):
    command = [str(word) for word in peer.query_command(words)]
    started = time.monotonic()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env={**os.environ, **peer.environment}, check=False)
    seconds = time.monotonic() - started
    if done.returncode not in (0, 1):  # 1: no hit
        raise Failed(f'{command[0]}: exit code {done.returncode}: {done.stderr.decode(errors="replace").strip()[:200]}')
    return seconds, done.stdout.decode(errors='replace')


def found(peer, questions):
    answered = sum(peer.hits(ask(peer, words)[1]) > 0 for words in questions)
    return {'questions': len(questions), 'answered': answered}


def cold(peer, questions):
    """A process for each question; milliseconds of the whole process."""
    times = sorted(ask(peer, words)[0] * 1000 for words in questions)
    return {'median': times[len(times) // 2], 'late': times[len(times) * 95 // 100]}


def batch(peer, questions):
    """One process for all of them; milliseconds a question."""
    file = peer.folder.parent / f'questions-{peer.name}'
    if peer.name == 'fts5':
        file.write_text('\n'.join(peer.sql(words) for words in questions) + '\n', encoding='utf-8')
    else:
        file.write_text(''.join(f'{at}\t{" ".join(words)}\n' for at, words in enumerate(questions)), encoding='utf-8')
    cost = measure(peer.batch_command(file), peer.environment, (0, 1))
    return {'each': cost.wall * 1000 / len(questions)}
