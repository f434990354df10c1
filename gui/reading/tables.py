"""A table of observations on its way between the processes: bare columns, texts that repeat only once."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from model.observations import COLUMNS

_BLOCK: Final = 50_000
"""Texts made in one breath: Python does nothing else meanwhile, not even draw the window."""
_REPEATING: Final = 0.5
"""A column with more different texts than this part of its rows is sent text by text."""
_BETWEEN: Final = "\0"
_NUMBERS: Final = {"as_of": "<M8[ns]", "value": "<f8"}
"""The columns that hold no texts, and as what they are sent."""
_WIDTHS: Final = (1, 2, 4)

Part = bytes | memoryview
Beside = Callable[[Part], int]
"""Sends a part beside the others and returns its number."""
Parts = Callable[[object], bytes | bytearray]
"""Returns the part of a number."""


def written_table(frame: pd.DataFrame, beside: Beside) -> list[Any]:
    """Return what stands for the columns of a table of observations; what they hold is sent *beside*."""
    return [_written(frame[name], name, beside) for name in COLUMNS]


def read_table(length: object, columns: Sequence[Any], parts: Parts) -> pd.DataFrame:
    """Return the table of *length* rows again; ValueError where it is none of observations."""
    if type(length) is not int or len(columns) != len(COLUMNS):
        raise ValueError
    made = {name: _read(name, told, parts) for name, told in zip(COLUMNS, columns, strict=True)}
    if {len(column) for column in made.values()} != {length}:
        raise ValueError
    return pd.DataFrame(made, index=pd.RangeIndex(length), copy=False)


def _written(column: "pd.Series[Any]", name: str, beside: Beside) -> list[Any]:
    if name in _NUMBERS:
        return [beside(_bytes(np.ascontiguousarray(column.to_numpy().astype(_NUMBERS[name]))))]
    texts = column.to_numpy(dtype=object)
    codes, different = pd.factorize(texts)
    if (codes < 0).any():
        raise ValueError("a text column with gaps")
    if len(different) > _REPEATING * len(texts):
        return [None, 0, *map(beside, _blocks(texts))]
    width = 1 if len(different) <= 256 else 2 if len(different) <= 65_536 else 4
    return [beside(_bytes(codes.astype(f"<u{width}"))), width, *map(beside, _blocks(different))]


def _bytes(values: "np.ndarray[Any, Any]") -> Part:
    return memoryview(values.view("u1").data)


def _blocks(texts: "np.ndarray[Any, Any]") -> Iterator[Part]:
    """The texts as parts of many each; those with the sign that stands between texts as JSON."""
    for start in range(0, len(texts), _BLOCK):
        block = texts[start : start + _BLOCK].tolist()
        joined = _BETWEEN.join(block)
        if joined.count(_BETWEEN) == len(block) - 1:
            yield b"t" + joined.encode("utf-8", "surrogatepass")
        else:
            yield b"j" + json.dumps(block).encode("ascii")


def _read(name: str, told: Sequence[Any], parts: Parts) -> Any:  # noqa: ANN401  an array
    if name in _NUMBERS:
        (number,) = told
        return np.frombuffer(parts(number), dtype=_NUMBERS[name])
    codes, width, *blocks = told
    texts = np.empty(0, dtype=object)
    if blocks:
        texts = np.concatenate([_texts(parts(block)) for block in blocks])
    if codes is not None:
        if width not in _WIDTHS:
            raise ValueError
        texts = texts[np.frombuffer(parts(codes), dtype=f"<u{width}")]
    return pd.array(texts, dtype="str")


def _texts(block: bytes | bytearray) -> "np.ndarray[Any, Any]":
    content = memoryview(block)
    if block[:1] == b"t":
        texts = str(content[1:], "utf-8", "surrogatepass").split(_BETWEEN)
    else:
        texts = json.loads(str(content[1:], "ascii"))
        if block[:1] != b"j" or type(texts) is not list or set(map(type, texts)) - {str}:
            raise ValueError
    made = np.empty(len(texts), dtype=object)
    made[:] = texts
    return made
