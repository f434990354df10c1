"""``make windows``: setup, portable zip, hashes and list of parts, built on Linux (see ``--help``)."""

import argparse
import shutil
import struct
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from winbuild import (
    bytecode,
    compose,
    icon,
    installer,
    launcher,
    licences,
    portable,
    prune,
    runtime,
    sbom,
    wheels,
)
from winbuild.places import (
    BUILD,
    DIST,
    NAME,
    PAYLOAD,
    PYTHON_TAG,
    ROOT,
    files_below,
    program_version,
    sha256_of,
    size_below,
)
from winbuild.stop import BuildStopError, require_tools

SETUP_BUDGET: Final = 90_000_000
INSTALLED_BUDGET: Final = 280_000_000
TOOLS: Final = ("osslsigncode", launcher.COMPILER, launcher.RESOURCES, "wine", "wineserver")


class Clock:
    """Prints each step with the seconds that it took."""

    def __init__(self) -> None:
        self._since = time.monotonic()

    def tell(self, step: str) -> None:
        now = time.monotonic()
        print(f"{now - self._since:6.1f} s  {step}", flush=True)
        self._since = now


def python_version(folder: Path) -> str:
    """Return the version of the runtime in *folder*, "3.13.2", from the version block of its python.exe."""
    data = (folder / "python.exe").read_bytes()
    place = data.index(struct.pack("<I", 0xFEEF04BD))
    high, low = struct.unpack_from("<II", data, place + 8)
    # Python writes micro * 1000 + serial into the third of the four numbers.
    version = f"{high >> 16}.{high & 0xFFFF}.{(low >> 16) // 1000}"
    if version.split(".")[:2] != [PYTHON_TAG[0], PYTHON_TAG[1:]]:
        raise BuildStopError(
            f"The runtime is Python {version}; the wheels are for 3.13, so take one of that."
        )
    return version


def make_payload(folder: Path, arguments: argparse.Namespace, clock: Clock) -> bytes:
    """Make the program's folder *folder*; returns the list of its parts."""
    signers = runtime.unpack_runtime(folder, archive=arguments.runtime, sha256=arguments.runtime_sha256)
    python = python_version(folder)
    clock.tell(f"Python {python}: {len(signers)} signatures good")
    libraries = wheels.fetch_wheels()
    wheels.unpack_wheels(libraries, folder / "Lib" / "site-packages")
    clock.tell(f"{len(libraries)} wheels, hashes as listed")
    version = program_version()
    licences.collect_licences(folder, libraries, python=python, version=version)
    saved = prune.prune(folder)
    clock.tell(f"left out {saved / 1e6:.0f} MB")
    compose.compose(folder)
    with tempfile.TemporaryDirectory() as name:
        icon.write_icon(Path(name) / "app.ico")
        launcher.build_launchers(folder, Path(name) / "app.ico", version)
    if arguments.sign:
        _sign(arguments.sign, [folder / one.file_name for one in launcher.LAUNCHERS])
    clock.tell("program and launchers")
    count = bytecode.compile_payload(folder, BUILD / "wine")
    compose.settle(folder)
    clock.tell(f"{count} modules compiled by the shipped Python")
    return sbom.bill_of_materials(folder, libraries, python, signers)


def make_artefacts(
    payload: Path, bom: bytes, folder: Path, arguments: argparse.Namespace, clock: Clock
) -> None:
    """Write zip, setup, list of parts and hashes of *payload* into *folder*."""
    version = program_version()
    (folder / f"{NAME}-{version}-sbom.cdx.json").write_bytes(bom)
    (folder / f"{NAME}-{version}-payload.sha256").write_text(sbom.payload_hashes(payload), encoding="ascii")
    portable.write_zip(payload, folder / f"{NAME}-{version}-portabel.zip", f"{NAME}-{version}")
    clock.tell("portable zip")
    if not arguments.portable_only:
        installer.build_setup(payload, folder / f"{NAME}-Setup-{version}.exe", version, sign=arguments.sign)
        clock.tell("setup")
    sums = "".join(f"{sha256_of(path)}  {path.name}\n" for path in files_below(folder))
    (folder / "SHA256SUMS").write_text(sums, encoding="ascii")


def summary(payload: Path, folder: Path) -> list[str]:
    """Return the lines that end a build: sizes against their budgets, and hashes."""
    installed = size_below(payload)
    lines = [_budget(f"installed, {len(files_below(payload))} files", installed, INSTALLED_BUDGET)]
    for path in files_below(folder):
        size = path.stat().st_size
        is_setup = path.suffix == ".exe"
        lines.append(
            _budget(path.name, size, SETUP_BUDGET) if is_setup else f"{size / 1e6:8.1f} MB  {path.name}"
        )
    hashes = next(folder.glob("*-payload.sha256"))
    lines.append(f"payload {sha256_of(hashes)}")
    return lines + (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()


def _budget(name: str, size: int, limit: int) -> str:
    verdict = "within" if size <= limit else "ABOVE"
    return f"{size / 1e6:8.1f} MB  {name} ({verdict} the budget of {limit / 1e6:.0f} MB)"


def _sign(command: str, files: list[Path]) -> None:
    import shlex
    import subprocess

    for path in files:
        if subprocess.run([*shlex.split(command), str(path)], check=False).returncode != 0:
            raise BuildStopError(
                f"`{command}` could not sign {path.name}; try it by hand, or leave --sign out."
            )


def replace_folder(made: Path, target: Path) -> None:
    """Put the finished folder *made* where *target* was."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        shutil.rmtree(target)
    made.replace(target)


def build(arguments: argparse.Namespace) -> list[str]:
    """Build everything aside, and put it into place only when it is whole; returns the closing lines."""
    require_tools(*TOOLS, *(() if arguments.portable_only else ("makensis",)))
    BUILD.mkdir(parents=True, exist_ok=True)
    clock = Clock()
    with tempfile.TemporaryDirectory(dir=BUILD) as name:
        payload, folder = Path(name) / "payload", Path(name) / "dist"
        folder.mkdir()
        bom = make_payload(payload, arguments, clock)
        make_artefacts(payload, bom, folder, arguments, clock)
        lines = summary(payload, folder)
        if any("ABOVE" in line for line in lines) and not arguments.over_budget:
            print("\n".join(lines))
            raise BuildStopError(
                "A budget is exceeded: leave more out in winbuild/prune.py, or pass --over-budget."
            )
        replace_folder(payload, PAYLOAD)
        replace_folder(folder, DIST)
    return [*lines, f"in {DIST.relative_to(ROOT)}"]


def parse(words: list[str] | None = None) -> argparse.Namespace:
    """Return the choices on the command line."""
    parser = argparse.ArgumentParser(prog="packaging/windows/build.py", description=__doc__)
    parser.add_argument(
        "--runtime", type=Path, help="another official embeddable zip of Python 3.13 for amd64"
    )
    parser.add_argument("--runtime-sha256", default="", help="the hash that its publisher states for it")
    parser.add_argument(
        "--portable-only", action="store_true", help="no setup: enough for the quick smoke test"
    )
    parser.add_argument("--sign", default="", help="a command that signs the file named behind it, in place")
    parser.add_argument(
        "--over-budget", action="store_true", help="deliver even what is larger than its budget"
    )
    return parser.parse_args(words)


def main(words: list[str] | None = None) -> int:
    try:
        lines = build(parse(words))
    except BuildStopError as stop:
        print(f"windows: {stop}", file=sys.stderr)
        return 1
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
