"""The program's folder as it stands below /usr/lib and in the portable archive."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from debbuild import libraries
from debbuild.bytecode import compile_payload
from debbuild.places import LICENCES_FOLDER, PACKAGE, PARTS, PROGRAM, SITE
from debbuild.prune import prune
from winbuild.compose import program_files
from winbuild.licences import collect_one
from winbuild.places import EPOCH, ROOT, files_below, project
from winbuild.stop import BuildStopError
from winbuild.wheels import Wheel, unpack_wheels

LAUNCHER: Final = PACKAGE
LIBRARY_LIST: Final = "pustaka-sistem.txt"
"""Which system libraries the window needs, read by start.py when one is missing."""

READ_ME: Final = """\
Cakupan {version}: lisensi program ini dan pustaka yang dibawanya
Licences of this program and of the libraries that it carries

Program ini sendiri (this program itself): Apache License 2.0, CAKUPAN.txt.
Wilayah, huruf dan ikon (regions, fonts, icons): ../program/resources/LICENSES.md.

{table}

Qt dan PySide6 dipakai menurut GNU LGPL versi 3 sebagai pustaka terpisah, di ../pustaka/PySide6 dan
../pustaka/shiboken6. Berkasnya boleh diganti dengan versi lain yang cocok; kode sumbernya ada di situs
proyek Qt, dengan nomor versi di atas.
Qt and PySide6 are used under the GNU LGPL version 3 as separate libraries, ../pustaka/PySide6 and
../pustaka/shiboken6. Their files may be replaced by other versions that fit; their source is at the Qt
project's site, by the version above.
"""


def make_payload(payload: Path, wheels: Sequence[Wheel]) -> None:
    """Make the whole folder *payload* of *wheels*, our own code, launcher and licences."""
    site = payload / SITE
    unpack_wheels(list(wheels), site)
    _write_licences(payload, wheels)
    prune(site)
    _put_program(payload)
    _write_metadata(site)
    for name in (LAUNCHER, "start.py"):
        shutil.copyfile(PARTS / name, payload / name)
    _write_library_list(payload)
    compile_payload(payload)
    settle(payload)


def settle(folder: Path) -> None:
    """Give every file and folder the same date and rights, whatever they had where they came from."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_symlink():
            os.utime(path, (EPOCH, EPOCH), follow_symlinks=False)
            continue
        path.chmod(0o755 if path.is_dir() or path.name == LAUNCHER else 0o644)
        os.utime(path, (EPOCH, EPOCH))


def _put_program(payload: Path) -> None:
    for path in program_files(ROOT):
        target = payload / PROGRAM / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    if not (payload / PROGRAM / "gui" / "__main__.py").is_file():
        raise BuildStopError("The program has no gui/__main__.py to start; build from a whole source tree.")


def _write_metadata(site: Path) -> None:
    """Let importlib.metadata know the program's version, as an installation would."""
    table = project()
    folder = site / f"{table['name']}-{table['version']}.dist-info"
    folder.mkdir()
    text = f"Metadata-Version: 2.1\nName: {table['name']}\nVersion: {table['version']}\n"
    (folder / "METADATA").write_text(f"{text}Summary: {table['description']}\n", encoding="utf-8")


def _write_licences(payload: Path, wheels: Sequence[Wheel]) -> None:
    folder = payload / LICENCES_FOLDER
    folder.mkdir()
    shutil.copyfile(ROOT / "LICENSE", folder / "CAKUPAN.txt")
    for wheel in wheels:
        collect_one(payload / SITE, wheel, folder / f"{wheel.name}-{wheel.version}")
    table = "\n".join(f"{one.name:20} {one.version:10} {one.licence}".rstrip() for one in wheels)
    text = READ_ME.format(version=project()["version"], table=table)
    (folder / "BACA-SAYA.txt").write_text(text, encoding="utf-8")


def _write_library_list(payload: Path) -> None:
    packages = libraries.known()
    names = sorted(libraries.asked_for(payload).keys() - libraries.ALWAYS.keys() - libraries.OPTIONAL.keys())
    libraries.packages_for(names, packages)
    text = "".join(f"{name} {packages[name]}\n" for name in names)
    (payload / LIBRARY_LIST).write_text(text, encoding="ascii")


def installed_kib(folder: Path) -> int:
    """Return the size of *folder* as Debian counts it: every file in whole KiB."""
    return sum(-(-path.stat().st_size // 1024) for path in files_below(folder))
