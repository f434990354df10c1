"""The zip that modern workbooks are: its parts, unpacked within limits before anything else reads them.

The sizes that a zip declares may lie, so every part is really unpacked, a piece at a time, and
counted. Nothing is kept.
"""

import itertools
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from model.excel.refusal import refusal

UNPACKED_LIMIT: Final = 2 * 1024**3
"""More than this, all parts together, is refused."""
RATIO_LIMIT: Final = 200
"""A part that grows more than this is refused, if it is large. The honest record seen is 121."""
LARGE_PART: Final = 64 * 1024**2

_PIECE: Final = 1024**2
_MOUTHFUL: Final = 128 * 1024
_SMALL_PIECES: Final = 4
_LOCAL_HEADER: Final = 30
_ROOT: Final = re.compile(rb"<[A-Za-z_]")
_XML: Final = (".xml", ".rels", ".vml")


class Archive:
    """A zip in memory that holds together and keeps within the limits, as far as its lists say."""

    def __init__(self, content: bytes, file: str) -> None:
        self._content = content
        self.file = file
        try:
            with zipfile.ZipFile(BytesIO(content)) as opened:
                self.parts = tuple(opened.infolist())
        except (zipfile.BadZipFile, NotImplementedError, struct.error, ValueError, OSError) as error:
            raise refusal("truncated", file) from error
        self._check_lists()

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(part.filename for part in self.parts)

    def text(self, name: str) -> str:
        """Return the text of a part, of a large one its beginning, "" where there is none."""
        part = next((part for part in self.parts if part.filename == name), None)
        pieces = itertools.islice(self.pieces(part), _SMALL_PIECES) if part else ()
        return b"".join(pieces).decode("utf-8", errors="replace")

    def pieces(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        """Yield the unpacked bytes of *part*; refuses one that is damaged or unlike what it declares."""
        packed = self._packed(part)
        if part.compress_type == zipfile.ZIP_STORED:
            yield from (packed[start : start + _PIECE] for start in range(0, len(packed), _PIECE))
            return
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        count, check, place, rest = 0, 0, 0, b""
        while not unpacker.eof:
            if not rest:
                # A mouthful at a time: what is left of it is copied for every piece that comes out.
                rest, place = packed[place : place + _MOUTHFUL], place + _MOUTHFUL
            try:
                piece = unpacker.decompress(rest, _PIECE)
            except zlib.error as error:
                raise refusal("damaged", self.file) from error
            rest = unpacker.unconsumed_tail
            if not piece and not rest and place >= len(packed) and not unpacker.eof:
                raise refusal("truncated", self.file)
            count, check = count + len(piece), zlib.crc32(piece, check)
            if count > part.file_size:
                raise refusal("bomb", self.file)
            yield piece
        if count != part.file_size or check != part.CRC:
            raise refusal("damaged", self.file)

    def checked_pieces(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        """Yield like :meth:`pieces`; refuses an XML part with a document type definition."""
        is_xml = part.filename.lower().endswith(_XML)
        for number, piece in enumerate(self.pieces(part)):
            if is_xml and number == 0:
                self._refuse_dtd(piece, part.filename)
            yield piece

    def _refuse_dtd(self, beginning: bytes, name: str) -> None:
        is_wide = beginning.startswith((b"\xff\xfe", b"\xfe\xff"))
        if is_wide:
            beginning = beginning.replace(b"\0", b"")
        root = _ROOT.search(beginning)
        if b"<!DOCTYPE" in (beginning[: root.start()] if root else beginning):
            raise refusal("dtd", self.file)
        if is_wide and name.startswith("xl/"):
            # The reading library takes it for an empty sheet.
            raise refusal("damaged", self.file)

    def _check_lists(self) -> None:
        if any(part.flag_bits & 1 for part in self.parts):
            raise refusal("lock_unknown", self.file)
        kinds = {part.compress_type for part in self.parts}
        if not kinds <= {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} or len(self.names) != len(self.parts):
            raise refusal("damaged", self.file)
        if sum(part.file_size for part in self.parts) > UNPACKED_LIMIT:
            raise refusal("bomb", self.file)
        for part in self.parts:
            if part.file_size > LARGE_PART and part.file_size > RATIO_LIMIT * max(1, part.compress_size):
                raise refusal("bomb", self.file)

    def _packed(self, part: zipfile.ZipInfo) -> bytes:
        begin = part.header_offset
        header = self._content[begin : begin + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
            raise refusal("truncated", self.file)
        name_length, extra_length = struct.unpack_from("<HH", header, 26)
        start = begin + _LOCAL_HEADER + name_length + extra_length
        packed = self._content[start : start + part.compress_size]
        if len(packed) < part.compress_size:
            raise refusal("truncated", self.file)
        return packed
