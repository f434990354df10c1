"""Values on their way between the processes: JSON that can name nothing but known classes of the model.

What comes is made by their constructors alone, after every field was held against its type. Cells of
pictures and columns of tables go beside it as parts of their own, so that a million rows are packed,
sent and unpacked in well under a second and never in one long breath.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from gui.reading.values import NATIVE, TIMES, checks, class_name, known_classes

if TYPE_CHECKING:
    import pandas as pd

Part = bytes | memoryview
LARGEST: Final = 128 * 1024**2
"""Bytes of JSON that are looked at: of hostile ones Python makes twenty times as many."""
_DEEPEST: Final = 40
_CELLS: Final = 20_000
"""Cells made in one breath: Python does nothing else meanwhile, not even draw the window."""
_MANY_ROWS: Final = 20


class ForeignValueError(Exception):
    """A parcel holds something that is no value of ours."""


def packed(value: object) -> list[Part]:
    """Return *value* as the parts of a frame: the JSON first, then what goes beside it."""
    parts: list[Part] = [b""]
    parts[0] = _json(_Writer(parts).written(value))
    if len(parts[0]) > LARGEST:
        raise ForeignValueError("too large")
    return parts


def unpacked(parts: Sequence[bytes | bytearray]) -> Any:  # noqa: ANN401  whatever was packed
    """Return the value in the parts of a frame; ForeignValueError for anything that is none of ours.

    Nothing but constructors of known classes is ever called, and only with what fits their fields.
    """
    try:
        reader = _Reader(_Parts(parts))
        return reader.read(reader.parts.loaded(0), 0)
    except ForeignValueError:
        raise
    except (ValueError, TypeError, LookupError, RecursionError, OverflowError, ArithmeticError) as error:
        raise ForeignValueError(type(error).__name__) from error


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")


class _Parts:
    """The parts of a frame, each to be taken once: what was sent once is not made a thousand times."""

    def __init__(self, parts: Sequence[bytes | bytearray]) -> None:
        self._left = dict(enumerate(parts))

    def take(self, number: object) -> bytes | bytearray:
        """Return a part; ForeignValueError where there is none such (any more)."""
        if type(number) is not int or number not in self._left:
            raise ForeignValueError("no such part")
        return self._left.pop(number)

    def loaded(self, number: object) -> Any:  # noqa: ANN401  any JSON
        """Return the JSON of a part."""
        part = self.take(number)
        if len(part) > LARGEST:
            raise ForeignValueError("too large")
        return json.loads(str(part, "ascii"))


class _Writer:
    def __init__(self, parts: list[Part]) -> None:
        self._parts = parts

    def written(self, value: Any) -> Any:  # noqa: ANN401  whatever may cross
        kind = type(value)
        if kind in NATIVE:
            return value
        if kind is tuple:
            rows = self._rows(value)
            return rows or ["t", *map(self.written, value)]
        if kind is list or kind is frozenset:
            return [kind.__name__[0], *map(self.written, value)]
        if isinstance(value, Enum) or is_dataclass(kind):
            return self._own(value, kind)
        if isinstance(value, Mapping):
            return ["m", *([self.written(key), self.written(each)] for key, each in value.items())]
        if kind.__name__ in TIMES and TIMES[kind.__name__] is kind:
            return [kind.__name__, *_of_time(value)]
        return self._table(value)

    def _own(self, value: Any, kind: type) -> list[Any]:  # noqa: ANN401
        name = class_name(kind)
        if known_classes().get(name) is not kind:
            raise ForeignValueError(name)
        if isinstance(value, Enum):
            return ["e", name, value.value]
        return ["c", name, *(self.written(getattr(value, field.name)) for field in fields(value))]

    def _rows(self, rows: tuple[Any, ...]) -> list[Any] | None:
        """The rows of a sheet as parts of many rows each, and the cells beside that JSON does not have."""
        if len(rows) < _MANY_ROWS or any(type(row) is not tuple for row in rows):
            return None
        others: list[Any] = []
        plain: list[Sequence[Any]] = []
        for number, row in enumerate(rows):
            if set(map(type, row)) <= NATIVE:
                plain.append(row)
                continue
            plain.append([cell if type(cell) in NATIVE else None for cell in row])
            others += (
                [number, column, self.written(cell)]
                for column, cell in enumerate(row)
                if type(cell) not in NATIVE
            )
        step = max(1, _CELLS // max(1, len(rows[0])))
        places = [self._beside(_json(plain[start : start + step])) for start in range(0, len(plain), step)]
        return ["r", places, others]

    def _table(self, value: object) -> list[Any]:
        import pandas as pd

        from gui.reading.tables import written_table

        if not isinstance(value, pd.DataFrame):
            raise ForeignValueError(type(value).__name__)
        return ["x", len(value), *written_table(value, self._beside)]

    def _beside(self, part: Part) -> int:
        self._parts.append(part)
        return len(self._parts) - 1


class _Reader:
    def __init__(self, parts: _Parts) -> None:
        self.parts = parts
        self._made: Mapping[str, Callable[[list[Any], int], object]] = {
            "t": lambda rest, depth: tuple(self._each(rest, depth)),
            "l": self._each,
            "f": lambda rest, depth: frozenset(self._each(rest, depth)),
            "m": self._mapping,
            "e": self._choice,
            "c": self._own,
            "r": self._rows,
            "x": self._table,
        }

    def read(self, told: Any, depth: int) -> Any:  # noqa: ANN401  whatever may cross
        if type(told) in NATIVE:
            return told
        if type(told) is not list or not told or type(told[0]) is not str or depth > _DEEPEST:
            raise ForeignValueError("no value")
        if told[0] in TIMES:
            return _time(told[0], told[1:])
        if told[0] not in self._made:
            raise ForeignValueError("no value")
        return self._made[told[0]](told[1:], depth + 1)

    def _each(self, told: list[Any], depth: int) -> list[Any]:
        return [self.read(one, depth) for one in told]

    def _mapping(self, told: list[Any], depth: int) -> dict[Any, Any]:
        return {self.read(key, depth): self.read(value, depth) for key, value in told}

    def _choice(self, told: list[Any], depth: int) -> object:
        kind, value = self._kind(told[0]), told[1]
        if not issubclass(kind, Enum) or type(value) not in NATIVE or len(told) != 2:
            raise ForeignValueError("no choice")
        return kind(value)

    def _own(self, told: list[Any], depth: int) -> object:
        kind = self._kind(told[0])
        if not is_dataclass(kind):
            raise ForeignValueError("no value")
        values = self._each(told[1:], depth)
        for fits, value in zip(checks(kind), values, strict=True):
            if not fits(value):
                raise ForeignValueError(f"a field of {kind.__name__}")
        return kind(*values)

    @staticmethod
    def _kind(name: object) -> type:
        found = known_classes().get(name) if isinstance(name, str) else None
        if found is None:
            raise ForeignValueError("an unknown class")
        return found

    def _rows(self, told: list[Any], depth: int) -> tuple[object, ...]:
        places, others = told
        rows: list[Any] = []
        for place in places:
            for row in self.parts.loaded(place):
                if type(row) is not list or not set(map(type, row)) <= NATIVE:
                    raise ForeignValueError("no row")
                rows.append(row)
        for number, column, cell in others:
            rows[number][column] = self.read(cell, depth)
        return tuple(map(tuple, rows))

    def _table(self, told: list[Any], depth: int) -> "pd.DataFrame":
        from gui.reading.tables import read_table

        return read_table(told[0], told[1:], self.parts.take)


def _of_time(value: Any) -> list[Any]:  # noqa: ANN401  a day, an hour, a span
    if isinstance(value, timedelta):
        return [value.days, value.seconds, value.microseconds]
    return [value.isoformat()]


def _time(name: str, told: list[Any]) -> date | time | timedelta:
    if name == "timedelta":
        days, seconds, parts = told
        if {type(days), type(seconds), type(parts)} != {int}:
            raise ForeignValueError("no span")
        return timedelta(days, seconds, parts)
    (text,) = told
    if name == "date":
        return date.fromisoformat(text)
    return datetime.fromisoformat(text) if name == "datetime" else time.fromisoformat(text)
