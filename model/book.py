"""The coverage book: the frozen document that everything is computed from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final, Literal

import pandas as pd

from model import observations, same_figures
from model.observations import KEY, table
from model.periods import Period
from model.problems import Problem, Severity, ordered
from model.recipes import Recipe, joined
from model.segments import ALL

Kind = Literal["percent", "people"]
Paper = Literal["f4", "folio", "a4"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file that figures came from. ``id`` is unique in a book; ``file`` has no folders."""

    id: str
    file: str
    sha256: str = ""
    read_at: datetime | None = None
    recipe: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """One target: *value* is a fraction for "percent", people for "people"."""

    as_of: Period
    region: str
    kind: Kind
    value: float
    segment: str = ALL


@dataclass(frozen=True, slots=True)
class TargetSet:
    """A named family of targets with the document that it rests on; never "the target"."""

    name: str
    basis: str = ""
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A published sentence's figures (press, letter). Fractions and people; None: not stated."""

    published: date | None
    publisher: str
    as_of: Period
    region: str
    segment: str = ALL
    coverage: float | None = None
    active: float | None = None
    eligible: float | None = None
    unprotected: float | None = None
    target: float | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs a sheet. ``nip`` as written, digits in groups of 8-6-1-3 or empty."""

    position: str = ""
    name: str = ""
    rank: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """What the sheet ``Kantor`` holds: letterhead, signatory, thresholds, paper."""

    province: str = ""
    letterhead: tuple[str, ...] = ()
    place: str = ""
    signatory: Signatory = Signatory()
    paper: Paper = "f4"
    on_track: float = 0.95
    watch: float = 0.60
    break_tolerance: float = 0.02
    """Change of the province's unnamed base above which a break is drawn (fraction)."""
    plausible_base: tuple[float, float] = (0.6, 0.9)
    """Eligible / employed outside this band is implausible (domain: Kalteng 0.675-0.72, Kotim 0.86)."""


@dataclass(frozen=True, slots=True)
class Note:
    """An interpretation or a sign-off that the office wrote."""

    written: date | None
    author: str
    text: str


_NO_OFFICE: Final = Office()


@dataclass(frozen=True, eq=False)
class Book:
    """Everything that is known. Treat ``observations`` as immutable: a change makes a new Book.

    ``problems`` holds what reading found; what checks of the figures find is computed
    (model.quality). ``read_only`` says why the book may not be saved, "" if it may.
    """

    observations: pd.DataFrame = field(default_factory=table)
    sources: tuple[Source, ...] = ()
    target_sets: tuple[TargetSet, ...] = ()
    claims: tuple[Claim, ...] = ()
    office: Office = _NO_OFFICE
    notes: tuple[Note, ...] = ()
    recipes: tuple[Recipe, ...] = ()
    """How files of certain forms were read; the one used last stands first."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """What the office calls a region: the name in plain words -> its code."""
    problems: tuple[Problem, ...] = ()
    read_only: str = ""

    @property
    def province(self) -> str:
        """The office's province: as set, else the one that most regions belong to, else ""."""
        if self.office.province or not len(self.observations):
            return self.office.province
        provinces = Counter(str(code)[:2] for code in self.observations["region"].unique())
        return provinces.most_common(1)[0][0]

    def source(self, identifier: str) -> Source | None:
        """Return the source with that id, or None."""
        return next((source for source in self.sources if source.id == identifier), None)

    def target_set(self, name: str) -> TargetSet | None:
        """Return the target set of that name, or None."""
        return next((found for found in self.target_sets if found.name == name), None)


def merged(books: tuple[Book, ...]) -> Book:
    """Return the books as one, like imports into the first: figures, targets and sources together.

    The first office that names a province, a letterhead or a signatory is kept. Source ids that
    collide are told apart. A file that an earlier book holds already (the same SHA-256) is one
    source: figures from its cells are not doubled, nor is any figure that an earlier book has exactly
    so, and that is said; its source is kept. Contradicting figures stay side by side; model.quality
    finds them, and the earlier book's counts.
    """
    told_apart = _with_distinct_sources(books)
    offices = [book.office for book in told_apart if book.office != _NO_OFFICE]
    return Book(
        observations=observations.concatenated(book.observations for book in told_apart),
        sources=tuple(source for book in told_apart for source in book.sources),
        target_sets=_joined(found for book in told_apart for found in book.target_sets),
        claims=tuple(dict.fromkeys(claim for book in told_apart for claim in book.claims)),
        office=offices[0] if offices else _NO_OFFICE,
        notes=tuple(dict.fromkeys(note for book in told_apart for note in book.notes)),
        recipes=joined(book.recipes for book in told_apart),
        aliases={name: code for book in reversed(told_apart) for name, code in book.aliases.items()},
        problems=ordered(tuple(problem for book in told_apart for problem in book.problems)),
        read_only=next((book.read_only for book in told_apart if book.read_only), ""),
    )


