"""The lists behind the Debian package: the lock for Debian 12, libraries of the system, parts of Qt."""

import struct
from pathlib import Path

import pytest

from debbuild import bytecode, chroot, elf, libraries, prune, wheels
from debbuild.package import debian_version
from winbuild.stop import BuildStopError

ONE, TWO = "1" * 64, "2" * 64
LISTED = f"""\
numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:{ONE} \\
    --hash=sha256:{TWO}
    # via pandas
numpy==2.5.5 ; python_full_version >= '3.12' \\
    --hash=sha256:{TWO}
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:{ONE}
"""


def shared_library(*wanted: str) -> bytes:
    """Return the smallest ELF file that asks for the libraries *wanted*."""
    head, program_header, base = 64, 56, 0x1000
    strings = b"\0" + b"".join(name.encode() + b"\0" for name in wanted)
    places, at = [], 1
    for name in wanted:
        places.append(at)
        at += len(name) + 1
    table = head + 2 * program_header
    entries = [(1, place) for place in places] + [(5, base + table), (0, 0)]
    dynamic = b"".join(struct.pack("<qQ", tag, value) for tag, value in entries)
    size = table + len(strings) + len(dynamic)
    load = struct.pack("<IIQQQQQQ", 1, 5, 0, base, base, size, size, 0x1000)
    there = table + len(strings)
    pointer = struct.pack("<IIQQQQQQ", 2, 6, there, base + there, base + there, len(dynamic), len(dynamic), 8)
    header = b"\x7fELF\x02\x01\x01" + b"\0" * 9
    header += struct.pack("<HHIQQQIHHHHHH", 3, 62, 1, 0, head, 0, 0, head, program_header, 2, 0, 0, 0)
    return header + load + pointer + strings + dynamic


def test_only_the_lines_that_hold_on_debian_12_are_taken() -> None:
    found = wheels.read_lock(LISTED)

    assert found == [wheels.Requirement("numpy", "2.4.6", frozenset({ONE, TWO}))]


def test_a_requirement_is_given_to_pip_with_all_its_hashes() -> None:
    line = wheels.Requirement("numpy", "2.4.6", frozenset({TWO, ONE})).line()

    assert line == f"numpy==2.4.6 --hash=sha256:{ONE} --hash=sha256:{TWO}"


@pytest.mark.parametrize("line", ["numpy==2.4.6", f"numpy>=2 --hash=sha256:{ONE}", "-e ."])
def test_a_line_that_is_not_understood_stops_the_build(line: str) -> None:
    with pytest.raises(BuildStopError, match="make lock"):
        wheels.read_lock(line)


def test_the_lock_of_the_project_has_one_version_of_everything_for_debian_12() -> None:
    found = wheels.read_lock(wheels.LOCK.read_text(encoding="utf-8"))
    names = [one.name for one in found]

    assert len(names) == len(set(names)) > 10
    assert {"pyside6-essentials", "pandas", "typst"} <= set(names)


def test_a_wheel_with_another_hash_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "numpy-2.4.6-cp311-cp311-linux_x86_64.whl").write_bytes(b"something else")

    assert wheels.find_wheel(tmp_path, wheels.Requirement("numpy", "2.4.6", frozenset({ONE}))) is None


def test_an_elf_file_tells_what_it_asks_for() -> None:
    assert elf.needed(shared_library("libX11.so.6", "libc.so.6")) == ("libX11.so.6", "libc.so.6")


def test_an_elf_file_may_ask_for_nothing() -> None:
    assert elf.needed(shared_library()) == ()


def test_something_else_is_no_elf_file() -> None:
    with pytest.raises(ValueError, match="ELF"):
        elf.needed(b"#!/bin/sh\n")


