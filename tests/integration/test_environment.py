#!/usr/bin/env python3
"""What cron, a container or another user's shell has or lacks in its environment changes nothing of what is indexed."""
import os, subprocess
from corpus import INDEX, QUERY, write
from faults import Skip, count, digest, index, need, run_cases


def bare(variables, *command, **options):
    """Runs it with these variables and no others, but that nobody's settings are read: without HOME they are looked for, too."""
    return subprocess.run([str(word) for word in command], env={'SITREP_CONFIG': '', **variables}, capture_output=True, text=True, timeout=60, **options)


def news(folder):
    write(folder / 'news', 30)
    (folder / 'news/polish.txt').write_text('Łódź i Gdańsk\n\nWspólne wiadomości: fregata wróciła do portu w poniedziałek.\n', encoding='utf-8')
    (folder / 'news/latin.html').write_bytes(('<title>Les frégates à Brest</title><h1>Les frégates à Brest</h1>' + '<p>Les frégates françaises étaient à Brest '
        'dès le mois de février, et elles y sont restées.</p>' * 3).encode('latin-1'))
    (folder / 'news/chinese.md').write_text('# 海军演习\n\n军事演习在星期一开始，持续三天。\n', encoding='utf-8')
    return folder / 'news'


def turkish(folder):
    """Variables of a locale in which i is no small I, made here; none need be installed."""
    need('localedef')
    (folder / 'locales').mkdir()
    made = subprocess.run(['localedef', '-i', 'tr_TR', '-f', 'UTF-8', folder / 'locales/tr_TR.UTF-8'], capture_output=True, text=True)
    if made.returncode != 0: raise Skip(f'no Turkish locale can be made: {made.stderr.strip()}')
    variables = {'LOCPATH': str(folder / 'locales'), 'LC_ALL': 'tr_TR.UTF-8', 'LANG': 'tr_TR.UTF-8', 'LANGUAGE': 'tr'}
    shown = bare(variables, 'locale', 'yesexpr')
    assert 'e' in shown.stdout.lower() and not shown.stderr, shown  # evet; where it is not found, locale(1) complains
    return variables


def nothing_in_it_matters(folder):
    articles = news(folder)
    index(folder / 'gold', articles)
    gold = digest(folder / 'gold')
    cases = {
        'nothing at all': {},
        'cron': {'PATH': '/usr/bin:/bin', 'SHELL': '/bin/sh', 'LOGNAME': 'nobody'},
        'wishes for Xapian': {'XAPIAN_FLUSH_THRESHOLD': '1', 'XAPIAN_CJK_NGRAM': '1', 'XAPIAN_MAX_CHANGESETS': '10', 'XAPIAN_PREFER_GLASS': '0'},
        'no temporary folder': {'TMPDIR': '/nowhere', 'TEMP': '/nowhere', 'HOME': '/nowhere', 'XDG_DATA_HOME': '/nowhere', 'XDG_CONFIG_HOME': '/nowhere'},
        'a Turkish locale': turkish(folder),
        'no such locale': {'LC_ALL': 'xx_XX.nonsense', 'LANG': 'C'},
        'ASCII': {'LC_ALL': 'C'},
        'allocator': {'MALLOC_PERTURB_': '165', 'MALLOC_CHECK_': '0', 'MALLOC_ARENA_MAX': '1'},
        'an enormous one': {f'VARIABLE_{n}': 'x' * 100_000 for n in range(10)},
        'ICU': {'ICU_DATA': '/nowhere', 'TZ': ':/nowhere'},
    }
    for name, variables in cases.items():
        place = folder / name.replace(' ', '-')
        done = bare(variables, INDEX, '--db', place, articles)
        assert done.returncode == 0 and not done.stderr, (name, done)
        assert digest(place) == gold, name
        asked = bare(variables, QUERY, '--db', place, '--format', 'paths', 'frégates')
        assert asked.returncode == 0 and asked.stdout.strip() == f'{articles}/latin.html', (name, asked)


def without_a_home(folder):
    """No --db, no SITREP_DB, no HOME: the home of the user, or a clear word; never a folder in the current one."""
    articles = news(folder)
    here = folder / 'here'
    here.mkdir()
    for variables in {'XDG_DATA_HOME': str(folder / 'data')}, {'HOME': str(folder / 'home')}:
        done = bare(variables, INDEX, articles, cwd=here)
        assert done.returncode == 0, done
        asked = bare(variables, QUERY, '--count', 'frégates', cwd=here)
        assert asked.returncode == 0 and asked.stdout.strip() == '1', asked
    assert count(folder / 'data/sitrep/default', 'frégates') == count(folder / 'home/.local/share/sitrep/default', 'frégates') == 1
    assert not list(here.iterdir())


def from_any_place_and_umask(folder):
    """The current folder may be gone, and what is made is private whatever the umask."""
    articles = news(folder)
    gone = folder / 'gone'
    gone.mkdir()
    done = subprocess.run(['sh', '-c', f'cd {gone}; rmdir {gone}; umask 0; exec "$@"', 'sh', INDEX, '--db', folder / 'db', articles], capture_output=True, text=True)
    assert done.returncode == 0, done
    assert (folder / 'db').stat().st_mode & 0o777 == 0o700
    done = subprocess.run(['sh', '-c', f'umask 777; exec "$@"', 'sh', INDEX, '--db', folder / 'other', articles], capture_output=True, text=True)
    # What it makes then not even its owner may enter, but root.
    assert done.returncode == (0 if os.geteuid() == 0 else 4), done


run_cases(nothing_in_it_matters, without_a_home, from_any_place_and_umask)
