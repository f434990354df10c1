"""What a smoke test found: each expectation, kept or not, and what it cost."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from winbuild.places import files_below, sha256_of

SMALLEST_PICTURE = 5_000
"""Bytes; a page that was drawn is larger."""


class Findings:
    """Prints each expectation as it is met or not, and remembers whether all were."""

    def __init__(self) -> None:
        self.failed: list[str] = []

    def expect(self, sentence: str, held: object, detail: str = "") -> None:
        """Note that *sentence* held, or that it did not."""
        print(f"  {'ok  ' if held else 'FAIL'}  {sentence}{f': {detail}' if detail else ''}", flush=True)
        if not held:
            self.failed.append(sentence)

    def note(self, sentence: str) -> None:
        """Print a fact that nothing depends on."""
        print(f"        {sentence}", flush=True)


def judge_selftest(folder: Path, findings: Findings) -> None:
    """Hold what ``selftest`` wrote into *folder* against what it must write."""
    path = folder / "selftest.json"
    findings.expect("the self-test wrote its report", path.is_file())
    if not path.is_file():
        return
    report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    bad = [f"{check['name']} ({check['detail']})" for check in report["checks"] if not check["ok"]]
    findings.expect("every check of the self-test is good", report["ok"] and not bad, ", ".join(bad))
    findings.expect("it ran in a real window", report["qt_platform"] == "windows", report["qt_platform"])
    pictures = sorted(folder.glob("*.png"))
    small = [picture.name for picture in pictures if picture.stat().st_size < SMALLEST_PICTURE]
    findings.expect(f"{len(pictures)} pictures of pages", len(pictures) >= 5 and not small, ", ".join(small))
    sheets = [sheet for sheet in folder.glob("*.pdf") if sheet.read_bytes().startswith(b"%PDF-")]
    findings.expect("the summary sheet as PDF", sheets)
    tables = [check for check in report["checks"] if check["name"] == "office_table"]
    findings.expect("its child process read an office's table", tables and all(t["ok"] for t in tables))
    findings.note("ms: " + ", ".join(f"{check['name']} {check['ms']}" for check in report["checks"]))


def differences(folder: Path, listed: str, *, extra: Sequence[str] = ()) -> list[str]:
    """Return what in *folder* is not as *listed* (lines of sha256sum): changed, missing, additional.

    Files whose names are in *extra* may be there.
    """
    wanted = {name: digest for digest, name in (line.split("  ", 1) for line in listed.splitlines())}
    present = {path.relative_to(folder).as_posix(): path for path in files_below(folder)}
    found = [f"missing: {name}" for name in sorted(wanted.keys() - present.keys())]
    found += [f"additional: {name}" for name in sorted(present.keys() - wanted.keys() - set(extra))]
    return found + [
        f"changed: {name}"
        for name, digest in wanted.items()
        if name in present and sha256_of(present[name]) != digest
    ]
