"""The columns of the list of findings, and the findings as plain text."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from gui.tables.columns import Column, Look, Tone
from gui.tables.delegates import SEVERITY_TONE
from model import wording
from model.problems import Problem, Severity
from model.regions import region_name

translate = QCoreApplication.translate

_RANK: Final = {str(severity): place for place, severity in enumerate(Severity)}


def problem_columns(language: str) -> tuple[Column, ...]:
    """Return the columns of the list of findings in *language*."""
    return (
        Column(
            "severity",
            translate("ProblemColumns", "Tingkat"),
            lambda problem: wording.label("severity", problem.severity, language),
            width=124,
            look=Look.SEVERITY,
            key=lambda problem: _RANK[problem.severity],
        ),
        Column(
            "text",
            translate("ProblemColumns", "Temuan"),
            lambda problem: problem.text(language),
            width=240,
            stretch=True,
            tooltip=lambda problem: problem.text(language),
            key=lambda problem: problem.text(language),
        ),
        Column("region", translate("ProblemColumns", "Wilayah"), _region, width=140, key=_region),
        Column("place", translate("ProblemColumns", "Sel"), _place, width=100, tone=_muted),
        Column("file", translate("ProblemColumns", "Berkas"), _file, width=140, tone=_muted, tooltip=_file),
    )


def as_text(problems: Iterable[Problem], language: str) -> str:
    """Return findings as lines of text for a letter: severity, sentence, place, hint."""
    return "\n".join(_line(problem, language) for problem in problems)


def severity_tone(severity: str) -> Tone:
    """Return the colour of a severity."""
    return SEVERITY_TONE[severity]


def _line(problem: Problem, language: str) -> str:
    place = ", ".join(part for part in (problem.file, problem.place) if part)
    line = f"{wording.label('severity', problem.severity, language)}: {problem.text(language)}"
    hint = problem.hint(language)
    return line + (f" ({place})" if place else "") + (f" {hint}" if hint else "")


def _region(problem: Problem) -> str:
    return region_name(problem.region) if problem.region else ""


def _place(problem: Problem) -> str:
    return problem.place


def _file(problem: Problem) -> str:
    return problem.file


def _muted(problem: Problem) -> Tone:
    return Tone.BODY
