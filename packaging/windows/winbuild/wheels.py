"""The Windows wheels: fetched by their hash-locked list, unpacked without running anything of them."""

import zipfile
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path
from typing import Final

from winbuild import locked
from winbuild.places import DOWNLOADS, WINDOWS
from winbuild.stop import BuildStopError

LOCK: Final = WINDOWS / "requirements-windows.lock"
FOR_WINDOWS: Final = ("--platform", "win_amd64", "--python-version", "3.13", "--only-binary=:all:")


@dataclass(frozen=True)
class Wheel:
    """One library that is shipped."""

    name: str
    version: str
    licence: str
    """As the library states it: an SPDX expression, or its own words."""
    sha256: str
    path: Path


def fetch_wheels() -> list[Wheel]:
    """Return every wheel of the list, fetched where it is not here yet; raises as ``locked.fetch``."""
    files = locked.fetch(LOCK, DOWNLOADS, FOR_WINDOWS)
    return [Wheel(pin.name, pin.version, licence_of(path), pin.sha256, path) for pin, path in files.items()]


def unpack_wheels(wheels: list[Wheel], folder: Path) -> None:
    """Unpack *wheels* into *folder*, the site-packages of the payload.

    Raises BuildStopError when two wheels bring the same file, or one has parts that need an installer.
    """
    folder.mkdir(parents=True)
    owner: dict[str, str] = {}
    for wheel in wheels:
        with zipfile.ZipFile(wheel.path) as archive:
            names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
            for name in names:
                if ".data/" in name.split("/", 2)[0] + "/":
                    raise BuildStopError(
                        f"{wheel.path.name} needs an installer; extend winbuild/wheels.py for it."
                    )
                if name in owner:
                    raise BuildStopError(
                        f"{owner[name]} and {wheel.name} both bring {name}; leave one of them out."
                    )
                owner[name] = wheel.name
            archive.extractall(folder, names)


def licence_of(path: Path) -> str:
    """Return the licence that a wheel states in its metadata, in one line; "" when it states none."""
    with zipfile.ZipFile(path) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        headers = HeaderParser().parsestr(archive.read(name).decode("utf-8"))
    stated = headers.get("License-Expression") or headers.get("License")
    if stated and "\n" not in stated.strip() and len(stated) < 100:
        return stated.strip()
    classifiers = [text for text in headers.get_all("Classifier", []) if text.startswith("License ::")]
    return classifiers[0].rsplit(" :: ", 1)[-1] if classifiers else ""
