import os
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from model.book import Book, Claim, Note, Office, Signatory, Source, Target, TargetSet
from model.errors import UnusableFileError
from model.excel.book_file import empty_book, is_coverage_book, read_book, write_book
from model.excel.book_migrations import format_version, migrated
from model.excel.book_schema import FORMAT_VERSION, OFFICE_ITEMS, OWN_SOURCE, SHEETS
from model.excel.grid import Grid, Sheet, a1
from model.excel.reader import read_grid
from model.measures import Measure
from model.observations import Nature, Observation, table
from model.periods import Period, at_day, quarter, year
from model.regions import regions
from model.segments import ALL, SEGMENTS
from tests.builders.workbooks import data_grid, data_row, grid, with_version

SAVED = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zs", "Zl", "Zp"]), min_size=1, max_size=20
)
maybe = texts | st.just("")
codes = st.sampled_from(sorted(regions()))
segments = st.sampled_from((ALL, *SEGMENTS))
positions = st.one_of(
    st.dates(date(1990, 1, 1), date(2099, 12, 31)).map(at_day),
    st.builds(quarter, st.integers(1990, 2099), st.integers(1, 4)),
    st.builds(year, st.integers(1990, 2099)),
)
# Excel keeps 15 digits of a number, so a count with a fraction has at most three decimals here.
people = st.one_of(st.integers(0, 10**9).map(float), st.integers(0, 10**9).map(lambda value: value / 1000))
shares = st.floats(0, 9.99, allow_subnormal=False).map(lambda value: round(value, 9))
moments = st.none() | st.datetimes(datetime(1990, 1, 1), datetime(2099, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0)
)


@st.composite
def observations(draw: st.DrawFn, row: int, sources: tuple[Source, ...]) -> Observation:
    measure = draw(st.sampled_from(Measure))
    source = draw(st.sampled_from([OWN_SOURCE, *(source.id for source in sources)]))
    is_own = source == OWN_SOURCE or draw(st.booleans())
    foreign = draw(texts), a1(draw(st.integers(0, 99)), draw(st.integers(0, 99)))
    sheet, cell = ("Data", f"F{row + 2}") if is_own else foreign
    return Observation(
        region=draw(codes),
        segment=draw(segments),
        as_of=draw(positions),
        measure=measure,
        value=draw(st.none() | (shares if measure is Measure.REPORTED_COVERAGE else people)),
        vintage=draw(maybe),
        nature=draw(st.sampled_from(Nature)),
        source=source,
        sheet=sheet,
        cell=cell,
        note=draw(maybe),
    )


targets = st.one_of(
    st.builds(Target, positions, codes, st.just("percent"), shares, segments),
    st.builds(Target, positions, codes, st.just("people"), people, segments),
)
claims = st.builds(
    Claim,
    published=st.none() | st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    publisher=maybe,
    as_of=positions,
    region=codes,
    segment=segments,
    coverage=st.none() | shares,
    active=st.none() | people,
    eligible=st.none() | people,
    unprotected=st.none() | people,
    target=st.none() | people,
    quote=maybe,
)
offices = st.builds(
    Office,
    province=st.sampled_from(sorted(code for code in regions() if len(code) == 2)),
    letterhead=st.lists(texts, max_size=6).map(tuple),
    place=maybe,
    signatory=st.builds(Signatory, maybe, maybe, maybe, maybe),
    paper=st.sampled_from(["f4", "folio", "a4"]),
    on_track=shares,
    watch=shares,
    break_tolerance=shares,
    plausible_base=st.tuples(shares, shares),
)


@st.composite
def books(draw: st.DrawFn) -> Book:
    sources = tuple(
        Source(f"sumber-{number}", draw(texts), draw(st.just("ab" * 32) | st.just("")), draw(moments), *pair)
        for number, pair in enumerate(draw(st.lists(st.tuples(maybe, maybe), max_size=3)))
    )
    found = [draw(observations(row, sources)) for row in range(draw(st.integers(0, 4)))]
    typed = {source.id for source in sources if not source.sha256} | {OWN_SOURCE}
    # A figure that came from a file has its cell there; one that was typed has its cell here.
    kept = [
        replace(row, sheet="Data", cell=f"F{number}")
        if row.source in typed
        else replace(row, sheet=f"{row.sheet}'", cell="B2")
        for number, row in enumerate(found, 2)
    ]
    names = draw(st.lists(texts, max_size=2, unique=True))
    return Book(
        observations=table(kept),
        sources=sources,
        target_sets=tuple(
            TargetSet(name, draw(maybe), tuple(draw(st.lists(targets, max_size=3)))) for name in names
        ),
        claims=tuple(draw(st.lists(claims, max_size=2))),
        office=draw(offices),
        notes=tuple(
            draw(st.lists(st.builds(Note, st.none() | st.dates(date(1990, 1, 1)), maybe, texts), max_size=2))
        ),
    )


def saved(book: Book, folder: Path) -> Book:
    path = folder / "buku.xlsx"
    write_book(book, path, "0.1.0")
    return read_book(read_grid(path))


