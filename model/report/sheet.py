"""Summaries and figures set with typst: the sheet as PDF, a chart alone as PDF or PNG."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final, Literal

import typst

from model.figures import Figure
from model.report.figure_labels import figure_title, figure_words
from model.report.figure_svg import figure_svg
from model.report.palettes import PaletteName
from model.report.sheet_content import document_title, office_name, sheet_content
from model.summary import Summary
from resources import FOLDER

_TEMPLATES: Final = FOLDER / "typst"
_FONTS: Final = FOLDER / "fonts"
_POINTS_PER_INCH: Final = 72
_DENSITIES: Final = 3
"""How many there are in the template, the first with most air."""
_NO_DATE: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands in charts, which have no date of their own, so that the same chart is the same file."""


def sheet_pdf(summaries: Sequence[Summary]) -> bytes:
    """Return the sheets as one PDF, each beginning on a page of its own, pages numbered through.

    The PDF is tagged, carries its fonts, and is the same byte for byte for the same summaries
    and versions of the libraries: its date is that of printing. ValueError for no summary at all.
    """
    if not summaries:
        raise ValueError("a sheet needs at least one summary")
    first = summaries[0]
    given = {
        "title": document_title(list(summaries)),
        "author": office_name(first.office) or "Cakupan",
        "date": [first.printed_on.year, first.printed_on.month, first.printed_on.day],
        "sheets": [sheet_content(summary) for summary in summaries],
    }
    printed = datetime(first.printed_on.year, first.printed_on.month, first.printed_on.day, tzinfo=UTC)
    return _compiled("sheet.typ", _fitted(given), "pdf", printed=printed)


def _fitted(given: dict[str, Any]) -> dict[str, Any]:
    """Set each sheet that only just misses one page closer; a long one keeps its air.

    What typst lays out to answer is kept by it, so that asking costs next to nothing where every
    sheet fits at once.
    """
    chosen: dict[int, int] = {}
    missing = _continued(given)
    for density in range(1, _DENSITIES):
        if missing:
            tried = dict.fromkeys(missing, density)
            missing = missing & _continued(_with_density(given, chosen | tried))
            chosen |= {number: density for number in tried if number not in missing}
    return _with_density(given, chosen)


def _with_density(given: dict[str, Any], chosen: dict[int, int]) -> dict[str, Any]:
    sheets = [sheet | {"density": chosen.get(number, 0)} for number, sheet in enumerate(given["sheets"])]
    return given | {"sheets": sheets}


def _continued(given: dict[str, Any]) -> set[int]:
    """Return the numbers of the sheets that take more than one page."""
    answer = typst.query(
        _TEMPLATES / "sheet.typ",
        "<continued>",
        field="value",
        root=_TEMPLATES,
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        sys_inputs=_inputs(given),
    )
    return set(json.loads(answer))


def figure_pdf(
    figure: Figure,
    *,
    width: float = 510.0,
    height: float = 285.0,
    palette: PaletteName = "print",
    language: str = "id",
    titled: bool = False,
) -> bytes:
    """Return a chart alone as a PDF page of that size (points), text as text in its own fonts."""
    return _compiled("figure.typ", _drawn(figure, (width, height), palette, language, titled), "pdf")


def figure_png(
    figure: Figure,
    *,
    width: float = 900.0,
    height: float = 500.0,
    palette: PaletteName = "screen-light",
    language: str = "id",
    ratio: float = 2.0,
    titled: bool = False,
) -> bytes:
    """Return a chart alone as a PNG of *width* by *height* pixels, each drawn *ratio* times as fine."""
    drawn = _drawn(figure, (width, height), palette, language, titled)
    return _compiled("figure.typ", drawn, "png", pixels_per_inch=_POINTS_PER_INCH * ratio)


def _drawn(
    figure: Figure,
    size: tuple[float, float],
    palette: PaletteName,
    language: str,
    titled: bool,  # noqa: FBT001  as its callers have it
) -> dict[str, object]:
    words = figure_words(figure, language)
    return {
        "title": figure_title(figure, language),
        "language": language,
        "width": size[0],
        "height": size[1],
        "svg": figure_svg(
            figure, width=size[0], height=size[1], palette=palette, language=language, titled=titled
        ),
        "words": words,
    }


def _compiled(
    template: str,
    given: Mapping[str, object],
    kind: Literal["pdf", "png"],
    *,
    printed: datetime | None = None,
    pixels_per_inch: float | None = None,
) -> bytes:
    def compile_with(standard: Literal["1.7", "ua-1"]) -> bytes:
        made = typst.compile(
            _TEMPLATES / template,
            root=_TEMPLATES,
            font_paths=[_FONTS],
            ignore_system_fonts=True,
            format=kind,
            ppi=pixels_per_inch,
            sys_inputs=_inputs(given),
            pdf_standards=standard,
            timestamp=printed or _NO_DATE,
        )
        return bytes(made)

    if kind == "png":
        return compile_with("1.7")
    try:
        return compile_with("ua-1")
    except typst.TypstError:
        # The standard refuses a letter that no font has (an emoji in a file name): the sheet then
        # shows a box in its place and stays tagged, but does not claim to conform.
        return compile_with("1.7")


def _inputs(given: Mapping[str, object]) -> dict[str, str]:
    return {"given": json.dumps(given, ensure_ascii=False)}
