"""A plot on logarithmic axes, as SVG: what was measured as dots, the laws as lines."""
import math
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 300, 64, 34, 150, 40
COLOURS = ('#0969da', '#cf222e', '#1a7f37', '#9a6700')


@dataclass
class Line:
    name: str
    points: list  # (n, value)
    law: object  # at(n)


class Axis:
    """Logarithmic, from a power of ten to a power of ten, on pixels `start` to `end`."""

    def __init__(self, values, start, end):
        self.low, self.high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        self.high = max(self.high, self.low + 1)
        self.start, self.end = start, end

    def at(self, value):
        return self.start + (math.log10(value) - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self):
        return [10.0 ** power for power in range(self.low, self.high + 1)]


def number(value):
    return f'{value:,.0f}' if value >= 1 else f'{value:g}'


def panel(title, lines, top):
    """One plot, its upper edge at `top`."""
    across = Axis([n for line in lines for n, _ in line.points], LEFT, WIDTH - RIGHT)
    up = Axis([value for line in lines for _, value in line.points], top + HEIGHT - BOTTOM, top + TOP)
    out = [f'<text x="{LEFT}" y="{top + 20}" font-weight="bold">{escape(title)}</text>']
    for tick in across.ticks():
        out.append(f'<path d="M{across.at(tick):.1f} {up.start}V{up.end}" stroke="#d0d7de"/>'
                   f'<text x="{across.at(tick):.1f}" y="{up.start + 18}" text-anchor="middle">{number(tick)}</text>')
    for tick in up.ticks():
        out.append(f'<path d="M{across.start} {up.at(tick):.1f}H{across.end}" stroke="#d0d7de"/>'
                   f'<text x="{across.start - 6}" y="{up.at(tick) + 4:.1f}" text-anchor="end">{number(tick)}</text>')
    for line, colour in zip(lines, COLOURS):
        low, high = line.points[0][0], line.points[-1][0]
        steps = [low * (high / low) ** (at / 40) for at in range(41)]
        path = 'L'.join(f'{across.at(n):.1f} {up.at(max(line.law.at(n), 10.0 ** up.low)):.1f}' for n in steps)
        out.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        out += [f'<circle cx="{across.at(n):.1f}" cy="{up.at(value):.1f}" r="3.5" fill="{colour}"/>' for n, value in line.points]
        out.append(f'<text x="{across.end + 8}" y="{up.at(line.points[-1][1]) + 4:.1f}" fill="{colour}">{escape(line.name)}</text>')
    return '\n'.join(out)


def svg(panels):
    """All of them, one under another: (title, lines) each."""
    height = HEIGHT * len(panels)
    body = '\n'.join(panel(title, lines, HEIGHT * at) for at, (title, lines) in enumerate(panels))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="how Sitrep grows">\n'
            f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>\n<g font-family="sans-serif" font-size="12" fill="#1f2328">\n'
            f'{body}\n</g>\n</svg>\n')
