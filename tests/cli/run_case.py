#!/usr/bin/env python3
"""Runs one golden case: a text file that reads as documentation and holds commands with what they print.

usage: run_case.py [--rebase] BIN_FOLDER SAMPLE_FOLDER CASE...

    Any text is a comment.
      $ sitrep-query --db db f35         a command, indented by two; `> ` lines continue it
      F-35 deliveries resume             its stdout
      ! sitrep-query: a message          its stderr, after stdout
      [1]                                its exit code, when not 0

Commands run in bash, one after another, in a new empty folder with the tools in PATH; $SAMPLE is data/sample,
$SITREP_DB the database `db` there, today 2025-06-15, and helpers.bash beside this file brings the shorthands.
Blank lines of output are blank lines. What differs from run to run is written alike: the folders as $T and $SAMPLE, times as 0. --rebase rewrites
the cases with what was printed: read the diff before you commit it.
"""
import os, re, signal, subprocess, sys, tempfile
from pathlib import Path


def is_output(lines, at):
    """An indented line that is no command, or a blank one before such a line."""
    while at < len(lines) and lines[at] == '':
        at += 1
    return at < len(lines) and lines[at].startswith('  ') and not lines[at].startswith('  $ ')


def parse(text):
    """Yields ('text', line) and ('command', [lines], [expected lines])."""
    lines = text.split('\n')
    at = 0
    while at < len(lines):
        if not lines[at].startswith('  $ '):
            yield 'text', lines[at]
            at += 1
            continue
        command = [lines[at]]
        at += 1
        while at < len(lines) and lines[at].startswith('  > '):
            command.append(lines[at])
            at += 1
        expected = []
        while at < len(lines) and is_output(lines, at):
            expected.append(lines[at])
            at += 1
        yield 'command', command, expected


def alike(text, folder, sample):
    text = text.replace(sample, '$SAMPLE').replace(folder, '$T')
    text = re.sub(r'\d+\.\d s$', '0.0 s', text, flags=re.M)
    text = re.sub(r'\d+\.\d ms\b', '0.0 ms', text)
    return re.sub(r'("(?:elapsed_ms|seconds)": ?)[\d.e-]+', r'\g<1>0', text)


def shown(output, mark, folder, sample):
    text = alike(output.decode('utf-8', 'backslashreplace'), folder, sample)
    lines = text.split('\n')
    ending = [] if lines[-1] == '' else ['  ' + mark + '(no newline at the end)']
    if not ending:
        lines.pop()
    return ['  ' + mark + line for line in lines] + ending


def run(command, folder, sample, environment):
    script = '\n'.join(line[4:] for line in command)
    done = subprocess.run(['bash', '-c', script], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=120)
    out = shown(done.stdout, '', folder, sample) + shown(done.stderr, '! ', folder, sample)
    out = [line.rstrip() for line in out] + ([f'  [{done.returncode}]'] if done.returncode else [])
    if out and out[-1] == '':
        out[-1] = '  '
    return out


def run_case(path, bin_folder, sample, rebase):
    text = Path(path).read_text(encoding='utf-8')
    result, failures, commands = [], [], 0
    with tempfile.TemporaryDirectory(prefix='sitrep-case-') as folder:
        environment = {k: v for k, v in os.environ.items() if not k.startswith(('SITREP_', 'XDG_', 'XAPIAN_'))}
        environment.update(PATH=f'{bin_folder}:{environment["PATH"]}', HOME=folder, SAMPLE=sample, TERM='dumb',
                           SITREP_DB=f'{folder}/db', SITREP_NOW='2025-06-15', LC_ALL='C.UTF-8', TZ='UTC',
                           BASH_ENV=str(Path(__file__).resolve().parent / 'helpers.bash'))
        environment.pop('NO_COLOR', None)
        for part in parse(text):
            if part[0] == 'text':
                result.append(part[1])
                continue
            commands += 1
            actual = run(part[1], folder, sample, environment)
            if [line.rstrip() for line in actual] != [line.rstrip() for line in part[2]]:
                failures.append((part[1], part[2], actual))
            result += part[1] + actual
    if commands == 0:
        print(f'{path}: holds no command')
        return False
    if rebase:
        Path(path).write_text('\n'.join(result), encoding='utf-8')
        return True
    for command, expected, actual in failures:
        print(f'{path}:\n' + '\n'.join(command))
        print('expected:\n' + '\n'.join(expected) + '\nprinted:\n' + '\n'.join(actual) + '\n')
    return not failures


def main():
    arguments = sys.argv[1:]
    rebase = '--rebase' in arguments
    arguments = [a for a in arguments if a != '--rebase']
    if len(arguments) < 3:
        sys.exit(__doc__)
    bin_folder, sample, *cases = arguments
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that runs this with & has it ignored
    good = [run_case(case, os.path.abspath(bin_folder), os.path.abspath(sample), rebase) for case in cases]
    sys.exit(0 if all(good) else 1)


main()
