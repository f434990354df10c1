"""Workbooks that a password locks, made here: agile .xlsx, RC4 and XOR .xls."""

import hashlib
import struct
from io import BytesIO

from tests.builders.binary_books import label, number, xls_stream
from tests.builders.broken_files import compound

SALT = bytes(range(16))
_PLAIN = {0x0809, 0x002F}


def locked_xlsx(content: bytes, password: str) -> bytes:
    """An .xlsx as Excel locks it today."""
    from msoffcrypto.format.ooxml import OOXMLFile

    out = BytesIO()
    OOXMLFile(BytesIO(content)).encrypt(password, out)
    return out.getvalue()


def locked_xls(password: str) -> bytes:
    """An .xls with "Kapuas" and 5, locked with RC4 as Excel 97 did."""
    verifier = bytes(range(100, 116))
    both = rc4(_key(password, 0), verifier + hashlib.md5(verifier).digest())
    lock = struct.pack("<HHH", 1, 1, 1) + SALT + both
    stream = xls_stream({"Rekap": [label(0, 0, "Kapuas"), number(0, 1, 5.0)]}, before=[(0x002F, lock)])
    streamed = b"".join(rc4(_key(password, block), bytes(1024)) for block in range(len(stream) // 1024 + 1))
    hidden = bytearray(stream)
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        first = place + 4 + (4 if kind == 0x0085 else length if kind in _PLAIN else 0)
        for at in range(first, place + 4 + length):
            hidden[at] ^= streamed[at]
        place += 4 + length
    return compound("Workbook", content=bytes(hidden))


def _key(password: str, block: int) -> bytes:
    short = hashlib.md5(password.encode("utf-16-le")).digest()[:5]
    middle = hashlib.md5((short + SALT) * 16).digest()[:5]
    return hashlib.md5(middle + struct.pack("<I", block)).digest()


def rc4(key: bytes, data: bytes) -> bytes:
    """The data in that cipher, or out of it."""
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
