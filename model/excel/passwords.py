"""Workbooks that are locked with a password: opened in memory, never on the disk.

The password stands in no message, no exception and no log, and nothing here keeps it.
"""

import hashlib
import logging
import re
import struct
from array import array
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from model.errors import UnusableFileError
from model.excel import ole
from model.excel.refusal import refusal

if TYPE_CHECKING:
    from msoffcrypto.format.ooxml import OOXMLFile
    from msoffcrypto.format.xls97 import Xls97File

_FOR_EVERYBODY: Final = "VelvetSweatshop"
"""What Excel itself uses where only changes are locked: such a file opens without a question."""
_MOST_SPINS: Final = 1_000_000
"""Excel writes 100 thousand; more only makes the program seem dead."""
_LARGEST_INFO: Final = 64 * 1024
_SPINS: Final = re.compile(rb"spinCount\s*=\s*[\"'](\d{1,20})")
_FILE_PASS: Final = 0x002F
_END: Final = 0x000A
_SHEET: Final = 0x0085
_PLAIN: Final = frozenset([0x0809, _FILE_PASS, 0x0194, 0x0195, 0x00E1, 0x0196, 0x0138])
"""Records that are never encrypted: beginnings, the lock itself, and who has the file open."""
_BLOCK: Final = 1024


def is_locked(container: ole.Container) -> bool:
    """Say whether a compound file is a workbook that a password locks."""
    if {"EncryptedPackage", "EncryptionInfo"} & container.streams.keys():
        return True
    stream = container.content_of("Workbook") or container.content_of("Book") or b""
    return any(kind == _FILE_PASS for kind in _first_kinds(stream))


def unlocked(content: bytes, container: ole.Container, file: str, password: str) -> bytes:
    """Return the bytes of the workbook without its lock: an .xlsx in most cases, an .xls as an .xls.

    Raises UnusableFileError: "password" where one is needed, "wrong_password" where it does not fit.
    """
    try:
        _refuse_hostile(container, file)
    except ole.BrokenContainerError as error:
        raise refusal("truncated", file) from error
    opened = _opened(content, container, file, password) if password else None
    if opened is None:
        opened = _without_password(content, container, file)
    if opened is None:
        raise refusal("wrong_password" if password else "password", file)
    return opened


def _without_password(content: bytes, container: ole.Container, file: str) -> bytes | None:
    try:
        return _opened(content, container, file, _FOR_EVERYBODY)
    except UnusableFileError as error:
        # A lock that is damaged is only said to be when its own password was tried.
        if error.code == "damaged":
            return None
        raise


def _first_kinds(stream: bytes) -> list[int]:
    kinds: list[int] = []
    place = 0
    while place + 4 <= len(stream) and len(kinds) < 1000:
        kind, length = struct.unpack_from("<HH", stream, place)
        kinds.append(kind)
        if kind == _END:
            break
        place += 4 + length
    return kinds


def _refuse_hostile(container: ole.Container, file: str) -> None:
    names = container.streams.keys()
    if "EncryptedPackage" in names and "EncryptionInfo" not in names:
        raise refusal("rights_managed", file)
    if not {"EncryptedPackage", "Workbook"} & names:
        raise refusal("lock_unknown", file)
    info = container.content_of("EncryptionInfo") or b""
    if b"<!DOCTYPE" in info or b"<!ENTITY" in info:
        raise refusal("dtd", file)
    if len(info) > _LARGEST_INFO or any(int(spins) > _MOST_SPINS for spins in _SPINS.findall(info)):
        raise refusal("damaged", file)


def _opened(content: bytes, container: ole.Container, file: str, password: str) -> bytes | None:
    """The bytes behind the lock, None where *password* does not fit."""
    import msoffcrypto
    from msoffcrypto import exceptions
    from msoffcrypto.format.xls97 import Xls97File

    # It writes the keys that it derives to its own debugging log.
    logging.getLogger("msoffcrypto").setLevel(logging.CRITICAL)
    try:
        locked = msoffcrypto.OfficeFile(BytesIO(content))
        if isinstance(locked, Xls97File):
            locked.load_key(password=password)
            return _opened_xls(content, container.content_of("Workbook") or b"", locked)
        return _opened_package(locked, password)
    except (exceptions.InvalidKeyError, UnicodeEncodeError):
        return None
    except exceptions.DecryptionError:
        raise refusal("lock_unknown", file) from None
    except Exception:  # whatever a damaged lock makes the library stumble over
        raise refusal("damaged", file) from None


def _opened_package(locked: "OOXMLFile", password: str) -> bytes | None:
    from msoffcrypto import exceptions

    is_proven = True
    try:
        locked.load_key(password=password, verify_password=True)
    except exceptions.InvalidKeyError:
        # Excel 2010 fills the proof of a password up to whole blocks. The library compares it as it is
        # and finds every password wrong, so that only what comes out can show which is right.
        is_proven = False
        if locked.type != "agile" or not _is_filled_up(locked.info):
            raise
        locked.load_key(password=password)
    plain = BytesIO()
    locked.decrypt(plain)
    return plain.getvalue() if is_proven or plain.getvalue().startswith(b"PK\x03\x04") else None


def _is_filled_up(lock: Mapping[str, Any]) -> bool:
    size = hashlib.new(str(lock["passwordHashAlgorithm"]).replace("-", "").lower()).digest_size
    return len(lock["encryptedVerifierHashValue"]) > size


def _opened_xls(content: bytes, stream: bytes, locked: "Xls97File") -> bytes:
    """The same compound file with its workbook stream in plain; the library would write it to the disk."""
    import olefile
    from msoffcrypto.method.rc4 import DocumentRC4
    from msoffcrypto.method.rc4_cryptoapi import DocumentRC4CryptoAPI
    from msoffcrypto.method.xor_obfuscation import DocumentXOR

    kept, hidden = _taken_apart(stream)
    source = BytesIO(bytes(hidden))
    if locked.type == "rc4":
        plain = DocumentRC4.decrypt(locked.key, locked.salt, source, blocksize=_BLOCK)
    elif locked.type == "rc4_cryptoapi":
        plain = DocumentRC4CryptoAPI.decrypt(
            locked.key, locked.salt, locked.keySize, source, blocksize=_BLOCK
        )
    else:
        plain = DocumentXOR.decrypt(locked.key, source, kept, [], 10)
    opened = bytearray(plain.read())
    for place, sign in enumerate(kept):
        if sign >= 0:
            opened[place] = sign
    whole = BytesIO(content)
    with olefile.OleFileIO(whole, write_mode=True) as rewritten:
        rewritten.write_stream("Workbook", bytes(opened))
        return whole.getvalue()


def _taken_apart(stream: bytes) -> "tuple[array[int], bytearray]":
    """What stays as it is (-1 for an encrypted byte, -2 for one of a sheet's name), and what is encrypted."""
    kept: array[int] = array("h")
    hidden = bytearray(len(stream))
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        length = min(length, len(stream) - place - 4)
        body = stream[place + 4 : place + 4 + length]
        if kind == _FILE_PASS:
            kept.extend([0, 0, *stream[place + 2 : place + 4], *([0] * length)])
        else:
            # Where a sheet begins is never encrypted, its name is.
            open_bytes = length if kind in _PLAIN else min(4, length) if kind == _SHEET else 0
            sign = -2 if kind == _SHEET else -1
            kept.extend([*stream[place : place + 4], *body[:open_bytes], *([sign] * (length - open_bytes))])
            hidden[place + 4 + open_bytes : place + 4 + length] = body[open_bytes:]
        place += 4 + length
    kept.extend(stream[place:])
    return kept, hidden
