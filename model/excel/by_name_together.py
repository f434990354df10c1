"""Lists of persons of several files, counted together: who is on more than one of them counts once.

What comes of it are counts. The hashes by which it is done stay in the process that reads.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd
from pandas.api.types import union_categoricals

from model import wording
from model.book import Book
from model.excel.answers import About
from model.excel.by_name_choice import COUNT
from model.excel.by_name_count import (
    PERSON,
    PLACE,
    SMALL,
    UNKNOWN,
    counts_of,
    in_several,
    observations_of,
    once_each,
    small_ones,
)
from model.excel.by_name_people import People
from model.excel.importing import Import
from model.excel.notices import notice
from model.observations import Observation, concatenated, table
from model.problems import Problem, Severity
from model.segments import ALL

_HALF: Final = 0.5
"""A list with more than this part of its persons on an earlier one may be another version of that."""
_OF_EACH: Final = "persons_small_cells"
"""What is said of each file alone, and does not hold any more where several are counted together."""
_KINDS: Final = ["position", "kind", "region", "segment", "measure"]
_Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class Together:
    """What one file comes to beside the others: its figures at ``places`` (sheet, cell) are replaced."""

    observations: tuple[Observation, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Answer:
    """What files come to together, in their order; or the numbers of those that have to be read again."""

    files: tuple[Together, ...] = ()
    missing: tuple[int, ...] = ()


def has_counted_persons(found: Import) -> bool:
    """Say whether persons of some list were counted."""
    lists = {one.key for one in found.decisions if one.about is About.PERSONS and one.value == COUNT}
    return any(table.key in lists and table.figures for table in found.tables)


def counted_together(files: Sequence[People | None]) -> tuple[Together, ...]:
    """Return what the lists of several files come to when everybody counts once, file by file.

    A figure stays with the first file that adds to it. A file without hashes (None: one of its
    lists has no NIK), or whose positions no other file has, stays as it is.
    """
    positions = [set(each.rows["position"]) if each else set() for each in files]
    shared = [
        any(positions[one] & other for place, other in enumerate(positions) if place != one)
        for one in range(len(files))
    ]
    alone: list[People | None] = [
        each if is_shared else None for each, is_shared in zip(files, shared, strict=True)
    ]
    if not any(shared):
        return (Together(),) * len(files)
    return _counted(alone)


def _counted(files: Sequence[People | None]) -> tuple[Together, ...]:
    rows = _joined(files)
    people = once_each(rows)
    counted = counts_of(people.assign(list=people["place"]))
    names = [each.file if each else "" for each in files]
    notes = _notes(rows, names)
    of_file = rows.drop_duplicates("place").set_index("place")["file"]
    counted["file"] = counted["list"].map(of_file)
    problems = list(_findings(files, rows, people, counted))
    made = []
    for number, each in enumerate(files):
        if each is None:
            made.append(Together())
            continue
        observations = tuple(_figures(counted[counted["file"] == number], each, rows, notes))
        told = tuple(found for place, found in problems if place == number)
        made.append(Together(observations, told, tuple((one.sheet, one.cell) for one in each.places)))
    return tuple(made)


def _joined(files: Sequence[People | None]) -> pd.DataFrame:
    """The rows of all files, with the number of their file and that of their list among all lists."""
    frames, lists = [], 0
    for number, each in enumerate(files):
        if each is not None:
            frames.append(each.rows.assign(file=number, place=each.rows["list"] + lists))
            lists += len(each.places)
    told = {name: _of_all([frame[name] for frame in frames]) for name in _KINDS}
    return pd.concat([frame.drop(columns=_KINDS) for frame in frames], ignore_index=True).assign(**told)


def _of_all(columns: Sequence["pd.Series[str]"]) -> pd.Categorical:
    """Columns below each other, by the few different texts that a million rows have."""
    return union_categoricals([column.astype("category") for column in columns], sort_categories=True)


def _figures(
    counted: pd.DataFrame, each: People, rows: pd.DataFrame, notes: dict[_Key, str]
) -> Iterator[Observation]:
    numbers = rows.drop_duplicates("place").set_index("place")["list"]
    own = counted.assign(list=counted["list"].map(numbers))
    for found in observations_of(own, each.places, each.source):
        key = found.as_of.iso, found.region, found.segment, str(found.measure)
        yield replace(found, note=notes.get(key, found.note))


def _notes(rows: pd.DataFrame, names: Sequence[str]) -> dict[_Key, str]:
    """What is noted at the figures to which several files add: which these are."""
    notes: dict[_Key, str] = {}
    whole = rows.assign(segment=ALL)
    for each in (rows[~rows["segment"].isin([ALL, UNKNOWN])], whole):
        grouped = each.groupby(["position", "region", "segment", "measure"], observed=True)["file"].unique()
        for key, files in grouped.items():
            if len(files) > 1:
                listed = ", ".join(names[number] for number in sorted(files))
                position, region, segment, measure = key if isinstance(key, tuple) else (key, "", "", "")
                told = wording.say("persons.note_together", "id", files=listed)
                notes[str(position), str(region), str(segment), str(measure)] = told
    return notes


def _findings(
    files: Sequence[People | None], rows: pd.DataFrame, people: pd.DataFrame, counted: pd.DataFrame
) -> Iterator[tuple[int, Problem]]:
    """Yield what is to be said, each with the number of the file at which it is said."""
    taking_part = [number for number, each in enumerate(files) if each]
    persons = len(people.drop_duplicates(PERSON))
    yield _said(files, taking_part[0], Severity.INFO, "persons_together", persons, files=len(taking_part))
    yield from _again(files, rows)
    for code, who, what in (
        ("persons_files_regions", PERSON, "region"),
        ("persons_files_segments", [*PERSON, "region"], "segment"),
    ):
        known = rows[rows["segment"] != UNKNOWN] if what == "segment" else rows
        inside = sum(in_several(part, who, what) for _, part in known.groupby("file"))
        if (count := in_several(known, who, what) - inside) > 0:
            yield _said(files, taking_part[0], Severity.WARNING, code, count)
    for number in taking_part:
        if small := small_ones(counted[counted["file"] == number]):
            yield _said(files, number, Severity.WARNING, _OF_EACH, small, largest=SMALL)


def _again(files: Sequence[People | None], rows: pd.DataFrame) -> Iterator[tuple[int, Problem]]:
    """Say for each file how many of its persons are on earlier ones, for the same place and position."""
    once = rows.drop_duplicates([*PLACE, "file"])
    earlier = once.drop_duplicates(PLACE)[[*PLACE, "file"]]
    pairs = once.merge(earlier, on=PLACE, suffixes=("", "_before"))
    pairs = pairs[pairs["file"] != pairs["file_before"]]
    for number in sorted(set(pairs["file"])):
        again, own = pairs[pairs["file"] == number], once[once["file"] == number]
        count, of = (len(part.drop_duplicates(PERSON)) for part in (again, own))
        sizes = Counter(again.drop_duplicates([*PERSON, "file_before"])["file_before"])
        names = ", ".join(f"{_name(files, place)} ({size})" for place, size in sorted(sizes.items()))
        facts = {"of": of, "others": names}
        if count > _HALF * of:
            yield _said(files, number, Severity.WARNING, "persons_on_most", count, **facts)
        else:
            yield _said(files, number, Severity.INFO, "persons_on_earlier", count, **facts)


def _said(
    files: Sequence[People | None], number: int, severity: Severity, code: str, count: int, /, **facts: object
) -> tuple[int, Problem]:
    """A finding at the first list of a file."""
    each = files[number]
    assert each is not None
    place = each.places[0]
    return number, notice(severity, code, each.file, place.sheet, place.cell, count=count, **facts)


def _name(files: Sequence[People | None], number: int) -> str:
    each = files[number]
    return each.file if each else ""


def with_joint_counts(found: Import, together: Together) -> Import:
    """Return an import with the counts of its lists as they are beside those of other files."""
    if not together.places:
        return found
    frame = found.book.observations
    is_list = pd.MultiIndex.from_frame(frame[["sheet", "cell"]]).isin(together.places)
    kept = frame[~is_list].reset_index(drop=True)
    problems = tuple(problem for problem in found.book.problems if problem.code != _OF_EACH)
    book: Book = replace(
        found.book,
        observations=concatenated([kept, table(together.observations)]),
        problems=(*problems, *together.problems),
    )
    return replace(found, book=book)
