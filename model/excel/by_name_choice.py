"""How a list of persons is to be counted: what its columns and titles say, and what a person answered."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from model.excel.answers import LEAVE, About, Answers
from model.excel.by_name_list import (
    ByNameList,
    region_columns,
    segment_column,
    status_column,
    value_text,
)
from model.excel.by_name_places import Places, places_of, region_in
from model.excel.header_words import meaning_of, plain_words
from model.excel.layout import ColumnKind
from model.excel.personal import PersonField
from model.measures import Measure
from model.periods import Period, parse_period
from model.region_columns import infer_province
from model.segments import ALL, SEGMENTS

COUNT: Final = "count"
LEFT_OUT: Final = str(ColumnKind.LEFT_OUT)
REGION: Final = str(ColumnKind.NAME)
COUNTED: Final = (Measure.ACTIVE, Measure.ELIGIBLE, Measure.INACTIVE)
"""What the rows of a list can be, likeliest first."""

_NOT_YET: Final = re.compile(r"\b(?:belum|calon|bukan peserta)\b")
_WORDS: Final = (
    (Measure.INACTIVE, re.compile(r"\b(?:non ?aktif|(?:tidak|tdk) aktif|inaktif|inactive|keluar)\b")),
    (Measure.ACTIVE, re.compile(r"\b(?:aktif|active|terlindungi)\b")),
    (Measure.ELIGIBLE, re.compile(r"\b(?:potensi\w*|semesta|berhak|eligible)\b")),
)


@dataclass(frozen=True, eq=False)
class Choice:
    """A list, and what is settled about counting it.

    A column is -1 where the list has none: then the whole list has one region (segment, measure).
    """

    listed: ByNameList
    answers: Answers

    @property
    def is_counted(self) -> bool:
        """Say whether somebody asked for the list to be counted."""
        return self.answers.get(About.PERSONS, self.listed.key) == COUNT

    @property
    def is_ready(self) -> bool:
        """Say whether nothing is open but names that only leave their own rows out."""
        if not self.is_counted:
            return False
        has_region = bool(self.region or (self.region_column >= 0 and self.province))
        has_measure = self.status_column >= 0 or self.measure is not None
        return has_region and has_measure and self.position is not None

    @cached_property
    def candidates(self) -> list[int]:
        """The columns that may say where persons belong."""
        return region_columns(self.listed, self.answers.province or self.listed.titles.province)

    @cached_property
    def province(self) -> str:
        """The office's province, as answered, else that of nearly all names, else of the titles, else ""."""
        if self.answers.province:
            return self.answers.province
        names = [name for column in self.candidates for name in self.listed.sampled(column)]
        return infer_province(names) or self.listed.titles.province

    @cached_property
    def region_column(self) -> int:
        """The column that says where somebody belongs; -1 without one, or while it is not clear which."""
        chosen = [column for column in self.candidates if self.said(column) == REGION]
        left = [column for column in self.candidates if self.said(column) != LEFT_OUT]
        return chosen[0] if chosen else left[0] if len(left) == 1 else -1

    @property
    def is_undecided(self) -> bool:
        """Say whether several columns may say where somebody belongs, and nobody chose."""
        return self.region_column < 0 and any(self.said(column) != LEFT_OUT for column in self.candidates)

    @cached_property
    def region(self) -> str:
        """The region of the whole list, where no column says one: as answered, else as its titles say."""
        if self.region_column >= 0 or self.is_undecided:
            return ""
        answer = self.answers.get(About.NAME, self.whole_key)
        if answer is not None:
            return "" if answer == LEAVE else answer
        return region_in(self.listed.titles, self.province)

    @cached_property
    def places(self) -> Places:
        """What the texts of the region column mean."""
        counted = self.listed.counted(self.region_column) if self.region_column >= 0 else {}
        return places_of(counted, self.province, self.answers, self._is_somebody)

    def _is_somebody(self, text: str) -> bool:
        return text.casefold() in self._somebody

    @cached_property
    def _somebody(self) -> frozenset[str]:
        names = self.listed.persons.column(PersonField.NAME)
        cells = self.listed.cells(names) if names >= 0 else []
        return frozenset(value_text(cell).casefold() for cell in cells)

    @cached_property
    def found_segment_column(self) -> int:
        """The column of segments, also one that was left out."""
        return segment_column(self.listed)

    @property
    def segment_column(self) -> int:
        """The column of segments, unless it was left out."""
        return self._unless_left_out(self.found_segment_column)

    @cached_property
    def segment(self) -> str:
        """The segment of the whole list, "" where nothing names one."""
        answer = self.answers.get(About.SEGMENT, self.subject_key)
        return answer if answer in (ALL, *SEGMENTS) else self._title_segment

    @cached_property
    def found_status_column(self) -> int:
        """The column that says who is still a participant, also one that was left out."""
        return status_column(self.listed)

    @property
    def status_column(self) -> int:
        """The column that says who is still a participant, unless it was left out."""
        return self._unless_left_out(self.found_status_column)

    @cached_property
    def measure(self) -> Measure | None:
        """What every row counts, where no column says it; None while nobody knows."""
        answer = self.answers.get(About.COLUMN, self.subject_key)
        if answer in set(map(str, COUNTED)):
            return Measure(answer)
        named = {measure for text in self._title_texts for measure in _measures(text)}
        return named.pop() if len(named) == 1 else None

    @cached_property
    def position(self) -> Period | None:
        """The position of the list: as answered for it, as its titles say, as answered for the file."""
        own = parse_period(self.answers.get(About.POSITION, self.listed.key) or "")
        return own or self.listed.titles.position.settled() or self.answers.position

    @property
    def subject_key(self) -> str:
        """The key of the column that stands for the person."""
        return self.listed.column_key(self.listed.subject)

    @property
    def whole_key(self) -> str:
        """The key of the region of the whole list: in brackets, which no written name has."""
        return f"[{self.listed.key}]"

    def said(self, column: int) -> str | None:
        """Return what a person answered about a column."""
        return self.answers.get(About.COLUMN, self.listed.column_key(column))

    def _unless_left_out(self, column: int) -> int:
        return -1 if column < 0 or self.said(column) == LEFT_OUT else column

    @property
    def _title_texts(self) -> tuple[str, ...]:
        titles = self.listed.titles
        return (*(line for line in titles.lines if isinstance(line, str)), titles.sheet, titles.file)

    @property
    def _title_segment(self) -> str:
        named = {segment for text in self._title_texts if (segment := meaning_of(text).segment)}
        return named.pop() if len(named) == 1 else ALL


def _measures(title: str) -> set[Measure]:
    """What a title of a list says of its persons; all of it where it says that they are not yet anything."""
    words = plain_words(title)
    if _NOT_YET.search(words):
        return set(COUNTED)
    found = set()
    for measure, pattern in _WORDS:
        if pattern.search(words):
            found.add(measure)
            words = pattern.sub(" ", words)
    return found
