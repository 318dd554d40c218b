#!/usr/bin/env python3
"""A standby answers as its master does: after a first copy, after changes, after the master was made anew or compacted,
whatever was killed in between; while it is brought up to date; and when the master is gone. All of it is run by the
commands of the units, as sitrep-serving(7) has them."""
import json, os, random, re, signal, socket, subprocess, threading
from contextlib import contextmanager, suppress
from pathlib import Path
from corpus import article
from faults import LONG, digest, index, need, run_cases, strace, until
from servers import HOST, Between, Program, ask, free_port, told
from units import Unit, page, page_settings, unit_settings

ARTICLES = 90
QUESTIONS = [[*words] for words in (
    ['missile tests'], ['frigate OR corvette'], ['"common headline"'], ['title:common section:Cyber'], ['missil*'], ['corvete~1'],
    ['alpha NEAR/5 zulu'], ['date:2025-03.. missile'], ['--sort', 'date', '--limit', '30', 'missile'], ['--no-collapse', 'common'],
    ['--facet', 'outlet,section,author,year,designator', 'missile'], ['--timeline', 'month', 'missile'], ['frigte'], ['newcomer'])]
TEXTS = [['--duplicates', 'a10'], ['--show', 'a10'], ['--count', 'common'], ['--like', 'a7'], ['--explain-hit', 'a7', 'missile']]


def is_open(port):
    with suppress(OSError), socket.create_connection((HOST, port)): return True
    return False


