#!/usr/bin/env python3
"""Databases on servers answer as those of folders do: three shards give what one database that holds all gives. A server
that is not there, dies, freezes, talks rubbish or says nothing is named, with exit code 3, in the time that was allowed;
with --allow-partial the others answer, with exit code 6. Nothing of it makes a round trip for each document."""
import json, os, random, signal, subprocess, time
from contextlib import contextmanager
from pathlib import Path
from corpus import QUERY, article, run
from faults import LONG, Skip, generation, index, need, need_root, run_cases
from servers import (EXCEPTION, OPENING_ERROR, Between, Liar, Server, Talker, answer, ask, message, one_that_never_accepts, rubbish, served,
                     talkers, write_shards)

WAIT = 3  # seconds for an answer: a busy machine's server needs some
QUESTIONS = [[*words] for words in (
    ['missile tests'], ['frigate OR corvette'], ['"common headline"'], ['alpha -bravo'], ['title:common section:Cyber'],
    ['f-35 deliveries'], ['F-35A'], ['missil*'], ['fri?ates'], ['corvete~1'], ['alpha NEAR/5 zulu'], ['isr'],
    ['intelligence surveillance reconnaissance'], ['date:2025-03.. missile'], ['--sort', 'date', 'missile'],
    ['--facet', 'outlet,section,author,year,designator', 'missile'], ['--timeline', 'month', 'missile'],
    ['--offset', '7', '--limit', '5', 'missile'], ['--no-collapse', '--limit', '200', 'common'], ['--feedback', '5', 'kilo'],
    ['--recency', '6m', 'frigate'], ['--terms', 'cyber'], ['frigte'], ['nowhere'])]


def three_shards_answer_as_one_database(folder):
    shards = write_shards(folder)
    with served(*shards) as servers:
        names = [server.name for server in servers]
        found = 0
        for words in QUESTIONS:
            wanted = answer([folder / 'all.db'], *words)
            found += len(wanted['hits'])
            for databases in (shards, names, [shards[0], *names[1:]]):
                assert answer(databases, *words) == wanted, (words, databases)
        assert found > 150, 'the questions find too little to compare'
        for words in ['--acronyms'], ['--duplicates', 'a10'], ['--show', 'a10'], ['--count', 'missil*'], ['--like', 'a7'], ['--explain-hit', 'a7', 'missile']:
            assert ask(names, *words)[:3] == ask(shards, *words)[:3], words


def one_that_is_served_and_named_as_a_folder_is_found_out(folder):
    shards = write_shards(folder)
    with served(shards[0]) as (server,):
        code, _, said, _ = ask([shards[0], server.name], 'missile')
        assert code == 2 and 'are one database' in said, said


def watches_tell_what_is_new(folder):
    shards, state = write_shards(folder), {'XDG_STATE_HOME': str(folder / 'state')}
    with served(*shards) as servers:
        names = [server.name for server in servers]
        assert ask(names, '--watch-add', 'ships', 'frigate', **state)[0] == 0
        assert ask(names, '--watch', **state)[:2] == (1, '')
        with open(folder / 's1/news.jsonl', 'a') as feed:
            feed.write(json.dumps({**article(500, random.Random(500)), 'title': 'A frigate is launched'}) + '\n')
        index(shards[1])
        code, out, _, _ = ask(names, '--watch', '--format', 'jsonl', **state)
        assert code == 0 and [json.loads(line)['title'] for line in out.splitlines()] == ['A frigate is launched'], out
        servers[2].stop()
        code, out, said, _ = ask(names, '--watch', **state)
        assert code == 3 and names[2] in said and not out, (code, out, said)


def check_refusal(databases, broken, words=('missile',), seconds=4. * WAIT):
    """An error that names the broken one and, where it may be partial, the answer of the others."""
    code, out, said, took = ask(databases, '--timeout', str(WAIT), *words)
    assert code == 3 and not out and f'{broken} does not answer' in said and took < seconds, (broken, code, out, said, took)
    check_partial(databases, broken, words, seconds)


