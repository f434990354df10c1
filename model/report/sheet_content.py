"""A summary as the texts of its sheet: everything that is printed, formatted, in reading order."""

from typing import Any, Final

from model import wording
from model.book import Office
from model.periods import Precision
from model.regions import regencies, regions
from model.report.figure_labels import base_name, figure_words, segment_name
from model.report.figure_svg import figure_svg
from model.report.sheet_notes import sheet_notes
from model.report.sheet_table import people_text, table_content
from model.summary import Citation, KeyFigure, Summary

PAPERS: Final = {"f4": (215.0, 330.0), "folio": (210.0, 330.0), "a4": (210.0, 297.0)}
"""Width and height in millimetres."""
MARGINS: Final = {"left": 20.0, "right": 15.0, "top": 12.0, "bottom": 16.0}
_POINTS: Final = 72 / 25.4
_BESIDE: Final = 106.0
"""Width of the chart with notes beside it, in millimetres."""
_CHART_HEIGHTS: Final = {"normal": 54.0, "tight": 44.0}
_MOST_BESIDE: Final = 750
"""Letters of notes that fit beside the chart; more go below it."""
_MOST_CELLS: Final = 6
_DOTS: Final = "." * 18


def sheet_content(summary: Summary) -> dict[str, Any]:
    """Return the texts and drawings of one sheet, ready for the template (JSON values only)."""
    language = summary.language
    width, height = PAPERS[summary.paper]
    position = _position(summary)
    notes = sheet_notes(summary.notes, language)
    return {
        "language": language,
        "width": width,
        "height": height,
        "margins": MARGINS,
        "density": 0,
        "letterhead": _letterhead(summary.office),
        "title": wording.say("sheet.title", language),
        "position": position,
        "continued": wording.say("sheet.continued", language, position=position),
        "basis": _basis(summary),
        "figures": [_key_figure(figure, summary) for figure in summary.key_figures],
        "headline": summary.headline,
        "explanation": summary.explanation,
        "table": table_content(summary),
        "chart": _chart(summary, width, notes),
        "notes_title": wording.say("sheet.notes", language),
        "notes": notes,
        "notes_half": _half(notes),
        "source_title": wording.say("sheet.source", language),
        "sources": _sources(summary),
        "signature": _signature(summary),
        "footer": _footer(summary),
        "page": wording.say("sheet.page", language, page="\x01", pages="\x02"),
    }


def document_title(summaries: list[Summary]) -> str:
    """Return the title of the PDF: that of its first sheet, and how many more there are."""
    first = summaries[0]
    title = f"{wording.say('sheet.title', first.language)}: {_position(first)}"
    if len(summaries) == 1:
        return title
    return wording.say("sheet.booklet", first.language, title=title, count=len(summaries) - 1)


def office_name(office: Office) -> str:
    """Return the name of the office as its letterhead gives it, "" where it has none."""
    return str(_letterhead(office)["name"])


def _letterhead(office: Office) -> dict[str, Any]:
    """The office's own name is the last line in capitals; above it who it belongs to, below its address."""
    lines = [line.strip() for line in office.letterhead if line.strip()]
    if not lines:
        return {"above": [], "name": "", "below": []}
    capitals = [place for place, line in enumerate(lines) if line.isupper()]
    name = capitals[-1] if capitals else min(1, max(len(lines) - 2, 0))
    return {"above": lines[:name], "name": lines[name], "below": lines[name + 1 :]}


def _position(summary: Summary) -> str:
    region = regions().get(summary.region or summary.row.code)
    kind, name = (region.kind, region.name) if region else ("other_place", summary.name)
    place = wording.say(f"sheet.{kind}", summary.language, name=name)
    if not summary.row.code:  # a sum of those that the book knows, not the province
        facts = {"count": len(summary.table.rows), "all": len(regencies(summary.region))}
        place = wording.say("sheet.some_regions", summary.language, place=place, **facts)
    exact = summary.as_of.precision in {Precision.DAY, Precision.MONTH}
    key = "sheet.position_day" if exact else "sheet.position_period"
    return wording.say(key, summary.language, place=place, as_of=summary.as_of)


def _basis(summary: Summary) -> str:
    language = summary.language
    parts = [wording.say("sheet.base", language, name=base_name(summary.vintage))] if summary.vintage else []
    if summary.segment:
        name = segment_name(summary.segment, language)
        parts.append(wording.say("sheet.one_segment", language, name=name))
    else:
        parts.append(wording.say("sheet.all_segments", language))
    key = "target_set" if summary.target_rate is None else "target_set_rate"
    if not summary.target_set:
        everything = (*summary.table.rows, summary.row)
        key = "no_target_set" if all(row.target is None for row in everything) else "target_of_file"
    facts = {"name": summary.target_set, "rate": summary.target_rate}
    parts.append(wording.say(f"sheet.{key}", language, **facts))
    key = "compared" if summary.previous else "not_compared"
    parts.append(wording.say(f"sheet.{key}", language, as_of=summary.previous))
    return " ".join(parts)


def _key_figure(figure: KeyFigure, summary: Summary) -> dict[str, str]:
    language = summary.language
    unit = ""
    if figure.name in {"coverage", "attainment"}:
        value = wording.percent(figure.value, 2, language, unit=False)
        unit = "%" if figure.value is not None else ""
    else:
        value = people_text(summary.row, figure.name, language)
    return {
        "name": wording.label("figure", figure.name, language),
        "value": value,
        "unit": unit,
        "change": _change(figure, summary),
        "definition": _definition(figure.name, summary),
    }


