"""The Debian package: control files, what a desktop reads, manual pages, the first code, the archive."""

import argparse
import configparser
import hashlib
import importlib.util
import re
import tarfile
from pathlib import Path
from types import ModuleType

import pytest

from debbuild import package, payload, portable
from debbuild.places import INSTALLED, PARTS
from gui.__main__ import SAFE
from gui.commands.arguments import parser
from winbuild.places import EPOCH
from winbuild.wheels import Wheel

LANGUAGES = ("id", "en")


def first_code() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", PARTS / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands() -> dict[str, argparse.ArgumentParser]:
    actions = parser()._actions
    found = next(action for action in actions if isinstance(action, argparse._SubParsersAction))
    return dict(found.choices)


def options(command: argparse.ArgumentParser) -> set[str]:
    """Return the option strings of *command*; of -o, --output only the short one, as the page writes it."""
    return {action.option_strings[0] for action in command._actions if action.option_strings} - {"-h"}


def page(language: str) -> str:
    """Return the manual page without its backslashes and fonts."""
    text = (PARTS / f"cakupan.{language}.1").read_text(encoding="utf-8")
    return re.sub(r"\\f[BIR]", "", text).replace("\\-", "-")


def section(text: str, number: int) -> str:
    """Return the section of that number of a page, from its heading to the next."""
    return text.split("\n.SH ")[number]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_page_has_every_command_with_its_options(language: str) -> None:
    entries = section(page(language), 4).split("\n.TP\n")[1:]
    told = {
        entry.split()[0]: {
            word for word in re.findall(r"(?<![\w-])--?[a-z-]+", entry.rsplit(": ", 1)[-1]) if ": " in entry
        }
        for entry in entries
    }

    assert told == {name: options(command) for name, command in commands().items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_page_explains_every_option(language: str) -> None:
    entries = section(page(language), 5).split("\n.TP\n")[1:]
    explained = {entry.split("\n")[0].replace(",", " ").split()[0] for entry in entries}
    wanted = {name for command in commands().values() for name in options(command)}

    assert explained == wanted | {SAFE, "-h", "--version"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_page_names_every_choice(language: str) -> None:
    text = section(page(language), 5)
    choices = {
        str(choice)
        for command in commands().values()
        for action in command._actions
        for choice in action.choices or ()
    }

    assert {choice for choice in choices if choice not in text} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_page_has_the_exit_codes(language: str) -> None:
    codes = re.findall(r"^\.B (\d+)$", section(page(language), 6), re.MULTILINE)

    assert codes == ["0", "1", "2", "3", str(first_code().NOT_FOUND)]


def test_both_manual_pages_have_the_same_parts() -> None:
    shapes = [
        [line.split()[0] for line in page(language).splitlines() if line.startswith(".")]
        for language in LANGUAGES
    ]

    assert shapes[0] == shapes[1]


def desktop_entry(name: str = "cakupan.desktop") -> configparser.SectionProxy:
    reader = configparser.RawConfigParser(strict=True)
    reader.optionxform = str  # type: ignore[assignment,method-assign]
    reader.read(PARTS / name, encoding="utf-8")
    return reader["Desktop Entry"]


def test_the_desktop_file_speaks_both_languages() -> None:
    entry = desktop_entry()

    assert all(entry[key] and entry[f"{key}[id]"] for key in ("GenericName", "Comment", "Keywords"))
    assert entry["Exec"] == "cakupan %F"


def test_the_desktop_file_offers_what_the_program_reads() -> None:
    kinds = desktop_entry("zz-cakupan-open.desktop")["MimeType"].rstrip(";").split(";")

    assert kinds == [
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-excel.sheet.macroEnabled.12",
        "application/vnd.ms-excel",
        "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
        "application/vnd.oasis.opendocument.spreadsheet",
        "text/csv",
    ]


def test_the_entry_of_the_menu_takes_no_files_from_the_spreadsheet_program() -> None:
    other = desktop_entry("zz-cakupan-open.desktop")

    assert "MimeType" not in desktop_entry()
    assert other["NoDisplay"] == "true"
    assert all(other[key] == desktop_entry()[key] for key in ("Name", "Exec", "Icon", "StartupWMClass"))


def test_the_copyright_file_has_a_paragraph_for_every_library() -> None:
    wheels = [
        Wheel("pandas", "3.1.1", "BSD-3-Clause", "", Path()),
        Wheel("pyside6-essentials", "6.11.3", "LGPL-3.0-only", "", Path()),
    ]

    text = package.copyright_text(wheels)
    paragraphs = text.strip().split("\n\n")

    assert f"Files: {INSTALLED}/pustaka/pandas/*" in text
    assert f"The full text is in /{INSTALLED}/lisensi/pandas-3.1.1." in text
    assert "/usr/share/common-licenses/LGPL-3" in text
    assert all("License: " in paragraph for paragraph in paragraphs[1:])


def test_the_changelog_is_one_that_debian_reads() -> None:
    lines = package.debian_changelog("0.2.0rc1").splitlines()

    assert lines[0] == "cakupan (0.2.0~rc1) bookworm; urgency=medium"
    assert re.fullmatch(r" -- .+ <\S+>  Wed, 01 Jan 2025 00:00:00 -0000", lines[-1])


def test_the_list_of_hashes_leaves_links_out(tmp_path: Path) -> None:
    (tmp_path / "usr").mkdir()
    (tmp_path / "usr" / "file").write_bytes(b"content")
    (tmp_path / "usr" / "link").symlink_to("file")

    digest = hashlib.md5(b"content", usedforsecurity=False).hexdigest()

    assert package.md5sums(tmp_path) == f"{digest}  usr/file\n"


def test_files_are_counted_in_whole_kibibytes(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"x" * 1025)
    (tmp_path / "two").write_bytes(b"x")

    assert payload.installed_kib(tmp_path) == 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "payload"
    (made / "b").mkdir(parents=True)
    (made / "b" / "file.py").write_text("pass\n", encoding="utf-8")
    (made / "cakupan").write_text("#!/bin/sh\n", encoding="utf-8")
    return made


def test_only_the_launcher_can_be_run_and_everything_has_one_date(folder: Path) -> None:
    (folder / "b" / "file.py").chmod(0o700)

    payload.settle(folder)
    rights = {path.name: path.stat().st_mode & 0o777 for path in folder.rglob("*")}

    assert rights == {"b": 0o755, "file.py": 0o644, "cakupan": 0o755}
    assert {int(path.stat().st_mtime) for path in folder.rglob("*")} == {EPOCH}


def test_two_archives_of_the_same_folder_are_the_same(folder: Path, tmp_path: Path) -> None:
    payload.settle(folder)
    portable.write_tar(folder, tmp_path / "one.tar.xz", "cakupan-1")
    again = tmp_path / "elsewhere" / "copy"
    (again / "b").mkdir(parents=True)
    (again / "cakupan").write_text("#!/bin/sh\n", encoding="utf-8")
    (again / "b" / "file.py").write_text("pass\n", encoding="utf-8")
    payload.settle(again)
    portable.write_tar(again, tmp_path / "two.tar.xz", "cakupan-1")

    assert (tmp_path / "one.tar.xz").read_bytes() == (tmp_path / "two.tar.xz").read_bytes()


def test_everything_in_the_archive_lies_in_one_folder(folder: Path, tmp_path: Path) -> None:
    portable.write_tar(folder, tmp_path / "one.tar.xz", "cakupan-1")
    with tarfile.open(tmp_path / "one.tar.xz") as archive:
        members = archive.getmembers()

    assert [member.name for member in members] == [
        "cakupan-1",
        "cakupan-1/b",
        "cakupan-1/b/file.py",
        "cakupan-1/cakupan",
    ]
    assert {(member.uid, member.uname, member.mtime) for member in members} == {(0, "root", EPOCH)}


def test_a_missing_library_is_told_with_its_package() -> None:
    lines = ["libc.so.6 libc6", "libcakupan-no-such.so.1 libno1"]

    assert first_code().missing(lines) == {"libcakupan-no-such.so.1": "libno1"}


def test_commands_that_need_no_window_ask_for_no_library_of_it() -> None:
    assert set(first_code().WITHOUT_WINDOW) - {"--version", "--help", "-h"} == commands().keys() - {
        "selftest"
    }
