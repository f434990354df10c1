"""What is counted: the measures that an observation can carry."""

from enum import StrEnum


class Measure(StrEnum):
    """A counted or reported quantity. All are people but ``REPORTED_COVERAGE``, a fraction.

    The values are written to no file; books carry the Indonesian label of
    ``resources/wording`` (section ``measure``).
    """

    ELIGIBLE = "eligible"
    ACTIVE = "active"
    EMPLOYED = "employed"
    INACTIVE = "inactive"
    REPORTED_COVERAGE = "reported_coverage"
    REPORTED_UNPROTECTED = "reported_unprotected"
    TARGET = "target"


PEOPLE = frozenset(Measure) - {Measure.REPORTED_COVERAGE}
"""The measures that count people, and may therefore be added."""
