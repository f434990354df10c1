"""The parts of a zipped workbook as its own lists name them, and a workbook laid out as readers expect it.

Excel keeps its parts under names of its own, and the reading library looks for some of them there.
Other programs spell the names in another case, put the parts elsewhere or reach them by "../", all of
which the format allows. Such a workbook is laid out anew, in memory: the same parts under usual names.
"""

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from model.excel.archive import Archive
from model.excel.refusal import refusal

_BETWEEN: Final = "\n"
_PIECES: Final = 16
"""Megabytes of a list of parts or sheets that are looked at."""
_MOST_SHEETS: Final = 1000
_WORKBOOK: Final = "xl/workbook.xml"
_USUAL: Final = {"styles": "xl/styles.xml", "sharedStrings": "xl/sharedStrings.xml"}
_SHEETS: Final = frozenset(["worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"])
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_ROOT: Final = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z]\w*)")
_ESCAPED: Final = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_RELATIONS: Final = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


@dataclass(frozen=True, slots=True)
class Relation:
    """One line of a list of relations: what it leads to within the zip, and how it says so."""

    key: str
    kind: str
    """The whole type, a long address that ends in "/worksheet" or its like."""
    target: str
    part: str
    """The name of the part in the zip, "" where there is none or it is outside."""


def sheet_parts(archive: Archive, workbook: str = _WORKBOOK) -> dict[str, str]:
    """Return the part of each sheet by the sheet's name, in the order of the workbook."""
    parts = {relation.key: relation.part for relation in relations(archive, workbook)}
    found: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if _named(name, "sheet"):
            key = next((value for kind, value in attributes.items() if _named(kind, "id")), "")
            found.setdefault(attributes.get("name", ""), parts.get(key, ""))

    _follow(archive, workbook, start)
    return found


def relations(archive: Archive, source: str) -> tuple[Relation, ...]:
    """Return the relations of the part *source*, "" for those of the whole package."""
    folder, _, name = source.replace("\\", "/").lstrip("/").rpartition("/")
    known = _known(archive)
    found: list[Relation] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if _named(name, "Relationship"):
            target = attributes.get("Target", "")
            outside = attributes.get("TargetMode", "") == "External"
            part = "" if outside else known.get(_folded(_resolved(target, folder)), "")
            found.append(Relation(attributes.get("Id", ""), attributes.get("Type", ""), target, part))

    _follow(archive, known.get(_folded(f"{folder}/_rels/{name}.rels"), ""), start)
    return tuple(found)


def laid_out(content: bytes, file: str) -> bytes:
    """Return a workbook (.xlsx) whose parts stand where readers look for them: *content* if they do.

    Give it only what was checked: its parts are unpacked. Raises UnusableFileError as Archive does,
    for a sheet whose part is something else, which readers take for an empty sheet, and for too many.
    """
    archive = Archive(content, file)
    workbook = next((one.part for one in relations(archive, "") if one.kind.endswith("/officeDocument")), "")
    if not workbook:
        return content
    led_to = relations(archive, workbook)
    if len(sheet_parts(archive, workbook)) > _MOST_SHEETS:
        raise refusal("too_large", file)
    for one in led_to:
        if one.part and one.kind.endswith("/worksheet") and not _is_worksheet(archive, one.part):
            raise refusal("damaged", file)
    if workbook == _WORKBOOK and all(map(_is_usual, led_to)):
        return content
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as laid:
        laid.writestr("[Content_Types].xml", _TYPES)
        first = next(one for one in relations(archive, "") if one.part == workbook)
        laid.writestr("_rels/.rels", _list_of([(first.key, first.kind, _WORKBOOK)]))
        names = {one.part: _usual_name(one, place) for place, one in enumerate(led_to) if _is_wanted(one)}
        listed = [(one.key, one.kind, f"/{names[one.part]}") for one in led_to if one.part in names]
        laid.writestr("xl/_rels/workbook.xml.rels", _list_of(listed))
        for old, new in {workbook: _WORKBOOK, **names}.items():
            _copy(archive, old, laid, new)
    return packed.getvalue()


def _is_worksheet(archive: Archive, name: str) -> bool:
    root = _ROOT.search(_COMMENT.sub(b"", next(_beginning(archive, name), b"")))
    return root is not None and root[1] == b"worksheet"


def _is_wanted(relation: Relation) -> bool:
    kind = relation.kind.rpartition("/")[2]
    return bool(relation.part) and (kind in _SHEETS or kind in _USUAL)


def _is_usual(relation: Relation) -> bool:
    """Say whether readers find the part of a relation, or have no need of it."""
    if not _is_wanted(relation):
        return True
    usual = _USUAL.get(relation.kind.rpartition("/")[2], relation.part)
    spelled = {f"/{relation.part}", relation.part.removeprefix("xl/")}
    # What XML must write as an entity, the library looks for as it is written.
    is_plain = relation.part.endswith(".xml") and not set(relation.part) & set("&<>\"'")
    return relation.part == usual and relation.target in spelled and is_plain


def _usual_name(relation: Relation, place: int) -> str:
    return _USUAL.get(relation.kind.rpartition("/")[2], f"xl/worksheets/sheet{place + 1}.xml")


def _list_of(lines: list[tuple[str, str, str]]) -> str:
    told = (
        f"<Relationship Id={quoteattr(key)} Type={quoteattr(kind)} Target={quoteattr(target)}/>"
        for key, kind, target in lines
    )
    return f"{_RELATIONS}{''.join(told)}</Relationships>"


def _copy(archive: Archive, old: str, laid: zipfile.ZipFile, new: str) -> None:
    part = next(part for part in archive.parts if part.filename == old)
    with laid.open(new, "w", force_zip64=True) as copy:
        for piece in archive.pieces(part):
            copy.write(piece)


def _known(archive: Archive) -> dict[str, str]:
    """The names of the parts as they are, by what they are when compared."""
    return {_folded(name): name for name in sorted(archive.names, reverse=True)}


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _resolved(target: str, folder: str) -> str:
    target = _ESCAPED.sub(_signs, target).replace("\\", "/")
    whole = target if target.startswith("/") else f"/{folder}/{target}"
    return posixpath.normpath(whole)


def _signs(escaped: re.Match[str]) -> str:
    return bytes.fromhex(escaped[0].replace("%", "")).decode(errors="replace")


def _named(name: str, wanted: str) -> bool:
    return name.rpartition(_BETWEEN)[2] == wanted


def _follow(archive: Archive, name: str, start: Callable[[str, dict[str, str]], None]) -> None:
    """Call *start* with the elements of a part, as far as it goes: what is damaged is found elsewhere."""
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    parser.StartElementHandler = start
    try:
        for piece in _beginning(archive, name):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError):
        return


def _beginning(archive: Archive, name: str) -> Iterator[bytes]:
    part = next((part for part in archive.parts if part.filename == name), None)
    yield from islice(archive.pieces(part), _PIECES) if part else ()
