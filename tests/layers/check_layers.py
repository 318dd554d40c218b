#!/usr/bin/env python3
"""Holds the picture of ARCHITECTURE.md: who may include whom, and which door each outside library has.

usage: check_layers.py SOURCE_FOLDER    prints each include that breaks the picture; exit 1 when there is one
"""
import re, sys
from pathlib import Path

# Room -> the rooms it may include besides itself.
ROOMS = {
    'common/base': [],
    'common/settings': ['common/base'],
    'common/model': ['common/base'],
    'common/text': ['common/base', 'common/model'],
    'common/search': ['common/base', 'common/model', 'common/text'],
    'common/store': ['common/base', 'common/model', 'common/text', 'common/search'],
    'indexer/extract': ['common/base', 'common/model', 'common/text'],
    'indexer/worker': ['common/base', 'common/model'],
    'indexer/reader': ['common/base', 'common/model', 'indexer/extract', 'indexer/worker'],
    'indexer/clean': ['common/base', 'common/model', 'common/text'],
    'indexer/source': ['common/base', 'common/model', 'common/text', 'indexer/extract'],
    'indexer': ['common/base', 'common/settings', 'common/model', 'common/text', 'common/store', 'indexer/source',
                'indexer/extract', 'indexer/clean', 'indexer/worker'],
    'query/render': ['common/base', 'common/model', 'common/text', 'common/search'],
    'query': ['common/base', 'common/settings', 'common/model', 'common/text', 'common/search', 'common/store',
              'query/render'],
}
# Outside library -> where its headers may be included.
DOORS = {
    r'xapian(\.h|/)': ['common/store'],
    r'unicode/': ['common/text'],
    r'libstemmer': ['common/text'],
    r'cld2/': ['common/text'],
    r'boost/container': ['common/model/index_document.hpp'],
    r'boost/program_options': ['common/settings', 'query/option_groups.cpp', 'query/option_groups.hpp', 'indexer/option_groups.cpp', 'indexer/option_groups.hpp', 'indexer/options.cpp', 'query/options.cpp'],
    r'gumbo': ['indexer/extract'],
    r'md4c': ['indexer/extract/markdown.cpp'],
    r'poppler': ['indexer/reader'],
    r'gmime': ['indexer/source'],
    r'zlib': ['indexer/source'],
    r'brotli/': ['indexer/source/brotli.cpp'],
    r'libxml/': ['indexer/source/xml_push.cpp'],
    r'archive(\.h|_entry\.h)': ['indexer/source/archive_reader.cpp'],
    r'xxhash': ['common/base'],
    r'nlohmann/': ['indexer/extract', 'indexer/source/json_records.cpp', 'common/model/article_json.cpp', 'common/model/json_line.hpp', 'common/model/json_line.cpp',
                   'indexer/blocks_json.cpp', 'indexer/statistics_json.cpp', 'query/article_line.cpp', 'query/render'],
}
# Headers of a room that its outsiders must not include, for they show what the room hides.
PRIVATE = {'common/store': ['xapian_door', 'schema', 'write_batch', 'query_compiler', 'phrase_readings', 'acronym_terms', 'article_lookup', 'article_stream', 'document_seal', 'facets', 'match_counts', 'timeline', 'word_compiler', 'word_tally']}


def room_of(path):
    rooms = [room for room in ROOMS if str(path).startswith(room + '/')]
    return max(rooms, key=len) if rooms else None


def target_of(include):
    for base in ('', 'common/'):
        if room := room_of(Path(base + include)):
            return room, base + include
    return None, include


def faults(root):
    for path in sorted(p.relative_to(root) for top in ('common', 'indexer', 'query') for p in (root / top).rglob('*.[ch]pp')):
        room = room_of(path)
        if room is None:
            yield f'{path}: stands in no room'
            continue
        for number, line in enumerate((root / path).read_text(encoding='utf-8').split('\n'), 1):
            found = re.match(r'\s*#\s*include\s*(["<])([^">]+)', line)
            if not found:
                continue
            include = found[2]
            if found[1] == '"':
                other, full = target_of(include)
                if other is None:
                    yield f'{path}:{number}: {include} is not named from the top of the tree or of common/'
                elif other != room and other not in ROOMS[room]:
                    yield f'{path}:{number}: {room} may not include {full}'
                elif other != room and Path(full).stem in PRIVATE.get(other, []):
                    yield f'{path}:{number}: {full} is private to {other}'
            for library, doors in DOORS.items():
                if re.match(library, include) and not any(str(path).startswith(door) for door in doors):
                    yield f'{path}:{number}: {include} is included outside its door'


def doors_to_nowhere(root):
    """A door that is gone would be open for whoever comes by its name."""
    for library, doors in DOORS.items():
        for door in doors:
            if not (root / door).exists():
                yield f'check_layers.py: the door to {library}, {door}, is not there'


def types_named_twice(root):
    """Two headers that no file includes together may name types alike: the linker then takes the one for the other."""
    seen = {}
    for folder in 'common', 'indexer', 'query':
        for path in sorted((root / folder).rglob('*.hpp')):
            for name in re.findall(r'^(?:struct|class) (\w+)(?: final)?(?: : [^;{]*)? \{', path.read_text(encoding='utf-8'), flags=re.M):
                if name in seen:
                    yield f'{path}: {name} is a type of {seen[name]}, too'
                seen[name] = path


root = Path(sys.argv[1])
found = [*faults(root), *doors_to_nowhere(root), *types_named_twice(root)]
print('\n'.join(found) or 'every include fits the picture')
sys.exit(1 if found else 0)
