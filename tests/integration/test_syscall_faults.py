#!/usr/bin/env python3
"""What the system calls of a run say and when: commits are followed by a sync of their folder, generations come by
rename; and a run whose disk fails loses nothing that was committed, says what was wrong, and is made good by the next."""
import re, shutil
from corpus import INDEX, write
from faults import LONG, Scene, count, digest, index, run_cases, same, strace


def calls(log):
    """(name, text, failed) of each call, in the order of the log."""
    found = []
    for line in open(log, errors='replace'):
        call = re.match(r'\d+ +(\w+)\((.*)\) += (-?\d+)', line)
        if call: found.append((call[1], call[2], int(call[3]) < 0))
    return found


def traced(folder, *arguments, **environment):
    log = folder / 'log'
    done = strace([], ['env', *(f'{k}={v}' for k, v in environment.items()), INDEX, '--db', folder / 'db', *arguments], log,
                  ('-y', '-e', 'trace=rename,fsync,fdatasync,pwrite64,openat,unlink,unlinkat,rmdir'))
    assert done.returncode == 0, done.stderr
    return calls(log)


def unsynced_commits(trace, folder):
    """How many calls wrote to `folder` after a commit of Xapian and before the folder was synced; and whether its last
    commit was never followed by a sync."""
    pending, written = False, 0
    for name, text, _ in trace:
        if name == 'fsync' and text.endswith(f'<{folder}>'): pending = False
        if pending and (name in ('pwrite64', 'fdatasync') and f'<{folder}/' in text or f'"{folder}/iamglass"' in text): written += 1
        if name == 'rename' and f'"{folder}/iamglass"' in text: pending = True
    return written, pending


def every_commit_is_followed_by_a_sync_of_its_folder(folder):
    write(folder / 'articles', 300)
    write(folder / 'few', 30, seed=3)
    # A first build of parts, an update of many batches' worth of changes, one of few; whatever the environment says.
    for arguments in ['articles'], ['few'], []:
        if not arguments: write(folder / 'articles', 100, seed=2)
        trace = traced(folder, *(folder / a for a in arguments), XAPIAN_FLUSH_THRESHOLD='1')
        renames = [text for name, text, _ in trace if name == 'rename' and 'iamglass"' in text]
        live = str(folder / 'db' / (folder / 'db/XAPIANDB').read_text().split()[1])
        assert unsynced_commits(trace, live) == (0, False)
        # What is only being made may be lost whole until its first commit, and then no more than others.
        assert not unsynced_commits(trace, str(folder / 'db/build.tmp/base'))[1]
        # Xapian commits only when told to: with its own threshold there would be one for each document.
        assert 1 <= len(renames) <= 60, len(renames)


def generations_and_stubs_come_whole_by_rename(folder):
    write(folder / 'articles', 300)
    database = str(folder / 'db')
    trace = traced(folder, folder / 'articles')
    renames = [(at, *re.findall(r'"([^"]*)"', text)) for at, (name, text, _) in enumerate(trace) if name == 'rename']
    generations = [(at, old, new) for at, old, new in renames if re.fullmatch(database + r'/gen-\d+', new)]
    stubs = [(at, old, new) for at, old, new in renames if new == database + '/XAPIANDB']
    assert len(generations) == len(stubs) == 2, renames
    def synced(path, after, before):
        return any(name == 'fsync' and text.endswith(f'<{path}>') for name, text, _ in trace[after:before])
    for (at, old, new), (stub_at, stub_old, _) in zip(generations, stubs):
        assert old == new + '.tmp', old
        written = max(n for n, (name, text, _) in enumerate(trace[:at]) if name == 'pwrite64' and f'<{old}/' in text)
        assert synced(old, written, at), f'{old} was not synced before it was renamed'
        assert synced(database, at, stub_at), f'{new} was published before its name was safe'
        assert synced(stub_old, at, stub_at) and synced(database, stub_at, len(trace))
    # Nothing writes to what is published but by renaming over it, and the old generation goes last.
    assert not [text for name, text, _ in trace if name == 'openat' and '/XAPIANDB"' in text and 'O_WRONLY' in text]
    gone = [at for at, (name, text, _) in enumerate(trace) if name in ('unlink', 'unlinkat', 'rmdir') and '/gen-1' in text
            and '.tmp' not in text]
    assert gone and min(gone) > stubs[-1][0], 'the old generation went before the new one was published'


def a_failing_disk_is_told_and_costs_no_commit(folder):
    scene = Scene(folder, 40, 50)
    told = {'EIO': 'Input/output error', 'ENOSPC': 'No space left on device'}
    faults = [('fdatasync', 'EIO', '3'), ('fdatasync', 'EIO', '3+'), ('fdatasync', 'ENOSPC', '1+'), ('pwrite64', 'EIO', '40'),
              ('pwrite64', 'EIO', '2+'), ('pwrite64', 'ENOSPC', '30+'), ('rename', 'ENOSPC', '1'), ('rename', 'EIO', '1+'),
              ('rename', 'ENOSPC', '2+'), ('fsync', 'EIO', '1'), ('fsync', 'EIO', '2+'), ('fsync', 'ENOSPC', '2')]
    if LONG: faults += [(call, error, f'{n}{plus}') for call in ('fdatasync', 'rename', 'fsync', 'pwrite64') for error in told
                        for n in range(1, 40, 3) for plus in ('', '+')]
    for call, error, when in faults:
        log = folder / 'log'
        done = scene.disturbed(f'{call}:error={error}:when={when}', log=log)
        injected = '(INJECTED)' in log.read_text()
        assert injected or LONG, (call, error, when, 'was never reached')
        if injected:
            assert done.returncode == 4, (call, error, when, done)
            assert told[error] in done.stderr and str(folder / 'db') in done.stderr, (call, error, when, done.stderr)
            assert 'is kept' in done.stderr or when.startswith('1') or call != 'fdatasync', done.stderr
        scene.holds()


