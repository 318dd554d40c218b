#!/usr/bin/env python3
"""What a server says is not trusted: lists that end nowhere or hold what nobody asked for, articles larger than they look,
names of files. It is named, as one that does not answer, and nothing that it sends is more than text."""
import os, time
from faults import SANITIZED, need, run_cases
from servers import (ALL_TERMS, DOCUMENT, DOCUMENT_DATA, END, KEY, KEYS, LENGTH, TERM, TERM_LIST, TERM_OF_ONE, Liar, ask, message,
                     served, write_shards)

def says(kind, *pieces):
    """In place of the answer to what is asked of this kind."""
    return lambda asked, _: pieces if asked == kind else None


def check_liar(shards, lie, words, seconds=12, before=()):
    """It is named, and left out where that is allowed."""
    with served(*shards) as servers:
        liar = Liar(servers[1], lie)
        names = [servers[0].name, liar.name, servers[2].name]
        begin = time.monotonic()
        code, out, said, took = ask(names, '--timeout', '1', *words, before=before)
        assert code == 3 and not out and said.startswith(f'sitrep-query: {liar.name} ') and took < seconds, (words, code, out, said, took)
        assert '--allow-partial' in said, said
        code, out, said, took = ask(names, '--timeout', '1', '--allow-partial', '--format', 'paths', *words, before=before)
        assert (code, out) == (6, ask(shards[::2], '--format', 'paths', *words)[1]) and liar.name in said and took < seconds, (words, code, said, took)
        code, _, said, _ = ask([liar.name], '--timeout', '1', *words, before=before)
        assert code == 3 and liar.name in said and '--allow-partial' not in said, said
        liar.close()
        return said


def one_that_makes_the_client_throw(folder):
    """Not errors of Xapian's, but of strings that are cut where they do not reach."""
    shards = write_shards(folder)
    for lie in says(KEYS, message(KEY), message(END)), says(ALL_TERMS, message(TERM, b'\1')), says(ALL_TERMS, message(TERM, b'\1'), message(END)):
        said = check_liar(shards, lie, ['missil*'])
        assert 'does not answer as a Xapian server does' in said, said


def lists_of_what_nobody_asked_for(folder):
    """No crash, and no search without end."""
    shards = write_shards(folder)
    for lie in says(KEYS, message(KEY, b'\0x'), message(END)), says(ALL_TERMS, *(message(TERM, b'\1\0' + term) for term in (b'', b'x', b'ZA', b'S')), message(END)), \
            says(TERM_LIST, message(LENGTH, b'\5'), *(message(TERM_OF_ONE, b'\1\1\0' + term) for term in (b'Zx', b'', b'Z')), message(END)):
        with served(*shards) as servers:
            liar = Liar(servers[1], lie)
            for words in ['missil*'], ['title:missil*'], ['corvete~1'], ['--feedback', '5', 'kilo'], ['isr'], ['--acronyms'], ['--like', 'a7'], ['--duplicates', 'a10']:
                code, out, said, _ = ask([servers[0].name, liar.name], '--timeout', '5', *words)
                assert code in (0, 1) or code == 3 and liar.name in said, (words, code, out, said)
            liar.close()


def a_list_without_end(folder):
    """As fast as it can, until memory ends; and so slowly that no wait is long."""
    shards = write_shards(folder)

    def fast(item):
        while True: yield item

    def slow(item):
        while True:
            yield item
            time.sleep(.4)
    if not SANITIZED:
        need('prlimit')
        for kind, item in (KEYS, message(KEY, b'\0' + bytes(1 << 16))), (ALL_TERMS, message(TERM, b'\1\0' + bytes(1 << 16))):
            said = check_liar(shards, lambda asked, _, kind=kind, item=item: fast(item) if asked == kind else None, ['missil*'], 60, ['prlimit', f'--data={300 << 20}'])
            assert 'more than there is memory for' in said, said
    item = message(TERM, b'\1\0x')
    said = check_liar(shards, lambda asked, _: slow(item) if asked == ALL_TERMS else None, ['missil*'], 40)
    assert 'does not come to an end' in said and '--timeout' in said, said


def an_article_that_is_larger_than_it_looks(folder):
    """A byte for each of its authors: the memory is needed when it has been sent."""
    if SANITIZED: return
    need('prlimit')
    shards = write_shards(folder)
    many = 30_000_000
    count = bytes([many & 127 | 128, many >> 7 & 127 | 128, many >> 14 & 127 | 128, many >> 21])
    article = bytes(8) + b'\2' + bytes(16) + count + bytes(many) + b'\0'
    with served(*shards[:2]) as servers:
        liar = Liar(servers[1], says(DOCUMENT, message(DOCUMENT_DATA, article), message(END)))
        code, out, said, _ = ask([liar.name], '--no-collapse', '--limit', '1', 'common', before=['prlimit', f'--data={600 << 20}'])
        assert code == 3 and not out and f'{liar.name} sends more than there is memory for' in said, (code, said)


def an_original_of_a_server_is_never_opened_here(folder):
    """Though a file of that name is here, too."""
    shards = write_shards(folder)
    (folder / 'bin').mkdir()
    (folder / 'bin/xdg-open').write_text(f'#!/bin/sh\necho "$@" >>{folder}/opened\n')
    (folder / 'bin/xdg-open').chmod(0o755)
    desktop = {'PATH': f'{folder}/bin:{os.environ["PATH"]}', 'DISPLAY': ':0'}
    with served(shards[0]) as (server,):
        path = ask([shards[0]], '--format', 'paths', '--limit', '1', 'missile')[1].strip()
        code, out, said, _ = ask([server.name], '--open', '1', '--original', 'missile', **desktop)
        assert (code, out) == (0, f'{server.name}: {path}\n') and 'on that machine' in said, (code, out, said)
        assert 'file://' not in ask([server.name], '--color', 'always', 'missile')[1]
    code, out, _, _ = ask([shards[0]], '--open', '1', '--original', 'missile', **desktop)
    assert code == 0, out
    for _ in range(50):
        if (folder / 'opened').exists(): break
        time.sleep(.1)
    assert (folder / 'opened').read_text() == path.split('#')[0] + '\n', (folder / 'opened').read_text()


need('xapian-tcpsrv')
run_cases(one_that_makes_the_client_throw, lists_of_what_nobody_asked_for, a_list_without_end, an_article_that_is_larger_than_it_looks,
          an_original_of_a_server_is_never_opened_here)
