"""Errors the model raises on purpose; ``str(error)`` is a sentence fit to show. Anything else is a bug."""


class ModelError(Exception):
    """Base of every error that a user can act on."""


class UnusableFileError(ModelError):
    """A file that cannot be used at all: empty, truncated, protected, not a workbook, a bomb.

    ``code`` names the reason, for tests and translations; the message is the plain sentence, and
    ``facts`` what it names, to say it in another language.
    """

    def __init__(self, code: str, sentence: str, **facts: object) -> None:
        super().__init__(sentence)
        self.code = code
        self.facts = facts


class UnanswerableError(ModelError):
    """A question that the book cannot answer, such as a position that it does not hold."""
