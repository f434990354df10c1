"""What was decided about a list of persons and what has to be asked, as decisions with their reasons."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from model.excel.answers import LEAVE, About
from model.excel.by_name_choice import COUNT, COUNTED, LEFT_OUT, REGION, Choice
from model.excel.column_answers import ANSWERED
from model.excel.decisions import Decision, Standing
from model.excel.layout import ColumnKind
from model.excel.notices import shown
from model.excel.personal import PersonField
from model.regions import provinces, region_name
from model.segments import ALL, SEGMENTS

PER_ROW: Final = "measure"
"""What a column of statuses is: each row says its own measure."""

_Why = tuple[Standing, str]
_SAID: Final[_Why] = (Standing.ANSWERED, ANSWERED)


def list_decisions(choice: Choice) -> tuple[Decision, ...]:
    """Return the decisions about a list; only what it is until somebody wants it counted.

    None of them shows a person's name or number.
    """
    first = _persons(choice)
    if not choice.is_counted:
        return (first,)
    return (
        first,
        *_province(choice),
        *_region(choice),
        *_segment(choice),
        *_measure(choice),
        _position(choice),
    )


def _decided(choice: Choice, column: int, about: About, key: str, value: str, why: _Why) -> Decision:
    """A decision about a column (that of the person for the whole list), without options and facts."""
    listed = choice.listed
    place = (max(listed.persons.header, 0), column)
    header = shown(listed.headers[column]) if column < len(listed.headers) else ""
    return Decision(
        about, key, value, why[0], header, why[1], sheet=listed.sheet.name, table=listed.key, places=(place,)
    )


def _of_list(choice: Choice, decision: Decision, asks: str) -> Decision:
    """A decision that is about the whole list, though it is kept like one about a column or a name."""
    return replace(decision, subject=shown(choice.listed.sheet.name), facts={"asks": asks})


def _persons(choice: Choice) -> Decision:
    listed = choice.listed
    answer = choice.answers.get(About.PERSONS, listed.key)
    has_numbers = listed.persons.column(PersonField.NIK) >= 0
    why = _SAID
    if answer not in (COUNT, LEAVE):
        answer, why = LEAVE, (Standing.OPEN, "persons_numbers" if has_numbers else "persons_names")
    return replace(
        _decided(choice, listed.subject, About.PERSONS, listed.key, answer, why),
        subject=shown(listed.sheet.name),
        options=(LEAVE, COUNT),
        facts={"rows": len(listed.sheet.rows) - listed.first},
    )


def _province(choice: Choice) -> Iterator[Decision]:
    if choice.region_column < 0:
        return
    why = (Standing.OPEN, "province_unknown")
    if choice.province:
        why = _SAID if choice.answers.province else (Standing.RECOGNISED, "province_names")
    yield replace(
        _decided(choice, choice.region_column, About.PROVINCE, "", choice.province, why),
        options=tuple(region.code for region in provinces()),
        facts={"name": region_name(choice.province)} if choice.province else {},
    )


def _region(choice: Choice) -> Iterator[Decision]:
    """Which column says where somebody belongs; what its unknown names mean, or the region of all."""
    headers = ", ".join(f'"{shown(choice.listed.headers[column])}"' for column in choice.candidates)
    for column in choice.candidates:
        said = choice.said(column)
        value = REGION if column == choice.region_column else LEFT_OUT
        why = _SAID if said else (Standing.RECOGNISED, "persons_region_column")
        if choice.is_undecided and not said:
            value, why = "", (Standing.OPEN, "persons_region_columns")
        key = choice.listed.column_key(column)
        yield replace(
            _decided(choice, column, About.COLUMN, key, value, why),
            options=(REGION, LEFT_OUT),
            facts={"names": headers},
        )
    if choice.region_column >= 0:
        yield from _names(choice)
    elif not choice.is_undecided:
        yield _whole_region(choice)


def _whole_region(choice: Choice) -> Decision:
    listed = choice.listed
    why = (Standing.OPEN, "persons_region_unknown")
    if answer := choice.answers.get(About.NAME, choice.whole_key):
        why = _SAID
    elif choice.region:
        why = (Standing.RECOGNISED, "persons_region_title")
    found = _decided(choice, listed.subject, About.NAME, choice.whole_key, answer or choice.region, why)
    return replace(_of_list(choice, found, "persons_region"), options=(LEAVE,))


def _names(choice: Choice) -> Iterator[Decision]:
    for name, asked in choice.places.asked.items():
        why = asked.standing, asked.reason
        yield replace(
            _decided(choice, choice.region_column, About.NAME, asked.key, asked.value, why),
            subject=shown(name),
            options=(*asked.options, LEAVE),
            facts={"count": asked.count},
        )


def _segment(choice: Choice) -> Iterator[Decision]:
    if choice.found_segment_column >= 0:
        yield _kept_or_left(choice, choice.found_segment_column, str(ColumnKind.SEGMENT), "column_segments")
    if choice.segment_column < 0:
        key = choice.subject_key
        reason = "persons_segment_title" if choice.segment else "persons_segment_all"
        is_said = choice.answers.get(About.SEGMENT, key) is not None
        why = _SAID if is_said else (Standing.RECOGNISED, reason)
        found = _decided(choice, choice.listed.subject, About.SEGMENT, key, choice.segment, why)
        yield replace(_of_list(choice, found, "persons_segment"), options=(ALL, *SEGMENTS))


def _measure(choice: Choice) -> Iterator[Decision]:
    if choice.found_status_column >= 0:
        yield _kept_or_left(choice, choice.found_status_column, PER_ROW, "persons_status")
    if choice.status_column < 0:
        key = choice.subject_key
        why = (Standing.OPEN, "persons_measure_unknown")
        if choice.measure:
            is_said = choice.answers.get(About.COLUMN, key) == str(choice.measure)
            why = _SAID if is_said else (Standing.RECOGNISED, "persons_title")
        value = str(choice.measure or "")
        found = _decided(choice, choice.listed.subject, About.COLUMN, key, value, why)
        yield replace(_of_list(choice, found, "persons_rows"), options=tuple(map(str, COUNTED)))


def _position(choice: Choice) -> Decision:
    listed, position = choice.listed, choice.position
    if position is None:
        why, key = (Standing.OPEN, "position_unknown"), ""
    elif listed.titles.position.settled() == position:
        why, key = (Standing.RECOGNISED, "position_said"), listed.key
    else:
        why, key = _SAID, "" if choice.answers.position == position else listed.key
    value = position.written if position else ""
    found = _decided(choice, listed.subject, About.POSITION, key, value, why)
    return replace(found, subject=shown(listed.title), facts={"when": position} if position else {})


def _kept_or_left(choice: Choice, column: int, kept: str, reason: str) -> Decision:
    answer = choice.said(column)
    value = LEFT_OUT if answer == LEFT_OUT else kept
    why = _SAID if answer else (Standing.RECOGNISED, reason)
    found = _decided(choice, column, About.COLUMN, choice.listed.column_key(column), value, why)
    return replace(found, options=(kept, LEFT_OUT))
