"""A workbook as its parts, so that some can be replaced and every other stays byte for byte the same."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import unescape

from model.excel.archive import Archive
from model.excel.package import relations
from model.excel.refusal import refusal

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_ATTRIBUTE: Final = re.compile(rb"""([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')""")
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_NOT_UTF8: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")

_NO_LINKS: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)
CONTENT_TYPES: Final = "[Content_Types].xml"
_MAIN: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml."


@dataclass
class Package:
    """The parts of a workbook in the order of the file. ``parts`` may be replaced and added to."""

    archive: Archive
    """The file as it was."""
    parts: dict[str, bytes]
    _links: dict[str, int] = field(default_factory=dict)
    """How many relations each part was given."""

    @classmethod
    def of(cls, content: bytes, file: str) -> "Package":
        """Return the parts of a workbook; UnusableFileError where they cannot be unpacked within limits."""
        archive = Archive(content, file)
        return cls(archive, {part.filename: b"".join(archive.pieces(part)) for part in archive.parts})

    @property
    def file(self) -> str:
        """The name of the file, for sentences."""
        return self.archive.file

    def content(self) -> bytes:
        """Return the workbook: old parts in their old order and packing, then what is new."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
            entries = {entry.filename: entry for entry in self.archive.parts}
            for name, part in self.parts.items():
                old = entries.get(name)
                entry = zipfile.ZipInfo(name, old.date_time if old else _EPOCH)
                entry.compress_type = old.compress_type if old else zipfile.ZIP_DEFLATED
                if old:
                    entry.external_attr, entry.create_system = old.external_attr, old.create_system
                packed.writestr(entry, part)
        return stream.getvalue()

    def xml(self, name: str) -> bytes:
        """Return a part that is to be changed.

        Raises UnusableFileError("not_spliceable") for one that is missing or in another encoding than UTF-8.
        """
        part = self.parts.get(name)
        if part is None or part.startswith(_NOT_UTF8) or b"UTF-16" in part[:100].upper():
            raise refusal("not_spliceable", self.file, part=name)
        return part

    # ---- relations

    @property
    def workbook(self) -> str:
        """The name of the main part."""
        return next(iter(self.linked("", "officeDocument")), "")

    def linked(self, part: str, kind: str) -> list[str]:
        """Return the parts that a part of the file leads to by relations of a *kind* ("table")."""
        found = relations(self.archive, part)
        return [one.part for one in found if one.part and one.kind.endswith(f"/{kind}")]

    def link(self, part: str, kind: str, target: str) -> str:
        """Relate *part* to a *target* part and return the id of the relation."""
        wanted = links_name(part)
        name = next((name for name in self.parts if name.casefold() == wanted.casefold()), wanted)
        whole = self.parts.get(name) or _NO_LINKS
        taken = {one.key.casefold() for one in relations(self.archive, part)}
        number = self._links.get(part, 0) + 1
        while f"rid{number}" in taken:
            number += 1
        self._links[part] = number
        base = _STRICT if _STRICT.encode() in whole else _OFFICE
        element = f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="/{target}"/>'
        self.parts[name] = appended(whole, "Relationships", element.encode())
        return f"rId{number}"

    def add(self, name: str, part: bytes, kind: str) -> None:
        """Add a part with its content type ("worksheet", "table")."""
        self.parts[name] = part
        element = f'<Override PartName="/{name}" ContentType="{_MAIN}{kind}+xml"/>'
        self.parts[CONTENT_TYPES] = appended(self.xml(CONTENT_TYPES), "Types", element.encode())

    def free_part(self, pattern: str) -> str:
        """Return the name of a part that is not there yet, ``free_part("xl/tables/table{}.xml")``."""
        taken = {name.casefold() for name in self.parts}
        number = 1
        while pattern.format(number).casefold() in taken:
            number += 1
        return pattern.format(number)


def attributes(element: bytes) -> dict[str, str]:
    """Return the attributes inside a start tag, by their names as they are written."""
    return dict(_pairs(element))


def _pairs(element: bytes) -> Iterator[tuple[str, str]]:
    for name, value in _ATTRIBUTE.findall(element):
        text = value[1:-1].decode("utf-8", "replace")
        yield name.decode("ascii", "replace"), unescape(text, {"&quot;": '"', "&apos;": "'"})


def with_attributes(element: bytes, given: Mapping[str, str]) -> bytes:
    """Return the inside of a start tag with some attributes set; what is there keeps its place."""
    rest = dict(given)

    def replaced(match: re.Match[bytes]) -> bytes:
        name = match[1].decode("ascii", "replace")
        return match[0] if name not in rest else f'{name}="{rest.pop(name)}"'.encode()

    changed = _ATTRIBUTE.sub(replaced, element)
    more = "".join(f' {name}="{value}"' for name, value in rest.items()).encode()
    body, slash = (changed.rstrip()[:-1], b"/") if changed.rstrip().endswith(b"/") else (changed, b"")
    return body.rstrip() + more + slash


def appended(whole: bytes, element: str, child: bytes) -> bytes:
    """Return an XML part with *child* as the last one of its (only) *element*; it may be empty."""
    name = element.encode()
    end = whole.rfind(b"</" + name)
    if end >= 0:
        return whole[:end] + child + whole[end:]
    empty = re.search(rb"<" + re.escape(name) + rb"\b[^>]*/>", whole)
    if empty is None:
        raise ValueError(f"no element {element}")
    opened = empty[0][:-2].rstrip() + b">"
    return whole[: empty.start()] + opened + child + b"</" + name + b">" + whole[empty.end() :]


def links_name(part: str) -> str:
    """Return the name of the part that holds the relations of *part*."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")