def _change(figure: KeyFigure, summary: Summary) -> str:
    change, language = figure.change, summary.language
    if change is None:
        if summary.previous is None:
            return wording.say("sheet.no_change", language)
        # The sheet has something to compare with; it is this figure that is not known.
        day = wording.short_day(summary.previous, language)
        return "" if figure.value is None else wording.say("sheet.no_earlier", language, day=day)
    if change == 0:
        return wording.say("sheet.same", language)
    direction = "up" if change > 0 else "down"
    if figure.name in {"coverage", "attainment"}:
        amount = wording.points(abs(change), 2, language)
        if not any(digit in amount for digit in "123456789"):
            return wording.say(f"sheet.tiny_{direction}", language)
    else:
        amount = wording.say("sheet.amount_people", language, amount=wording.people(abs(change), language))
    return wording.say(f"sheet.{direction}", language, amount=("±" if figure.approximate else "") + amount)


def _definition(name: str, summary: Summary) -> str:
    language = summary.language
    if name == "active":
        text = segment_name(summary.segment, language)
        return text if summary.segment else text[0].lower() + text[1:]
    if name == "shortfall":
        key = "definition_no_target" if summary.row.target is None else "definition_target"
        return wording.say(f"sheet.{key}", language, target=summary.row.target)
    known = wording.has(f"definition.{name}", language)
    return wording.label("definition", name, language) if known else ""


def _chart(summary: Summary, width: float, notes: list[dict[str, str]]) -> dict[str, Any] | None:
    """The chart in two heights, as wide as the notes beside it allow.

    None where no line has two values: a point alone says nothing that the key figures do not.
    """
    known = [sum(point.value is not None for point in line.points) for line in summary.figure.series]
    if max(known, default=0) < 2:
        return None
    letters = sum(len(note["text"]) + 45 for note in notes)
    beside = 0 < letters <= _MOST_BESIDE
    wide = _BESIDE if beside else width - MARGINS["left"] - MARGINS["right"]
    drawn = {
        name: figure_svg(
            summary.figure,
            width=wide * _POINTS,
            height=high * _POINTS,
            palette="print",
            language=summary.language,
        )
        for name, high in _CHART_HEIGHTS.items()
    }
    return {
        "title": wording.say("sheet.trend", summary.language),
        "beside": beside,
        "width": wide,
        "heights": _CHART_HEIGHTS,
        "svg": drawn,
        "words": figure_words(summary.figure, summary.language),
    }


def _half(notes: list[dict[str, str]]) -> int:
    """How many notes stand in the left of two columns of about equal length; 0: one column will do."""
    lengths = [len(note["text"]) + 45 for note in notes]
    if len(notes) < 3:
        return 0
    return min(range(1, len(notes)), key=lambda count: abs(sum(lengths[:count]) - sum(lengths[count:])))


def _sources(summary: Summary) -> str:
    language = summary.language
    cited = [_citation(source, language) for source in summary.sources]
    text = "; ".join(cited) + "." if cited else wording.say("sheet.no_source", language)
    if not summary.target_set:
        return text
    key = "target_with_basis" if summary.target_basis.strip() else "target_alone"
    facts = {"name": summary.target_set, "basis": summary.target_basis.strip().rstrip(".")}
    return f"{text} {wording.say(f'sheet.{key}', language, **facts)}"


def _citation(source: Citation, language: str) -> str:
    about = [wording.say("sheet.read_on", language, on=source.read_on)] if source.read_on else []
    if source.note:
        about.append(source.note.rstrip("."))
    named = ", ".join([source.file, *_cells(source.cells, language)])
    return f"{named} ({'; '.join(about)})" if about else named


def _cells(cells: tuple[str, ...], language: str) -> list[str]:
    by_sheet: dict[str, list[str]] = {}
    for cell in cells:
        sheet, _, address = cell.rpartition("!")
        by_sheet.setdefault(sheet, []).append(address)
    listed = []
    for sheet, found in by_sheet.items():
        addresses = sorted(found, key=_column_and_row)
        words = ", ".join(addresses[:_MOST_CELLS])
        if len(addresses) > _MOST_CELLS:
            count = len(addresses) - _MOST_CELLS
            words = wording.say("sheet.more_cells", language, cells=words, count=count)
        key = "sheet.cells" if sheet else "sheet.cells_alone"
        listed.append(wording.say(key, language, sheet=sheet, cells=words))
    return listed


def _column_and_row(address: str) -> tuple[int, str, int]:
    column = address.rstrip("0123456789")
    row = address[len(column) :]
    return len(column), column, int(row or 0)


def _signature(summary: Summary) -> dict[str, Any]:
    """The block to sign: the day is left to be written by hand, the month is that of printing."""
    office, signatory = summary.office, summary.office.signatory
    month = wording.day(summary.printed_on, summary.language).partition(" ")[2]
    position = signatory.position.strip().rstrip(",")
    return {
        "dated": f"{office.place or _DOTS}, {_DOTS} {month}",
        "position": f"{position}," if position else "",
        "name": signatory.name.strip(),
        "rank": signatory.rank.strip(),
        "nip": wording.say("sheet.nip", summary.language, nip=signatory.nip.strip() or _DOTS),
    }


def _footer(summary: Summary) -> str:
    key = "sheet.printed" if summary.book_name else "sheet.printed_alone"
    return wording.say(key, summary.language, book=summary.book_name, on=summary.printed_on)
