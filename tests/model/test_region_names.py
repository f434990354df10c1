import json
import math
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.region_index import index
from model.region_names import MatchStatus, RegionMatch, match_region
from model.region_text import squeezed
from model.regions import Region, provinces, regions
from resources import FOLDER
from tests.builders.region_names import found, name_of

_CASES = json.loads((Path(__file__).parent / "data" / "region_names.json").read_text(encoding="utf-8"))
_ALIASES = json.loads((FOLDER / "region_aliases.json").read_text(encoding="utf-8"))
_BELOW = tuple(region for region in regions().values() if region.kind != "provinsi")

DECORATIONS = (
    "{}",
    "  {}  ",
    "1. {}",
    "12) {}",
    "{} *)",
    "{}*)",
    "{} 1)",
    "{}²",
    "{}¹⁾",
    "{} **",
    "\u00a0{}\u00a0",
    "\ufeff{}",
    "{}.",
    "- {}",
    "{}:",
    "IV. {}",
    "a) {}",
    "({})",
)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: repr(case["in"]))
def test_names_as_found_in_files_give_their_code_or_the_status_that_is_right(case: dict[str, object]) -> None:
    match = match_region(case["in"], "62")
    certain = match.region.code if match.region and match.status is MatchStatus.MATCH else None

    assert (match.status.value, certain) == (case.get("status", "match"), case.get("code"))


@pytest.mark.parametrize("region", _BELOW, ids=lambda region: region.code)
def test_every_regency_and_city_is_found_by_its_full_name_in_its_own_province(region: Region) -> None:
    for text in (
        region.full_name,
        name_of(region),
        region.full_name.upper(),
        f"{region.name} ({region.kind})",
    ):
        assert found(text, region.province) == ("match", region.code), text


@pytest.mark.parametrize("region", _BELOW, ids=lambda region: region.code)
def test_every_dotted_code_is_kemendagris(region: Region) -> None:
    assert found(region.code, region.province) == ("match", region.code)
    assert found(f"{region.code} {name_of(region)}", region.province) == ("match", region.code)


@pytest.mark.parametrize("province", provinces(), ids=lambda region: region.code)
def test_every_province_is_the_total_of_its_own_office_and_outside_every_other(province: Region) -> None:
    other = "62" if province.code != "62" else "63"

    assert found(province.full_name, province.code) == ("aggregate", province.code)
    assert found(province.full_name, other) == ("outside_province", None)
    assert match_region(province.full_name, other).candidates[0] == province


def test_every_curated_alias_matches_its_region() -> None:
    for province, entry in _ALIASES["regencies"].items():
        for code, names in entry["automatic"].items():
            for name in names:
                assert found(name, province) == ("match", code), name
    for code, names in _ALIASES["provinces"].items():
        for name in names:
            assert found(name, code) == ("aggregate", code), name


def test_no_alias_is_so_short_that_it_may_be_something_else() -> None:
    names = index().exact

    assert min(map(len, names)) >= 2
    assert {name for name in names if len(name) == 2} == set()
    assert not {"kota", "kab", "kabupaten", "provinsi", "jumlah", "total", "pu", "bpu"} & set(names)


def test_names_that_must_be_asked_about_have_their_candidates() -> None:
    candidates = [region.code for region in match_region("Kotawaringin", "62").candidates]

    assert candidates == ["62.01", "62.02"]
    for name, codes in _ALIASES["regencies"]["62"]["ambiguous"].items():
        match = match_region(name, "62")
        assert (match.status, [region.code for region in match.candidates]) == ("ambiguous", codes)


def test_vague_short_forms_are_only_suggested() -> None:
    for code, names in _ALIASES["regencies"]["62"]["suggest_only"].items():
        for name in names:
            match = match_region(name, "62")
            assert (match.status, [region.code for region in match.candidates]) == ("suggest", [code])


@pytest.mark.parametrize(
    ("typo", "first"),
    [
        ("Barito Utra", "62.05"),
        ("Kotawaringin Timr", "62.02"),
        ("Lamandua", "62.09"),
        ("Kab. Katinggan", "62.06"),
        ("Murung Ray", "62.12"),
    ],
)
def test_a_typing_mistake_is_suggested_and_never_matched(typo: str, first: str) -> None:
    match = match_region(typo, "62")

    assert (match.status, match.region) == ("suggest", None)
    assert match.candidates[0].code == first


@pytest.mark.parametrize(
    ("text", "province", "code"),
    [
        ("Bandung", "32", "32.04"),
        ("Kab. Bandung", "32", "32.04"),
        ("Kota Bandung", "32", "32.73"),
        ("Bandung, Kota", "32", "32.73"),
        ("Kodya Bandung", "32", "32.73"),
        ("Banjar", "32", "32.79"),
        ("Banjar", "63", "63.03"),
        ("Mura", "16", "16.05"),
        ("Mura", "62", "62.12"),
        ("Kota Solo", "33", "33.72"),
        ("Lampung Sel.", "18", "18.01"),
        ("Sangihe", "71", "71.03"),
        ("Kep. Aru", "81", "81.07"),
        ("Toli Toli", "72", "72.04"),
        ("Kota Adm. Jakarta Pusat", "31", "31.71"),
        ("Lima Puluh Kota", "13", "13.07"),
        ("Yogyakarta", "34", "34.71"),
        ("Kotabaru", "63", "63.02"),
        ("Kapuas Hulu", "61", "61.06"),
    ],
)
def test_an_office_of_another_province_finds_its_own(text: str, province: str, code: str) -> None:
    assert found(text, province) == ("match", code)


