#!/usr/bin/env python3
"""A folder of files made to do harm is walked without harm: each is named, nothing is written outside the
database, time and memory stay small, and the good article among them is found."""
import bz2, gzip, io, json, lzma, os, resource, struct, sys, tarfile, tempfile, time, zipfile, zlib
from pathlib import Path
from corpus import INDEX, QUERY, run
from faults import SANITIZED

STORY = ('Good news\n\nThe lighthouse tender came home on Monday with every buoy it had gone out for, and two that '
         'nobody had missed.\n')


def zipped(members, kind=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', kind) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode='w') as archive:
        for name, data in members:
            info = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            info.size = len(data) if info.type == tarfile.REGTYPE else 0
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def entry(name, kind, link=''):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link
    return info


def tar_of_declared_size(size):
    info = tarfile.TarInfo('huge.txt')
    info.size = size
    return info.tobuf(tarfile.GNU_FORMAT) + b'short'


def nested_zip(depth):
    data = zipped([('deep.txt', STORY)])
    for number in range(depth):
        data = zipped([(f'level-{number}.zip', data)])
    return data


def quine_like():
    """A zip that names itself as its member over and over: the same bytes at every level."""
    data = zipped([('a.txt', STORY)])
    for _ in range(40):
        data = zipped([('self.zip', data), ('copy.zip', data)] if len(data) < 100_000 else [('self.zip', data)])
    return data


def overlapping_zip(count, size):
    """Many entries of the central directory that share one body, as in the better zip bomb of 2019."""
    body = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = b'A' * size
    packed = body.compress(data) + body.flush()
    crc, name = zlib.crc32(data), b'x.jsonl'
    local = struct.pack('<IHHHHHIIIHH', 0x04034b50, 20, 0, 8, 0, 0, crc, len(packed), size, len(name), 0) + name + packed
    central = b''.join(struct.pack('<IHHHHHHIIIHHHHHII', 0x02014b50, 20, 20, 0, 8, 0, 0, crc, len(packed), size,
                                   len(b'%07d.jsonl' % n), 0, 0, 0, 0, 0, 0) + b'%07d.jsonl' % n for n in range(count))
    end = struct.pack('<IHHHHIIH', 0x06054b50, 0, 0, count & 0xffff, count & 0xffff, len(central), len(local), 0)
    return local + central + end


def record(kind, body, uri='http://a.example/', length=None, type='application/http; msgtype=response'):
    head = f'WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nContent-Type: {type}\r\n'
    return f'{head}Content-Length: {len(body) if length is None else length}\r\n\r\n'.encode() + body + b'\r\n\r\n'


def http(body, *headers):
    return b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n' + b''.join(h + b'\r\n' for h in headers) + b'\r\n' + body


ZEROS = bytes(64 << 20)
BOMB = gzip.compress(ZEROS)
FILES = {
    'bomb.txt.gz': BOMB,
    'bomb.jsonl.gz': gzip.compress(b'\n' * (64 << 20)),
    'bomb-twice.jsonl.gz.gz': gzip.compress(gzip.compress(b' ' * (256 << 20))),
    'bomb.html.xz': lzma.compress(ZEROS),
    'bomb.jsonl.bz2': bz2.compress(ZEROS * 4),
    'bomb.zip': zipped([('a.txt', ZEROS), ('b.jsonl', ZEROS), ('c.jsonl', ZEROS)]),
    'overlap.zip': overlapping_zip(2000, 10 << 20),
    'nested.zip': nested_zip(12),
    'quine.zip': quine_like(),
    'many.zip': zipped([(f'{n}.txt', b'') for n in range(30_000)], zipfile.ZIP_STORED),
    'huge.tar': tar_of_declared_size(8 << 30),
    'enormous.tar': tar_of_declared_size((1 << 62) + 5),
    'names.tar': tarred([('../../../escape.txt', STORY.encode()), ('/etc/sitrep-escape.txt', b'x'), ('a/../../b.txt', b'x'),
                         ('bell\a\x1b[31m.txt', b''), ('x' * 3000 + '.txt', b'')]),
    'special.tar': tarred([(entry('link.txt', tarfile.SYMTYPE, '/etc/passwd'), b''), (entry('hard.txt', tarfile.LNKTYPE, '/etc/passwd'), b''),
                           (entry('null.txt', tarfile.CHRTYPE), b''), (entry('pipe.txt', tarfile.FIFOTYPE), b'')]),
    'garbage.tar': bytes(range(256)) * 200,
    'garbage.zip': b'PK\x03\x04' + bytes(range(256)) * 200,
    'garbage.xz.txt.xz': b'\xfd7zXZ\0' + bytes(range(256)) * 20,
    'garbage.html.zst': b'\x28\xb5\x2f\xfd' + bytes(range(256)) * 20,
    'deep.html': b'<div>' * 200_000 + STORY.encode(),
    'attributes.html': b'<p ' + b'a=b ' * 300_000 + b'>x',
    'nulls.html': b'\0' * 100_000 + b'<p>x</p>',
    'nulls.txt': b'a\0b\0' * 10_000,
    'deep.json': b'[' * 1_000_000,
    'deep.jsonl': b'{"a":' * 500_000 + b'\n' + json.dumps({'title': 'Behind it', 'text': 'Fine.'}).encode(),
    'line.jsonl': b'x' * (40 << 20) + b'\n{"title": "After the long line", "text": "Fine."}\n',
    'laughs.xml': b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">' + b''.join(
        b'<!ENTITY l%d "%s">' % (n, b'&l%d;' % (n - 1) * 10) for n in range(1, 12)) + b']><rss><channel><item><title>&l11;</title></item></channel></rss>',
    'deep.xml': b'<rss>' + b'<a>' * 300_000,
    'outside.rss': b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>x</title><description>&f;</description></item></channel></rss>',
    'latin.xml': '<?xml version="1.0" encoding="utf-7"?><rss><channel><item><title>x</title></item></channel></rss>'.encode('utf-16'),
    'lies.warc': record('response', http(b'<p>a'), length=1 << 62),
    'swallow.warc': b''.join(record('response', http(b'<p>x</p>' * 9), length=20_000_000) for _ in range(20_000)),
    'chunks.warc': record('response', http(b'ffffffffffffffff\r\nabc', b'Transfer-Encoding: chunked')) +
                   record('response', http(b'5\r\nabcde\r\nzz\r\n', b'Transfer-Encoding: chunked')),
    'bomb.warc': b''.join(record('response', http(BOMB, b'Content-Encoding: gzip, gzip')) for _ in range(50)),
    'header.warc': b'WARC/1.0\r\n' + b'A: b\r\n' * 200_000,
    'noise.warc.gz': gzip.compress(b'WARC/1.0\r\n')[:-4] + os.urandom(100_000),
}

