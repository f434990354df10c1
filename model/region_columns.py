"""What a whole column of names or codes says: which province it is of, and whose codes stand in it."""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from model.region_names import SCHEMES, MatchStatus, code_digits, coded_regions, match_region

Scheme = Literal["kemendagri", "bps"]

_NEARLY_ALL: Final = 0.8
"""The share of the names that decides for a province, and of the codes that decides for a scheme."""


def infer_province(names: Iterable[object], counts: Iterable[int] | None = None) -> str | None:
    """Return the province that nearly all recognisable *names* belong to, or None.

    Names that several provinces bear count for each; totals, blanks and unknown text for none.
    *counts* says how often each of the names occurs, once if it is not given.
    """
    votes: Counter[str] = Counter()
    recognised = 0
    for name, count in zip(names, counts if counts is not None else itertools.repeat(1), strict=False):
        match = match_region(name, "")
        found = (match.region,) if match.region else match.candidates
        if match.status in {MatchStatus.SUGGEST, MatchStatus.CONFLICT_TYPE} or not found:
            continue
        recognised += count
        votes.update(dict.fromkeys({region.province for region in found}, count))
    best = votes.most_common(2)
    if not best or best[0][1] < _NEARLY_ALL * recognised or (len(best) > 1 and best[1][1] == best[0][1]):
        return None
    return best[0][0]


def code_scheme(codes: Sequence[object], names: Sequence[object], province: str) -> Scheme | None:
    """Return whose codes stand in a column, decided by the *names* beside them; None: must be asked.

    Only rows where the two schemes differ decide; if there are none but every code agrees with
    its name, either reading is right and Kemendagri is named.
    """
    votes: Counter[str] = Counter()
    for code, name in zip(codes, names, strict=False):
        named = match_region(name, province)
        digits = code_digits(code)
        if named.status is not MatchStatus.MATCH or not digits:
            continue
        meant = coded_regions(digits)
        agreeing = {scheme for scheme, region in meant.items() if region == named.region}
        votes["both" if len(agreeing) == len(SCHEMES) else next(iter(agreeing), "neither")] += 1
    deciding = votes["kemendagri"] + votes["bps"] + votes["neither"]
    if votes["kemendagri"] and votes["kemendagri"] >= _NEARLY_ALL * deciding:
        return "kemendagri"
    if votes["bps"] and votes["bps"] >= _NEARLY_ALL * deciding:
        return "bps"
    return "kemendagri" if votes["both"] and not deciding else None
