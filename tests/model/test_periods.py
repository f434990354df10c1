from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.periods import Period, Precision, at_day, month, parse_month_name, parse_period, quarter, year


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Keadaan per 31 Maret 2025", "2025-03"),
        ("Posisi 14 Desember 2023", "2023-12-14"),
        ("per 1 Juli 2025", "2025-07-01"),
        ("31-03-2025", "2025-03"),
        ("14/03/2025", "2025-03-14"),
        ("2025-03-14", "2025-03-14"),
        ("2025-03-14T08:30:00", "2025-03-14"),
        ("2025-03-14 00:00:00", "2025-03-14"),
        ("Triwulan I 2025", "2025-Q1"),
        ("TW-III/2024", "2024-Q3"),
        ("triwulan 4 tahun 2024", "2024-Q4"),
        ("Q2 2024", "2024-Q2"),
        ("2025-Q1", "2025-Q1"),
        ("2025Q1", "2025-Q1"),
        ("Semester I 2024", "2024-06"),
        ("semester 2 tahun 2024", "2024-12"),
        ("Maret 2025", "2025-03"),
        ("Mar2025", "2025-03"),
        ("DES_2023", "2023-12"),
        ("Nop. 2023", "2023-11"),
        ("Pebruari 2024", "2024-02"),
        ("s.d. Agustus 2024", "2024-08"),
        ("Sakernas Agt 2024", "2024-08"),
        ("March 2025", "2025-03"),
        ("2025-03", "2025-03"),
        ("03/2025", "2025-03"),
        ("2024", "2024"),
        ("Tahun 2024", "2024"),
        ("cakupan_2024.xlsx", "2024"),
        ("Jumlah peserta tahun 2024 (2024)", "2024"),
        ("Januari s.d. Maret 2025", "2025-03"),
        ("Januari - Maret 2025", "2025-03"),
        ("Jan 2024 - Mar 2025", "2025-03"),
        ("1 Januari 2025 sampai dengan 31 Maret 2025", "2025-03"),
        ("31 Maret 2025 total 2026", "2025-03"),
        ("31 Maret 2025 - terhadap Desember 2024", "2025-03"),
        ("31 Maret 2025 (dibandingkan Desember 2024)", "2025-03"),
        ("Triwulan ke-III 2025", "2025-Q3"),
        ("Triwulan ke-3 Tahun 2025", "2025-Q3"),
        ("Triwulan Ketiga 2025", "2025-Q3"),
        ("Triwulan pertama tahun 2025", "2025-Q1"),
        ("Semester Kedua 2024", "2024-12"),
        ("Per 31/03/25", "2025-03"),
        ("Per Maret '25", "2025-03"),
        ("Maret 2025 dan tahun 2026", "2025-03"),
    ],
)
def test_a_position_is_found_in_what_people_write(text: str, written: str) -> None:
    found = parse_period(text)

    assert found is not None
    assert found.written == written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kapuas",
        "31 Februari 2025",
        "32 Maret 2025",
        "2025-13-01",
        "2025-02-30",
        "2025-13",
        "2018-2025",
        "Tahun 2018 - 2025",
        "2023/2024",
        "2023 dan 2024",
        "1.009.250",
        "62.03",
        "Margasari 12",
        "12345",
        "per 31 Maret",
        "Catur Wulan I 2025",
        "Cawu II 2025",
        "Semester Ketiga",
        "Maret 2024 dan Maret 2025",
        "Perbandingan 31 Desember 2024 dengan 31 Maret 2025",
        "Nomor 12/03/25",
    ],
)
def test_what_names_no_one_day_gives_none_rather_than_a_neighbour(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2025, 3, 31), "2025-03"),
        (datetime(2025, 3, 14, 8, 30), "2025-03-14"),
        (2024, "2024"),
        (2024.0, "2024"),
    ],
)
def test_dates_and_years_in_cells_are_positions(value: object, written: str) -> None:
    found = parse_period(value)

    assert found is not None
    assert found.written == written


@pytest.mark.parametrize("value", [None, True, 2024.5, 45_747, 12, float("nan"), float("inf"), [2024]])
def test_other_values_are_none(value: object) -> None:
    assert parse_period(value) is None


def test_a_period_is_its_last_day_and_keeps_its_precision() -> None:
    assert year(2024).day == quarter(2024, 4).day == month(2024, 12).day == date(2024, 12, 31)
    assert year(2024) == quarter(2024, 4) == month(2024, 12)
    assert [found.precision for found in (year(2024), quarter(2024, 4), month(2024, 12))] == [
        Precision.YEAR,
        Precision.QUARTER,
        Precision.MONTH,
    ]
    assert len({year(2024), month(2024, 12)}) == 1
    assert month(2024, 2).day == date(2024, 2, 29)


def test_a_period_knows_its_first_day_and_what_lies_in_it() -> None:
    assert year(2024).first_day == date(2024, 1, 1)
    assert quarter(2025, 1).first_day == date(2025, 1, 1)
    assert month(2025, 3).first_day == date(2025, 3, 1)
    assert Period(date(2025, 3, 14), Precision.DAY).first_day == date(2025, 3, 14)
    assert quarter(2025, 1).contains(date(2025, 2, 3))
    assert not quarter(2025, 1).contains(date(2025, 4, 1))


def test_a_months_last_day_has_the_precision_of_a_month() -> None:
    assert at_day(date(2025, 3, 31)).precision is Precision.MONTH
    assert at_day(date(2025, 3, 30)).precision is Precision.DAY


@pytest.mark.parametrize(
    ("text", "number"), [("Agt", 8), ("nop.", 11), (" MEI ", 5), ("Juni", 6), ("mar", 3)]
)
def test_a_month_alone_has_its_number(text: str, number: int) -> None:
    assert parse_month_name(text) == number


def test_what_is_no_month_has_none() -> None:
    assert parse_month_name("Marga") is None


@given(
    st.one_of(
        st.dates(date(1990, 1, 1), date(2099, 12, 31)).map(at_day),
        st.builds(quarter, st.integers(1990, 2099), st.integers(1, 4)),
        st.builds(month, st.integers(1990, 2099), st.integers(1, 12)),
        st.builds(year, st.integers(1990, 2099)),
    )
)
def test_what_a_period_writes_is_read_as_the_same_period(period: Period) -> None:
    found = parse_period(period.written)

    assert found == period
    assert found is not None
    assert found.precision is period.precision


@given(st.one_of(st.text(), st.floats(), st.integers(), st.none(), st.booleans()))
def test_nothing_whatever_makes_parsing_raise(value: object) -> None:
    found = parse_period(value)

    assert found is None or found.first_day <= found.day
