"""What the reading library hides of an .xlsx: read from the sheet and style parts, in one cheap pass.

A part of a million rows has 400 MB of markup. It is never parsed: what is looked for has marks of
its own (``t="e"``, ``hidden=``, ``</f>`` without a value, the number of a style), which are found as
bytes; only around a find is anything taken apart.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from model.excel.archive import Archive
from model.excel.cell_kinds import PERCENT_FORMATS, CellKinds, shows_percent
from model.excel.grid import a1, place
from model.excel.package import sheet_parts

LARGEST_UNADDRESSED: Final = 32 * 1024**2
"""Cells that do not say where they stand are counted one by one only in a part that is no larger."""
_SEEN_FIRST: Final = 64 * 1024
_LONGEST_TAIL: Final = 1024**2
_LARGEST_STYLES: Final = 32 * 1024**2
_HIDDEN: Final = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)["']|\bht=["']0["']|\bwidth=["']0["']""")
_ERROR: Final = re.compile(rb"""t=["']e["']""")
_TEXT_TYPE: Final = re.compile(rb"""\st\s*=\s*["'](?:s|str|inlineStr|b|e)["']""")
_STRING_RESULT: Final = re.compile(rb"""\st\s*=\s*["']str["']""")
_REFERENCE: Final = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3}\d{1,7})["']""")
_ROW: Final = re.compile(rb"""\sr\s*=\s*["'](\d{1,7})["']""")
_SPAN: Final = re.compile(rb"""\b(min|max)\s*=\s*["'](\d{1,5})["']""")
_ERROR_TEXT: Final = re.compile(rb"<(?:\w+:)?v[^>]*>\s*(#[^<]{1,20}?)\s*<")
_NO_VALUE: Final = rb"\s*(?:<P:v\s*/>|<P:v>\s*</P:v>)?\s*</P:c>"
_ZERO: Final = rb"\s*<P:v>0</P:v>\s*</P:c>"
_LOOSE: Final = re.compile(rb"""<(?:\w+:)?c\b[^<>]*(?:[\t\r\n]|\s=|=\s)[^<>]*>""")
"""A cell with breaks within its tag or space around its signs: nearly nobody writes so, and all may."""
_BREAKS: Final = re.compile(rb"\s+(?=[\w:]+=[\"'])|(?<=<c)\s+|(?<=:c)\s+")
_SPACED: Final = re.compile(rb"\s*=\s*(?=[\"'])")
_FORMAT: Final = re.compile(r"<(?:\w+:)?numFmt\b[^>]*>")
_CELL_FORMATS: Final = re.compile(r"<(?:\w+:)?cellXfs\b[^>]*>(.*?)</(?:\w+:)?cellXfs>", re.DOTALL)
_XF: Final = re.compile(r"<(?:\w+:)?xf\b[^>]*>")
_ALWAYS_ANEW: Final = re.compile(r"<(?:\w+:)?calcPr\b[^>]*\bfullCalcOnLoad\s*=\s*[\"'](?:1|true)")
_FORMAT_NUMBER: Final = re.compile(r"\bnumFmtId\s*=\s*[\"'](\d{1,6})[\"']")
_MOST_STYLES: Final = 65_536
"""Excel has no more cell styles than these."""
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


class XlsxKinds:
    """What the cells and rows of the sheets of a workbook are that the library does not tell."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.parts: Mapping[str, zipfile.ZipInfo] = _parts(archive)
        """The part of each sheet by the name of the sheet."""
        self._percents = _percent_styles(archive)
        self._anew = bool(_ALWAYS_ANEW.search(archive.text("xl/workbook.xml")))
        self._found: dict[str, CellKinds] = {}

    def of(self, sheet: str) -> CellKinds:
        """Return what is known of a sheet; its part is gone through unless it was on its way to somebody."""
        part = self.parts.get(sheet)
        if sheet not in self._found and part is not None:
            for _ in self.watched(sheet, self.archive.pieces(part)):
                pass
        return self._found.get(sheet, CellKinds())

    def watched(self, sheet: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Yield the *pieces* of a sheet's part, and look at them on their way to somebody else."""
        scan = _Scan(self._percents, anew=self._anew)
        for piece in pieces:
            scan.take(piece)
            yield piece
        self._found[sheet] = scan.told(self.archive, self.parts[sheet])


def _parts(archive: Archive) -> dict[str, zipfile.ZipInfo]:
    known = {part.filename: part for part in archive.parts}
    return {name: known[path] for name, path in sheet_parts(archive).items() if path in known}


def _plain(text: str) -> str:
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    return text


