"""Codes and names of regions in a coverage book, to codes; with a complaint where that fails."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from model.excel.book_cells import text_of
from model.excel.book_lines import Line
from model.excel.grid import Cell
from model.problems import Severity
from model.region_columns import code_scheme, infer_province
from model.region_names import MatchStatus, RegionMatch, match_region, may_name
from model.regions import Region, regions

_CODES = {
    MatchStatus.AMBIGUOUS: "book_ambiguous_region",
    MatchStatus.CONFLICT_TYPE: "book_region_kind",
    MatchStatus.SUGGEST: "book_suggested_region",
    MatchStatus.AMBIGUOUS_CODE: "book_ambiguous_code",
    MatchStatus.AGGREGATE: "book_total_row",
}


@dataclass
class Places:
    """What the codes and names of one book mean: its province, and whose codes they are."""

    province: str = ""
    scheme: Literal["", "kemendagri", "bps"] = ""
    _known: dict[tuple[type, Cell, str], str] = field(default_factory=dict)

    def region(self, line: Line, *, has_name: bool = True) -> str | None:
        """Return the Kemendagri code of a row's region; None, with a complaint, where it is uncertain.

        Code and name must agree where both are there; either alone is enough.
        """
        cell, name = line.cell("code"), line.text("region") if has_name else ""
        key = type(cell), cell, name
        if key in self._known:
            return self._known[key]
        code = self._resolve(line, line.text("code"), name)
        if code is not None:
            self._known[key] = code
        return code

    def _resolve(self, line: Line, code: str, name: str) -> str | None:
        if not code and not name:
            line.complain("book_no_region", "code")
            return None
        coded = self._coded(line.cell("code"), code) if code else None
        named = match_region(name, self.province) if name else None
        by_code, by_name = _certain(coded), _certain(named)
        if by_code and by_name and by_code != by_name and not may_name(name, by_code):
            line.complain("book_region_conflict", "code", coded=code, named=name, meant=by_code.full_name)
            return None
        if by_name and coded and coded.status is MatchStatus.AMBIGUOUS_CODE:
            return by_name.code
        if coded and not by_code:
            self._refuse(line, "code", coded)
            return None
        if named and not by_name and not by_code:
            self._refuse(line, "region", named)
        found = by_code or by_name
        return found.code if found else None

    def _coded(self, cell: Cell, written: str) -> RegionMatch:
        # A code in full is certain wherever it lies; the office's province only settles the rest.
        region = regions().get(written)
        if region and self.scheme != "bps":
            return RegionMatch(MatchStatus.MATCH, region)
        return match_region(cell, self.province or written[:2], self.scheme)

    def _refuse(self, line: Line, column: str, match: RegionMatch) -> None:
        if match.status is MatchStatus.OUTSIDE_PROVINCE and len(match.candidates) > 1:
            code = "book_ambiguous_region"
        else:
            code = _CODES.get(match.status, "book_unknown_region")
        severity = Severity.WARNING if match.status is MatchStatus.AGGREGATE else Severity.ERROR
        names = " atau ".join(region.full_name for region in match.candidates)
        line.complain(code, column, severity, candidates=names)


def _certain(match: RegionMatch | None) -> Region | None:
    if match is None:
        return None
    if match.region is None and match.status is MatchStatus.OUTSIDE_PROVINCE and len(match.candidates) == 1:
        return match.candidates[0]
    return match.region


def places_of(province: str, pairs: Mapping[tuple[Cell, Cell], int]) -> Places:
    """Return how the codes and names of ``Data`` are to be read, decided for the whole column.

    *pairs* are the code and the name of its rows, in their order, and how often each pair occurs.
    """
    counts: dict[Cell, int] = {}
    for (_, name), count in pairs.items():
        counts[name] = counts.get(name, 0) + count
    for (code, _), count in pairs.items():
        if not text_of(code).isdecimal():
            counts[code] = counts.get(code, 0) + count
    home = province or infer_province(counts, counts.values())
    scheme = code_scheme([code for code, _ in pairs], [name for _, name in pairs], home or "")
    return Places(home or "", scheme or "")
