#!/usr/bin/env python3
"""A run that comes to the end of what it may have, files' sizes, memory, descriptors, stack, or that is told to stop,
says so with the exit code for it, loses nothing that was committed, and is made good by the next run."""
import os, re, signal, subprocess, time
from pathlib import Path
from corpus import INDEX, QUERY, run, write
from faults import LONG, SANITIZED, Scene, Skip, count, index, need, not_sanitized, run_cases, same, sound, tidy, until

# Under a sanitizer: whole stacks, so that only what is lost below two calls of libxapian's is let pass.
LEAKS = (f'ASAN_OPTIONS={os.environ.get("ASAN_OPTIONS", "")}:fast_unwind_on_malloc=0',
         f'LSAN_OPTIONS=suppressions={Path(__file__).parent}/xapian-leaks.supp:print_suppressions=0') if SANITIZED else ()


def limited(scene, *limits, options=()):
    """A run over the scene under these limits of prlimit(1)."""
    need('prlimit')
    scene.restore(scene.folder / 'db')
    return run('env', *LEAKS, 'prlimit', *limits, INDEX, '--db', scene.folder / 'db', *options, scene.articles,
               timeout=120)


def a_limit_on_the_size_of_files(folder):
    for before, after in (40, 200), (0, 300):
        place = folder / str(before)
        place.mkdir()
        scene = Scene(place, before, after)
        for size in 8192, 60_000, 300_000:
            done = limited(scene, f'--fsize={size}:{size}')
            assert done.returncode == 4 and 'File too large' in done.stderr, (size, done)
            scene.holds()


def a_limit_on_memory(folder):
    not_sanitized('they need all memory there could be')
    for before, after in (40, 100), (0, 200):
        place = folder / str(before)
        place.mkdir()
        scene = Scene(place, before, after)
        codes = []
        for megabytes in range(40, 400, 4) if LONG else (48, 56, 64, 80, 112, 176, 320):
            done = limited(scene, f'--as={megabytes << 20}')
            codes.append(done.returncode)
            if done.returncode == 127: continue  # not even its libraries
            assert done.returncode in (0, 4), (megabytes, done)
            assert done.returncode == 0 or 'memory' in done.stderr, (megabytes, done)
            if done.returncode: scene.holds()
        print(' ', codes)
        assert 4 in codes


def a_limit_on_open_files(folder):
    not_sanitized('they look at the program through files')
    for before, after in (40, 60), (0, 200):
        place = folder / str(before)
        place.mkdir()
        scene = Scene(place, before, after)
        codes = []
        for number in range(4, 80) if LONG else (4, 6, 10, 16, 64):
            done = limited(scene, f'--nofile={number}')
            codes.append(done.returncode)
            if done.returncode == 127: continue
            assert done.returncode in (0, 3, 4) and 'remove the folder' not in done.stderr, (number, done)
            if done.returncode: assert 'too many open files' in done.stderr.lower(), (number, done)
            scene.holds()
        print(' ', codes)
        assert 0 in codes and codes[-1] == 0
    asked = [run('prlimit', f'--nofile={number}', QUERY, '--db', place / 'db', 'common') for number in range(4, 12)]
    assert all(one.returncode in (0, 127) or 'Too many open files' in one.stderr for one in asked), asked
    assert asked[-1].returncode == 0, asked[-1]


def hard_limits_of_somebody_who_is_not_root(folder):
    """Filters get what may be had, not what we would give them."""
    not_sanitized('they reserve more than that')
    need('prlimit', 'setpriv')
    folder.chmod(0o755)
    write(folder / 'articles', 3)
    for path in (folder / 'articles').iterdir(): path.rename(path.with_suffix('.odd'))
    (folder / 'home').mkdir()
    os.chown(folder / 'home', 65534, 65534)
    done = run('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'prlimit', '--fsize=100000000:100000000',
               '--data=1000000000:1000000000', INDEX, '--db', folder / 'home/db', '--filter', 'odd=cat {}', folder / 'articles',
               timeout=60)
    if 'Operation not permitted' in done.stderr and 'setpriv' in done.stderr: raise Skip('may not become somebody else')
    assert done.returncode == 0 and '3 added' in done.stdout, done


def a_folder_that_may_not_be_read(folder):
    """It is news once, is listed while it lasts, and keeps its articles."""
    need('setpriv')
    folder.chmod(0o755)
    closed = folder / 'articles/closed'
    write(folder / 'articles', 3)
    write(closed, 2)
    (folder / 'home').mkdir()
    os.chown(folder / 'home', 65534, 65534)
    def somebody(*options):
        return run('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', INDEX, '--db', folder / 'home/db', *options)
    done = somebody(folder / 'articles')
    if 'Operation not permitted' in done.stderr and 'setpriv' in done.stderr: raise Skip('may not become somebody else')
    assert done.returncode == 0, done
    closed.chmod(0)
    done = somebody()
    assert done.returncode == 1 and '1 failed;' in done.stdout and 'cannot read folder' in done.stderr, done
    for _ in range(2):
        done = somebody()
        assert done.returncode == 0 and '1 failed before' in done.stdout and not done.stderr, done
    assert somebody('--list-failed').stdout.startswith(f'{closed}\t'), done
    closed.chmod(0o755)
    done = somebody()
    assert done.returncode == 0 and '5 unchanged, 0 removed; 5 articles' in done.stdout, done
    assert not somebody('--list-failed').stdout