def _percent_styles(archive: Archive) -> list[int]:
    """The numbers of the cell styles whose number format shows a percentage."""
    part = next((part for part in archive.parts if part.filename == "xl/styles.xml"), None)
    if part is None or part.file_size > _LARGEST_STYLES:
        return []
    text = b"".join(archive.pieces(part)).decode("utf-8", errors="replace")
    formats = set(PERCENT_FORMATS)
    for tag in _FORMAT.findall(text):
        number = _FORMAT_NUMBER.search(tag)
        if number and shows_percent(_format_code(tag)):
            formats.add(int(number[1]))
    listed = _CELL_FORMATS.search(text)
    styles = islice(_XF.finditer(listed[1]), _MOST_STYLES) if listed else ()
    numbers = (_FORMAT_NUMBER.search(style[0]) for style in styles)
    return [index for index, number in enumerate(numbers) if int(number[1] if number else 0) in formats]


def _any_of(numbers: Sequence[str]) -> str:
    """A pattern of any of these numbers that looks at each digit once: offices have thousands of styles."""
    rests: dict[str, list[str]] = {}
    for number in filter(None, numbers):
        rests.setdefault(number[0], []).append(number[1:])
    if not rests:
        return ""
    joined = "|".join(digit + _any_of(rest) for digit, rest in rests.items())
    return f"(?:{joined})" + ("?" if "" in numbers else "")


def _format_code(tag: str) -> str:
    found = re.search(r"\bformatCode\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", tag)
    return _plain(found[1] or found[2] or "") if found else ""


def with_addresses(content: bytes, prefix: bytes) -> Iterator[bytes]:
    """Yield a sheet part in which every row and cell says where it stands, by counting them."""
    tags = re.compile(rb"<" + re.escape(prefix) + rb"(row|c)\b([^>]*)>")
    row = column = -1
    done = 0
    for tag in tags.finditer(content):
        if tag[1] == b"row":
            said = _ROW.search(tag[2])
            row, column = int(said[1]) - 1 if said else row + 1, -1
            address = str(row + 1)
        else:
            said = _REFERENCE.search(tag[2])
            column = place(said[1].decode())[1] if said else column + 1
            address = a1(max(row, 0), column)
        if said is None:
            yield content[done : tag.end(1)] + f' r="{address}"'.encode()
            done = tag.end(1)
    yield content[done:]


