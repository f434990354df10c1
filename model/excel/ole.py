"""The compound file that .xls files and encrypted workbooks are kept in: its streams, read safely.

The reading library follows the sector chains of such a file blindly and ends the whole program on
a chain that bites its own tail. Here every chain is walked once, with a limit, before that.
"""

import struct
from dataclasses import dataclass
from typing import Final

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER: Final = 512
_ENTRY: Final = 128
_LAST_SECTOR: Final = 0xFFFFFFFA
"""Sector numbers from here on are marks (free, end of chain), not places."""
_STREAM: Final = 2
_ROOT: Final = 5


class BrokenContainerError(Exception):
    """The container is cut off or its chains do not end."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A named stream: where its chain starts, how long it is, and whether it lies in mini sectors."""

    name: str
    start: int
    size: int
    small: bool


class Container:
    """A compound file in memory. Raises :class:`BrokenContainerError` wherever it does not hold together."""

    def __init__(self, content: bytes) -> None:
        if len(content) < _HEADER:
            raise BrokenContainerError
        self._content = content
        self._sector = 1 << struct.unpack_from("<H", content, 30)[0]
        self._mini_sector = 1 << struct.unpack_from("<H", content, 32)[0]
        if self._sector not in (512, 4096) or self._mini_sector > self._sector:
            raise BrokenContainerError
        directory, cutoff, mini_fat = struct.unpack_from("<I4xII", content, 48)
        self._fat = self._read_fat()
        self._mini_fat = self._numbers(self._chain(mini_fat, self._fat)) if mini_fat < _LAST_SECTOR else ()
        self.streams, self._mini_content = self._read_directory(directory, cutoff)
        self._check_chains()

    def content_of(self, name: str) -> bytes | None:
        """Return the bytes of the stream *name*, None where there is none."""
        stream = self.streams.get(name)
        if stream is None:
            return None
        if not stream.small:
            return b"".join(self._at(place) for place in self._chain(stream.start, self._fat))[: stream.size]
        pieces = (
            self._mini_content[place * self._mini_sector : (place + 1) * self._mini_sector]
            for place in self._chain(stream.start, self._mini_fat)
        )
        return b"".join(pieces)[: stream.size]

    def _at(self, place: int) -> bytes:
        begin = _HEADER + place * self._sector if self._sector == _HEADER else (place + 1) * self._sector
        if begin >= len(self._content):
            raise BrokenContainerError
        return self._content[begin : begin + self._sector]

    def _numbers(self, places: list[int]) -> tuple[int, ...]:
        joined = b"".join(self._at(place).ljust(self._sector, b"\xff") for place in places)
        return struct.unpack(f"<{len(joined) // 4}I", joined)

    def _read_fat(self) -> tuple[int, ...]:
        next_list = struct.unpack_from("<I", self._content, 68)[0]
        places = [place for place in struct.unpack_from("<109I", self._content, 76) if place < _LAST_SECTOR]
        seen: set[int] = set()
        while next_list < _LAST_SECTOR:
            if next_list in seen:
                raise BrokenContainerError
            seen.add(next_list)
            *more, next_list = self._numbers([next_list])
            places += [place for place in more if place < _LAST_SECTOR]
        return self._numbers(places)

    def _chain(self, start: int, fat: tuple[int, ...]) -> list[int]:
        chain: list[int] = []
        place = start
        while place < _LAST_SECTOR:
            if place >= len(fat) or len(chain) > len(fat):
                raise BrokenContainerError
            chain.append(place)
            place = fat[place]
        return chain

    def _read_directory(self, start: int, cutoff: int) -> tuple[dict[str, Stream], bytes]:
        listed = b"".join(self._at(place) for place in self._chain(start, self._fat))
        streams: dict[str, Stream] = {}
        mini_content = b""
        for begin in range(0, len(listed) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", listed, begin + 64)
            first, size = struct.unpack_from("<II", listed, begin + 116)
            if kind == _ROOT and first < _LAST_SECTOR:
                mini_content = b"".join(self._at(place) for place in self._chain(first, self._fat))
            if kind == _STREAM:
                raw = listed[begin : begin + max(0, min(length, 64) - 2)]
                name = raw.decode("utf-16-le", errors="replace")
                streams[name] = Stream(name, first, size, small=size < cutoff)
        return streams, mini_content

    def _check_chains(self) -> None:
        for stream in self.streams.values():
            if stream.size:
                self._chain(stream.start, self._mini_fat if stream.small else self._fat)
