import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.region_names import MatchStatus, code_scheme, infer_province, match_region
from model.regions import Region, regencies, regions


def found(text: object, province: str = "62") -> tuple[str, str | None]:
    match = match_region(text, province)
    return match.status.value, match.region.code if match.region else None


def name_of(region: Region) -> str:
    return f"{'Kab.' if region.kind == 'kabupaten' else 'Kota'} {region.name}"


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


def test_the_names_beside_a_column_of_codes_decide_whose_they_are() -> None:
    below = regencies("62")
    names = [region.name for region in below]

    assert code_scheme([region.bps for region in below], names, "62") == "bps"
    assert code_scheme([float(region.bps) for region in below], names, "62") == "bps"
    assert code_scheme([region.code.replace(".", "") for region in below], names, "62") == "kemendagri"
    assert code_scheme([region.code for region in below], names, "62") == "kemendagri"
    assert code_scheme([f"62.{region.bps[2:]}" for region in below], names, "62") == "bps"


def test_the_scheme_is_asked_for_where_the_names_do_not_decide() -> None:
    assert code_scheme(["6206", "6207"], [None, "Jumlah"], "62") is None
    assert code_scheme(["6206", "6206"], ["Sukamara", "Katingan"], "62") is None
    assert code_scheme([], [], "62") is None
    assert code_scheme(["6201", "6203"], ["Kotawaringin Barat", "Kapuas"], "62") == "kemendagri"


def test_one_slip_in_a_column_does_not_change_whose_codes_they_are() -> None:
    below = regencies("62")
    names = ["Kapuas", *(region.name for region in below[1:])]

    assert code_scheme([region.bps for region in below], names, "62") == "bps"


def test_codes_elsewhere_are_kemendagris_only_where_the_names_agree() -> None:
    names = [name_of(region) for region in regencies("32")]
    codes = [region.code.replace(".", "") for region in regencies("32")]

    assert code_scheme(codes, names, "32") == "kemendagri"
    assert code_scheme(codes[::-1], names, "32") is None


@settings(max_examples=100)
@given(st.lists(st.one_of(st.text(), st.integers(), st.floats(), st.none()), max_size=5))
def test_nothing_whatever_makes_a_column_of_codes_raise(cells: list[object]) -> None:
    assert code_scheme(cells, cells[::-1], "62") in {None, "kemendagri", "bps"}
    assert infer_province(cells) is None or infer_province(cells) in regions()
