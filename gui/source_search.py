"""PySide6 reads the source of every module that is imported after it; we spare it that.

It looks for its own name in the text, for the sake of its ``__feature__`` switches, which this program
does not use. Python keeps each text that was read so. Without it, loading pandas and the pages takes a
quarter less time, and the process 45 MB less memory.
"""

import sys
from typing import Final

_SEARCHER: Final = "shibokensupport.feature"
_SEARCH: Final = "_mod_uses_pyside"


def end_source_search() -> bool:
    """Let modules be imported without a look at their source; False where PySide6 has no such search."""
    searcher = sys.modules.get(_SEARCHER)
    if not hasattr(searcher, _SEARCH):
        return False
    setattr(searcher, _SEARCH, _uses_no_switches)
    return True


def _uses_no_switches(module: object) -> bool:
    return False
