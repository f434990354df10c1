"""Which cell of the coverage table is meant, and which figure it leads to."""

from dataclasses import dataclass
from typing import Final

from model.pedigree import FigureRef

NAMES: Final = frozenset({"rank", "name", "segment"})
"""Columns that say which row it is; to open one of them is to look into the region."""
FIGURE_OF: Final = {**dict.fromkeys((*NAMES, "trail", "nature"), "coverage"), "status": "attainment"}
OF_TARGET: Final = frozenset({"target", "shortfall", "attainment"})


@dataclass(frozen=True, slots=True)
class Place:
    """A cell by what it is, not by where it stands."""

    code: str
    segment: str
    column: str

    @property
    def figure(self) -> str:
        """The figure whose origin the cell leads to: some columns show one of another's."""
        return FIGURE_OF.get(self.column, self.column)

    def holds(self, ref: FigureRef) -> bool:
        """Say whether the cell leads to that figure, at whatever position."""
        return (self.code, self.segment, self.figure) == (ref.region, ref.segment, ref.name)
