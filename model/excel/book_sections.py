"""The sheets of a coverage book beside ``Data``: targets, sources, claims, office, notes."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Any, Final, cast

from model.book import Claim, Kind, Note, Office, Paper, Signatory, Source, Target, TargetSet
from model.excel.book_lines import Complaints, Line, lines
from model.excel.book_places import Places
from model.excel.book_schema import (
    CLAIMS,
    LETTERHEAD_ITEM,
    NOTES,
    OFFICE,
    OFFICE_ITEMS,
    RECIPE_KINDS,
    RECIPES,
    SOURCES,
    TARGETS,
    folded,
    parse_kind,
)
from model.excel.grid import Grid
from model.excel.header_words import plain_words
from model.problems import Severity
from model.recipe_text import NoRecipeError, Remembered, recipe_of
from model.recipes import Recipe
from model.region_names import match_region
from model.regions import regions

_ITEMS: Final = {folded(label): name for name, (label, _) in OFFICE_ITEMS.items()}
_PAPERS: Final = ("f4", "folio", "a4")
_SHARES: Final = ("on_track", "watch", "break_tolerance")
_SIGNATORY: Final = ("position", "name", "rank", "nip")


def read_targets(grid: Grid, places: Places, complaints: Complaints) -> tuple[TargetSet, ...]:
    """Return the target sets in the order of their first row."""
    sets: dict[str, TargetSet] = {}
    for line in lines(grid, TARGETS, complaints):
        name = line.text("set")
        if not name:
            line.complain("book_no_set", "set")
            continue
        known = sets.setdefault(name, TargetSet(name))
        target = _target(line, places)
        sets[name] = replace(
            known,
            basis=known.basis or line.text("basis"),
            targets=(*known.targets, target) if target else known.targets,
        )
    return tuple(sets.values())


def _target(line: Line, places: Places) -> Target | None:
    if not any(line.text(name) for name in ("as_of", "code", "region", "kind", "value")):
        return None
    before = line.complaints.errors
    region, as_of, segment = places.region(line), line.period(), line.segment()
    kind = parse_kind(line.text("kind"))
    if kind is None:
        line.complain("book_bad_kind", "kind")
        return None
    value = line.share("value") if kind == "percent" else line.people("value")
    if value is None and line.complaints.errors == before:
        line.complain("book_no_value", "value")
    if region is None or as_of is None or value is None or line.complaints.errors > before:
        return None
    return Target(as_of, region, cast(Kind, kind), value, segment)


def read_sources(grid: Grid, complaints: Complaints) -> tuple[Source, ...]:
    """Return the sources; of two with one id the first is kept."""
    found: dict[str, Source] = {}
    for line in lines(grid, SOURCES, complaints):
        identifier = line.text("id")
        if not identifier:
            line.complain("book_no_source_id", "id", Severity.WARNING)
            continue
        if identifier in found:
            line.complain("book_source_twice", "id", Severity.WARNING)
            continue
        found[identifier] = Source(
            id=identifier,
            file=line.text("file"),
            sha256=line.text("sha256"),
            read_at=_moment(line),
            recipe=line.text("recipe"),
            note=line.text("note"),
        )
    return tuple(found.values())


def _moment(line: Line) -> datetime | None:
    cell = line.cell("read_at")
    if isinstance(cell, datetime):
        return cell
    if isinstance(cell, str):
        try:
            return datetime.fromisoformat(cell.strip()).replace(tzinfo=None)
        except ValueError:
            pass
    day = line.day("read_at")
    return datetime(day.day.year, day.day.month, day.day.day) if day else None


def read_claims(grid: Grid, places: Places, complaints: Complaints) -> tuple[Claim, ...]:
    """Return the published claims; a row whose place or position is uncertain is left out."""
    found = []
    for line in lines(grid, CLAIMS, complaints):
        before = complaints.errors
        region, as_of, published = places.region(line, has_name=False), line.period(), line.day("published")
        claim = {name: line.people(name) for name in ("active", "eligible", "unprotected", "target")}
        coverage, segment = line.share("coverage"), line.segment()
        if region is None or as_of is None or complaints.errors > before:
            continue
        found.append(
            Claim(
                published=published.day if published else None,
                publisher=line.text("publisher"),
                as_of=as_of,
                region=region,
                segment=segment,
                coverage=coverage,
                quote=line.text("quote"),
                **claim,
            )
        )
    return tuple(found)


def read_notes(grid: Grid, complaints: Complaints) -> tuple[Note, ...]:
    """Return the notes that hold any text."""
    found = []
    for line in lines(grid, NOTES, complaints):
        written = line.day("written")
        if text := line.text("text"):
            found.append(Note(written.day if written else None, line.text("author"), text))
    return tuple(found)


def read_recipes(grid: Grid, places: Places, complaints: Complaints) -> Remembered:
    """Return the recipes and the office's names for regions; a recipe that cannot be read is left out."""
    rows: list[tuple[Line, str]] = []
    aliases: dict[str, str] = {}
    _, more, alias = RECIPE_KINDS
    for line in lines(grid, RECIPES, complaints):
        kind, content = line.text("kind").casefold(), line.text("content")
        if kind == alias:
            region = regions().get(content) or match_region(line.cell("content"), places.province).region
            if region:
                aliases[plain_words(line.text("name"))] = region.code
            else:
                line.complain("book_alias_unknown", "content", Severity.WARNING)
        elif kind == more and rows:
            first, before = rows[-1]
            rows[-1] = (first, before + content)
        elif line.text("name") and content:
            rows.append((line, content))
    recipes = [found for line, content in rows if (found := _recipe(line, content))]
    return Remembered(tuple(recipes), aliases)


