"""Tables as odd as offices draw them, each with its known truth: what is read is right, whatever is said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from tests.builders.examined import look, open_questions, values
from tests.builders.office import TITLE, Line, body, names, sheet

MARCH = "2025-03-31"
POTENTIAL, ACTIVE, RATES = [1000, 2000, 4000], [500, 400, 1000], [50, 20, 25]
WHOLE, PART = sum(POTENTIAL), sum(ACTIVE)
Truth = dict[tuple[str, str, str], Sequence[float]]
"""The figures of the first regions by measure, segment and position; one more is the province's."""
PLAIN: Truth = {("eligible", "", MARCH): POTENTIAL, ("active", "", MARCH): ACTIVE}
COUNTED: Truth = {("active", "", MARCH): ACTIVE}
HEAD: Line = ["No", "Kab/Kota", "Aktif"]


@dataclass(frozen=True)
class Case:
    """A sheet and what it holds."""

    lines: Sequence[Line]
    truth: Truth
    merges: Sequence[str] = ()
    name: str = "Rekap"
    file: str = "rekap.xlsx"


def numbered(line: Callable[[int, str], Line]) -> list[Line]:
    """A row for each of the first regions, from its number and its name."""
    return [line(number, name) for number, name in enumerate(names(3), 1)]


def down(*rows: tuple[str, Sequence[float]]) -> list[Line]:
    """Rows of several measures below each region."""
    lines: list[Line] = []
    for place, name in enumerate(names(3)):
        lines += [[name if label == rows[0][0] else None, label, numbers[place]] for label, numbers in rows]
    return lines


