"""Lists of persons in several files are counted together by the child, which tells nothing but counts."""

from pathlib import Path

import pytest

from gui.import_persons import counted_together
from gui.reading import Reader
from gui.reading.child_process import see_off
from model.errors import UnusableFileError
from model.excel.answers import Answers
from model.excel.importing import Import
from model.excel.refusal import refusal
from model.progress import Report, silent
from tests.builders.leaks import Secrets
from tests.builders.person_files import COUNTED, list_file, two_lists
from tests.builders.persons import person

SECRETS = Secrets([person(number) for number in range(20)])


def together(reader: Reader, *paths: Path, answers: Answers = COUNTED) -> tuple[Import, ...]:
    """What files come to as one import."""
    files = [(path, reader.examine(path, answers), "") for path in paths]
    return counted_together(files, reader, silent)


def active(found: tuple[Import, ...]) -> list[float]:
    """The counts of all files, in their order."""
    return [float(value) for each in found for value in each.book.observations["value"]]


def codes(found: tuple[Import, ...]) -> set[str]:
    return {problem.code for each in found for problem in each.book.problems}


def test_who_is_on_two_lists_counts_once(reader: Reader, tmp_path: Path) -> None:
    found = together(reader, *two_lists(tmp_path))

    assert active(found) == [18]
    assert {"persons_together", "persons_on_earlier", "persons_counted"} <= codes(found)
    assert SECRETS.found_in(found) == []


def test_without_one_of_the_files_the_other_counts_alone(reader: Reader, tmp_path: Path) -> None:
    one, two = two_lists(tmp_path)

    assert active(together(reader, one, two)) == [18]
    assert active(together(reader, two)) == [10]
    assert "persons_together" not in codes(together(reader, two))
    assert active(together(reader, one, two)) == [18]


def test_a_changed_answer_counts_anew(reader: Reader, tmp_path: Path) -> None:
    one, two = two_lists(tmp_path)
    left = COUNTED.having(next(iter(COUNTED.given))[0], "bnba", "leave")
    files = [(one, reader.examine(one, COUNTED), ""), (two, reader.examine(two, left), "")]

    assert active(counted_together(files, reader, silent)) == [10]
    assert active(together(reader, one, two)) == [18]


def test_another_child_knows_nobody_and_reads_the_files_again(own: Reader, tmp_path: Path) -> None:
    files = [(path, own.examine(path, COUNTED), "") for path in two_lists(tmp_path)]
    assert own._child is not None
    own._child.kill()
    see_off(5)

    assert active(counted_together(files, own, silent)) == [18]


def test_a_file_of_another_position_is_left_alone(reader: Reader, tmp_path: Path) -> None:
    rows = [person(number) for number in range(10)]
    may = list_file(tmp_path, "Mei.xlsx", rows, title="Daftar Peserta Aktif per 31 Mei 2025")
    one, _ = two_lists(tmp_path)

    found = together(reader, one, may)

    assert active(found) == [10, 10]
    assert "persons_together" not in codes(found)


class _Unable:
    def together(self, files: object, report: Report) -> tuple[()]:
        raise refusal("reading_memory", "Satu.xlsx")


def test_where_it_cannot_be_done_each_counts_its_own_and_that_is_said(reader: Reader, tmp_path: Path) -> None:
    files = [(path, reader.examine(path, COUNTED), "") for path in two_lists(tmp_path)]

    found = counted_together(files, _Unable(), silent)

    assert active(found) == [10, 10]
    (said,) = [one for one in found[0].book.problems if one.code == "persons_not_together"]
    assert "Satu.xlsx" in said.text()


def test_a_file_that_is_gone_by_then_is_one_as_well(tmp_path: Path) -> None:
    own, (one, two) = Reader(), two_lists(tmp_path)
    files = [(path, own.examine(path, COUNTED), "") for path in (one, two)]
    two.unlink()
    with pytest.raises(UnusableFileError):
        own.examine(two)

    assert "persons_not_together" in codes(counted_together(files, own, silent))
    own.close()
