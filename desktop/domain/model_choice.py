"""The language model that a person chose: from the settings to whom to ask, what it costs, which texts are wanted."""

import re
from collections.abc import Sequence
from decimal import Decimal
from ipaddress import ip_address
from urllib.parse import urlsplit

from desktop.domain.model_texts import ModelEndpoint, Prices, TextOptions
from desktop.domain.network import usable_address
from desktop.domain.secrets import origin_of
from desktop.domain.settings import Settings

_PRICE = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,9})?")


def chosen_endpoint(settings: Settings) -> ModelEndpoint | None:
    """Whom to ask; None as long as no address or no model was chosen."""
    if not settings.model_url or not settings.model_name:
        return None
    return ModelEndpoint(
        settings.model_url,
        settings.model_name,
        max(settings.model_parallel, 1),
        max(settings.model_per_minute, 0),
        settings.proxy,
        consented(settings, settings.model_url),
    )


def chosen_prices(settings: Settings) -> Prices:
    """What its tokens cost."""
    return Prices(price(settings.model_price_in), price(settings.model_price_out), settings.model_currency)


def chosen_texts(settings: Settings) -> TextOptions:
    """Which texts it is asked for, where nobody says otherwise."""
    return TextOptions(settings.text_languages, settings.text_summary_en)


def consented(settings: Settings, url: str) -> bool:
    """Whether a person allowed the texts of papers to be sent to that address."""
    return bool(url) and origin_of(url) in settings.model_consents


def with_consent(consents: Sequence[str], url: str) -> tuple[str, ...]:
    """The origins that may be sent texts, that of the address among them."""
    return tuple(dict.fromkeys((*consents, origin_of(url))))


def price(text: str) -> Decimal | None:
    """A price as a person types it; None for an empty text and for what is no number."""
    typed = text.strip()
    return Decimal(typed.replace(",", ".")) if _PRICE.fullmatch(typed) else None


def usable_endpoint(url: str) -> bool:
    """Whether a person may set this address for a language model: https, or http to this computer or to one in their
    own network."""
    if usable_address(url):
        return True
    parts = urlsplit(url)
    secure = f"https://{url.removeprefix('http://')}"
    return parts.scheme == "http" and usable_address(secure) and _is_private(parts.hostname or "")


def on_this_computer(url: str) -> bool:
    """Whether the address leads no further than to this computer."""
    host = urlsplit(url).hostname or ""
    return host == "localhost" or _is_loopback(host)


def needs_key(url: str) -> bool:
    """Whether an endpoint there usually asks for a key: those of this computer and of one's own network do not."""
    host = urlsplit(url).hostname or ""
    return not (on_this_computer(url) or _is_private(host))


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _is_private(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return host.endswith((".local", ".lan", ".internal", ".home.arpa"))
