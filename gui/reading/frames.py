"""How the two processes talk: frames of a kind and some parts, each part with its length before it."""

import struct
from collections.abc import Sequence
from enum import IntEnum
from typing import Final, Protocol

_HEAD: Final = struct.Struct("<BI")
_LENGTH: Final = struct.Struct("<Q")
MOST_PARTS: Final = 10_000
LARGEST_FRAME: Final = 4 * 1024**3
"""What claims to be longer is no frame of ours."""


class Kind(IntEnum):
    """What a frame says. The child speaks all but the first two."""

    REQUEST = 1
    GO_ON = 2
    READY = 3
    """The child has loaded its libraries."""
    PROGRESS = 4
    """Two numbers: done, total."""
    COUNTED = 5
    """One number: so many cells hold something; the child waits for GO_ON."""
    RESULT = 6
    REFUSED = 7
    """A parcel of code and facts: the file cannot be used."""
    NO_MEMORY = 8
    BROKE_DOWN = 9
    """Where in our code, as text; never what the error said, which may quote a cell."""


class BrokenFrameError(Exception):
    """What came is no frame of ours."""


class Source(Protocol):
    """Where bytes come from."""

    def exactly(self, count: int) -> bytearray:
        """Return the next *count* bytes; EOFError where the other side has closed."""


Part = bytes | bytearray | memoryview


def heads(kind: Kind, parts: Sequence[Part]) -> bytes:
    """Return what stands before the *parts* of a frame."""
    lengths = (memoryview(part).nbytes for part in parts)
    return _HEAD.pack(kind, len(parts)) + b"".join(map(_LENGTH.pack, lengths))


def received(source: Source) -> tuple[Kind, list[bytearray]]:
    """Return the next frame; EOFError where there is none, BrokenFrameError for what is none of ours."""
    number, count = _HEAD.unpack(source.exactly(_HEAD.size))
    if count > MOST_PARTS or number not in Kind.__members__.values():
        raise BrokenFrameError
    lengths = [_LENGTH.unpack(source.exactly(_LENGTH.size))[0] for _ in range(count)]
    if sum(lengths) > LARGEST_FRAME:
        raise BrokenFrameError
    return Kind(number), [source.exactly(length) for length in lengths]


def numbers(*values: int) -> bytes:
    """Return whole numbers as the part of a frame."""
    return struct.pack(f"<{len(values)}q", *values)


def numbers_in(part: Part) -> tuple[int, ...]:
    """Return the whole numbers of a part; BrokenFrameError where it holds anything else."""
    if memoryview(part).nbytes % 8:
        raise BrokenFrameError
    return struct.unpack(f"<{memoryview(part).nbytes // 8}q", part)
