import json
from pathlib import Path

import pytest

from model.region_names import MatchStatus, match_region

_CASES = json.loads((Path(__file__).parent / "data" / "region_names.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: repr(case["in"]))
def test_names_as_found_in_files_give_their_code_or_the_status_that_is_right(case: dict[str, object]) -> None:
    match = match_region(case["in"], "62")
    certain = match.region.code if match.region and match.status is MatchStatus.MATCH else None

    assert (match.status.value, certain) == (case.get("status", "match"), case.get("code"))