with tempfile.TemporaryDirectory(prefix='sitrep-hostile-') as folder:
    news, database = Path(folder) / 'news', folder + '/db'
    news.mkdir()
    (news / 'good.txt').write_text(STORY)
    for name, data in FILES.items():
        (news / name).write_bytes(data)
    os.symlink('/', news / 'root')
    os.mkfifo(news / 'pipe.txt')
    before = sorted(os.listdir(folder)), sorted(os.listdir(news))
    started = time.monotonic()
    done = run(INDEX, '--db', database, '--verbose', str(news))
    seconds = time.monotonic() - started
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    assert done.returncode == 1, (done.returncode, done.stderr[-2000:])
    unnamed = [name for name in FILES if f'/{name}' not in done.stderr]
    assert set(unnamed) == {'deep.html', 'attributes.html', 'nulls.txt'}, unnamed  # they have a text, and it is read
    assert not any(ord(c) < 32 and c != '\n' for c in done.stderr), 'a control character reached the terminal'
    assert sorted(os.listdir(news)) == before[1] and sorted(os.listdir(folder)) == sorted(before[0] + ['db'])
    assert not os.path.exists('/etc/sitrep-escape.txt')
    found = run(QUERY, '--db', database, '--format', 'paths', 'lighthouse tender')
    assert str(news / 'good.txt') in found.stdout, found
    again = run(INDEX, '--db', database, str(news))
    assert again.returncode == 0, again.stderr[-2000:]
    print(f'{len(FILES)} hostile files in {seconds:.1f} s, at most {peak} MB')
    slow = 10 if SANITIZED else 1
    assert seconds < 120 * slow, seconds
    assert slow > 1 or peak < 400, f'{peak} MB'
