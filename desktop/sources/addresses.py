"""Which addresses may be asked.

Known hosts over https, and whatever address the person set. Everything is decided on the text of the address, before a
name is looked up: what a known host's name resolves to is not judged, because proxies that work by made-up addresses
are common, and TLS proves whom one talks to.
"""

import ipaddress
import re
from typing import NamedTuple

from desktop.domain.errors import NetworkError, Reason
from desktop.domain.network import PACE_S, Network

HOSTS = ("arxiv.org", "export.arxiv.org", "rss.arxiv.org", "huggingface.co")
_PORTS = {"https": 443, "http": 80}
# So narrow that no two readers of addresses could disagree on which host is meant: no userinfo, no backslash.
_ADDRESS = re.compile(
    r"(?i:(?P<scheme>https?)://(?P<host>[a-z0-9.-]+|\[[0-9a-f:]+\])(?::(?P<port>[0-9]{1,5}))?)"
    r"(?:[/?][A-Za-z0-9._~:/?\[\]@!$&'()*+,;=%-]*)?"
)
_LOCAL_NAME = re.compile(r"(?:.*\.)?(?:localhost|local|internal)|[^.]*|.*\.[0-9x]*")
"""Names that no public server has, and numbers in the spellings that `ipaddress` does not read."""


class Origin(NamedTuple):
    """Whom an address belongs to. `host` is in lower case and may be an IP address."""

    scheme: str
    host: str
    port: int

    @property
    def private(self) -> bool:
        """Whether it names this computer or one of a network that is not the internet."""
        if (address := self._ip()) is not None:
            return not address.is_global
        return _LOCAL_NAME.fullmatch(self.host) is not None

    @property
    def loopback(self) -> bool:
        """Whether it names this computer."""
        address = self._ip()
        return self.host == "localhost" if address is None else address.is_loopback

    def _ip(self) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
        try:
            return ipaddress.ip_address(self.host.strip("[]"))
        except ValueError:
            return None


def origin(address: str) -> Origin:
    """Whom `address` belongs to. Raises NetworkError(ADDRESS_REFUSED) if it is no plain address of http or https."""
    found = _ADDRESS.fullmatch(address)
    if found is None or not 0 < int(found["port"] or 1) < 65_536:
        raise _refused(address, "not an address of the web")
    scheme = found["scheme"].lower()
    return Origin(scheme, found["host"].lower(), int(found["port"] or _PORTS[scheme]))


def check_address(network: Network, address: str, redirected_from: str | None = None) -> Origin:
    """Whom `address` belongs to, if it may be asked. Raises NetworkError(ADDRESS_REFUSED).

    Private networks and plain http are for the very origins that the person set, and no redirect leads there from the
    internet.
    """
    target = origin(address)
    chosen = {origin(one) for one in (network.api, network.pdfs, network.feeds, network.daily_papers)}
    known = {*HOSTS, *(one.host for one in chosen if not one.private)}
    if target not in chosen and not (target.scheme == "https" and target.port == 443 and target.host in known):
        raise _refused(address, "neither arXiv nor an address that was set")
    if redirected_from is not None and target.private and not origin(redirected_from).private:
        raise _refused(address, "a redirect into a private network")
    return target


def pace_for(network: Network, target: Origin) -> float:
    """Seconds between two requests to `target`."""
    return network.pace_s if target.loopback else max(network.pace_s, PACE_S)


def _refused(address: str, why: str) -> NetworkError:
    return NetworkError(Reason.ADDRESS_REFUSED, address[:200], why)