def listening(unit, port):
    """The server that the unit starts."""
    program = Program(unit.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until(lambda: is_open(port), unit.command())
    return program


class Master:
    """A machine that indexes feeds, keeps its changes as the page says, and sends them."""

    def __init__(self, folder, *options):
        self.folder, self.feeds, self.database = folder, folder / 'feeds', folder / 'srv' / 'news.db'
        for made in self.feeds, folder / 'srv': made.mkdir()
        choose = random.Random(1)
        self.articles = [article(number, choose) for number in range(ARTICLES)]
        self.articles += [{**self.articles[at], 'id': f'copy{at}', 'outlet': 'Monthly'} for at in range(0, ARTICLES, 10)]
        self.changes, self.port = 0, free_port()
        self.index(*options, self.feeds)
        self.start()

    def index(self, *arguments, kept=None):
        """One run, in the environment that the page has its unit get."""
        self.write()
        name, number = re.search(r'^Environment=(XAPIAN_\w+)=(\d+)$', page(), flags=re.M).groups()
        os.environ[name] = number if kept is None else str(kept)  # index() passes it on
        index(self.database, *arguments)

    def write(self):
        """Each article stands in the file where it stood."""
        for feed in '012':
            lines = [json.dumps(one) + '\n' for one in self.articles if int(one['id'].lstrip('acopy')) % 3 == int(feed)]
            (self.feeds / f'{feed}.jsonl').write_text(''.join(lines))

    def change(self, *arguments, **environment):
        """One article is added, one changed, one removed, others than the last time."""
        self.changes += 1
        choose = random.Random(100 + self.changes)
        del self.articles[20 + self.changes]
        self.articles[self.changes]['text'] += f'\n\nA newcomer was seen at missile tests of {choose.choice(["alpha", "bravo"])}.'
        self.articles.append({**article(1000 + self.changes, choose), 'title': f'Newcomer {self.changes} is seen'})
        self.index(*arguments, **environment)

    def start(self):
        self.server = listening(Unit('replicate-server', 'srv', self.folder, FOLDER=self.folder / 'srv', PORT=self.port), self.port)

    def stop(self): self.server.stop()


class Standby:
    """A machine that keeps a copy of a database of the master's, and serves it."""

    def __init__(self, master, name='news', database='news.db'):
        self.home, self.master, self.instance, self.database = master.folder / 'home of standby', master, name, database
        self.copy = self.home / '.local/share/sitrep/standby' / name
        self.copy.parent.mkdir(parents=True, exist_ok=True)
        self.server, self.keeper, self.port = None, None, free_port()
        self.name = f'tcp://{HOST}:{self.port}'

    def unit(self, port=None):
        """`port`: of what stands between it and the master."""
        return Unit('standby', self.instance, self.home, HOST=HOST, PORT=port or self.master.port, MASTER=self.database)

    def once(self, port=None, **other):
        """The command of the unit, but that it ends, and waits for no readers."""
        *command, copy = self.unit(port).command(reader_time=0, **other)
        return [*command, '--one-shot', '--verbose', copy]

    def pull(self, code=0, **other):
        """How many copies and changes came, or what was said."""
        done = subprocess.run(self.once(**other), capture_output=True, text=True, timeout=60)
        assert done.returncode == code, done
        if code: return done.stderr
        return tuple(map(int, re.search(r'(\d+) copies, (\d+) changesets', done.stdout).groups()))

    def start(self):
        """As systemd would."""
        self.unit().prepare()
        self.keeper = Program(self.unit().command(interval=1, reader_time=0), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def serve(self):
        self.server = listening(Unit('serve', self.instance, self.home, DATABASE=self.copy, PORT=self.port), self.port)

    def stop(self):
        for program in self.keeper, self.server:
            if program: program.stop()


@contextmanager
def running(machines):
    """A list, to which more may be added; all are stopped."""
    try:
        yield machines
    finally:
        for machine in machines: machine.stop()


@contextmanager
def master_and_standby(folder):
    """The standby has its first copy, and serves it."""
    with running([Master(folder)]) as machines:
        machines.append(Standby(machines[0]))
        assert machines[1].pull() == (1, 0)
        machines[1].serve()
        yield machines


def answers(*databases):
    """All that is compared, scores to the last digit."""
    return [told(databases, *words) for words in QUESTIONS] + [ask(databases, *words)[:2] for words in TEXTS]


def check_same(master, *standbys):
    wanted, found = answers(master.database), answers(*(standby.name for standby in standbys))
    for words, one, other in zip(QUESTIONS + TEXTS, wanted, found, strict=True): assert one == other, (words, one, other)
    assert sum(len(made['hits']) for made in wanted[:len(QUESTIONS)]) > 100, 'the questions find too little to compare'
    for words, (code, out) in zip(TEXTS, wanted[len(QUESTIONS):]): assert code == 0, (words, code, out)
    return wanted


def a_first_copy_answers_as_its_master(folder):
    with master_and_standby(folder) as (master, standby):
        check_same(master, standby)
        assert standby.pull() == (0, 0)


def changes_follow_and_are_sent_alone(folder):
    with master_and_standby(folder) as (master, standby):
        seen = check_same(master, standby)
        for _ in range(3):
            master.change()
            copies, changes = standby.pull()
            assert copies == 0 and changes >= 1, (copies, changes)
            now = check_same(master, standby)
            assert now != seen
            seen = now


def what_was_not_kept_is_copied(folder):
    """No changes are kept, as the page says of a run without its setting; and fewer than the standby missed."""
    with master_and_standby(folder) as (master, standby):
        for kept in 0, 1:
            master.change()
            master.change(kept=kept)
            assert standby.pull()[0] == 1
            check_same(master, standby)


def one_made_anew_or_compacted_is_copied(folder):
    with master_and_standby(folder) as (master, standby):
        for word in '--rebuild', '--compact':
            before = digest(master.database)
            master.index(word)
            assert digest(master.database) == before and standby.pull() == (1, 0), word
            check_same(master, standby)
            master.change()
            assert standby.pull()[0] == 0, word
            check_same(master, standby)
            assert sorted(path.name[:-1] for path in standby.copy.iterdir()) == ['XAPIAND', 'replica_'], 'copies pile up'


class Cut(Between):
    """Passes on so many bytes of what the master sends, and then no more."""

    def __init__(self, master, size):
        self.size, self.passed, self.reached = size, 0, threading.Event()
        super().__init__(master)
        self.port = int(self.name.rpartition(':')[2])

    def pass_on(self, call):
        with socket.create_connection((HOST, self.server.port)) as behind:
            threading.Thread(target=self.serve_questions, args=(call, behind), daemon=True).start()
            while self.passed < self.size and (answer := behind.recv(min(1 << 16, self.size - self.passed))):
                call.sendall(answer)
                self.passed += len(answer)
            self.reached.set()
            if self.passed == self.size: call.recv(1)  # until it is killed


def waits(process):
    return Path(f'/proc/{process.pid}/stat').read_text().rpartition(')')[2].split()[0] == 'S'


def size_of_pull(standby):
    between = Cut(standby.master, 1 << 40)
    standby.pull(port=between.port)
    between.close()
    return between.passed


def kill_a_pull(standby, size):
    """When it has so much of what is sent."""
    between = Cut(standby.master, size)
    pull = subprocess.Popen(standby.once(port=between.port), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert between.reached.wait(30) and between.passed == size, (between.passed, size)
    until(lambda: waits(pull), 'a pull that waits for the rest')
    pull.kill()
    assert pull.wait() == -signal.SIGKILL
    between.close()


def parts(whole, last):
    """How much of a pull of that size has come when it is killed, up to `last` twelfths."""
    return [1, *(whole * part // 12 for part in (range(1, last + 1) if LONG else (last // 2, last)))]


def killed_while_it_is_copied(folder):
    with master_and_standby(folder) as (master, standby):
        master.index('--rebuild')
        whole, before = size_of_pull(standby), check_same(master, standby)
        for size in parts(whole, 11):
            master.change('--rebuild')
            kill_a_pull(standby, size)
            assert answers(standby.name) == before, size
            assert standby.pull() == (1, 0), size
            before = check_same(master, standby)


def killed_while_changes_come(folder):
    """In the first commit of a run, which is nearly all that comes; the others settle it."""
    with master_and_standby(folder) as (master, standby):
        master.change()
        whole, before = size_of_pull(standby), check_same(master, standby)
        for size in parts(whole, 6):
            master.change()
            kill_a_pull(standby, size)
            assert answers(standby.name) in (before, answers(master.database)), size
            copies, changes = standby.pull()
            assert copies == 0 and changes >= 1, size
            before = check_same(master, standby)


def killed_at_any_step_of_a_first_pull(folder):
    """Xapian alone would never get over the first steps: the unit does."""
    with running([Master(folder)]) as machines:
        master, = machines
        wanted, kills, stuck = ask([master.database], '--count', 'common')[:2], 0, 0
        for call in 'mkdir', 'rename', 'unlink', 'rmdir':
            for when in range(1, 100):
                standby = Standby(master, f'{call}-{when}')
                if strace([f'{call}:signal=SIGKILL:when={when}'], standby.once()).returncode == 0: break
                kills, stuck = kills + 1, stuck + (standby.copy.exists() and not (standby.copy / 'XAPIANDB').exists())
                check_it_begins_anew(standby, wanted)
        print(f'  {kills} kills')
        assert kills >= 12 and stuck >= 3, (kills, stuck)
        (standby.copy / 'XAPIANDB').write_text('')  # as a power cut may leave it
        check_it_begins_anew(standby, wanted)


def check_it_begins_anew(standby, wanted):
    standby.unit().prepare()
    standby.pull()
    standby.serve()
    assert ask([standby.name], '--count', 'common')[:2] == wanted, standby.instance
    standby.stop()


class Reader:
    """Asks the standby until the block is left; nothing may be wrong."""

    def __init__(self, standby):
        self.standby, self.stopped, self.asked, self.wrong = standby, False, 0, []
        self.thread = threading.Thread(target=self.ask)

    def ask(self):
        while not self.stopped:
            for words in QUESTIONS[:3] + TEXTS[:3]:
                code, out, said, _ = ask([self.standby.name], *words)
                self.asked += 1
                if code != 0 or not out or said: self.wrong.append((words, code, said))

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stopped = True
        self.thread.join()
        assert not self.wrong, self.wrong[:5]


def until_it_follows(standby):
    """One question first, of those that a change gives another answer: all take long."""
    there, here = [standby.master.database], [standby.name]
    until(lambda: told(here, 'newcomer') == told(there, 'newcomer') and answers(*here) == answers(*there), 'the standby follows')


def questions_are_answered(folder, times, **change):
    with master_and_standby(folder) as (master, standby):
        standby.start()
        with Reader(standby) as reader:
            for _ in range(times):
                master.change(**change)
                until_it_follows(standby)
        print(f'  {reader.asked} questions')
        assert reader.asked >= 20, reader.asked


def questions_beside_changes_are_answered(folder): questions_are_answered(folder, 3)


def questions_beside_copies_are_answered(folder): questions_are_answered(folder, 2, kept=0)


def a_master_that_is_gone(folder):
    with master_and_standby(folder) as (master, standby):
        standby.start()
        master.change()
        until_it_follows(standby)
        seen = check_same(master, standby)
        master.stop()
        master.change()
        assert 'connect' in standby.pull(code=1)
        assert answers(standby.name) == seen and standby.keeper.process.poll() is None
        master.start()
        until_it_follows(standby)
        standby.keeper.stop()
        standby.pull()
        check_same(master, standby)


def a_master_that_is_frozen(folder):
    with master_and_standby(folder) as (master, standby):
        seen = check_same(master, standby)
        master.server.send(signal.SIGSTOP)
        assert 'Timeout' in standby.pull(code=1, timeout=1)
        assert answers(standby.name) == seen
        master.server.send(signal.SIGCONT)
        master.change()
        standby.pull()
        check_same(master, standby)


def shard_standbys(master, generation):
    return [Standby(master, f'shard-{number}', f'news.db/{generation}/shard-{number}') for number in range(1, 4)]


def a_set_is_kept_shard_by_shard(folder):
    assert 'MASTER=news.db/gen-1/shard-1' in page()
    with running([Master(folder, '--shards', 3)]) as machines:
        master, = machines
        standbys = shard_standbys(master, 'gen-1')
        machines += standbys
        whole = Standby(master)
        assert 'Connection closed' in whole.pull(code=1)
        for standby in standbys:
            assert standby.pull() == (1, 0)
            standby.serve()
        check_same(master, *standbys)
        master.change()
        assert all(standby.pull()[0] == 0 for standby in standbys)
        check_same(master, *standbys)
        master.index('--compact')
        assert all(standby.pull()[0] == 1 for standby in standbys)
        seen = check_same(master, *standbys)
        # Made anew, a set has another name for its shards, which the page says is to be written by hand.
        master.index('--rebuild')
        assert all("Can't open" in standby.pull(code=1) for standby in standbys)
        assert answers(*(standby.name for standby in standbys)) == seen
        for standby in shard_standbys(master, 'gen-2'): assert standby.pull() == (1, 0)
        check_same(master, *standbys)


def it_is_a_copy_and_for_servers_only(folder):
    with master_and_standby(folder) as (master, standby):
        seen = check_same(master, standby)
        code, _, said, _ = ask([standby.copy], 'missile')
        assert code == 3 and 'not a Sitrep database' in said, (code, said)
        for words in [], [master.feeds], ['--rebuild'], ['--compact']: index(standby.copy, *words, code=3)
        assert answers(standby.name) == seen and standby.pull() == (0, 0)
        code, _, said, _ = ask([master.database, standby.name], 'missile')
        assert code == 2 and 'are one database, or copies of one' in said, (code, said)


def addresses(port):
    """Those where something listens on it, as the kernel writes them."""
    lines = [line.split() for table in ('tcp', 'tcp6') for line in Path('/proc/net', table).read_text().splitlines()[1:]]
    return {local.split(':')[0] for _, local, _, state, *_ in lines if state == '0A' and local.endswith(f':{port:04X}')}


def they_listen_on_loopback_only(folder):
    with master_and_standby(folder) as machines:
        for machine in machines: assert addresses(machine.port) == {'0100007F'}, addresses(machine.port)


def the_page_sets_what_the_units_take(folder):
    for name in 'serve', 'replicate-server', 'standby': assert page_settings(name) == unit_settings(name), name


need('xapian-replicate', 'xapian-replicate-server', 'xapian-tcpsrv')
run_cases(a_first_copy_answers_as_its_master, changes_follow_and_are_sent_alone, what_was_not_kept_is_copied,
          one_made_anew_or_compacted_is_copied, killed_while_it_is_copied, killed_while_changes_come,
          killed_at_any_step_of_a_first_pull, questions_beside_changes_are_answered, questions_beside_copies_are_answered,
          a_master_that_is_gone, a_master_that_is_frozen, a_set_is_kept_shard_by_shard, it_is_a_copy_and_for_servers_only,
          they_listen_on_loopback_only, the_page_sets_what_the_units_take)
