"""Lists of persons, counted: people per region, segment and position, and nothing else.

A person is known by the keyed hash of the NIK alone. The key is made for one run and kept nowhere,
so that what was hashed cannot be found again by trying all numbers. Names match nobody: two people
may share one. The digits of a NIK say where somebody was first registered, not where they belong.
"""

import hmac
import secrets
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pandas as pd

from model import wording
from model.excel.by_name_choice import Choice
from model.excel.by_name_list import segment_of, status_of, value_text
from model.excel.by_name_numbers import Fault, read_numbers
from model.excel.by_name_people import ListPlace, People
from model.excel.by_name_places import OUTSIDE
from model.excel.grid import Cell, a1
from model.excel.header_words import header_text, plain_words
from model.excel.personal import PersonField
from model.measures import Measure
from model.observations import Observation
from model.segments import ALL

SMALL: Final = 3
"""A count of so few people may tell who they are."""
_KEY_BYTES: Final = 32
_ENOUGH_CELLS: Final = 3
"""A row without a usable number is a person's when so many cells are filled: a signature has fewer."""
UNKNOWN: Final = "?"
_TOTALS: Final = ("jumlah", "total", "sub total", "subtotal", "grand total")
_NOWHERE: Final = ("", UNKNOWN, OUTSIDE)
_KINDS: Final = ["fault", "region", "segment", "measure", "kind", "position"]
PERSON: Final = ["position", "kind", "person"]
"""What tells somebody apart at one position."""
PLACE: Final = [*PERSON, "region", "segment"]


@dataclass(frozen=True)
class Tally:
    """What happened to the rows of the lists of one workbook; nothing but numbers."""

    rows: int
    persons: int
    twice: int
    """Rows of somebody who has another row for the same region, segment and position."""
    faults: dict[Fault, int]
    """Rows left out because their NIK is of no use."""
    without_numbers: int
    """Rows of lists that have no NIK: every one counts as a person."""
    no_region: int
    unknown_region: int
    outside: int
    unknown_segment: int
    unknown_status: int
    both_statuses: int
    several_regions: int
    several_segments: int
    small: int


@dataclass(frozen=True, eq=False)
class Counts:
    """The counts of the lists of one workbook; ``people`` None where a list of it has no NIK."""

    observations: tuple[Observation, ...]
    tally: Tally
    people: People | None


def run_key() -> bytes:
    """Return a key for one run; never to be stored."""
    return secrets.token_bytes(_KEY_BYTES)


def tallied(choices: Sequence[Choice], source: str, key: bytes) -> Counts:
    """Return the counts of lists that are ready to be counted, and what happened to their rows.

    Lists of one workbook are counted together: somebody on two sheets for one position counts
    once. Who is active in one row is active. The cell of a figure is the header of its list.
    """
    frame = pd.concat(
        [_rows(choice, number, key) for number, choice in enumerate(choices)], ignore_index=True
    )
    numbers, frame["person"] = frame["person"], pd.factorize(frame["person"])[0]
    frame = frame.astype(dict.fromkeys(_KINDS, "category"))  # 300.000 rows of a few texts
    known = frame[frame["fault"] == ""]
    usable = known[~known["region"].isin(_NOWHERE) & (known["measure"] != UNKNOWN)]
    people = once_each(usable)
    counted = counts_of(people)
    places = tuple(map(_place, choices))
    kept = None
    if frame["numbered"].all() and len(people):
        hashed = people[[*PLACE, "measure", "list"]].assign(person=numbers[people.index].astype("uint64"))
        kept = People(choices[0].listed.file, source, places, hashed)
    return Counts(
        observations_of(counted, places, source), _tally(frame, known, usable, people, counted), kept
    )


def _tally(
    frame: pd.DataFrame,
    known: pd.DataFrame,
    usable: pd.DataFrame,
    people: pd.DataFrame,
    counted: pd.DataFrame,
) -> Tally:
    return Tally(
        rows=len(frame),
        persons=len(people.drop_duplicates(PERSON)),
        twice=len(usable) - len(people),
        faults={fault: int((frame["fault"] == fault).sum()) for fault in Fault},
        without_numbers=int((known["numbered"] == 0).sum()),
        no_region=int((known["region"] == "").sum()),
        unknown_region=int((known["region"] == UNKNOWN).sum()),
        outside=int((known["region"] == OUTSIDE).sum()),
        unknown_segment=int((usable["segment"] == UNKNOWN).sum()),
        unknown_status=int((known["measure"] == UNKNOWN).sum()),
        both_statuses=in_several(usable, PLACE, "measure"),
        several_regions=in_several(people, PERSON, "region"),
        several_segments=in_several(people[people["segment"] != UNKNOWN], [*PERSON, "region"], "segment"),
        small=small_ones(counted),
    )


