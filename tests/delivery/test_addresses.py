"""Addresses: single mailboxes are read, everything else is refused with a sentence."""

from __future__ import annotations

import pytest

from briefing.delivery.addresses import read_address, read_addresses
from briefing.errors import Misuse


@pytest.mark.parametrize(
    ("written", "mailbox", "name", "header"),
    [
        ("ann@example.org", "ann@example.org", "", "ann@example.org"),
        (" Ann Lee <ann@Example.ORG> ", "ann@example.org", "Ann Lee", "Ann Lee <ann@example.org>"),
        ('"Lee, Ann" <ann@example.org>', "ann@example.org", "Lee, Ann", '"Lee, Ann" <ann@example.org>'),
        (r'"A \"x\" B" <a@b.example>', "a@b.example", 'A "x" B', r'"A \"x\" B" <a@b.example>'),
        ("Iğdır <a@b.example>", "a@b.example", "Iğdır", "=?utf-8?b?ScSfZMSxcg==?= <a@b.example>"),
        ("ann@örnek.example", "ann@xn--rnek-4qa.example", "", "ann@xn--rnek-4qa.example"),
        ("ann@straße.example", "ann@xn--strae-oqa.example", "", "ann@xn--strae-oqa.example"),
        ("şule@example.org", "şule@example.org", "", "şule@example.org"),
        ("o'neil+news@example.org", "o'neil+news@example.org", "", "o'neil+news@example.org"),
        ("root@localhost", "root@localhost", "", "root@localhost"),
    ],
)
def test_a_mailbox_is_read(written: str, mailbox: str, name: str, header: str) -> None:
    """With and without a name, with letters of any script, the domain as the name servers know it."""
    address = read_address(written, "mail.to")
    assert (address.mailbox, address.name, address.header) == (mailbox, name, header)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", "is empty"),
        ("ann", "has no @"),
        ("friends: ann@example.org;", "is a group"),
        ("ann@@example.org", "is no single mailbox"),
        ('"ann lee"@example.org', "is no single mailbox"),
        ("Ann (home) <ann@example.org>", "is no single mailbox"),
        (".ann@example.org", "is no single mailbox"),
        ("a\u200bnn@example.org", "is no single mailbox"),
        ("ann@example.org\r\nBcc: eve@example.net", "cannot be seen"),
        ("ann@\u2028example.org", "cannot be seen"),
        ("ann@example..org", "no domain that can exist"),
        ("ann@-example.org", "no domain that can exist"),
        ("ann@[192.0.2.1]", "no domain that can exist"),
        ("ann@192.0.2.1", "no domain that can exist"),
        ("ann@" + "x" * 64 + ".org", "no domain that can exist"),
        ("a" * 65 + "@example.org", "too long"),
    ],
)
def test_what_is_no_mailbox_is_refused(written: str, why: str) -> None:
    """The sentence names where it stands, what is wrong, and how to write it."""
    with pytest.raises(Misuse, match=rf"^mail\.to: .*{why}.*; (write|.*correct)"):
        read_address(written, "mail.to")


def test_lists_are_parted_and_each_mailbox_stands_once() -> None:
    """Commas part, but not inside quotation marks; a mailbox named twice is told once, as it was named first."""
    found = read_addresses(['Ann <ann@example.org>, "Lee, Bob" <bob@example.org>,', "ann@EXAMPLE.org"], "mail.to")
    assert [(one.name, one.mailbox) for one in found] == [("Ann", "ann@example.org"), ("Lee, Bob", "bob@example.org")]
