"""The chart in words, for those who cannot see it."""

from PySide6.QtCore import QCoreApplication

from gui.charts.view import View
from model import wording
from model.figures import Series

_CONTEXT = "ChartWords"
_MOST = 5


def describe(view: View) -> str:
    """Return what the chart shows in a few sentences: span, targets, the focused lines, breaks."""
    positions = view.lines.positions
    known = [series for series in view.figure.series if series.last]
    if not positions or not known:
        return _tr("Belum ada angka untuk digambar.")
    language = view.text.language
    what = _tr("Cakupan dalam persen") if view.figure.unit == "percent" else _tr("Peserta aktif dalam orang")
    first, last = wording.day(positions[0], language), wording.day(positions[-1], language)
    sentences = [
        _tr("{what}, {count} garis, {first} sampai {last}.").format(
            what=what, count=len(known), first=first, last=last
        )
        if len(positions) > 1
        else _tr("{what}, {count} titik, {last}.").format(what=what, count=len(known), last=last)
    ]
    sentences += [_tr("Target {value}.").format(value=view.text.exact(line.value)) for line in view.targets]
    shown = view.focused or tuple(known)
    sentences += [_series(series, view) for series in shown[:_MOST] if series.last]
    for mark in view.breaks:
        when = wording.day(mark.as_of, language)
        named = _tr("Putus deret pada {when}: {base}.") if mark.new else _tr("Putus deret pada {when}.")
        sentences.append(named.format(when=when, base=mark.new))
    return " ".join(sentences)


def describe_position(view: View, column: int) -> str:
    """Return the values at one position in words."""
    language = view.text.language
    rows = view.focus or tuple(range(min(_MOST, len(view.figure.series))))
    values = [
        f"{view.figure.series[row].name} {view.text.full(value)}"
        if (value := view.lines.value(row, column)) is not None
        else _tr("{name} tidak ada angka").format(name=view.figure.series[row].name)
        for row in rows
    ]
    return f"{wording.day(view.lines.positions[column], language)}: {', '.join(values)}."


def _series(series: Series, view: View) -> str:
    known = [point for point in series.points if point.value is not None]
    name, language = series.name, view.text.language
    if len(known) == 1:
        return _tr("{name}: {last} pada {when}.").format(
            name=name, last=view.text.full(known[0].value), when=wording.day(known[0].as_of, language)
        )
    return _tr("{name}: dari {first} menjadi {last}.").format(
        name=name, first=view.text.full(known[0].value), last=view.text.full(known[-1].value)
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
