"""The Debian package: the payload below /usr/lib, what a desktop needs around it, and its control files."""

import gzip
import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from email.utils import formatdate
from pathlib import Path
from typing import Final

from debbuild import libraries
from debbuild.icons import write_icons
from debbuild.payload import installed_kib, settle
from debbuild.places import ARCHITECTURE, INSTALLED, LICENCES_FOLDER, PACKAGE, PARTS, PYTHON
from winbuild.places import EPOCH, ROOT, files_below, program_version
from winbuild.stop import BuildStopError
from winbuild.wheels import Wheel

MAN_PAGES: Final = {"cakupan.id.1": "usr/share/man/id/man1", "cakupan.en.1": "usr/share/man/man1"}
"""The Indonesian page for those who have Indonesian set, the English one for everybody else."""

DESKTOP_FILES: Final = ("cakupan.desktop", "zz-cakupan-open.desktop")
"""The entry of the menu, and "Open with" as the last of all programs."""

MAINTAINER: Final = "Cakupan maintainers <maintainers@cakupan.invalid>"

CONTROL: Final = """\
Package: {package}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kib}
Depends: {depends}
Recommends: {recommends}
Section: misc
Priority: optional
Description: coverage of employment social security, from workbook to summary sheet
 Cakupan reads the workbooks that a regional office already has and answers what
 share of the workers entitled to employment social security (Jamsostek) is
 protected, where the gap is, why the figure moved and what is missing to the
 target. It prints a summary sheet that a head of office can sign.
 .
 The window is Indonesian or English. The program opens no network connection.
"""

COPYRIGHT: Final = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Cakupan
Comment: The full texts of all licences are in /usr/{licences}.

Files: *
Copyright: Cakupan maintainers
License: Apache-2.0
 The full text is in /usr/share/common-licenses/Apache-2.0.

Files: {resources}/regions.csv
Copyright: idn-area-data, https://github.com/fityannugroho/idn-area-data
License: ODbL-1.0
 A derivative database of idn-area-data, under the Open Database License 1.0.
 See {resources}/LICENSES.md.

Files: {resources}/fonts/*
Copyright: The Inter Project, https://rsms.me/inter/
License: OFL-1.1
 The full text is in {resources}/fonts/OFL.txt.

Files: {resources}/icons/*
Copyright: Lucide Icons and Contributors; Cole Bemis
License: ISC-and-Expat
 The full text is in {resources}/icons/LICENSE.
"""

_QT_NOTE: Final = """
 Used as separate, replaceable libraries. The full texts are in
 /usr/share/common-licenses/LGPL-3 and /usr/share/common-licenses/GPL-3;
 the source is at the Qt project's site, by the version above."""


def debian_version(version: str) -> str:
    """Return "0.1.0" as it is, and "0.2.0rc1" so that Debian orders it before 0.2.0."""
    for mark in ("a", "b", "rc", ".dev"):
        head, found, tail = version.partition(mark)
        if found and tail.isdigit():
            return f"{head}~{mark.strip('.')}{tail}"
    return version


def control(payload: Path, version: str, kib: int) -> str:
    """Return the control file: its dependencies are what the files of *payload* ask for."""
    required, optional = libraries.packages_for(libraries.asked_for(payload), libraries.known())
    major, minor = PYTHON.split(".")
    python = [f"python3 (>= {PYTHON})", f"python3 (<< {major}.{int(minor) + 1})"]
    return CONTROL.format(
        package=PACKAGE,
        maintainer=MAINTAINER,
        version=debian_version(version),
        architecture=ARCHITECTURE,
        kib=kib,
        depends=", ".join(python + required),
        recommends=", ".join(optional),
    )


def copyright_text(wheels: Sequence[Wheel]) -> str:
    """Return the copyright file, with a paragraph for each library that is carried."""
    text = COPYRIGHT.format(
        licences=f"{INSTALLED.removeprefix('usr/')}/{LICENCES_FOLDER}",
        resources=f"{INSTALLED}/program/resources",
    )
    for wheel in wheels:
        is_qt = wheel.name in ("pyside6-essentials", "shiboken6")
        folder = f"{INSTALLED}/{LICENCES_FOLDER}/{wheel.name}-{wheel.version}"
        text += f"\nFiles: {INSTALLED}/pustaka/{_folder_of(wheel)}/*\nCopyright: the authors of {wheel.name}"
        text += f" {wheel.version}\nLicense: {wheel.licence or 'see-text'}"
        text += f"{_QT_NOTE if is_qt else f'{chr(10)} The full text is in /{folder}.'}\n"
    return text


def debian_changelog(version: str) -> str:
    """Return the changelog in Debian's form, which leads to the one that people read."""
    entry = f"{PACKAGE} ({debian_version(version)}) bookworm; urgency=medium\n\n"
    entry += "  * What changed for users: CHANGELOG.md.gz beside this file.\n\n"
    return f"{entry} -- {MAINTAINER}  {formatdate(EPOCH)}\n"


def build_tree(tree: Path, payload: Path, wheels: Sequence[Wheel]) -> None:
    """Make *tree*, the file system of the package with its DEBIAN folder, from *payload*."""
    version = program_version()
    shutil.copytree(payload, tree / INSTALLED, symlinks=True)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / PACKAGE).symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")
    share = tree / "usr" / "share"
    (share / "applications").mkdir(parents=True)
    for name in DESKTOP_FILES:
        shutil.copyfile(PARTS / name, share / "applications" / name)
    write_icons(share / "icons" / "hicolor", PACKAGE)
    for name, folder in MAN_PAGES.items():
        page = (PARTS / name).read_text(encoding="utf-8").replace("@VERSION@", version)
        _write_packed(tree / folder / f"{PACKAGE}.1.gz", page)
    doc = share / "doc" / PACKAGE
    doc.mkdir(parents=True)
    (doc / "copyright").write_text(copyright_text(wheels), encoding="utf-8")
    _write_packed(doc / "changelog.gz", debian_changelog(version))
    _write_packed(doc / "CHANGELOG.md.gz", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    settle(tree)
    sums = md5sums(tree)
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(control(payload, version, installed_kib(tree)), encoding="utf-8")
    (tree / "DEBIAN" / "md5sums").write_text(sums, encoding="utf-8")
    settle(tree / "DEBIAN")


def build_package(tree: Path, out: Path) -> None:
    """Pack *tree* into *out*; the same tree gives the same bytes on every machine."""
    # One thread: how xz cuts its blocks depends on their number.
    command = [
        "dpkg-deb",
        "--root-owner-group",
        "-Zxz",
        "-z6",
        "--threads-max=1",
        "--build",
        str(tree),
        str(out),
    ]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH)}
    outcome = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if outcome.returncode != 0:
        raise BuildStopError(f"dpkg-deb could not make the package: {outcome.stderr.strip()[-300:]}")


def md5sums(tree: Path) -> str:
    """Return the list by which ``dpkg --verify`` finds changed files."""
    lines = []
    for path in files_below(tree):
        if not path.is_symlink():
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            lines.append(f"{digest}  {path.relative_to(tree).as_posix()}\n")
    return "".join(lines)


def _folder_of(wheel: Wheel) -> str:
    """Return the folder that a wheel brings, by the name of its file as a rule."""
    folders = {
        "pyside6-essentials": "PySide6",
        "pypdfium2": "pypdfium2*",
        "numpy": "numpy*",
        "python-dateutil": "dateutil",
    }
    return folders.get(wheel.name, wheel.name.replace("-", "_"))


def _write_packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
