"""``make deb``: the Debian package and the portable archive, with their hashes, in dist/linux."""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from debbuild.package import build_package, build_tree, debian_version
from debbuild.payload import make_payload
from debbuild.places import ARCHITECTURE, BUILD, DIST, PACKAGE
from debbuild.portable import write_tar
from debbuild.wheels import fetch_wheels
from winbuild.places import ROOT, files_below, program_version, sha256_of, size_below
from winbuild.stop import BuildStopError

PORTABLE: Final = f"{PACKAGE}-{program_version()}-linux-x86_64"


class Clock:
    """Prints each step with the seconds that it took."""

    def __init__(self) -> None:
        self._since = time.monotonic()

    def tell(self, step: str) -> None:
        now = time.monotonic()
        print(f"{now - self._since:6.1f} s  {step}", flush=True)
        self._since = now


def build() -> list[str]:
    """Build everything aside, and put it into place only when it is whole; returns the closing lines."""
    if shutil.which("dpkg-deb") is None:
        raise BuildStopError("Missing: dpkg-deb; it is in the package dpkg, build on Debian or Ubuntu.")
    BUILD.mkdir(parents=True, exist_ok=True)
    clock = Clock()
    with tempfile.TemporaryDirectory(dir=BUILD) as name:
        payload, tree, out = (Path(name) / part for part in ("payload", "tree", "dist"))
        out.mkdir()
        wheels = fetch_wheels()
        clock.tell(f"{len(wheels)} wheels, hashes as listed")
        make_payload(payload, wheels)
        clock.tell(f"program folder, {len(files_below(payload))} files, {size_below(payload) / 1e6:.1f} MB")
        build_tree(tree, payload, wheels)
        deb = out / f"{PACKAGE}_{debian_version(program_version())}_{ARCHITECTURE}.deb"
        build_package(tree, deb)
        clock.tell(f"{deb.name}, {deb.stat().st_size / 1e6:.1f} MB")
        tar = out / f"{PORTABLE}.tar.xz"
        write_tar(payload, tar, PORTABLE)
        clock.tell(f"{tar.name}, {tar.stat().st_size / 1e6:.1f} MB")
        sums = "".join(f"{sha256_of(path)}  {path.name}\n" for path in files_below(out))
        (out / "SHA256SUMS").write_text(sums, encoding="ascii")
        if DIST.exists():
            shutil.rmtree(DIST)
        DIST.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(out, DIST)
    return [*sums.splitlines(), f"in {DIST.relative_to(ROOT)}"]


def main(words: list[str] | None = None) -> int:
    argparse.ArgumentParser(prog="make deb", description=__doc__).parse_args(words)
    try:
        lines = build()
    except BuildStopError as stop:
        print(f"deb: {stop}", file=sys.stderr)
        return 1
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