def small_book() -> Book:
    active = Observation("62.03", "", Period(date(2025, 3, 31)), Measure.ACTIVE, 73_884.0, source=OWN_SOURCE)
    return Book(observations=table([active]), office=Office(province="62"))


@SAVED
@given(book=books())
def test_a_book_comes_back_as_it_was_written(tmp_path: Path, book: Book) -> None:
    read = saved(book, tmp_path)

    assert read.problems == ()
    pd.testing.assert_frame_equal(read.observations, book.observations)
    assert tuple(source for source in read.sources if source.id != OWN_SOURCE) == book.sources
    assert read.target_sets == book.target_sets
    assert [found.targets for found in read.target_sets] == [found.targets for found in book.target_sets]
    assert read.claims == book.claims
    assert read.office == book.office
    assert read.notes == book.notes
    assert read.read_only == ""


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "#N/A",
        "a\nb",
        "  _x0041_ ",
        "0062",
        "TRUE",
        "2025-03-31",
        "'teks",
        "-",
        "a\x00b\x0bc\ufffe",
        "\r\n",
    ],
)
def test_text_stays_text_whatever_it_looks_like(tmp_path: Path, text: str) -> None:
    row = Observation("62", "", year(2024), Measure.ACTIVE, 1.0, source=OWN_SOURCE, note=text)
    expected = "".join(sign for sign in text if sign >= " " or sign == "\n").replace("\ufffe", "").strip()

    read = saved(Book(observations=table([row])), tmp_path)

    assert read.observations["note"].tolist() == [expected]


def test_every_region_of_the_country_survives_also_where_two_share_a_name(tmp_path: Path) -> None:
    rows = [Observation(code, "", year(2024), Measure.ACTIVE, 1.0) for code in regions()]

    read = saved(Book(observations=table(rows)), tmp_path)

    assert read.observations["region"].tolist() == list(regions())
    assert read.problems == ()


def test_precision_of_a_position_survives(tmp_path: Path) -> None:
    given = [year(2024), quarter(2025, 1), at_day(date(2025, 3, 14)), at_day(date(2025, 3, 31))]
    rows = [Observation("62", "", as_of, Measure.ACTIVE, 1.0) for as_of in given]

    read = saved(Book(observations=table(rows)), tmp_path)

    assert read.observations["precision"].tolist() == ["year", "quarter", "day", "month"]


def test_a_figure_typed_into_the_book_knows_file_hash_and_cell(tmp_path: Path) -> None:
    read = saved(small_book(), tmp_path)
    row = read.observations.iloc[0]
    source = read.source(row["source"])

    assert source is not None
    assert (source.file, len(source.sha256)) == ("buku.xlsx", 64)
    assert (row["sheet"], row["cell"]) == ("Data", "F2")


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "a.xlsx", "0.1.0")
    write_book(small_book(), tmp_path / "b.xlsx", "0.1.0")

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_every_owned_sheet_is_an_excel_table_with_a_fixed_header(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "buku.xlsx", "0.1.0")

    workbook = load_workbook(tmp_path / "buku.xlsx")

    assert workbook.sheetnames == [schema.title for schema in SHEETS]
    for schema in SHEETS:
        sheet = workbook[schema.title]
        table_ = sheet.tables[schema.table]
        headers = [cell.value for cell in sheet[1]]
        assert headers == [column.header for column in schema.columns]
        assert table_.autoFilter is not None
        assert table_.column_names == headers
        assert sheet.freeze_panes == "A2"


def test_cells_are_typed_and_formatted_as_what_they_are(tmp_path: Path) -> None:
    rows = [
        Observation("62", "", at_day(date(2025, 3, 31)), Measure.ACTIVE, 465_940.0),
        Observation("62", "", year(2024), Measure.REPORTED_COVERAGE, 0.4544),
        Observation("62.10", "", year(2024), Measure.ACTIVE, 1.5),
    ]
    write_book(Book(observations=table(rows)), tmp_path / "buku.xlsx", "0.1.0")

    sheet = load_workbook(tmp_path / "buku.xlsx")["Data"]

    assert (sheet["A2"].is_date, sheet["A2"].value) == (True, datetime(2025, 3, 31))
    assert (sheet["F2"].value, sheet["F2"].number_format) == (465_940, "#,##0")
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("2024", "s")
    assert (sheet["F3"].value, sheet["F3"].number_format) == (0.4544, "0.00%")
    assert (sheet["B4"].value, sheet["B4"].data_type) == ("62.10", "s")
    assert sheet["F4"].number_format.startswith("#,##0.0")


def test_segment_measure_and_kind_are_offered_as_choices(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "buku.xlsx", "0.1.0")

    rules = load_workbook(tmp_path / "buku.xlsx")["Data"].data_validations.dataValidation
    offered = {str(rule.sqref): rule.formula1 for rule in rules}

    assert offered["D2:D1048576"] == '"PU,BPU,JAKON,PMI"'
    assert "Peserta aktif" in offered["E2:E1048576"]
    assert all(len(formula) <= 257 for formula in offered.values())


