"""Men and women beside their sum under one header: "L", "P", "L+P"."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from model.excel.header_words import BOTH_SEXES, plain_words
from model.excel.layout import Column, ColumnKind

BY_SEX: Final = "by_sex"
"""Why a column is not read: it counts men or women, whose sum stands beside it."""
_ONE_SEX: Final = re.compile(r"\b(?:l|p|lk|pr|laki laki|laki|perempuan|pria|wanita)\Z")
_SUM: Final = re.compile(r"\b(?:jumlah|total|jml|jlh)\Z")


def parts_by_sex(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return the columns, those of one sex marked where the sum of both is read."""
    listed = tuple(columns)
    sums = {_above(column) for column in listed if column.kind is ColumnKind.FIGURE} - {None}
    return tuple(
        replace(column, reason=BY_SEX)
        if column.kind is ColumnKind.LEFT_OUT and _of_one_sex(column) in sums
        else column
        for column in listed
    )


def _above(column: Column) -> str | None:
    """What the header of a sum says without its last word."""
    words = plain_words(column.header)
    found = _last(BOTH_SEXES, words) or _last(_SUM, words)
    return words[: found.start()].strip() if found else None


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    return next((found for found in pattern.finditer(words) if found.end() == len(words)), None)


def _of_one_sex(column: Column) -> str:
    words = plain_words(column.header)
    found = None if _last(BOTH_SEXES, words) else _ONE_SEX.search(words)
    return words[: found.start()].strip() if found else "-"
