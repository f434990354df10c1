"""``make windows-smoke``: what was built, run under Wine on a virtual screen (``--portable``: in short)."""

import argparse
import shutil
import sys
import time

from winbuild import wine
from winbuild.places import BUILD, ROOT
from winbuild.stop import BuildStopError, require_tools
from winsmoke.outcome import Findings
from winsmoke.portable_run import run_portable
from winsmoke.screen import virtual_screen
from winsmoke.shims import install_shims

SMOKE = BUILD / "smoke"
KEPT = ROOT / "screenshots" / "windows"
"""Pictures and self-test reports stay here to be looked at."""


def smoke(*, portable_only: bool) -> Findings:
    """Run the tests in a prefix made for them; returns what was found."""
    require_tools("wine", "wineserver", "Xvfb", "import", "xwininfo")
    for folder in (SMOKE, KEPT):
        if folder.exists():
            shutil.rmtree(folder)
    KEPT.mkdir(parents=True)
    prefix = SMOKE / "prefix"
    findings = Findings()
    begun = time.monotonic()
    with virtual_screen() as display:
        wine.make_prefix(prefix)
        install_shims(prefix)
        findings.note(f"Windows 10 under Wine made in {time.monotonic() - begun:.0f} s")
        try:
            print("portable folder", flush=True)
            run_portable(prefix, display, KEPT, findings)
            if not portable_only:
                from winsmoke.setup_run import run_setup

                print("setup", flush=True)
                run_setup(prefix, display, KEPT, findings)
        finally:
            wine.stop(prefix)
    if not findings.failed:
        # Kept only where there is something to look into: it is large, and has a link to the whole disk.
        shutil.rmtree(SMOKE)
    findings.note(f"{time.monotonic() - begun:.0f} s in all; pictures in {KEPT.relative_to(ROOT)}")
    return findings


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="packaging/windows/smoke.py", description=__doc__)
    parser.add_argument("--portable", action="store_true", help="only the portable folder and its self-test")
    arguments = parser.parse_args(words)
    try:
        findings = smoke(portable_only=arguments.portable)
    except BuildStopError as stop:
        print(f"windows-smoke: {stop}", file=sys.stderr)
        return 1
    if findings.failed:
        print(f"windows-smoke: {len(findings.failed)} expectation(s) not met", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
