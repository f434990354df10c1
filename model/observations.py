"""The tidy table: one row per counted figure, with the cell that it came from."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

import pandas as pd

from model.measures import Measure
from model.periods import Period, Precision


class Nature(StrEnum):
    """Where a figure stands between published and made up."""

    SOURCED = ""
    """Stands in a source as it is."""
    DERIVED = "turunan"
    """Computed from sourced figures because the source states none; shown with "±"."""
    INVENTED = "rekaan"
    """Made up for an example; marked wherever it is shown."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure: *value* (people, or a fraction for a reported coverage; None: not reported).

    ``region`` is a Kemendagri code, ``segment`` one of model.segments ("" the total),
    ``vintage`` the name of the base ("" where none is named), ``source`` the id of a Source.
    """

    region: str
    segment: str
    as_of: Period
    measure: Measure
    value: float | None
    vintage: str = ""
    nature: Nature = Nature.SOURCED
    source: str = ""
    sheet: str = ""
    cell: str = ""
    note: str = ""


COLUMNS: Final = (
    "region", "segment", "as_of", "precision", "measure", "value",
    "vintage", "nature", "source", "sheet", "cell", "note",
)  # fmt: skip
KEY: Final = ["region", "segment", "as_of", "measure"]
"""What identifies a figure: two rows with one key and two values contradict each other."""


def table(observations: Iterable[Observation] = ()) -> pd.DataFrame:
    """Return the observations as the tidy table: COLUMNS, ``as_of`` a timestamp, ``value`` a float.

    A value that was not reported is NaN. Row order is kept; the index is 0..n-1.
    """
    names = [field.name for field in fields(Observation)]
    columns: dict[str, list[object]] = {name: [] for name in names}
    for observation in observations:
        for name in names:
            columns[name].append(getattr(observation, name))
    periods: list[Period] = columns.pop("as_of")  # type: ignore[assignment]
    columns["precision"] = [str(period.precision) for period in periods]
    columns["measure"] = [str(measure) for measure in columns["measure"]]
    columns["nature"] = [str(nature) for nature in columns["nature"]]
    frame = pd.DataFrame(columns)
    frame["as_of"] = pd.to_datetime(pd.Series([period.day for period in periods], dtype="object"))
    return typed(frame)


def typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Return *frame* with COLUMNS in order and their types; KeyError if one is missing."""
    frame = frame.loc[:, list(COLUMNS)].reset_index(drop=True)
    frame["as_of"] = frame["as_of"].astype("datetime64[ns]")
    frame["value"] = frame["value"].astype("float64")
    for name in COLUMNS:
        if name not in {"as_of", "value"}:
            frame[name] = frame[name].astype("str")
    return frame


def concatenated(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Return the rows of all tables below each other; the empty table for none."""
    kept = [frame for frame in frames if len(frame)]
    if len(kept) < 2:
        return typed(kept[0]) if kept else table()
    return typed(pd.concat(kept, ignore_index=True))


def observation(row: pd.Series) -> Observation:
    """Return one row of the table as a value."""
    return Observation(
        region=row["region"],
        segment=row["segment"],
        as_of=Period(row["as_of"].date(), Precision(row["precision"])),
        measure=Measure(row["measure"]),
        value=None if pd.isna(row["value"]) else float(row["value"]),
        vintage=row["vintage"],
        nature=Nature(row["nature"]),
        source=row["source"],
        sheet=row["sheet"],
        cell=row["cell"],
        note=row["note"],
    )
