"""Names and codes as people write them, to regions; where that is not certain, the answer is to ask.

Exact names and curated aliases match by themselves. Likeness (rapidfuzz) only ever suggests: a
typing mistake in "Barito Utara" is one letter away from another regency's figures.
"""

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, Literal

from rapidfuzz import fuzz, process

from model.region_index import index
from model.region_text import KABUPATEN, PROVINSI, leading_code, plain, readings, squeezed, without_total
from model.regions import Region, regencies, regions

SCHEMES: Final = ("kemendagri", "bps")
"""Whose codes regions have."""
_LIKENESS: Final = 80
"""Below this rapidfuzz ratio (0 to 100) a name is not worth suggesting."""
_BLANKS: Final = frozenset({"", "na", "nan", "nihil", "null", "none"})
_CODE: Final = re.compile(r"(\d\d)(?:([.,]?)(\d\d))?(?:[.,]0+|[.,])?|(\d\d)[.,]([1-9])")


_APART: Final = re.compile(r"\s[-–—/|:]\s*|[,;/|]\s*")
_MOST_PARTS: Final = 6


class MatchStatus(StrEnum):
    """What became of a name."""

    MATCH = "match"
    AMBIGUOUS = "ambiguous"
    """It names several regions, or its code and its name contradict each other."""
    SUGGEST = "suggest"
    OUTSIDE_PROVINCE = "outside_province"
    AGGREGATE = "aggregate"
    EMPTY = "empty"
    UNKNOWN = "unknown"
    CONFLICT_TYPE = "conflict_type"
    """A kabupaten called a kota, or the other way round."""
    AMBIGUOUS_CODE = "ambiguous_code"
    """A code that means different regions to Kemendagri and to BPS."""


@dataclass(frozen=True, slots=True)
class RegionMatch:
    """The answer for one name: ``region`` where it is certain, ``candidates`` to ask about.

    A row of the office's own province is an AGGREGATE with that province as ``region``; a row
    such as "Jumlah" is an AGGREGATE without one.
    """

    status: MatchStatus
    region: Region | None = None
    candidates: tuple[Region, ...] = ()


def match_region(text: object, province: str, scheme: Literal["", "kemendagri", "bps"] = "") -> RegionMatch:
    """Return what *text* (a name, or a code as text or number) means to an office of *province*.

    *province* is a two-digit code; "" knows no own province and takes the whole country's names.
    *scheme* settles what a column of codes means; without it a dotted code is Kemendagri's and a
    bare 4-digit code must mean the same region in both schemes. Never raises.
    """
    if text is None or (isinstance(text, float) and math.isnan(text)):
        return RegionMatch(MatchStatus.EMPTY)
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        return RegionMatch(MatchStatus.UNKNOWN)
    return _match(text if isinstance(text, str) else _digits(text), province, scheme)


@lru_cache(maxsize=20_000)
def _match(text: str, province: str, scheme: str) -> RegionMatch:
    if found := _code(text):
        return _coded(found, province, scheme)
    name = squeezed(text)
    if name in _BLANKS:
        is_number = any(sign.isdigit() for sign in text)
        return RegionMatch(MatchStatus.UNKNOWN if is_number else MatchStatus.EMPTY)
    matched = _named(name, province)
    if matched.status in {MatchStatus.UNKNOWN, MatchStatus.SUGGEST} and "(" in text:
        # "Kotawaringin Timur (Kotim)": the name stands outside the brackets.
        outside = squeezed(re.sub(r"\([^)]*\)?", " ", text))
        matched = _named(outside, province) if outside else matched
    if matched.status is MatchStatus.UNKNOWN:
        matched = _inside(text, province)
    code = leading_code(text)
    if matched.region and matched.status is MatchStatus.MATCH and code:
        return _beside_code(matched, code)
    return matched


def _inside(text: str, province: str) -> RegionMatch:
    """Suggest the regions that parts of a text name: "Kab. Barito Utara - Muara Teweh"."""
    parts = [squeezed(part) for part in _APART.split(text)[:_MOST_PARTS]]
    if len(parts) < 2:
        return RegionMatch(MatchStatus.UNKNOWN)
    matches = [_named(part, province) for part in parts if part]
    sure = (match.region for match in matches if match.status is MatchStatus.MATCH)
    found = tuple(dict.fromkeys(region for region in sure if region))
    return RegionMatch(MatchStatus.SUGGEST if found else MatchStatus.UNKNOWN, candidates=found[:3])


def _code(text: str) -> re.Match[str] | None:
    return _CODE.fullmatch(plain(text).strip(" '*)(").replace(" ", ""))


def _digits(value: float) -> str:
    whole = math.isfinite(value) and float(value).is_integer()
    return str(int(value)) if whole else repr(float(value))


def _coded(found: re.Match[str], province: str, scheme: str) -> RegionMatch:
    digits = _four(found)
    if digits is None:
        # A lone 12 is far more often a running number than another province.
        own = regions().get(found[1]) if found[1] == province else None
        return RegionMatch(MatchStatus.AGGREGATE if own else MatchStatus.UNKNOWN, own)
    by_scheme = coded_regions(digits)
    distinct = tuple(dict.fromkeys(by_scheme.values()))
    if not scheme and not _is_dotted(found):
        if province and distinct and not digits.startswith(province):
            return RegionMatch(MatchStatus.OUTSIDE_PROVINCE, candidates=distinct)
        if len(by_scheme) < len(SCHEMES) or len(distinct) > 1:
            return _placed(None, distinct, province)
    return _placed(by_scheme.get(scheme or "kemendagri"), distinct, province)


