"""Settings that last as long as the program: for the safe mode."""

from typing import Any, Protocol


class Store(Protocol):
    """What gui.settings asks of a store; QSettings is one."""

    def value(self, key: str, /) -> Any: ...  # noqa: ANN401  whatever was put there

    def setValue(self, key: str, value: Any, /) -> None: ...  # noqa: ANN401

    def clear(self) -> None: ...

    def sync(self) -> None: ...


class MemoryStore:
    """A store that forgets everything with the program."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def value(self, key: str, /) -> Any:  # noqa: ANN401
        return self._values.get(key)

    def setValue(self, key: str, value: Any, /) -> None:  # noqa: ANN401
        self._values[key] = value

    def clear(self) -> None:
        self._values.clear()

    def sync(self) -> None:
        """Nothing is written."""
