"""Looks for what marks persons in everything that the program keeps, shows or writes."""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd

from model.excel.grid import Cell
from tests.builders.office import body
from tests.builders.persons import HEADER, TITLE, name, nik, person, without


class Secrets:
    """What marks the persons of a list, in every form in which it could leave the program."""

    def __init__(self, rows: Sequence[Sequence[Cell]]) -> None:
        private = [cell for row in rows for cell in row[1:6]]
        self.texts = tuple(sorted({part for cell in private for part in _forms(cell)}))
        self.numbers = frozenset(int(str(row[1])) for row in rows if str(row[1]).isdigit())

    def found_in_bytes(self, content: bytes) -> list[str]:
        """The secrets in some bytes, also inside the zips and compressed streams among them."""
        found = set()
        for part in unfolded(content):
            folded = part.lower()
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                found |= {text for text in self.texts if text.lower().encode(encoding) in folded}
            found |= {str(number) for number in self.numbers for form in _binary(number) if form in part}
        return sorted(found)

    def found_in(self, value: object) -> list[str]:
        """The secrets in a value: in its texts and numbers, however deep."""
        found = set()
        for leaf in leaves(value):
            if isinstance(leaf, str):
                found |= {text for text in self.texts if text.casefold() in leaf.casefold()}
            elif isinstance(leaf, int | float) and leaf in self.numbers:
                found.add(str(leaf))
        return sorted(found)


def _forms(cell: Cell) -> set[str]:
    text = str(cell)
    if text.isdigit() and len(text) == 16:
        return {text, text[:15], text[4:14], f"{text[:6]} {text[6:12]} {text[12:]}"}
    words = {word for word in text.split() if len(word) > 5}
    return {text, text.replace(" ", "_"), *words} if len(text) > 5 else set()


def _binary(number: int) -> tuple[bytes, ...]:
    return struct.pack("<d", float(number)), struct.pack(">d", float(number)), number.to_bytes(8, "little")


def unfolded(content: bytes) -> Iterator[bytes]:
    """Yield the bytes, and what is packed in them: the members of a zip, of zips in zips, gzip, zlib."""
    yield content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                yield entry.filename.encode()
                yield from unfolded(archive.read(entry))
    for start in (b"\x1f\x8b", b"\x78\x9c", b"\x78\xda", b"\x78\x01"):
        if content.startswith(start):
            with suppress(OSError, EOFError, zlib.error):
                plain = gzip.decompress(content) if start == b"\x1f\x8b" else zlib.decompress(content)
                yield from unfolded(plain)


def leaves(value: object) -> Iterator[object]:
    """Yield every text and number in a value: fields, items, keys, tables, arguments of exceptions."""
    if isinstance(value, str | int | float | bytes | date) or value is None:
        yield value
    elif isinstance(value, pd.DataFrame):
        yield from map(str, value.columns)
        for name in value.columns:
            yield from value[name].tolist()
    elif (parts := _parts(value)) is not None:
        for part in parts:
            yield from leaves(part)
    else:
        yield str(value)


def _parts(value: object) -> Iterable[object] | None:
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return value
    if isinstance(value, BaseException):
        return [str(value), value.args, vars(value), value.__cause__, value.__context__]
    if is_dataclass(value):
        return [getattr(value, each.name) for each in fields(value)]
    return None


ROWS = [
    *(person(number, "Kab. Kapuas", ("PU", "BPU")[number % 2]) for number in range(12)),
    *(person(number, "Kota Palangka Raya") for number in range(3, 9)),
    person(40, "Kpuas"),
    person(41, name(41)),  # somebody's name in the wrong column
    person(42, segment=name(42)),
    person(43, status=nik(43)),
]
SECRETS = Secrets(ROWS)
FILE = f"BNBA {nik(0)} Maret 2025.xlsx"


def office_file(folder: Path, file: str = FILE) -> Path:
    """A workbook with a summary, and lists of persons in several places."""
    workbook = openpyxl.Workbook()
    summary = workbook.active
    assert summary is not None
    summary.title = "Rekap"
    summary.append([f"Peserta aktif Maret 2025, penanggung jawab NIK {nik(1)}"])
    summary.append(["No", "Kab/Kota", "Peserta Aktif", "Nama PIC", "No HP PIC"])
    for number, line in enumerate(body([float(100 + step) for step in range(14)])):
        summary.append([*line, name(number % 12), f"0812555{number % 12:05}"])
    summary.append([None, None, None, f"NIK {nik(2)}"])
    for title, rows in ((nik(3), ROWS), ("Lama", ROWS[:4])):
        listed = workbook.create_sheet(title)
        for row in ([TITLE], [f"Petugas: {name(5)}", f"NIK: {nik(5)}"], HEADER, *rows):
            listed.append(list(row))
    workbook["Lama"].sheet_state = "hidden"
    bare = workbook.create_sheet("Polos")
    for row in without(ROWS, 0, 3, 4, 5):
        bare.append(row)
    path = folder / file
    workbook.save(path)
    return path
