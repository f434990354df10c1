"""A newer version from a file: only what is whole, newer and made for this system is offered."""

import hashlib
from pathlib import Path
from typing import get_args

import pytest

from gui.support import refusal_sentence
from gui.update import HASHES, Kind, Refusal, Update, UpdateRefusedError, check_update
from model.progress import Cancelled

INSTALLED = "0.2.0"


def stick(folder: Path, *names: str, content: bytes = b"a setup", listed: bool = True) -> Path:
    """Put files onto a stick with their list of hashes; returns the last one."""
    for name in names:
        (folder / name).write_bytes(content + name.encode())
    if listed:
        lines = [f"{hashlib.sha256(content + name.encode()).hexdigest()}  {name}\n" for name in names]
        (folder / HASHES).write_text("".join(lines), encoding="ascii")
    return folder / names[-1]


def refused(chosen: Path, kind: Kind = "setup") -> str:
    with pytest.raises(UpdateRefusedError) as found:
        check_update(chosen, INSTALLED, kind)
    return found.value.reason


@pytest.mark.parametrize("version", ["0.2.1", "0.10.0", "1.0", "0.2.0.1"])
def test_a_newer_setup_that_is_whole_is_taken(tmp_path: Path, version: str) -> None:
    path = stick(tmp_path, f"Cakupan-Setup-{version}.exe")

    assert check_update(path, INSTALLED, "setup") == Update(path, version, "setup")


@pytest.mark.parametrize("name", ["cakupan_0.3.0_amd64.deb", "cakupan_0.3.0-1_all.deb"])
def test_a_package_is_taken_where_packages_are_installed(tmp_path: Path, name: str) -> None:
    path = stick(tmp_path, name)

    assert check_update(path, INSTALLED, "package") == Update(path, "0.3.0", "package")


def test_choosing_the_list_takes_the_newest_setup_beside_it(tmp_path: Path) -> None:
    stick(tmp_path, "Cakupan-Setup-0.9.0.exe", "Cakupan-Setup-0.10.0.exe", "cakupan_0.11.0_amd64.deb")

    assert check_update(tmp_path / HASHES, INSTALLED, "setup").path.name == "Cakupan-Setup-0.10.0.exe"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Cakupan-Setup-0.1.9.exe", "older"),
        ("Cakupan-Setup-0.2.exe", "equal"),
        ("Cakupan-Setup-0.2.0.exe", "equal"),
        ("cakupan_0.3.0_amd64.deb", "other_system"),
        ("Cakupan-Setup.exe", "unnamed"),
        ("Cakupan-Setup-0.3.0 (1).exe", "unnamed"),
        ("Excel-Setup-0.3.0.exe", "unnamed"),
        ("Cakupan-Setup-0.3.0.exe.lnk", "unnamed"),
    ],
)
def test_anything_else_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    assert refused(stick(tmp_path, name)) == reason


def test_a_setup_that_differs_from_its_hash_is_refused(tmp_path: Path) -> None:
    path = stick(tmp_path, "Cakupan-Setup-0.3.0.exe")
    path.write_bytes(path.read_bytes()[:-1])

    assert refused(path) == "mismatch"


def test_a_setup_without_a_list_is_refused(tmp_path: Path) -> None:
    assert refused(stick(tmp_path, "Cakupan-Setup-0.3.0.exe", listed=False)) == "no_list"


def test_a_setup_that_the_list_does_not_name_is_refused(tmp_path: Path) -> None:
    stick(tmp_path, "Cakupan-Setup-0.2.9.exe")
    path = stick(tmp_path, "Cakupan-Setup-0.3.0.exe", listed=False)

    assert refused(path) == "unlisted"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"no hashes here\n"])
def test_a_list_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    path = stick(tmp_path, "Cakupan-Setup-0.3.0.exe", listed=False)
    (tmp_path / HASHES).write_bytes(content)

    assert refused(path) == "bad_list"


def test_a_list_as_windows_writes_it_is_read(tmp_path: Path) -> None:
    path = stick(tmp_path, "Cakupan-Setup-0.3.0.exe", listed=False)
    digest = hashlib.sha256(path.read_bytes()).hexdigest().upper()
    (tmp_path / HASHES).write_bytes(b"\xef\xbb\xbf" + f"{digest} *cakupan-setup-0.3.0.EXE\r\n".encode())

    assert check_update(path, INSTALLED, "setup").version == "0.3.0"


def test_a_folder_without_a_setup_is_refused(tmp_path: Path) -> None:
    stick(tmp_path, "cakupan_0.3.0_amd64.deb")

    assert refused(tmp_path / HASHES) == "no_setup"


def test_a_stick_that_was_pulled_out_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "away" / HASHES) == "unreadable"
    assert refused(tmp_path / "away" / "Cakupan-Setup-0.3.0.exe") == "unreadable"


def test_checking_can_be_cancelled(tmp_path: Path) -> None:
    path = stick(tmp_path, "Cakupan-Setup-0.3.0.exe", content=b"x" * 3_000_000)

    def stop(done: int, total: int) -> None:
        assert 0 < done <= total
        raise Cancelled

    with pytest.raises(Cancelled):
        check_update(path, INSTALLED, "setup", stop)


@pytest.mark.parametrize("reason", get_args(Refusal))
def test_every_refusal_has_a_sentence_that_names_the_file(qapp: object, reason: Refusal) -> None:
    sentence = refusal_sentence(UpdateRefusedError(reason, "Cakupan-Setup-0.3.0.exe"), INSTALLED)

    assert "Cakupan-Setup-0.3.0.exe" in sentence
    assert "{" not in sentence
