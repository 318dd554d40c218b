"""What the fault tests share: cases that run one by one and may be skipped aloud, the contents of a database as text,
small disks, and strace. SITREP_LONG_TESTS=1 asks for the long version of each test (ctest -C long -L long)."""
import os, random, re, shutil, subprocess, sys, tempfile, time
from contextlib import contextmanager
from pathlib import Path
from corpus import INDEX, QUERY, run, write

LONG = os.environ.get('SITREP_LONG_TESTS') == '1'
SANITIZED = 'sanitized' in sys.argv[2:]  # as CMake says, for it knows


class Skip(Exception):
    """Why a case cannot be run here."""


def need(*programs):
    for program in programs:
        if not shutil.which(program): raise Skip(f'there is no {program}')


def need_root():
    if os.geteuid() != 0: raise Skip('needs root')


def not_sanitized(why):
    if SANITIZED: raise Skip(f'not under sanitizers: {why}')


def until(holds, what, seconds=30):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f'not in {seconds} s: {what}'
        time.sleep(.02)


def run_cases(*cases):
    """Runs each in an empty folder of its own. Exit code 77 says that some could not be run, and which is printed."""
    skipped = 0
    wanted = [case for case in cases if case.__name__ in sys.argv[2:]] or cases
    for case in wanted:
        begin = time.monotonic()
        with tempfile.TemporaryDirectory(prefix='sitrep-fault-') as folder:
            try:
                case(Path(folder))
                print(f'{case.__name__}: held, {time.monotonic() - begin:.1f} s', flush=True)
            except Skip as why:
                skipped += 1
                print(f'{case.__name__}: SKIPPED: {why}', flush=True)
    sys.exit(77 if skipped else 0)


def seeded(*default):
    """A source of randomness; its seed is printed, and SITREP_SEED replays it."""
    seed = int(os.environ.get('SITREP_SEED', 0)) or (default[0] if default else time.time_ns() % 1_000_000_000)
    print(f'seed {seed}', flush=True)
    return random.Random(seed)


def index(database, *arguments, code=0, **options):
    done = run(INDEX, '--db', str(database), *map(str, arguments), timeout=120, **options)
    codes = code if isinstance(code, tuple) else (code,)
    assert done.returncode in codes, (done.returncode, done.stdout, done.stderr)
    return done


def count(database, word='common'):
    done = run(QUERY, '--db', str(database), '--count', word, timeout=60)
    assert done.returncode in (0, 1), done
    return 0 if 'holds no articles yet' in done.stderr else int(done.stdout)


def generation(database):
    return str(database) + '/' + Path(database, 'XAPIANDB').read_text().split()[1]


def shards(database):
    """The shards that are there of a set; of one database, itself."""
    named = [Path(database, line.split()[1]) for line in open(f'{database}/XAPIANDB')]
    if any((shard / 'iamglass').exists() for shard in named): return [Path(database)]
    return [shard for shard in named if (shard / 'XAPIANDB').exists()]


def sound(database):
    """Neither Xapian's own check nor ours finds anything."""
    for shard in shards(database):
        done = run('xapian-check', generation(shard), timeout=60)
        assert done.returncode == 0, done.stdout
    index(database, '--verify')


def digest(database):
    """The same for every database that says the same."""
    return index(database, '--digest').stdout.strip()


def same(database, gold):
    """Fails, and shows in what they differ, unless both databases say the same."""
    assert digest(database) == digest(gold), differences(contents(gold), contents(database))


def tidy(database):
    for folder in {Path(database), *shards(database)}:
        names = os.listdir(folder)
        assert not [name for name in names if name.endswith('.tmp')], names
    for shard in shards(database):
        assert len([name for name in os.listdir(shard) if name.startswith('gen-')]) == 1, os.listdir(shard)


def contents(database):
    """Every document, data and terms with their weights, without the numbers that Xapian gave them."""
    documents = []
    for place in map(generation, shards(database)):
        numbers = re.findall(r'^\d+$', run('xapian-delve', '-1', '-t', '', place).stdout, flags=re.M)
        for first in range(0, len(numbers), 2000):
            records = [word for number in numbers[first:first + 2000] for word in ('-r', number)]
            shown = subprocess.run(['xapian-delve', '-1', '-v', '-d', *records, place], capture_output=True).stdout
            parts = re.split(rb'^(Data|Term List) for record #(\d+).*:\n', shown, flags=re.M)
            found = {(kind, number): part for kind, number, part in zip(parts[1::3], parts[2::3], parts[3::3])}
            for (kind, number), terms in found.items():
                if kind == b'Data': continue
                documents.append(found[b'Data', number] + re.sub(rb'^(\S+ \d+) \d+$', rb'\1', terms, flags=re.M))
    return sorted(documents)


def differences(wanted, found):
    """What two contents() do not share, for people; what is beside the documents is not in it."""
    lines = [f'{len(wanted)} documents wanted, {len(found)} found']
    for mark, documents in ('-', set(wanted) - set(found)), ('+', set(found) - set(wanted)):
        lines += [mark + ' ' + one[:600].decode(errors='replace') for one in sorted(documents)[:2]]
    return '\n'.join(lines)


def strace(inject, command, log='/dev/null', more=(), **options):
    """Runs the command under strace, which does to it what `inject` says; returns what run() does. strace ends as its
    command does, by the same signal too."""
    need('strace')
    environment = {**os.environ, 'SITREP_DB': '', 'ASAN_OPTIONS': 'detect_leaks=0'}
    words = ['strace', '-f', '-qq', '-o', str(log), *more]
    for one in inject: words += ['-e', 'inject=' + one]
    if inject and '-e' not in more: words += ['-e', 'trace=' + ','.join(one.split(':')[0] for one in inject)]
    done = subprocess.run(words + [str(word) for word in command], capture_output=True, text=True, env=environment,
                          timeout=120, **options)
    if 'ptrace' in done.stderr and 'Operation not permitted' in done.stderr: raise Skip('strace may not trace here')
    return done


@contextmanager
def mounted(folder, *options):
    """mount(8) with these words, the folder behind them."""
    need_root()
    os.makedirs(folder, exist_ok=True)
    done = subprocess.run(['mount', *map(str, options), str(folder)], capture_output=True, text=True)
    if done.returncode != 0: raise Skip(f'cannot mount: {done.stderr.strip()}')
    try:
        yield Path(folder)
    finally:
        subprocess.run(['umount', str(folder)], check=True)


class Scene:
    """A database (or none yet), what is to be indexed, and what an undisturbed run makes of it."""

    def __init__(self, folder, before, after):
        self.folder, self.articles = folder, folder / 'articles'
        if before:
            write(self.articles, before)
            index(folder / 'before', self.articles)
        write(self.articles, after, seed=2)
        self.least = before
        self.restore(folder / 'calm')
        begin = time.monotonic()
        index(folder / 'calm', self.articles)
        self.seconds = time.monotonic() - begin

    def restore(self, database):
        shutil.rmtree(database, ignore_errors=True)
        if self.least: shutil.copytree(self.folder / 'before', database)

    def disturbed(self, *inject, log='/dev/null'):
        self.restore(self.folder / 'db')
        return strace(inject, [INDEX, '--db', self.folder / 'db', self.articles], log)

    def holds(self):
        """The database is that of some commit, and the next run makes it what it should be."""
        database = self.folder / 'db'
        if (database / 'XAPIANDB').exists():
            sound(database)
            assert count(database) >= self.least
        index(database, self.articles)
        sound(database)
        tidy(database)
        same(database, self.folder / 'calm')
