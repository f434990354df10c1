import math
import string
import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import wording
from model.measures import Measure
from model.observations import Nature
from model.periods import Period, Precision, month, quarter, year
from model.problems import Problem, Severity, ordered
from model.segments import SEGMENTS
from resources import FOLDER

_KNOWN_FORMATS = {
    "", "cell", "people", "number", "percent1", "percent2", "reported", "points", "points_bare",
    "day", "measure",
}  # fmt: skip


def placeholders(sentence: str) -> set[tuple[str, str]]:
    parts = string.Formatter().parse(sentence)
    return {(name, spec or "") for _, name, spec, _ in parts if name is not None}


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1_009_250, 0, "1.009.250"),
        (465_940.0, 0, "465.940"),
        (999, 0, "999"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-346, 0, "−346"),
        (-0.4, 0, "0"),
        (1234.567, 2, "1.234,57"),
        (0.285 * 100, 2, "28,50"),
        (1e30, 0, "1." + ".".join(["000"] * 10)),
        (None, 0, "–"),
        (math.nan, 2, "–"),
        (math.inf, 0, "–"),
    ],
)
def test_numbers_are_grouped_and_rounded_half_up(value: float | None, decimals: int, text: str) -> None:
    assert wording.number(value, decimals) == text


def test_english_turns_points_and_commas_round() -> None:
    assert wording.number(1_009_250.25, 2, "en") == "1,009,250.25"
    assert wording.percent(0.4617, 2, "en") == "46.17%"


@pytest.mark.parametrize(
    ("value", "text"), [(465_940, "465.940"), (1.5, "1,5"), (0, "0"), (None, "–"), (math.nan, "–")]
)
def test_people_are_whole_where_they_are(value: float | None, text: str) -> None:
    assert wording.people(value) == text


@pytest.mark.parametrize(
    ("fraction", "decimals", "text"),
    [
        (0.462, 1, "46,2 %"),
        (465_940 / 1_009_250, 2, "46,17 %"),
        (0.285, 1, "28,5 %"),
        (1.5087, 1, "150,9 %"),
        (0.00005, 2, "0,01 %"),
        (None, 1, "–"),
        (math.nan, 1, "–"),
    ],
)
def test_shares_are_percentages_that_binary_fractions_do_not_spoil(
    fraction: float | None, decimals: int, text: str
) -> None:
    assert wording.percent(fraction, decimals) == text


@pytest.mark.parametrize(
    ("fraction", "text"),
    [
        (0.462, "46,2 %"),
        (0.4222, "42,22 %"),
        (0.37, "37 %"),
        (0.123456, "12,35 %"),
        (math.nan, "–"),
        (None, "–"),
    ],
)
def test_a_reported_share_keeps_the_decimals_that_it_came_with(fraction: float | None, text: str) -> None:
    assert wording.as_reported(fraction) == text


def test_differences_are_percentage_points_with_their_sign() -> None:
    assert wording.points(0.0073) == "0,73 poin persen"
    assert wording.points(-0.0003, language="en") == "−0.03 percentage points"
    assert wording.points(0.0076, unit=False) == "0,76"
    assert wording.points(None) == "–"


@pytest.mark.parametrize(
    ("text", "signed"), [("0,73", "+0,73"), ("−346", "−346"), ("0,00", "0,00"), ("–", "–"), ("10", "+10")]
)
def test_a_plus_stands_only_before_what_grew(text: str, signed: str) -> None:
    assert wording.signed(text) == signed


@pytest.mark.parametrize(
    ("value", "indonesian", "english", "short"),
    [
        (month(2025, 3), "31 Maret 2025", "31 March 2025", "Mar 2025"),
        (year(2024), "tahun 2024", "year 2024", "2024"),
        (quarter(2025, 1), "triwulan I 2025", "quarter I 2025", "Mar 2025"),
        (Period(date(2025, 3, 14), Precision.DAY), "14 Maret 2025", "14 March 2025", "14 Mar 2025"),
        (date(2024, 8, 31), "31 Agustus 2024", "31 August 2024", "Agu 2024"),
        (None, "–", "–", "–"),
    ],
)
def test_positions_are_said_as_precisely_as_they_were_given(
    value: date | Period | None, indonesian: str, english: str, short: str
) -> None:
    assert wording.day(value) == indonesian
    assert wording.day(value, "en") == english
    assert wording.short_day(value) == short


def test_both_languages_say_the_same_things() -> None:
    assert wording.keys("id") == wording.keys("en")


@pytest.mark.parametrize("key", sorted(wording.keys("id")))
def test_a_sentence_has_the_same_placeholders_in_both_languages(key: str) -> None:
    texts = [wording._catalogue(language)[key] for language in wording.LANGUAGES]
    named = [{name for name, _ in placeholders(text)} for text in texts]

    assert named[0] == named[1]
    assert all(spec in _KNOWN_FORMATS for text in texts for _, spec in placeholders(text))


def test_no_sentence_stands_in_two_files() -> None:
    for language in wording.LANGUAGES:
        seen: dict[str, str] = {}
        for path in sorted((FOLDER / "wording" / language).glob("*.toml")):
            for section, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
                for name in entries:
                    assert seen.setdefault(f"{section}.{name}", path.name) == path.name


def test_every_term_of_the_vocabulary_has_a_label() -> None:
    for language in wording.LANGUAGES:
        for measure in Measure:
            assert wording.label("measure", measure.value, language)
        for segment in SEGMENTS:
            assert wording.label("segment", segment, language)
        for severity in Severity:
            assert wording.label("severity", severity.value, language)
        assert all(wording.label("nature", nature.name.casefold(), language) for nature in Nature if nature)


def test_an_unknown_sentence_is_an_error_and_not_silence() -> None:
    with pytest.raises(KeyError):
        wording.say("problem.no_such_thing")
    assert not wording.has("problem.no_such_thing")


def test_problems_stand_by_severity_in_the_order_found_and_once() -> None:
    def problem(severity: Severity, cell: str) -> Problem:
        return Problem(severity, "book_bad_date", "a.xlsx", "Data", cell, facts={"written": "x"})

    first, second, third = (
        problem(Severity.INFO, "A1"),
        problem(Severity.ERROR, "A2"),
        problem(Severity.ERROR, "A1"),
    )

    assert ordered((first, second, third, second)) == (second, third, first)
    assert second.place == "Data!A2"
    assert second.text() == "“x” bukan tanggal yang ada."


@given(st.floats(), st.integers(0, 4), st.sampled_from(wording.LANGUAGES))
def test_no_number_whatever_makes_formatting_raise(value: float, decimals: int, language: str) -> None:
    for text in (
        wording.number(value, decimals, language),
        wording.people(value, language),
        wording.percent(value, decimals, language),
        wording.as_reported(value, language),
        wording.points(value, decimals, language),
    ):
        assert text
