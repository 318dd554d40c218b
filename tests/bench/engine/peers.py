"""The programs that are compared: how each is told to index a folder, to answer a question, and to say what it holds."""
import hashlib, json, re, shutil, sqlite3, sys
from pathlib import Path

from measure import Failed, measure, tree_bytes

HERE = Path(__file__).resolve().parent
HITS = 10


class Peer:
    """One program and its database in a folder of its own."""
    name = ''
    needs = ()  # programs
    updates = True  # a second run does what changed only

    def __init__(self, work):
        self.folder = Path(work) / self.name
        self.environment = {}

    def missing(self):
        return [program for program in self.needs if not shutil.which(program)]

    def wipe(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def prepare(self, corpus):
        """What is written before the clock starts."""

    def index_command(self, corpus):
        raise NotImplementedError

    def documents(self):
        raise NotImplementedError

    def query_command(self, words):
        raise NotImplementedError

    def hits(self, output):
        """How many articles an answer shows."""
        raise NotImplementedError

    def index(self, corpus):
        return measure(self.index_command(corpus), self.environment, self.good_codes())

    def good_codes(self):
        return (0,)

    def database_bytes(self):
        return tree_bytes(self.folder)


def delve(database, term=None):
    """Documents of a Xapian database: all, or those with a term."""
    if term is None:
        found = re.search(r'number of documents = (\d+)', measure(['xapian-delve', database]).output)
    else:
        found = re.search(r'termfreq (\d+)', measure(['xapian-delve', '-t', term, database]).output)
    return int(found.group(1)) if found else 0


class Sitrep(Peer):
    name = 'sitrep'

    def __init__(self, work, binaries):
        super().__init__(work)
        self.binaries = Path(binaries)
        self.needs = (str(self.binaries / 'sitrep-index'), str(self.binaries / 'sitrep-query'))
        # A person's settings are no part of a measurement.
        self.environment = {'SITREP_CONFIG': '', 'XDG_CONFIG_HOME': str(self.folder / 'no-config')}

    def database(self):
        return self.folder / 'db'

    def index_command(self, corpus):
        return [self.binaries / 'sitrep-index', '--db', self.database(), '--quiet', '--summary=json', corpus]

    def good_codes(self):
        return (0, 1)  # 1: files that cannot be used; the documents are counted

    def documents(self):
        return delve(self.database())

    def query_command(self, words):
        return [self.binaries / 'sitrep-query', '--db', self.database(), '--limit', HITS, ' '.join(words)]

    def batch_command(self, file):
        return [self.binaries / 'sitrep-query', '--db', self.database(), '--limit', HITS, '--batch', file]

    def hits(self, output):
        return len(re.findall(r'^\d+\. ', output, flags=re.M))

    def text_bytes(self, files):
        """Of what it takes of the files: headline, deck and body, cleaned, in bytes."""
        total = 0
        for first in range(0, len(files), 500):
            dump = measure([self.binaries / 'sitrep-index', '--dump=article', *files[first:first + 500]], self.environment, (0, 1))
            for line in dump.output.splitlines():
                article = json.loads(line)
                total += sum(len((article.get(part) or '').encode()) for part in ('title', 'deck', 'body'))
        return total


def fingerprint(binaries):
    """Another one for another build of the tools."""
    return ' '.join(hashlib.sha256(Path(binaries, tool).read_bytes()).hexdigest()[:16] for tool in ('sitrep-index', 'sitrep-query'))


class Omindex(Peer):
    name, needs = 'omindex', ('omindex', 'xapian-delve', 'quest')

    def index_command(self, corpus):
        return ['omindex', '--db', self.folder / 'db', '--url', '/', corpus]

    def documents(self):
        return delve(self.folder / 'db')

    def query_command(self, words):
        return ['quest', '-d', self.folder / 'db', '-o', 'and', '-m', HITS, ' '.join(words)]

    def hits(self, output):
        return len(re.findall(r'^\d+: \[', output, flags=re.M))


class Recoll(Peer):
    name, needs = 'recollindex', ('recollindex', 'recollq', 'xapian-delve')

    def __init__(self, work):
        super().__init__(work)
        # It makes a ~/.recoll even when told of another folder.
        self.environment = {'HOME': str(self.folder), 'RECOLL_CONFDIR': str(self.folder / 'conf')}

    def prepare(self, corpus):
        (self.folder / 'conf').mkdir()
        (self.folder / 'conf/recoll.conf').write_text(
            f'topdirs = {corpus}\nindexstemminglanguages = english\nloglevel = 2\nnoaspell = 1\n', encoding='utf-8')

    def index_command(self, corpus):
        return ['recollindex', '-c', self.folder / 'conf']

    def documents(self):
        """Without the folders, which it takes for documents too."""
        base = self.folder / 'conf/xapiandb'
        return delve(base) - delve(base, 'Tinode/directory')

    def query_command(self, words):
        return ['recollq', '-c', self.folder / 'conf', '-n', HITS, '-A', ' '.join(words)]

    def hits(self, output):
        return len(re.findall(r'\[file://', output))


class Fts5(Peer):
    name, needs, updates = 'fts5', ('sqlite3',), False

    def index_command(self, corpus):
        return [sys.executable, HERE / 'load_fts5.py', corpus, self.folder / 'db']

    def documents(self):
        base = sqlite3.connect(self.folder / 'db')
        try:
            return base.execute('SELECT count(*) FROM articles').fetchone()[0]
        except sqlite3.Error as failure:
            raise Failed(f'fts5: {failure}') from None
        finally:
            base.close()

    def sql(self, words):
        match = ' '.join('"' + word.replace('"', '') + '"' for word in words).replace("'", "''")
        return ("SELECT path, title, snippet(articles, 2, '[', ']', '...', 24) FROM articles "
                f"WHERE articles MATCH '{match}' ORDER BY rank LIMIT {HITS};")

    def query_command(self, words):
        return ['sqlite3', self.folder / 'db', self.sql(words)]

    def batch_command(self, file):
        return ['sqlite3', self.folder / 'db', f'.read {file}']

    def hits(self, output):
        return len([line for line in output.splitlines() if line.startswith('/')])
