"""Which libraries a shared library asks for, read from the file itself: no binutils needed."""

import struct
from pathlib import Path
from typing import Final

_MAGIC: Final = b"\x7fELF\x02\x01"  # 64 bits, little-endian
_PT_LOAD, _PT_DYNAMIC = 1, 2
_DT_NULL, _DT_NEEDED, _DT_STRTAB = 0, 1, 5


def is_elf(path: Path) -> bool:
    """Return whether *path* is a 64-bit program or library for a PC."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def needed(data: bytes) -> tuple[str, ...]:
    """Return the names of the libraries that the ELF file *data* asks for, in its order ("libX11.so.6").

    A file that asks for none gives none. Raises ValueError for what is no 64-bit little-endian ELF file.
    """
    if not data.startswith(_MAGIC):
        raise ValueError("no 64-bit little-endian ELF file")
    segments = _segments(data)
    dynamic = next((segment for segment in segments if segment[0] == _PT_DYNAMIC), None)
    if dynamic is None:
        return ()
    names, table = [], 0
    _, offset, _, size = dynamic
    for tag, value in struct.iter_unpack("<qQ", data[offset : offset + size - size % 16]):
        if tag == _DT_NULL:
            break
        if tag == _DT_NEEDED:
            names.append(value)
        elif tag == _DT_STRTAB:
            table = _file_offset(segments, value)
    return tuple(data[table + at : data.index(b"\0", table + at)].decode("ascii") for at in names)


def _segments(data: bytes) -> list[tuple[int, int, int, int]]:
    """Return type, offset in the file, address and size of every segment."""
    (start,) = struct.unpack_from("<Q", data, 32)
    entry_size, count = struct.unpack_from("<HH", data, 54)
    found = []
    for place in range(start, start + entry_size * count, entry_size):
        kind, _, offset, address, _, size = struct.unpack_from("<IIQQQQ", data, place)
        found.append((kind, offset, address, size))
    return found


def _file_offset(segments: list[tuple[int, int, int, int]], address: int) -> int:
    for kind, offset, start, size in segments:
        if kind == _PT_LOAD and start <= address < start + size:
            return offset + address - start
    raise ValueError(f"address {address:#x} is in no segment")