def _joined(found: Iterable[TargetSet]) -> tuple[TargetSet, ...]:
    """Return the sets with those of one name as one; a set that contradicts it is kept beside it, under
    another name."""
    sets: dict[str, TargetSet] = {}
    for other in found:
        name, number = other.name, 2
        while name in sets and not _agree(sets[name], other):
            name, number = f"{other.name} ({number})", number + 1
        before = sets.get(name, replace(other, name=name, targets=()))
        targets = tuple(dict.fromkeys((*before.targets, *other.targets)))
        sets[name] = replace(before, basis=before.basis or other.basis, targets=targets)
    return tuple(sets.values())


def _agree(one: TargetSet, other: TargetSet) -> bool:
    """Say whether two sets of one name are parts of one: one basis, and nowhere two targets for a place."""
    if one.basis and other.basis and one.basis != other.basis:
        return False
    known = {replace(target, value=0.0): target.value for target in one.targets}
    return all(known.get(replace(it, value=0.0), it.value) == it.value for it in other.targets)


def _with_distinct_sources(books: tuple[Book, ...]) -> tuple[Book, ...]:
    taken: dict[str, str] = {}
    """What identifies a file -> the id of its source."""
    files: dict[str, str] = {}
    distinct: list[Book] = []
    for book in books:
        names, fresh = {}, []
        for source in book.sources:
            identity = source.sha256 or f"{source.id} {source.file}"
            if identity not in taken:
                fresh.append(replace(source, id=_free_name(source.id, set(taken.values()))))
                taken[identity] = fresh[-1].id
            names[source.id] = taken[identity]
        renamed = book.observations
        if any(old != new for old, new in names.items()):
            renamed = renamed.assign(source=renamed["source"].replace(names))
        shared = [source for source in book.sources if names[source.id] not in {one.id for one in fresh}]
        files |= {source.id: source.file for source in fresh}
        # Targets of an office's file are called after it.
        sets = tuple(replace(one, name=names.get(one.name, one.name)) for one in book.target_sets)
        found = replace(book, observations=renamed, sources=tuple(fresh), target_sets=sets)
        distinct.append(_without_doubles(found, distinct, shared, names, files) if distinct else found)
    return tuple(distinct)


def _free_name(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name


def _near(frame: pd.DataFrame, earlier: list[Book], sources: set[str]) -> Iterator[pd.DataFrame]:
    """Yield the figures of the books that have some for a position of *frame*, or from one of *sources*."""
    days = frame["as_of"].unique()
    for book in earlier:
        known = book.observations
        if known["as_of"].isin(days).any() or (sources and known["source"].isin(sources).any()):
            yield known


def _without_doubles(
    book: Book, earlier: list[Book], shared: list[Source], names: Mapping[str, str], files: Mapping[str, str]
) -> Book:
    """Drop the figures that an earlier book has already, and say so: those of a *shared* source whose
    cells it has read, and every figure that is the very same."""
    frame = book.observations
    before = observations.concatenated(_near(frame, earlier, {names[source.id] for source in shared}))
    rows = same_figures.repeated(frame, before)
    is_double, is_shared = rows >= 0, pd.Series(data=False, index=frame.index)
    problems = []
    for source in shared:
        # A source that is no file has no bytes to compare: there the figure must be the same as well.
        same = ["sheet", "cell"] if source.sha256 else ["sheet", "cell", *KEY, "value"]
        mine, theirs = (one[one["source"] == names[source.id]] for one in (frame, before))
        double = pd.MultiIndex.from_frame(mine[same]).isin(pd.MultiIndex.from_frame(theirs[same]))
        is_double |= frame.index.isin(mine.index[double])
        is_shared |= frame.index.isin(mine.index)
        count = int(is_double[mine.index].sum())
        if count and source.sha256:
            facts = {"count": count, "added": len(mine) - count}
            code = "file_read_before_more" if facts["added"] else "file_read_before"
            problems.append(Problem(Severity.INFO, code, source.file, facts={"file": source.file, **facts}))
    problems += same_figures.told(frame, before, rows.mask(is_shared, -1), files)
    kept = frame[~is_double].reset_index(drop=True)
    return replace(book, observations=kept, problems=(*problems, *book.problems))
