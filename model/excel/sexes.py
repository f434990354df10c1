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
    return tuple(
        replace(column, reason=BY_SEX)
        if column.kind is ColumnKind.LEFT_OUT and sum_of_sexes(column, listed) is not None
        else column
        for column in listed
    )


def sum_of_sexes(part: Column, columns: Iterable[Column]) -> Column | None:
    """Return the column that is read and holds the sum of both sexes, one of which *part* counts.

    A bare "L" or "P" belongs to the only such sum.
    """
    above = _header_without_sex(part)
    sums = {
        column.index: (column, header)
        for column in columns
        if column.kind is ColumnKind.FIGURE and (header := _header_of_sum(column)) is not None
    }
    if above == "" and len(sums) == 1:
        return next(iter(sums.values()))[0]
    return next((column for column, header in sums.values() if header == above), None)


def _header_of_sum(column: Column) -> str | None:
    """What the header of a sum says without its last word, None where it names no sum."""
    words = plain_words(column.header)
    found = _last(BOTH_SEXES, words) or _last(_SUM, words)
    return words[: found.start()].strip() if found else None


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    return next((found for found in pattern.finditer(words) if found.end() == len(words)), None)


def _header_without_sex(column: Column) -> str:
    """What the header of men or women says without them, "-" where it is of neither."""
    words = plain_words(column.header)
    found = None if _last(BOTH_SEXES, words) else _ONE_SEX.search(words)
    return words[: found.start()].strip() if found else "-"
