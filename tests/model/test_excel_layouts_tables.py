"""One table on one sheet in every layout that offices draw; each figure is compared with what was drawn."""

from pathlib import Path

import pytest

from model.excel.read import read_file
from model.measures import Measure
from model.periods import Period
from tests.builders.file_formats import as_xlsx
from tests.builders.layout_facts import (
    MONTHS,
    QUARTERS,
    REPORTED,
    YEARS,
    Facts,
    check_given_back,
)
from tests.builders.layout_words import NAME_STYLES, NUMBER_STYLES
from tests.builders.layouts import Axis, Style, drawn
from tests.builders.office import codes

PERIOD, SEGMENT, MEASURE = Axis.PERIOD, Axis.SEGMENT, Axis.MEASURE
COUNTS = (Measure.ELIGIBLE, Measure.ACTIVE)
ACTIVE = (Measure.ACTIVE,)
PARTS = ("PU", "BPU", "")
ALL_PARTS = ("PU", "BPU", "JAKON", "PMI", "")


def check(tmp_path: Path, facts: Facts, style: Style) -> list[str]:
    """Draw, write, read and compare; return the codes of what was said."""
    book = read_file(as_xlsx(tmp_path / "rekap.xlsx", drawn(facts, style)))
    check_given_back(book, facts.truth(province=style.prints_province))
    return codes(book)


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("across", [(MEASURE, SEGMENT), (SEGMENT, MEASURE)])
def test_segments_and_measures_nested_either_way(
    tmp_path: Path, across: tuple[Axis, ...], merged: bool
) -> None:
    check(tmp_path, Facts(segments=PARTS), Style(across=across, merged=merged, total="jumlah"))


@pytest.mark.parametrize("periods", [MONTHS, QUARTERS, YEARS])
@pytest.mark.parametrize("across", [(PERIOD,), (PERIOD, SEGMENT), (SEGMENT, PERIOD)])
def test_periods_across_alone_and_with_segments(
    tmp_path: Path, periods: tuple[Period, ...], across: tuple[Axis, ...]
) -> None:
    facts = Facts(PARTS if SEGMENT in across else ("",), periods, ACTIVE)

    check(tmp_path, facts, Style(across=across, total="jumlah"))


@pytest.mark.parametrize("periods", [MONTHS, QUARTERS, YEARS])
@pytest.mark.parametrize("across", [(PERIOD, MEASURE), (MEASURE, PERIOD)])
@pytest.mark.parametrize("numbering", ["", "(1)", "-1"])
def test_periods_and_measures_nested_either_way(
    tmp_path: Path, periods: tuple[Period, ...], across: tuple[Axis, ...], numbering: str
) -> None:
    check(tmp_path, Facts(periods=periods), Style(across=across, numbering=numbering, total="last"))


@pytest.mark.parametrize("periods", [MONTHS, QUARTERS])
@pytest.mark.parametrize("across", [(PERIOD,), (PERIOD, MEASURE), (MEASURE, PERIOD)])
def test_years_in_a_row_above_their_months_or_quarters(
    tmp_path: Path, periods: tuple[Period, ...], across: tuple[Axis, ...]
) -> None:
    facts = Facts(periods=periods, measures=COUNTS if MEASURE in across else ACTIVE)

    check(tmp_path, facts, Style(across=across, years_apart=True, total="jumlah"))


@pytest.mark.parametrize(
    "across", [(PERIOD, SEGMENT, MEASURE), (PERIOD, MEASURE, SEGMENT), (MEASURE, SEGMENT, PERIOD)]
)
def test_header_bands_of_three_rows(tmp_path: Path, across: tuple[Axis, ...]) -> None:
    check(tmp_path, Facts(PARTS, YEARS), Style(across=across, total="jumlah", numbering="1"))


@pytest.mark.parametrize("periods", [MONTHS, QUARTERS, YEARS])
def test_one_block_a_period_below_each_other(tmp_path: Path, periods: tuple[Period, ...]) -> None:
    check(tmp_path, Facts(periods=periods), Style(blocks=True, total="jumlah"))


