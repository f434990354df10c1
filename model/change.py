"""Why coverage moved between two positions: participants or base, in figures and in words."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from model import wording
from model.coverage import Row
from model.periods import Period


@dataclass(frozen=True, slots=True)
class Change:
    """A change of coverage as fractions; ``membership + base == total`` to machine precision."""

    total: float
    membership: float
    base: float


def split_change(old: tuple[float, float], new: tuple[float, float]) -> Change:
    """Split the change of coverage between two (active, eligible) pairs into its two causes.

    Exact and symmetric: membership = (N1 - N0) (1/D0 + 1/D1) / 2 and
    base = (N0 + N1) / 2 (1/D1 - 1/D0), the two-factor case of Das Gupta (Demography 15, 1978).
    ZeroDivisionError where a base is zero: there is no coverage to split.
    """
    (active_0, eligible_0), (active_1, eligible_1) = old, new
    membership = (active_1 - active_0) * (1 / eligible_0 + 1 / eligible_1) / 2
    base = (active_0 + active_1) / 2 * (1 / eligible_1 - 1 / eligible_0)
    return Change(active_1 / eligible_1 - active_0 / eligible_0, membership, base)


def change_between(old: Row, new: Row) -> Change | None:
    """Return the split between two rows of one region, None where a figure is not known."""
    if not (old.eligible and new.eligible) or old.active is None or new.active is None:
        return None
    return split_change((old.active, old.eligible), (new.active, new.eligible))


def as_printed(change: Change) -> Change:
    """Return the change rounded to hundredths of a point so that the effects still add up to it.

    Rounded one by one they may miss the rounded total by one hundredth; the effect that rounding
    moved furthest the other way takes it (largest remainder).
    """
    total, parts = _hundredths(change.total), [_hundredths(change.membership), _hundredths(change.base)]
    missing = total - sum(parts)
    if missing:
        kept = [change.membership * 10_000 - parts[0], change.base * 10_000 - parts[1]]
        parts[kept.index(max(kept) if missing > 0 else min(kept))] += missing
    return Change(total / 10_000, parts[0] / 10_000, parts[1] / 10_000)


def _hundredths(fraction: float) -> int:
    exact = Decimal(repr(fraction)) * 10_000
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def explain(old: Row | None, new: Row, previous: Period | None, language: str = "id") -> tuple[str, str]:
    """Return the sentence that says how coverage moved, and the one that says why.

    The second also carries the caveat where the base changed. Movements below half a hundredth
    of a point are called unchanged, as they would be printed.
    """
    if old is None or previous is None:
        return wording.say("sentence.first_position", language), ""
    change = change_between(old, new)
    if change is None:
        return wording.say("sentence.not_comparable", language), ""
    change = as_printed(change)
    active = (new.active or 0) - (old.active or 0)
    moved, people_moved = _direction(change.total), (active > 0) - (active < 0)
    headline = wording.say(
        f"sentence.{_WORD[moved]}_{_PEOPLE[people_moved]}",
        language,
        change=abs(change.total),
        people=abs(active),
        coverage=new.coverage,
    )
    because = _because(change, new, old, language)
    caveat = wording.say("sentence.base_changed", language) if new.broken else ""
    return headline, " ".join(part for part in (because, caveat) if part)


_WORD = {1: "up", -1: "down", 0: "same"}
_PEOPLE = {1: "more", -1: "fewer", 0: "equal"}


def _direction(fraction: float) -> int:
    printed = round(fraction, 4)
    return (printed > 0) - (printed < 0)


def _because(change: Change, new: Row, old: Row, language: str) -> str:
    eligible = (new.eligible or 0) - (old.eligible or 0)
    active = (new.active or 0) - (old.active or 0)
    membership, base = _direction(change.membership), _direction(change.base)
    if not membership and not base:
        return ""
    base_led = abs(change.base) >= abs(change.membership)
    lead, other = (change.base, change.membership) if base_led else (change.membership, change.base)
    cause = wording.say(
        "sentence.cause_base_{}".format("larger" if eligible > 0 else "smaller")
        if base_led
        else "sentence.cause_active_{}".format("more" if active > 0 else "fewer"),
        language,
        effect=wording.signed(wording.points(lead, 2, language, unit=False)),
    )
    if not _direction(other):
        return wording.say("sentence.one_cause", language, cause=cause)
    agreement = "adds" if (other > 0) == (lead > 0) else "opposes"
    direction = "up" if other > 0 else "down"
    second = wording.say(
        f"sentence.{'active' if base_led else 'base'}_{agreement}_{direction}", language, effect=abs(other)
    )
    return wording.say("sentence.two_causes", language, cause=cause, second=second)
