import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.region_columns import code_scheme, infer_province
from model.regions import Region, provinces, regencies, regions
from tests.builders.region_names import name_of


def test_the_province_is_inferred_when_nearly_all_names_belong_to_it() -> None:
    names = [region.name for region in regencies("62")]

    assert infer_province([*names, "Jumlah", None, "Sumber: BPS"]) == "62"
    assert infer_province([*names, "Kalimantan Tengah", "Indonesia", "Jawa Timur"]) == "62"
    assert infer_province([name.upper() for name in names[:3]]) == "62"
    assert infer_province([region.code for region in regencies("32")]) == "32"
    assert infer_province(["Mura", "Kapuas", "Bartim"]) == "62"


def test_the_province_is_not_inferred_from_a_national_table_or_from_nothing() -> None:
    assert infer_province([province.name for province in provinces()]) is None
    assert infer_province([*(region.name for region in regencies("62")), *("Malang", "Sleman") * 5]) is None
    assert infer_province(["Xyz", "Jumlah", None, 3.5]) is None
    assert infer_province([]) is None
    assert infer_province(["Banjar"]) is None


@pytest.mark.parametrize("province", provinces(), ids=lambda region: region.code)
def test_every_province_is_inferred_from_its_regencies(province: Region) -> None:
    names = [name_of(region) for region in regencies(province.code)]

    assert infer_province(names) == province.code


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
