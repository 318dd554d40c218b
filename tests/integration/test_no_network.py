#!/usr/bin/env python3
"""Neither tool, nor what it starts, opens a connection: not for the pictures, entities and scripts that pages name."""
from pathlib import Path
from corpus import INDEX, QUERY, run
from faults import need, not_sanitized, run_cases

SAMPLE = Path(__file__).resolve().parents[2] / 'data/sample'
PAGE = '''<!DOCTYPE html [<!ENTITY far SYSTEM "http://127.0.0.1:9/entity">]><html><head>
<link rel="stylesheet" href="http://127.0.0.1:9/style.css"><script src="http://127.0.0.1:9/script.js"></script></head><body>
<h1>A convoy sails</h1><img src="http://127.0.0.1:9/picture.png"><p>The convoy sailed on Monday &far; for the islands in the north.</p></body></html>'''
FEED = '''<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY far SYSTEM "http://127.0.0.1:9/entity">]><rss version="2.0"><channel>
<title>Wire</title><item><title>A tender sails &far;</title><description>The tender sailed on Monday.</description></item></channel></rss>'''


def no_socket_of_the_internet_is_made(folder):
    need('strace')
    not_sanitized('strace and sanitizers trace the same processes')
    (folder / 'page.html').write_text(PAGE)
    (folder / 'feed.xml').write_text(FEED)
    log = folder / 'log'
    for command in ([INDEX, '--db', folder / 'db', SAMPLE, folder / 'page.html', folder / 'feed.xml'], [QUERY, '--db', folder / 'db', '--format=html', 'title:convoy']):
        done = run('strace', '-f', '-o', log, '-e', 'trace=socket,socketpair,connect,execve', *map(str, command), timeout=120)
        assert done.returncode in (0, 1), done.stderr
        calls = log.read_text(encoding='utf-8')
        assert 'execve(' in calls and 'AF_INET' not in calls and 'connect(' not in calls, calls
    assert 'page.html' in done.stdout, done.stdout


run_cases(no_socket_of_the_internet_is_made)