@pytest.mark.parametrize("periods", [MONTHS, QUARTERS, YEARS])
@pytest.mark.parametrize("down", [(PERIOD,), (PERIOD, SEGMENT), (SEGMENT, PERIOD), (SEGMENT,)])
def test_a_long_table_with_a_column_for_the_period_or_the_segment(
    tmp_path: Path, periods: tuple[Period, ...], down: tuple[Axis, ...]
) -> None:
    if PERIOD not in down:
        periods = periods[:1]
    facts = Facts(PARTS if SEGMENT in down else ("",), periods)

    check(tmp_path, facts, Style(down=down))


@pytest.mark.parametrize("total", ["jumlah", "first", "last", "kinds"])
@pytest.mark.parametrize("level", [True, False])
def test_totals_and_the_province_wherever_they_stand(tmp_path: Path, total: str, level: bool) -> None:
    check(tmp_path, Facts(measures=(*COUNTS, REPORTED)), Style(total=total, level=level))


@pytest.mark.parametrize("code", ["kemendagri", "float", "bare", "bps"])
@pytest.mark.parametrize("name", ["prefixed", "bare", "upper"])
def test_codes_of_both_schemes_beside_the_names(tmp_path: Path, code: str, name: str) -> None:
    check(tmp_path, Facts(), Style(code=code, name=name, total="first"))


@pytest.mark.parametrize("name", NAME_STYLES)
def test_names_however_they_are_written(tmp_path: Path, name: str) -> None:
    check(tmp_path, Facts(), Style(name=name, total="jumlah"))


@pytest.mark.parametrize("number", NUMBER_STYLES)
def test_numbers_however_they_are_written(tmp_path: Path, number: str) -> None:
    check(tmp_path, Facts(ALL_PARTS), Style(across=(SEGMENT, MEASURE), number=number, total="jumlah"))


@pytest.mark.parametrize("share", ["points", "text", "fraction"])
@pytest.mark.parametrize("number", ["number", "dots"])
def test_shares_however_they_are_written(tmp_path: Path, share: str, number: str) -> None:
    check(tmp_path, Facts(measures=(*COUNTS, REPORTED)), Style(share=share, number=number, total="jumlah"))


@pytest.mark.parametrize("english", ["cell", "row"])
def test_bilingual_headers(tmp_path: Path, english: str) -> None:
    check(tmp_path, Facts(measures=(*COUNTS, Measure.EMPLOYED)), Style(english=english, total="jumlah"))


@pytest.mark.parametrize("numbering", ["(1)", "1", "-1"])
@pytest.mark.parametrize("gap", [True, False])
def test_a_row_of_column_numbers(tmp_path: Path, numbering: str, gap: bool) -> None:
    style = Style(numbering=numbering, gap_column=gap, blank_left=1, total="jumlah")

    assert set(check(tmp_path, Facts(), style)) <= {"table_read"}


def test_blank_rows_and_columns_and_notes_around_and_inside_a_table(tmp_path: Path) -> None:
    notes = ("Sumber: BPJS Ketenagakerjaan, diolah 5 April 2025", "Catatan: angka sementara", "*) sementara")
    style = Style(
        gap_every=4, gap_column=True, blank_left=2, blank_above=3, blank_below_header=True, total="jumlah",
        notes=notes,
    )  # fmt: skip

    check(tmp_path, Facts(PARTS), Style(across=(SEGMENT, MEASURE), notes=notes))
    check(tmp_path, Facts(), style)


@pytest.mark.parametrize("measure", [Measure.EMPLOYED, Measure.INACTIVE, Measure.ELIGIBLE])
def test_a_measure_that_only_the_title_names(tmp_path: Path, measure: Measure) -> None:
    facts = Facts(periods=YEARS, measures=(measure,))

    check(tmp_path, facts, Style(across=(PERIOD,), titles=("PROVINSI KALIMANTAN TENGAH",), total="first"))
