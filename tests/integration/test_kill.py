#!/usr/bin/env python3
"""kill -9 at random moments leaves the database of the last commit, searchable; the next run goes on, and in the end
the database holds what it does after a run that nothing disturbed."""
import json, subprocess, time
from corpus import INDEX, QUERY, run, write
from faults import LONG, Scene, index, run_cases, seeded, sound, strace


def killed_at_random(scene, choose, kills):
    database, survived, longest = scene.folder / 'db', 0, scene.seconds
    while survived < kills:
        scene.restore(database)
        while True:  # some are killed twice and more before they may finish
            process = subprocess.Popen([INDEX, '--db', database, scene.articles], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(choose.uniform(0, longest))
            process.kill()
            if process.wait() != -9: break  # it had finished
            survived += 1
            # Killed before the first generation was published there is no database yet: a clear message.
            looked = run(QUERY, '--db', str(database), 'common')
            assert looked.returncode in (0, 1) or 'there is no database' in looked.stderr, looked.stderr
            if looked.returncode != 3: sound(database)
            if choose.random() < .6: break
        scene.holds()
    return survived


def a_first_build_is_killed(folder):
    print(' ', killed_at_random(Scene(folder, 0, 2500 if LONG else 500), seeded(), 50 if LONG else 6), 'kills')


def an_update_is_killed(folder):
    print(' ', killed_at_random(Scene(folder, 200, 400), seeded(), 50 if LONG else 6), 'kills')


def what_is_interrupted_tells_no_command(folder):
    """The command would only be killed in turn, and may be half done by then: it is not started."""
    write(folder / 'articles', 1)
    index(folder / 'db', folder / 'articles')
    write(folder / 'articles', 300)
    command = [INDEX, '--db', folder / 'db', '--summary=json', '--on-change', 'true', folder / 'articles']
    done = strace(['fdatasync:signal=SIGTERM:when=1'], command, folder / 'log', ['-e', 'trace=execve,fdatasync'])
    assert done.returncode == 143 and json.loads(done.stdout)['added'] > 0, done
    assert '/true"' not in (folder / 'log').read_text(), 'the command was started'
    write(folder / 'articles', 400)
    strace([], command, folder / 'log', ['-e', 'trace=execve'])
    assert '/true"' in (folder / 'log').read_text(), 'strace does not see it'


run_cases(a_first_build_is_killed, an_update_is_killed, what_is_interrupted_tells_no_command)
