"""``make bare-smoke``: README's two commands in a clean clone, on a bare Debian 12."""

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from debbuild.chroot import bare_debian, enter, require_chroot
from debbuild.places import BUILD, LINUX
from winbuild.places import ROOT
from winbuild.stop import BuildStopError

OWN_CERTIFICATES: Final = "PIP_CERT"
"""The variable by which a network with certificates of its own tells pip of them."""


def clone(target: Path) -> str:
    """Clone what is committed into *target*; returns the commit."""
    command = ["git", "clone", "--quiet", "--no-hardlinks", f"file://{ROOT}", str(target)]
    if subprocess.run(command, check=False).returncode != 0:
        raise BuildStopError("The source could not be cloned; run this in a git clone, with git installed.")
    told = subprocess.run(
        ["git", "-C", str(target), "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def try_clone(*, whole: bool) -> bool:
    """Run the trial; returns whether every expectation was met."""
    begun = time.monotonic()
    with bare_debian(BUILD / "smoke" / "bare") as root:
        trial = root / "trial"
        shutil.copytree(LINUX / "inside", trial)
        commit = clone(root / "srv" / "cakupan")
        print(f"bare: {commit} in a bare Debian 12", flush=True)
        if certificates := os.environ.get(OWN_CERTIFICATES):
            shutil.copyfile(certificates, trial / "certificates.pem")
        code = enter(root, ["sh", "/trial/bare.sh", *(["whole"] if whole else [])])
    print(f"        {time.monotonic() - begun:.0f} s in all", flush=True)
    return code == 0


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make bare-smoke", description=__doc__)
    parser.add_argument(
        "--whole", action="store_true", help="every test (five minutes and more), not only part of them"
    )
    whole = parser.parse_args(words).whole
    try:
        require_chroot()
        met = try_clone(whole=whole)
    except BuildStopError as stop:
        print(f"bare-smoke: {stop}", file=sys.stderr)
        return 1
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
