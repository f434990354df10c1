"""Whatever stands in a workbook: a book, a question or a plain sentence; never a crash or a wild figure."""

import contextlib
import math
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.book import Book
from model.errors import UnusableFileError
from model.excel import guard
from model.excel.decision_words import question_of, reason_of, value_of
from model.excel.examine import examine
from model.excel.grid import Cell, Merge, Sheet
from model.excel.read import Answers
from model.excel.reader import read_grid
from model.periods import month
from tests.builders.broken_files import xlsx
from tests.builders.office import REGENCIES, grid

WORDS = (
    "No", "Kab/Kota", "Potensi", "Aktif", "PU", "BPU", "UCJ (%)", "Target", "%", "2024", "Januari", "Kode",
    "Maret 2025", "Jumlah", "Kabupaten", "Kota", "Provinsi", "Kalimantan Tengah", "Indonesia", "Sumber: BPS",
    "-", "...", "nihil", "1.170", "46,2%", "1.009.250", "(1)", "Kotawaringin", "Tahun", "Segmen", "ribu",
    "Keadaan per 31 Maret 2025", "Rata-rata", "Sakernas Agustus 2024", "Cakupan", "NIP", "Jawa Timur",
)  # fmt: skip
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.sampled_from(WORDS),
    st.sampled_from([region.name for region in REGENCIES]),
    st.sampled_from([region.code for region in REGENCIES]),
    st.integers(-2, 2_000_000),
    st.floats(allow_nan=True),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.booleans(),
    st.text(max_size=8),
)
MERGES = st.builds(
    lambda top, left, down, across: Merge(top, left, top + down, left + across),
    st.integers(0, 6), st.integers(0, 6), st.integers(0, 3), st.integers(0, 4),
)  # fmt: skip


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    width = draw(st.integers(0, 7))
    rows = draw(st.lists(st.tuples(*[CELLS] * width), max_size=12))
    name = draw(st.sampled_from(["Rekap", "Maret 2025", "Jan", "Sheet1"]))
    return Sheet(name, tuple(rows), tuple(draw(st.lists(MERGES, max_size=3))))


@st.composite
def damaged_tables(draw: st.DrawFn) -> Sheet:
    """An office's table in which some cells were overwritten with anything."""
    rows: list[list[Cell]] = [
        ["Rekap Kalimantan Tengah", None, None, None, None, None],
        ["Keadaan per 31 Maret 2025", None, None, None, None, None],
        ["No", "Kab/Kota", "Potensi", "Aktif", "UCJ (%)", "Target"],
    ]
    for number, region in enumerate(REGENCIES, 1):
        rows.append([number, region.name, 1000 * number, 400 * number, 40.0, 500 * number])
    rows.append([None, "Jumlah", 105_000, 42_000, 40.0, 52_500])
    for _ in range(draw(st.integers(0, 12))):
        rows[draw(st.integers(0, len(rows) - 1))][draw(st.integers(0, 5))] = draw(CELLS)
    return Sheet("Rekap", tuple(map(tuple, rows)), tuple(draw(st.lists(MERGES, max_size=2))))


def outcome(found: list[Sheet], answers: Answers) -> Book:
    """The book of some sheets, an empty one where a plain sentence says that there is nothing to read."""
    try:
        result = examine(grid(*found), answers)
    except UnusableFileError:
        return Book()
    for decision in result.decisions:
        assert question_of(decision)
        assert reason_of(decision, "en")
        assert all(value_of(decision.about, option) for option in decision.options if option)
    for page in result.sheets:
        assert all(0 <= area.top <= area.bottom and 0 <= area.left <= area.right for area in page.roles)
    return result.book


def check_book(book: Book) -> None:
    for problem in book.problems:
        assert problem.text()
        assert problem.text("en")
        assert bool(problem.hint("id")) == bool(problem.hint("en"))
    shares = book.observations[book.observations["measure"] == "reported_coverage"]["value"].dropna()
    people = book.observations[book.observations["measure"] != "reported_coverage"]["value"].dropna()
    assert (people >= 0).all()
    assert people.map(math.isfinite).all()
    assert shares.map(math.isfinite).all()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(sheets(), max_size=2), st.sampled_from([Answers(), Answers("62", month(2025, 3))]))
def test_any_grid_gives_a_book_or_a_sentence(found: list[Sheet], answers: Answers) -> None:
    check_book(outcome(found, answers))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged_tables(), st.sampled_from([Answers(), Answers("62", month(2025, 3))]))
def test_any_change_to_a_table_gives_a_book_or_a_sentence(found: Sheet, answers: Answers) -> None:
    check_book(outcome([found], answers))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_damage_to_a_file_gives_cells_or_a_sentence(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(xlsx('<row r="1"><c r="A1"><v>1</v></c><c r="C7"><v>2</v></c></row>'))
    for _ in range(data.draw(st.integers(0, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(bytes(content[: data.draw(st.integers(0, len(content)))]))
    with contextlib.suppress(UnusableFileError):
        guard.check(path)
        read_grid(path)
