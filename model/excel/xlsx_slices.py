"""A long sheet of an .xlsx, handed to the reading library slice by slice.

As a whole the library holds every cell of a sheet twice before the first one comes out: 700 MB for
a million rows of ten, in one breath in which nobody learns how far it is. So the part of a long
sheet is cut between its rows, and each slice is read as the only sheet of a small workbook in
memory that has the strings and styles of the whole one. What comes out is the same.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import python_calamine as calamine

from model.excel.archive import Archive
from model.excel.grid import Cell, Merge, Rows
from model.excel.library_failures import plain_failures
from model.excel.long_rows import gathered
from model.excel.xlsx_kinds import XlsxKinds
from model.progress import Report

LONG_PART: Final = 8 * 1024**2
"""Bytes of markup from which a sheet is read in slices."""
SLICE: Final = 2 * 1024**2
_FRAMES_A_SLICE: Final = 2
"""Strings and styles are read anew for each slice, which is therefore at least so many times as long."""
_LARGEST_SLICE: Final = 8 * 1024**2
"""With more strings than go with this, reading them again and again costs more than it saves."""
_LONGEST_ROW: Final = 64 * 1024**2
_NOT_NEEDED: Final = ("calcchain.xml", ".bin")
_HEAD: Final = re.compile(rb"<(\w+:)?worksheet\b.*?<(\w+:)?sheetData(?:\s[^>]*)?(?<!/)>", re.DOTALL)
_ROW_NUMBER: Final = re.compile(rb"""\sr\s*=\s*["'](\d{1,7})["']""")


Block = Sequence[Sequence[Cell]]


class UnusualPartError(Exception):
    """The part cannot be cut with certainty: it is to be read as a whole."""


def read_in_slices(kinds: XlsxKinds, sheet: str, report: Report) -> tuple[Rows, tuple[Merge, ...]]:
    """Return the cells and merges of a long sheet, as if read as a whole; *kinds* sees its part on the way.

    What *report* raises ends the reading. Raises UnusualPartError, also for a sheet that is not long;
    UnusableFileError with a plain sentence.
    """
    part, archive = kinds.parts.get(sheet), kinds.archive
    if part is None or part.file_size < LONG_PART:
        raise UnusualPartError
    needed = _needed(archive, part)
    around = _FRAMES_A_SLICE * sum(one.file_size for one in needed)
    if around > min(_LARGEST_SLICE, part.file_size // 2):
        raise UnusualPartError
    reading = _Reading(_Frame(archive, needed, part.filename), sheet)
    pieces = kinds.watched(sheet, _told(archive.pieces(part), part.file_size, report))
    rows = gathered(reading.blocks(_slices(pieces, max(SLICE, around))), 0)
    return rows, reading.merges


def _needed(archive: Archive, sheet: zipfile.ZipInfo) -> list[zipfile.ZipInfo]:
    """The parts that tell what the workbook is made of: they lie at the top or right below it."""
    return [
        part
        for part in archive.parts
        if (part.filename.count("/") <= 1 or part.filename.endswith(".rels"))
        and not part.filename.lower().endswith(_NOT_NEEDED)
        and part is not sheet
    ]


def _told(pieces: Iterable[bytes], size: int, report: Report) -> Iterator[bytes]:
    done = 0
    for piece in pieces:
        yield piece
        done += len(piece)
        report(done, size)


class _Frame:
    """The small workbook around a slice."""

    def __init__(self, archive: Archive, needed: Iterable[zipfile.ZipInfo], path: str) -> None:
        self._path, self.file = path, archive.file
        self._parts = {part.filename: b"".join(archive.pieces(part)) for part in needed}

    def opened(self, content: Iterable[bytes], sheet: str) -> calamine.CalamineSheet:
        """Return the sheet in a workbook with *content* as its only sheet part."""
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as made:
            for name, unpacked in self._parts.items():
                made.writestr(name, unpacked)
            with made.open(self._path, "w") as part:
                for piece in content:
                    part.write(piece)
        packed.seek(0)
        with plain_failures(self.file):
            return calamine.load_workbook(packed).get_sheet_by_name(sheet)


@dataclass(frozen=True)
class _Slice:
    """Some whole rows of a part, as a part of their own."""

    content: tuple[bytes, ...]
    is_last: bool


class _Marks:
    """The tags at which a part is cut, with the prefix that it gives them."""

    def __init__(self, head: re.Match[bytes]) -> None:
        prefix = head[1] or b""
        self.head = head.string[: head.end()]
        self.row, self.row_end = b"<" + prefix + b"row", b"</" + prefix + b"row>"
        self.end = b"</" + prefix + b"sheetData"
        self.tail = self.end + b"></" + prefix + b"worksheet>"
        self._tag = re.compile(re.escape(self.row) + rb"\b[^>]*>")

    def following(self, chunk: bytes, row: int) -> int:
        """Return the number that a row without one gets after *chunk*, which begins with number *row*."""
        last = chunk.rfind(self.row)
        said = _ROW_NUMBER.search(chunk[last : chunk.find(b">", last)]) if last >= 0 else None
        if said:
            return int(said[1])
        tags = chunk.count(self.row)
        if tags == chunk.count(self.row + b">"):
            return row + tags
        for tag in self._tag.finditer(chunk):
            said = _ROW_NUMBER.search(tag[0])
            row = int(said[1]) if said else row + 1
        return row

    def numbered(self, row: int) -> bytes:
        """Return an empty row after which the next one without a number is the zero-based *row*."""
        return self.row + b' r="%d">' % row + self.row_end if row else b""


def _slices(pieces: Iterator[bytes], length: int) -> Iterator[_Slice]:
    """Cut a part between its rows into slices of about *length* bytes."""
    head = _head(pieces)
    marks = _Marks(head)
    waiting, row = head.string[head.end() :], 0
    while True:
        before, waiting = len(waiting), _more(waiting, pieces, length)
        if len(waiting) == before:
            yield _Slice((marks.head, marks.numbered(row), waiting), is_last=True)
            return
        cut = waiting.rfind(marks.row_end) + len(marks.row_end)
        if cut < len(marks.row_end):
            if len(waiting) > _LONGEST_ROW:
                raise UnusualPartError
            length += SLICE
            continue
        chunk, waiting = waiting[:cut], waiting[cut:]
        if marks.end in chunk:
            raise UnusualPartError
        yield _Slice((marks.head, marks.numbered(row), chunk, marks.tail), is_last=False)
        row = marks.following(chunk, row)


def _head(pieces: Iterator[bytes]) -> re.Match[bytes]:
    """Return what stands before the first row, found in as much of the part as was read for it."""
    beginning = b""
    for piece in pieces:
        beginning += piece
        head = _HEAD.search(beginning)
        if head and head[1] == head[2]:
            return head
        if head or len(beginning) > SLICE:
            break
    raise UnusualPartError


def _more(waiting: bytes, pieces: Iterator[bytes], length: int) -> bytes:
    """Return *waiting* with the next pieces, until it has *length* bytes; the same where there is none."""
    taken, missing = [waiting], length - len(waiting)
    for piece in pieces:
        taken.append(piece)
        missing -= len(piece)
        if piece and missing <= 0:
            break
    return b"".join(taken)


class _Reading:
    """Puts what comes out of the slices below each other."""

    def __init__(self, frame: _Frame, name: str) -> None:
        self._frame, self._name = frame, name
        self._height = self._width = 0
        self.merges: tuple[Merge, ...] = ()

    def blocks(self, slices: Iterable[_Slice]) -> Iterator[Block]:
        """Yield the rows of the sheet from A1 on; a block is never narrower than those before it."""
        for one in slices:
            opened = self._frame.opened(one.content, self._name)
            if one.is_last:
                self.merges = merges_of(opened)
            if opened.start is not None:
                yield from self._placed(opened, opened.start)

    def _placed(self, opened: calamine.CalamineSheet, start: tuple[int, int]) -> Iterator[Block]:
        top, left = start
        if top < self._height:
            # Rows that do not stand in their order.
            raise UnusualPartError
        self._width = max(self._width, left + opened.width)
        nothing: list[Cell] = [""] * self._width
        if top > self._height:
            yield [nothing] * (top - self._height)
        with plain_failures(self._frame.file):
            rows: Block = opened.to_python(skip_empty_area=True)
        before, after = nothing[:left], nothing[left + opened.width :]
        if before or after:
            rows = [[*before, *row, *after] for row in rows]
        self._height = top + len(rows)
        yield rows


def merges_of(opened: calamine.CalamineSheet) -> tuple[Merge, ...]:
    """Return the merged cells of a sheet."""
    ranges = opened.merged_cell_ranges or []
    return tuple(Merge(top, left, bottom, right) for (top, left), (bottom, right) in ranges)