def check_partial(databases, broken, words=('missile',), seconds=4. * WAIT):
    rest = [database for database in databases if database != broken]
    begin = time.monotonic()
    code, out, said, took = ask(databases, '--timeout', str(WAIT), '--allow-partial', '--format', 'paths', *words)
    wanted = ask(rest, '--format', 'paths', *words)
    assert (code, out) == (6, wanted[1]) and wanted[0] == 0, (code, out, said, wanted)
    assert f'left out, so that the answer is partial: {broken}' in said and took < seconds, (said, took)


def servers_that_are_none(folder):
    shards = write_shards(folder)
    with served(*shards[:2]) as servers:
        names = [server.name for server in servers]
        for does, talk in talkers().items():
            talker = Talker(talk)
            print('  one that', does, flush=True)
            check_refusal([*names, talker.name], talker.name)
            talker.close()
        print('  one that never accepts', flush=True)
        with one_that_never_accepts() as deaf: check_refusal([*names, deaf.name], deaf.name)
        gone = Server(shards[2])
        gone.stop()
        check_refusal([*names, gone.name], gone.name)
        code, _, said, _ = ask([gone.name], '--allow-partial', 'missile')
        assert code == 3 and gone.name in said, (code, said)


@contextmanager
def three_with_one_between(shards):
    with served(*shards) as servers:
        between = Between(servers[2])
        try:
            yield [servers[0].name, servers[1].name, between.name], servers[2], between
        finally:
            between.close()


