#!/usr/bin/env python3
"""The systemd units are well formed, and what they and the cron lines start are command lines that the tool knows.

usage: test_units.py SOURCE_FOLDER BIN_FOLDER     skipped where systemd-analyze is not installed
"""
import fcntl, os, re, shutil, subprocess, sys, tempfile
from pathlib import Path

SKIPPED = 77
source, binaries = Path(sys.argv[1]), Path(sys.argv[2]).resolve()


def check(what, holds):
    if not holds:
        sys.exit(f'FAILED: {what}')


def environment(home):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(('SITREP_', 'XDG_'))}
    return {**clean, 'HOME': str(home), 'PATH': f'{binaries}:{clean["PATH"]}'}


def run(command, home):
    return subprocess.run(['sh', '-c', command], cwd=home, env=environment(home), capture_output=True, text=True, check=False)


def check_commands(home):
    """As the timer and cron start them: after a first run by hand."""
    articles = home / 'articles'
    articles.mkdir()
    (articles / 'a.txt').write_text('A carrier sails\n\nThe carrier sailed on Monday for the islands in the north.\n', encoding='utf-8')
    first = run('sitrep-index articles', home)
    check(f'the first run: {first.stderr}', first.returncode == 0)
    service = (source / 'scripts/systemd/sitrep-index.service').read_text(encoding='utf-8')
    start = re.search(r'^ExecStart=(.*)$', service, flags=re.M).group(1)
    crontab = (source / 'scripts/cron/sitrep-index').read_text(encoding='utf-8')
    lines = re.findall(r'^#?(?:\S+ ){4}\S+  (.*)$', crontab, flags=re.M)
    check(f'two cron lines: {lines}', len(lines) == 2)
    check('no % in cron lines, where it would end them', not any('%' in line for line in lines))
    for command in [start] + [line.replace('ionice -c 3 ', '') for line in lines]:
        done = run(command, home)
        check(f'{command}: {done.returncode} {done.stderr}', done.returncode == 0 and not done.stderr)
    log = (home / '.local/share/sitrep/log').read_text(encoding='utf-8')
    check('both cron lines wrote the log', log.count('ended: exit code 0') == 2)
    a_failed_command_fails_the_service(home)
    news_of_a_watch_is_mailed(home, lines)


def a_failed_command_fails_the_service(home):
    """What --on-change was to tell is lost otherwise; files that cannot be used are in the journal."""
    service = (source / 'scripts/systemd/sitrep-index.service').read_text(encoding='utf-8')
    forgiven = re.search(r'^SuccessExitStatus=(.*)$', service, flags=re.M).group(1).split()
    (home / 'articles/b.txt').write_text('A cutter sails\n\nThe cutter sailed on Tuesday.\n', encoding='utf-8')
    untold = run('sitrep-index --on-change false', home)
    check(f'--on-change that fails: {untold.returncode} of {forgiven}', str(untold.returncode) not in ['0', *forgiven])
    (home / 'articles/broken.html.gz').write_bytes(b'rubbish')
    damaged = run('sitrep-index', home)
    check(f'a file that fails: {damaged.returncode} of {forgiven}', str(damaged.returncode) in forgiven)


def news_of_a_watch_is_mailed(home, lines):
    """Cron mails what a line prints. A watch's news is no error; that another is at work is no news."""
    (home / '.config/sitrep').mkdir(parents=True)
    (home / '.config/sitrep/config').write_text("[index]\non-change = sh -c 'sitrep-query --watch || :'\n", encoding='utf-8')
    watching = run('sitrep-query --watch-add krakens kraken', home)
    check(f'a watch: {watching.stderr}', watching.returncode == 0)
    for number, line in enumerate(lines):
        line = line.replace('ionice -c 3 ', '')
        (home / f'articles/kraken-{number}.txt').write_text(f'Kraken number {number}\n\nA kraken was seen for time {number} off Guam.\n', encoding='utf-8')
        done = run(line, home)
        mailed = done.stdout + done.stderr
        check(f'{line}: news: {done.returncode} {mailed}', done.returncode == 0 and f'Kraken number {number}' in mailed)
        (home / f'articles/broken-{number}.html.gz').write_bytes(b'rubbish')
        done = run(line, home)
        mailed = done.stdout + done.stderr
        check(f'{line}: a failure: {done.returncode} {mailed}', done.returncode == 1 and f'broken-{number}.html.gz' in mailed)
    with open(home / '.local/share/sitrep/default/lock', 'w', encoding='utf-8') as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        done = run(lines[1], home)
    check(f'another is at work: {done}', done.returncode == 0 and not done.stdout + done.stderr)


def memory_is_for_all_of_it():
    """What the run may take itself, a filter and a PDF reader fit together; the manual says as much as the unit."""
    service = (source / 'scripts/systemd/sitrep-index.service').read_text(encoding='utf-8')
    gigabytes = int(re.search(r'^MemoryMax=(\d+)G$', service, flags=re.M).group(1))
    page = (source / 'indexer/sitrep-index.1').read_text(encoding='utf-8')
    filters = int(re.search(r'(\d+) GB for a filter', page).group(1))
    check(f'{gigabytes} GB of memory for 1.6 GB of a million articles, {filters} GB of a filter and the readers', gigabytes > filters + 2)
    check('the manual has the unit\'s bound', f'may take {gigabytes} GB of memory' in page)


def check_units(folder):
    """The program is not installed where units look for it: the copy names the one that was built."""
    units = []
    for unit in sorted((source / 'scripts/systemd').iterdir()):
        text = unit.read_text(encoding='utf-8')
        units.append(folder / unit.name.replace('@', '@news'))
        units[-1].write_text(text.replace('ExecStart=sitrep-index', f'ExecStart={binaries}/sitrep-index'), encoding='utf-8')
    check(f'units: {units}', len(units) == 5)
    runtime = folder / 'runtime'
    runtime.mkdir(mode=0o700)
    done = subprocess.run(['systemd-analyze', '--user', '--man=no', 'verify', *units],
                          env={**environment(folder), 'XDG_RUNTIME_DIR': str(runtime)}, capture_output=True, text=True, check=False)
    ours = [line for line in (done.stdout + done.stderr).splitlines() if 'sitrep-' in line]
    check(f'systemd-analyze verify: {done.returncode} {ours}', done.returncode == 0 and not ours)


with tempfile.TemporaryDirectory(prefix='sitrep-units-') as place:
    check_commands(Path(place))
memory_is_for_all_of_it()
with tempfile.TemporaryDirectory(prefix='sitrep-units-') as place:
    if not shutil.which('systemd-analyze'):
        print('skipped: systemd-analyze is not installed; the command lines hold')
        sys.exit(SKIPPED)
    check_units(Path(place))
print('units and cron lines hold')
