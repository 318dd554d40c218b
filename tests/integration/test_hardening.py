#!/usr/bin/env python3
"""The programs have what scripts/cmake/SitrepHardening.cmake asks for, read off their files: each alone, since libraries
that somebody links otherwise, or a target without our flags, would show here only.

usage: test_hardening.py BIN_FOLDER [not-hardened]    exit code 77 where the build has other instrumentation"""
import platform, re, subprocess, sys
from pathlib import Path


def printed(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True, env={'LC_ALL': 'C', 'PATH': '/usr/bin:/bin'}).stdout


def faults(program):
    """What it lacks."""
    file = printed('readelf', '--wide', '--file-header', '--program-headers', '--dynamic', '--dyn-syms', program)
    code = printed('objdump', '--disassemble', '--no-show-raw-insn', program)
    stack = re.search(r'GNU_STACK.* (R?W?E?) +0x', file)
    holds = {
        'position-independent (-pie)': 'Type:                              DYN' in file and re.search(r'FLAGS_1.*\bPIE\b', file),
        'a stack without code': stack and 'E' not in stack[1],
        'read-only relocations (-z relro)': 'GNU_RELRO' in file,
        'all bound at start (-z now)': re.search(r'FLAGS_1.*\bNOW\b', file),
        'stack protector': '__stack_chk_fail' in file,
        # sitrep-reader calls nothing that has a checked form; what it is linked of is in sitrep-index too.
        'checked functions (_FORTIFY_SOURCE)': re.search(r' __(?!stack)\w+_chk@', file) or program.name == 'sitrep-reader',
        'no search path of its own': not re.search(r'\((RPATH|RUNPATH)\)', file),
    }
    if platform.machine() == 'x86_64':
        holds['stack clash protection'] = re.search(r'\bor[lq] +\$0x0,(0x\w+)?\(%rsp', code)
        holds['marked targets of jumps (-fcf-protection)'] = len(re.findall(r'\bendbr64', code)) > 100
    return [what for what, held in holds.items() if not held]


if sys.argv[2:] == ['not-hardened']:
    print('SKIPPED: this build is watched by a sanitizer, or measured')
    sys.exit(77)
binaries = Path(sys.argv[1])
found = [f'{program.name}: lacks {what}'
         for program in (binaries / 'sitrep-index', binaries / 'sitrep-query', binaries.parent / 'libexec/sitrep/sitrep-reader')
         for what in faults(program)]
print('\n'.join(found) or 'the programs are hardened')
sys.exit(1 if found else 0)
