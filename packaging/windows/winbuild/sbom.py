"""What the payload is made of, as a CycloneDX list that the IT desk's scanner can read."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from winbuild.places import files_below, project, sha256_of
from winbuild.wheels import Wheel

Component = dict[str, Any]

_SPDX: Final = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")

CARRIED: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("Inter", "4.1.1", "OFL-1.1", "data"),
    ("Lucide", "2026", "ISC", "data"),
    ("idn-area-data", "4.0.1", "ODbL-1.0", "data"),
)
"""What resources/LICENSES.md names: name, version, licence, type."""


def licence_entry(licence: str) -> list[dict[str, Any]]:
    """Return a licence as CycloneDX wants it: an SPDX expression where it is one, else the words."""
    if not licence:
        return []
    if _SPDX.fullmatch(licence):
        return [{"expression": licence}]
    return [{"license": {"name": licence}}]


def component(name: str, version: str, licence: str, *, kind: str = "library", **more: Any) -> Component:  # noqa: ANN401
    """Return one component; *more* are further fields as they stand in the list."""
    made = {"type": kind, "bom-ref": f"{name}@{version}", "name": name, "version": version}
    return made | {"licenses": licence_entry(licence)} | more


def wheel_component(wheel: Wheel) -> Component:
    """Return a library that came as a wheel, with the hash of the very file."""
    return component(
        wheel.name,
        wheel.version,
        wheel.licence,
        purl=f"pkg:pypi/{wheel.name}@{wheel.version}",
        hashes=[{"alg": "SHA-256", "content": wheel.sha256}],
    )


def python_component(version: str, runtime: Mapping[str, str], folder: Path) -> Component:
    """Return the runtime with hash and signer (*runtime*: by file) of each of its shipped binaries."""
    parts = [
        component(
            name,
            version,
            "",
            kind="file",
            hashes=[{"alg": "SHA-256", "content": sha256_of(folder / name)}],
            properties=[{"name": "cakupan:signed-by", "value": signer}],
        )
        for name, signer in sorted(runtime.items())
        if (folder / name).is_file()
    ]
    return component("CPython", version, "PSF-2.0", kind="platform", components=parts)


def contained(payload: Path, qt: str) -> list[Component]:
    """Return what comes inside the wheels, or with our own resources, and has a version of its own."""
    found = [component("Qt", qt, "LGPL-3.0-only", supplier={"name": "The Qt Company"})]
    pdfium = payload / "Lib" / "site-packages" / "pypdfium2_raw" / "version.json"
    if pdfium.is_file():
        stated = json.loads(pdfium.read_text(encoding="utf-8"))
        number = ".".join(str(stated[key]) for key in ("major", "minor", "build", "patch"))
        found.append(component("PDFium", number, "BSD-3-Clause AND Apache-2.0"))
    return found + [component(name, number, licence, kind=kind) for name, number, licence, kind in CARRIED]


def bill_of_materials(
    payload: Path, wheels: Sequence[Wheel], python: str, runtime: Mapping[str, str]
) -> bytes:
    """Return the list as JSON; nothing in it depends on when or where it was made."""
    table = project()
    qt = next((wheel.version for wheel in wheels if wheel.name == "pyside6-essentials"), "")
    parts = [
        python_component(python, runtime, payload),
        *map(wheel_component, wheels),
        *contained(payload, qt),
    ]
    program = component("Cakupan", str(table["version"]), str(table["license"]), kind="application")
    bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": program},
        "components": parts,
        "dependencies": [{"ref": program["bom-ref"], "dependsOn": [part["bom-ref"] for part in parts]}],
    }
    return (json.dumps(bom, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def payload_hashes(payload: Path) -> str:
    """Return ``hash  path`` for every file of *payload*, in the form that sha256sum checks."""
    lines = (f"{sha256_of(path)}  {path.relative_to(payload).as_posix()}\n" for path in files_below(payload))
    return "".join(lines)
