"""The quick test: the portable zip, unpacked on a fresh Windows, proves itself."""

import time
import zipfile
from pathlib import Path

from winbuild import wine
from winbuild.places import DIST, NAME, program_version
from winbuild.stop import BuildStopError
from winsmoke.outcome import Findings, differences, judge_selftest
from winsmoke.shims import OVERRIDES
from winsmoke.start_run import run_start

PLACE = "Kantor Palangka Raya é"
"""A folder with spaces and a letter beyond ASCII, as offices have them."""


def run_portable(prefix: Path, display: str, folder: Path, findings: Findings) -> None:
    """Unpack the portable zip into *prefix*, run its self-test, start it; what it wrote stays in *folder*."""
    version = program_version()
    archive = DIST / f"{NAME}-{version}-portabel.zip"
    if not archive.is_file():
        raise BuildStopError("There is no portable zip to test; build it first with `make windows`.")
    place = prefix / "drive_c" / PLACE
    with zipfile.ZipFile(archive) as package:
        package.extractall(place)
    program = place / f"{NAME}-{version}"
    environment = wine.environment(prefix, display=display, overrides=OVERRIDES)

    begun = time.monotonic()
    said = wine.run(["wine", str(program / "cakupan-cli.exe"), "--version"], environment, seconds=120)
    findings.expect(
        "the console launcher tells the version", said.stdout.strip() == f"cakupan {version}", said.stdout
    )
    findings.note(f"{time.monotonic() - begun:.1f} s for that")

    begun = time.monotonic()
    output = f"C:\\{PLACE}\\uji mandiri"
    said = wine.run(
        ["wine", str(program / "cakupan-cli.exe"), "selftest", "-o", output], environment, seconds=300
    )
    findings.expect(
        "selftest ends with 0", said.returncode == 0, said.stderr.strip()[-600:] if said.returncode else ""
    )
    findings.note(f"{time.monotonic() - begun:.1f} s for the self-test")
    written = place / "uji mandiri"
    judge_selftest(written, findings)
    if written.is_dir():
        _keep(written, folder / "portable")
    run_start(prefix, display, program, folder, findings)
    listed = (DIST / f"{NAME}-{version}-payload.sha256").read_text(encoding="ascii")
    changed = differences(program, listed)
    findings.expect("the program's folder is as it was", not changed, ", ".join(changed[:5]))


def _keep(written: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in written.iterdir():
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
