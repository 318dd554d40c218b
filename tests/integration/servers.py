"""Databases served on loopback by Xapian's own server, what may stand between one and its reader, and what is none."""
import json, os, random, signal, socket, subprocess, threading, time
from contextlib import contextmanager, suppress
from corpus import QUERY, article
from faults import index

HOST = '127.0.0.1'
ARTICLES = 150  # in three shards


def write_shards(folder):
    """Three of them, and `all`; some articles are copies of others that lie elsewhere."""
    choose, shards = random.Random(1), [[], [], []]
    for number in range(ARTICLES):
        one = article(number, choose)
        shards[number % 3].append(one)
        if number % 10 == 0: shards[(number + 1) % 3].append({**one, 'id': f'copy{number}', 'outlet': 'Monthly'})
    for number, articles in enumerate(shards):
        (folder / f's{number}').mkdir()
        (folder / f's{number}/news.jsonl').write_text(''.join(json.dumps(one) + '\n' for one in articles))
        index(folder / f'{number}.db', folder / f's{number}')
    index(folder / 'all.db', *(folder / f's{number}' for number in range(3)))
    return [str(folder / f'{number}.db') for number in range(3)]


def free_port():
    with socket.create_server((HOST, 0)) as taken: return taken.getsockname()[1]


def ask(databases, *words, before=(), **environment):
    """Exit code, what was printed, what was said, seconds."""
    begin = time.monotonic()
    named = [word for database in databases for word in ('--db', str(database))]
    done = subprocess.run([*before, QUERY, *named, *words], capture_output=True, text=True, timeout=60,
                          env={**os.environ, 'SITREP_DB': '', 'SITREP_NOW': '2025-06-15', **environment})
    return done.returncode, done.stdout, done.stderr, time.monotonic() - begin


def told(databases, *words, code=(0, 1), **environment):
    """The JSON of it, without the time, which differs from run to run."""
    status, out, said, _ = ask(databases, '--format', 'json', *words, **environment)
    assert status in (code if isinstance(code, tuple) else (code,)), (words, status, out, said)
    made = json.loads(out)
    del made['elapsed_ms']
    return made


def answer(databases, *words, **more):
    """The same without the last digits of sums, which differ with the order of what is summed."""
    made = told(databases, *words, **more)
    for hit in made['hits']: hit['score'] = round(hit['score'], 5)
    return made


class Program:
    """In a process group of its own: at SIGTERM a server of Xapian's ends its whole group."""

    def __init__(self, command, **streams):
        self.process = subprocess.Popen(command, start_new_session=True, **streams)

    def send(self, number):
        os.killpg(self.process.pid, number)

    def stop(self):
        if self.process.returncode is not None: return
        self.send(signal.SIGKILL)
        self.process.wait()
        if self.process.stdout: self.process.stdout.close()