CASES = {
    "units in a second header row": Case(
        [[TITLE], ["No", "Kab/Kota", "Potensi", "Aktif"], [None, None, "(orang)", "(orang)"],
         *body(POTENTIAL, ACTIVE)], PLAIN),
    "a note among the rows": Case(
        [[TITLE], HEAD, *body(ACTIVE)[:2], [None, "*) termasuk kecamatan pemekaran"], *body(ACTIVE)[2:]],
        COUNTED),
    "the total left of its parts": Case(
        [[TITLE], ["No", "Kab/Kota", "Aktif", None, None], [None, None, "Jumlah", "PU", "BPU"],
         *body(ACTIVE, [300, 300, 700], [200, 100, 300])],
        {**COUNTED, ("active", "PU", MARCH): [300, 300, 700], ("active", "BPU", MARCH): [200, 100, 300]},
        ["C2:E2"]),
    "up to each month": Case(
        [["Peserta Aktif"], ["No", "Kab/Kota", "s.d. Januari 2025", "s.d. Maret 2025"],
         *body([1, 2, 3], ACTIVE)], {("active", "", "2025-01-31"): [1, 2, 3], **COUNTED}),
    "Roman quarters, two of them to come": Case(
        [["Capaian Tahun 2025"], ["No", "Kab/Kota", "Peserta Aktif", None, None],
         [None, None, "TW I", "TW II", "TW III"], *body(ACTIVE, [5, 6, 7], [None] * 3)],
        {**COUNTED, ("active", "", "2025-06-30"): [5, 6, 7]}, ["C2:E2"]),
    "codes behind the names": Case(
        [[TITLE], HEAD, *numbered(lambda n, name: [n, f"{name} (62{n:02d})", ACTIVE[n - 1]])], COUNTED),
    "numbers and names in one cell": Case(
        [[TITLE], HEAD[1:], *numbered(lambda n, name: [f"{n}. {name}", ACTIVE[n - 1]])], COUNTED),
    "kind and name in two columns": Case(
        [[TITLE], ["No", "", "Nama", "Aktif"],
         *numbered(lambda n, name: [n, "Kab.", name.removeprefix("Kab. "), ACTIVE[n - 1]])], COUNTED),
    "blank columns between": Case(
        [[TITLE], ["No", None, "Kab/Kota", None, "Potensi", None, "Aktif"],
         *numbered(lambda n, name: [n, None, name, None, POTENTIAL[n - 1], None, ACTIVE[n - 1]])], PLAIN),
    "branches in a column of their own": Case(
        [[TITLE], ["No", "Kantor Cabang", "Kab/Kota", "Aktif"],
         *numbered(lambda n, name: [n, "Palangka Raya", name, ACTIVE[n - 1]])], COUNTED),
    "a table of branches is not one of regions": Case(
        [[TITLE], ["No", "Kantor Cabang", "Aktif"], [1, "Palangka Raya", 5], [2, "Sampit", 6],
         [3, "Kapuas", 7], [], HEAD, *body(ACTIVE)], COUNTED),
    "measures below each region, with a share": Case(
        [[TITLE], ["Kab/Kota", "Uraian", "Jumlah"],
         *down(("Potensi", POTENTIAL), ("Aktif", ACTIVE), ("Cakupan (%)", RATES))],
        {**PLAIN, ("reported_coverage", "", MARCH): [rate / 100 for rate in RATES]}),
    "halves side by side": Case(
        [[TITLE], ["Kab/Kota", "Aktif", None, "Kab/Kota", "Aktif"],
         [names(4)[0], 500, None, names(4)[2], 1000], [names(4)[1], 400, None, names(4)[3], 7]],
        {("active", "", MARCH): [*ACTIVE, 7]}),
    "the header again on the next page": Case(
        [[TITLE], HEAD, *body(ACTIVE)[:2], HEAD, *body(ACTIVE)[2:]], COUNTED),
    "a letter signed beside the table": Case(
        [[TITLE], [*HEAD, None, None], [*body(ACTIVE)[0], None, "Palangka Raya, 5 April 2025"],
         *body(ACTIVE)[1:], [None, None, None, None, "Kepala Dinas,"], [None, None, None, None, "NIP. 1970"]],
        COUNTED),
    "letterhead in the middle": Case(
        [[None, None, "DINAS TENAGA KERJA"],
         [None, None, "Jl. Yos Sudarso No. 02 73112 Telp. (0536) 3221703"], [],
         [None, None, "REKAP PER 31 MARET 2025"], HEAD, *body(ACTIVE)], COUNTED),
    "printed on another day": Case(
        [["Data s/d 31 Maret 2025 (dicetak 5 April 2025)"], HEAD, *body(ACTIVE)], COUNTED),
    "the year in the file's name": Case(
        [["Data per Maret"], HEAD, *body(ACTIVE)], COUNTED, file="UCJ 2025.xlsx"),
    "additions between two positions": Case(
        [[TITLE], ["No", "Kab/Kota", "Peserta Aktif", None, None],
         [None, None, "s.d. Februari", "Penambahan Maret", "s.d. Maret"],
         *body([1, 2, 3], [4, 5, 6], ACTIVE)], {("active", "", "2025-02-28"): [1, 2, 3], **COUNTED},
        ["C2:E2"]),
    "a share with its target under one head": Case(
        [[TITLE], ["No", "Kab/Kota", "UCJ (%)", None], [None, None, "Target", "Realisasi"],
         *body([66, 66, 66], RATES)],
        {("reported_coverage", "", MARCH): [rate / 100 for rate in RATES]}, ["C2:D2"]),
    "branch offices beside people": Case(
        [[TITLE], ["No", "Kab/Kota", "PU", None], [None, None, "BU", "TK Aktif"], *body([1, 2, 3], ACTIVE)],
        {("active", "PU", MARCH): ACTIVE}, ["C2:D2"]),
    "both active and inactive beside the active": Case(
        [[TITLE], ["No", "Kab/Kota", "Peserta Aktif dan Tidak Aktif", "Peserta Aktif"],
         *body([900, 901, 902], ACTIVE)], COUNTED),
    "money beside people": Case(
        [[TITLE], ["No", "Kab/Kota", "Peserta Aktif", "Iuran (Rp)"], *body(ACTIVE, [16800, 16800, 33600])],
        COUNTED),
    "a spaced total": Case([[TITLE], HEAD, *body(ACTIVE), ["J U M L A H", None, PART]], COUNTED),
    "a total of some regions and a mean": Case(
        [[TITLE], HEAD, *body(ACTIVE), [None, "Jumlah Kabupaten", PART], [None, "Rata-rata", PART / 3]],
        COUNTED),
    "another province and the nation": Case(
        [["Provinsi Kalimantan Tengah"], [TITLE], ["No", "Wilayah", "Aktif"], [None, "INDONESIA", 10**6],
         [1, "Kalimantan Barat", 5000], *body(ACTIVE)], COUNTED),
    "old spellings of months": Case(
        [["Peserta aktif 2025"], ["No", "Kab/Kota", "Pebruari", "Maret"], *body([1, 2, 3], ACTIVE)],
        {("active", "", "2025-02-28"): [1, 2, 3], **COUNTED}),
    "units behind the numbers": Case(
        [[TITLE], ["No", "Kab/Kota", "Potensi", "Aktif"],
         *body(["1.000 org", "2.000 org", "4.000 org"], ["500 TK", "400 TK", "1.000 TK"])], PLAIN),
    "thousands beside people": Case(
        [[TITLE], ["No", "Kab/Kota", "Potensi (ribu)", "Aktif (orang)"], *body([1.0, 2.0, 4.0], ACTIVE)],
        PLAIN),
    "a share under the name of the programme": Case(
        [[TITLE], ["No", "Kab/Kota", "Universal Coverage Jamsostek", None, None],
         [None, None, "Potensi", "Aktif", "%"], *body(POTENTIAL, ACTIVE, RATES)],
        {**PLAIN, ("reported_coverage", "", MARCH): [rate / 100 for rate in RATES]}, ["C2:E2"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_table_as_odd_as_offices_draw_it_is_read_right(name: str) -> None:
    case = CASES[name]
    result = look(sheet(*case.lines, merges=case.merges, name=case.name), file=case.file)
    expected = {
        (measure, segment, day, f"62.{place:02d}"): pytest.approx(value)
        for (measure, segment, day), numbers in case.truth.items()
        for place, value in enumerate(numbers, 1)
    }

    assert values(result.book) == expected
    assert open_questions(result) == []


def test_another_province_among_the_rows_is_no_title_that_names_the_own_one() -> None:
    page = sheet([TITLE], ["No", "Wilayah", "Aktif"], [1, "Kalimantan Barat", 5000], *body(ACTIVE))
    result = look(page)

    assert not values(result.book)
    assert open_questions(result) == [("province", "")]


@pytest.mark.parametrize(
    "title", ["Realisasi akuisisi peserta aktif baru s.d. Maret 2025", "Penambahan peserta Maret 2025"]
)
def test_registrations_are_said_to_be_no_count_of_all_workers(title: str) -> None:
    found = look(sheet([title], ["No", "Kab/Kota", "Target", "Realisasi"], *body(POTENTIAL, ACTIVE)))

    assert "title_narrows" in [problem.code for problem in found.book.problems]
