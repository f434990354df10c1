"""What the reading library does when a file is not as it should be, as our own sentences."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import python_calamine as calamine

from model.excel.refusal import refusal

_RUST_PANIC: Final = "PanicException"


@contextmanager
def plain_failures(file: str) -> Iterator[None]:
    """Turn every failure of the reading library into a sentence; its panics are no ordinary errors."""
    try:
        yield
    except calamine.PasswordError as error:
        raise refusal("password", file) from error
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise refusal("damaged", file) from error
    except BaseException as error:
        if type(error).__name__ == _RUST_PANIC:
            raise refusal("damaged", file) from None
        raise
