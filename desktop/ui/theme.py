"""Turns the tokens into a palette, a style sheet and fonts for the light and the dark window."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from desktop.ui import tokens
from desktop.ui.resources import resource_path
from desktop.ui.tokens import Color, Size

_TICK = 14
"""The inside of a box to tick, in pixels at 100 %."""


class ThemeMode(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look of the application. Applied to the whole application; painters ask it for colours, fonts and lengths."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._mode = ThemeMode.SYSTEM
        self._scale = 100
        self._dark = False
        self._colors: dict[Color, QColor] = {}
        self._fonts: dict[tuple[Size, bool], QFont] = {}
        # The family itself: a name such as "Sans Serif" would lose against the families after it.
        self._families = [QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()]
        self._families.extend(tokens.CHINESE_FAMILIES)
        self._stylesheet = Template(resource_path("styles/window.qss").read_text(encoding="utf-8"))
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def mode(self) -> ThemeMode:
        """What the person chose."""
        return self._mode

    @property
    def scale(self) -> int:
        """Size of type in per cent."""
        return self._scale

    @property
    def dark(self) -> bool:
        """True while the window is dark, by choice or by the system."""
        if self._mode is ThemeMode.SYSTEM:
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._mode is ThemeMode.DARK

    def apply(self, mode: ThemeMode, scale: int) -> None:
        """Show the application in this look. `scale` is clamped to 80–200 per cent."""
        before = (self._mode, self._scale, self._dark)
        self._mode = mode
        self._scale = min(max(scale, tokens.SCALES[0]), tokens.SCALES[-1])
        self._dark = self.dark
        if self._colors and before == (self._mode, self._scale, self._dark):
            return
        values = tokens.DARK if self._dark else tokens.LIGHT
        self._colors = {name: QColor(value) for name, value in values.items()}
        self._fonts = {}
        self._app.setFont(self.font(Size.BODY))
        self._app.setPalette(self._palette())
        self._app.setStyleSheet(self._stylesheet.substitute(self._substitutes()))
        self.changed.emit()

    def color(self, name: Color) -> QColor:
        """The colour of that token in the present theme."""
        return self._colors[name]

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        """What is painted meanwhile has the light colours, for pictures that go into papers and onto slides."""
        shown = self._colors
        self._colors = {name: QColor(value) for name, value in tokens.LIGHT.items()}
        try:
            yield
        finally:
            self._colors = shown

    def font(self, size: Size, *, bold: bool = False) -> QFont:
        """The window's font in that size, scaled. Do not change it: it is shared."""
        font = self._fonts.get((size, bold))
        if font is None:
            font = QFont()
            font.setFamilies(self._families)
            font.setPixelSize(self.scaled(tokens.TYPE[size]))
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            self._fonts[size, bold] = font
        return font

    def scaled(self, pixels: float) -> int:
        """That length at the person's scale."""
        return round(pixels * self._scale / 100)

    def space(self, steps: float = 1) -> int:
        """So many steps of spacing in pixels, scaled."""
        return self.scaled(tokens.STEP * steps)

    @property
    def motion_ms(self) -> int:
        """How long a movement takes; 0 where the system asks for none."""
        wanted = self._app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        return tokens.MOTION_MS if wanted > 0 else 0

    def _substitutes(self) -> dict[str, str]:
        values = {name.value.replace("-", "_"): color.name() for name, color in self._colors.items()}
        values |= {f"type_{size.value}": f"{self.scaled(pixels)}px" for size, pixels in tokens.TYPE.items()}
        values |= {f"s{steps}": f"{self.space(steps)}px" for steps in (*range(1, 9), 12)}
        values |= {"half": f"{max(self.space(0.5), 1)}px", "radius": f"{tokens.RADIUS}px"}
        tick = self.scaled(_TICK)
        dot = tick + 2 - 2 * self.space()  # what a frame of one step leaves of it
        values |= {"tick": f"{tick}px", "dot": f"{dot}px", "round": f"{tick // 2 + 1}px"}
        pictures = {"chevron": "chevron-down", "check": "check-dark" if self._dark else "check-light"}
        values |= {name: resource_path(f"styles/{file}.svg").as_posix() for name, file in pictures.items()}
        return values | {"focus": f"{tokens.FOCUS_WIDTH}px"}

    def _palette(self) -> QPalette:
        palette = QPalette()
        role = QPalette.ColorRole
        roles = {
            role.Window: Color.WINDOW,
            role.WindowText: Color.TEXT,
            role.Base: Color.SURFACE,
            role.AlternateBase: Color.WINDOW,
            role.Text: Color.TEXT,
            role.PlaceholderText: Color.TEXT_MUTED,
            role.Button: Color.WINDOW,
            role.ButtonText: Color.TEXT,
            role.BrightText: Color.BAD,
            role.ToolTipBase: Color.SURFACE,
            role.ToolTipText: Color.TEXT,
            role.Highlight: Color.ACCENT_SOFT,
            role.HighlightedText: Color.TEXT,
            role.Accent: Color.ACCENT,
            role.Link: Color.ACCENT,
            role.LinkVisited: Color.ACCENT,
            role.Light: Color.SURFACE,
            role.Midlight: Color.HOVER,
            role.Mid: Color.LINE,
            role.Dark: Color.LINE_STRONG,
            role.Shadow: Color.LINE_STRONG,
        }
        for target, name in roles.items():
            palette.setColor(target, self._colors[name])
        for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self._colors[Color.LINE_STRONG])
        return palette

    def _on_scheme_changed(self) -> None:
        if self._mode is ThemeMode.SYSTEM and self._colors:
            self.apply(self._mode, self._scale)


def theme() -> Theme:
    """The look of the running application; it belongs to QApplication and is made with the first call."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    found = app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if found is None:
        found = Theme(app)
        found.apply(ThemeMode.SYSTEM, 100)
    return found
