"""What the summary page says: rows of the model put into the lines of its widgets."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from gui.widgets.bridge import BridgeStep
from gui.widgets.figure_card import FigureText
from gui.widgets.ranking import RankedLine
from model import wording
from model.change import Change, as_printed
from model.coverage import CoverageTable, Row
from model.observations import Nature
from model.periods import Period
from model.segments import ALL
from model.summary import KeyFigure

translate = QCoreApplication.translate

_NEEDS: Final = {
    "coverage": ("active", "eligible"),
    "active": ("active",),
    "eligible": ("eligible",),
    "unprotected": ("eligible", "active"),
    "shortfall": ("active", "target"),
}


def subtitle(row: Row, as_of: Period, previous: Period | None, language: str) -> str:
    """Return "per 31 Maret 2025, dibandingkan dengan 31 Desember 2024", and that a sum is not the whole."""
    now = wording.day(as_of, language)
    text = translate("Ringkasan", "per {as_of}").format(as_of=now)
    if previous:
        text = translate("Ringkasan", "per {as_of}, dibandingkan dengan {previous}").format(
            as_of=now, previous=wording.day(previous, language)
        )
    return text if row.code else f"{text} · {row.name}"


def figure_text(
    figure: KeyFigure, row: Row, *, has_previous: bool, has_targets: bool, language: str
) -> FigureText:
    """Return the four lines of one key figure of *row*."""
    title = wording.label("figure", figure.name, language)
    if figure.value is None:
        reason = _reason(figure.name, row, has_targets=has_targets)
        return FigureText(figure.name, title, wording.MISSING, definition=reason, spoken=f"{title}: {reason}")
    value, unit = _value(figure.name, figure.value, row, language)
    change = _change(figure, has_previous=has_previous, language=language)
    spoken = change.replace("↑", translate("Ringkasan", "naik")).replace("↓", translate("Ringkasan", "turun"))
    return FigureText(
        name=figure.name,
        title=title,
        value=value,
        unit=unit,
        change=change,
        definition=_definition(figure.name, row, language),
        spoken=f"{title} {value}{f' {unit}' if unit else ''}, {spoken}",
        flagged=row.over and figure.name in {"coverage", "unprotected"},
    )


def _value(name: str, value: float, row: Row, language: str) -> tuple[str, str]:
    about = "±" if row.nature is Nature.DERIVED and name in row.approximate else ""
    if name == "coverage":
        text = about + wording.percent(value, 1, language)
        number = text.removesuffix("%").rstrip()
        return number, "%"
    if name in {"shortfall", "unprotected"} and value < 0:
        surplus = translate("Ringkasan", "lebih {people}")
        return surplus.format(people=about + wording.people(-value, language)), ""
    return about + wording.people(value, language), ""


def _change(figure: KeyFigure, *, has_previous: bool, language: str) -> str:
    if not has_previous:
        return translate("Ringkasan", "posisi pertama")
    if figure.change is None:
        return translate("Ringkasan", "tanpa pembanding")
    size = abs(figure.change)
    if figure.name == "coverage":
        amount = wording.points(size, 2, language)
    else:
        amount = translate("Ringkasan", "{people} orang").format(people=wording.people(size, language))
    if not any(digit in amount for digit in "123456789"):
        return translate("Ringkasan", "tetap")
    return f"{'↑' if figure.change > 0 else '↓'} {'±' if figure.approximate else ''}{amount}"


def _definition(name: str, row: Row, language: str) -> str:
    plain = wording.label("definition", name, language)
    if name == "coverage" and row.over:
        return translate("Ringkasan", "di atas 100 %: periksa potensi")
    if name == "unprotected" and row.over:
        return translate("Ringkasan", "peserta melebihi potensi")
    if name == "active":
        segment = wording.label("segment_short", row.segment or "ALL", language)
        if row.segment == ALL:
            return translate("Ringkasan", "{unit}, semua segmen").format(unit=plain)
        return translate("Ringkasan", "{unit}, segmen {segment}").format(unit=plain, segment=segment)
    if name == "eligible" and row.vintage:
        # Books name their bases "Basis 2025" or just "2025".
        name = row.vintage[6:] if row.vintage.casefold().startswith("basis ") else row.vintage
        return translate("Ringkasan", "{definition}, basis {vintage}").format(definition=plain, vintage=name)
    if name == "shortfall":
        return translate("Ringkasan", "target {target} − peserta aktif").format(
            target=wording.people(row.target, language)
        )
    return plain


def _reason(name: str, row: Row, *, has_targets: bool) -> str:
    """Say plainly why a figure cannot be shown."""
    if name == "shortfall" and not has_targets:
        return translate("Ringkasan", "belum ada target")
    lacking = [needed for needed in _NEEDS[name] if getattr(row, needed) is None]
    if "target" in lacking and "eligible" not in _NEEDS[name] and row.eligible is not None:
        return translate("Ringkasan", "tanpa target di sini")
    if "active" in lacking and "eligible" in lacking:
        return translate("Ringkasan", "belum ada angkanya")
    if "active" in lacking:
        return translate("Ringkasan", "peserta aktif tidak ada")
    return translate("Ringkasan", "potensi tidak ada")


def change_title(change: Change | None) -> str:
    """Return the question that the card of the movement answers."""
    if change is None:
        return translate("Ringkasan", "Perubahan cakupan")
    printed = round(change.total, 4)
    if printed > 0:
        return translate("Ringkasan", "Mengapa cakupan naik?")
    if printed < 0:
        return translate("Ringkasan", "Mengapa cakupan turun?")
    return translate("Ringkasan", "Mengapa cakupan tetap?")


def bridge_steps(
    change: Change, old: Row, new: Row, days: tuple[Period, Period], language: str
) -> tuple[BridgeStep, ...]:
    """Return the four bars from the *old* row's coverage to the *new* one's; *days* are their positions."""
    before, after = old.coverage or 0.0, new.coverage or 0.0
    middle, shown_change = before + change.membership, as_printed(change)

    def points(value: float) -> str:
        return wording.signed(wording.points(value, 2, language, unit=False))

    def total(day: Period, value: float) -> BridgeStep:
        shown = wording.percent(value, 2, language)
        return BridgeStep(wording.short_day(day, language), 0.0, value, shown, is_total=True)

    members, base = translate("Ringkasan", "Peserta aktif"), translate("Ringkasan", "Basis potensi")
    return (
        total(days[0], before),
        BridgeStep(members, before, middle, points(shown_change.membership)),
        BridgeStep(base, middle, after, points(shown_change.base)),
        total(days[1], after),
    )


def ranked_line(row: Row, target: float | None, *, by_segment: bool, language: str) -> RankedLine:
    """Return the line of a regency, or of a segment; *target* is the rate asked of it."""
    full = wording.label("segment", row.segment, language) if by_segment else row.name
    name = full.partition(" (")[0]
    percent = wording.percent(row.coverage, 1, language, unit=False)
    points = wording.signed(wording.points(row.change, 1, language, unit=False))
    status = wording.label("status", row.status, language) if row.status else ""
    said = [f"{row.rank}. {full}" if row.rank else full]
    said.append(wording.percent(row.coverage, 1, language) if row.coverage is not None else _unknown())
    if row.change is not None:
        said.append(f"{points} {translate('Ringkasan', 'poin persen')}")
    return RankedLine(
        key=row.segment if by_segment else row.code,
        rank="" if row.rank is None else str(row.rank),
        name=name,
        coverage=row.coverage,
        target=target,
        percent=percent,
        points=points,
        status=row.status,
        spoken=", ".join([*said, status] if status else said),
    )


def _unknown() -> str:
    return translate("Ringkasan", "tidak ada angka")


def ends(table: CoverageTable, few: int = 10, count: int = 5) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return the rows with the highest and with the lowest coverage, each in the order of their rank.

    With fewer than *few* rows the first holds them all, those without a figure last, and the second
    is empty; both are where no row has a figure. Segments keep the order of every table.
    """
    known = [row for row in table.rows if row.coverage is not None]
    if table.by == ("segment",):
        return table.rows, ()
    ordered = sorted(known, key=lambda row: (row.rank or 0, row.code))
    if not known:
        return (), ()
    if len(known) < few:
        unknown = tuple(row for row in table.rows if row.coverage is None)
        return (*ordered, *unknown), ()
    return tuple(ordered[:count]), tuple(ordered[-count:])