def steps(most):
    """Which answers of the last server are struck: some, or all."""
    at, every = 1, 1
    while at <= most:
        yield at
        at += every
        if not LONG and at > 6: every = max(1, at // 3)


def questions_of(between, names, words, **environment):
    before = between.questions
    ask(names, *words, **environment)
    return between.questions - before


def killed_in_the_middle_of_a_question(folder):
    shards, words = write_shards(folder), ['--format', 'paths', 'missil*']
    whole, rest = ask(shards, *words)[1], ask(shards[:2], *words)[1]
    assert whole != rest
    with three_with_one_between(shards) as (names, _, between): most = questions_of(between, names, words)
    assert most > 10, most
    struck = 0
    for at in steps(most):
        for partial in [], ['--allow-partial']:
            with three_with_one_between(shards) as (names, server, between):
                between.at, between.event = at, lambda server=server: server.send(signal.SIGKILL)
                code, out, said, took = ask(names, '--timeout', str(WAIT), *partial, *words)
                struck += code != 0
                wanted = (6, rest) if partial else (3, '')
                assert (code, out) in ([wanted] if at < most // 2 else [wanted, (0, whole)]), (at, most, partial, code, out, said)
                assert code == 0 or names[2] in said, said
                assert took < 5 * WAIT, took
    print(f'  struck {struck} times in {most} answers')


def the_first_killed_is_not_taken_for_an_empty_database(folder):
    """What was said when all were open holds where they cannot be opened again."""
    shards, words = write_shards(folder), ['--format', 'paths', 'missil*']
    whole = ask(shards, *words)[1]
    with three_with_one_between(shards) as (names, _, between): most = questions_of(between, names[::-1], words)
    for at in steps(most):
        with three_with_one_between(shards) as (names, server, between):
            between.at, between.event = at, lambda server=server: server.send(signal.SIGKILL)
            code, out, said, _ = ask(names[::-1], '--timeout', str(WAIT), *words)
            assert (code, out) == (3, '') and names[2] in said or (code, out) == (0, whole) and at > most // 2, (at, code, out, said)


def acronyms_of_the_others_are_not_all(folder):
    """What an acronym's long form means is looked up as words of a question are, but no search follows that would tell."""
    shards, words = write_shards(folder), ['--acronyms', 'intelligence surveillance and reconnaissance']
    whole = ask(shards, *words)[1]
    assert whole
    with three_with_one_between(shards) as (names, _, between): most = questions_of(between, names, words)
    for at in range(1, most + 1):
        with three_with_one_between(shards) as (names, server, between):
            between.at, between.event = at, lambda server=server: server.send(signal.SIGKILL)
            code, out, said, _ = ask(names, '--timeout', str(WAIT), *words)
            assert (code, out) == (3, '') and names[2] in said or (code, out) == (0, whole) and at == most, (at, most, code, out, said)


def what_is_looked_up_shares_one_time(folder):
    """None of a long question's looks is slow, but all together are; and a word has few."""
    shards = write_shards(folder)
    words = ['alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa']
    with served(*shards) as servers:
        slow = Liar(servers[2], lambda asked, _: time.sleep(.7))
        names = [servers[0].name, servers[1].name, slow.name]
        code, out, said, took = ask(names, '--timeout', '1', *words)
        assert (code, out) == (3, '') and slow.name in said and took < 40, (code, out, said, took)
    with three_with_one_between(shards) as (names, _, between):
        trips = questions_of(between, names[2:], words)
        print(f'  {trips} round trips for 16 words')
        assert answer(names, *words) == answer(shards, *words) and trips <= 150, trips


def one_that_breaks_off_once_is_called_again(folder):
    shards, words = write_shards(folder), ['--format', 'paths', 'missil*']
    with three_with_one_between(shards) as (names, server, between):
        most, whole = questions_of(between, names, words), ask(shards, *words)[1]
        for at in steps(most):
            between.at, between.event = between.questions + at, server.kill_the_connections
            code, out, said, _ = ask(names, *words)
            # Not while it is opened: then it has answered nothing yet.
            assert (code, out) == (0, whole) or code == 3 and at <= 5 and names[2] in said, (at, code, said)


def one_that_finds_no_database_is_asked_once_more(folder):
    """As a standby's server in the moment when a copy takes the place of another."""
    shards, words = write_shards(folder), ['--format', 'paths', 'missil*']
    whole = ask(shards, *words)[1]
    for times in 1, 2:
        with three_with_one_between(shards) as (names, _, between):
            failures, pass_on = iter([message(EXCEPTION, OPENING_ERROR + b'\0\4gone')] * times), between.talk
            def fail_first(call):
                failure = next(failures, None)
                if failure: call.sendall(failure)
                else: pass_on(call)
            between.talk = fail_first
            code, out, said, _ = ask(names, *words)
            assert (code, out) == ((0, whole) if times == 1 else (3, '')), (times, code, said)
            assert code == 0 or names[2] in said and 'gone' in said, said


def frozen_in_the_middle_of_a_question(folder):
    shards, words = write_shards(folder), ['--format', 'paths', 'missil*']
    with three_with_one_between(shards) as (names, _, between): most = questions_of(between, names, words)
    for at in (1, most // 3, most * 2 // 3):
        with three_with_one_between(shards) as (names, server, between):
            def freeze(server=server):
                server.send(signal.SIGSTOP)
                time.sleep(WAIT + 1)
            between.at, between.event = between.questions + at, freeze
            check_partial(names, names[2], ['missil*'])


def rubbish_in_the_middle_of_a_question(folder):
    shards, words = write_shards(folder), ['--format', 'paths', 'missil*']
    with three_with_one_between(shards) as (names, _, between): most = questions_of(between, names, words)
    for at in steps(most):
        for seed in range(40 if LONG else 2):
            with three_with_one_between(shards) as (names, server, between):
                between.at, between.event = at, lambda: rubbish(at * 1000 + seed)
                code, out, said, took = ask(names, '--timeout', str(WAIT), *words)
                assert code in (0, 3) and took < 5 * WAIT, (at, seed, code, out, said, took)
                assert code == 0 or names[2] in said, (at, seed, said)


def an_answer_that_nobody_takes_goes_to_no_server(folder):
    """A closed stream's number is free for the connection to take; a pipe may be left by its reader."""
    shards = write_shards(folder)
    with three_with_one_between(shards) as (names, _, between):
        named = [word for name in names for word in ('--db', name)]
        for words in ['common'], ['--format', 'json', 'common'], ['--count', 'common'], ['--show', 'a10']:
            asked = questions_of(between, names, words)
            for closed in '>&-', '<&- >&-', '>&- 2>&-', '<&- >&- 2>&-':
                before = between.questions
                done = run('sh', '-c', f'exec "$@" {closed}', 'sh', QUERY, *named, *words)
                assert done.returncode == 4 and ('2>' in closed or 'cannot write the answer' in done.stderr), (words, closed, done)
                assert between.questions - before == asked, (words, closed)
        done = run('bash', '-c', '"$@" | head -c 10; echo " ${PIPESTATUS[0]}"', 'bash', QUERY, *named, '--limit', '200', '--format', 'json', 'common')
        assert done.stdout == '{"version" 0\n' and not done.stderr, done


def written_while_it_is_asked(folder):
    """The server's snapshot goes under the question: it is asked again, and what the writer has done since is in the answer."""
    shards, words = write_shards(folder), ['--format', 'paths', '--limit', '200', '--no-collapse', 'common']
    with three_with_one_between(shards) as (names, _, between):
        most, again = questions_of(between, names, words), 0
        for number, at in enumerate(steps(most) if LONG else (most // 3, most * 2 // 3, most - 1)):
            def write_twice(number=number):
                for one in range(600 + number * 2, 602 + number * 2):
                    with open(folder / 's2/news.jsonl', 'a') as feed: feed.write(json.dumps(article(one, random.Random(one))) + '\n')
                    index(shards[2])
            between.at, between.event = between.questions + at, write_twice
            before, asked = len(ask(shards, *words)[1].splitlines()), between.questions
            code, out, said, _ = ask(names, *words)
            assert code == 0 and not said and len(out.splitlines()) in range(before, before + 3), (at, most, code, said, before, len(out.splitlines()))
            again += between.questions - asked > most
            assert len(ask(names, *words)[1].splitlines()) == before + 2, at
        print(f'  asked again {again} times')
        assert again, 'no question lost its snapshot: the test shows nothing'


def a_set_of_shards_is_served_shard_by_shard(folder):
    shards = write_shards(folder)
    index(folder / 'set.db', '--shards', '2', folder / 's0', folder / 's1')
    parts = [f'{generation(folder / "set.db").rsplit("/", 1)[0]}/shard-{number}' for number in (1, 2)]
    index(folder / 'thirds.db', '--shards', '3', folder / 's2')
    third = f'{generation(folder / "thirds.db").rsplit("/", 1)[0]}/shard-1'
    with served(folder / 'set.db', *parts, shards[0]) as servers:
        whole, *single, other = [server.name for server in servers]
        for more in [], ['--allow-partial']:
            code, out, said, _ = ask([whole], *more, 'missile')
            assert code == 2 and not out and f'{whole} is a whole set of shards' in said and 'shard by itself' in said, (code, out, said)
            # Of two sets, though one of the first is not there.
            code, out, said, _ = ask([single[1], third, 'tcp://127.0.0.1:1'], *more, 'missile')
            assert (code == 2 and 'they are of two sets' in said) if more else code == 3, (code, out, said)
        assert answer(single, 'missile') == answer([folder / 'set.db'], 'missile')
        assert answer([*single, other], '--no-collapse', 'missile')['total'] > 0
        code, _, said, _ = ask(single[:1], 'missile')
        assert code == 2 and 'is shard 1/2, and 2/2 is not named' in said, said
    with served(third, third.replace('shard-1', 'shard-2')) as (one, two):
        two.stop()
        code, out, said, _ = ask([one.name, two.name], '--allow-partial', 'missile')
        assert code == 2 and not out and 'is shard 1/3, and 2/3, 3/3 are not all named' in said, (code, said)


def a_database_that_is_damaged_there(folder):
    """Or gone: the server answers, and says so."""
    shards = write_shards(folder)
    with served(shards[1]) as (server,):
        tables = Path(generation(shards[1]))
        for table in tables.glob('*.glass'): table.write_bytes(b'\xff' * table.stat().st_size)
        code, _, said, _ = ask([shards[0], server.name], 'missile')
        assert code == 3 and server.name in said and 'does not answer' not in said and 'on its machine' in said, said
        code, out, said, _ = ask([shards[0], server.name], '--allow-partial', '--format', 'paths', 'missile')
        assert (code, out) == (6, ask(shards[:1], '--format', 'paths', 'missile')[1]), (code, out, said)


def what_is_advised_can_be_done(folder):
    shards, state = write_shards(folder), {'XDG_STATE_HOME': str(folder / 'state')}
    index(folder / 'none.db', '--root-id', 'r', (folder / 'empty').mkdir() or folder / 'empty')
    with served(shards[0], folder / 'none.db') as (server, empty):
        code, _, said, _ = ask([empty.name], 'missile')
        assert code == 1 and 'no articles yet' in said and '--db' not in said, said
        code, _, said, _ = ask([empty.name, folder / 'none.db'], 'missile')
        assert code == 2, said
        code, _, said, _ = ask([server.name], '--watch-add', 'ships', 'frigate', **state)
        assert code == 0 and 'two round trips' in said, said
        server.send(signal.SIGSTOP)
        code, _, said, _ = ask([server.name, shards[1]], '--timeout', '1', 'missile')
        assert code == 3 and '--timeout' in said and '--allow-partial' in said, said
        code, _, said, _ = ask([server.name], '--timeout', '1', 'missile')
        assert code == 3 and '--timeout' in said and '--allow-partial' not in said, said
        for words in ['--watch'], ['--watch-add', 'more', 'frigate']:
            code, _, said, _ = ask([shards[1], server.name], '--timeout', '1', *words, **state)
            assert (code == 3 and '--allow-partial' not in said) or 'no watches' in said, said
        server.send(signal.SIGCONT)
    with one_that_never_accepts() as deaf:
        code, _, said, _ = ask([deaf.name], 'missile')
        assert code == 3 and '--timeout' not in said, said


def news_of_a_part_are_no_news(folder):
    """Where a server dies while one watch is told, the next is not told what the others have alone."""
    shards, state = write_shards(folder), {'XDG_STATE_HOME': str(folder / 'state')}
    with three_with_one_between(shards) as (names, server, between):
        for name in 'ab': assert ask(names, '--watch-add', name, 'missile alpha', **state)[0] == 0
        most = questions_of(between, names, ['--watch', '--no-ack'], **state)
        between.at, between.event = between.questions + most // 3, lambda: server.send(signal.SIGKILL)
        code, out, said, _ = ask(names, '--watch', '--timeout', str(WAIT), **state)
        assert code == 3 and not out and names[2] in said, (code, out, said)


def a_link_that_goes_down(folder):
    need_root()
    need('ip')
    shards, words = write_shards(folder), ['--format', 'paths', 'missil*']
    mine, theirs = f'sitrep-a{os.getpid()}', f'sitrep-b{os.getpid()}'

    def ip(*words): return subprocess.run(['ip', *words], capture_output=True, text=True)
    for name in mine, theirs:
        if ip('netns', 'add', name).returncode: raise Skip('cannot make a network namespace')
    server = None
    try:
        assert ip('-n', mine, 'link', 'add', 'v0', 'type', 'veth', 'peer', 'name', 'v1', 'netns', theirs).returncode == 0
        for name, link, address in (mine, 'v0', '10.9.8.1/24'), (theirs, 'v1', '10.9.8.2/24'):
            ip('-n', name, 'address', 'add', address, 'dev', link)
            ip('-n', name, 'link', 'set', link, 'up')
        server = Server(shards[2], ['ip', 'netns', 'exec', theirs], '10.9.8.2')
        asking = ['ip', 'netns', 'exec', mine, QUERY, '--timeout', str(WAIT), '--allow-partial', '--db', shards[0], '--db', server.name, *words]
        assert run(*asking).returncode == 0
        # Down while the answer is awaited: the server is stopped until then.
        server.send(signal.SIGSTOP)
        asked = subprocess.Popen(asking, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(.5)
        ip('-n', theirs, 'link', 'set', 'v1', 'down')
        server.send(signal.SIGCONT)
        out, said = asked.communicate(timeout=30)
        assert (asked.returncode, out) == (6, ask(shards[:1], *words)[1]) and server.name in said, (asked.returncode, out, said)
        done = run(*asking, timeout=30)
        assert done.returncode == 6 and server.name in done.stderr, done
    finally:
        if server: server.stop()
        for name in mine, theirs: ip('netns', 'delete', name)


def through_ssh(folder):
    """An ssh that runs what it is told here, one that cannot, and one that waits for ever."""
    shards = write_shards(folder)

    def path(script):
        (folder / 'bin').mkdir(exist_ok=True)
        (folder / 'bin/ssh').write_text('#!/bin/sh\n' + script)
        (folder / 'bin/ssh').chmod(0o755)
        return {'PATH': f'{folder}/bin:{os.environ["PATH"]}'}
    names = [shards[0], f'ssh://me@example{shards[1]}', f'ssh://example:2222{shards[2]}']
    here = path('while [ "$1" != -- ]; do shift; done; shift 2; exec "$@"\n')
    for words in QUESTIONS[::6]:
        assert answer(names, *words, **here) == answer(shards, *words), words
    for script in 'echo nobody there >&2; exit 255\n', 'exec sleep 20\n', 'echo Welcome; exec sleep 20\n':
        broken = path(script)
        code, _, said, took = ask(names[:2], '--timeout', str(WAIT), 'missile', **broken)
        assert code == 3 and names[1] in said and took < 3 * WAIT, (script, code, said, took)
        code, out, said, took = ask(names[:2], '--timeout', str(WAIT), '--allow-partial', '--format', 'paths', 'missile', **broken)
        assert (code, out) == (6, ask(shards[:1], '--format', 'paths', 'missile')[1]) and took < 3 * WAIT, (script, code, said, took)


def trips_do_not_grow_with_the_documents(folder):
    """Nor with those that match."""
    shards = write_shards(folder)
    with three_with_one_between(shards) as (names, _, between):
        for words, most in (['--count', 'common'], 20), (['--facet', 'outlet,year', '--limit', '0', 'common'], 20), (['--timeline', 'month', '--limit', '0', 'common'], 25), \
                (['--no-collapse', '--limit', '10', 'common'], 30):
            trips = questions_of(between, names[2:], words)
            print(f'  {trips} round trips: {" ".join(words)}')
            assert trips <= most, (words, trips)


need('xapian-tcpsrv', 'xapian-progsrv')
run_cases(three_shards_answer_as_one_database, one_that_is_served_and_named_as_a_folder_is_found_out, watches_tell_what_is_new,
          servers_that_are_none, acronyms_of_the_others_are_not_all, what_is_looked_up_shares_one_time, killed_in_the_middle_of_a_question, the_first_killed_is_not_taken_for_an_empty_database,
          one_that_breaks_off_once_is_called_again, one_that_finds_no_database_is_asked_once_more, frozen_in_the_middle_of_a_question, rubbish_in_the_middle_of_a_question, an_answer_that_nobody_takes_goes_to_no_server, written_while_it_is_asked,
          a_set_of_shards_is_served_shard_by_shard, a_database_that_is_damaged_there,
          what_is_advised_can_be_done, news_of_a_part_are_no_news, a_link_that_goes_down, through_ssh, trips_do_not_grow_with_the_documents)
