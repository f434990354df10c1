"""``cakupan selftest``: the program proves on this very machine that it works."""

import argparse
import os
import sys
import tempfile
from pathlib import Path


def run_selftest(arguments: argparse.Namespace) -> int:
    """Open the sample, draw every page, write the sheet and a report; return 0 when all is well.

    Without a display the window is drawn in memory.
    """
    has_display = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not has_display:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = arguments.output or Path(tempfile.mkdtemp(prefix="cakupan-selftest-"))
    folder.mkdir(parents=True, exist_ok=True)
    from gui.selftest import SelfTest

    report = SelfTest(folder).run()
    print(folder / "selftest.json")
    for check in report["checks"]:
        verdict = "baik" if check["ok"] else "GAGAL"
        print(f"{verdict:5}  {check['name']}  {check['ms']} ms  {check['detail']}".rstrip())
    return 0 if report["ok"] else 1
