"""``brief.toml``: what it says is in force, and what it says wrongly is named with its remedy."""

from __future__ import annotations

import pytest

from briefing.config import Config, Fetching, Make, SourceEntry, parse_config
from briefing.errors import Misuse

WHOLE = """\
topic = "harbour strike"
zone = "Europe/Istanbul"
marking = "INTERNAL"

[make]
formats = ["md", "html"]
limit = 10

[fetch]
delay = 2
private = true

[mail]
to = "desk@example.org"
password_env = "MAIL_PASSWORD"

[[sources]]
feed = "https://example.org/feed.xml"
name = "Example Daily"
days = 3

[[sources]]
folder = "articles"
"""


def test_empty_configuration_has_all_defaults() -> None:
    """Nothing has to be said."""
    assert parse_config("", "brief.toml") == Config()
    assert Config().make == Make(formats=("md", "pdf"), output="output", limit=25)
    assert Config().fetch == Fetching(delay=1.0, largest=10, private=False)


def test_what_is_said_is_in_force_and_the_rest_is_default() -> None:
    """Nested tables and lists of tables are read; one text stands for a list of one."""
    config = parse_config(WHOLE, "brief.toml")
    assert (config.topic, config.zone, config.marking, config.language) == (
        "harbour strike", "Europe/Istanbul", "INTERNAL", "en",
    )  # fmt: skip
    assert config.make == Make(formats=("md", "html"), limit=10)
    assert (config.fetch.delay, config.fetch.private, config.fetch.timeout) == (2.0, True, 20.0)
    assert (config.mail.to, config.mail.password_env) == (("desk@example.org",), "MAIL_PASSWORD")
    assert config.sources == (
        SourceEntry(feed="https://example.org/feed.xml", name="Example Daily", days=3),
        SourceEntry(folder="articles"),
    )


def test_it_is_known_what_the_file_itself_said() -> None:
    """A status can tell a default from what somebody wrote."""
    given = parse_config(WHOLE, "brief.toml").given
    assert {"topic", "make.limit", "fetch.delay", "mail.to"} <= given
    assert not given & {"title", "make.output", "mail.host"}


@pytest.mark.parametrize(
    ("entry", "kind", "address", "remote"),
    [
        ('feed = "https://example.org/f"', "feed", "https://example.org/f", True),
        ('sitemap = "https://example.org/s"', "sitemap", "https://example.org/s", True),
        ('page = "http://example.org/"', "page", "http://example.org/", True),
        ('folder = "a"', "folder", "a", False),
        ('file = "a.txt"', "file", "a.txt", False),
    ],
)
def test_source_is_of_one_kind(entry: str, kind: str, address: str, remote: bool) -> None:
    """The key says what a source is."""
    (source,) = parse_config(f"[[sources]]\n{entry}\n", "brief.toml").sources
    assert (source.kind, source.address, source.is_remote) == (kind, address, remote)


WRONG = [
    ("topci = 'x'", "no key topci; did you mean topic?"),
    ("[make]\nformat = 'md'", "no key make.format; did you mean make.formats?"),
    ("[fetch]\ndeley = 1", "no key fetch.deley; did you mean fetch.delay?"),
    ("[[sources]]\nfeeed = 'https://example.org'", "did you mean sources.feed?"),
    ("qwzx = 1", "known are topic, title"),
    ("given = ['topic']", "no key given"),
    ("[mail]\npassword = 'x'", "would be a secret in a file"),
    ("[mail]\nsmtp_password = 'x'", "mail.password_env"),
    ("api_key = 'x'", "would be a secret in a file"),
    ("topic = 3", 'topic is 3; it takes text in quotation marks ("…")'),
    ("[make]\nlimit = '10'", "make.limit is '10'; it takes a whole number"),
    ("[make]\nlimit = 2.5", "make.limit is 2.5; it takes a whole number"),
    ("[make]\nlimit = true", "make.limit is true; it takes a whole number"),
    ("[make]\nlimit = 0", "make.limit is 0; it takes at least 1"),
    ("[fetch]\nprivate = 1", "fetch.private is 1; it takes true or false"),
    ("[fetch]\ndelay = -1", "fetch.delay is -1; it cannot be less than 0"),
    ("[fetch]\ntimeout = nan", "fetch.timeout is nan"),
    ("[fetch]\ntimeout = 0", "fetch.timeout is 0; it takes more than 0"),
    ("[fetch]\nhosts = 0", "fetch.hosts is 0; it takes at least 1"),
    ("[fetch]\nlargest = 0", "fetch.largest is 0; it takes at least 1"),
    ("make = 'md'", "make is a table; write [make]"),
    ("sources = 'https://example.org'", "source"),
    ("[sources]\nfeed = 'https://example.org'", "sources is a list of tables; write [[sources]]"),
    ("[make]\nformats = 3", "make.formats is a list"),
    ("[[sources]]\nname = 'Daily'", "source 1 needs one of feed, page"),
    ("[[sources]]\nfeed = 'https://a.example'\nfolder = 'b'", "has feed and folder"),
    ("[[sources]]\nfeed = 'ftp://a.example'", "is no http address"),
    ("topic = ", "is no TOML"),
    ("topic = 'a'\ntopic = 'b'", "is no TOML"),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[text.replace("\n", " ") for text, _ in WRONG])
def test_what_is_wrong_is_named_with_its_remedy(text: str, message: str) -> None:
    """One line that names the file, the key and what to write instead."""
    with pytest.raises(Misuse) as raised:
        parse_config(text, "brief.toml")
    assert message in str(raised.value)
    assert str(raised.value).startswith("brief.toml")
    assert "\n" not in str(raised.value)
