"""Workbooks that a password locks: opened in memory, and the password is nowhere to be found afterwards."""

import builtins
import hashlib
import logging
import random
import tempfile
import traceback
from pathlib import Path
from typing import NoReturn

import pytest

from model.errors import UnusableFileError
from model.excel.reader import read_grid
from tests.builders.broken_files import cell, compound, xlsx
from tests.builders.locked_books import locked_xls, locked_xlsx

SECRET = "Rahasia Kantor 2025"
NOISE = {"xl/media/a.bin": random.Random(1).randbytes(9000)}
PLAIN = xlsx(cell("B2", 5), extra=NOISE)


@pytest.fixture(params=["xlsx", "xls"])
def locked(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A workbook locked with SECRET."""
    path = tmp_path / f"rekap.{request.param}"
    path.write_bytes(locked_xlsx(PLAIN, SECRET) if request.param == "xlsx" else locked_xls(SECRET))
    return path


def refused(path: Path, password: str = "") -> UnusableFileError:
    with pytest.raises(UnusableFileError) as caught:
        read_grid(path, password=password)
    return caught.value


def test_a_locked_workbook_is_read_with_its_password(locked: Path) -> None:
    grid = read_grid(locked, password=SECRET)

    assert 5.0 in grid.sheets[0].rows[-1]
    assert grid.sha256 == hashlib.sha256(locked.read_bytes()).hexdigest()


def test_without_a_password_and_with_a_wrong_one_it_is_said(locked: Path) -> None:
    assert refused(locked).code == "password"
    assert refused(locked, "salah").code == "wrong_password"
    assert "tidak cocok" in str(refused(locked, "salah"))


def test_the_password_is_in_no_error_and_no_log(locked: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    error = refused(locked, SECRET + "!")
    told = "".join(traceback.format_exception(error)) + repr(error) + repr(error.facts) + caplog.text
    grid = read_grid(locked, password=SECRET)

    assert SECRET not in told + caplog.text + repr(grid)
    assert error.__cause__ is None


def test_what_is_behind_the_lock_never_reaches_the_disk(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a file was opened for writing")

    opened = builtins.open
    for name in ("TemporaryFile", "NamedTemporaryFile", "mkstemp", "SpooledTemporaryFile"):
        monkeypatch.setattr(tempfile, name, never)
    monkeypatch.setattr(
        builtins,
        "open",
        lambda file, mode="r", *a, **k: opened(file, mode, *a, **k) if "r" in mode else never(),
    )

    assert read_grid(locked, password=SECRET).sheets
    assert [path.name for path in locked.parent.iterdir()] == [locked.name]


def test_a_workbook_that_excel_opens_for_everybody_needs_no_password(tmp_path: Path) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(locked_xlsx(PLAIN, "VelvetSweatshop"))

    assert read_grid(path).sheets[0].cell(1, 1) == 5.0
    assert read_grid(path, password="apa saja").sheets[0].cell(1, 1) == 5.0


def test_what_is_behind_a_lock_is_checked_like_any_file(tmp_path: Path) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(locked_xlsx(xlsx(cell("A1") + cell("XFD1048576"), extra=NOISE), SECRET))

    assert refused(path, SECRET).code == "far_cell"


@pytest.mark.parametrize("cut", [600, 1500, 4000])
def test_a_locked_file_that_is_damaged_is_said_to_be(tmp_path: Path, cut: int) -> None:
    content = locked_xlsx(PLAIN, SECRET)
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(content[:cut] + bytes(max(0, len(content) - cut)))

    assert refused(path, SECRET).code in {
        "damaged",
        "truncated",
        "lock_unknown",
        "wrong_password",
        "not_a_workbook_but",
    }


def test_a_lock_made_to_take_for_ever_is_refused(tmp_path: Path) -> None:
    content = locked_xlsx(PLAIN, SECRET)
    slow = content.replace(b'spinCount="100000"', b'spinCount="9999999"'[:18])
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(slow.replace(b'spinCount="999999"', b'spinCount=9999999"'))

    assert refused(path, SECRET).code in {"damaged", "wrong_password"}


def test_a_file_under_access_rights_has_its_own_sentence(tmp_path: Path) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(compound("EncryptedPackage"))

    assert refused(path, SECRET).code == "rights_managed"