class Server(Program):
    """xapian-tcpsrv on a database."""

    def __init__(self, database, before=(), interface=HOST):
        self.port = free_port()
        self.name = f'tcp://{interface}:{self.port}'
        super().__init__([*before, 'xapian-tcpsrv', '--interface', interface, '--port', str(self.port), database],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.process.stdout.readline()  # Starting server
        assert b'Listening' in self.process.stdout.readline(), f'no server at {self.name}'

    def kill_the_connections(self):
        """The process for each, not the one that listens."""
        children = f'/proc/{self.process.pid}/task/{self.process.pid}/children'
        for child in map(int, open(children).read().split()): os.kill(child, signal.SIGKILL)


@contextmanager
def served(*databases):
    servers = []
    try:
        for database in databases: servers.append(Server(database))
        yield servers
    finally:
        for server in servers: server.stop()


class Talker:
    """Something that listens and calls `talk` for each that calls, in a thread of its own."""

    def __init__(self, talk=None, backlog=16):
        self.listener = socket.create_server((HOST, 0), backlog=backlog)
        self.name = f'tcp://{HOST}:{self.listener.getsockname()[1]}'
        self.talk, self.calls = talk, []
        if talk: threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with suppress(OSError):  # until it is closed
            while True:
                call, _ = self.listener.accept()
                self.calls.append(call)
                threading.Thread(target=self.serve, args=(call,), daemon=True).start()

    def serve(self, call):
        with suppress(OSError): self.talk(call)  # until the other side is gone
        with suppress(OSError): call.shutdown(socket.SHUT_RDWR)  # closed alone, it would stay open while another thread reads

    def close(self):
        self.listener.close()
        for call in self.calls: call.close()


def message_size(said):
    """Of the message of Xapian's protocol that `said` begins with, a type and a length before it; 0 where that is not known yet."""
    if len(said) < 2: return 0
    if said[1] < 255: return 2 + said[1]
    length = 255
    for at, byte in enumerate(said[2:]):
        length += (byte & 127) << 7 * at
        if byte & 128: return 3 + at + length
    return 0


def questions_in(call):
    """The messages that a reader sends, whole, until it hangs up."""
    said = b''
    while part := call.recv(1 << 16):
        said += part
        while (size := message_size(said)) and size <= len(said):
            yield said[:size]
            said = said[size:]


class Between(Talker):
    """Passes on what a server and its reader say, counts the questions, and before the answer to question `at` runs `event`,
    which may give other bytes in its place."""

    def __init__(self, server, at=None, event=lambda: None):
        self.server, self.at, self.event, self.questions = server, at, event, 0
        super().__init__(self.pass_on)

    def pass_on(self, call):
        with socket.create_connection((HOST, self.server.port)) as behind:
            threading.Thread(target=self.serve_questions, args=(call, behind), daemon=True).start()
            while answer := behind.recv(1 << 16):
                if self.at is not None and self.questions >= self.at:
                    self.at = None
                    answer = self.event() or answer
                call.sendall(answer)

    def serve_questions(self, call, behind):
        with suppress(OSError):
            for question in questions_in(call):
                self.questions += 1
                behind.sendall(question)
            behind.shutdown(socket.SHUT_RDWR)


# Of Xapian's protocol: what asks for a list, an item of its answer, and its end.
ALL_TERMS, DOCUMENT, TERM_LIST, KEYS = 0, 2, 9, 28
EXCEPTION, END, TERM, DOCUMENT_DATA, LENGTH, TERM_OF_ONE, KEY = 1, 2, 3, 5, 10, 12, 20
OPENING_ERROR = b'\t'


def message(kind, text=b''):
    """Of Xapian's protocol."""
    left, length = len(text) - 255, b''
    if left < 0: return bytes([kind, len(text)]) + text
    while left > 127: length, left = length + bytes([left & 127]), left >> 7
    return bytes([kind, 255]) + length + bytes([left | 128]) + text


class Liar(Between):
    """Passes on what is asked and answered, but where `lie` makes something of a question's kind and text, that goes out in
    place of the server's answer: pieces, which need not end."""

    def __init__(self, server, lie):
        self.lie, self.heard = lie, []
        super().__init__(server)

    def serve_questions(self, call, behind):
        with suppress(OSError):
            for question in questions_in(call):
                self.heard.append((question[0], question[2:]))  # those that matter are short
                answer = self.lie(*self.heard[-1])
                if answer is None: behind.sendall(question)
                else:
                    for piece in answer: call.sendall(piece)
            behind.shutdown(socket.SHUT_RDWR)


def rubbish(seed, size=4096):
    return random.Random(seed).randbytes(size)


def talkers():
    """What is no database server, by what it does."""
    def says(text, then=lambda call: call.close()):
        def talk(call):
            call.sendall(text)
            then(call)
        return talk

    def drips(call):
        while True:
            call.sendall(b'\0')
            time.sleep(.2)

    rest = {'closes at once': says(b''), 'is a web server': says(b'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'),
            'announces an endless message': says(b'\x0a\xff' + b'\xff\xff\xff\xff\xff\xff\xff\x7f', lambda call: call.recv(1)),
            'says nothing': lambda call: call.recv(1), 'drips': drips}
    return {**{f'talks rubbish, seed {seed}': says(rubbish(seed)) for seed in range(12)}, **rest}


@contextmanager
def one_that_never_accepts():
    """Its backlog is full."""
    deaf = Talker(backlog=0)
    address, waiting = deaf.listener.getsockname(), []
    for _ in range(4):
        waiting.append(socket.socket())
        waiting[-1].setblocking(False)
        waiting[-1].connect_ex(address)
    try:
        yield deaf
    finally:
        for call in waiting: call.close()
        deaf.close()