class _Scan:
    """Goes through one sheet part, a piece at a time, and remembers little."""

    def __init__(self, percents: list[int], *, anew: bool) -> None:
        self.found = CellKinds()
        self._percents = percents
        self._anew = anew
        self._zeros: list[tuple[int, int]] = []
        self._formulas = 0
        self._unplaced = False
        """Something was found at a cell that does not say where it stands."""
        self._prefix = b""
        self._is_head = True
        self._is_loose = False
        self._tail: bytes | None = None

    def told(self, archive: Archive, part: zipfile.ZipInfo) -> CellKinds:
        """Return what was found in *part*, all of whose pieces were taken."""
        if self._tail is not None:
            self._look(self._tail)
        if self._zeros and len(self._zeros) == self._formulas:
            # A program that cannot calculate wrote a zero for every formula, and asks Excel to do it.
            for cell in self._zeros:
                self.found.add_uncomputed(cell)
        if not self._unplaced:
            return self.found
        if part.file_size > LARGEST_UNADDRESSED:
            self.found.blind = True
            return self.found
        addressed = b"".join(with_addresses(b"".join(archive.pieces(part)), self._prefix))
        again = _Scan(self._percents, anew=self._anew)
        again.take(addressed)
        again._look(again._tail or b"")
        return again.found

    def take(self, piece: bytes) -> None:
        """Look at the next piece of the part."""
        if self._tail is None:
            self._begin(piece)
        chunk = (self._tail or b"") + piece
        cut = chunk.rfind(self._close) + len(self._close)
        if cut < len(self._close):
            cut = max(chunk.rfind(b"<"), len(chunk) - _LONGEST_TAIL)
        self._look(chunk[:cut])
        self._tail = chunk[cut:]

    def _begin(self, piece: bytes) -> None:
        root = re.search(rb"<(\w+:)?worksheet\b", piece)
        self._prefix = prefix = (root[1] or b"") if root else b""
        self._open, self._close = b"<" + prefix + b"c", b"</" + prefix + b"c>"
        self._is_loose = bool(_LOOSE.search(piece[:_SEEN_FIRST]))
        first = re.search(re.escape(self._open) + rb"\b[^>]*>", piece)

        def pattern(beginning: bytes, end: bytes) -> re.Pattern[bytes]:
            return re.compile((beginning + end).replace(b"P:", re.escape(prefix)))

        self._unvalued = (pattern(rb"</P:f>", _NO_VALUE), pattern(rb"<P:f\b[^>]*/>", _NO_VALUE))
        self._zero = pattern(rb"</P:f>", _ZERO)
        quote = b"'" if first is not None and b"='" in first[0] else b'"'
        self._error_sign, self._formula_sign = b"t=" + quote + b"e" + quote, b"<" + prefix + b"f"
        numbers = _any_of([str(number) for number in self._percents]).encode()
        self._style = re.compile(b" s=" + quote + numbers + quote) if numbers else None

    def _look(self, chunk: bytes) -> None:
        if self._unplaced:
            return
        if self._is_loose:
            chunk = _BREAKS.sub(b" ", _SPACED.sub(b"=", chunk))
        # The library passes over such a value as if there were none.
        self.found.blind |= b"!" in chunk and b"v><![CDATA[" in chunk
        # Each of these goes over the whole chunk. A single letter is looked for ten times as fast as a
        # word, and the cells of a plain table have none of these letters.
        if (b"h" in chunk and (b"hidden=" in chunk or b' ht="0"' in chunk)) or (
            self._is_head and b' width="0"' in chunk
        ):
            self._hidden(chunk)
        self._is_head = False
        if b"e" in chunk and self._error_sign in chunk:
            self._errors(chunk)
        if b"f" in chunk and self._formula_sign in chunk:
            self._formulas_of(chunk)
        if self._style is not None:
            self._percents_of(chunk, self._style)

    def _tags_with(self, pattern: re.Pattern[bytes], chunk: bytes) -> Iterator[tuple[bytes, int]]:
        """Yield each tag in which *pattern* occurs, and where it ends."""
        for hit in pattern.finditer(chunk):
            begin, end = chunk.rfind(b"<", 0, hit.start()), chunk.find(b">", hit.end())
            if begin >= 0 and end >= 0:
                yield chunk[begin : end + 1], end + 1

    def _is_cell(self, tag: bytes) -> bool:
        return tag.startswith(self._open) and tag[len(self._open) : len(self._open) + 1].isspace()

    def _hidden(self, chunk: bytes) -> None:
        for tag, _ in self._tags_with(_HIDDEN, chunk):
            name = tag[1:].removeprefix(self._prefix)
            if name.startswith(b"row"):
                row = _ROW.search(tag)
                self._unplaced |= row is None
                self.found.hidden_rows |= {int(row[1]) - 1} if row else set()
            elif name.startswith(b"col") and len(span := dict(_SPAN.findall(tag))) == 2:
                self.found.hide_columns(int(span[b"min"]) - 1, int(span[b"max"]) - 1)

    def _place(self, tag: bytes) -> tuple[int, int] | None:
        """Where the cell of a tag stands, as the tag says."""
        reference = _REFERENCE.search(tag)
        self._unplaced |= reference is None
        return place(reference[1].decode()) if reference else None

    def _errors(self, chunk: bytes) -> None:
        for tag, end in self._tags_with(_ERROR, chunk):
            if self._is_cell(tag) and (cell := self._place(tag)):
                text = _ERROR_TEXT.search(chunk, end, max(end, chunk.find(self._close, end) + 1))
                shown = _plain(text[1].decode("utf-8", errors="replace")) if text else "#"
                self.found.add_error(cell, shown)

    def _formulas_of(self, chunk: bytes) -> None:
        for pattern in self._unvalued:
            for tag in self._cells_of(pattern, chunk):
                if cell := self._place(tag):
                    self.found.add_uncomputed(cell)
        if self._anew:
            self._formulas += chunk.count(b"</" + self._prefix + b"f>")
            zeros = (self._place(tag) for tag in self._cells_of(self._zero, chunk))
            self._zeros += [cell for cell in zeros if cell]

    def _cells_of(self, pattern: re.Pattern[bytes], chunk: bytes) -> Iterator[bytes]:
        """Yield the opening tag of each cell whose formula ends as *pattern* says."""
        for hit in pattern.finditer(chunk):
            begin = chunk.rfind(self._open + b" ", 0, hit.start())
            tag = chunk[begin : chunk.find(b">", begin) + 1] if begin >= 0 else b""
            # A formula whose result is no text at all is calculated: ="" is such a one.
            if tag and not (_STRING_RESULT.search(tag) and b"v>" in hit[0]):
                yield tag

    def _percents_of(self, chunk: bytes, style: re.Pattern[bytes]) -> None:
        for tag, _ in self._tags_with(style, chunk):
            if tag.endswith(b"/>") or not self._is_cell(tag) or _TEXT_TYPE.search(tag):
                continue
            if cell := self._place(tag):
                self.found.add_percent(cell)
            elif self._unplaced:
                return
