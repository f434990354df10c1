import pytest

from model.region_names import MatchStatus, match_region
from model.regions import regions
from tests.builders.region_names import found


@pytest.mark.parametrize("text", ["6206", 6206, 6206.0, "6213 "])
def test_a_lone_code_that_the_schemes_read_differently_must_be_asked_about(text: object) -> None:
    match = match_region(text, "62")

    assert match.status is MatchStatus.AMBIGUOUS_CODE
    assert len(match.candidates) == 2


@pytest.mark.parametrize(
    ("text", "kemendagri", "bps"),
    [
        ("6206", "62.06", "62.08"),
        (6211.0, "62.11", "62.10"),
        ("62.06", "62.06", "62.08"),
        (62.1, "62.10", "62.11"),
    ],
)
def test_a_scheme_settles_what_a_code_means(text: object, kemendagri: str, bps: str) -> None:
    first, second = match_region(text, "62", "kemendagri").region, match_region(text, "62", "bps").region

    assert first is not None
    assert second is not None
    assert (first.code, second.code) == (kemendagri, bps)


@pytest.mark.parametrize("text", ["6201", 6202, 6203.0, "6204", "6205", 6271.0])
def test_a_code_that_both_schemes_agree_on_needs_no_asking(text: object) -> None:
    assert found(text)[0] == "match"


@pytest.mark.parametrize("text", ["62.1", 62.1, "62,1", "62.10", "62.10 "])
def test_the_zero_that_excel_drops_is_put_back(text: object) -> None:
    assert found(text) == ("match", "62.10")


def test_a_bare_code_of_a_province_whose_bps_codes_are_not_known_must_be_asked_about() -> None:
    assert match_region("3204", "32").status is MatchStatus.AMBIGUOUS_CODE
    assert found("32.04", "32") == ("match", "32.04")
    assert match_region("3204", "32", "kemendagri").region == regions()["32.04"]
    assert match_region("3204", "32", "bps").status is MatchStatus.AMBIGUOUS_CODE


def test_a_code_and_a_name_in_one_cell_must_mean_the_same_to_somebody() -> None:
    assert found("6206 Sukamara") == ("match", "62.08")
    assert found("62.06 - Katingan") == ("match", "62.06")
    assert match_region("6201 Kapuas", "62").status is MatchStatus.AMBIGUOUS