def a_small_stack_and_deep_nesting(folder):
    not_sanitized('their frames are larger')
    write(folder / 'articles', 3)
    (folder / 'articles/deep.json').write_text('[' * 1_000_000)
    (folder / 'articles/objects.json').write_text('{"a":' * 1_000_000)
    (folder / 'articles/deep.html').write_text('<div>' * 300_000 + '<p>A common story stands at the bottom of it.</p>')
    (folder / 'articles/deep.rss').write_text('<rss><channel>' + '<item>' * 300_000)
    part = 'Content-Type: multipart/mixed; boundary=b\n\n--b\n'
    (folder / 'articles/deep.eml').write_text('Subject: A common mail\n' + part * 3000)
    done = run('prlimit', '--stack=262144', INDEX, '--db', folder / 'db', folder / 'articles', timeout=120)
    assert done.returncode == 1, done
    for name in 'deep.json', 'objects.json', 'deep.rss': assert name in done.stderr, done.stderr
    assert count(folder / 'db') >= 3


def catches(process, number):
    """Whether it has got so far that it ends by itself when it is told to."""
    if process.poll() is not None: return True
    status = Path(f'/proc/{process.pid}/status').read_text()
    caught = next(line for line in status.splitlines() if line.startswith('SigCgt:'))
    return int(caught.split()[1], 16) >> (number - 1) & 1


def signals_end_a_run_soon(folder):
    scene = Scene(folder, 40, 800)
    for number in signal.SIGTERM, signal.SIGINT, signal.SIGHUP:
        for wait in 0, scene.seconds / 2:  # it has begun; it is in the middle
            scene.restore(folder / 'db')
            process = subprocess.Popen([INDEX, '--db', folder / 'db', scene.articles], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            until(lambda: catches(process, number), 'it has begun')
            time.sleep(wait)
            process.send_signal(number)
            begin = time.monotonic()
            process.wait()
            if wait and process.returncode == 0: continue  # it had finished
            assert process.returncode == 128 + number, (number, process.returncode, process.stderr.read())
            assert time.monotonic() - begin < 2 * (5 if 'san/' in INDEX else 1)
            assert 'run again to go on' in process.stderr.read()
            sound(folder / 'db')
            tidy(folder / 'db')
        scene.holds()


def a_second_signal_ends_it_at_once(folder):
    write(folder / 'articles', 3)
    index(folder / 'db', folder / 'articles')
    (folder / 'articles/new.slow').write_text('x')
    # The program that it waits for takes no notice of signals; it is killed with the indexer.
    command = [INDEX, '--db', folder / 'db', '--filter', "slow=sh -c 'trap : TERM INT HUP; touch %s/there; while :; do sleep 1; done'" % folder, folder / 'articles']
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not (folder / 'there').exists(): time.sleep(.01)
    process.send_signal(signal.SIGTERM)
    process.send_signal(signal.SIGTERM)
    begin = time.monotonic()
    assert process.wait() in (-signal.SIGTERM, 143) and time.monotonic() - begin < 1
    sound(folder / 'db')
    assert count(folder / 'db') == 3


def a_signal_that_is_ignored_stays_so(folder):
    """As nohup(1) has it."""
    write(folder / 'articles', 700)
    process = subprocess.Popen(['sh', '-c', 'trap "" HUP; exec "$@"', 'sh', INDEX, '--db', folder / 'db', folder / 'articles'],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(.2)
    process.send_signal(signal.SIGHUP)
    assert process.wait() == 0 and count(folder / 'db') == 700


def closed_and_full_streams(folder):
    """What is written to a stream that is not there must not land in the file that took its number."""
    scene = Scene(folder, 40, 60)
    for closed in '<&-', '>&-', '2>&-', '<&- >&- 2>&-':
        for options in '--quiet', '--verbose', '--summary=json':
            scene.restore(folder / 'db')
            (scene.articles / 'bad.json').write_text('{')  # there is something to complain of
            done = run('sh', '-c', f'exec "$@" {closed}', 'sh', INDEX, '--db', folder / 'db', options, scene.articles)
            assert done.returncode in (1, 4), (closed, options, done)
            assert re.fullmatch(r'\d+\n', (folder / 'db/lock').read_text()), (closed, options)  # it is opened first
            sound(folder / 'db')
            (scene.articles / 'bad.json').unlink()
            scene.holds()
    scene.restore(folder / 'db')
    with open('/dev/full', 'w') as full:
        done = subprocess.run([INDEX, '--db', folder / 'db', scene.articles], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 4 and 'No space left on device' in done.stderr, done
    same(folder / 'db', folder / 'calm')


run_cases(a_limit_on_the_size_of_files, hard_limits_of_somebody_who_is_not_root, a_folder_that_may_not_be_read, a_limit_on_memory, a_limit_on_open_files, a_small_stack_and_deep_nesting, signals_end_a_run_soon,
          a_second_signal_ends_it_at_once, a_signal_that_is_ignored_stays_so, closed_and_full_streams)
