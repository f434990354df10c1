"""Every way that Excel ever locked a workbook with a password: opened, refused, damaged, and never kept."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from model.errors import UnusableFileError
from model.excel.reader import read_grid
from tests.builders.broken_files import cell, xlsx
from tests.builders.locked_books import locked_xls
from tests.builders.older_locks import agile, cryptoapi_xls, standard, xor_xls

SECRET: Final = "Kunci 2025"
PLAIN: Final = xlsx(cell("B2", 5), extra={"xl/media/a.bin": random.Random(1).randbytes(9000)})
WAYS: Final[dict[str, tuple[str, Callable[[str], bytes]]]] = {
    "Excel 95 to 2003, XOR": ("xls", xor_xls),
    "Excel 97, RC4": ("xls", locked_xls),
    "Excel 2003, RC4 of 128 bits": ("xls", cryptoapi_xls),
    "Excel 2003, RC4 of 40 bits": ("xls", lambda password: cryptoapi_xls(password, 40)),
    "Excel 2007, AES": ("xlsx", lambda password: standard(PLAIN, password)),
    "Excel 2007, AES of 256 bits": ("xlsx", lambda password: standard(PLAIN, password, 256)),
    "Excel 2010, agile": ("xlsx", lambda password: agile(PLAIN, password, spins=1000)),
    "Excel 2013, agile": ("xlsx", lambda password: agile(PLAIN, password, "sha512", 256, 1000)),
    "agile, SHA-384": ("xlsx", lambda password: agile(PLAIN, password, "sha384", 256, 1000)),
}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> tuple[str, Callable[[str], bytes]]:
    return WAYS[str(request.param)]


def made(folder: Path, way: tuple[str, Callable[[str], bytes]], password: str = SECRET) -> Path:
    path = folder / f"rekap.{way[0]}"
    path.write_bytes(way[1](password))
    return path


def refused(path: Path, password: str = "") -> str:
    with pytest.raises(UnusableFileError) as caught:
        read_grid(path, password=password)
    assert len(str(caught.value).splitlines()) == 1
    return caught.value.code


def outcome(path: Path) -> str:
    """What is said of a file that may be damaged, "" where it is read."""
    try:
        read_grid(path, password=SECRET)
    except UnusableFileError as error:
        return f"{error} {error.facts}"
    return ""


def test_the_right_password_opens_it(tmp_path: Path, way: tuple[str, Callable[[str], bytes]]) -> None:
    (sheet,) = read_grid(made(tmp_path, way), password=SECRET).sheets

    assert sheet.rows[-1][-1] == 5.0


def test_any_other_password_does_not_fit(tmp_path: Path, way: tuple[str, Callable[[str], bytes]]) -> None:
    path = made(tmp_path, way)

    assert refused(path) == "password"
    for other in ("salah", SECRET.lower(), SECRET + " ", "x" * 300, "p" * 100_000, "é☃" * 8, "\ud800", "\0"):
        assert refused(path, other) == "wrong_password", other


def test_what_excel_locks_for_everybody_opens_without_a_question(
    tmp_path: Path, way: tuple[str, Callable[[str], bytes]]
) -> None:
    (sheet,) = read_grid(made(tmp_path, way, "VelvetSweatshop")).sheets

    assert sheet.rows[-1][-1] == 5.0


def test_a_damaged_lock_ends_in_a_sentence(tmp_path: Path, way: tuple[str, Callable[[str], bytes]]) -> None:
    chance = random.Random(7)
    whole = way[1](SECRET)
    path = tmp_path / f"rekap.{way[0]}"
    for _ in range(25):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(512, len(content))] = chance.randrange(256)
        path.write_bytes(bytes(content[: chance.choice([len(content), chance.randrange(len(content))])]))
        said = outcome(path)
        assert SECRET not in said
        assert len(said.splitlines()) <= 1


def test_a_password_of_letters_beyond_english_opens_what_it_locked(tmp_path: Path) -> None:
    path = made(tmp_path, WAYS["Excel 2007, AES"], "Rahasia é ☃")

    assert read_grid(path, password="Rahasia é ☃").sheets
