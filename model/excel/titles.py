"""What stands above a table, and in the names of its sheet and file: position, measure, base, province."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath
from typing import Final

from model.excel.grid import Cell, Sheet
from model.excel.header_periods import Moment, moment_of
from model.excel.header_words import Meaning, header_text, meaning_of, plain_words, segments_in
from model.excel.title_lines import lines_of, without_asides
from model.excel.title_regions import regencies_in
from model.excel.vintages import vintage_of
from model.measures import Measure
from model.periods import Period, Precision, parse_period
from model.region_index import index
from model.region_text import PROVINSI, squeezed
from model.regions import provinces

_PLACE_AND_MONTH: Final = re.compile(r"[^\d,:]+,\s?[A-Za-z]+\s+\d{4}\s*")
"""A title "Kalimantan Tengah, Maret 2025", or the date of a letter without its day."""
_LAST: Final = 4
"""The weight of such a line: it says the position where no other line does."""
_REFERENCE: Final = re.compile(
    r"\b(?:surat|peraturan|keputusan|instruksi|undang|inpres|perpres|permen\w*|pergub|perda|perbup|perwali"
    r"|se|sk|uu|pp)\b[^;()]*?\b(?:nomor|no)\b[.:\s]*\S+(?:\s+tahun\s+\d{4})?"
    r"(?:\s*,?\s*(?:tanggal|tgl)\b[.:\s]*\d{1,2}\s+\w+\s+\d{4})?",
    re.IGNORECASE,
)
"""A letter or a law by its number, "Surat Edaran Nomor 1/SJ Tahun 2024": its year is no position."""
_STAMP: Final = re.compile(r"(?<!\d)(20[12]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_POSITION_WORDS: Final = re.compile(r"\b(?:keadaan|posisi|kondisi|per|sd|sampai|hingga|bulan|periode|data)\b")
_CLASSIFIED: Final = re.compile(
    r"\b(?:menurut|berdasarkan|per kab|tiap|setiap|se kal|di (?:provinsi|prov|kab|wilayah))\b.*"
)
_ABOUT: Final = re.compile(r"\b(?:perkembangan|perbandingan|tren|trend|gambaran|statistik|daftar)\b")
"""Words of a title that say nothing about what is counted."""
_NARROWS: Final = re.compile(
    r"\b(?:rentan|perempuan|laki laki|disabilitas|nelayan|petani|desa|kelurahan|kecamatan|honorer|non asn"
    r"|ojol|guru|rt rw|keagamaan|apbd|dbh|jht|jp|jkp|akuisisi|penambahan|pertumbuhan"
    r"|(?:peserta|tenaga kerja|tk|aktif) baru)\b"
)
_UNITS: Final = tuple(
    # Not "88 ribu pekerja", which is a number in a sentence.
    (
        re.compile(rf"(?:\b(?:dalam|satuan|unit)\W{{1,3}}|\(\s*x?\s*)(?:{word}|{word}an)\b", re.IGNORECASE),
        factor,
    )
    for word, factor in (("ribu", 1e3), ("juta", 1e6))
)
_AGENCY: Final = re.compile(
    r"\b(?:dinas|kementerian|kantor|balai|bidang|badan|unit|seksi|palang merah)\b", re.IGNORECASE
)
_CLAUSE: Final = re.compile(r"(?=\()|[);,\n·]")
_MONEY: Final = re.compile(
    r"\b(?:rupiah|rp|idr|iuran|anggaran|klaim|biaya|dana|upah|gaji|santunan|manfaat|nominal|pembayaran"
    r"|penerimaan|jaminan dibayar)\b",
    re.IGNORECASE,
)
_ROWS_LOOKED_AT: Final = 20


@dataclass(frozen=True)
class Titles:
    """The lines above a table from above, and the names that it goes by."""

    lines: tuple[Cell, ...]
    sheet: str
    file: str
    """The file's name without its ending."""
    context: tuple[Cell, ...] = ()
    """The titles of the whole sheet, where it has several tables and this is not the first."""

    @property
    def text(self) -> str:
        """The lines above the table as one text."""
        return " · ".join(_line(line) for line in self.lines if _line(line))

    @property
    def position(self) -> Moment:
        """The position that the titles name, made finer or completed by sheet and file name."""
        above = Moment()
        told = [*_by_weight(self._stated), *_by_weight(self.context)]
        for _, moment in sorted(told, key=lambda entry: entry[0] == _LAST):
            above = above.joined(moment)
        return above.joined(_name_moment(self.sheet)).joined(_name_moment(self.file))

    @property
    def _stated(self) -> tuple[Cell, ...]:
        """The lines that may say the position: not when a target is due, where another line names a time."""
        others = tuple(line for line in self.lines if not _is_about_target(line))
        return others if any(moment_of(line).is_known for line in others) else self.lines

    @property
    def due(self) -> Period | None:
        """When the targets of the table are due, where a line of its own says so."""
        told = {moment_of(line).settled() for line in self.lines if line not in self._stated} - {None}
        return told.pop() if len(told) == 1 else None

    @property
    def contradiction(self) -> tuple[Period, Period] | None:
        """The position of the title and another one in a title or the sheet's name that contradicts it.

        None where they agree. A title copied from last month and not changed is an old story.
        """
        stated = [
            moment.period for weight, moment in _weighted(self._stated) if weight == 0 and moment.period
        ]
        if other := next((period for period in stated[1:] if period != stated[0]), None):
            return stated[0], other
        title = Moment()
        for _, moment in _by_weight(self._stated):
            title = title.joined(moment)
        year = title.year or _name_moment(self.file).year
        said, named = title.settled(year), _name_moment(self.sheet).settled(year)
        if said is None or named is None or said == named:
            return None
        apart = not (said.contains(named.day) or named.contains(said.day))
        return (said, named) if apart else None

    @property
    def meaning(self) -> Meaning:
        """The measure of the whole table, where titles or names say exactly one."""
        # The title of the table above is about that table, unless this one has none of its own.
        lines = self.lines if any(map(_line, self.lines)) else self.context
        told = [meaning_of(_unclassified(_line(line))) for line in lines if _line(line)]
        told += [meaning_of(_unclassified(name)) for name in (self.sheet, self.file)]
        clear = [meaning for meaning in told if meaning.measure and not meaning.doubt]
        if not clear or len({meaning.measure for meaning in clear}) > 1:
            return Meaning(scale=self.scale)
        first = clear[0]
        return Meaning(first.measure, "", first.percent, any(m.sure for m in clear), self.scale, self.vintage)

    @property
    def segment(self) -> str:
        """The one segment that the whole table is about by its titles or its sheet's name, "" for none."""
        for texts in (map(_line, self.lines), (self.sheet,), map(_line, self.context)):
            # The "PU" of an agency's name is public works.
            about = (text for text in texts if not _AGENCY.search(text))
            found = {segment for text in about for segment in segments_in(text)}
            if found:
                return found.pop() if len(found) == 1 else ""
        return ""

    @property
    def scale(self) -> float:
        """How many people one unit of the whole table is: 1000 for "(dalam ribu orang)"."""
        clauses = [part for line in self.all_lines for part in _CLAUSE.split(_line(line)) if part]
        # "(iuran dalam ribu rupiah)" says nothing about people.
        told = [part for part in clauses if not _MONEY.search(part)]
        return next((factor for pattern, factor in _UNITS if any(map(pattern.search, told))), 1.0)

    @property
    def vintage(self) -> str:
        """The base that the titles name, "" for none."""
        return next((name for line in self.all_lines if (name := vintage_of(_line(line))[0])), "")

    @property
    def province(self) -> str:
        """The code of the one province that the titles name, "" for none or several."""
        found = {code for line in self.all_lines if (code := _province_in(_line(line)))}
        return found.pop() if len(found) == 1 else ""

    @property
    def all_lines(self) -> tuple[Cell, ...]:
        """The lines of the table and those of the whole sheet."""
        return (*self.lines, *self.context)

    def region(self, province: str) -> str:
        """Return the code of the one region that the whole table is about, "" where none is named.

        The nearest place that names a regency decides: the table's titles, the sheet's name, the
        titles of the sheet, the file's name; a province counts only where none of them does.
        """
        named = province or self.province
        own, context = (tuple(map(_line, lines)) for lines in (self.lines, self.context))
        for texts in (own, (self.sheet,), context, (self.file,)):
            found = {code for text in texts for code in regencies_in(text, named)}
            if found:
                return found.pop() if len(found) == 1 else ""
        return self.province

    @property
    def narrowing(self) -> str:
        """A word that says that the table is about some workers only ("rentan"), "" for none."""
        found = _NARROWS.search(plain_words(f"{self.text} {self.sheet}"))
        return found[0] if found else ""


