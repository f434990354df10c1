"""Any book whatever, for tests that hold for all of them; and a small one, written and read."""

from datetime import date, datetime
from pathlib import Path

from hypothesis import strategies as st

from model.book import Book, Claim, Note, Office, Signatory, Source, Target, TargetSet
from model.excel.answers import About, Answers
from model.excel.book_file import read_book, write_book
from model.excel.book_schema import OWN_SOURCE
from model.excel.grid import a1
from model.excel.header_words import plain_words
from model.excel.reader import read_grid
from model.measures import Measure
from model.observations import Nature, Observation, table
from model.periods import Period, at_day, quarter, year
from model.recipes import Recipe
from model.regions import regions
from model.segments import ALL, SEGMENTS

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zs", "Zl", "Zp"]), min_size=1, max_size=20
)
maybe = texts | st.just("")
codes = st.sampled_from(sorted(regions()))
segments = st.sampled_from((ALL, *SEGMENTS))
positions = st.one_of(
    st.dates(date(1990, 1, 1), date(2099, 12, 31)).map(at_day),
    st.builds(quarter, st.integers(1990, 2099), st.integers(1, 4)),
    st.builds(year, st.integers(1990, 2099)),
)
# Excel keeps 15 digits of a number, so a count with a fraction has at most three decimals here.
people = st.one_of(st.integers(0, 10**9).map(float), st.integers(0, 10**9).map(lambda value: value / 1000))
shares = st.floats(0, 9.99, allow_subnormal=False).map(lambda value: round(value, 9))
moments = st.none() | st.datetimes(datetime(1990, 1, 1), datetime(2099, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0)
)


@st.composite
def observations(draw: st.DrawFn, row: int, sources: tuple[Source, ...]) -> Observation:
    """A figure that came from a file with its cell there, or was typed with its cell in ``Data``."""
    measure = draw(st.sampled_from(Measure))
    source = draw(st.sampled_from([Source(OWN_SOURCE, "buku.xlsx"), *sources]))
    cell = a1(draw(st.integers(0, 99)), draw(st.integers(0, 99)))
    sheet, cell = (draw(texts), cell) if source.sha256 else ("Data", f"F{row + 2}")
    return Observation(
        region=draw(codes),
        segment=draw(segments),
        as_of=draw(positions),
        measure=measure,
        value=draw(st.none() | (shares if measure is Measure.REPORTED_COVERAGE else people)),
        vintage=draw(maybe),
        nature=draw(st.sampled_from(Nature)),
        source=source.id,
        sheet=sheet,
        cell=cell,
        note=draw(maybe),
    )


targets = st.one_of(
    st.builds(Target, positions, codes, st.just("percent"), shares, segments),
    st.builds(Target, positions, codes, st.just("people"), people, segments),
)
claims = st.builds(
    Claim,
    published=st.none() | st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    publisher=maybe,
    as_of=positions,
    region=codes,
    segment=segments,
    coverage=st.none() | shares,
    active=st.none() | people,
    eligible=st.none() | people,
    unprotected=st.none() | people,
    target=st.none() | people,
    quote=maybe,
)
offices = st.builds(
    Office,
    province=st.sampled_from(sorted(code for code in regions() if len(code) == 2)),
    letterhead=st.lists(texts, max_size=6).map(tuple),
    place=maybe,
    signatory=st.builds(Signatory, maybe, maybe, maybe, maybe),
    paper=st.sampled_from(["f4", "folio", "a4"]),
    on_track=shares,
    watch=shares,
    break_tolerance=shares,
    plausible_base=st.tuples(shares, shares),
)
keys = st.text(st.characters(categories=["Ll"]), min_size=1, max_size=12)
days = st.none() | st.dates(date(2020, 1, 1), date(2099, 12, 31))
answers = st.builds(
    Answers,
    province=st.sampled_from(["", "62", "11"]),
    given=st.dictionaries(
        st.tuples(st.sampled_from([About.COLUMN, About.SCALE, About.NAME, About.TABLE]), keys),
        st.sampled_from(["leave", "active", "62.02"]),
        max_size=4,
    ),
)
recipes = st.builds(Recipe, texts, st.lists(keys, max_size=4).map(tuple), answers, maybe, days, days)
aliases = st.dictionaries(keys.map(plain_words).filter(bool), codes, max_size=3)


@st.composite
def books(draw: st.DrawFn) -> Book:
    sources = tuple(
        Source(f"sumber-{number}", draw(texts), draw(st.just("ab" * 32) | st.just("")), draw(moments), *pair)
        for number, pair in enumerate(draw(st.lists(st.tuples(maybe, maybe), max_size=3)))
    )
    found = [draw(observations(row, sources)) for row in range(draw(st.integers(0, 4)))]
    names = draw(st.lists(texts, max_size=2, unique=True))
    return Book(
        observations=table(found),
        sources=sources,
        target_sets=tuple(
            TargetSet(name, draw(maybe), tuple(draw(st.lists(targets, max_size=3)))) for name in names
        ),
        claims=tuple(draw(st.lists(claims, max_size=2))),
        office=draw(offices),
        notes=tuple(
            draw(st.lists(st.builds(Note, st.none() | st.dates(date(1990, 1, 1)), maybe, texts), max_size=2))
        ),
        recipes=tuple(draw(st.lists(recipes, max_size=2))),
        aliases=draw(aliases),
    )


def saved(book: Book, folder: Path) -> Book:
    path = folder / "buku.xlsx"
    write_book(book, path, "0.1.0")
    return read_book(read_grid(path))


def small_book() -> Book:
    active = Observation("62.03", "", Period(date(2025, 3, 31)), Measure.ACTIVE, 73_884.0, source=OWN_SOURCE)
    return Book(observations=table([active]), office=Office(province="62"))
