"""Web addresses: written ones made whole, and whether an address is one where a stranger may send us.

A feed or a page is written by others. What it links or redirects to must not reach into this machine or its network
(server-side request forgery, OWASP): only http and https, and no address that is not of the public internet.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

__all__ = ["Unusable", "host_name", "host_of", "is_own_address", "is_public", "web_address"]

_LONGEST = 4_000
_PORTS = {"http": 80, "https": 443}
_KEEP = "%/:=&?~#+!$,;'@()*[]|"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_CONTROLS = re.compile(r"[\x00-\x20\x7f]")


class Unusable(ValueError):
    """An address is none that is visited; ``str(error)`` is a sentence with a remedy."""


def web_address(written: str, base: str = "") -> str:
    """The whole address, its host in ASCII and without a fragment. Raises `Unusable` for what is not http or https."""
    joined = _joined(written.strip(), base)
    try:
        parts = urlsplit(joined)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise Unusable("is no web address; check how it is written") from error
    if parts.scheme not in _PORTS:
        raise Unusable(
            f"is an address of the kind {(parts.scheme or 'file')[:20]}:, and only http: and https: are visited"
        )
    if not host or len(joined) > _LONGEST:
        raise Unusable("is no web address; check how it is written")
    if parts.username is not None or parts.password is not None:
        raise Unusable("holds a user name or a password; take it out of the address")
    name = _ascii(host)
    shown = f"[{name}]" if ":" in name else name
    netloc = shown if port in (None, _PORTS[parts.scheme]) else f"{shown}:{port}"
    return urlunsplit((parts.scheme, netloc, quote(parts.path or "/", _KEEP), quote(parts.query, _KEEP), ""))


def _joined(written: str, base: str) -> str:
    try:
        joined = urljoin(base, written) if base else written
    except ValueError as error:
        raise Unusable("is no web address; check how it is written") from error
    return _CONTROLS.sub(lambda match: "%20" if match[0] == " " else "", joined)


def _ascii(host: str) -> str:
    """The host as it is asked for (IDNA)."""
    try:
        return host.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError as error:
        raise Unusable("names a host that cannot be; check how it is written") from error


def host_of(url: str) -> str:
    """The host of a whole address, with its port where that is not the usual one: whom we are polite to."""
    return urlsplit(url).netloc


def host_name(url: str) -> str:
    """The host of a whole address without its port."""
    return urlsplit(url).hostname or ""


def is_own_address(url: str) -> bool:
    """Whether an address names this machine or a private network in so many words, as ``localhost`` and ``10.0.0.5`` do.

    A name that only resolves to one is none: names are given by whoever owns the domain.
    """
    name = host_name(url)
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return not is_public(name)


def is_public(number: str) -> bool:
    """Whether an IP address is one of the public internet, also where one of version 6 wraps one of version 4."""
    try:
        address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            address = inner
    return address.is_global and not address.is_multicast
