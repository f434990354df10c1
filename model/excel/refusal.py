"""Why a file cannot be used at all, in one plain sentence."""

from model import wording
from model.errors import UnusableFileError
from model.excel.notices import masked


def refusal(code: str, file: str, **facts: object) -> UnusableFileError:
    """Return the error that says why *file* (a name without folders) is of no use.

    A person's number in the name is masked. *code* selects the sentence in
    ``resources/wording/*/reading.toml`` (section ``unusable``).
    """
    file = masked(file)
    return UnusableFileError(
        code, wording.say(f"unusable.{code}", "id", file=file, **facts), file=file, **facts
    )
