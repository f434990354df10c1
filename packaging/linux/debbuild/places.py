"""Where things lie in the build for Linux, and what the package is called."""

from typing import Final

from winbuild.places import ROOT

LINUX: Final = ROOT / "packaging" / "linux"
PARTS: Final = LINUX / "parts"
BUILD: Final = ROOT / "build" / "linux"
DOWNLOADS: Final = BUILD / "downloads"
DIST: Final = ROOT / "dist" / "linux"

PACKAGE: Final = "cakupan"
ARCHITECTURE: Final = "amd64"
PYTHON: Final = "3.11"
"""The Python of Debian 12, which the libraries are taken for."""

GLIBC: Final = 36
"""Debian 12 has glibc 2.36; wheels that want a newer one do not run there."""

PROGRAM: Final = "program"
SITE: Final = "pustaka"
LICENCES_FOLDER: Final = "lisensi"
"""Folders of the payload: our own code, the libraries, their licences."""

INSTALLED: Final = f"usr/lib/{PACKAGE}"
"""Where the payload stands once the package is installed."""