def titles_above(
    sheet: Sheet, top: int, file: str, spanning: Iterable[Cell] = (), context: Iterable[Cell] = ()
) -> Titles:
    """Return the titles of the table whose header begins at row *top*; *spanning* are title-like headers.

    *context* are the titles of the whole sheet where it has several tables.
    """
    first = max(0, top - _ROWS_LOOKED_AT)
    cells = [cell for row in sheet.rows[first:top] for cell in lines_of(row)]
    return Titles(
        without_asides([*cells, *spanning]), sheet.name, PurePath(file).stem, without_asides(list(context))
    )


def _is_about_target(line: Cell) -> bool:
    return isinstance(line, str) and meaning_of(_unclassified(_line(line))).measure is Measure.TARGET


def _line(cell: Cell) -> str:
    return header_text(cell)


def _by_weight(lines: Sequence[Cell]) -> list[tuple[int, Moment]]:
    """The moments of the lines, those first that are said to be the position, then the finer ones."""
    return sorted(_weighted(lines), key=lambda entry: entry[0])


def _weighted(lines: Sequence[Cell]) -> list[tuple[int, Moment]]:
    """Each moment with its weight: 0 a whole period said to be the position, 1 a whole period, then years.

    What may be the date of a letter comes last.
    """
    weighted: list[tuple[int, Moment]] = []
    for line in lines:
        moment = moment_of(_REFERENCE.sub(" ", line) if isinstance(line, str) else line)
        if not moment.is_known:
            continue
        named = bool(_POSITION_WORDS.search(plain_words(_line(line)))) or not isinstance(line, str)
        whole = moment.period is not None
        weight = 0 if whole and named else 1 if whole else 2 if named else 3
        is_placed = isinstance(line, str) and _PLACE_AND_MONTH.fullmatch(line.strip())
        weighted.append((_LAST if is_placed and weight else weight, moment))
    return weighted


