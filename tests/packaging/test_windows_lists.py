"""The lists of the Windows build: what is fetched, and what stops it."""

import hashlib
import re
from pathlib import Path

import pytest

from winbuild import locked, wheels
from winbuild.places import ROOT, WINDOWS
from winbuild.runtime import LOCK as RUNTIME_LOCK
from winbuild.stop import BuildStopError

HASH = "a" * 64


def lock_of(folder: Path, *lines: str) -> Path:
    path = folder / "some.lock"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def versions(lock: Path) -> dict[str, str]:
    return {pin.name: pin.version for pin in locked.read_pins(lock)}


def test_a_list_is_read_line_by_line(tmp_path: Path) -> None:
    lock = lock_of(tmp_path, "# why", "", f"pandas==3.1.1 --hash=sha256:{HASH}")

    assert locked.read_pins(lock) == [locked.Pin("pandas", "3.1.1", HASH)]


@pytest.mark.parametrize(
    "line",
    [
        "pandas==3.1.1",
        f"pandas>=3 --hash=sha256:{HASH}",
        "pandas==3.1.1 --hash=sha256:abc",
        f"pandas==3.1.1 --hash=md5:{HASH}",
        "--index-url somewhere",
    ],
)
def test_a_line_without_version_and_hash_stops_the_build(tmp_path: Path, line: str) -> None:
    with pytest.raises(BuildStopError, match=r"Line 2 of some\.lock .*make windows-lock"):
        locked.read_pins(lock_of(tmp_path, f"numpy==1 --hash=sha256:{HASH}", line))


def test_an_empty_list_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildStopError, match="names no package"):
        locked.read_pins(lock_of(tmp_path, "# nothing"))


def test_a_file_counts_by_its_hash_and_not_by_its_name(tmp_path: Path) -> None:
    right = tmp_path / "some-other-name.whl"
    right.write_bytes(b"right")
    (tmp_path / "pandas-3.1.1-py3-none-any.whl").write_bytes(b"wrong")
    pin = locked.Pin("pandas", "3.1.1", hashlib.sha256(b"right").hexdigest())

    assert locked.find_files(tmp_path, [pin]) == {pin: right}


def test_files_that_are_all_here_are_not_fetched_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locked, "_download", lambda *_: pytest.fail("it went to the index"))
    store = tmp_path / "store"
    store.mkdir()
    (store / "a.whl").write_bytes(b"a")
    lock = lock_of(tmp_path, f"a==1 --hash=sha256:{hashlib.sha256(b'a').hexdigest()}")

    assert list(locked.fetch(lock, store, []).values()) == [store / "a.whl"]


def test_another_file_than_the_listed_one_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bring_another(lock: Path, pins: object, folder: Path, options: object) -> None:
        (folder / "a-1-py3-none-any.whl").write_bytes(b"tampered")

    monkeypatch.setattr(locked, "_download", bring_another)
    lock = lock_of(tmp_path, f"a==1 --hash=sha256:{HASH}")

    with pytest.raises(BuildStopError, match=r"does not match some\.lock \(a\)"):
        locked.fetch(lock, tmp_path / "store", [])


def test_the_windows_list_has_the_versions_that_the_tests_run_on() -> None:
    tested = dict(
        re.findall(r"^([\w.-]+)==([^\s;]+)(?! ; python_full_version < )", _tested_lines(), flags=re.MULTILINE)
    )

    assert {name: tested.get(name) for name in versions(wheels.LOCK)} == versions(wheels.LOCK)


def _tested_lines() -> str:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if "python_full_version < " not in line)


def test_what_only_windows_needs_is_named_and_listed() -> None:
    text = (WINDOWS / "requirements-windows.in").read_text(encoding="utf-8")
    named = [line for line in text.splitlines() if line and not line.startswith("#")]

    assert named == ["colorama", "tzdata"]
    assert set(named) <= versions(wheels.LOCK).keys()


@pytest.mark.parametrize("lock", [wheels.LOCK, RUNTIME_LOCK], ids=lambda path: path.stem)
def test_no_list_names_an_index(lock: Path) -> None:
    assert "://" not in lock.read_text(encoding="utf-8")
