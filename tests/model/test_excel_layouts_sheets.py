"""Several tables on a sheet, several sheets in a file, hidden parts: every figure is compared."""

from dataclasses import replace
from pathlib import Path

import pytest

from model.excel.read import read_file
from model.measures import Measure
from model.periods import month
from tests.builders.drawn_pages import Page, beside, stacked
from tests.builders.file_formats import as_xlsx
from tests.builders.layout_facts import MARCH, MONTHS, YEARS, Facts, check_given_back
from tests.builders.layout_words import MONTHS as NAMES
from tests.builders.layouts import Axis, Style, drawn
from tests.builders.office import codes

TOTALS = Style(total="jumlah")
POTENSI = Facts(measures=(Measure.ELIGIBLE,))
AKTIF = Facts(measures=(Measure.ACTIVE,))


def truth_of(*facts: Facts, province: bool = True) -> dict[tuple[str, str, str, str], float]:
    return {key: value for each in facts for key, value in each.truth(province=province).items()}


@pytest.mark.parametrize("titles", [True, False])
def test_a_sheet_a_month_named_after_it(tmp_path: Path, titles: bool) -> None:
    each = [Facts(periods=(period,)) for period in MONTHS]
    pages = [drawn(facts, TOTALS, NAMES[facts.periods[0].day.month - 1]) for facts in each]
    if not titles:
        for page in pages:
            page.rows[:4] = [["Tahun 2025"], [], [], []]

    check_given_back(read_file(as_xlsx(tmp_path / "rekap.xlsx", *pages)), truth_of(*each))


def test_a_sheet_a_year(tmp_path: Path) -> None:
    each = [Facts(periods=(period,)) for period in YEARS]
    pages = [drawn(facts, TOTALS, str(facts.periods[0].day.year)) for facts in each]

    check_given_back(read_file(as_xlsx(tmp_path / "rekap.xlsx", *pages)), truth_of(*each))


@pytest.mark.parametrize("gap", [1, 2, 4])
def test_tables_below_each_other(tmp_path: Path, gap: int) -> None:
    page = stacked(drawn(POTENSI, TOTALS), drawn(AKTIF, TOTALS), gap=gap)

    check_given_back(read_file(as_xlsx(tmp_path / "rekap.xlsx", page)), truth_of(POTENSI, AKTIF))


@pytest.mark.parametrize("gap", [1, 2])
def test_tables_side_by_side(tmp_path: Path, gap: int) -> None:
    page = beside(drawn(POTENSI, TOTALS), drawn(AKTIF, TOTALS), gap=gap)

    check_given_back(read_file(as_xlsx(tmp_path / "rekap.xlsx", page)), truth_of(POTENSI, AKTIF))


def test_tables_of_other_positions_below_each_other(tmp_path: Path) -> None:
    each = [Facts(periods=(period,)) for period in MONTHS]
    page = stacked(*(drawn(facts, TOTALS) for facts in each))

    check_given_back(read_file(as_xlsx(tmp_path / "rekap.xlsx", page)), truth_of(*each))


def test_two_halves_of_one_table_side_by_side(tmp_path: Path) -> None:
    facts = Facts()
    first, second = (replace(facts, regions=half) for half in (facts.regions[:7], facts.regions[7:]))
    page = beside(drawn(first, Style()), drawn(second, Style(titles=(), blank_above=2)))

    check_given_back(
        read_file(as_xlsx(tmp_path / "rekap.xlsx", page)), truth_of(first, second, province=False)
    )


def test_hidden_rows_columns_and_sheets_are_read_and_said(tmp_path: Path) -> None:
    shown = drawn(Facts(periods=(month(2025, 2),)), TOTALS, "Februari")
    hidden = drawn(Facts(), TOTALS, "Maret")
    hidden.visible = False
    shown.hidden_rows |= {7, 8}
    shown.hidden_columns |= {2}
    book = read_file(as_xlsx(tmp_path / "rekap.xlsx", shown, hidden))

    check_given_back(book, truth_of(Facts(periods=(month(2025, 2),)), Facts()))
    assert {"rows_hidden", "columns_hidden", "sheet_hidden"} <= set(codes(book))


