"""What ``--output`` means, and what the files of a brief are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.delivery import files_of, target_of
from briefing.errors import Misuse
from briefing.rendering import FORMATS


def endings(*formats: str) -> dict[str, str]:
    """The endings of some formats."""
    return {form: FORMATS[form] for form in formats}


def test_each_format_has_a_name_of_its_own(tmp_path: Path) -> None:
    """Also those that are both JSON."""
    files = files_of(tmp_path, dict.fromkeys(FORMATS, ""), FORMATS, "2024-09-14")
    assert sorted(path.name for path in files) == [
        f"brief-2024-09-14.{ending}" for ending in ("csv", "html", "ics", "json", "md", "pdf", "timelinejs.json")
    ]


@pytest.mark.parametrize(("form", "name"), [("json", "a.json"), ("timelinejs", "a.json"), ("ics", "a.ics")])
def test_one_format_may_have_the_name_that_the_user_likes(tmp_path: Path, form: str, name: str) -> None:
    """As long as it ends as that format does."""
    target = target_of(str(tmp_path / name), endings(form), FORMATS)
    assert target
    assert list(files_of(target, {form: ""}, FORMATS, "2024-09-14")) == [tmp_path / name]


@pytest.mark.parametrize(
    ("output", "formats", "message"),
    [
        ("a.csv", ["ics"], r"--output a\.csv does not end in \.ics; name it so, or add --format csv"),
        ("a.csv", ["csv", "ics"], "is one file, but csv,ics are 2"),
        ("a.docx", ["csv"], "which is no format"),
        ("-", ["csv", "ics"], "takes one format"),
        (" ", ["csv"], "names nothing"),
    ],
)
def test_an_output_that_cannot_be_meant_is_misuse(output: str, formats: list[str], message: str) -> None:
    """With a remedy."""
    with pytest.raises(Misuse, match=message):
        target_of(output, endings(*formats), FORMATS)
