"""Written publication dates, each beside what it says."""

from __future__ import annotations

import pytest

from briefing.reading.datetext import read_date

WRITTEN = """
2024-09-14                          | 2024-09-14
2024-09                             | 2024-09
2024                                | 2024
20240914                            | 2024-09-14
2024-09-14 08:32                    | 2024-09-14
2024/9/14                           | 2024-09-14
14 September 2024                   | 2024-09-14
Saturday, 14th Sept. 2024           | 2024-09-14
May 9, 2024 at 5:29pm               | 2024-05-09
Thursday, May 9, 2024               | 2024-05-09
9 May 2024 - 08:32                  | 2024-05-09
[17/ September/2024]                | 2024-09-17
29nov2023                           | 2023-11-29
September 2024                      | 2024-09
05/29/24                            | 2024-05-29
29/05/2024 06:27                    | 2024-05-29
03.12.2023, 12:06                   | 2023-12-03
5/5/2024                            | 2024-05-05
9 mai 2024 à 21:02                  | 2024-05-09
12 Temmuz 2024                      | 2024-07-12
12. September 2024, 09:30 Uhr       | 2024-09-12
9 de mayo de 2024                   | 2024-05-09
5 Kasım 2024 Salı 14:05             | 2024-11-05
15 AĞUSTOS 2024                     | 2024-08-15
1er août 2024                       | 2024-08-01
3. März 2024                        | 2024-03-03
4 de março de 2024                  | 2024-03-04
12 июля 2024, 14:05                 | 2024-07-12
12 Αυγούστου 2024                   | 2024-08-12
12 באוגוסט 2024                     | 2024-08-12
9 مايو 2024                         | 2024-05-09
٩ مايو ٢٠٢٤                         | 2024-05-09
نوفمبر/تشرين الثاني 2023            | 2023-11
"""

NO_DATES = (
    "",
    "soon",
    "yesterday",
    "2 hours ago",
    "9 May",
    "2024-02-31",
    "31 February 2024",
    "2024-13-01",
    "12/6/2024",
    "8-5-2024",
    "24-05-09",
    "0001-01-01",
    "9999-12-31",
    "1715212800",
    "7 killed in 2024",
    "9 " * 200 + "May 2024",
)


@pytest.mark.parametrize(
    ("written", "edtf"), [[cell.strip() for cell in row.split("|")] for row in WRITTEN.strip().split("\n")]
)
def test_written_date(written: str, edtf: str) -> None:
    """A date in the forms that news sites use is read to the precision that it has."""
    stamp = read_date(written)
    assert stamp is not None
    assert str(stamp.span) == edtf


@pytest.mark.parametrize("written", NO_DATES)
def test_no_date(written: str) -> None:
    """What is relative, impossible, ambiguous or without a year gives no date at all."""
    assert read_date(written) is None


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2024-09-14T00:53:00+03:00", "2024-09-14T00:53:00+03:00"),
        ("2024-09-13T21:53:00Z", "2024-09-13T21:53:00+00:00"),
        ("Sat, 14 Sep 2024 00:53:00 +0300", "2024-09-14T00:53:00+03:00"),
        ("May 9, 2024 at 5:29pm GMT", "2024-05-09T17:29:00+00:00"),
        ("May 9, 2024 at 12:05 am UTC", "2024-05-09T00:05:00+00:00"),
    ],
)
def test_the_day_is_the_local_one(written: str, instant: str) -> None:
    """With a zone the instant is kept, and the day stays the day where it was published."""
    stamp = read_date(written)
    assert stamp is not None
    assert stamp.instant is not None
    assert stamp.instant.isoformat() == instant
    assert str(stamp.span) == instant[:10]


@pytest.mark.parametrize(
    "written", ["2024-09-14T00:53:00", "9 May 2024 14:05", "9 May 2024 14:05 IST", "9 May 2024 99:99 GMT"]
)
def test_no_instant_without_a_zone(written: str) -> None:
    """A clock time whose zone is missing or means three countries is no instant; the day is still read."""
    stamp = read_date(written)
    assert stamp is not None
    assert stamp.instant is None


@pytest.mark.parametrize(
    ("country", "language", "edtf"),
    [
        ("GB", "", "2024-06-12"),
        ("US", "", "2024-12-06"),
        ("", "de", "2024-06-12"),
        ("", "en", None),
        ("US", "es", "2024-12-06"),
    ],
)
def test_country_settles_day_and_month(country: str, language: str, edtf: str | None) -> None:
    """12/6/2024 is read only where the country, or a language other than English, says which is the day."""
    stamp = read_date("12/6/2024 6:27", country=country, language=language)
    assert (stamp and str(stamp.span)) == edtf
