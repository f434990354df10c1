"""What the Windows payload is made of: what is left out, how it starts, what the lists beside it say."""

import hashlib
import json
import re
import struct
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from winbuild import compose, icon, installer, launcher, places, portable, prune, sbom
from winbuild.wheels import Wheel
from winsmoke import outcome, shims, start_run
from winsmoke.setup_run import EXTENSIONS

SITE = "Lib/site-packages/"


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    folder = tmp_path / "payload"
    for name in (
        "Cakupan.exe",
        "Lib/site-packages/b.py",
        "Lib/site-packages/a/z.py",
        "program/gui/__main__.py",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "path",
    [
        "_ssl.pyd",
        "libcrypto-3.dll",
        "python.cat",
        SITE + "PySide6/qml/QtQuick/qmldir",
        SITE + "PySide6/Qt6Quick.dll",
        SITE + "PySide6/opengl32sw.dll",
        SITE + "PySide6/designer.exe",
        SITE + "PySide6/plugins/sqldrivers/qsqlite.dll",
        SITE + "PySide6/plugins/platforms/qdirect2d.dll",
        SITE + "PySide6/translations/qtbase_de.qm",
        SITE + "pandas/tests/frame/test_api.py",
        SITE + "numpy/lib/tests/test_io.py",
        SITE + "numpy/__init__.pyi",
        SITE + "pandas-3.1.1.dist-info/RECORD",
        SITE + "et_xmlfile-2.0.0.dist-info/LICENCE.rst",
    ],
)
def test_what_nobody_needs_is_left_out(path: str) -> None:
    assert prune.is_left_out(path)


@pytest.mark.parametrize(
    "path",
    [
        "python.exe",
        "pyexpat.pyd",
        "_socket.pyd",
        "_wmi.pyd",
        SITE + "PySide6/Qt6OpenGL.dll",
        SITE + "PySide6/QtOpenGL.pyd",
        SITE + "PySide6/QtNetwork.pyd",
        SITE + "PySide6/pyside6.abi3.dll",
        SITE + "PySide6/msvcp140.dll",
        SITE + "PySide6/plugins/platforms/qwindows.dll",
        SITE + "PySide6/plugins/printsupport/windowsprintersupport.dll",
        SITE + "colorama/__init__.py",
        SITE + "pandas/_testing/__init__.py",
        SITE + "pandas-3.1.1.dist-info/METADATA",
        "program/resources/sample/contoh.xlsx",
        "lisensi/pandas-3.1.1/LICENSE",
    ],
)
def test_what_the_program_needs_stays(path: str) -> None:
    assert not prune.is_left_out(path)


def test_pruning_leaves_no_empty_folder(payload: Path) -> None:
    left_out = payload / SITE / "PySide6" / "qml" / "deep" / "qmldir"
    left_out.parent.mkdir(parents=True)
    left_out.write_text("12345", encoding="utf-8")

    assert prune.prune(payload) == 5
    assert not (payload / SITE / "PySide6").exists()


def test_python_looks_only_into_the_programs_folder() -> None:
    assert compose.PATH_FILE.split() == ["python313.zip", ".", "program", r"Lib\site-packages"]
    assert "import site" not in compose.PATH_FILE


def test_only_the_program_itself_is_shipped(tmp_path: Path) -> None:
    for name in (
        "gui/app.py",
        "gui/app.py~",
        "gui/__pycache__/app.pyc",
        "resources/a.ts",
        "resources/.x",
        "tests/t.py",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    found = [path.relative_to(tmp_path).as_posix() for path in compose.program_files(tmp_path)]

    assert found == ["gui/app.py"]


def test_the_launcher_isolates_python_and_passes_every_argument_on() -> None:
    source = (places.PARTS / "launcher.c").read_text(encoding="utf-8")

    assert 'L"-X", L"utf8", L"-I", L"-B", L"-m", L"gui"}' in source
    assert "all[OURS + i - 1] = words[i];" in source


def test_the_launchers_are_built_without_the_time_of_day() -> None:
    window, console = launcher.LAUNCHERS
    arguments = [launcher.compiler_arguments(one, Path("out")) for one in (window, console)]

    assert all("--no-insert-timestamp" in " ".join(words) for words in arguments)
    assert "-mwindows" in arguments[0]
    assert {"-mconsole", "-DCONSOLE"} <= set(arguments[1])


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("2.0.0rc3", (2, 0, 0, 0)), ("1.2.3.4", (1, 2, 3, 4))],
)
def test_a_version_becomes_four_numbers(version: str, numbers: tuple[int, int, int, int]) -> None:
    assert places.numbered_version(version) == numbers


