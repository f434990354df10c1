"""The keys by which answers are kept: a sheet's name and a header in plain words, without their time."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from model.excel.header_words import plain_words
from model.excel.layout import Column, ColumnKind
from model.periods import ORDINAL, parse_month_name

ONLY_TIME: Final = "·"
"""The key of a header that says nothing but a time, and of a sheet named by its month."""

UNNAMED: Final = "–"
"""The key of a column of figures without any header."""
NO_HEADER: Final = "no_header"

_PART: Final = re.compile(
    r"\b(?:triwulan|tw|kuartal|quarter|semester|q)\s*" + ORDINAL.format(name="number") + r"|\bq[1-4]\b"
)
_TIME_WORDS: Final = re.compile(
    r"\b(?:keadaan|posisi|kondisi|per|sd|sampai dengan|sampai|hingga|bulan|tahun|thn|tanggal|tgl|periode"
    r"|triwulan|tw|as of|year|month|quarter)\b"
)
_SHORT: Final = re.compile(r"\b([a-z]{3,4})\s(\d\d)\b")


def without_time(text: str) -> str:
    """Return *text* in plain words without any month, quarter, year or day: the same next month."""
    words = plain_words(text)
    words = _PART.sub(" ", words)
    words = _SHORT.sub(lambda found: " " if parse_month_name(found[1]) else found[0], words)
    kept: list[str] = []
    parts = words.split()
    for number, word in enumerate(parts):
        is_day = (
            word.isdigit()
            and len(word) <= 2
            and number + 1 < len(parts)
            and parse_month_name(parts[number + 1]) is not None
        )
        is_year = re.fullmatch(r"(?:19|20)\d\d", word) is not None
        if not is_day and not is_year and parse_month_name(word) is None:
            kept.append(word)
    plain = " ".join(kept)
    return (
        " ".join(_TIME_WORDS.sub(" ", plain).split()) if len(kept) < len(parts) or _is_time(plain) else plain
    )


def table_key(sheet: str, taken: Sequence[str] = ()) -> str:
    """Return the key of a table of *sheet*; *taken* are the keys that this file's tables have already."""
    return _numbered(without_time(sheet) or ONLY_TIME, taken)


def with_keys(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns with their keys; two that only their place tells apart are numbered.

    Columns whose headers differ in their time alone share a key: what one is, so is the other. A
    column that nothing can be asked about has none.
    """
    keyed = []
    taken: Counter[str] = Counter()
    for column in columns:
        if (not column.header and column.reason != NO_HEADER) or column.kind is ColumnKind.VALUE:
            keyed.append(replace(column, key=""))
            continue
        taken[column.header.casefold()] += 1
        number = taken[column.header.casefold()]
        key = (without_time(column.header) or ONLY_TIME) if column.header else UNNAMED
        keyed.append(replace(column, key=key if number == 1 else f"{key} #{number}"))
    return tuple(keyed)


def _is_time(words: str) -> bool:
    return not _TIME_WORDS.sub(" ", words).split()


def _numbered(key: str, taken: Sequence[str]) -> str:
    number = 1
    name = key
    while name in taken:
        number += 1
        name = f"{key} #{number}"
    return name
