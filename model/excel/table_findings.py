"""What is said once about a table whose figures are read: what there is, what repeats, who has no row."""

from collections.abc import Collection
from typing import Final

from model.excel.layout import ColumnKind, Layout
from model.excel.notices import notice
from model.periods import Period
from model.problems import Problem, Severity
from model.regions import regencies

_NAMES_SHOWN: Final = 20
_TOO_OFTEN: Final = 3
_STRANGERS: Final = 10
_KEYS: Final = frozenset([ColumnKind.PERIOD, ColumnKind.SEGMENT])


def repeats_too_often(repeated: int, different: int) -> bool:
    """Say whether so many rows say again what other rows are about that the table is no summary.

    *different* is how many regions, each in its period and segment, the rows are about.
    """
    return repeated >= max(_TOO_OFTEN, different / 2)


def are_strangers(unknown: int, known: int) -> bool:
    """Say whether a table is about something else: so many of its rows have unknown names, so few known."""
    return unknown >= _STRANGERS and unknown > 2 * known


def repeated_code(layout: Layout) -> str:
    """Return the code of the finding that rows repeat: with the columns that tell them apart or without."""
    has_keys = any(column.kind in _KEYS for column in layout.columns)
    return "keys_repeated" if has_keys else "regions_repeated"


def without_row(layout: Layout, present: Collection[str]) -> dict[str, object]:
    """Return how many regencies of the province are not among those *present*, and which; {} for none."""
    if not present or layout.about:
        return {}
    names = [region.full_name for region in regencies(layout.province) if region.code not in present]
    return {"count": len(names), "names": ", ".join(names[:_NAMES_SHOWN])} if names else {}


def read_summary(file: str, sheet: str, regions: int, figures: int, days: Collection[Period]) -> Problem:
    """Return the remark how much was read, of which positions (*days*, at least one)."""
    facts: dict[str, object] = {
        "regions": regions, "figures": figures, "first": min(days), "last": max(days), "positions": len(days),
    }  # fmt: skip
    code = "table_read" if len(days) == 1 else "table_read_several"
    return notice(Severity.INFO, code, file, sheet, "", **facts)