def test_what_a_payload_carries_itself_is_not_asked_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "libQt6Core.so.6").write_bytes(shared_library("libz.so.1"))
    (tmp_path / "QtCore.abi3.so").write_bytes(shared_library("libQt6Core.so.6", "libz.so.1"))
    (tmp_path / "notes.so.txt").write_text("no library", encoding="utf-8")

    assert libraries.asked_for(tmp_path) == {"libz.so.1": "QtCore.abi3.so"}


def test_packages_are_named_once_and_in_order() -> None:
    packages = {"libm.so.6": "libc6", "libc.so.6": "libc6", "libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"}

    required, recommended = libraries.packages_for(
        ["libGL.so.1", "libm.so.6", "libc.so.6", "libcups.so.2"], packages
    )

    assert (required, recommended) == (["libc6", "libgl1"], ["libcups2"])


def test_a_library_that_no_package_is_named_for_stops_the_build() -> None:
    with pytest.raises(BuildStopError, match=r"libnew\.so\.9"):
        libraries.packages_for(["libnew.so.9"], {})


def test_the_package_knows_every_library_that_make_run_installs() -> None:
    listed = libraries.listed(libraries.FOR_RUNNING.read_text(encoding="utf-8"))

    assert len(listed) >= 16
    assert listed["libxcb-cursor.so.0"] == "libxcb-cursor0"
    assert listed.items() <= libraries.known().items()


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/qml/QtQuick/qmldir",
        "PySide6/QtQuick.abi3.so",
        "PySide6/QtWidgets.pyi",
        "PySide6/libpyside6qml.abi3.so.6.11",
        "PySide6/lupdate",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "pandas/tests/test_frame.py",
        "bin/f2py",
    ],
)
def test_what_the_program_never_loads_is_left_out(path: str) -> None:
    assert prune.is_left_out(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/__init__.py",
        "PySide6/QtWidgets.abi3.so",
        "PySide6/QtOpenGL.abi3.so",
        "PySide6/libpyside6.abi3.so.6.11",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "colorama/__init__.py",
        "pandas/core/frame.py",
        "typst/_typst.abi3.so",
    ],
)
def test_what_the_program_loads_stays(path: str) -> None:
    assert not prune.is_left_out(path)


def test_of_qts_libraries_those_stay_that_are_asked_for_in_turn(tmp_path: Path) -> None:
    folder = tmp_path / "PySide6" / "Qt" / "lib"
    folder.mkdir(parents=True)
    (tmp_path / "PySide6" / "QtGui.abi3.so").write_bytes(shared_library("libQt6Gui.so.6", "libc.so.6"))
    (folder / "libQt6Gui.so.6").write_bytes(shared_library("libQt6Core.so.6"))
    (folder / "libQt6Core.so.6").write_bytes(shared_library())
    (folder / "libQt6Quick.so.6").write_bytes(shared_library("libQt6Core.so.6"))

    saved = prune.prune(tmp_path)

    assert sorted(path.name for path in folder.iterdir()) == ["libQt6Core.so.6", "libQt6Gui.so.6"]
    assert saved == len(shared_library("libQt6Core.so.6"))


@pytest.mark.parametrize(
    ("version", "debian"), [("0.1.0", "0.1.0"), ("0.2.0rc1", "0.2.0~rc1"), ("1.0.dev3", "1.0~dev3")]
)
def test_a_version_before_a_release_is_older_for_debian_too(version: str, debian: str) -> None:
    assert debian_version(version) == debian


def test_without_the_tools_for_a_clean_debian_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shutil.which", lambda tool: None if tool == "mmdebstrap" else f"/usr/bin/{tool}")

    with pytest.raises(BuildStopError, match="apt-get install --no-install-recommends mmdebstrap`"):
        chroot.require_chroot()


def test_without_root_one_sentence_says_how_to_run_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda tool: f"/usr/bin/{tool}")
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    with pytest.raises(BuildStopError, match="sudo"):
        chroot.require_chroot()


def test_without_python_of_debian_12_the_build_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr("subprocess.run", refuse)

    with pytest.raises(BuildStopError, match=r"python3\.11"):
        bytecode.find_python()
