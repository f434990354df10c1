"""The records of an .xlsb part: a kind, a length and data, one after the other."""

from collections.abc import Iterator


def records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the kind and the data of each record; a last one that is cut off comes as far as it goes."""
    place = 0
    while place < len(content):
        kind, place = _varint(content, place, 2)
        length, place = _varint(content, place, 4)
        yield kind, content[place : place + length]
        place += length


def _varint(content: bytes, place: int, longest: int) -> tuple[int, int]:
    value = 0
    for step in range(longest):
        if place >= len(content):
            break
        byte = content[place]
        place += 1
        value |= (byte & 0x7F) << (7 * step)
        if byte < 0x80:
            break
    return value, place
