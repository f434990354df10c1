"""Raised marks of footnotes in the texts of a workbook: "1.170" with a raised 1 is not 11.701.

The reading library joins the runs of a text and forgets which of them was raised. So before it
reads, a raised number becomes one of raised signs, as a typed one is: "1.170¹".
"""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Final

from model.excel.archive import Archive

_LARGEST_SHEET: Final = 8 * 1024**2
"""Texts within a larger sheet part are not looked at: Excel keeps those with runs in a part of their own."""
_LARGEST: Final = 128 * 1024**2
_STRINGS: Final = "xl/sharedStrings.xml"
_CONTENT: Final = "content.xml"
_TO_ITS_TEXT: Final = rb"[^<]{0,100}(?:<(?!/?(?:\w{1,9}:)?(?:r|t|si)\b)[^<>]{0,300}>\s{0,9}){0,12}"
# Everything here is of a bounded length: a hostile part is gone through once as well.
_RAISED_RUN: Final = re.compile(
    rb"""(<(?:\w{1,9}:)?vertAlign\s{1,9}val\s{0,9}=\s{0,9}["']superscript["']"""
    + _TO_ITS_TEXT
    + rb"<(?:\w{1,9}:)?t(?:\s[^<>]{0,100})?>)([^<]{1,20})(?=</)"
)
_RAISED_STYLE: Final = re.compile(rb'\bstyle:text-position="super\b')
_STYLE: Final = b"<style:style "
_LONGEST_STYLE: Final = 4000
_STYLE_NAME: Final = re.compile(rb'\bstyle:name="([^"]{1,200})"')
_SPAN: Final = re.compile(
    rb'(<text:span\b[^<>]{0,300}\btext:style-name="([^"<>]{1,200})"[^<>]{0,300}>)([^<]{1,20})(?=</text:span>)'
)
_MARK: Final = re.compile(r"[(\[]?(?:(\d{1,2}(?:[,;]\s*\d{1,2})*)|([a-z†]{1,3}))[)\]]?")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", ",; ")


def with_raised_signs(content: bytes, file: str) -> bytes:
    """Return a checked .xlsx or .ods with its raised footnote marks as signs: *content* if it has none.

    A raised letter is left out; any other raised text is kept as it is.
    """
    archive = Archive(content, file)
    changed: dict[str, bytes] = {}
    for part in archive.parts:
        told = _reader_of(part)
        if told is None:
            continue
        sign, signs_of = told
        before = b"".join(archive.pieces(part))
        if sign in before and (after := signs_of(before)) != before:
            changed[part.filename] = after
    return _packed(archive, changed) if changed else content


def _reader_of(part: zipfile.ZipInfo) -> tuple[bytes, Callable[[bytes], bytes]] | None:
    """What a part with raised texts has in it, and what makes them signs; None for one that has no texts."""
    if part.filename == _STRINGS and part.file_size <= _LARGEST:
        return b"superscript", _in_runs
    if part.filename.startswith("xl/worksheets/") and part.file_size <= _LARGEST_SHEET:
        return b"superscript", _in_runs
    if part.filename == _CONTENT and part.file_size <= _LARGEST:
        return b'text-position="super', _in_spans
    return None


def _in_runs(content: bytes) -> bytes:
    return _RAISED_RUN.sub(lambda run: run[1] + _signs(run[2]), content)


def _in_spans(content: bytes) -> bytes:
    raised: set[bytes] = set()
    for style in _RAISED_STYLE.finditer(content):
        begin = content.rfind(_STYLE, max(0, style.start() - _LONGEST_STYLE), style.start())
        if begin >= 0 and (name := _STYLE_NAME.search(content, begin, style.start())):
            raised.add(name[1])
    return _SPAN.sub(lambda span: span[1] + _signs(span[3]) if span[2] in raised else span[0], content)


def _signs(text: bytes) -> bytes:
    mark = _MARK.fullmatch(text.decode("utf-8", errors="replace").strip())
    if mark is None:
        return text
    return (mark[1] or "").translate(_RAISED).encode()


def _packed(archive: Archive, changed: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for part in archive.parts:
            with made.open(part.filename, "w", force_zip64=True) as copy:
                pieces = [changed[part.filename]] if part.filename in changed else archive.pieces(part)
                for piece in pieces:
                    copy.write(piece)
    return packed.getvalue()
