#!/usr/bin/env python3
"""One indexer writes at a time: a second is told at once who is at work, and the lock is gone with its holder, whatever
the holder has left behind."""
import os, signal, subprocess, time
from corpus import INDEX, write
from faults import count, index, run_cases, sound


class Holder:
    """An indexer that has committed what it had, and waits for a program that never ends."""

    def __init__(self, folder):
        self.folder = folder
        write(folder / 'articles', 20)
        index(folder / 'db', folder / 'articles')
        (folder / 'articles/slow.slow').write_text('never read')
        (folder / 'articles/zz.txt').write_text('A common headline\n\nThat waits behind it, and has to.\n')
        script = folder / 'slow.sh'
        script.write_text(f'echo $$ >{folder}/pid.new; mv {folder}/pid.new {folder}/pid; exec sleep 300')
        self.command = [INDEX, '--db', folder / 'db', '--filter', f'slow=sh {script}', '--filter-timeout', '200', folder / 'articles']
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        wait_for(lambda: (folder / 'pid').exists())
        self.child = int((folder / 'pid').read_text())

    def kill(self):
        self.process.kill()
        self.process.wait()
        wait_for(lambda: is_gone(self.child))


def wait_for(test, seconds=30):
    end = time.monotonic() + seconds
    while not test():
        assert time.monotonic() < end, 'waited in vain'
        time.sleep(.01)


def is_gone(pid):
    try:
        return open(f'/proc/{pid}/stat').read().rsplit(')', 1)[1].split()[0] == 'Z'
    except FileNotFoundError:
        return True


def the_second_is_told_at_once(folder):
    holder = Holder(folder)
    begin = time.monotonic()
    second = index(folder / 'db', folder / 'articles', code=75)
    assert time.monotonic() - begin < 10
    assert f'(process {holder.process.pid})' in second.stderr and str(folder / 'db') in second.stderr, second.stderr
    for options in ['--forget', folder / 'articles'], ['--no-learned-boilerplate'], ['--compact'], ['--rebuild'], ['--reshard', '2']:
        assert f'(process {holder.process.pid})' in index(folder / 'db', *options, code=75).stderr
    assert len([name for name in os.listdir(folder / 'db') if name.startswith('gen-')]) == 1  # nothing was begun
    assert count(folder / 'db') == 20
    sound(folder / 'db')
    assert holder.process.poll() is None
    holder.process.send_signal(signal.SIGTERM)  # and the first is none the worse
    assert holder.process.wait() == 143
    index(folder / 'db', folder / 'articles')
    assert count(folder / 'db') == 21


def the_lock_is_gone_with_its_holder(folder):
    holder = Holder(folder)
    holder.process.kill()
    holder.process.wait()
    begin = time.monotonic()
    index(folder / 'db', folder / 'articles')  # its child may live a moment longer, without the lock
    assert time.monotonic() - begin < 10
    wait_for(lambda: is_gone(holder.child))
    assert count(folder / 'db') == 21


def a_stopped_holder_holds(folder):
    holder = Holder(folder)
    holder.process.send_signal(signal.SIGSTOP)
    try:
        assert f'(process {holder.process.pid})' in index(folder / 'db', code=75).stderr
        assert count(folder / 'db') == 20
    finally:
        holder.kill()


def one_may_wait_for_it(folder):
    holder = Holder(folder)
    begin = time.monotonic()
    assert f'(process {holder.process.pid})' in index(folder / 'db', '--wait', '1', code=75).stderr
    assert .9 < time.monotonic() - begin < 10
    waiting = subprocess.Popen([INDEX, '--db', folder / 'db', '--wait', '30', folder / 'articles'], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(.5)
    assert waiting.poll() is None
    holder.kill()
    assert waiting.wait(timeout=30) == 0, waiting.stderr.read()
    assert count(folder / 'db') == 21


def many_at_once_leave_one_index(folder):
    write(folder / 'articles', 100)
    processes = [subprocess.Popen([INDEX, '--db', folder / 'db', folder / 'articles'], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(12)]
    codes = [process.wait() for process in processes]
    for process in processes: process.communicate()
    assert set(codes) <= {0, 75} and 0 in codes, codes
    sound(folder / 'db')
    assert count(folder / 'db') == 100


run_cases(the_second_is_told_at_once, the_lock_is_gone_with_its_holder, a_stopped_holder_holds, one_may_wait_for_it, many_at_once_leave_one_index)
