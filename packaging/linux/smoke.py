"""``make deb-smoke``: package and portable archive, each tried in a bare Debian 12 of its own."""

import argparse
import shutil
import sys
import time
from pathlib import Path
from typing import Final

from debbuild.chroot import bare_debian, enter, require_chroot
from debbuild.places import BUILD, DIST, LINUX
from winbuild.places import ROOT
from winbuild.stop import BuildStopError

KEPT: Final = ROOT / "screenshots" / "linux"
"""Pictures and self-test reports stay here to be looked at."""

TRIALS: Final = {"deb": "*.deb", "portable": "*.tar.xz"}
"""The script in inside/, and which file of dist/linux it tries."""


def built(pattern: str) -> Path:
    """Return the one file in dist/linux that *pattern* means; BuildStopError when it is not there."""
    found = sorted(DIST.glob(pattern))
    if len(found) != 1:
        raise BuildStopError(
            f"There is no {pattern} to try in {DIST.relative_to(ROOT)}; build it with `make deb`."
        )
    return found[0]


def try_one(name: str, file: Path) -> bool:
    """Run one trial in a bare Debian 12; returns whether every expectation was met."""
    begun = time.monotonic()
    with bare_debian(BUILD / "smoke" / name) as root:
        print(f"{name}: {file.name} in a bare Debian 12", flush=True)
        trial = root / "trial"
        shutil.copytree(LINUX / "inside", trial)
        shutil.copyfile(file, trial / file.name)
        (trial / "results").mkdir()
        code = enter(root, ["sh", f"/trial/{name}.sh", f"/trial/{file.name}", "/trial/results"])
        kept = KEPT / name
        if kept.exists():
            shutil.rmtree(kept)
        shutil.copytree(trial / "results", kept)
    print(
        f"        {time.monotonic() - begun:.0f} s in all; pictures in {kept.relative_to(ROOT)}", flush=True
    )
    return code == 0


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make deb-smoke", description=__doc__)
    parser.add_argument("--only", choices=tuple(TRIALS), help="one of the two")
    wanted = parser.parse_args(words).only
    try:
        require_chroot()
        names = [name for name in TRIALS if wanted in (None, name)]
        failed = [name for name, file in [(n, built(TRIALS[n])) for n in names] if not try_one(name, file)]
    except BuildStopError as stop:
        print(f"deb-smoke: {stop}", file=sys.stderr)
        return 1
    if failed:
        print(f"deb-smoke: not as expected: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
