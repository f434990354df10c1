"""A bare Debian 12 to try things in: made once by mmdebstrap, unpacked anew for each trial."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from debbuild.places import BUILD
from winbuild.stop import BuildStopError

BASE: Final = BUILD / "debian12.tar"
TOOLS: Final = {"mmdebstrap": "mmdebstrap", "chroot": "coreutils", "unshare": "util-linux", "tar": "tar"}

# The mounts live and end with the namespace, whatever becomes of the processes in it.
_ENTER: Final = """\
set -eu
root=$1
shift
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
exec chroot "$root" "$@"
"""

PASSED_ON: Final = ("http_proxy", "https_proxy", "no_proxy", "PIP_INDEX_URL", "PIP_TRUSTED_HOST")
"""What a network behind a proxy or a mirror of packages needs; nothing else of this machine goes in."""


def require_chroot() -> None:
    """Raise BuildStopError, with what to do, where a chroot cannot be made."""
    missing = sorted({package for tool, package in TOOLS.items() if shutil.which(tool) is None})
    if missing:
        raise BuildStopError(
            "A clean Debian 12 cannot be made; install with "
            f"`apt-get install --no-install-recommends {' '.join(missing)}`."
        )
    if os.geteuid() != 0:
        raise BuildStopError(
            "A clean Debian 12 is entered with chroot, which needs root; run it with `sudo`."
        )


def make_base() -> None:
    """Make the base system once: what Debian calls minbase, from Debian's own archive."""
    if BASE.is_file():
        return
    BASE.parent.mkdir(parents=True, exist_ok=True)
    half = BASE.with_suffix(".part.tar")
    outcome = subprocess.run(
        ["mmdebstrap", "--quiet", "--variant=minbase", "bookworm", str(half)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if outcome.returncode != 0:
        half.unlink(missing_ok=True)
        raise BuildStopError(f"mmdebstrap could not make Debian 12: {outcome.stderr.strip()[-300:]}")
    half.rename(BASE)


@contextmanager
def bare_debian(place: Path) -> Iterator[Path]:
    """Give the root folder of a bare Debian 12 at *place*, and take it away afterwards."""
    require_chroot()
    make_base()
    if place.exists():
        shutil.rmtree(place)
    place.mkdir(parents=True)
    try:
        subprocess.run(["tar", "-xf", str(BASE), "-C", str(place)], check=True)
        shutil.copyfile("/etc/resolv.conf", place / "etc" / "resolv.conf")
        yield place
    finally:
        shutil.rmtree(place)


def enter(root: Path, words: Sequence[str]) -> int:
    """Run *words* in *root* with an environment of its own; returns the exit code."""
    environment = {
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
        **{name: os.environ[name] for name in PASSED_ON if name in os.environ},
    }
    command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", _ENTER, "sh", str(root)]
    return subprocess.run([*command, *words], env=environment, check=False).returncode