def _name_moment(name: str) -> Moment:
    name = _STAMP.sub(_stamped, name)
    return moment_of(re.sub(r"[_\-]+", " ", name) if not re.search(r"\d{1,4}-\d{1,2}", name) else name)


def _stamped(found: re.Match[str]) -> str:
    """A day in eight digits; only a month's end is a position, another day is that of the export."""
    period = parse_period("-".join(found.groups()))
    return " " if period is None or period.precision is Precision.DAY else period.iso


def _unclassified(text: str) -> str:
    """A title without what it is classified by: "... menurut kabupaten/kota di Provinsi X"."""
    words = plain_words(_without_span(text))
    kept = " ".join(_ABOUT.sub(" ", _CLASSIFIED.sub(" ", words)).split())
    for region in provinces():
        kept = re.sub(rf"\b(?:provinsi |prov )?{re.escape(region.name.casefold())}\b", " ", kept)
    kept = re.sub(
        r"\b(?:kalteng|kaltim|kalsel|kalbar|kaltara|jatim|jateng|jabar|provinsi|kabupaten|kab|kota)\b",
        " ",
        kept,
    )
    # "%" in a title is part of the words that say what is counted; the base is read elsewhere.
    return " ".join(kept.split())


def _without_span(text: str) -> str:
    return vintage_of(text)[1]


@lru_cache(maxsize=4096)
def _province_in(text: str) -> str:
    parts = plain_words(text[:300]).split()
    for length in (4, 3, 2, 1):
        for start in range(len(parts) - length + 1):
            name = squeezed(" ".join(parts[start : start + length]))
            found = [region for region in index().exact.get(name, ()) if region.kind == PROVINSI]
            if len(found) == 1:
                return found[0].code
    return ""
