"""Workbooks locked with a password in every way that Excel ever locked them, by the published format.

[MS-OFFCRYPTO] says how; nothing here comes from the library that opens them.
"""

import base64
import hashlib
import itertools
import math
import struct
from collections.abc import Mapping
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.builders.binary_books import label, number, xls_stream
from tests.builders.broken_files import entry
from tests.builders.locked_books import rc4

SALT: Final = bytes(range(50, 66))
_SECTOR: Final = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_OPEN_RECORDS: Final = frozenset([0x0809, 0x002F])
_PROVIDER: Final = "Microsoft Enhanced RSA and AES Cryptographic Provider\0".encode("utf-16-le")


def compound_of(streams: Mapping[str, bytes], padding: bytes = b"\0") -> bytes:
    """A compound file with these streams; short ones are filled up, so that all lie in whole sectors."""
    sizes = [max(4096, len(body)) for body in streams.values()]
    bodies = [
        body.ljust(size, padding).ljust(math.ceil(size / _SECTOR) * _SECTOR, b"\0")
        for body, size in zip(streams.values(), sizes, strict=True)
    ]
    lists = 1
    while lists * 128 < lists + 1 + sum(len(body) for body in bodies) // _SECTOR:
        lists += 1
    fat = [_FAT] * lists + [_END]
    entries, place = entry("Root Entry", 5, _END, 0, child=1), lists + 1
    for index, (name, body) in enumerate(zip(streams, bodies, strict=True), 1):
        following = _FREE if index == len(bodies) else index + 1
        entries += entry(name, 2, place, sizes[index - 1], right=following)
        count = len(body) // _SECTOR
        fat += [*range(place + 1, place + count), _END]
        place += count
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(_SECTOR, b"\0"))
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 44, lists, lists, 0, 4096, _END, 0, _END, 0, 0)
    struct.pack_into("<109I", header, 76, *range(lists), *([_FREE] * (109 - lists)))
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(lists * _SECTOR, b"\xff")
    return bytes(header) + table + entries.ljust(_SECTOR, b"\0") + b"".join(bodies)


def standard(content: bytes, password: str, bits: int = 128) -> bytes:
    """An .xlsx as Office 2007 locked it: AES in blocks of their own, 50 thousand rounds."""
    hashed = hashlib.sha1(SALT + password.encode("utf-16-le")).digest()
    for turn in range(50_000):
        hashed = hashlib.sha1(struct.pack("<I", turn) + hashed).digest()
    last = hashlib.sha1(hashed + bytes(4)).digest()
    halves = (bytes(sign ^ byte for byte in last.ljust(64, b"\0")) for sign in (0x36, 0x5C))
    key = b"".join(hashlib.sha1(half).digest() for half in halves)[: bits // 8]
    verifier = bytes(range(16))
    proof = (
        _ecb(key, verifier) + struct.pack("<I", 20) + _ecb(key, hashlib.sha1(verifier).digest() + bytes(12))
    )
    algorithm = {128: 0x660E, 192: 0x660F, 256: 0x6610}[bits]
    head = struct.pack("<IIIIIIII", 0x24, 0, algorithm, 0x8004, bits, 0x18, 0, 0) + _PROVIDER
    info = struct.pack("<HHII", 3, 2, 0x24, len(head)) + head + struct.pack("<I", 16) + SALT + proof
    package = struct.pack("<Q", len(content)) + _ecb(key, _filled(content))
    return compound_of({"EncryptionInfo": info, "EncryptedPackage": package})


_AGILE: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" '
    'xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData {common} '
    'saltValue="{salt}"/><dataIntegrity encryptedHmacKey="{hmac_key}" encryptedHmacValue="{hmac}"/>'
    '<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">'
    '<p:encryptedKey spinCount="{spins}" {common} saltValue="{salt}" encryptedVerifierHashInput="{verifier}" '
    'encryptedVerifierHashValue="{proof}" encryptedKeyValue="{key}"/>'
    "</keyEncryptor></keyEncryptors></encryption>"
)


_COMMON: Final = (
    'saltSize="16" blockSize="16" keyBits="{}" hashSize="{}" cipherAlgorithm="AES" '
    'cipherChaining="ChainingModeCBC" hashAlgorithm="{}"'
)