def test_an_empty_book_explains_every_sheet_and_column(tmp_path: Path) -> None:
    write_book(empty_book(Office(province="62")), tmp_path / "kosong.xlsx", "0.1.0")

    grid_read = read_grid(tmp_path / "kosong.xlsx")
    read = read_book(grid_read)
    about = next(sheet for sheet in grid_read.sheets if sheet.name == "Tentang")
    explained = {row[0]: row[1] for row in about.rows}

    assert len(read.observations) == 0
    assert (read.problems, read.province) == ((), "62")
    for schema in SHEETS:
        assert explained[f"Lembar {schema.title}"]
        assert all(explained[f"{schema.title}: {column.header}"] for column in schema.columns)


def test_an_empty_book_without_an_office_is_a_book_too(tmp_path: Path) -> None:
    read = saved(Book(), tmp_path)

    assert (read.office, read.problems) == (Office(), ())


def test_a_newer_book_opens_for_reading_only(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "buku.xlsx", "9.0")

    read = read_book(with_version(tmp_path / "buku.xlsx", FORMAT_VERSION + 1))

    assert "hanya untuk dibaca" in read.read_only
    assert [problem.code for problem in read.problems] == ["book_newer"]
    assert len(read.observations) == 1


def test_a_version_that_cannot_be_read_is_said_and_the_book_read(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "buku.xlsx", "0.1.0")

    read = read_book(with_version(tmp_path / "buku.xlsx", "satu"))

    assert [problem.code for problem in read.problems] == ["book_version_unreadable"]
    assert (len(read.observations), read.read_only) == (1, "")


def test_an_older_book_is_brought_forward_step_by_step() -> None:
    def renamed(old: str, new: str, book: Grid) -> Grid:
        sheets = tuple(
            Sheet(
                sheet.name, tuple(tuple(new if cell == old else cell for cell in row) for row in sheet.rows)
            )
            for sheet in book.sheets
        )
        return replace(book, sheets=sheets)

    steps = {
        1: lambda book: renamed("Jumlah orang", "Banyaknya", book),
        2: lambda book: renamed("Banyaknya", "Nilai", book),
    }
    header = ("Posisi", "Kode", "Ukuran", "Jumlah orang")
    oldest = data_grid((date(2025, 3, 31), "62", "Potensi", 1_009_250), header=header)

    found = read_book(migrated(oldest, 1, steps, current=3)).observations

    assert found["value"].tolist() == [1_009_250]
    assert migrated(oldest, 3, steps, current=3) is oldest
    assert migrated(oldest, 4, steps, current=3) is oldest


def test_a_workbook_without_our_sheets_is_no_book() -> None:
    office_table = grid({"Rekap": [("Kabupaten", "Potensi"), ("Kapuas", 10)]})

    assert not is_coverage_book(office_table)
    with pytest.raises(UnusableFileError, match=r"buku\.xlsx bukan buku cakupan") as caught:
        read_book(office_table)
    assert caught.value.code == "not_a_book"


def test_a_sheet_data_with_our_columns_is_enough_to_be_a_book() -> None:
    assert is_coverage_book(data_grid(data_row(kode="62.03")))
    assert format_version(data_grid(data_row(kode="62.03"))) is None


def test_the_version_alone_is_enough_to_be_a_book() -> None:
    book = grid({"Tentang": [("Butir", "Isi"), ("Versi format", "1")]})

    assert is_coverage_book(book)
    assert [problem.code for problem in read_book(book).problems] == ["book_no_data"]


def test_a_failed_replace_leaves_the_old_book_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(b"lama")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UnusableFileError, match=r"buku\.xlsx tidak dapat ditulis") as caught:
        write_book(small_book(), path, "0.1.0")

    assert caught.value.code == "not_writable"
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_book_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(b"lama")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnusableFileError):
        write_book(small_book(), path, "0.1.0")

    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_one_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError, match="tidak dapat ditulis"):
        write_book(small_book(), tmp_path / "tidak" / "ada" / "buku.xlsx", "0.1.0")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="no folder is read-only to root")
def test_a_read_only_folder_keeps_what_it_had(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(b"lama")
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(UnusableFileError):
            write_book(small_book(), path, "0.1.0")
    finally:
        tmp_path.chmod(0o755)

    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_the_zip_carries_no_time_of_writing(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "buku.xlsx", "0.1.0")

    with zipfile.ZipFile(tmp_path / "buku.xlsx") as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_every_setting_of_the_office_has_a_row_and_a_meaning(tmp_path: Path) -> None:
    write_book(small_book(), tmp_path / "buku.xlsx", "0.1.0")

    office = next(sheet for sheet in read_grid(tmp_path / "buku.xlsx").sheets if sheet.name == "Kantor")
    labels = {row[0] for row in office.rows}

    assert {label for label, _ in OFFICE_ITEMS.values()} <= labels
    assert all(meaning for _, meaning in OFFICE_ITEMS.values())
