"""Values on their way between the processes: pickles that name nothing but our own values.

A table goes as bare columns beside the pickle, texts that repeat only once, so that a million
rows are packed, sent and unpacked in well under a second and never in one long breath.
"""

import io
import pickle
import sys
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

_BLOCK: Final = 50_000
"""Texts made in one breath: Python does nothing else meanwhile, not even draw the window."""
_REPEATING: Final = 0.5
"""A column with more different texts than this part of its rows is sent text by text."""
_BETWEEN: Final = "\0"
_PLAIN: Final = {
    ("datetime", "date"), ("datetime", "datetime"), ("datetime", "time"), ("datetime", "timedelta"),
    ("decimal", "Decimal"),
}  # fmt: skip


class ForeignValueError(pickle.UnpicklingError):
    """A parcel names something that is no value of ours."""


def packed(value: object) -> list[bytes | memoryview]:
    """Return *value* as the parts of a frame: the pickle first, then the columns of its tables."""
    columns: list[pickle.PickleBuffer] = []
    stream = io.BytesIO()
    _Packer(stream, protocol=5, buffer_callback=columns.append).dump(value)
    return [stream.getvalue(), *(column.raw() for column in columns)]


def unpacked(parts: Sequence[bytes | bytearray]) -> Any:  # noqa: ANN401  whatever was packed
    """Return the value in the parts of a frame.

    Raises ForeignValueError, or what a damaged pickle makes Python raise; nothing but classes of
    values of the model, and dates, are ever called, and nothing that others hold is changed.
    """
    unpacker = _Unpacker(io.BytesIO(parts[0]), buffers=parts[1:])
    try:
        return unpacker.load()
    finally:
        unpacker.put_right()


class _Packer(pickle.Pickler):
    def reducer_override(self, obj: Any) -> Any:  # noqa: ANN401  as the base class has it
        if isinstance(obj, Enum):  # Python 3.11.2, which is Debian 12's, would call getattr for it
            return type(obj), (obj.value,)
        pandas = sys.modules.get("pandas")
        if pandas is not None and isinstance(obj, pandas.DataFrame):
            return _table, (len(obj), {str(name): _column(obj[name]) for name in obj.columns})
        kind = type(obj)
        if is_dataclass(kind) and kind.__reduce__ is object.__reduce__:
            return kind, tuple(getattr(obj, field.name) for field in fields(kind))
        return NotImplemented


class _Maker:
    """Stands in a parcel for what may be called: a pickle can set nothing of it, as it could of a class."""

    __slots__ = ("_made_by",)

    def __init__(self, made_by: Callable[..., Any]) -> None:
        self._made_by = made_by

    def __call__(self, *values: object) -> Any:  # noqa: ANN401  whatever is made
        return self._made_by(*values)

    def __setstate__(self, state: object) -> None:
        raise ForeignValueError(type(state).__name__)


class _Unpacker(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, *, buffers: Sequence[bytes | bytearray]) -> None:
        super().__init__(stream, buffers=buffers)
        self._given: dict[int, tuple[Enum, dict[str, object]]] = {}

    def find_class(self, module: str, name: str, /) -> Any:  # noqa: ANN401  as the base class has it
        if (module, name) == (_table.__module__, _table.__name__):
            return _Maker(_table)
        if (module, name) in _PLAIN:
            return _Maker(super().find_class(module, name))
        if module.split(".")[0] == "model" and "." not in name:
            found = super().find_class(module, name)
            is_own = isinstance(found, type) and found.__module__ == module
            is_value = is_own and is_dataclass(found)
            if is_value:
                return _Maker(found)
            if is_own and issubclass(found, Enum):
                return _Maker(lambda value: self._member(found, value))
        raise ForeignValueError(f"{module}.{name}")

    def _member(self, kind: type[Enum], value: object) -> Enum:
        """A member of an enumeration, which everybody shares: how it is now is remembered."""
        member = kind(value)
        self._given.setdefault(id(member), (member, dict(vars(member))))
        return member

    def put_right(self) -> None:
        """Undo what the pickle set in shared members; ForeignValueError where it set anything."""
        spoilt = [(member, before) for member, before in self._given.values() if vars(member) != before]
        for member, before in spoilt:
            vars(member).clear()
            vars(member).update(before)
        if spoilt:
            raise ForeignValueError(type(spoilt[0][0]).__name__)


def _column(column: "pd.Series[Any]") -> tuple[object, ...]:
    """A column as (type, its numbers) or (type, numbers of texts, the different texts in blocks)."""
    import numpy as np
    import pandas as pd

    if column.dtype.kind in "fiuMm":
        values = np.ascontiguousarray(column.to_numpy())
        return values.dtype.str, _numbers(values)
    texts = column.to_numpy(dtype=object)
    codes, different = pd.factorize(texts)
    if (codes < 0).any():
        raise ForeignValueError("a text column with gaps")
    if len(different) > _REPEATING * len(texts):
        return "str", None, _blocks(texts)
    width = np.uint8 if len(different) <= 256 else np.uint16 if len(different) <= 65_536 else np.uint32
    return "str", _numbers(codes.astype(width)), _blocks(different), width().itemsize


def _numbers(values: "np.ndarray[Any, Any]") -> pickle.PickleBuffer:
    """The bytes of an array, to be sent beside the pickle; days have no other way to give theirs."""
    return pickle.PickleBuffer(values.view("u1").data)


def _blocks(texts: "np.ndarray[Any, Any]") -> tuple[object, ...]:
    blocks: list[object] = []
    for start in range(0, len(texts), _BLOCK):
        block = texts[start : start + _BLOCK].tolist()
        joined = _BETWEEN.join(block)
        fits = joined.count(_BETWEEN) == len(block) - 1
        blocks.append((joined.encode("utf-8", "surrogatepass")) if fits else tuple(block))
    return tuple(blocks)


def _table(length: int, columns: dict[str, tuple[Any, ...]]) -> "pd.DataFrame":
    import pandas as pd

    made = {name: _series(length, *column) for name, column in columns.items()}
    return pd.DataFrame(made, index=pd.RangeIndex(length), copy=False)


def _series(length: int, kind: str, raw: Any, blocks: Any = (), width: int = 1) -> Any:  # noqa: ANN401
    import numpy as np
    import pandas as pd

    if kind != "str":
        return np.frombuffer(raw, dtype=np.dtype(kind))
    texts = np.empty(_count(blocks), dtype=object)
    start = 0
    for block in blocks:
        told = block.decode("utf-8", "surrogatepass").split(_BETWEEN) if isinstance(block, bytes) else block
        texts[start : start + len(told)] = told
        start += len(told)
    if raw is not None:
        texts = texts[np.frombuffer(raw, dtype=f"<u{width}")]
    if len(texts) != length:
        raise ForeignValueError("a column of another length")
    return pd.array(texts, dtype="str")


def _count(blocks: Sequence[Any]) -> int:
    return sum(
        block.count(_BETWEEN.encode()) + 1 if isinstance(block, bytes) else len(block) for block in blocks
    )
