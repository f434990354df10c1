"""Figures that a later file repeats: the very same figure is stored once, and that is said."""

from collections.abc import Iterator, Mapping

import pandas as pd

from model.observations import KEY, observation
from model.problems import Problem, Severity
from model.regions import region_name

_SAME = [*KEY, "precision", "value", "vintage", "nature"]
"""Two figures that agree in all of this are one; a note is something that only one of them may have."""


def repeated(frame: pd.DataFrame, before: pd.DataFrame) -> pd.Series:
    """Return for each figure of *frame* the row of *before* with the very same figure, -1 for none.

    A figure with a note that the earlier one lacks is another one: nothing that somebody wrote is lost.
    """
    none = pd.Series(-1, index=frame.index, dtype="int64")
    if not len(frame) or not len(before):
        return none
    shared = frame["as_of"].isin(before["as_of"].unique())
    if not shared.any():
        return none
    first = before[[*_SAME, "note"]].assign(row=range(len(before)))
    rows = _rows(frame[shared], first, _SAME)
    noted = frame.loc[shared, "note"] != ""
    if noted.any():
        rows = rows.where(~noted, _rows(frame[shared], first, [*_SAME, "note"]))
    none.loc[rows.index] = rows
    return none


def _rows(frame: pd.DataFrame, first: pd.DataFrame, same: list[str]) -> pd.Series:
    known = first.drop_duplicates(same)[[*same, "row"]]
    rows = frame[same].merge(known, how="left", on=same)["row"]
    return pd.Series(rows.fillna(-1).astype("int64").to_numpy(), index=frame.index)


def told(
    frame: pd.DataFrame, before: pd.DataFrame, rows: pd.Series, files: Mapping[str, str]
) -> Iterator[Problem]:
    """Say of the figures of *frame* that *rows* finds in *before*: one finding for each pair of files.

    *files* are the names of the files by the ids of their sources.
    """
    same = rows[rows >= 0]
    used = before["source"].iloc[same].to_numpy()
    for _, group in same.groupby([used, frame.loc[same.index, "source"]], sort=False):
        mine, theirs = frame.loc[group.index[0]], before.iloc[int(group.iloc[0])]
        names = (files.get(str(row["source"]), "") for row in (mine, theirs))
        yield _told(mine, theirs, len(group), *names)


def _told(mine: pd.Series, theirs: pd.Series, count: int, file: str, used_file: str) -> Problem:
    found, used = observation(mine), observation(theirs)
    return Problem(
        Severity.INFO,
        "same_figure_twice",
        file,
        found.sheet,
        found.cell,
        found.region,
        facts={
            "name": f"{region_name(found.region)} {found.segment}".strip(),
            "segment": found.segment,
            "as_of": found.as_of,
            "measure": str(found.measure),
            "count": count,
            "file": file,
            "used_file": used_file,
            "value": found.value,
            "used_at": _address(used_file, used.sheet, used.cell),
            "other_at": _address(file, found.sheet, found.cell),
        },
    )


def _address(file: str, sheet: str, cell: str) -> str:
    return f"{file} {sheet}!{cell}".strip() if sheet else f"{file} {cell}".strip()
