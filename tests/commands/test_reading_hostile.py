"""One child reads hostile files after each other: each ends as an import or in one sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.reading.reader import Reader
from model.errors import UnusableFileError
from model.excel.importing import Import
from tests.builders.hostile_files import USABLE, USELESS, Hostile
from tests.builders.hostile_places import OTHERS
from tests.builders.hostile_zips import ZIPPED


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    made = Reader()
    yield made
    made.close()


def outcome(reader: Reader, path: Path) -> Import | UnusableFileError:
    try:
        return reader.examine(path)
    except UnusableFileError as error:
        return error


@pytest.mark.parametrize("hostile", OTHERS, ids=[hostile.kind for hostile in OTHERS])
def test_a_hostile_file_is_read_or_refused_in_one_sentence(
    tmp_path: Path, reader: Reader, hostile: Hostile
) -> None:
    found = outcome(reader, hostile.made(tmp_path))

    if isinstance(found, UnusableFileError):
        assert hostile.ends != USABLE, found
        assert found.code not in {"reading_broke_down", "reading_time"}
        assert len(str(found).splitlines()) == 1
        assert str(tmp_path) not in str(found)
    else:
        assert hostile.ends != USELESS
        assert all(problem.text() and problem.text("en") for problem in found.book.problems)


def test_after_all_of_them_a_good_file_is_read(tmp_path: Path, reader: Reader) -> None:
    good = next(hostile for hostile in ZIPPED if hostile.kind == "dimension too small")

    assert len(reader.examine(good.made(tmp_path)).book.observations) == 4
