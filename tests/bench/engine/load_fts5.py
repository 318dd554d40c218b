"""Loads a folder into SQLite's FTS5: what an engineer without Xapian would write in an afternoon.

usage: load_fts5.py FOLDER DATABASE

Porter stems, positions, and the text stored. HTML loses its tags by regular expressions, which is quicker than a
parser and keeps menus and banners. Prints the bytes of text that went in.
"""
import html, os, re, sqlite3, sys

HIDDEN = re.compile(r'<(script|style)\b.*?</\1>', re.S | re.I)
TAG = re.compile(r'<[^>]*>')
TITLE = re.compile(r'<title>(.*?)</title>', re.S | re.I)


def article(path):
    with open(path, encoding='utf-8', errors='replace') as file:
        text = file.read()
    if path.endswith(('.html', '.htm')):
        title = TITLE.search(text)
        return html.unescape(title.group(1)) if title else '', html.unescape(TAG.sub(' ', HIDDEN.sub(' ', text)))
    return text.partition('\n')[::2]


def articles(folder, counted):
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            title, body = article(path)
            counted[0] += len(title.encode()) + len(body.encode())
            yield path, title, body


def main():
    folder, database = sys.argv[1:]
    counted = [0]
    base = sqlite3.connect(database)
    base.execute("CREATE VIRTUAL TABLE articles USING fts5(path UNINDEXED, title, body, tokenize='porter unicode61')")
    with base:
        base.executemany('INSERT INTO articles VALUES (?, ?, ?)', articles(folder, counted))
    base.close()
    print(counted[0])


main()
