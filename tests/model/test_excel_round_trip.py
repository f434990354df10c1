"""Whatever way an office writes a table, the figures that come out are those that were put in."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from model.book import Book
from model.excel.grid import Cell, Merge, Sheet
from model.excel.read import read_tables
from model.measures import Measure
from tests.builders.office import REGENCIES, figures, grid

COUNTS = st.integers(1000, 900_000)
WRITINGS: dict[str, Callable[[int], Cell]] = {
    "number": float,
    "dots": lambda count: f"{count:,}".replace(",", "."),
    "commas": lambda count: f"{count:,}",
    "spaces": lambda count: f"{count:,}".replace(",", "\u00a0"),
    "digits": str,
}
NAMES: tuple[Callable[[str, str], str], ...] = (
    lambda kind, name: name,
    lambda kind, name: f"{'Kota' if kind == 'kota' else 'Kab.'} {name}",
    lambda kind, name: f"  {kind.upper()} {name.upper()} ",
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[Sheet, dict[tuple[str, str], dict[str, int]]]:
    """A table with segments under measures, in some way of writing, and the figures that it holds."""
    write = WRITINGS[draw(st.sampled_from(sorted(WRITINGS)))]
    named = draw(st.sampled_from(NAMES))
    segments = draw(st.sampled_from([("",), ("PU", "BPU"), ("PU", "BPU", "JAKON")]))
    upright = draw(st.booleans())
    regions = draw(st.permutations(REGENCIES))[: draw(st.integers(3, len(REGENCIES)))]
    columns = [(measure, segment) for measure in ("Potensi", "Peserta Aktif") for segment in segments]
    if upright:
        columns.sort(key=lambda column: column[1])
    held = {column: {region.code: draw(COUNTS) for region in regions} for column in columns}
    rows: list[list[Cell]] = [["REKAP KALIMANTAN TENGAH"], ["Keadaan per 31 Maret 2025"], []]
    merges: list[Merge] = []
    rows += _header(columns, merges, len(rows), upright=upright, merged=draw(st.booleans()))
    if draw(st.booleans()):
        rows.append([f"({number})" for number in range(1, len(columns) + 3)])
    for number, region in enumerate(regions, 1):
        cells = [write(held[column][region.code]) for column in columns]
        rows.append([number, named(region.kind, region.name), *cells])
    if draw(st.booleans()):
        rows.append(
            [
                None,
                draw(st.sampled_from(["Jumlah", "TOTAL"])),
                *(write(sum(held[c].values())) for c in columns),
            ]
        )
    rows += [["Sumber: BPJS Ketenagakerjaan"], [None, None, "Palangka Raya, 5 April 2025"]]
    width = len(columns) + 2
    padded = tuple(tuple(row) + (None,) * (width - len(row)) for row in rows)
    return Sheet("Rekap", padded, tuple(merges)), held


def _header(
    columns: list[tuple[str, str]], merges: list[Merge], top: int, *, upright: bool, merged: bool
) -> list[list[Cell]]:
    if not columns[0][1]:
        return [["No", "Kab/Kota", *(measure for measure, _ in columns)]]
    upper = [segment if upright else measure for measure, segment in columns]
    lower = [measure if upright else segment for measure, segment in columns]
    starts = [place for place, text in enumerate(upper) if place == 0 or upper[place - 1] != text]
    for start, end in zip(starts, [*starts[1:], len(upper)], strict=True):
        if merged and end - start > 1:
            merges.append(Merge(top, start + 2, top, end + 1))
    shown: list[Cell] = [text if place in starts else None for place, text in enumerate(upper)]
    return [["No", "Kab/Kota", *shown], [None, None, *lower]]


def told(book: Book, column: tuple[str, str]) -> dict[str, float | None]:
    measure = Measure.ELIGIBLE if column[0] == "Potensi" else Measure.ACTIVE
    return {code: value for code, value in figures(book, measure, segment=column[1]).items() if code != "62"}


@settings(max_examples=150, deadline=None)
@given(tables())
def test_the_figures_come_out_as_they_went_in(
    made: tuple[Sheet, dict[tuple[str, str], dict[str, int]]],
) -> None:
    sheet, held = made
    book = read_tables(grid(sheet))

    # The counts are drawn at random: participants may be more than those eligible.
    usual = {"table_read", "region_without_row", "active_above_eligible"}
    assert {problem.code for problem in book.problems} <= usual
    for column, expected in held.items():
        assert told(book, column) == expected