@pytest.mark.parametrize(("text", "province"), [("Jambi", "15"), ("Bengkulu", "17"), ("Gorontalo", "75")])
def test_a_name_of_a_province_and_of_its_city_must_be_asked_about(text: str, province: str) -> None:
    match = match_region(text, province)

    assert match.status is MatchStatus.AMBIGUOUS
    assert province in {region.code for region in match.candidates}


@pytest.mark.parametrize(
    "text", ["Banjar", "Kapuas Hulu", "Batola", "Kab. Kuningan", "HSS", "32.04", 6301, "6371"]
)
def test_a_region_elsewhere_is_outside_and_named(text: object) -> None:
    match = match_region(text, "62")

    assert (match.status, match.region) == ("outside_province", None)
    assert match.candidates


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Jumlah", None),
        ("J U M L A H", None),
        ("Jml.", None),
        ("TOTAL", None),
        ("Sub Total", None),
        ("Grand total", None),
        ("Jumlah / Total", None),
        ("Total (14 Kab/Kota)", None),
        ("Rata-rata", None),
        ("Rata-rata Kalteng", None),
        ("Indonesia", None),
        ("Nasional", None),
        ("Kalimantan", None),
        ("Provinsi", "62"),
        ("Prov. Kalteng", "62"),
        ("PROVINSI KALIMANTAN TENGAH", "62"),
        ("Jumlah Kalimantan Tengah", "62"),
        ("Total Prov. Kalteng", "62"),
        ("Kalteng (Total)", "62"),
        ("Jumlah Kalimantan Selatan", None),
        (62, "62"),
        (62.0, "62"),
        ("62", "62"),
    ],
)
def test_rows_of_totals_are_known_and_the_province_among_them(text: object, code: str | None) -> None:
    assert found(text) == ("aggregate", code)


@pytest.mark.parametrize("text", [None, "", "   ", "-", "–", "...", "*)", math.nan, "n/a", "NA", "\u00a0"])
def test_what_says_nothing_is_empty(text: object) -> None:
    assert found(text) == ("empty", None)


@pytest.mark.parametrize(
    "text",
    ["Xyz", "Kab/Kota", "Kabupaten/Kota", 14, "3", True, 2024, "2024", "99.99", math.inf, date(2025, 3, 31)],
)
def test_what_names_no_region_is_unknown(text: object) -> None:
    assert found(text) == ("unknown", None)


@pytest.mark.parametrize(("text", "wrong"), [("Kota Kapuas", "62.03"), ("Kab. Palangka Raya", "62.71")])
def test_the_wrong_kind_is_a_conflict_and_names_what_there_is(text: str, wrong: str) -> None:
    match = match_region(text, "62")

    assert match == RegionMatch(MatchStatus.CONFLICT_TYPE, candidates=(regions()[wrong],))


def test_without_a_province_only_names_that_one_region_bears_match() -> None:
    assert found("Kapuas", "") == ("match", "62.03")
    assert found("Kota Bandung", "") == ("match", "32.73")
    assert match_region("Banjar", "").status is MatchStatus.AMBIGUOUS
    assert found("Kalimantan Selatan", "") == ("aggregate", "63")


@settings(max_examples=300)
@given(
    region=st.sampled_from(_BELOW),
    decoration=st.sampled_from(DECORATIONS),
    change=st.sampled_from([str, str.upper, str.lower, str.title]),
    space=st.sampled_from([" ", "  ", "\u00a0", "_", "\t", " \n"]),
)
def test_decoration_case_and_spaces_never_change_a_match(
    region: Region, decoration: str, change: type[str], space: str
) -> None:
    text = decoration.format(change(name_of(region)).replace(" ", space))

    assert found(text, region.province) == ("match", region.code)


@settings(max_examples=200)
@given(
    case=st.sampled_from(
        [case["in"] for case in _CASES if isinstance(case["in"], str) and case["in"][0].isalpha()]
    ),
    decoration=st.sampled_from(DECORATIONS),
)
def test_decoration_changes_no_answer_at_all(case: str, decoration: str) -> None:
    assert match_region(decoration.format(case), "62") == match_region(case, "62")


@settings(max_examples=300)
@given(
    text=st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.booleans(), st.dates(), st.binary()),
    province=st.sampled_from(["62", "32", "", "99", "x"]),
    scheme=st.sampled_from(["", "kemendagri", "bps"]),
)
def test_nothing_whatever_makes_matching_raise(text: object, province: str, scheme: str) -> None:
    match = match_region(text, province, scheme)  # type: ignore[arg-type]

    assert match.status in MatchStatus
    assert (match.status is MatchStatus.MATCH) <= (match.region is not None)


def test_squeezing_keeps_letters_and_digits_alone() -> None:
    assert squeezed("1. Kab. Gn. Mas *)") == "kabgnmas"
    assert squeezed("PULANG_PISAU 2)") == "pulangpisau"
