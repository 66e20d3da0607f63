"""Theme, size of text and language, as the settings say."""

from desktop.domain.settings import Settings
from desktop.ui.language import language_switch
from desktop.ui.theme import ThemeMode, theme


def apply_look(settings: Settings) -> None:
    """Show the application as the person chose."""
    language_switch().use(settings.language)
    mode = ThemeMode(settings.theme) if settings.theme in list(ThemeMode) else ThemeMode.SYSTEM
    theme().apply(mode, settings.scale)
