"""Where a figure comes from, in words: the texts of the panel and of what it copies."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from model import wording
from model.book import Book, Source
from model.coverage import positions, region_row
from model.observations import Nature, Observation
from model.pedigree import FigureRef, Input, Pedigree, pedigree
from model.regions import region_name

translate = QCoreApplication.translate

_SHARES: Final = frozenset({"coverage", "attainment", "reported_coverage", "target_rate"})
_POINTS: Final = frozenset({"difference", "change"})
_INPUTS: Final = (
    "active", "eligible", "employed", "target", "target_rate",
    "reported_coverage", "active_before", "eligible_before",
)  # fmt: skip


def title(ref: FigureRef, language: str) -> str:
    """Return "Cakupan · Kalimantan Tengah · per 31 Maret 2025", with the segment where there is one."""
    parts = [wording.label("figure", ref.name, language), region_name(ref.region)]
    if ref.segment:
        parts.append(wording.label("segment_short", ref.segment, language))
    parts.append(translate("Pedigree", "per {as_of}").format(as_of=wording.day(ref.as_of, language)))
    # A line breaks between the parts, never within one.
    return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts if part)


def value(name: str, figure: float | None, language: str) -> tuple[str, str]:
    """Return a figure as the screen shows it and its unit ("%", "orang", "poin persen", "")."""
    if figure is None:
        return wording.MISSING, ""
    if name in _SHARES:
        # Two decimals, as in the table: the figure may be held against a reported one.
        return wording.percent(figure, 2, language, unit=False), "%"
    if name in _POINTS:
        text = wording.signed(wording.points(figure, 2, language, unit=False))
        return text, translate("Pedigree", "poin persen")
    if name == "rank":
        return wording.number(figure, 0, language), ""
    text = wording.people(figure, language)
    return (wording.signed(text) if name.startswith("change") else text), translate("Pedigree", "orang")


def unrounded(name: str, figure: float | None, language: str) -> str:
    """Return a share to four decimals, "46,1670 %", a difference of shares in percentage points;
    "" where the figure is shown as it is.
    """
    if figure is None or name not in _SHARES | _POINTS:
        return ""
    if name in _POINTS:
        return wording.signed(wording.points(figure, 4, language))
    return wording.percent(figure, 4, language)


def formula_numbers(found: Pedigree, language: str) -> str:
    """Return the formula with its numbers, "" for a figure that is not computed from others."""
    key = f"formula_numbers.{found.formula}"
    if not wording.has(key, language):
        return ""
    facts: dict[str, object] = dict.fromkeys(_INPUTS)
    return wording.say(key, language, **(facts | {entry.measure: entry.value for entry in found.inputs}))


def input_value(entry: Input, language: str) -> str:
    """Return an input's value as counted or reported; "±" before a derived one."""
    sign = "±" if any(cell.nature is Nature.DERIVED for cell in entry.cells) else ""
    return sign + measured(entry.measure, entry.value, language)


def measured(measure: str, figure: float | None, language: str) -> str:
    """Return a value of a measure: people, or a share with the decimals that it was given with."""
    if measure not in _SHARES or figure is None:
        return wording.people(figure, language)
    return wording.as_reported(figure, language)


def place(cell: Observation) -> str:
    """Return the address of a cell as people write it, "Rekap!D21"; "" where none is known."""
    return f"{cell.sheet}!{cell.cell}" if cell.sheet and cell.cell else cell.cell


def nature_notes(cells: tuple[Observation, ...], language: str) -> tuple[str, ...]:
    """Say which of *cells* are derived or made up, each thing once."""
    said: list[str] = []
    for cell in cells:
        if cell.nature is Nature.DERIVED:
            said.append(cell.note or wording.label("nature", "derived", language))
        elif cell.nature is Nature.INVENTED:
            said.append(wording.label("nature", "invented", language))
    return tuple(dict.fromkeys(said))


