"""The guard before reading: what kind of file it is, and whether it is safe to open at all.

A file's name proves nothing. Its first bytes say what it is; a zip is unpacked once, within
limits, before the reading library sees it (its failures can end the whole program).
"""

import hashlib
import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final
from xml.parsers import expat

from model.excel import extent, ole, passwords
from model.excel.archive import Archive
from model.excel.package import laid_out
from model.excel.refusal import refusal
from model.excel.shared_file import content_of
from model.excel.spreadsheet_ml import NAMESPACE
from model.excel.text_file import decoded, encoding_of
from model.progress import Report, silent

LARGEST_FILE: Final = 1024**3
"""A file larger than this on the disk is refused: no office table comes near."""

_SHARING_VIOLATION: Final = 32
_SIGNS_A_CELL: Final = 8
"""So many bytes a cell takes in a text, about."""
_TEXT_SUFFIXES: Final = frozenset([".csv", ".tsv", ".tab", ".txt"])
_XLSX_TYPES: Final = re.compile(
    r"spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macro"
)
_XLSB_TYPE: Final = "ms-excel.sheet.binary"
_HTML: Final = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta|div|style)\b", re.IGNORECASE)
_WEB_ARCHIVE: Final = re.compile(r"(?:MIME-Version|From|Subject|Date|Content-Type|X-[\w-]+):", re.IGNORECASE)
_PAGE_SUFFIXES: Final = frozenset([".xls", ".htm", ".html", ".mht", ".mhtml"])
_WORKBOOK_SUFFIXES: Final = frozenset([".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".xlsb", ".ods"])
_FLAT_DOCUMENT: Final = "urn:oasis:names:tc:opendocument:xmlns:office"
"""A sheet of LibreOffice as one file of XML."""
_BEGINNING: Final = 64 * 1024
_SIGNATURES: Final = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"MZ": "EXE",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
    b"{\\rtf": "RTF",
}


class FileKind(StrEnum):
    """What a file is by its content; templates and workbooks with macros count as XLSX."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"
    HTML = "html"
    WEB_ARCHIVE = "mht"
    """A workbook that Excel saved as one web page."""
    SPREADSHEET_ML = "xml"
    """XML of Excel 2003."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that may be opened: its kind, its bytes, and the SHA-256 of the bytes on the disk.

    ``content`` is what to read: of a locked workbook that was unlocked, the workbook behind the lock;
    of one whose parts are kept elsewhere than readers look for them, the same with usual names.
    """

    file: str
    kind: FileKind
    content: bytes
    sha256: str
    cells: int = 0
    """About how many cells hold something: what its reading will need grows with them."""


def check(path: Path) -> FileKind:
    """Return the kind of the file at *path*; UnusableFileError says in one sentence why it is none."""
    return load(path).kind


def load(path: Path, report: Report = silent, *, password: str = "") -> CheckedFile:
    """Read the file at *path* once and check it. The file is only ever opened for reading.

    A locked workbook is opened with *password*, in memory. Raises UnusableFileError with a plain
    sentence ("password" where one is needed, "wrong_password"); whatever *report* raises.
    """
    content = _content(path)
    sha256 = hashlib.sha256(content).hexdigest()
    report(0, 1)
    if content.startswith(ole.MAGIC):
        content = _unlocked(content, path.name, password)
    kind = _kind(content, path)
    cells = len(content) // _SIGNS_A_CELL
    if kind in {FileKind.XLSX, FileKind.XLSB, FileKind.ODS}:
        cells = _check_archive(content, path.name, report)
        laid = laid_out(content, path.name) if kind is FileKind.XLSX else content
        if laid is not content:
            # Under their usual names, sheets are seen that the first look took for something else.
            content, cells = laid, _check_archive(laid, path.name, report)
    elif kind is FileKind.XLS:
        cells = _check_xls(content, path.name)
    return CheckedFile(path.name, kind, content, sha256, cells)


def _content(path: Path) -> bytes:
    name = path.name
    if name.startswith("~$"):
        raise refusal("lock_file", name)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise refusal("folder", name)
        if not stat.S_ISREG(found.st_mode):
            # A pipe or a device never ends.
            raise refusal("not_a_file", name)
        if found.st_size > LARGEST_FILE:
            raise refusal("too_large", name)
        content = content_of(path)
    except FileNotFoundError as error:
        raise refusal("missing", name) from error
    except PermissionError as error:
        # Excel holds an open workbook for itself alone on Windows, and marks it with "~$".
        held = getattr(error, "winerror", None) == _SHARING_VIOLATION or path.with_name(f"~${name}").exists()
        raise refusal("locked" if held else "no_permission", name) from error
    except (OSError, ValueError) as error:
        raise refusal("unreadable", name) from error
    if not content.strip(b"\0"):
        raise refusal("empty", name)
    return content


def _kind(content: bytes, path: Path) -> FileKind:
    if content.startswith(b"PK"):
        return _zip_kind(content, path.name)
    if content.startswith(ole.MAGIC):
        return _ole_kind(content, path.name)
    for signature, what in _SIGNATURES.items():
        if content.startswith(signature):
            raise refusal("not_a_workbook_but", path.name, what=what)
    return _text_kind(content, path)


def _zip_kind(content: bytes, file: str) -> FileKind:
    archive = Archive(content, file)
    types = archive.text("[Content_Types].xml")
    if _XLSB_TYPE in types:
        return FileKind.XLSB
    if _XLSX_TYPES.search(types):
        return FileKind.XLSX
    if "opendocument.spreadsheet" in archive.text("mimetype"):
        if "encryption-data" in archive.text("META-INF/manifest.xml"):
            raise refusal("password_ods", file)
        return FileKind.ODS
    other = {"word/": "Word", "ppt/": "PowerPoint"}
    for folder, what in other.items():
        if any(name.startswith(folder) for name in archive.names):
            raise refusal("not_a_workbook_but", file, what=what)
    raise refusal("not_a_workbook_but", file, what="ZIP")


def _unlocked(content: bytes, file: str, password: str) -> bytes:
    try:
        container = ole.Container(content)
        is_locked = passwords.is_locked(container)
    except ole.BrokenContainerError as error:
        # A directory that cannot be read any more may still show that a password is set.
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise refusal("lock_unknown" if locked else "truncated", file) from error
    if not is_locked:
        return content
    opened = passwords.unlocked(content, container, file, password)
    if opened.startswith(b"PK") or opened.startswith(ole.MAGIC):
        return opened
    raise refusal("damaged", file)


def _ole_kind(content: bytes, file: str) -> FileKind:
    try:
        names = ole.Container(content).streams.keys()
    except ole.BrokenContainerError as error:
        raise refusal("truncated", file) from error
    if {"Workbook", "Book"} & names:
        return FileKind.XLS
    raise refusal("not_a_workbook_but", file, what="Word" if "WordDocument" in names else "OLE")


def _text_kind(content: bytes, path: Path) -> FileKind:
    """The kind of a file that is text; one with zero bytes is none, unless its letters are wider."""
    suffix = path.suffix.lower()
    none = refusal("not_a_workbook" if suffix in _WORKBOOK_SUFFIXES else "unknown_kind", path.name)
    if b"\0" in content and not encoding_of(content).startswith(("utf-16", "utf-32")):
        raise refusal("damaged", path.name) if suffix in _TEXT_SUFFIXES else none
    beginning = decoded(content[:_BEGINNING]).lstrip("\ufeff \t\r\n")
    lowered = beginning.lower()
    if _WEB_ARCHIVE.match(beginning) and "mime-version" in lowered and "text/html" in lowered:
        return FileKind.WEB_ARCHIVE
    if beginning.startswith("<") and NAMESPACE in beginning and not _HTML.match(beginning):
        return FileKind.SPREADSHEET_ML
    if _FLAT_DOCUMENT in beginning:
        raise none
    # Some portals begin with a heading, a comment or a complaint of their own before the table.
    is_page = _HTML.match(beginning) or (beginning.startswith("<") and _HTML.search(beginning))
    if is_page or (suffix in _PAGE_SUFFIXES and "<table" in lowered):
        return FileKind.HTML
    if beginning.startswith("<"):
        raise none
    # Portals name their csv exports .xls, and Excel opens them; text named .xlsx it refuses, as we do.
    if suffix in _TEXT_SUFFIXES or (suffix == ".xls" and _looks_delimited(beginning)):
        return FileKind.TEXT
    raise none


def _looks_delimited(beginning: str) -> bool:
    lines = [line for line in beginning[:8192].splitlines() if line.strip()]
    return any(sum(mark in line for line in lines) > max(1, len(lines) // 2) for mark in "\t;,|")


def _check_archive(content: bytes, file: str, report: Report) -> int:
    archive = Archive(content, file)
    total = sum(part.file_size for part in archive.parts)
    done = 0

    def counted(part: zipfile.ZipInfo) -> Iterator[bytes]:
        nonlocal done
        for piece in archive.checked_pieces(part):
            yield piece
            done += len(piece)
            report(done, total)

    return sum(_refuse_extents(_extents(archive, part, counted(part), file), file) for part in archive.parts)


def _extents(
    archive: Archive, part: zipfile.ZipInfo, pieces: Iterator[bytes], file: str
) -> tuple[extent.Extent, ...]:
    name = part.filename.lower()
    if name.endswith("content.xml") and "/" not in name:
        try:
            return extent.of_open_document(pieces)
        except expat.ExpatError as error:
            raise refusal("damaged", file) from error
    if name.endswith(".bin") and "sheet" in name:
        return (extent.of_binary(b"".join(pieces)),)
    if not name.endswith(".xml") or name.endswith("sharedstrings.xml"):
        for _ in pieces:
            pass
        return ()
    bound = extent.bound_of_xml(pieces)
    doubtful = bound.is_sparse or bound.is_too_large or bound.is_impossible
    return (extent.exact_of_xml(archive.pieces(part)) if doubtful else bound,)


def _check_xls(content: bytes, file: str) -> int:
    try:
        container = ole.Container(content)
        stream = container.content_of("Workbook") or container.content_of("Book") or b""
    except ole.BrokenContainerError as error:
        raise refusal("truncated", file) from error
    return _refuse_extents(extent.of_biff(stream), file)


def _refuse_extents(extents: tuple[extent.Extent, ...], file: str) -> int:
    """Return how many cells hold something, all sheets together; refuse sheets that must not be opened."""
    for reach in extents:
        if reach.is_sparse or reach.is_impossible:
            raise refusal("far_cell", file, cell=reach.corner)
        if reach.is_too_large:
            raise refusal("too_large", file)
    return sum(reach.filled for reach in extents)
