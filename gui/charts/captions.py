"""Captions over the marks of breaks, none on another and none struck through by a mark."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

_ROWS: Final = 2


@dataclass(frozen=True)
class Caption:
    """A text over a mark at *x*, centred where there is room; *left* is where it begins, row 0 the lowest."""

    x: float
    text: str
    left: float
    width: float
    row: int = 0


def place_captions(
    xs: Sequence[float],
    wordings: Sequence[Sequence[str]],
    width_of: Callable[[str], float],
    *,
    room: tuple[float, float],
    gap: float,
) -> tuple[Caption, ...]:
    """Return a caption for each mark from the first wording in which all of them fit.

    *wordings* holds, from long to short, one text a mark; *room* is where captions may lie. If not
    even the shortest fit, those stay out that would lie on one placed before.
    """
    placed: tuple[Caption, ...] = ()
    for texts in wordings:
        for rows in range(1, _ROWS + 1):
            placed = _in_rows(xs, texts, width_of, room, gap, rows)
            if len(placed) == len(xs):
                return placed
    return placed


def _in_rows(
    xs: Sequence[float],
    texts: Sequence[str],
    width_of: Callable[[str], float],
    room: tuple[float, float],
    gap: float,
    rows: int,
) -> tuple[Caption, ...]:
    placed: list[Caption] = []
    for x, text in zip(xs, texts, strict=True):
        width = width_of(text)
        left = max(room[0], min(x - width / 2, room[1] - width))
        for row in range(rows):
            caption = Caption(x, text, left, width, row)
            if not any(_collide(caption, other, gap) for other in placed):
                placed.append(caption)
                break
    return tuple(placed)


def _collide(one: Caption, other: Caption, gap: float) -> bool:
    if one.row == other.row:
        return one.left < other.left + other.width + gap and other.left < one.left + one.width + gap
    upper, lower = (one, other) if one.row > other.row else (other, one)
    # The mark of the upper caption runs down past the lower one.
    return lower.left - gap / 2 < upper.x < lower.left + lower.width + gap / 2
