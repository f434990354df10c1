"""The values that may cross between the processes: which classes, and what each of their fields may hold."""

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cache
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

Fits = Callable[[object], bool]
NATIVE: Final = frozenset([str, int, float, bool, type(None)])
"""What JSON has itself."""
TIMES: Final[Mapping[str, type]] = {
    "date": date, "datetime": datetime, "time": time, "timedelta": timedelta,
}  # fmt: skip


@cache
def known_classes() -> Mapping[str, type]:
    """Return the classes of the model that may cross, by module and name: what an answer can hold."""
    from model.excel.by_name_together import Answer
    from model.excel.cell_block import FoundCells
    from model.excel.importing import Import

    found: dict[str, type] = {}
    waiting: list[object] = [Import, FoundCells, Answer]
    while waiting:
        hint = waiting.pop()
        waiting += get_args(hint)
        if not isinstance(hint, type) or class_name(hint) in found:
            continue
        if is_dataclass(hint):
            waiting += field_types(hint)
        elif not issubclass(hint, Enum):
            continue
        found[class_name(hint)] = hint
    return types.MappingProxyType(found)


def class_name(kind: type) -> str:
    """Return what a class is called on its way."""
    return f"{kind.__module__}.{kind.__qualname__}"


@cache
def field_types(kind: type) -> tuple[object, ...]:
    """Return the types of the fields of a class, in their order."""
    hints = get_type_hints(kind)
    return tuple(hints[field.name] for field in fields(kind))


@cache
def checks(kind: type) -> tuple[Fits, ...]:
    """Return for each field of a class what says whether a value fits into it."""
    return tuple(map(_check, field_types(kind)))


@cache
def _check(hint: Any) -> Fits:  # noqa: ANN401  a type as it is written down
    plain = _plain(hint)
    if plain is not None:
        has_texts = str in plain  # a choice is a text as well
        return lambda value: type(value) in plain or (has_texts and isinstance(value, str))
    origin, parts = get_origin(hint), get_args(hint)
    if hint is object:
        return lambda value: True
    if origin in (Union, types.UnionType):
        some = tuple(map(_check, parts))
        return lambda value: any(fits(value) for fits in some)
    if origin is Literal:
        return lambda value: value in parts and isinstance(value, str)
    if origin is tuple:
        return _tuple_check(parts)
    if origin is frozenset:
        return _all_of(frozenset, parts[0])
    if origin is not None and issubclass(origin, Mapping):
        keys, values = _all_of(tuple, parts[0]), _all_of(tuple, parts[1])
        return lambda value: type(value) is dict and keys(tuple(value)) and values(tuple(value.values()))
    raise TypeError(hint)


def _plain(hint: Any) -> frozenset[type] | None:  # noqa: ANN401
    """The exact types that a hint stands for where it names nothing but types; None for anything else."""
    if isinstance(hint, type) and get_origin(hint) is None and hint is not object:
        return frozenset([int, float]) if hint is float else frozenset([hint])
    if get_origin(hint) in (Union, types.UnionType):
        parts = [_plain(part) for part in typing.get_args(hint)]
        if None not in parts:
            return frozenset().union(*(part for part in parts if part))
    return None


def _tuple_check(parts: tuple[Any, ...]) -> Fits:
    if len(parts) == 2 and parts[1] is ...:
        return _all_of(tuple, parts[0])
    each = tuple(map(_check, parts))
    return lambda value: (
        type(value) is tuple
        and len(value) == len(each)
        and all(fits(part) for fits, part in zip(each, value, strict=True))
    )


def _all_of(kind: type, hint: Any) -> Fits:  # noqa: ANN401
    plain, fits = _plain(hint) or frozenset(), _check(hint)

    def check(value: object) -> bool:
        if not isinstance(value, kind):
            return False
        # At once where it can be: a hundred thousand cells.
        return set(map(type, value)) <= plain or all(map(fits, value))  # type: ignore[call-overload]

    return check
