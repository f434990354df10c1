"""Lists of persons drawn at random: nothing fails, nobody counts twice, nobody is shown."""

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from model.excel.answers import About, Answers
from model.excel.by_name import examine_lists
from model.excel.by_name_picture import masked_picture, masked_sheet
from model.excel.grid import Cell, Sheet
from model.excel.personal import person_list
from tests.builders.leaks import Secrets
from tests.builders.office import TITLE, sheet
from tests.builders.persons import HEADER, nik, person

ODD: list[Cell] = [
    None, True, 0, -1, 1.5, float("nan"), float("inf"), 1e300, 6201010105700001.0, "", " ", "-", "NIK", "²²",
    "Kab. Kapuas", "Katingan", "Kota", "62.03", 62.1, 6206, "Jumlah", "BPU", "PU/BPU", "Aktif", "keluar", "?",
    date(1970, 5, 1), datetime(1970, 5, 1, 8), time(8), timedelta(days=1), "x" * 500, "A\nB", nik(3),
    nik(4)[:15], "6.20101E+15", "\u200b", "Nama: Budi", "31 Maret 2025", "(3)", "'", "**", "6201************",
]  # fmt: skip
HEADERS: list[Cell] = [*HEADER, "Kabupaten", "Program", "Tempat Lahir", None, "(1)", "Domisili", "NIK", 5, ""]
cells = st.sampled_from(ODD)


@st.composite
def odd_sheets(draw: st.DrawFn) -> Sheet:
    """A sheet of anything, mostly below headers of lists."""
    width = draw(st.integers(1, 8))
    line = st.lists(cells, max_size=width)
    header = st.lists(st.sampled_from(HEADERS), min_size=1, max_size=width)
    above = draw(st.lists(line, max_size=3))
    return sheet([TITLE], *above, draw(header), *draw(st.lists(line, max_size=12)), name="BNBA")


@settings(max_examples=50, deadline=None)
@given(odd_sheets(), st.booleans())
def test_no_sheet_makes_counting_or_drawing_fail(drawn: Sheet, has_province: bool) -> None:
    answers = Answers("62" if has_province else "").having(About.PERSONS, "bnba", "count")
    found = examine_lists([("bnba", drawn)], "f.xlsx", "f", answers)
    for _ in range(6):
        if not (asked := [one for one in found.decisions if one.is_open]):
            break
        for one in asked:
            value = {"name": "62.03", "position": "2025-03", "province": "62"}.get(str(one.about))
            answers = answers.having(one.about, one.key, value or one.options[0])
        found = examine_lists([("bnba", drawn)], "f.xlsx", "f", answers)
    picture = masked_picture(drawn, "bnba")

    assert [one for one in found.decisions if one.is_open] == []
    assert len(picture.rows) == len(drawn.rows)
    assert [len(row) for row in masked_sheet(drawn).rows] == [len(row) for row in drawn.rows]
    if person_list(drawn):
        parts = [one.value or 0 for one in found.observations if one.segment]
        assert sum(parts) <= len(drawn.rows)
        assert Secrets([person(3)]).found_in(picture) == []


REGIONS = {"Kab. Kapuas": "62.03", "Katingan": "62.06", "Kota Palangka Raya": "62.71"}
drawn_rows = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(sorted(REGIONS)), st.sampled_from(["PU", "BPU"])),
    max_size=30,
)


@settings(max_examples=30, deadline=None)
@given(drawn_rows)
def test_every_person_counts_once_in_each_region_and_segment(
    rows: list[tuple[int, str, str]],
) -> None:
    listed = sheet(
        [TITLE], HEADER, *(person(number, region, segment) for number, region, segment in rows), name="BNBA"
    )
    answers = Answers("62").having(About.PERSONS, "bnba", "count")
    found = examine_lists([("bnba", listed)], "f.xlsx", "f", answers).observations
    plain: dict[tuple[str, str], set[int]] = {}
    for number, region, segment in rows:
        plain.setdefault((REGIONS[region], segment), set()).add(number)
        plain.setdefault((REGIONS[region], ""), set()).add(number)
    counted = {(one.region, one.segment): one.value for one in found}

    assert counted.keys() >= {key for key in plain if key[1]}
    assert all(len(plain[key]) == value for key, value in counted.items())
