#!/usr/bin/env python3
"""kill -9 at random moments leaves the database of the last commit, searchable; the next run goes on, and in
the end the answers are those of a run that nothing disturbed."""
import random, shutil, subprocess, tempfile, time
from corpus import INDEX, answers, check, run, write

seed = int(time.time())
print('seed', seed)
choose = random.Random(seed)
with tempfile.TemporaryDirectory(prefix='sitrep-kill-') as folder:
    articles, calm, shaken = folder + '/articles', folder + '/calm', folder + '/shaken'
    write(articles, 3000)
    start = time.time()
    assert run(INDEX, '--db', calm, articles).returncode == 0
    whole = time.time() - start
    kills = 0
    while kills < 8:
        process = subprocess.Popen([INDEX, '--db', shaken, articles], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(choose.uniform(0, whole * 0.4))
        process.kill()
        if process.wait() != -9:  # it had finished: from the beginning again
            shutil.rmtree(shaken)
            continue
        kills += 1
        # Killed before the first generation was published there is no database yet: a clear message.
        looked = run(INDEX.replace('sitrep-index', 'sitrep-query'), '--db', shaken, 'common')
        assert looked.returncode in (0, 1) or 'there is no database' in looked.stderr, looked.stderr
        if looked.returncode in (0, 1):
            check(shaken)
    last = run(INDEX, '--db', shaken, articles)
    assert last.returncode == 0, last.stderr
    check(shaken)
    assert answers(shaken) == answers(calm)
    print(kills, 'kills survived')
