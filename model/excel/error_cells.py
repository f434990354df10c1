"""The cells of an .xlsx that hold an error, "#REF!": the reading library leaves them empty."""

import re
from collections.abc import Mapping
from typing import Final

from model.excel.archive import Archive
from model.excel.grid import place

LARGEST_PART: Final = 16 * 1024**2
"""A sheet whose part is larger is not searched: no office table comes near."""

_ERROR: Final = re.compile(
    r"<(?:\w+:)?c\b(?=[^>]*\st=[\"']e[\"'])[^>]*?\sr=[\"'](?P<cell>[A-Z]+\d+)[\"'][^>]*>"
    r"(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>(?P<text>#[^<]{1,20})<",
    re.DOTALL,
)
_TAG: Final = re.compile(r"<(?:\w+:)?(?:sheet|Relationship)\b[^>]*>")
_ATTRIBUTE: Final = re.compile(r"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


def error_cells(archive: Archive) -> dict[str, Mapping[tuple[int, int], str]]:
    """Return, by the name of the sheet, the text of each error by its zero-based place."""
    relations = _tags(archive, "xl/_rels/workbook.xml.rels")
    parts = {tag.get("Id", ""): tag.get("Target", "") for tag in relations}
    found: dict[str, Mapping[tuple[int, int], str]] = {}
    for tag in _tags(archive, "xl/workbook.xml"):
        key = next((value for name, value in tag.items() if name.endswith(":id")), "")
        target = parts.get(key, "")
        path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if errors := _errors(archive, path):
            found[_plain(tag.get("name", ""))] = errors
    return found


def _errors(archive: Archive, path: str) -> dict[tuple[int, int], str]:
    part = next((part for part in archive.parts if part.filename == path), None)
    if part is None or part.file_size > LARGEST_PART:
        return {}
    content = b"".join(archive.pieces(part))
    if b't="e"' not in content and b"t='e'" not in content:
        return {}
    text = content.decode("utf-8", errors="replace")
    return {place(hit["cell"]): _plain(hit["text"]) for hit in _ERROR.finditer(text)}


def _tags(archive: Archive, name: str) -> list[dict[str, str]]:
    return [dict(_ATTRIBUTE.findall(tag)) for tag in _TAG.findall(archive.text(name))]


def _plain(text: str) -> str:
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    return text
