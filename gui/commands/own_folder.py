"""The folder of what the program keeps for this user, found without Qt; gui.log.data_folder is the same."""

import os
import sys
from pathlib import Path


def own_folder() -> Path:
    """Return the folder, as a path that may not exist."""
    if sys.platform == "win32":
        kept = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        kept = str(Path.home() / "Library" / "Application Support")
    else:
        kept = os.environ.get("XDG_DATA_HOME", "")
        if not Path(kept).is_absolute():  # as the rule for these folders wants it
            kept = str(Path.home() / ".local" / "share")
    return Path(kept) / "Cakupan"
