"""Addresses made whole, and which of them are of the public internet."""

from __future__ import annotations

import pytest

from briefing.fetching.addresses import Unusable, is_own_address, is_public, web_address
from briefing.fetching.policy import agent_name


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("HTTPS://Daily-B.example:443/a b?x=ü#top", "https://daily-b.example/a%20b?x=%C3%BC"),
        ("http://örnek.example", "http://xn--rnek-4qa.example/"),
        ("http://a.example:8080/x%20y", "http://a.example:8080/x%20y"),
        ("//b.example/x", "https://b.example/x"),
        ("../y", "https://a.example/y"),
        ("\n/z\t", "https://a.example/z"),
    ],
)
def test_address_is_made_whole(written: str, whole: str) -> None:
    """Host and path are written as they are asked for; relative ones are resolved; the fragment goes."""
    assert web_address(written, "https://a.example/news/") == whole


@pytest.mark.parametrize(
    "written",
    [
        "",
        "a.example/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http://u:p@a.example/",
        "http://[::1/",
        "http://a.example:99999/",
        "http://" + "a" * 70 + ".example/",
    ],
)
def test_what_is_no_web_address(written: str) -> None:
    """What is not http or https, has no host or holds a password is refused with a reason."""
    with pytest.raises(Unusable, match=r"\w"):
        web_address(written)


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104
        ("224.0.0.1", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2002:7f00:1::", False),
        ("no number", False),
    ],
)
def test_public_addresses(number: str, public: bool) -> None:
    """Only addresses of the public internet count as such, also those of version 4 inside one of version 6."""
    assert is_public(number) is public


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("http://localhost:8000/", True),
        ("http://feeds.localhost/", True),
        ("http://192.168.1.5/", True),
        ("http://[::1]:80/", True),
        ("http://localhost.example/", False),
        ("http://93.184.216.34/", False),
    ],
)
def test_own_addresses(url: str, own: bool) -> None:
    """An address names one's own network only in so many words."""
    assert is_own_address(url) is own


def test_agent_says_who_and_where() -> None:
    """The user agent names the program, its version and, if given, where to complain; nothing breaks the header."""
    assert agent_name().startswith("briefing/")
    assert agent_name("https://a.example/bot\r\nX: y").endswith(" (+https://a.example/bot X: y)")
