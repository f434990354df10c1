"""Which row of a sheet a row of the book is, so that a save touches only what has changed."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

R = TypeVar("R", bound=tuple[Hashable, ...])
_NEAR: Final = 2


@dataclass(frozen=True, slots=True)
class RowMatch:
    """What becomes of the rows: places are those in the old and the new sequence."""

    changed: tuple[tuple[int, int], ...]
    """A row that stays with other cells."""
    gone: tuple[int, ...]
    new: tuple[int, ...]


def matched(old: Sequence[R], new: Sequence[R], key: Callable[[R], Hashable]) -> RowMatch:
    """Return how the *old* rows become the *new* ones: equal ones stay, those of one *key* are changed.

    Of several that are alike the first goes with the first. Rows are never moved, so equal rows in
    another order count as staying. What is left on both sides is changed too, if as many rows are, each
    like its counterpart but for a cell or two: somebody has edited what is part of their key.
    """
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    rest_old, rest_new = range(start, len(old) - end), range(start, len(new) - end)
    _, rest_old_, rest_new_ = _paired(rest_old, rest_new, lambda at: old[at], lambda at: new[at])
    changed, gone, fresh = _paired(rest_old_, rest_new_, lambda at: key(old[at]), lambda at: key(new[at]))
    if len(gone) == len(fresh) and all(
        _is_near(old[mine], new[theirs]) for mine, theirs in zip(gone, fresh, strict=True)
    ):
        changed, gone, fresh = [*changed, *zip(gone, fresh, strict=True)], [], []
    return RowMatch(tuple(changed), tuple(gone), tuple(fresh))


def _is_near(one: Sequence[object], other: Sequence[object]) -> bool:
    """Say whether two rows are the same but for a cell or two: a code and its name, or a segment."""
    return sum(mine != theirs for mine, theirs in zip(one, other, strict=True)) <= _NEAR


def _paired(
    old: Sequence[int], new: Sequence[int], of_old: Callable[[int], object], of_new: Callable[[int], object]
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Pair places whose keys are the same, in their order; return the pairs and what is left of both."""
    waiting: dict[object, deque[int]] = defaultdict(deque)
    for at in old:
        waiting[of_old(at)].append(at)
    pairs, left = [], []
    for at in new:
        found = waiting.get(of_new(at))
        if found:
            pairs.append((found.popleft(), at))
        else:
            left.append(at)
    return pairs, sorted(at for rest in waiting.values() for at in rest), left
