"""The words of a drawn figure: which series are in focus, end labels, legend, and the whole in a sentence."""

from dataclasses import dataclass, replace

from model import wording
from model.figures import Break, Figure, Point, Series
from model.observations import Nature
from model.regions import regions
from model.report.palettes import MOST_FOCUSED, Palette
from model.report.text_size import shortened, text_width, wrapped


@dataclass(frozen=True, slots=True)
class EndLabel:
    """What stands at the right end of a line: *value* says where, the first *bold* lines are its name."""

    value: float
    lines: tuple[str, ...]
    bold: int
    series: int | None
    """Number of the focused series, which gives the colour; None for a target."""


def focused(figure: Figure) -> tuple[Series, ...]:
    """Return the series in focus in its order, at most MOST_FOCUSED; the first series where none is."""
    by_code = {code: [line for line in figure.series if line.code == code] for code in figure.focus}
    chosen = tuple(line for code in figure.focus for line in by_code[code])
    return chosen[:MOST_FOCUSED] or figure.series[:1]


def value_text(
    figure: Figure, value: float | None, palette: Palette, language: str, *, unit: bool = True
) -> str:
    """Return a value of *figure* as it stands beside a mark: "46,17 %" or "465.940"."""
    if figure.unit == "percent":
        return wording.percent(value, palette.decimals, language, unit=unit)
    return wording.people(value, language)


def end_labels(figure: Figure, palette: Palette, language: str, *, widest: float) -> tuple[EndLabel, ...]:
    """Return the labels at the ends of the lines in focus and of the targets.

    A series that ends before the newest position says at which position its value stands.
    """
    labels = []
    newest = figure.positions[-1] if figure.positions else None
    for number, line in enumerate(focused(figure)):
        last = line.last
        if last is None or last.value is None:
            continue
        name = wrapped(series_name(line, language), palette.text, widest)
        value = value_text(figure, last.value, palette, language)
        when = () if last.as_of == newest else (wording.short_day(last.as_of, language),)
        labels.append(EndLabel(last.value, (*name, value, *when), len(name), number))
    for target in figure.targets:
        plain = wording.label("figure", "target", language)
        name = (plain,) if len(figure.targets) == 1 else wrapped(target.name or plain, palette.text, widest)
        value = _value(figure, target.value, language)
        labels.append(EndLabel(target.value, (*name, value), len(name), None))
    return tuple(labels)


def in_one_line(label: EndLabel) -> EndLabel:
    """Return the label with its name and value side by side, for where labels would lie on each other."""
    return replace(label, lines=(" ".join(label.lines),), bold=1)


def figure_title(figure: Figure, language: str) -> str:
    """Return what a chart shows and of whom, for a chart that stands alone: "Tren cakupan, persen: Kapuas".

    A chart of several series is named after the province where it is among them, else after those
    in focus.
    """
    whole = [line for line in figure.series if line.code in regions() and "." not in line.code]
    lines = whole[:1] or list(focused(figure))
    unit = wording.say(f"chart.{figure.unit}", language)
    title = f"{wording.say(f'chart.title_{figure.unit}', language)}, {unit}"
    if not lines:
        return title
    names = ", ".join(dict.fromkeys(line.name for line in lines))
    segments = dict.fromkeys(line.segment for line in lines if line.segment)
    return ", ".join([f"{title}: {names}", *(segment_name(segment, language) for segment in segments)])


def series_name(line: Series, language: str) -> str:
    """Return the name of a series, with its segment where it has one."""
    if not line.segment:
        return line.name
    return f"{line.name}, {segment_name(line.segment, language, short=True)}"


def segment_name(segment: str, language: str, *, short: bool = False) -> str:
    """Return the label of a segment; a segment that is none of ours names itself."""
    kind = "segment_short" if short else "segment"
    key = segment or "ALL"
    return wording.label(kind, key, language) if wording.has(f"{kind}.{key}", language) else segment


def break_name(found: Break, language: str, size: float, room: float) -> str:
    """Return what stands above a break, "basis 2025", no wider than *room*: short of room, the name alone."""
    if not found.new.strip():
        return shortened(wording.say("chart.break", language), size, room)
    name = base_name(found.new)
    named = wording.say("chart.base", language, name=name)
    return named if text_width(named, size) <= room else shortened(name, size, max(room, size * 3))


def base_name(vintage: str) -> str:
    """Return the name of a base without the word for it: "2025" for "Basis 2025"."""
    first, _, rest = vintage.strip().partition(" ")
    return rest.strip() if first.casefold() in {"basis", "base"} and rest.strip() else vintage.strip()


def legend(figure: Figure, language: str) -> tuple[tuple[str, str], ...]:
    """Return the marks that need a word, as (mark, word): "filled", "hollow", "break", "context".

    Empty where there is nothing to explain: one kind of mark, no break, every line labelled.
    """
    chosen = focused(figure)
    natures = {point.nature for line in chosen for point in line.points if point.value is not None}
    entries = []
    unsourced = [nature for nature in (Nature.DERIVED, Nature.INVENTED) if nature in natures]
    if unsourced:
        if Nature.SOURCED in natures:
            entries.append(("filled", wording.say("chart.sourced", language)))
        words = [wording.label("nature", nature.name.lower(), language) for nature in unsourced]
        entries.append(("hollow", wording.say("chart.or", language).join(words)))
    if figure.breaks:
        entries.append(("break", wording.say("chart.break", language)))
    others = [line for line in figure.series if line not in chosen]
    if others:
        entries.append(("context", _others(others, language)))
    return tuple(entries)


def _others(lines: list[Series], language: str) -> str:
    regencies = all(line.code in regions() and "." in line.code for line in lines)
    key = "chart.other_regencies" if regencies else "chart.others"
    return wording.say(key, language, count=len(lines))


def figure_words(figure: Figure, language: str) -> str:
    """Return what a figure shows in plain sentences, for those who cannot see it."""
    sentences = [wording.say(f"chart.about_{figure.unit}", language)]
    for line in focused(figure):
        known = [point for point in line.points if point.value is not None]
        if known:
            first, last = _said(figure, known[0], language), _said(figure, known[-1], language)
            key = "chart.about_series" if len(known) > 1 else "chart.about_point"
            name = series_name(line, language)
            sentences.append(wording.say(key, language, name=name, first=first, last=last))
    for target in figure.targets:
        value = _value(figure, target.value, language)
        sentences.append(wording.say("chart.about_target", language, value=value))
    for found in figure.breaks:
        words = wording.day(found.as_of, language)
        key = "chart.about_break" if found.new.strip() else "chart.about_unnamed_break"
        sentences.append(wording.say(key, language, at=words, name=base_name(found.new)))
    if len(sentences) == 1:
        sentences.append(wording.say("chart.about_nothing", language))
    return " ".join(sentences)


def _said(figure: Figure, point: Point, language: str) -> str:
    return f"{_value(figure, point.value, language)} ({wording.day(point.as_of, language)})"


def _value(figure: Figure, value: float | None, language: str) -> str:
    if figure.unit == "percent":
        return wording.percent(value, 2, language)
    return wording.people(value, language)