def test_an_icon_holds_every_picture_where_its_entry_says() -> None:
    data = icon.icon_file([(16, b"small"), (256, b"\x89PNG")])
    count = struct.unpack_from("<H", data, 4)[0]
    entries = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * index) for index in range(count)]

    assert [entry[0] for entry in entries] == [16, 0]
    assert [data[offset : offset + size] for *_, size, offset in entries] == [b"small", b"\x89PNG"]


def test_the_icon_is_drawn_in_every_size_that_windows_asks_for(
    tmp_path: Path,
    qapp: QApplication,  # else the drawing makes an application without widgets, for every later test
) -> None:
    icon.write_icon(tmp_path / "app.ico")
    icon.write_setup_pictures(tmp_path)
    data = (tmp_path / "app.ico").read_bytes()
    sides = [data[6 + 16 * index] or 256 for index in range(struct.unpack_from("<H", data, 4)[0])]

    assert sides == list(icon.SIZES)
    assert data.count(b"\x89PNG") == 2
    assert (tmp_path / "side.bmp").read_bytes().startswith(b"BM")


def test_the_setup_lays_down_every_file_in_its_folder_in_a_fixed_order(payload: Path) -> None:
    lines = installer.install_lines(payload)

    assert lines == [
        'SetOutPath "$INSTDIR"',
        f'File "{payload}/Cakupan.exe"',
        r'SetOutPath "$INSTDIR\Lib\site-packages\a"',
        f'File "{payload}/Lib/site-packages/a/z.py"',
        r'SetOutPath "$INSTDIR\Lib\site-packages"',
        f'File "{payload}/Lib/site-packages/b.py"',
        r'SetOutPath "$INSTDIR\program\gui"',
        f'File "{payload}/program/gui/__main__.py"',
    ]


def test_removing_names_every_file_at_the_top_and_no_pattern(payload: Path) -> None:
    lines = installer.removal_lines(payload)

    assert lines == [r'Delete "$INSTDIR\Cakupan.exe"']


def test_every_folder_at_the_top_is_removed_whole() -> None:
    script = (places.PARTS / "setup.nsi").read_text(encoding="utf-8")
    removed = {
        name for name in ("Lib", compose.PROGRAM, "lisensi") if f'RMDir /r "$INSTDIR\\{name}"' in script
    }

    assert removed == {"Lib", compose.PROGRAM, "lisensi"}
    assert script.count("RMDir /r") == len(removed)


def test_the_setup_never_takes_the_default_of_a_file_type() -> None:
    script = (places.PARTS / "setup.nsi").read_text(encoding="utf-8")

    assert r'"Software\Classes\${EXTENSION}" ""' not in script
    assert re.findall(r' OpenWith "(.+)"', script) == list(EXTENSIONS)
    assert re.findall(r' NoOpenWith "(.+)"', script) == list(EXTENSIONS)


def test_the_same_payload_gives_the_same_zip(payload: Path, tmp_path: Path) -> None:
    archives = [tmp_path / "one.zip", tmp_path / "two.zip"]
    for archive in archives:
        for path in payload.rglob("*.py"):
            path.touch()
        portable.write_zip(payload, archive, "Cakupan-0")

    assert archives[0].read_bytes() == archives[1].read_bytes()
    assert zipfile.ZipFile(archives[0]).namelist()[0] == "Cakupan-0/Cakupan.exe"