def agile(content: bytes, password: str, how: str = "sha1", bits: int = 128, spins: int = 100_000) -> bytes:
    """An .xlsx as Office 2010 ("sha1", 128) and later ones ("sha512", 256) lock it."""

    def hashed(data: bytes) -> bytes:
        return hashlib.new(how, data).digest()

    spun = hashed(SALT + password.encode("utf-16-le"))
    for turn in range(spins):
        spun = hashed(struct.pack("<I", turn) + spun)

    def locked(block: str, data: bytes) -> str:
        key = hashed(spun + bytes.fromhex(block)).ljust(bits // 8, b"\x36")[: bits // 8]
        return _in_letters(_cbc(key, SALT, _filled(data)))

    secret = bytes(range(bits // 8))
    verifier = bytes(range(16))
    info = _AGILE.format(
        common=_COMMON.format(bits, len(hashed(b"")), how.upper()), salt=_in_letters(SALT), spins=spins,
        hmac_key=_in_letters(bytes(32)), hmac=_in_letters(bytes(32)), key=locked("146e0be7abacd0d6", secret),
        verifier=locked("fea7d2763b4b9e79", verifier), proof=locked("d7aa0f6d3061344e", hashed(verifier)),
    )  # fmt: skip
    parts = (content[start : start + 4096] for start in range(0, len(content), 4096))
    starts = (hashed(SALT + struct.pack("<I", index))[:16] for index in itertools.count())
    packed = b"".join(_cbc(secret, start, _filled(part)) for part, start in zip(parts, starts, strict=False))
    streams = {
        "EncryptionInfo": struct.pack("<HHI", 4, 4, 0x40) + info.encode(),
        "EncryptedPackage": struct.pack("<Q", len(content)) + packed,
    }
    return compound_of(streams, b" ")


def cryptoapi_xls(password: str, bits: int = 128) -> bytes:
    """An .xls with "Kapuas" and 5, locked with RC4 as Excel XP and 2003 did, *bits* of key or 40."""
    first = hashlib.sha1(SALT + password.encode("utf-16-le")).digest()

    def key(block: int) -> bytes:
        whole = hashlib.sha1(first + struct.pack("<I", block)).digest()[: bits // 8]
        return whole.ljust(16, b"\0") if bits == 40 else whole

    verifier = bytes(range(100, 116))
    proof = rc4(key(0), verifier + hashlib.sha1(verifier).digest())
    head = struct.pack("<IIIIIIII", 4, 0, 0x6801, 0x8004, bits, 1, 0, 0) + _PROVIDER
    lock = struct.pack("<HHHII", 1, 2, 2, 4, len(head)) + head + struct.pack("<I", 16) + SALT
    lock += proof[:16] + struct.pack("<I", 20) + proof[16:]
    stream = _stream(lock)
    streamed = b"".join(rc4(key(block), bytes(1024)) for block in range(len(stream) // 1024 + 1))
    hidden = bytearray(stream)
    for place, _ in _hidden_bytes(stream):
        hidden[place] ^= streamed[place]
    return compound_of({"Workbook": bytes(hidden)})


def xor_xls(password: str) -> bytes:
    """An .xls with "Kapuas" and 5, hidden by the XOR of Excel 95, which its successors still wrote."""
    key, proof = _xor_key(password), 0
    for byte in (*reversed(password.encode("latin-1")), len(password)):
        proof = ((proof >> 14) & 1 | (proof << 1) & 0x7FFF) ^ byte
    stream = _stream(struct.pack("<HHH", 0, key, proof ^ 0xCE4B))
    pads = bytes.fromhex("bbffffbaffffb98000be0f00bf0f00")
    signs = (password.encode("latin-1") + pads)[:16]
    halves = itertools.cycle((key & 0xFF, key >> 8))
    mixed = [_turned(sign ^ half, 7) for sign, half in zip(signs, halves, strict=False)]
    hidden = bytearray(stream)
    for place, end in _hidden_bytes(stream):
        hidden[place] = _turned(stream[place], 5) ^ mixed[end % 16]
    return compound_of({"Workbook": bytes(hidden)})


def _xor_key(password: str) -> int:
    """The 16 bits of a password: a sum over the states of a register, as the published tables hold them."""
    starts = (0xE1F0, 0x1D0F, 0xCC9C, 0x84C0, 0x110C, 0x0E10, 0xF1CE, 0x313E, 0x1872, 0xE139, 0xD40F, 0x84F9,
              0x280C, 0xA96A, 0x4EC3)  # fmt: skip
    key, row = starts[len(password) - 1], _xor_matrix()
    for sign in reversed(password.encode("latin-1")):
        for bit in range(7):
            state = row.pop()
            if sign << bit & 0x40:
                key ^= state
    return key


def _xor_matrix() -> list[int]:
    rows = bytes.fromhex(
        "aefc4dd99bb227454e8a9d142a097b61f6c2fda5eb6bc6f79dcf2bbf45638ac605ad0b5a16b42d685ad0037506ea0dd41ba83750"
        "6ea0dd40d849a0b35147a28e553daa7a44d56f45de8aad354a4b9496390d721aeb23c6679cef29ff53fea7fc5fd947d38fa60f6d"
        "1eda3db47b68f6d0b86160e3c1c693ad377b6ef6ddec45a08b4006a10d421a8435086a10aa5144838906022d045a08b4116876b4"
        "ed68caf185c31ba7374e6e9c37306e60dcc0a9a1436386c61dad33316662ccc489a9037306e60dcc102120424084810812312462"
        "48c4"
    )
    return list(struct.unpack(f">{len(rows) // 2}H", rows))


def _stream(lock: bytes) -> bytes:
    return xls_stream({"Rekap": [label(0, 0, "Kapuas"), number(0, 1, 5.0)]}, before=[(0x002F, lock)])


def _hidden_bytes(stream: bytes) -> list[tuple[int, int]]:
    """The places that are hidden, each with its distance from the start plus the length of its record."""
    places: list[tuple[int, int]] = []
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        # Where a sheet begins is never hidden, its name is.
        first = place + 4 + (4 if kind == 0x0085 else length if kind in _OPEN_RECORDS else 0)
        places += [(at, at + length) for at in range(first, place + 4 + length)]
        place += 4 + length
    return places


def _turned(byte: int, bits: int) -> int:
    return (byte << bits | byte >> (8 - bits)) & 0xFF


def _filled(data: bytes) -> bytes:
    return data + bytes(-len(data) % 16)


def _ecb(key: bytes, data: bytes) -> bytes:
    return Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(data)


def _cbc(key: bytes, start: bytes, data: bytes) -> bytes:
    return Cipher(algorithms.AES(key), modes.CBC(start)).encryptor().update(data)


def _in_letters(data: bytes) -> str:
    return base64.b64encode(data).decode()
