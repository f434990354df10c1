"""The names by which regions are known: official names, curated aliases, names to ask about."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from model.region_text import squeezed
from model.regions import Region, provinces, regencies, regions
from resources import FOLDER

Names = Mapping[str, tuple[Region, ...]]

_ISLANDS: Final = ("kepulauan", "pulau")
_SHORT: Final = {
    "barat": ("brt", "bar"), "timur": ("tmr", "tim"), "utara": ("utr", "ut"), "selatan": ("sel", "slt"),
    "tengah": ("tgh", "teng"), "tenggara": ("tgr", "tengg"),
}  # fmt: skip


@dataclass(frozen=True)
class Index:
    """Squeezed names (model.region_text) to the regions they mean."""

    exact: Names
    """Official names and curated aliases of the whole country."""
    asked: Mapping[str, Names]
    """By province: names that mean several of its regencies."""
    suggested: Mapping[str, Names]
    """By province: short forms too vague to be matched without asking."""


@cache
def index() -> Index:
    """Return the index over ``regions.csv`` and ``region_aliases.json``."""
    aliases = json.loads((FOLDER / "region_aliases.json").read_text(encoding="utf-8"))
    asked: dict[str, dict[str, tuple[Region, ...]]] = {}
    suggested: dict[str, dict[str, tuple[Region, ...]]] = {}
    for province in provinces():
        parts = _parts(province.code)
        entry = aliases["regencies"].get(province.code, {})
        asked[province.code] = {name: found for name, found in parts.items() if len(found) > 1}
        asked[province.code] |= _curated(entry.get("ambiguous", {}))
        suggested[province.code] = {name: found for name, found in parts.items() if len(found) == 1}
        suggested[province.code] |= _turned(entry.get("suggest_only", {}))
    return Index(_exact(aliases), asked, suggested)


def _exact(aliases: Mapping[str, Any]) -> Names:
    known = regions()
    exact: dict[str, dict[Region, None]] = defaultdict(dict)
    for region in known.values():
        exact[squeezed(region.name)][region] = None
    for code, names in _automatic(aliases):
        for name in names:
            exact[squeezed(name)][known[code]] = None
    short: dict[str, dict[Region, None]] = defaultdict(dict)
    for name, region in _shortened(known.values()):
        short[name][region] = None
    # A short form never competes with a name that somebody bears.
    return {name: tuple(found) for name, found in (short | exact).items()}


def _automatic(aliases: Mapping[str, Any]) -> Iterable[tuple[str, list[str]]]:
    yield from aliases["provinces"].items()
    for entry in aliases["regencies"].values():
        yield from entry["automatic"].items()


def _curated(entries: Mapping[str, list[str]]) -> dict[str, tuple[Region, ...]]:
    return {squeezed(name): tuple(regions()[code] for code in codes) for name, codes in entries.items()}


def _turned(entries: Mapping[str, list[str]]) -> dict[str, tuple[Region, ...]]:
    return {squeezed(name): (regions()[code],) for code, names in entries.items() for name in names}


def _shortened(known: Iterable[Region]) -> Iterable[tuple[str, Region]]:
    """Yield "Lampung Sel." and "Kep. Aru" or "Aru" beside the full names."""
    for region in known:
        words = region.name.casefold().split()
        for short in _SHORT.get(words[-1], ()) if len(words) > 1 else ():
            yield squeezed(" ".join([*words[:-1], short])), region
        if words[0] in _ISLANDS:
            yield squeezed(" ".join(["kep" if words[0] == "kepulauan" else "p", *words[1:]])), region
            yield squeezed(" ".join(words[1:])), region


def _parts(province: str) -> dict[str, tuple[Region, ...]]:
    """Return the first and the last words of the names of a province with all that share them."""
    found: dict[str, list[Region]] = defaultdict(list)
    for region in regencies(province):
        words = region.name.casefold().split()
        for part in {words[0], words[-1]} if len(words) > 1 else ():
            found[squeezed(part)].append(region)
    return {part: tuple(sharing) for part, sharing in found.items()}
