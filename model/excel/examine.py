"""One foreign file, looked at as a whole: its tables, what was decided and why, and what comes out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Final

from model.book import Book, Source, TargetSet
from model.excel.answers import Answers
from model.excel.book_file import is_coverage_book, read_book
from model.excel.by_name import Lists, examine_lists
from model.excel.by_name_mixed import apart
from model.excel.by_name_people import Keep, nobody_kept
from model.excel.by_name_picture import without_numbers_above
from model.excel.column_keys import table_key
from model.excel.decisions import Decision
from model.excel.grid import Grid, Sheet
from model.excel.hidden import hidden_parts
from model.excel.importing import Import, SheetPicture
from model.excel.long_rows import outright, without_endless_texts
from model.excel.long_table import long_table
from model.excel.notices import masked, notice
from model.excel.personal import is_about_persons
from model.excel.picture import picture_of
from model.excel.refusal import refusal
from model.excel.roles import roles_of
from model.excel.sheet_tables import SheetTable, shape_of, tables_of, unknown_columns
from model.observations import concatenated, table
from model.problems import Problem, Severity, ordered
from model.progress import Report, silent

NO_TABLE: Final = "sheet_not_recognised"
_NO_ANSWERS: Final = Answers()


def examine(
    grid: Grid,
    answers: Answers = _NO_ANSWERS,
    report: Report = silent,
    *,
    run_key: bytes = b"",
    keep: Keep = nobody_kept,
) -> Import:
    """Return what reading a workbook comes to with *answers*: figures, decisions, questions, a picture.

    A coverage book is read as it is, without any decision. *run_key* tells persons of lists apart;
    without one a key is made and forgotten. *keep* gets those that were counted, as hashes by which
    several files can be counted together. Raises UnusableFileError ("nothing_recognised") where
    no table is found and nothing can be asked; whatever *report* raises.
    """
    grid = replace(grid, file=masked(grid.file))
    if is_coverage_book(grid):
        return Import(grid.file, grid.sha256, answers, read_book(grid), is_coverage_book=True)
    return examine_tables(grid, answers, report, run_key=run_key, keep=keep)


def examine_tables(
    grid: Grid,
    answers: Answers = _NO_ANSWERS,
    report: Report = silent,
    *,
    run_key: bytes = b"",
    keep: Keep = nobody_kept,
) -> Import:
    """Return what the office tables of a workbook come to; see :func:`examine`."""
    grid = replace(grid, file=masked(grid.file))
    source = Source(PurePath(grid.file).stem, grid.file, grid.sha256)
    sheets = _Sheets(source, answers)
    for number, sheet in enumerate(map(_plain, grid.sheets)):
        report(number, len(grid.sheets))
        sheets.look_at(sheet)
    found = sheets.found
    if not found and not sheets.persons:
        raise refusal("nothing_recognised", grid.file)
    lists = examine_lists(sheets.persons, grid.file, source.id, answers, run_key)
    keep(lists.people)
    return Import(
        grid.file,
        grid.sha256,
        answers,
        _book(found, lists, source, sheets.problems),
        tuple(sheets.pictures),
        (*(each.found for each in found), *lists.tables),
        _told_once((*_decisions(found, answers), *lists.decisions)),
        (*shape_of(found), *lists.shape),
    )


@dataclass
class _Sheets:
    """The sheets of one file looked at so far: tables, lists of persons, what is said, a picture of each."""

    source: Source
    answers: Answers
    found: list[SheetTable] = field(default_factory=list)
    persons: list[tuple[str, Sheet]] = field(default_factory=list)
    """The sheets with lists of persons, each with the key of its table."""
    problems: list[Problem] = field(default_factory=list)
    pictures: list[SheetPicture] = field(default_factory=list)

    def look_at(self, sheet: Sheet) -> None:
        reason = _reason_to_skip(sheet)
        taken = [each.layout.key for each in self.found]
        if reason == "personal_data":
            self._look_at_list(sheet, taken)
            return
        file = self.source.file
        here = () if reason else _tables(sheet, file, self.source.id, self.answers, taken)
        self.found += here
        if not here:
            self.problems += _not_read(reason or NO_TABLE, file, sheet.name)
        self.problems += hidden_parts(sheet, file) if here else ()
        self.pictures.append(_picture(sheet, here))

    def _look_at_list(self, sheet: Sheet, taken: Sequence[str]) -> None:
        """A list of persons is kept apart; a summary around it is read as any other table."""
        file, id_ = self.source.file, self.source.id
        key = table_key(sheet.name, [*taken, *(name for name, _ in self.persons)])
        known = [*taken, *(name for name, _ in self.persons), key]
        mixed = apart(sheet, key, lambda rest: _tables(rest, file, id_, self.answers, known))
        self.persons.append((key, mixed.listed))
        self.found += mixed.tables
        self.pictures.append(mixed.picture)
        if mixed.left_out:
            self.problems.append(notice(Severity.WARNING, "persons_table_left", file, sheet.name))


def _picture(sheet: Sheet, tables: Sequence[SheetTable]) -> SheetPicture:
    """The sheet with the roles of its tables, those of turned ones where their cells really stand."""
    upright = picture_of(sheet, [each.layout for each in tables if each.back is None])
    turned = (
        area
        for each in tables
        if each.back
        for area in each.back.roles(roles_of(each.back.table.sheet, each.layout))
    )
    return replace(upright, roles=(*upright.roles, *turned))


def _plain(sheet: Sheet) -> Sheet:
    """The sheet with a name for sentences, and without texts that nobody could read."""
    return replace(sheet, name=masked(sheet.name), rows=without_endless_texts(sheet.rows))


def _tables(
    sheet: Sheet, file: str, source: str, answers: Answers, taken: Sequence[str]
) -> tuple[SheetTable, ...]:
    read_by_column = long_table(sheet, file, source, answers, taken)
    if read_by_column is not None:
        return read_by_column
    sheet = replace(sheet, rows=outright(sheet.rows))
    return tables_of(without_numbers_above(sheet), file, source, answers, taken)


def _decisions(found: Sequence[SheetTable], answers: Answers) -> Iterator[Decision]:
    """The decisions of all tables, table by table."""
    asked = unknown_columns(found)
    for table_found in found:
        yield from table_found.decisions(answers, asked=asked)


def _book(found: Sequence[SheetTable], lists: Lists, source: Source, problems: Sequence[Problem]) -> Book:
    given = [each.gave for each in found]
    read = (observation for gave in given for observation in gave.observations)
    told = [problem for gave in given for problem in gave.problems]
    targets = tuple(target for gave in given for target in gave.targets)
    long = [gave.frame for gave in given if gave.frame is not None]
    return Book(
        observations=concatenated([table((*read, *lists.observations)), *long]),
        sources=(source,),
        target_sets=(TargetSet(source.id, source.file, targets),) if targets else (),
        problems=ordered((*told, *lists.problems, *problems)),
    )


def _told_once(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Join the decisions about the same thing in several tables: asked once, with all places."""
    alike: dict[tuple[object, str], list[Decision]] = {}
    for decision in decisions:
        alike.setdefault((decision.about, decision.key), []).append(decision)
    return tuple(_joined(same) if len(same) > 1 else same[0] for same in alike.values())


def _joined(same: Sequence[Decision]) -> Decision:
    told = next((decision for decision in same if decision.is_open), same[0])
    own = (place for decision in same if decision.sheet == told.sheet for place in decision.places)
    others = (
        (decision.sheet, *place)
        for decision in same
        if decision.sheet not in {told.sheet, ""}
        for place in decision.places
    )
    return replace(told, places=tuple(dict.fromkeys(own)), elsewhere=tuple(dict.fromkeys(others)))


def _not_read(code: str, file: str, sheet: str) -> tuple[Problem, ...]:
    return () if code == "sheet_empty" else (notice(Severity.INFO, code, file, sheet),)


def _reason_to_skip(sheet: Sheet) -> str:
    if not any(cell is not None for row in sheet.rows for cell in row):
        return "sheet_empty"
    if is_about_persons(sheet):
        return "personal_data"
    return ""
