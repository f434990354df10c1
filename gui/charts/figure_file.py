"""A chart as a file: the same figure, set by the report writers for paper and the web."""

from pathlib import Path
from typing import Final

from gui.charts.figure_data import figure_csv
from model.atomic_write import write_atomically
from model.errors import UnanswerableError
from model.figures import Figure
from model.progress import Report

WIDTH: Final = 900.0
HEIGHT: Final = 500.0
"""The size of the file's chart, in the units of SVG."""


def write_figure(figure: Figure, path: Path, language: str, report: Report) -> Path:
    """Write *figure* as .png, .svg or .pdf and return *path*; slow, so for a task.

    UnanswerableError for another ending, OSError where the file cannot be written.
    """
    report(0, 1)
    write_atomically(path, _picture(figure, path, language))
    report(1, 1)
    return path


def write_data(figure: Figure, path: Path, language: str, report: Report) -> Path:
    """Write the figures behind a percent *figure* as CSV and return *path*."""
    report(0, 1)
    # With a mark of its encoding, or Excel takes it for the Windows alphabet.
    write_atomically(path, figure_csv(figure, language).encode("utf-8-sig"))
    return path


def _picture(figure: Figure, path: Path, language: str) -> bytes:
    # typst is loaded with these: not before a file is really wanted.
    from model.report.figure_svg import figure_svg
    from model.report.sheet import figure_pdf, figure_png

    match path.suffix.casefold():
        case ".svg":
            return figure_svg(figure, width=WIDTH, height=HEIGHT, language=language, titled=True).encode()
        case ".png":
            return figure_png(figure, language=language, titled=True)
        case ".pdf":
            return figure_pdf(figure, language=language, titled=True)
    raise UnanswerableError(f"{path.name}: pilih nama berkas yang berakhir dengan .png, .svg atau .pdf.")
