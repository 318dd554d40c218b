"""The law that a figure follows as the articles grow: fitted to what was measured, with what it misses by."""
import math
from dataclasses import dataclass


@dataclass
class Law:
    base: float  # what one article more does not change
    slope: float
    power: float
    miss: float  # the largest share by which a measured figure lies beside it

    def at(self, count):
        return self.base + self.slope * count ** self.power

    def text(self, unit):
        grown = f'{self.slope:.3g} · n^{self.power:.2f}'
        return (f'{self.base:.3g} + ' if self.base else '') + f'{grown} {unit} (within {100 * self.miss:.0f} %)'


def power_law(points):
    """slope · n^power, by least squares over the logarithms. Points are (n, value), two at least, all above nought."""
    logs = [(math.log(n), math.log(value)) for n, value in points]
    mean_x, mean_y = (sum(column) / len(logs) for column in zip(*logs))
    power = sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)
    return judged(Law(0, math.exp(mean_y - power * mean_x), power, 0), points)


def linear_law(points):
    """base + slope · n, by least squares of the shares it misses by, so that small corpora weigh as much as large ones."""
    weights = [1 / value ** 2 for _, value in points]
    total = sum(weights)
    mean_x = sum(w * n for w, (n, _) in zip(weights, points)) / total
    mean_y = sum(w * value for w, (_, value) in zip(weights, points)) / total
    slope = (sum(w * (n - mean_x) * (value - mean_y) for w, (n, value) in zip(weights, points))
             / sum(w * (n - mean_x) ** 2 for w, (n, _) in zip(weights, points)))
    return judged(Law(mean_y - slope * mean_x, slope, 1, 0), points)


def judged(law, points):
    law.miss = max(abs(law.at(n) - value) / value for n, value in points)
    return law


def best_law(points):
    """Of the two the one that misses less; the power law with two points, which say no more."""
    laws = [power_law(points)] + ([linear_law(points)] if len(points) > 2 else [])
    return min(laws, key=lambda law: law.miss)
