"""A Book as the rows of its sheets: plain values in the order of the columns, no spreadsheet library."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from model.book import Book, Office
from model.excel.book_cells import needs_percent_sign
from model.excel.book_schema import (
    ABOUT,
    CLAIMS,
    DATA,
    FORMAT_ITEM,
    FORMAT_VERSION,
    KIND_LABELS,
    LETTERHEAD_ITEM,
    MEASURE_LABELS,
    NOTES,
    OFFICE,
    OFFICE_ITEMS,
    OWN_SOURCE,
    PROGRAM_ITEM,
    RECIPE_KINDS,
    RECIPES,
    SHEETS,
    SOURCES,
    TARGETS,
    SheetSchema,
)
from model.measures import Measure
from model.periods import Period, Precision
from model.recipe_text import content_of
from model.regions import regencies, region_name, regions


@dataclass(frozen=True, slots=True)
class Share:
    """A fraction that a sheet shows as a percentage."""

    fraction: float

    @property
    def written(self) -> float | str:
        """The cell's value; text with a sign where a bare number would be taken for a percentage."""
        if needs_percent_sign(self.fraction):
            return f"{Decimal(repr(float(self.fraction))) * 100:f}%".replace(".", ",")
        return float(self.fraction)


Value = str | int | float | date | datetime | Share | None
Rows = list[tuple[Value, ...]]

_LETTERHEAD_LINES = 4
_LONGEST_CONTENT = 30_000
"""Signs of a recipe in one cell; Excel holds 32,767."""


def all_rows(book: Book, program_version: str) -> dict[str, Rows]:
    """Return the rows of every owned sheet by its title."""
    return {schema.title: rows_of(schema, book, program_version) for schema in SHEETS}


def rows_of(schema: SheetSchema, book: Book, program_version: str = "") -> Rows:
    """Return the rows of one owned sheet."""
    made: dict[str, Callable[[], Rows]] = {
        DATA.title: lambda: _data(book),
        TARGETS.title: lambda: _targets(book),
        SOURCES.title: lambda: _sources(book),
        CLAIMS.title: lambda: _claims(book),
        RECIPES.title: lambda: _recipes(book),
        OFFICE.title: lambda: _office(book.office),
        NOTES.title: lambda: [(note.written, note.author, note.text) for note in book.notes],
        ABOUT.title: lambda: _about(program_version),
    }
    return made[schema.title]()


def _position(period: Period) -> Value:
    exact = period.precision in {Precision.DAY, Precision.MONTH}
    return period.day if exact else period.written


@cache
def _region_name(code: str) -> str:
    """The name as tables have it, with its kind where a namesake lies in the same province."""
    name = region_name(code)
    namesakes = [region for region in regencies(code[:2]) if region.name == name]
    return regions()[code].full_name if len(namesakes) > 1 else name


def _number(value: float | None, *, share: bool) -> Value:
    if value is None:
        return None
    return Share(value) if share else value


def _data(book: Book) -> Rows:
    typed = {source.id for source in book.sources if not source.sha256}
    rows: Rows = []
    for seen in book.observations.to_dict("records"):
        is_own = seen["source"] == OWN_SOURCE
        measure = Measure(seen["measure"])
        value = None if math.isnan(seen["value"]) else float(seen["value"])
        stands_here = is_own or (seen["source"] in typed and seen["sheet"] == DATA.title)
        rows.append(
            (
                _position(Period(seen["as_of"].date(), Precision(seen["precision"]))),
                seen["region"],
                _region_name(seen["region"]),
                seen["segment"],
                MEASURE_LABELS[measure],
                _number(value, share=measure is Measure.REPORTED_COVERAGE),
                seen["vintage"],
                "" if is_own else seen["source"],
                "" if stands_here else _place(seen["sheet"], seen["cell"]),
                seen["nature"],
                seen["note"],
            )
        )
    return rows


def _place(sheet: str, cell: str) -> str:
    return f"{sheet}!{cell}" if sheet else cell


def _targets(book: Book) -> Rows:
    rows: Rows = []
    for found in book.target_sets:
        if not found.targets:
            rows.append((found.name, found.basis, *[None] * 6))
        for target in found.targets:
            rows.append(
                (
                    found.name,
                    found.basis,
                    _position(target.as_of),
                    target.region,
                    _region_name(target.region),
                    target.segment,
                    KIND_LABELS[target.kind],
                    _number(target.value, share=target.kind == "percent"),
                )
            )
    return rows


def _sources(book: Book) -> Rows:
    return [
        (
            source.id,
            source.file,
            source.sha256,
            source.read_at.replace(tzinfo=None, microsecond=0) if source.read_at else None,
            source.recipe,
            source.note,
        )
        for source in book.sources
        if source.id != OWN_SOURCE
    ]


def _claims(book: Book) -> Rows:
    return [
        (
            claim.published,
            claim.publisher,
            _position(claim.as_of),
            claim.region,
            claim.segment,
            _number(claim.coverage, share=True),
            claim.active,
            claim.eligible,
            claim.unprotected,
            claim.target,
            claim.quote,
        )
        for claim in book.claims
    ]


def _recipes(book: Book) -> Rows:
    first, more, alias = RECIPE_KINDS
    rows: Rows = []
    for recipe in book.recipes:
        content = content_of(recipe)
        parts = [content[at : at + _LONGEST_CONTENT] for at in range(0, len(content), _LONGEST_CONTENT)]
        rows.append((recipe.name, first, recipe.note, parts[0]))
        rows += [(recipe.name, more, "", part) for part in parts[1:]]
    rows += [(name, alias, regions()[code].full_name, code) for name, code in book.aliases.items()]
    return rows


def _office(office: Office) -> Rows:
    rows: Rows = []
    lines = max(len(office.letterhead), _LETTERHEAD_LINES)
    for number in range(1, lines + 1):
        text = office.letterhead[number - 1] if number <= len(office.letterhead) else ""
        rows.append((f"{LETTERHEAD_ITEM} {number}", text, "Kop surat pada lembar cetak."))
    values: dict[str, Value] = {
        "province": office.province,
        "place": office.place,
        "position": office.signatory.position,
        "name": office.signatory.name,
        "rank": office.signatory.rank,
        "nip": office.signatory.nip,
        "paper": {"f4": "F4", "folio": "Folio", "a4": "A4"}[office.paper],
        "on_track": Share(office.on_track),
        "watch": Share(office.watch),
        "break_tolerance": Share(office.break_tolerance),
        "plausible_low": Share(office.plausible_base[0]),
        "plausible_high": Share(office.plausible_base[1]),
    }
    return rows + [(label, values[name], meaning) for name, (label, meaning) in OFFICE_ITEMS.items()]


def _about(program_version: str) -> Rows:
    rows: Rows = [
        (FORMAT_ITEM, FORMAT_VERSION),
        (PROGRAM_ITEM, program_version),
        (
            "Buku ini",
            "Buku kerja Excel biasa yang dibaca program Cakupan. Lembar lain boleh ditambahkan; "
            "urutan kolom boleh diubah, judul kolom jangan.",
        ),
    ]
    for schema in SHEETS:
        rows.append((f"Lembar {schema.title}", schema.meaning))
        rows += [(f"{schema.title}: {column.header}", column.meaning) for column in schema.columns]
    return rows
