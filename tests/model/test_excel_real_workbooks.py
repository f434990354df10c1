"""Real workbooks of regional statistics, used where the shared folder of this project lies beside it.

None of them counts participants. Each either gives the figures that stand in its sheet, once somebody
said what they are, or says exactly why not. The values here were read off the sheets by eye.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from model.errors import UnusableFileError
from model.excel.answers import About, Answers
from model.excel.examine import examine
from model.excel.importing import Import
from model.excel.reader import read_grid

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "workbooks"
RATE = "reported_coverage"
NOTHING = "tidak ditemukan tabel dengan nama kabupaten/kota"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="The shared folder is not beside this project")


def read(name: str, columns: Mapping[str, str] | None = None, province: str = "") -> Import:
    """Examine a workbook with answers to what its columns hold."""
    answers = Answers(province=province)
    for key, value in (columns or {}).items():
        answers = answers.having(About.COLUMN, key, value)
    return examine(read_grid(FOLDER / name), answers)


def figure(found: Import, region: str, day: str) -> tuple[float | None, str]:
    """The only figure of a region at a day, and its cell."""
    frame = found.book.observations
    rows = frame[(frame["region"] == region) & (frame["as_of"] == day)]
    (value,), (cell,) = rows["value"], rows["cell"]
    return (None if value != value else round(value, 6)), cell


def asked(found: Import) -> list[str]:
    return [decision.key for decision in found.questions if decision.about is About.COLUMN]


def test_an_index_over_years_asks_once_what_it_is_and_keeps_every_value() -> None:
    name = "ipm_jatim_2010-2023.xlsx"
    (key,) = asked(read(name))
    found = read(name, {key: RATE})

    assert len(found.book.observations) == 39 * 14
    assert figure(found, "35", "2023-12-31") == (0.7338, "B2")
    assert figure(found, "35.01", "2023-12-31") == (0.7019, "B3")
    assert figure(found, "35.78", "2022-12-31") == (0.8274, "C39")
    assert figure(found, "35.79", "2010-12-31") == (0.6866, "O40")
    assert not found.questions


def test_a_page_of_a_portal_puts_names_and_figures_together() -> None:
    name = "ahh_jatim_2010-2023_portal_html.xls"
    index, age = asked(read(name))
    found = read(name, {index: RATE, age: "left_out"})

    assert len(found.book.observations) == 39 * 14
    assert figure(found, "35", "2023-12-31")[0] == 0.7338
    assert figure(found, "35.01", "2021-12-31")[0] == 0.6857
    assert figure(found, "35.02", "2023-12-31")[0] == 0.7250
    assert figure(found, "35.79", "2021-12-31")[0] == 0.7628


def test_the_other_half_of_the_portals_page_is_read_as_well() -> None:
    name = "ahh_jatim_2010-2023_portal_html.xls"
    index, age = asked(read(name))
    found = read(name, {index: "left_out", age: RATE})

    assert figure(found, "35", "2023-12-31")[0] == 0.7211
    assert figure(found, "35.01", "2022-12-31")[0] == 0.7248


def test_unemployment_over_twenty_five_years_keeps_its_holes() -> None:
    name = "jatim_tpt_2001-2025.xlsx"
    (key,) = asked(read(name))
    found = read(name, {key: RATE})

    assert figure(found, "35", "2001-12-31") == (0.0436, "B41")
    assert figure(found, "35.01", "2001-12-31") == (0.0, "B3")
    assert figure(found, "35.78", "2013-12-31") == (0.0532, "N39")
    assert figure(found, "35.79", "2003-12-31") == (0.2227, "D40")
    assert figure(found, "35.79", "2001-12-31") == (None, "B40")
    assert figure(found, "35.78", "2016-12-31")[0] is None
    assert figure(found, "35", "2016-12-31")[0] == 0.0421


def test_provinces_side_by_side_give_the_one_that_was_named() -> None:
    name = "tpt_tpak_per_provinsi_2023.xlsx"
    unemployment, taking_part = asked(read(name))
    found = read(name, {unemployment: RATE, taking_part: "left_out"}, province="62")

    assert set(found.book.observations["region"]) == {"62"}
    assert figure(found, "62", "2023-02-28") == (0.0384, "B22")
    assert figure(found, "62", "2023-08-31") == (0.041, "C22")


@pytest.mark.parametrize(
    "name",
    [
        "jatim_data_ketersediaan_lapangan_kerja_2021-2025.xlsx",
        "jatim_jam_kerja_berdasarkan_kelompok_gender_2022.xlsx",
    ],
)
def test_seekers_of_work_are_no_participants_until_somebody_says_so(name: str) -> None:
    found = read(name)
    told = read(name, {"pencari kerja terdaftar jumlah": "active"})

    assert not len(found.book.observations)
    assert Counter(problem.code for problem in found.book.problems) == {"measure_unknown": 1}
    # 2023 is what the merged header above column AF says, whatever was meant.
    assert figure(told, "35.01", "2021-12-31") == (5087, "D3")
    assert figure(told, "35.01", "2023-12-31") == (964, "AF3")
    assert figure(told, "35", "2021-12-31") == (308929, "D41")
    assert figure(told, "35.78", "2021-12-31") == (44351, "D39")


@pytest.mark.parametrize(
    "name",
    [
        "jatim_jumlah_angkatan_kerja_2021-2025.xlsx",
        "jatim_pekerja_berdasarkan_tingkat_pendidikan_tahun_2023.xlsx",
        "jatim_status_ketenagakerjaan_tahun_2024.xlsx",
        "penduduk_umur_2015.xls",
    ],
)
def test_tables_without_regions_are_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(UnusableFileError, match=NOTHING) as refused:
        read(name)

    assert refused.value.code == "nothing_recognised"
    assert name in str(refused.value)


def test_the_villages_of_a_city_are_no_table_of_regencies() -> None:
    found = read("penduduk_mojokerto_2023.xlsx")

    assert not len(found.book.observations)
    assert any(problem.severity == "error" for problem in found.book.problems)
