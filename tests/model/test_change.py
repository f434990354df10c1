import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.change import as_printed, explain, split_change
from model.coverage import Row, region_row
from tests.builders.books import DECEMBER, MARCH, PROVINCE, PUBLISHED, book, counted

COUNTS = st.tuples(st.integers(0, 10**8), st.integers(1, 10**8))


def rows(old: tuple[float, float], new: tuple[float, float]) -> tuple[Row, Row]:
    made = book(
        counted(active=old[0], eligible=old[1], as_of=DECEMBER, vintage="A"),
        counted(active=new[0], eligible=new[1], vintage="A"),
    )
    return region_row(made, PROVINCE, "", DECEMBER), region_row(made, PROVINCE, "", MARCH)


def test_the_province_rose_because_its_base_shrank() -> None:
    change = split_change((466_286, 1_026_158), (465_940, 1_009_250))

    assert change.total == pytest.approx(0.0073, abs=5e-5)
    assert change.membership == pytest.approx(-0.0003, abs=5e-5)
    assert change.base == pytest.approx(0.0076, abs=5e-5)


def test_more_than_half_of_the_fall_in_pati_is_its_base() -> None:
    change = split_change((0.39 * 511_111, 511_111), (0.29 * 599_061, 599_061))

    assert change.membership == pytest.approx(-0.0464, abs=5e-5)
    assert change.base == pytest.approx(-0.0536, abs=5e-5)


@given(COUNTS, COUNTS)
def test_the_effects_add_up_to_the_change(old: tuple[int, int], new: tuple[int, int]) -> None:
    change = split_change(old, new)

    scale = max(old[0] / old[1], new[0] / new[1], abs(change.membership), abs(change.base), 1e-300)
    assert abs(change.membership + change.base - change.total) <= 8e-16 * scale


@given(COUNTS, COUNTS)
def test_looking_back_reverses_both_effects(old: tuple[int, int], new: tuple[int, int]) -> None:
    forth, back = split_change(old, new), split_change(new, old)

    assert forth.membership == pytest.approx(-back.membership)
    assert forth.base == pytest.approx(-back.base)


def test_the_sentence_of_the_province_in_march_2025() -> None:
    made = book(*PUBLISHED)
    old, new = (region_row(made, PROVINCE, "", position) for position in (DECEMBER, MARCH))

    headline, explanation = explain(old, new, DECEMBER)

    assert headline == "Cakupan naik 0,73 poin persen, padahal peserta aktif berkurang 346 orang."
    assert explanation == (
        "Penyebabnya potensi yang lebih kecil (+0,76 poin persen); perubahan peserta justru "
        "menurunkannya 0,03 poin persen. Basis potensi berganti, "
        "jadi kedua posisi tidak sepenuhnya sebanding."
    )


@pytest.mark.parametrize(
    ("old", "new", "headline"),
    [
        ((40, 100), (50, 100), "Cakupan naik 10,00 poin persen dan peserta aktif bertambah 10 orang."),
        ((40, 100), (30, 100), "Cakupan turun 10,00 poin persen dan peserta aktif berkurang 10 orang."),
        ((40, 100), (41, 200), "Cakupan turun 19,50 poin persen, padahal peserta aktif bertambah 1 orang."),
        (
            (40, 100),
            (40, 80),
            "Cakupan naik 10,00 poin persen, sedangkan jumlah peserta aktif tidak berubah.",
        ),
        ((40, 100), (80, 200), "Cakupan tetap 40,00 %, meskipun peserta aktif bertambah 40 orang."),
        ((40, 100), (40, 100), "Cakupan tetap 40,00 % dan jumlah peserta aktif tidak berubah."),
    ],
)
def test_the_headline_says_both_movements(
    old: tuple[float, float], new: tuple[float, float], headline: str
) -> None:
    assert explain(*rows(old, new), DECEMBER)[0] == headline


def test_one_cause_is_named_alone() -> None:
    _, explanation = explain(*rows((40, 100), (50, 100)), DECEMBER)

    assert explanation == "Penyebabnya peserta aktif yang bertambah (+10,00 poin persen)."


def test_causes_of_one_direction_are_said_to_work_together() -> None:
    _, explanation = explain(*rows((40, 100), (60, 90)), DECEMBER)

    assert "ikut menaikkannya" in explanation


def test_the_first_position_has_nothing_to_be_compared_with() -> None:
    _, new = rows((40, 100), (50, 100))

    assert explain(None, new, None) == ("Ini posisi pertama; belum ada pembanding.", "")


def test_a_missing_count_is_said_rather_than_guessed() -> None:
    made = book(counted(active=4, as_of=DECEMBER), counted(active=5, eligible=10))
    old, new = (region_row(made, PROVINCE, "", position) for position in (DECEMBER, MARCH))

    assert "tidak dapat dihitung" in explain(old, new, DECEMBER)[0]


def test_english_says_the_same() -> None:
    headline, _ = explain(*rows((40, 100), (41, 200)), DECEMBER, "en")

    assert headline == "Coverage fell 19.50 percentage points although active participants grew by 1."


@given(COUNTS, COUNTS)
def test_printed_effects_add_up_to_the_printed_change(old: tuple[int, int], new: tuple[int, int]) -> None:
    printed = as_printed(split_change(old, new))

    hundredths = [round(value * 10_000) for value in (printed.total, printed.membership, printed.base)]
    assert hundredths[0] == hundredths[1] + hundredths[2]


@given(COUNTS, COUNTS)
def test_printing_moves_an_effect_by_less_than_two_hundredths(
    old: tuple[int, int], new: tuple[int, int]
) -> None:
    exact = split_change(old, new)
    printed = as_printed(exact)

    scale = max(abs(exact.membership), abs(exact.base), 1.0)
    assert abs(printed.membership - exact.membership) < 0.000_2 * scale
    assert abs(printed.base - exact.base) < 0.000_2 * scale