def test_the_list_of_parts_names_each_library_with_its_hash_and_licence(payload: Path) -> None:
    wheel = Wheel("pyside6-essentials", "6.11.3", "LGPL-3.0-only OR GPL-3.0-only", "ab" * 32, Path("x.whl"))
    (payload / "python.exe").write_bytes(b"python")
    bom = json.loads(
        sbom.bill_of_materials(payload, [wheel], "3.13.2", {"python.exe": "Somebody", "gone.dll": "X"})
    )
    parts = {part["name"]: part for part in bom["components"]}

    assert parts["pyside6-essentials"]["hashes"] == [{"alg": "SHA-256", "content": "ab" * 32}]
    assert parts["pyside6-essentials"]["licenses"] == [{"expression": "LGPL-3.0-only OR GPL-3.0-only"}]
    assert [part["name"] for part in parts["CPython"]["components"]] == ["python.exe"]
    assert parts["Qt"]["version"] == "6.11.3"
    assert bom["metadata"]["component"]["version"] == places.program_version()


@pytest.mark.parametrize(
    ("stated", "entry"),
    [
        ("MIT", [{"expression": "MIT"}]),
        ("BSD License", [{"license": {"name": "BSD License"}}]),
        ("", []),
    ],
)
def test_a_licence_is_an_expression_only_where_it_is_one(stated: str, entry: list[object]) -> None:
    assert sbom.licence_entry(stated) == entry


def test_the_hashes_of_a_payload_find_every_difference(payload: Path) -> None:
    listed = sbom.payload_hashes(payload)
    (payload / "Cakupan.exe").write_bytes(b"other")
    (payload / "Lib/site-packages/b.py").unlink()
    (payload / "new.dll").write_bytes(b"")
    (payload / "Uninstall.exe").write_bytes(b"")

    assert hashlib.sha256(b"Cakupan.exe").hexdigest() + "  Cakupan.exe" in listed
    assert outcome.differences(payload, listed, extra=["Uninstall.exe"]) == [
        "missing: Lib/site-packages/b.py",
        "additional: new.dll",
        "changed: Cakupan.exe",
    ]


def test_a_shim_forwards_everything_but_its_own() -> None:
    listing = "x\n[Ordinal/Name Pointer] Table\n\t[   0] _Exit\n\t[   1] creal\n\n[  7] other\n"
    names = shims.exported_names(listing)

    assert names == ["_Exit", "creal"]
    assert shims.forwarding("ucrtbase", "kept", names, {"creal", "crealf"}).splitlines()[2:] == [
        '  "_Exit" = "kept._Exit"',
        "  creal=shim_creal",
        "  crealf=shim_crealf",
    ]


def test_nothing_made_for_the_tests_under_wine_can_be_shipped() -> None:
    # The payload takes from these places only; the shims lie in none of them.
    assert shims.SOURCES not in {places.PARTS, places.LICENCES}
    assert shims.SOURCES.parent == places.WINDOWS
    assert shims.SOURCES.name not in compose.PACKAGES


def test_each_start_is_read_out_of_the_log_of_several() -> None:
    log = (
        "2026-11-22 10:00:01 +0700 INFO begins: Cakupan 0.1.0, first paint 1812 ms, 4001 ms after the start\n"
        "2026-11-22 10:00:09 +0700 INFO ready, 9120 ms after the start\n"
        "2026-11-22 10:01:09 +0700 INFO page data\n"
        "10:02:01 INFO begins: Cakupan 0.1.0, safe mode, first paint 912 ms, 2001 ms after the start\n"
        "2026-11-22 10:02:09 +0700 INFO ready, 5120 ms after the start\n"
    )

    assert start_run.told_starts(log) == [(1812, 4001, 9120), (912, 2001, 5120)]
    assert start_run.told_starts("") == []


def test_the_launchers_icon_has_the_name_by_which_qt_gives_it_to_every_window() -> None:
    assert 'IDI_ICON1 ICON "app.ico"' in (places.PARTS / "launcher.rc").read_text(encoding="utf-8")
