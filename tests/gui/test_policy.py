"""The policy of a machine: what its lines decide, and that no line stops a start."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui import policy
from gui.policy import BadLine, Policy, machine_policy, read_policy
from model.book import Office

COMPLETE = """\
# Kebijakan kantor wilayah
[bawaan]
provinsi = Kalimantan Tengah
kertas = Folio
bahasa = en
kop = BPJS Ketenagakerjaan | Kantor Cabang Palangka Raya|  Jl. RTA Milono
tempat = Palangka Raya

[tetap]
folder_pembaruan = \\\\server\\bersama\\Pembaruan Cakupan
gambar_perangkat_lunak = ya
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "kebijakan.ini"
    monkeypatch.setattr(policy, "policy_path", lambda: path)
    return path


def test_every_key_is_understood() -> None:
    read = read_policy(COMPLETE)

    assert read.values == {
        "province": "62",
        "paper": "folio",
        "language": "en",
        "letterhead": ("BPJS Ketenagakerjaan", "Kantor Cabang Palangka Raya", "Jl. RTA Milono"),
        "place": "Palangka Raya",
        "update_folder": r"\\server\bersama\Pembaruan Cakupan",
        "software_rendering": True,
    }
    assert read.fixed == {"update_folder", "software_rendering"}
    assert read.update_folder == r"\\server\bersama\Pembaruan Cakupan"
    assert read.bad_lines == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[bawan]", "section"),
        ("bahasa", "form"),
        ("bahasa =", "form"),
        ("warna = gelap", "key"),
        ("kertas = a3", "value"),
        ("provinsi = Borneo", "value"),
        ("gambar_perangkat_lunak = mungkin", "value"),
        ("kop = | |", "value"),
        ("tempat = Sampit", "twice"),
    ],
)
def test_a_line_that_cannot_be_used_is_reported_and_the_others_hold(line: str, reason: str) -> None:
    read = read_policy(f"[bawaan]\ntempat = Kasongan\n{line}\n[tetap]\nprovinsi = 62\n")

    assert read.bad_lines == (BadLine(3, reason),)  # type: ignore[arg-type]
    assert read.values == {"place": "Kasongan", "province": "62"}
    assert read.fixed == {"province"}


def test_what_stands_above_or_below_no_known_section_is_not_used() -> None:
    read = read_policy("bahasa = en\n[lain]\nprovinsi = 62\n")

    assert read.values == {}
    assert [line.reason for line in read.bad_lines] == ["outside", "section", "outside"]


@given(st.text())
def test_no_text_stops_a_start(text: str) -> None:
    read = read_policy(text)

    assert set(read.fixed) <= set(read.values)


def test_a_machine_without_a_policy_decides_nothing(place: Path) -> None:
    assert machine_policy() == Policy()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_editor_of_windows_may_have_written_it(place: Path, encoding: str) -> None:
    place.write_bytes("[bawaan]\r\ntempat = Désa Baru\r\n".encode(encoding))

    assert machine_policy().values == {"place": "Désa Baru"}


@pytest.mark.parametrize("content", [b"\0" * 40, b"\xff\xfeabc", b"[bawaan]\0\n"])
def test_a_file_that_is_no_text_is_reported_as_a_whole(place: Path, content: bytes) -> None:
    place.write_bytes(content)

    assert machine_policy() == Policy(bad_lines=(BadLine(0, "unreadable"),))


def test_a_file_that_may_not_be_read_is_reported_as_a_whole(place: Path) -> None:
    place.mkdir()

    assert machine_policy() == Policy(bad_lines=(BadLine(0, "unreadable"),))


OWN = Office(letterhead=("Kantor Sampit",), place="Sampit", paper="a4")
GIVEN = "kop = BPJS | Kantor Wilayah\ntempat = Banjarmasin\nkertas = folio\n"


def test_defaults_hold_where_a_book_says_nothing() -> None:
    office = read_policy(f"[bawaan]\n{GIVEN}").office(Office(), is_own=False)

    assert (office.letterhead, office.place, office.paper) == (
        ("BPJS", "Kantor Wilayah"), "Banjarmasin", "folio",
    )  # fmt: skip


def test_what_a_coverage_book_says_wins_over_a_default() -> None:
    assert read_policy(f"[bawaan]\n{GIVEN}").office(OWN, is_own=True) == OWN


def test_what_is_fixed_wins_over_what_a_book_says() -> None:
    office = read_policy(f"[tetap]\n{GIVEN}").office(OWN, is_own=True)

    assert (office.letterhead, office.place, office.paper) == (
        ("BPJS", "Kantor Wilayah"), "Banjarmasin", "folio",
    )  # fmt: skip


def test_without_a_policy_an_office_stays_as_it_is() -> None:
    assert Policy().office(OWN, is_own=True) is OWN
