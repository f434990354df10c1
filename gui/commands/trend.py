"""``cakupan trend``: the series of coverage as JSON, CSV or a chart."""

import argparse
import json
from pathlib import Path

from gui.commands.reading import (
    chosen_region,
    chosen_segment,
    chosen_target_set,
    exit_code,
    print_csv,
    read_book,
    require_positions,
    whole,
)
from gui.commands.table import break_as_dict
from model import wording
from model.atomic_write import write_atomically
from model.book import Book
from model.coverage import positions
from model.errors import UnanswerableError
from model.figures import Figure, Series
from model.regions import region_name
from model.trend import trend

WIDTH, HEIGHT = 900.0, 500.0
"""The size of a chart written to a file, in SVG units."""


def run_trend(arguments: argparse.Namespace) -> int:
    """Print the series of the province and its regencies, or of one region; return the exit code."""
    book, problems = read_book(arguments)
    require_positions(positions(book), problems)
    figure = _figure(book, arguments)
    if arguments.output:
        write_atomically(arguments.output, _chart(figure, arguments.output))
        print(arguments.output)
    elif arguments.format == "csv":
        _print_csv(figure)
    else:
        print(json.dumps(_as_json(book, figure, arguments), ensure_ascii=False, indent=1))
    return exit_code(problems)


def _figure(book: Book, arguments: argparse.Namespace) -> Figure:
    region = chosen_region(arguments.region, book) if arguments.region else ""
    figure = trend(
        book,
        regions=(region,) if region else (),
        segment=chosen_segment(arguments.segment),
        target_set=chosen_target_set(book, arguments.targets),
        focus=(region or book.province,),
    )
    if not figure.series:
        raise UnanswerableError(wording.say("error.no_counts", region=region_name(region or book.province)))
    return figure


def _chart(figure: Figure, path: Path) -> bytes:
    from model.report.figure_svg import figure_svg
    from model.report.sheet import figure_pdf, figure_png

    match path.suffix.casefold():
        case ".svg":
            return figure_svg(figure, width=WIDTH, height=HEIGHT).encode()
        case ".png":
            return figure_png(figure)
        case ".pdf":
            return figure_pdf(figure)
    raise UnanswerableError(f"{path.name}: pilih nama berkas yang berakhir dengan .svg, .png atau .pdf.")


def _points(series: Series) -> list[dict[str, object]]:
    return [
        {
            "as_of": point.as_of.iso,
            "eligible": whole(point.eligible),
            "active": whole(point.active),
            "coverage": point.value,
            "vintage": point.vintage or None,
        }
        for point in series.points
    ]


def _as_json(book: Book, figure: Figure, arguments: argparse.Namespace) -> dict[str, object]:
    chosen = chosen_target_set(book, arguments.targets)
    return {
        "series": [
            {"code": line.code, "name": line.name, "segment": line.segment or None, "points": _points(line)}
            for line in figure.series
        ],
        "targets": [{"name": chosen, "coverage": line.value} for line in figure.targets],
        "breaks": [break_as_dict(found) for found in figure.breaks],
    }


def _print_csv(figure: Figure) -> None:
    keys = ("as_of", "eligible", "active", "coverage", "vintage")
    rows = [
        [line.code, line.name, line.segment, *(point[key] for key in keys)]
        for line in figure.series
        for point in _points(line)
    ]
    print_csv(("code", "name", "segment", *keys), rows)