def a_failing_disk_under_a_first_build(folder):
    scene = Scene(folder, 0, 200)
    words = 'Input/output error', 'No space left', 'Failed to create iamglass'  # all that Xapian tells of it
    for fault in ('fdatasync:error=EIO:when=7', 'rename:error=ENOSPC:when=3', 'rename:error=EIO:when=5+', 'pwrite64:error=ENOSPC:when=40+',
                  'fsync:error=EIO:when=9+', 'mkdir:error=ENOSPC:when=3'):
        log = folder / 'log'
        done = scene.disturbed(fault, log=log)
        assert '(INJECTED)' in log.read_text(), fault
        assert done.returncode == 4 and any(w in done.stderr for w in words), (fault, done)
        scene.holds()


def interrupted_calls_are_made_again(folder):
    scene = Scene(folder, 40, 50)
    for call in 'pwrite64', 'pread64':
        done = scene.disturbed(f'{call}:error=EINTR:when=3+5')
        assert done.returncode == 0, (call, done)
        same(folder / 'db', folder / 'calm')


def a_file_that_fails_between_walk_and_end_is_named_and_read_next_time(folder):
    scene = Scene(folder, 40, 50)
    victim = scene.articles / 'article-00045.txt'  # new
    known = scene.articles / 'article-00005.txt'  # changed; its old article stays meanwhile
    for path, fault, words in ((victim, 'openat:error=ENOENT', 'gone before it was read'), (victim, 'openat:error=EACCES', 'Permission denied'),
                               (victim, 'pread64:error=EIO', 'Input/output error'), (known, 'pread64:error=EIO', 'Input/output error')):
        scene.restore(folder / 'db')
        done = strace([fault], [INDEX, '--db', folder / 'db', scene.articles], more=('-P', str(path)))
        assert done.returncode == 1, (fault, done)
        assert str(path) in done.stderr and words in done.stderr, (fault, done.stderr)
        assert count(folder / 'db') == 50 - (path == victim), fault
        scene.holds()


def want_of_descriptors_ends_the_run_and_blames_no_file(folder):
    scene = Scene(folder, 40, 50)
    for fault in 'openat:error=EMFILE', 'openat:error=ENFILE':
        scene.restore(folder / 'db')
        done = strace([fault], [INDEX, '--db', folder / 'db', scene.articles], more=('-P', str(scene.articles / 'article-00005.txt')))
        assert done.returncode == 4 and 'Too many open files' in done.stderr and 'run again to go on' in done.stderr, (fault, done)
        scene.holds()


def a_folder_that_cannot_be_read_loses_nothing(folder):
    write(folder / 'articles/a', 10)
    write(folder / 'articles/b', 10, seed=2)
    index(folder / 'db', folder / 'articles')
    calm = digest(folder / 'db')
    for fault, path in ('getdents64:error=EIO:when=1', 'b'), ('getdents64:error=ESTALE:when=2', 'b'), ('openat:error=EACCES', 'b'), \
                       ('getdents64:error=EIO', ''):
        done = strace([fault], [INDEX, '--db', folder / 'db', folder / 'articles'], more=('-P', str(folder / 'articles' / path)))
        assert done.returncode == 1 and 'cannot read folder' in done.stderr, (fault, done)
        assert str(folder / 'articles' / path) in done.stderr
        assert count(folder / 'db') == 20
        index(folder / 'db', folder / 'articles')
        assert digest(folder / 'db') == calm


def a_database_folder_that_cannot_be_read_is_an_error(folder):
    """Also behind its first entries; and no more than that."""
    write(folder / 'articles', 10)
    index(folder / 'db', folder / 'articles')
    calm = digest(folder / 'db')
    for database in folder / 'db', folder / 'new':
        for when in range(1, 7):
            database.mkdir(exist_ok=True)
            done = strace([f'getdents64:error=EIO:when={when}'], [INDEX, '--db', database, folder / 'articles'], more=('-P', str(database)))
            assert done.returncode in (0, 3, 4) and 'terminate' not in done.stderr, (database, when, done)
            assert digest(folder / 'db') == calm
            if database.name == 'new': shutil.rmtree(database)


run_cases(every_commit_is_followed_by_a_sync_of_its_folder, generations_and_stubs_come_whole_by_rename,
          a_failing_disk_is_told_and_costs_no_commit, a_failing_disk_under_a_first_build, interrupted_calls_are_made_again,
          a_file_that_fails_between_walk_and_end_is_named_and_read_next_time,
          want_of_descriptors_ends_the_run_and_blames_no_file, a_folder_that_cannot_be_read_loses_nothing,
          a_database_folder_that_cannot_be_read_is_an_error)
