"""Where labels stand: moved apart along a line, or in the nearest free spot of a plane. In points."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Segment = tuple[Point, Point]
CROSSING = 45.0


@dataclass(frozen=True)
class Box:
    """An upright rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def holds(self, other: "Box") -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.bottom <= other.bottom
            and other.top <= self.top
        )

    def meets(self, other: "Box") -> bool:
        """Whether the two share an area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def nearest(self, point: Point) -> Point:
        """The point of the box nearest to another."""
        return min(max(point[0], self.left), self.right), min(max(point[1], self.bottom), self.top)

    def cut_by(self, segment: Segment) -> bool:
        """Whether a segment passes through (Liang and Barsky 1984)."""
        (x0, y0), (x1, y1) = segment
        enter, leave = 0.0, 1.0
        for step, away in (
            (x0 - x1, x0 - self.left),
            (x1 - x0, self.right - x0),
            (y0 - y1, y0 - self.bottom),
            (y1 - y0, self.top - y0),
        ):
            if step == 0 and away < 0:
                return False
            if step < 0:
                enter = max(enter, away / step)
            elif step > 0:
                leave = min(leave, away / step)
        return enter < leave


def square(point: Point, half: float) -> Box:
    """The box about a point, twice `half` wide and high."""
    return Box(point[0] - half, point[1] - half, point[0] + half, point[1] + half)


def apart(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Centres as near as can be (least squares) to those wanted, in their order, so that none overlap.

    They stay between low and high if there is room for all, else they begin at low. Pooled adjacent violators
    (Ayer and others 1955) on the wanted places less what lies below each.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    offsets, total = [], 0.0
    for i in order:
        offsets.append(total + sizes[i] / 2)
        total += sizes[i]
    free = _monotone([wanted[i] - offset for i, offset in zip(order, offsets, strict=True)])
    top = max(low, high - total)
    placed = [0.0] * len(wanted)
    for i, offset, z in zip(order, offsets, free, strict=True):
        placed[i] = offset + min(max(z, low), top)
    return placed


def _monotone(values: Sequence[float]) -> list[float]:
    """The nearest sequence (least squares) that nowhere falls."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            before, n = pools.pop()
            mean, count = (before * n + mean * count) / (n + count), n + count
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]


def around(
    point: Point, width: float, height: float, *, above: bool = True, gap: float = 4.0
) -> Iterator[tuple[float, Box]]:
    """Places for a label at a point with what each costs: over or under it, then aside, then farther off."""
    x, y = point
    for far in (0.0, 4.0, 8.0, 12.0):
        for side, up in enumerate((above, not above)):
            for lean, shift in ((0.0, 0.0), (2.0, -0.35), (2.0, 0.35), (4.0, -0.6), (4.0, 0.6)):
                left = x - width / 2 + shift * width
                bottom = y + gap + far if up else y - gap - far - height
                yield far + 3.0 * side + lean, Box(left, bottom, left + width, bottom + height)
    for far in (0.0, 4.0):
        for left in (x + gap + far, x - gap - far - width):
            yield 6.0 + far, Box(left, y - height / 2, left + width, y + height / 2)


def about(
    point: Point, width: float, height: float, *, nearest: float = 9.0, step: float = 5.0, reach: int = 18
) -> Iterator[tuple[float, Box]]:
    """Places for a note around a point, on a raster; what each costs is its distance."""
    for i in range(-reach, reach + 1):
        for j in range(-reach, reach + 1):
            x, y = point[0] + i * step, point[1] + j * step
            box = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            near = box.nearest(point)
            distance = ((near[0] - point[0]) ** 2 + (near[1] - point[1]) ** 2) ** 0.5
            if distance >= nearest:
                yield distance + abs(i) * step / 8, box


def best(
    places: Iterable[tuple[float, Box]],
    room: Box,
    taken: Sequence[Box],
    strokes: Sequence[Segment],
    anchor: Point | None = None,
    *,
    clear: bool = False,
) -> Box | None:
    """The cheapest place in the room that meets nothing taken, if any; crossing strokes costs, and a `clear`
    place lies across none.

    With an anchor, the leader from there to the place must not run through anything taken either.
    """
    found, cheapest = None, float("inf")
    for cost, box in sorted(places, key=lambda place: place[0]):
        if cost >= cheapest:
            break
        leader = _leader(box, anchor)
        if not room.holds(box) or any(
            box.meets(other) or any(other.cut_by(s) for s in leader) for other in taken
        ):
            continue
        if clear and any(box.cut_by(s) for s in strokes):
            continue
        cost += CROSSING * sum(box.cut_by(s) or any(crosses(s, mine) for mine in leader) for s in strokes)
        if cost < cheapest:
            found, cheapest = box, cost
    return found


def _leader(box: Box, anchor: Point | None) -> list[Segment]:
    """The line from an anchor to its note, but for the first quarter, where it stands on its own line."""
    if anchor is None:
        return []
    (x, y), (a, b) = box.nearest(anchor), anchor
    return [((a + (x - a) / 4, b + (y - b) / 4), (x, y))]


def crosses(one: Segment, other: Segment) -> bool:
    """Whether two segments cross."""
    (a, b), (c, d) = one, other
    return _turn(a, b, c) != _turn(a, b, d) and _turn(c, d, a) != _turn(c, d, b)


def _turn(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])


def path(points: Sequence[Point]) -> list[Segment]:
    """The segments of a line through points; a missing one (NaN) breaks it."""
    return [(p, q) for p, q in pairwise(points) if p[1] == p[1] and q[1] == q[1]]
