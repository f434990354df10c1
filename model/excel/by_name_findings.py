"""What is to be said about lists of persons that were counted: numbers only, never a name."""

from collections.abc import Iterator, Sequence

from model.excel.by_name_choice import Choice
from model.excel.by_name_count import SMALL, Tally
from model.excel.by_name_numbers import Fault
from model.excel.grid import a1
from model.excel.notices import notice
from model.observations import Observation
from model.problems import Problem, Severity


def findings(
    choices: Sequence[Choice], observations: Sequence[Observation], tally: Tally
) -> Iterator[Problem]:
    """Yield the findings about lists that were counted together, at the header of the first."""
    listed = choices[0].listed
    file, sheet = listed.file, listed.sheet.name
    cell = a1(max(listed.persons.header, 0), listed.subject)

    def say(severity: Severity, code: str, count: int, **facts: object) -> Iterator[Problem]:
        if count:
            yield notice(severity, code, file, sheet, cell, count=count, **facts)

    unusable = sum(tally.faults.values())
    kinds = {str(fault): tally.faults[fault] for fault in Fault}
    if unusable == tally.rows:
        yield from say(Severity.ERROR, "persons_none_usable", unusable, **kinds)
    else:
        yield from say(Severity.WARNING, "persons_number_unusable", unusable, **kinds)
    for severity, code, count in _counted_out(tally):
        yield from say(severity, code, count)
    yield from say(Severity.WARNING, "persons_small_cells", tally.small, largest=SMALL)
    if observations:
        regions = len({found.region for found in observations})
        facts = {"rows": tally.rows, "regions": regions, "last": max(found.as_of for found in observations)}
        yield from say(Severity.INFO, "persons_counted", tally.persons, **facts)
    for choice in choices:
        if word := choice.listed.titles.narrowing:
            yield notice(Severity.WARNING, "title_narrows", file, choice.listed.sheet.name, "", word=word)


def _counted_out(tally: Tally) -> tuple[tuple[Severity, str, int], ...]:
    """What a count of rows or persons alone says."""
    return (
        (Severity.WARNING, "persons_without_numbers", tally.without_numbers),
        (Severity.WARNING, "persons_several_regions", tally.several_regions),
        (Severity.WARNING, "persons_several_segments", tally.several_segments),
        (Severity.WARNING, "persons_region_unknown", tally.unknown_region),
        (Severity.WARNING, "persons_region_missing", tally.no_region),
        (Severity.WARNING, "persons_segment_unknown", tally.unknown_segment),
        (Severity.WARNING, "persons_status_unknown", tally.unknown_status),
        (Severity.INFO, "persons_outside", tally.outside),
        (Severity.INFO, "persons_twice", tally.twice),
        (Severity.INFO, "persons_both_statuses", tally.both_statuses),
    )
