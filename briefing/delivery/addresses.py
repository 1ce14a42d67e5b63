"""Addresses of mail, checked before anything is sent: a name and a mailbox, nothing else.

Sources: RFC 5322 (dot-atom), RFC 5321 (lengths), RFC 6531 (letters beyond ASCII), RFC 5891 (domains). Quoted local parts,
comments, groups and routes are legal and refused: nobody writes them, and each is a way to say one thing and mean another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.delivery.headers import clean, phrase
from briefing.errors import Misuse

__all__ = ["Address", "read_address", "read_addresses"]

_LONGEST_LOCAL, _LONGEST_DOMAIN = 64, 253  # octets
_ATEXT = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\U0010ffff]+"
_LOCAL = re.compile(rf"{_ATEXT}(?:\.{_ATEXT})*")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_NAMED = re.compile(r'(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^"<>@:;,()\\]*))\s*<(?P<mailbox>[^<>"\s]*)>')
_GROUP = re.compile(r"[^<>@]*:")
_BREAKS = frozenset({"Cc", "Cs", "Zl", "Zp"})
_NO_LETTERS = _BREAKS | {"Cf", "Co", "Cn", "Zs"}


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox, its domain in ASCII and lower case, and the name shown before it, which may be empty."""

    local: str
    domain: str
    name: str = ""

    @property
    def mailbox(self) -> str:
        """``local@domain``: what the server is told, and what tells one recipient from another."""
        return f"{self.local}@{self.domain}"

    @property
    def needs_utf8(self) -> bool:
        """Whether only a server that speaks SMTPUTF8 can take it."""
        return not self.local.isascii()

    @property
    def header(self) -> str:
        """The address as it stands in a header, its name encoded where needed."""
        return f"{phrase(self.name)} <{self.mailbox}>" if self.name else self.mailbox

    def __str__(self) -> str:
        return self.mailbox


def read_addresses(written: Iterable[str], where: str) -> tuple[Address, ...]:
    """All addresses of some texts, each a list parted by commas, every mailbox once. Raises `Misuse`, naming ``where``."""
    found: dict[str, Address] = {}
    for address in (read_address(one, where) for text in written for one in _parted(text)):
        found.setdefault(address.mailbox, address)
    return tuple(found.values())


def read_address(written: str, where: str) -> Address:
    """One address: ``ann@example.org`` or ``Ann Lee <ann@example.org>``. Raises `Misuse`, naming ``where`` it stands."""
    text = written.strip()
    named = _NAMED.fullmatch(text)
    name = (named["bare"] or re.sub(r"\\(.)", r"\1", named["quoted"] or "")) if named else ""
    mailbox = named["mailbox"] if named else text
    if fault := _fault(text, mailbox):
        raise Misuse(f"{where}: {clean(text)!r} {fault}; write ann@example.org, or Ann Lee <ann@example.org>.")
    local, _, domain = mailbox.rpartition("@")
    try:
        return Address(unicodedata.normalize("NFC", local), _in_ascii(domain), clean(name))
    except ValueError as error:
        raise Misuse(
            f"{where}: {clean(text)!r} has no domain that can exist ({clean(str(error))}); correct it."
        ) from error


def _fault(text: str, mailbox: str) -> str:
    """What is wrong with an address, "" for nothing."""
    local, at, _ = mailbox.rpartition("@")
    if any(unicodedata.category(character) in _BREAKS for character in text):
        return "holds a character that cannot be seen"
    if _GROUP.match(text):
        return "is a group, and a brief goes to single mailboxes"
    if not at:
        return "has no @" if text else "is empty"
    if not _LOCAL.fullmatch(local) or any(unicodedata.category(one) in _NO_LETTERS for one in local):
        return "is no single mailbox"
    return "is too long before the @" if len(local.encode()) > _LONGEST_LOCAL else ""


def _in_ascii(domain: str) -> str:
    """A domain as the name servers know it. Raises `ValueError` where there can be none."""
    if not domain.isascii():
        import idna  # 50 ms; the codec of the standard library would turn ß into ss, which is another domain

        domain = idna.encode(domain, uts46=True).decode()
    labels = domain.lower().split(".")
    if len(domain) > _LONGEST_DOMAIN or not all(map(_LABEL.fullmatch, labels)):
        raise ValueError("a domain is letters, digits and hyphens, in parts of at most 63")
    if labels[-1].isdigit():
        raise ValueError("a number is no domain")
    return ".".join(labels)


def _parted(text: str) -> list[str]:
    """The parts of a list, cut at its commas but not at those in quotation marks."""
    parts = re.findall(r'(?:"(?:[^"\\]|\\.)*"|[^,])+', text)
    return [part for part in parts if part.strip()] or [text]
