"""The licences of everything that is shipped, in one folder of the payload."""

import shutil
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from winbuild.places import LICENCES, ROOT
from winbuild.stop import BuildStopError
from winbuild.wheels import Wheel

FOLDER: Final = "lisensi"

_TEXTS: Final = ("licenses/*", "LICEN[CS]E*", "COPYING*", "NOTICE*", "AUTHORS*", "sboms/*")

_LGPL: Final = ("pyside6-essentials", "shiboken6")
"""Their wheels name the LGPL without carrying its text."""

READ_ME: Final = """\
Cakupan {version}: lisensi program ini dan pustaka yang dibawanya
Licences of this program and of the libraries that it carries

Program ini sendiri (this program itself): Apache License 2.0, {name}/CAKUPAN.txt.
Wilayah, huruf dan ikon (regions, fonts, icons): program/resources/LICENSES.md.

{table}

Qt dan PySide6 dipakai menurut GNU LGPL versi 3 sebagai pustaka terpisah, di Lib\\site-packages\\PySide6 dan
shiboken6. Berkasnya boleh diganti dengan versi lain yang cocok; kode sumbernya ada di situs proyek Qt, dengan
nomor versi di atas.
Qt and PySide6 are used under the GNU LGPL version 3 as separate libraries, Lib\\site-packages\\PySide6 and
shiboken6. Their files may be replaced by other versions that fit; their source is at the Qt project's site,
by the version above.
"""


def collect_licences(payload: Path, wheels: Sequence[Wheel], *, python: str, version: str) -> None:
    """Write the folder of licences into *payload*, before pruning takes their originals away.

    Raises BuildStopError for a library that brings no licence text: it must not be passed on like that.
    """
    folder = payload / FOLDER
    folder.mkdir()
    shutil.copyfile(ROOT / "LICENSE", folder / "CAKUPAN.txt")
    own = folder / f"python-{python}"
    own.mkdir()
    (payload / "LICENSE.txt").replace(own / "LICENSE.txt")
    for wheel in wheels:
        collect_one(payload / "Lib" / "site-packages", wheel, folder / f"{wheel.name}-{wheel.version}")
    rows = [("Python", python, "PSF-2.0"), *((wheel.name, wheel.version, wheel.licence) for wheel in wheels)]
    table = "\n".join(f"{name:20} {number:10} {licence}".rstrip() for name, number, licence in rows)
    text = READ_ME.format(version=version, name=FOLDER, table=table)
    (folder / "BACA-SAYA.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-8"))


def collect_one(site: Path, wheel: Wheel, target: Path) -> None:
    info = site / f"{'_'.join(wheel.path.name.split('-')[:1])}-{wheel.version}.dist-info"
    found = [
        path
        for path in info.rglob("*")
        if path.is_file()
        and any(fnmatchcase(path.relative_to(info).as_posix(), pattern) for pattern in _TEXTS)
    ]
    for path in found:
        inner = path.relative_to(info)
        name = Path(*inner.parts[1:]) if inner.parts[0] == "licenses" else inner
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / name)
    if wheel.name in _LGPL:
        target.mkdir(exist_ok=True)
        for text in ("LGPL-3.0.txt", "GPL-3.0.txt"):
            shutil.copyfile(LICENCES / text, target / text)
    elif not found:
        raise BuildStopError(
            f"{wheel.name} brings no licence text; put one into packaging/licences/ and name it here."
        )
