import re
import subprocess
import sys
from pathlib import Path

import pytest

from gui.__main__ import COMMANDS, NO_DISPLAY, main
from gui.commands import COMMANDS as RUNNABLE
from gui.version import program_version

ROOT = Path(__file__).parents[2]


def test_help_names_the_window_and_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert main(["-h"]) == 0

    said = capsys.readouterr().out

    assert "cakupan [BERKAS...]" in said
    assert {name for name in RUNNABLE if f"cakupan {name} " not in said} == set()


def test_help_names_every_option_of_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    for name in sorted(RUNNABLE):
        assert main([name, "--help"]) == 0
    options = set(re.findall(r"--[a-z][a-z-]+", capsys.readouterr().out)) - {"--help"}
    main(["--help"])
    said = capsys.readouterr().out

    # "-o" stands for itself and its long form.
    assert {option for option in options - {"--output"} if option not in said} == set()


def test_the_version_has_one_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"cakupan {program_version()}\n"
    assert f'version = "{program_version()}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_an_unknown_option_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--jendela"]) == 2
    assert "--jendela" in capsys.readouterr().err


def test_the_first_word_decides_between_window_and_command(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def run(words: list[str]) -> int:
        asked.append(words)
        return 7

    monkeypatch.setattr("gui.commands.run_command", run)

    assert main(["table", "x.xlsx"]) == 7
    assert asked == [["table", "x.xlsx"]]
    assert set(COMMANDS) >= RUNNABLE


def test_files_open_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def run(words: list[str], *, safe: bool) -> int:
        assert not safe
        asked.append(words)
        return 0

    monkeypatch.setattr("gui.app.run_window", run)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    assert main(["rekap.xlsx", "maret.xlsx"]) == 0
    assert main([]) == 0
    assert asked == [["rekap.xlsx", "maret.xlsx"], []]


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a screen be missing")
def test_without_a_display_the_window_says_so_instead_of_dying() -> None:
    outcome = subprocess.run(
        [sys.executable, "-m", "gui"], cwd=ROOT, env={}, capture_output=True, text=True, encoding="utf-8"
    )

    assert outcome.returncode == 2
    assert outcome.stderr == NO_DISPLAY
