"""The bytes of a page -> text, by whatever it says of its encoding, true or not."""

import codecs
import re
from typing import Final

_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE)
_LATIN: Final = frozenset(["iso8859-1", "ascii"])


def decoded_page(content: bytes, charset: str = "") -> str:
    """Return a page as text: by its mark, by what it says of itself, as UTF-8, else as Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if content.startswith(codecs.BOM_UTF8):
        return content.decode("utf-8-sig", errors="replace")
    said = _CHARSET.search(content[:4096])
    name = charset or (said[1].decode("ascii", errors="replace") if said else "")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        known = codecs.lookup(name).name if name else "cp1252"
        # Whoever says Latin-1 means the characters of Windows, as every browser has it.
        known = "cp1252" if known in _LATIN or known == "utf-8" else known
        return content.decode(known, errors="replace")
    except (LookupError, ValueError):
        return content.decode("cp1252", errors="replace")