def _four(found: re.Match[str]) -> str | None:
    first, _, second, cut_first, cut_second = found.groups()
    if cut_first:
        # Excel drops the zero of 62.10; no other code ends in one digit.
        return f"{cut_first}{cut_second}0"
    return first + second if second else None


def _is_dotted(found: re.Match[str]) -> bool:
    return bool(found[2] or found[4])


def coded_regions(digits: str) -> dict[str, Region]:
    """Return what four digits mean by scheme: {"kemendagri": ..., "bps": ...}, as far as known."""
    found: dict[str, Region] = {}
    if region := regions().get(f"{digits[:2]}.{digits[2:]}"):
        found["kemendagri"] = region
    if region := next((other for other in regencies(digits[:2]) if other.bps == digits), None):
        found["bps"] = region
    return found


def _placed(region: Region | None, others: tuple[Region, ...], province: str) -> RegionMatch:
    if region is None:
        return RegionMatch(MatchStatus.AMBIGUOUS_CODE if others else MatchStatus.UNKNOWN, candidates=others)
    if province and region.province != province:
        return RegionMatch(MatchStatus.OUTSIDE_PROVINCE, candidates=(region,))
    return RegionMatch(MatchStatus.MATCH, region)


def _beside_code(matched: RegionMatch, code: str) -> RegionMatch:
    meant = tuple(dict.fromkeys(coded_regions(code).values()))
    if not meant or matched.region in meant or matched.region is None:
        return matched
    return RegionMatch(MatchStatus.AMBIGUOUS, candidates=(matched.region, *meant))


def _named(name: str, province: str) -> RegionMatch:
    if (whole := without_total(name)) is not None:
        return _total(whole, province)
    known = index()
    bare = readings(name)
    found = next(((known.exact[word], kind) for word, kind in bare if word in known.exact), None)
    if found and (not province or any(region.province == province for region in found[0])):
        return _resolved(*found, province)
    for word, _ in bare:
        if several := known.asked.get(province, {}).get(word):
            return RegionMatch(MatchStatus.AMBIGUOUS, candidates=several)
    if found:
        regions_of_kind = tuple(region for region in found[0] if found[1] in {"", region.kind})
        return RegionMatch(MatchStatus.OUTSIDE_PROVINCE, candidates=regions_of_kind or found[0])
    return _suggested(bare, province)


def _total(whole: str, province: str) -> RegionMatch:
    own = regions().get(province)
    names_own = whole == PROVINSI or any(
        own in index().exact.get(word, ()) and kind in {"", PROVINSI} for word, kind in readings(whole)
    )
    return RegionMatch(MatchStatus.AGGREGATE, own if own and names_own else None)


def _resolved(found: tuple[Region, ...], kind: str, province: str) -> RegionMatch:
    own = tuple(region for region in found if not province or region.province == province)
    fitting = tuple(region for region in own if kind in {"", region.kind})
    if not fitting:
        namesakes = tuple(region for region in found if region.kind == kind)
        return RegionMatch(MatchStatus.CONFLICT_TYPE, candidates=own + namesakes)
    if kind == "" and len({region.province for region in fitting}) == 1 and len(fitting) > 1:
        # Where a regency and a city share a name, the plain name is the regency's. The
        # province's own name is another matter: "Gorontalo" may be any of three.
        regular = tuple(region for region in fitting if region.kind == KABUPATEN)
        has_province = any(region.kind == PROVINSI for region in fitting)
        fitting = fitting if has_province or not regular else regular
    if len(fitting) > 1:
        return RegionMatch(MatchStatus.AMBIGUOUS, candidates=fitting)
    is_province = fitting[0].kind == PROVINSI
    return RegionMatch(MatchStatus.AGGREGATE if is_province else MatchStatus.MATCH, fitting[0])


def _suggested(bare: tuple[tuple[str, str], ...], province: str) -> RegionMatch:
    known = index()
    for word, _ in bare:
        if vague := known.suggested.get(province, {}).get(word):
            return RegionMatch(MatchStatus.SUGGEST, candidates=vague)
    names = _names_of(province)
    near: dict[Region, float] = {}
    for word, _ in bare:
        for _, score, place in process.extract(
            word, names[0], scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=5
        ):
            region = names[1][place]
            near[region] = max(score, near.get(region, 0))
    best = sorted(near, key=lambda region: (-near[region], region.code))[:3]
    return RegionMatch(MatchStatus.SUGGEST if best else MatchStatus.UNKNOWN, candidates=tuple(best))


@lru_cache(maxsize=64)
def _names_of(province: str) -> tuple[tuple[str, ...], tuple[Region, ...]]:
    pairs = [
        (name, region)
        for name, found in index().exact.items()
        for region in found
        if region.kind != PROVINSI and (not province or region.province == province) and len(name) > 3
    ]
    return tuple(name for name, _ in pairs), tuple(region for _, region in pairs)


def may_name(text: str, region: Region) -> bool:
    """Say whether *text* can name *region*: plain "Bandung" may be the city as well as the regency."""
    bare = readings(squeezed(text))
    return any(region in index().exact.get(word, ()) and kind in {"", region.kind} for word, kind in bare)


def code_digits(code: object) -> str | None:
    """Return the four digits of a regency's code kept as text or number, None where it is none."""
    found = _code(_text(code))
    return _four(found) if found else None


def _text(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _digits(value)
    return value if isinstance(value, str) else ""
