"""Drawing without the graphics card, for PCs whose driver draws nonsense or ends the program."""

import os
from typing import Final

SWITCH: Final = "CAKUPAN_GAMBAR_PERANGKAT_LUNAK"
"""Environment variable; "1" draws in software whatever the settings say, "0" does not."""

_SOFTWARE: Final = {
    "QT_OPENGL": "software",
    "QT_WIDGETS_RHI": "0",
    "QSG_RHI_PREFER_SOFTWARE_RENDERER": "1",
    "QT_QUICK_BACKEND": "software",
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "QT_XCB_GL_INTEGRATION": "none",
}


def wants_software(*, chosen: bool) -> bool:
    """Return whether to draw in software: as the environment says, else as *chosen* in the settings."""
    said = os.environ.get(SWITCH, "").strip()
    return chosen if said not in {"0", "1"} else said == "1"


def use_software() -> None:
    """Draw in software; to be called before the application is made."""
    os.environ.update(_SOFTWARE)
    from PySide6.QtCore import QCoreApplication, Qt

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_UseSoftwareOpenGL)
