"""Colours, lengths and type: the one place that knows what the program looks like."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtWidgets import QApplication

from resources import FOLDER

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPalette

# What the first paint does not need is imported where it is used: it would wait for it.

_FAMILIES: Final = ["Inter", "Segoe UI", "Noto Sans", "DejaVu Sans"]
_ZOOM: Final = "cakupanZoom"
_THEME: Final = "cakupanTheme"
STYLED: Final = "cakupanStyled"
"""Property of an application that was made in the style which every theme is made for, Fusion."""
_PICTURES: Final = "controls"
_DARK_BELOW: Final = 128
"""Lightness, of 255, of the window's ground."""


class Theme(NamedTuple):
    """The colours of one appearance, as "#rrggbb". Text reaches 4.5:1 on surface, ground and sunken."""

    name: str
    ground: str
    """Window and navigation."""
    surface: str
    """Cards and bars."""
    sunken: str
    """Table headers, tracks, formulas."""
    ink: str
    """Figures and headings."""
    ink2: str
    """Body text, navigation, buttons."""
    muted: str
    """Labels and axes."""
    hairline: str
    strong: str
    """Borders of controls, edges of column groups."""
    accent: str
    tint: str
    """Behind what is selected."""
    text_on_accent: str
    on: str
    """▲ on track."""
    watch: str
    """● to be watched, and warnings."""
    behind: str
    """▼ behind, and errors."""
    behind_tint: str
    data_bar: str
    bridge_bar: str
    series: tuple[str, str, str]
    """Focused lines, in the order of their focus."""
    unfocused: str


LIGHT: Final = Theme(
    name="light",
    ground="#F8FAFC",
    surface="#FFFFFF",
    sunken="#F1F5F9",
    ink="#111827",
    ink2="#374151",
    muted="#5F6B7A",
    hairline="#E5E7EB",
    strong="#CBD5E1",
    accent="#0F766E",
    tint="#E6F4F2",
    text_on_accent="#FFFFFF",
    on="#0F766E",
    watch="#946200",
    behind="#C5341C",
    behind_tint="#FCEDE9",
    data_bar="#8CCBC3",
    bridge_bar="#C3CAD4",
    series=("#0F766E", "#2B5FC2", "#A8327A"),
    unfocused="#9AA5B3",
)

DARK: Final = Theme(
    name="dark",
    ground="#0F1518",
    surface="#151D21",
    sunken="#0B1012",
    ink="#E7EEF0",
    ink2="#BAC6CB",
    muted="#8E9DA4",
    hairline="#263238",
    strong="#3A4950",
    accent="#2DD4BF",
    tint="#12322F",
    text_on_accent="#06201D",
    on="#2DD4BF",
    watch="#E5B53F",
    behind="#FF8A70",
    behind_tint="#3A1D17",
    data_bar="#1F6F66",
    bridge_bar="#5C6C74",
    series=("#2DD4BF", "#8FB5FF", "#F49AC6"),
    unfocused="#5C6C74",
)

_BY_NAME: Final = {theme.name: theme for theme in (LIGHT, DARK)}


def current() -> Theme:
    """Return the theme that :func:`apply` put on; LIGHT before that."""
    app = QApplication.instance()
    return _BY_NAME.get(str(app.property(_THEME)), LIGHT) if app else LIGHT


def zoom() -> float:
    """Return the zoom that :func:`apply` set, 1.0 for 100 %."""
    app = QApplication.instance()
    value = app.property(_ZOOM) if app else None
    return float(value) if isinstance(value, int | float) else 1.0


def px(value: float) -> int:
    """Return a length of the design in pixels at the present zoom, at least 1 for any length at all."""
    return max(1, round(value * zoom())) if value > 0 else 0


def font(size: int, weight: "QFont.Weight | None" = None, *, tabular: bool = True) -> "QFont":
    """Return our type at *size* pixels of the design, scaled by the zoom, with digits of one width."""
    from PySide6.QtGui import QFont

    made = QFont()
    made.setFamilies(_FAMILIES)
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight.Normal if weight is None else weight)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


_OWN_FONT_ON_WINDOWS: Final = ("QMenuBar", "QMenu", "QToolTip", "QMessageBox", "QStatusBar")
"""Classes that Windows gives a font of its own, whatever the program's is."""


def begin(app: QApplication, theme: Theme, zoom: float = 1.0) -> None:
    """Put on the colours of *theme*, as far as frames without text need them; the type follows."""
    app.setProperty(_THEME, theme.name)
    app.setProperty(_ZOOM, float(zoom))
    sheet = style_sheet(theme, zoom)
    if sheet != app.styleSheet():  # every widget would be dressed anew
        app.setStyleSheet(sheet)


def set_type(app: QApplication) -> None:
    """Make our type that of the program, in the size of the present zoom."""
    _load_fonts()
    app.setFont(font(13))


def apply(app: QApplication, theme: Theme, zoom: float = 1.0) -> None:
    """Put *theme* on the whole program at *zoom*; widgets made before keep the lengths they read."""
    from PySide6.QtCore import QDir

    # The sheet names its pictures by this prefix: a path with an accent or a quote would spoil all of it.
    QDir.setSearchPaths(_PICTURES, [str(FOLDER / "icons" / "controls")])
    if not app.property(STYLED):
        app.setStyle("Fusion")
        app.setProperty(STYLED, "fusion")
    app.setPalette(_palette(theme))
    begin(app, theme, zoom)
    set_type(app)
    for kind in _OWN_FONT_ON_WINDOWS:
        app.setFont(font(13), kind)  # type: ignore[arg-type]  # the stub asks for bytes, the call for text


def is_dark(app: QApplication) -> bool:
    """Return whether the system asks for dark windows; to be asked before a theme is put on."""
    return app.palette().window().color().lightness() < _DARK_BELOW


def style_sheet(theme: Theme, zoom: float) -> str:
    """Return the style sheet with the colours of *theme* and lengths scaled by *zoom* (hairlines stay)."""
    text = (FOLDER / "style.qss").read_text(encoding="utf-8")
    colours = {name: value for name, value in theme._asdict().items() if isinstance(value, str)}
    text = re.sub(r"@(\w+)@", lambda found: colours[found[1]], text)
    return re.sub(r"\b(\d+)px", lambda found: f"{_scaled(int(found[1]), zoom)}px", text)


def _scaled(length: int, zoom: float) -> int:
    return length if length <= 1 else round(length * zoom)


@cache
def _load_fonts() -> None:
    from PySide6.QtGui import QFontDatabase

    for path in sorted((FOLDER / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def _palette(theme: Theme) -> "QPalette":
    from PySide6.QtGui import QColor, QPalette

    palette = QPalette()
    for name, colour in _role_colours(theme).items():
        palette.setColor(name, QColor(colour))
    faded = QColor(theme.muted)
    faded.setAlphaF(0.6)
    role = QPalette.ColorRole
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, faded)
    return palette


def _role_colours(theme: Theme) -> "dict[QPalette.ColorRole, str]":
    from PySide6.QtGui import QPalette

    role = QPalette.ColorRole
    return {
        role.Window: theme.ground,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.sunken,
        role.Text: theme.ink,
        role.Button: theme.surface,
        role.ButtonText: theme.ink2,
        role.BrightText: theme.behind,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.text_on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.PlaceholderText: theme.muted,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.ink,
        role.Light: theme.surface,
        role.Midlight: theme.hairline,
        role.Mid: theme.strong,
        role.Dark: theme.muted,
        role.Shadow: theme.ink,
    }
