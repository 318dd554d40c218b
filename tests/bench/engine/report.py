"""The tables and the targets, as Markdown."""
import datetime, os, subprocess
from pathlib import Path

MB = 1e6


def machine():
    model = next((line.split(':')[1].strip() for line in Path('/proc/cpuinfo').read_text().splitlines() if line.startswith('model name')), 'unknown')
    memory = int(Path('/proc/meminfo').read_text().split()[1]) // 1024
    return f'{len(os.sched_getaffinity(0))} cores of {model}, {memory:,} MB'


def version(command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
        return (done.stdout + done.stderr).strip().splitlines()[0][:60]
    except (OSError, IndexError, subprocess.TimeoutExpired):
        return 'unknown'


def head(peers):
    commands = {'sitrep': lambda peer: [str(peer.binaries / 'sitrep-index'), '--version'], 'omindex': lambda _: ['omindex', '--version'],
                'fts5': lambda _: ['sqlite3', '--version']}
    told = [f'{peer.name}: {version(commands[peer.name](peer))}' for peer in peers if peer.name in commands]
    if any(peer.name == 'recollindex' for peer in peers):
        told.append('recollindex: ' + version(['dpkg-query', '-W', '-f', 'recoll ${Version}', 'recollcmd']))
    return f'{datetime.date.today()}, {machine()}. ' + '; '.join(told) + '.\n'


def table(columns, rows):
    lines = ['| ' + ' | '.join(columns) + ' |', '|' + '---|' * len(columns)]
    lines += ['| ' + ' | '.join(row) + ' |' for row in rows]
    return '\n'.join(lines) + '\n'


def span(spread, form='{:.1f}', scale=1.0):
    """The median, with least and most where they differ."""
    if spread is None:
        return '–'
    middle, least, most = (form.format(value / scale) for value in spread)
    return middle if least == most else f'{middle} ({least}–{most})'


def ratio(value, base, form='{:.2f}'):
    return form.format(value / base) if value is not None and base else '–'


def index_table(results, corpus, peers):
    seen = results.get((corpus, 'corpus')) or {}
    everything = results.middle('text', corpus, 'index', 'fts5')
    base = results.middle('wall', corpus, 'index', 'sitrep')
    rows = []
    for peer in peers:
        key = (corpus, 'index', peer.name)
        if not results.of(*key):
            continue
        documents = int(results.middle('documents', *key))
        taken = seen.get('cleaned') if peer.name == 'sitrep' else everything
        rows.append([peer.name, span(results.spread('wall', *key)), span(results.spread('cpu', *key)), span(results.spread('memory', *key), '{:.0f}', MB),
                     f'{results.middle("database", *key) / MB:.1f}', f'{documents:,}',
                     f'{taken / MB:.1f}' if taken else '–', ratio(results.middle('database', *key), taken), ratio(results.middle('wall', *key), base)])
    if not rows:
        return ''
    about = f'Full index of {seen.get("files", 0):,} files, {seen.get("bytes", 0) / MB:.1f} MB; {len(results.of(corpus, "index", peers[0].name))} runs in turn: median (least–most).\n\n'
    note = ('\nText is what went in: of Sitrep headline, deck and body as cleaned '
            f'(measured on {seen.get("sampled", 0):,} files); of the others all text of the files, menus and banners too.\n')
    return '### Index\n\n' + about + table(['', 'wall s', 'CPU s', 'memory MB', 'database MB', 'documents', 'text MB', 'database / text', 'wall / Sitrep'], rows) + note


def update_table(results, corpus, peers):
    find = results.spread('wall', corpus, 'find')
    rows = [['find', span(find, '{:.3f}'), '1.00', '–']] if find else []
    for peer in peers:
        unchanged = results.spread('wall', corpus, 'unchanged', peer.name)
        added = results.spread('wall', corpus, 'add', peer.name)
        if unchanged:
            rows.append([peer.name, span(unchanged, '{:.3f}'), ratio(unchanged[0], find and find[0]), span(added, '{:.2f}')])
    return '### Update\n\n' + table(['', 'unchanged, s', '/ find', 'a few articles more, s'], rows) if rows else ''


def query_tables(results, corpus, peers):
    out = ''
    for name, title in (('own', 'words of the articles'), ('log', 'questions of people')):
        rows = []
        for peer in peers:
            cold = results.spread('median', corpus, 'cold', name, peer.name)
            seen = results.get((corpus, 'found', name, peer.name))
            if not cold or not seen:
                continue
            rows.append(['quest' if peer.name == 'omindex' else peer.name, span(cold), span(results.spread('late', corpus, 'cold', name, peer.name)),
                         span(results.spread('each', corpus, 'warm', name, peer.name)), f'{seen["answered"]} of {seen["questions"]}',
                         ratio(cold[0], results.middle('median', corpus, 'cold', name, 'sitrep'))])
        if rows:
            out += f'### Query: {title}\n\n' + table(['', 'median ms', '95th percentile ms', 'ms each, one process', 'with hits', 'median / Sitrep'], rows) + '\n'
    if out:
        out += 'A process a question, ten hits; Sitrep, recollq and SQLite show pieces of the articles, quest does not.\n'
    return out


class Targets:
    """The lines `target: ... met` and `target: ... missed`; what was not measured has none."""

    def __init__(self, results):
        self.results, self.lines = results, []

    def line(self, text, value, met):
        self.lines.append(f'target: {text}: {value}: {"met" if met else "missed"}')

    def of(self, corpus, count):
        middle = self.results.middle
        wall = middle('wall', corpus, 'index', 'sitrep')
        for peer in ('omindex', 'recollindex'):
            other = middle('wall', corpus, 'index', peer)
            if wall and other:
                self.line(f'{corpus}: at least 5 times as fast as {peer}', f'{other / wall:.2f}', other >= 5 * wall)
        other = middle('wall', corpus, 'index', 'fts5')
        if wall and other:
            cpu = middle('cpu', corpus, 'index', 'sitrep') / middle('cpu', corpus, 'index', 'fts5')
            self.line(f'{corpus}: as fast as FTS5 (time against its)', f'{wall / other:.2f}, by CPU {cpu:.2f}', wall <= other)
        memory = self.results.spread('memory', corpus, 'index', 'sitrep')
        if memory:
            self.line(f'{corpus}: memory under 512 MiB', f'{memory[2] / 2**20:.0f} MiB', memory[2] < 512 * 2**20)
        seen = self.results.get((corpus, 'corpus')) or {}
        size = middle('database', corpus, 'index', 'sitrep')
        if size and seen.get('cleaned'):
            self.line(f'{corpus}: database at most 2.5 times the cleaned text', f'{size / seen["cleaned"]:.2f}', size <= 2.5 * seen['cleaned'])
        find, unchanged = middle('wall', corpus, 'find'), middle('wall', corpus, 'unchanged', 'sitrep')
        if find and unchanged:
            self.line(f'{corpus}: a run without changes at most 2 times find', f'{unchanged / find:.2f}', unchanged <= 2 * find)
        added = middle('wall', corpus, 'add', 'sitrep')
        if added:
            self.line(f'{corpus}: {min(200, count // 10)} articles more under 3 s', f'{added:.2f} s', added < 3)
        for name in ('own', 'log'):
            mine = middle('median', corpus, 'cold', name, 'sitrep')
            if not mine:
                continue
            self.line(f'{corpus}: questions ({name}) under 20 ms', f'{mine:.1f} ms', mine < 20)
            for peer, title in (('recollindex', 'recollq'), ('fts5', 'sqlite3')):
                other = middle('median', corpus, 'cold', name, peer)
                if other:
                    self.line(f'{corpus}: questions ({name}) faster than {title}', f'{mine:.1f} against {other:.1f} ms', mine < other)

    def growth(self, small, large):
        """small, large: (corpus name, articles)"""
        each = [self.results.middle('wall', name, 'index', 'sitrep') for name, _ in (small, large)]
        if all(each):
            grown = (each[1] / large[1]) / (each[0] / small[1])
            self.line(f'time an article, {large[1]:,} against {small[1]:,}, at most 1.3', f'{grown:.2f}', grown <= 1.3)
