"""What was measured, a JSON object a line, so that a long run that was cut takes up where it stopped."""
import json
from statistics import median


class Results:
    def __init__(self, path):
        self.path, self.rows = path, {}
        if path.exists():
            for line in path.read_text(encoding='utf-8').splitlines():
                try:
                    row = json.loads(line)
                    self.rows[tuple(row['key'])] = row['values']
                except (ValueError, KeyError):
                    continue  # the last line of a run that was cut

    def forget_older(self, program, fingerprint):
        """Forgets what another build of a program measured. What the others did stays."""
        key = ('build', program)
        before = self.rows.get(key)
        if before and before['fingerprint'] != fingerprint:
            kept = {k: v for k, v in self.rows.items() if program not in k and 'corpus' not in k}
            self.path.unlink()
            self.rows = {}
            for old, values in kept.items():
                self.add(old, values)
        if before is None or before['fingerprint'] != fingerprint:
            self.add(key, {'fingerprint': fingerprint})

    def __contains__(self, key):
        return key in self.rows

    def add(self, key, values):
        self.rows[key] = values
        with self.path.open('a', encoding='utf-8') as file:
            file.write(json.dumps({'key': key, 'values': values}) + '\n')

    def get(self, key):
        return self.rows.get(key)

    def of(self, *start):
        """The values of all runs whose key begins so, in order."""
        return [self.rows[key] for key in sorted(self.rows, key=str) if key[:len(start)] == start]

    def spread(self, value, *start):
        """(median, least, most) of one value over all runs whose key begins so; None where there are none."""
        found = [row[value] for row in self.of(*start) if value in row]
        return (median(found), min(found), max(found)) if found else None

    def middle(self, value, *start):
        found = self.spread(value, *start)
        return found[0] if found else None
