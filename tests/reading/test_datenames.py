"""Dates in web addresses and file names."""

from __future__ import annotations

import pytest

from briefing.reading.datenames import date_in_file_name, date_in_url


@pytest.mark.parametrize(
    ("path", "edtf"),
    [
        ("/2024/05/09/talks", "2024-05-09"),
        ("/2024/5/9/", "2024-05-09"),
        ("/talks-2024-05-09", "2024-05-09"),
        ("/talks-20240221-cairo", "2024-02-21"),
        ("/talks-202408211005", "2024-08-21"),
        ("/29-May-2024/talks", "2024-05-29"),
        ("/29nov2023-talks", "2023-11-29"),
        ("/2024/may/09/talks", "2024-05-09"),
        ("/05/29/2024/talks", "2024-05-29"),
        ("/29/07/2024/talks", "2024-07-29"),
        ("/2024/05/talks", "2024-05"),
        ("/2024/may/", "2024-05"),
        ("/05/06/2024/talks", None),
        ("/2024/13/45/talks", None),
        ("/20240231", None),
        ("/story-20240914123", None),
        ("/a20240914f3", None),
        ("/resolution-2735", None),
        ("/", None),
    ],
)
def test_date_in_url(path: str, edtf: str | None) -> None:
    """A date in the path of an address is read; a number that only looks like one is not."""
    stamp = date_in_url(f"https://daily-b.example{path}")
    assert (stamp and str(stamp.span)) == edtf


def test_host_and_query_hold_no_date() -> None:
    """Only the path of an address can tell the publication date."""
    assert date_in_url("https://2024-05-09.example/talks?since=2024-05-09#2024-05-09") is None


def test_country_settles_numeric_url() -> None:
    """With a country, /05/06/2024/ is read in its order."""
    stamp = date_in_url("https://daily-b.example/05/06/2024/", country="US")
    assert stamp is not None
    assert str(stamp.span) == "2024-05-06"


@pytest.mark.parametrize(
    ("name", "edtf"),
    [
        ("2024-09-14-talks.txt", "2024-09-14"),
        ("20240914_talks.txt", "2024-09-14"),
        ("talks-14sep2024.html", "2024-09-14"),
        ("2024-09-notes.md", "2024-09"),
        ("000_036a012efc2a95dd.txt", None),
        ("talks-2735.txt", None),
        ("notes.2024", None),
    ],
)
def test_date_in_file_name(name: str, edtf: str | None) -> None:
    """A file's name can tell the date; hashes and numbers in it do not."""
    stamp = date_in_file_name(name)
    assert (stamp and str(stamp.span)) == edtf
