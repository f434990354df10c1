"""How a build ends early: one sentence that names the mend."""

import shutil


class BuildStopError(Exception):
    """The build cannot go on; the text is one sentence for the person at the terminal."""


PACKAGES = {
    "osslsigncode": "osslsigncode",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
    "x86_64-w64-mingw32-objdump": "binutils-mingw-w64-x86-64",
    "makensis": "nsis",
    "wine": "wine wine64",
    "wineserver": "wine wine64",
    "Xvfb": "xvfb",
    "import": "imagemagick",
    "xwininfo": "x11-utils",
}
"""Which Debian package brings which tool."""


def require_tools(*names: str) -> None:
    """Raise BuildStopError for tools that are not on the search path, with the command that installs them."""
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        wanted = " ".join(sorted({PACKAGES[name] for name in missing}))
        raise BuildStopError(
            f"Missing: {', '.join(missing)}; install with `apt-get install --no-install-recommends {wanted}`."
        )
