"""Marks of footnotes belong to no name, no header and no number."""

from pathlib import Path

import pytest

from model.excel.read import read_file
from model.measures import Measure
from tests.builders.office import TITLE, figures, workbook


@pytest.mark.parametrize("mark", ["¹", "²⁾", "¹)", "*)"])
def test_a_mark_typed_as_a_raised_sign_is_passed_over(tmp_path: Path, mark: str) -> None:
    lines = [["Kapuas" + mark, "1.170" + mark], ["Seruyan", "1.300"]]
    path = workbook(tmp_path / "rekap.xlsx", [TITLE], [], ["Kab/Kota", "Aktif" + mark], *lines)

    assert figures(read_file(path), Measure.ACTIVE) == {"62.03": 1170, "62.07": 1300}