def verdict(book: Book, ref: FigureRef) -> bool | None:
    """Say whether the reported coverage of a row agrees with the recomputed one; None: not comparable."""
    row = region_row(book, ref.region, ref.segment, ref.as_of, ref.target_set)
    return None if row.difference is None else not row.disagrees


def before(book: Book, ref: FigureRef) -> Pedigree | None:
    """Return the same figure at the position before, None where there is none."""
    earlier = [position for position in positions(book) if position < ref.as_of]
    if not earlier or ref.name.startswith("change"):
        return None
    found = pedigree(book, replace(ref, as_of=earlier[-1]))
    return None if found.value is None else found


def sources(book: Book, found: Pedigree) -> tuple[tuple[Source, tuple[str, ...]], ...]:
    """Return the sources behind a figure, each with the sheets used, in the order of the inputs."""
    sheets: dict[str, dict[str, None]] = {}
    for cell in cells(found):
        sheets.setdefault(cell.source, {})[cell.sheet] = None
    pairs = ((book.source(identifier), used) for identifier, used in sheets.items())
    return tuple((source, tuple(name for name in used if name)) for source, used in pairs if source)


def cells(found: Pedigree) -> tuple[Observation, ...]:
    """Return every cell that a figure rests on or is held against."""
    return (*(cell for entry in found.inputs for cell in entry.cells), *found.reported)


def source_line(source: Source, sheets: tuple[str, ...], language: str) -> str:
    """Return "Lembar Rekap, dibaca 2 April 2025 10.14"."""
    parts = []
    if sheets:
        parts.append(translate("Pedigree", "Lembar {sheets}").format(sheets=", ".join(sheets)))
    if source.read_at:
        parts.append(translate("Pedigree", "dibaca {moment}").format(moment=moment(source.read_at, language)))
    return ", ".join(parts)


def moment(when: datetime, language: str) -> str:
    """Return a moment with its minute, "2 April 2025 10.14" (English "10:14")."""
    clock = f"{when.hour:02}{'.' if language == 'id' else ':'}{when.minute:02}"
    return f"{wording.day(when.date(), language)} {clock}"


def copied(book: Book, found: Pedigree, language: str) -> str:
    """Return figure, formula, inputs and sources as lines of plain text."""
    shown, unit = value(found.ref.name, found.value, language)
    lines = [title(found.ref, language).replace("\N{NO-BREAK SPACE}", " "), f"{shown} {unit}".strip()]
    if exact := unrounded(found.ref.name, found.value, language):
        lines.append(translate("Pedigree", "{exact} sebelum dibulatkan").format(exact=exact))
    lines.append(f"{translate('Pedigree', 'Rumus')}: {wording.label('formula', found.formula, language)}")
    if numbers := formula_numbers(found, language):
        lines.append(numbers)
    for entry in found.inputs:
        label = wording.label("input", entry.measure, language)
        lines.append(f"{label}: {input_value(entry, language)}{_bracketed(places(entry.cells))}")
        lines += [f"  {note}" for note in nature_notes(entry.cells, language)]
    for cell in found.reported:
        label = wording.label("measure", str(cell.measure), language)
        lines.append(f"{label}: {measured(str(cell.measure), cell.value, language)}{_bracketed(place(cell))}")
    for source, sheets in sources(book, found):
        details = [source.file, source_line(source, sheets, language)]
        details.append(fingerprint(source.sha256) if source.sha256 else "")
        lines.append(f"{translate('Pedigree', 'Sumber')}: {'; '.join(part for part in details if part)}")
    return "\n".join(lines)


def fingerprint(sha256: str) -> str:
    """Return what tells a file from every other one, named in plain words."""
    return translate("Pedigree", "Sidik berkas (SHA-256) {digest}").format(digest=sha256)


def places(many: tuple[Observation, ...]) -> str:
    """Return the addresses of some cells, separated by commas."""
    return ", ".join(dict.fromkeys(found for cell in many if (found := place(cell))))


def _bracketed(text: str) -> str:
    return f" ({text})" if text else ""
