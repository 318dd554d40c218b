"""What a command costs: wall and CPU seconds, and the most memory that it and all it starts hold at once."""
import os, subprocess, tempfile, threading, time
from dataclasses import dataclass
from pathlib import Path

PAGE = os.sysconf('SC_PAGE_SIZE')


class Failed(Exception):
    """A command that did not do what it was started for; the message says which and how."""


@dataclass
class Cost:
    wall: float  # seconds
    cpu: float  # seconds, of the process and its children
    memory: int  # bytes resident
    output: str  # what it printed on stdout


def resident_bytes(pid):
    """Of a process and its descendants; 0 when it has gone. What they share is counted for each."""
    total, waiting = 0, [pid]
    while waiting:
        at = waiting.pop()
        try:
            total += int(Path(f'/proc/{at}/statm').read_text().split()[1]) * PAGE
            for task in os.listdir(f'/proc/{at}/task'):
                waiting += map(int, Path(f'/proc/{at}/task/{task}/children').read_text().split())
        except (OSError, IndexError):
            continue
    return total


def watch(pid, ended, peak):
    while not ended.wait(0.05):
        peak[0] = max(peak[0], resident_bytes(pid))


def measure(command, environment=None, good=(0,)):
    """Runs a command and returns its Cost; raises Failed when its exit code is none of the good ones."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = time.monotonic()
        try:
            process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                                       env={**os.environ, **(environment or {})})
        except OSError as failure:
            raise Failed(f'{command[0]}: {failure.strerror}') from None
        ended, peak = threading.Event(), [0]
        watcher = threading.Thread(target=watch, args=(process.pid, ended, peak), daemon=True)
        watcher.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            raise
        finally:
            ended.set()
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        watcher.join()
        if process.returncode not in good:
            err.seek(max(0, err.seek(0, os.SEEK_END) - 2000))
            lines = err.read().decode(errors='replace').strip().splitlines()
            raise Failed(f'{Path(str(command[0])).name}: exit code {process.returncode}: {lines[-1] if lines else "no message"}')
        out.seek(0)
        # ru_maxrss is that of the largest single process, but misses no short peak; the samples see all at once.
        return Cost(wall, usage.ru_utime + usage.ru_stime, max(peak[0], usage.ru_maxrss * 1024),
                    out.read().decode(errors='replace'))


def tree_bytes(folder):
    return sum(path.stat().st_size for path in Path(folder).rglob('*') if path.is_file() and not path.is_symlink())


def warm(folder):
    """Reads every file once, so that all who come later find them in the page cache; the number of files."""
    files = 0
    for path in Path(folder).rglob('*'):
        if path.is_file():
            path.read_bytes()
            files += 1
    return files