def once_each(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each person, region and segment of a position: the first, an active one before."""
    return rows.sort_values("measure", kind="stable").drop_duplicates(PLACE)


def small_ones(counted: pd.DataFrame) -> int:
    """Return how many counts are so small that they may tell who is meant."""
    return int((counted["value"] <= SMALL).sum())


def counts_of(people: pd.DataFrame) -> pd.DataFrame:
    """Return the people of each region and segment; of a region where its segments are not all of them."""
    of = ["position", "region", "segment", "measure"]
    parts = _sizes(people[~people["segment"].isin([ALL, UNKNOWN])], of)
    totals = _sizes(people.drop_duplicates([*PERSON, "region"]).assign(segment=ALL), of)
    sums = parts.groupby(["position", "region", "measure"], as_index=False)["value"].sum()
    compared = totals.merge(sums, "left", ["position", "region", "measure"], suffixes=("", "_of_parts"))
    own = compared[compared["value"] != compared["value_of_parts"]][parts.columns]
    return pd.concat([own, parts], ignore_index=True).sort_values(of, ignore_index=True)


def _sizes(people: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    grouped = people.groupby(by, as_index=False, observed=True)
    return grouped.agg(value=("person", "size"), list=("list", "min")).astype(dict.fromkeys(by, "str"))


def in_several(people: pd.DataFrame, who: list[str], what: str) -> int:
    """Return how many have more than one *what*."""
    each = people.drop_duplicates([*who, what])
    return len(each[each.duplicated(who)].drop_duplicates(who))


def observations_of(
    counted: pd.DataFrame, places: Sequence[ListPlace], source: str, note: str = ""
) -> tuple[Observation, ...]:
    """Return counts as figures; the column "list" is the number of their place among *places*."""
    said = note or wording.say("persons.note", "id")
    return tuple(_observation(row, places, source, said) for row in counted.to_dict("records"))


def _observation(
    row: dict[Hashable, object], places: Sequence[ListPlace], source: str, note: str
) -> Observation:
    place = places[int(str(row["list"]))]
    return Observation(
        region=str(row["region"]),
        segment=str(row["segment"]),
        as_of=place.position,
        measure=Measure(str(row["measure"])),
        value=float(str(row["value"])),
        source=source,
        sheet=place.sheet,
        cell=place.cell,
        note=note,
    )


def _place(choice: Choice) -> ListPlace:
    assert choice.position is not None
    listed = choice.listed
    cell = a1(max(listed.persons.header, 0), listed.subject)
    return ListPlace(listed.sheet.name, cell, choice.position)


def _rows(choice: Choice, number: int, key: bytes) -> pd.DataFrame:
    """One row a person of a list: who (a hash), where, which segment and measure, or what is wrong."""
    listed = choice.listed
    column = listed.persons.column(PersonField.NIK)
    if column >= 0:
        digits, faults = read_numbers(listed.cells(column))
    else:
        height = len(listed.sheet.rows) - listed.first
        digits, faults = [""] * height, [None] * height
    kept = _kept(choice, digits)
    who = [_hashed(digits[row], key) if digits[row] else (number, row) for row in kept]
    wrong = [faults[row] or "" for row in kept]
    measure = str(choice.measure or "")
    frame = pd.DataFrame({"fault": pd.Series(wrong, dtype=object), "person": pd.Series(who, dtype=object)})
    return frame.assign(
        numbered=int(column >= 0),
        region=_told(choice, kept, choice.region_column, choice.places.codes.get, choice.region),
        segment=_told(choice, kept, choice.segment_column, segment_of, choice.segment, blank=UNKNOWN),
        measure=_told(choice, kept, choice.status_column, status_of, measure, blank=UNKNOWN),
        kind=str(Measure.ACTIVE) if choice.status_column >= 0 or measure != Measure.ELIGIBLE else measure,
        position=choice.position.iso if choice.position else "",
        list=number,
    )


def _hashed(digits: str, key: bytes) -> int:
    """The keyed hash of a NIK: of 64 bits, which two of a million people share once in 37 million runs."""
    return int.from_bytes(hmac.digest(key, digits.encode(), "sha256")[:8], "little")


def _kept(choice: Choice, digits: Sequence[str]) -> list[int]:
    """The rows below the header that are a person's: those with a number, and others that look so."""
    listed = choice.listed
    is_person = _row_test(choice)
    if any(digits):
        return [
            row
            for row, number in enumerate(digits)
            if number or is_person(listed.sheet.rows[listed.first + row])
        ]
    rows = islice(listed.sheet.rows, listed.first, None)
    return [number for number, row in enumerate(rows) if is_person(row)]


def _told(
    choice: Choice,
    kept: Sequence[int],
    column: int,
    meant: Callable[[str], str | None],
    whole: str,
    *,
    blank: str = "",
) -> pd.Series:
    """What a column says in each row, UNKNOWN where it is not understood; *whole* without a column."""
    if column < 0:
        return pd.Series([whole] * len(kept), dtype=object)
    cells = choice.listed.cells(column)
    meanings: dict[Cell, str] = {}
    for cell in set(cells):
        text = value_text(cell)
        meanings[cell] = (meant(text) or UNKNOWN) if text else blank
    return pd.Series([meanings[cells[row]] for row in kept], dtype=object)


def _row_test(choice: Choice) -> Callable[[tuple[Cell, ...]], bool]:
    """Return what tells a person without a usable number from totals, signatures and headers repeated."""
    listed = choice.listed
    name = listed.persons.column(PersonField.NAME)
    needed = min(_ENOUGH_CELLS, sum(map(bool, listed.headers)) or listed.width)
    subject = listed.subject
    header = plain_words(listed.headers[subject])

    def is_person(row: tuple[Cell, ...]) -> bool:
        filled = [cell for cell in row if cell is not None]
        if len(filled) < needed or (header and plain_words(header_text(row[subject])) == header):
            return False
        if any(isinstance(cell, str) and plain_words(cell).startswith(_TOTALS) for cell in filled[:3]):
            return False
        return name < 0 or (isinstance(row[name], str) and any(map(str.isalpha, str(row[name]))))

    return is_person