def _recipe(line: Line, content: str) -> Recipe | None:
    try:
        return recipe_of(line.text("name"), line.text("note"), content)
    except NoRecipeError:
        line.complain("book_bad_recipe", "content", Severity.WARNING, recipe=line.text("name"))
        return None


def read_office(grid: Grid, complaints: Complaints) -> Office:
    """Return the office; what cannot be read keeps its default, with a complaint."""
    texts: dict[str, str] = {}
    shares: dict[str, float] = {}
    letterhead: dict[int, str] = {}
    for line in lines(grid, OFFICE, complaints):
        item = line.text("item")
        head = re.fullmatch(rf"{LETTERHEAD_ITEM} (\d+)", item, re.IGNORECASE)
        name = _ITEMS.get(folded(item), "")
        if not line.text("value"):
            continue
        if head:
            letterhead[int(head[1])] = line.text("value")
        elif name in {*_SHARES, "plausible_low", "plausible_high"}:
            _add_share(line, name, shares)
        elif name:
            texts[name] = _setting(line, name)
    return _office(texts, shares, tuple(text for _, text in sorted(letterhead.items())))


def _add_share(line: Line, name: str, shares: dict[str, float]) -> None:
    value = line.share("value")
    if value is not None:
        shares[name] = value


def _setting(line: Line, name: str) -> str:
    written = line.text("value")
    if name == "province":
        named = match_region(line.cell("value"), "").region
        region = regions().get(written) or named
        if region is None or region.code != region.province:
            line.complain("book_unknown_province", "value", Severity.WARNING)
            return ""
        return region.code
    if name == "paper" and folded(written) not in _PAPERS:
        line.complain("book_unknown_paper", "value", Severity.WARNING)
        return ""
    if name == "nip" and not isinstance(line.cell("value"), str):
        # Excel keeps 15 digits of a number; the last three of a NIP are lost for good.
        line.complain("book_nip_number", "value", Severity.WARNING)
        return ""
    return folded(written) if name == "paper" else written


def _office(texts: dict[str, str], shares: dict[str, float], letterhead: tuple[str, ...]) -> Office:
    default = Office()
    low, high = default.plausible_base
    settings: dict[str, Any] = {name: shares[name] for name in _SHARES if name in shares}
    return replace(
        default,
        province=texts.get("province", ""),
        place=texts.get("place", ""),
        letterhead=letterhead,
        signatory=Signatory(**{name: texts.get(name, "") for name in _SIGNATORY}),
        paper=cast(Paper, texts.get("paper") or default.paper),
        plausible_base=(shares.get("plausible_low", low), shares.get("plausible_high", high)),
        **settings,
    )
