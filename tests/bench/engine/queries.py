"""The questions that are asked: of people, where a log of theirs is there, and of the corpus's own words."""
import random, re

STOP = set('a an and are as at be by for from had has have he her his in is it its of on or our that the their them they this to was we were when which who will with would'.split())


def plain_words(text):
    """A question as plain words all programs read alike; None where it is more than that."""
    text = text.strip().lower()
    words = text.replace('"', ' ').split()
    if not 1 <= len(words) <= 6 or not all(re.fullmatch(r'[a-z0-9]+', word) for word in words):
        return None
    return [word for word in words if word not in STOP] or None


def from_log(folder, count):
    """Questions of the logs in a folder (TSV, a head line, the question first), evenly from all of them."""
    found = {}
    for path in sorted(folder.glob('*.tsv')):
        for line in path.read_text(encoding='utf-8').splitlines():
            if line.startswith('#') or line.startswith('query\t'):
                continue
            words = plain_words(line.split('\t')[0])
            if words:
                found[tuple(words)] = None
    found = list(found)
    return [list(found[at * len(found) // count]) for at in range(min(count, len(found)))] if found else []


def from_corpus(files, count):
    """Two to four words that stand near one another in an article, so that every question has an answer."""
    rnd = random.Random('questions')
    texts = [path for path in files if path.suffix == '.txt'] or list(files)
    questions = []
    for _ in range(count * 50):
        if len(questions) == count or not texts:
            break
        text = rnd.choice(texts).read_text(encoding='utf-8', errors='replace')
        paragraphs = [p for p in text.split('\n') if len(p) > 100]
        if not paragraphs:
            continue
        words = [w for w in re.findall(r'\b[a-z]{4,}\b', rnd.choice(paragraphs)) if w not in STOP]
        wanted = rnd.randint(2, 4)
        if len(words) >= wanted + 4:
            at = rnd.randrange(len(words) - wanted)
            questions.append(list(dict.fromkeys(words[at:at + wanted])))
    return questions
