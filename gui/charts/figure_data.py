"""The figures behind a chart as text, for Excel: one line per position and region."""

from typing import Final

from gui.tables.copying import plain_number, plain_percent
from model import wording
from model.figures import Figure, Point, Series

_HEADERS: Final = {
    "id": (
        "Posisi", "Kode", "Wilayah", "Segmen", "Potensi", "Peserta aktif",
        "Cakupan (%)", "Basis potensi", "Sifat angka",
    ),
    "en": (
        "Position", "Code", "Region", "Segment", "Eligible", "Active",
        "Coverage (%)", "Base", "Nature",
    ),
}  # fmt: skip


def figure_rows(figure: Figure, language: str = "id") -> tuple[tuple[str, ...], ...]:
    """Return the headers and then every position of every series of a percent figure, as Excel reads it.

    Numbers have no thousands marks and the decimal mark of *language*; what is not known is empty.
    """
    assert figure.unit == "percent", "the values of a percent figure are its coverage"
    rows = [
        _row(point, series, language)
        for position in figure.positions
        for series in figure.series
        for point in series.points
        if point.as_of == position
    ]
    return (_HEADERS[language], *rows)


def figure_tsv(figure: Figure, language: str = "id") -> str:
    """Return the rows with tabs between, for the clipboard."""
    return _lines(figure_rows(figure, language), "\t")


def figure_csv(figure: Figure, language: str = "id") -> str:
    """Return the rows as CSV in the way that Excel of that language opens it: ";" beside decimal commas."""
    return _lines(figure_rows(figure, language), ";" if language == "id" else ",")


def _row(point: Point, series: Series, language: str) -> tuple[str, ...]:
    return (
        point.as_of.iso,
        series.code,
        series.name,
        wording.label("segment", series.segment or "ALL", language),
        plain_number(point.eligible, 1, language),
        plain_number(point.active, 1, language),
        plain_percent(point.value, language),
        point.vintage,
        wording.label("nature", point.nature.name.lower(), language),
    )


def _lines(rows: tuple[tuple[str, ...], ...], separator: str) -> str:
    return "".join(separator.join(_cell(text, separator) for text in row) + "\r\n" for row in rows)


def _cell(text: str, separator: str) -> str:
    if separator == "\t":
        return " ".join(text.split())
    # A name or a base that begins like a formula would be run as one.
    text = f"'{text}" if text[:1] in {"=", "+", "@"} else text
    quoted = text.replace('"', '""')
    return f'"{quoted}"' if quoted != text or any(mark in text for mark in (separator, "\n", "\r")) else text
