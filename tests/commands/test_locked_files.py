"""Commands about locked workbooks: the password is asked for, is in no argument, and is told to nobody."""

import io
import random
import sys
from pathlib import Path

import pytest

from gui.commands import run_command, secret
from tests.builders.broken_files import xlsx
from tests.builders.hostile_files import TABLE, rows_xml
from tests.builders.locked_books import locked_xlsx

SECRET = "Rahasia Kantor 2025"


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    path = tmp_path / "rekap.xlsx"
    noise = {"xl/media/a.bin": random.Random(1).randbytes(9000)}
    path.write_bytes(locked_xlsx(xlsx(rows_xml(TABLE), extra=noise), SECRET))
    return path


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_without_a_password_a_locked_file_says_that_it_needs_one(
    locked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["check", str(locked)]) == 3
    assert "kata sandi" in capsys.readouterr().err


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_the_password_is_read_from_the_input(
    locked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], end: str
) -> None:
    typed(monkeypatch, SECRET + end)

    assert run_command(["check", str(locked), "--password"]) in {0, 1}
    told = capsys.readouterr()
    assert "Terbaca 2" in told.out
    assert SECRET not in told.out + told.err


def test_a_wrong_password_is_said_and_not_repeated(
    locked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "salah sekali\n")

    assert run_command(["check", str(locked), "--password"]) == 3
    told = capsys.readouterr()
    assert "tidak cocok" in told.err
    assert "salah sekali" not in told.out + told.err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_who_knows_no_password_is_told_that_the_file_is_locked(
    locked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def given_up(prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(secret, "getpass", given_up)

    assert run_command(["check", str(locked), "--password"]) == 3
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_who_sits_at_a_terminal_types_it_unseen(
    locked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def unseen(prompt: str) -> str:
        asked.append(prompt)
        return SECRET

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(secret, "getpass", unseen)

    assert run_command(["table", str(locked), "--password"]) == 0
    assert asked == ["Kata sandi: "]
    assert "Kapuas" in capsys.readouterr().out


def test_a_password_cannot_be_given_as_an_argument(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["check", str(locked), f"--password={SECRET}"]) == 2
