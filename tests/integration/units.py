"""What the units of scripts/systemd start, so that what is tested is what is installed; and what sitrep-serving(7) says of them."""
import re, shlex, subprocess
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
PAGE = SOURCE / 'query' / 'sitrep-serving.7'


class Unit:
    """sitrep-NAME@.service of somebody whose home is `home`; `settings` are the lines of its EnvironmentFile."""

    def __init__(self, name, instance, home, **settings):
        self.lines = (SOURCE / 'scripts' / 'systemd' / f'sitrep-{name}@.service').read_text().splitlines()
        self.specifiers, self.settings = {'%i': instance, '%h': str(home)}, {key: str(value) for key, value in settings.items()}

    def values(self, key):
        return [line.partition('=')[2] for line in self.lines if line.startswith(key + '=')]

    def words(self, line):
        """As systemd has them: what is put into a word stays in it, whatever spaces it has."""
        return [self.filled(word) for word in shlex.split(line)]

    def filled(self, word):
        word = re.sub('%.', lambda found: self.specifiers[found[0]], word)
        return re.sub(r'\$\{(\w+)\}', lambda found: self.settings[found[1]], word)

    def prepare(self):
        for line in self.values('ExecStartPre'): subprocess.run(self.words(line), check=True, timeout=20)

    def command(self, **other):
        """With another value for some options, which the unit must have: an interval of a minute is too long for a test."""
        line, = self.values('ExecStart')
        words = self.words(line)
        for option, value in other.items():
            option = option.replace('_', '-')
            at, = (at for at, word in enumerate(words) if word.startswith(f'--{option}='))
            words[at] = f'--{option}={value}'
        return words


def page():
    """Its text, without what roff makes of it."""
    text = re.sub(r'^\.\w+ ?', '', PAGE.read_text(), flags=re.M)
    return re.sub(r'\\fI|\\fP', '', text).replace(r'\en', '\n').replace(r'\-', '-').replace(r'\(ti', '~')


def page_settings(name):
    """The keys that the page has written for the units sitrep-NAME@."""
    return set(re.findall(r'^(\w+)=', re.search(rf"printf '([^']*)' >~/.config/sitrep/{name}/", page())[1], flags=re.M))


def unit_settings(name):
    line, = Unit(name, '', '').values('ExecStart')
    return set(re.findall(r'\$\{(\w+)\}', line))