def test_the_same_table_on_two_sheets_is_not_two_tables_of_figures(tmp_path: Path) -> None:
    book = read_file(
        as_xlsx(tmp_path / "rekap.xlsx", drawn(Facts(), TOTALS), drawn(Facts(), TOTALS, "Rekap (2)"))
    )
    figures = {(row.region, row.measure): row.value for row in book.observations.itertuples()}

    assert figures == {(code, measure): value for (code, _, _, measure), value in truth_of(Facts()).items()}


def region_page(facts: Facts, place: int, *, title: bool) -> Page:
    """A regency's own sheet: its segments down, what is counted across."""
    region = facts.regions[place]
    page = Page("Data" if title else region.name)
    page.add("REKAPITULASI KEPESERTAAN")
    page.add(region.full_name.upper() if title else "Provinsi Kalimantan Tengah")
    page.add("Keadaan per 31 Maret 2025")
    page.add()
    page.add("No", "Segmen", "Potensi", "Peserta Aktif")
    for number, segment in enumerate(facts.segments, 1):
        page.add(number, segment or "Jumlah", *(facts.people(region.code, segment, MARCH, measure)
                                                for measure in facts.measures))  # fmt: skip
    return page


@pytest.mark.parametrize("title", [True, False])
def test_a_sheet_a_regency(tmp_path: Path, title: bool) -> None:
    facts = Facts(("PU", "BPU", ""))
    pages = [region_page(facts, place, title=title) for place in range(len(facts.regions))]
    for number, page in enumerate(pages):
        page.name = f"Lembar {number}" if title else page.name

    check_given_back(read_file(as_xlsx(tmp_path / "rekap.xlsx", *pages)), truth_of(facts, province=False))


def district_page(*, own_row: bool) -> Page:
    """Regencies with their districts below them, with or without a row of their own figures."""
    page = Page()
    page.add("Keadaan per 31 Maret 2025")
    page.add()
    page.add("No", "Wilayah", "Potensi", "Peserta Aktif")
    for number, region in enumerate(Facts().regions, 1):
        name = region.full_name.replace("Kabupaten", "Kab.")
        sums = [3000 * number + 3, 1200 * number + 3] if own_row else []
        page.add(number, name, *sums)
        for at, side in enumerate(("Hulu", "Hilir", "Tengah")):
            page.add(None, f"Kec. {region.name} {side}", 1000 * number + at, 400 * number + at)
    return page


@pytest.mark.parametrize(("own_row", "said"), [(True, "parts_beside_region")])
def test_districts_below_their_regency_are_its_parts_and_said(
    tmp_path: Path, own_row: bool, said: str
) -> None:
    book = read_file(as_xlsx(tmp_path / "rekap.xlsx", district_page(own_row=own_row)))
    truth = {
        (region.code, "", "2025-03-31", str(measure)): float(3 * size * number + 3)
        for number, region in enumerate(Facts().regions, 1)
        for measure, size in ((Measure.ELIGIBLE, 1000), (Measure.ACTIVE, 400))
    }

    check_given_back(book, truth)
    assert said in codes(book)


@pytest.mark.parametrize("value_header", ["Nilai", "Jumlah"])
def test_a_long_table_that_says_in_a_column_what_is_counted(tmp_path: Path, value_header: str) -> None:
    facts = Facts(("PU", "BPU"), YEARS)
    page = drawn(facts, Style(down=(Axis.PERIOD, Axis.SEGMENT, Axis.MEASURE), across=()))
    for row in page.rows:
        row[:] = [value_header if cell == "Jumlah" else cell for cell in row]

    check_given_back(read_file(as_xlsx(tmp_path / "rekap.xlsx", page)), truth_of(facts, province=False))
