"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from briefing.delivery import write_files
from briefing.errors import BriefingError


def leftovers(folder: Path) -> list[str]:
    """Names of temporary files left in a folder and below."""
    return [file.name for file in folder.rglob(".brief-*")]


def test_text_and_bytes_land_in_folders_that_did_not_exist(tmp_path: Path) -> None:
    """Both kinds of content arrive unchanged, and nothing temporary stays."""
    text, data = tmp_path / "a" / "b" / "brief.md", tmp_path / "brief.pdf"
    write_files({text: "Kalın\n", data: b"%PDF\r\n"})
    assert text.read_bytes() == "Kalın\n".encode()
    assert data.read_bytes() == b"%PDF\r\n"
    assert not leftovers(tmp_path)


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    """The umask decides, as it does for every other program."""
    before = os.umask(0o027)
    try:
        write_files({tmp_path / "brief.md": "x"})
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "brief.md").stat().st_mode) == 0o640


def test_a_private_file_stays_private(tmp_path: Path) -> None:
    """Writing a file again does not open it to others."""
    path = tmp_path / "brief.md"
    path.write_text("old")
    path.chmod(0o600)
    write_files({path: "new"})
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    """`latest.md -> brief.md` still points there afterwards."""
    target, link = tmp_path / "brief.md", tmp_path / "latest.md"
    target.write_text("old")
    link.symlink_to("brief.md")
    write_files({link: "new"})
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    """The message says what stands in the way."""
    with pytest.raises(BriefingError, match=r"brief\.md is a folder"):
        write_files({_folder(tmp_path / "brief.md"): "x"})
    assert not leftovers(tmp_path)


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    """A path through a file cannot be made."""
    (tmp_path / "output").write_text("")
    with pytest.raises(BriefingError, match="a part of the path is a file"):
        write_files({tmp_path / "output" / "brief.md": "x"})


def test_a_full_disk_leaves_every_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the second file does not fit, the first one is not changed either."""
    first, second = tmp_path / "brief.md", tmp_path / "brief.pdf"
    first.write_text("old")
    calls = iter((None, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))))

    def full(_handle: int) -> None:
        if error := next(calls):
            raise error

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BriefingError, match=r"brief\.pdf cannot be written: no space left"):
        write_files({first: "new", second: b"new"})
    assert first.read_text() == "old"
    assert not second.exists()
    assert not leftovers(tmp_path)


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the middle of a file removes the half that was written."""

    def interrupt(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_files({tmp_path / "brief.md": "x"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_unwritable_folder_is_named(tmp_path: Path) -> None:
    """The sentence gives the path as the user wrote it, and the reason."""
    tmp_path.chmod(0o500)
    with pytest.raises(BriefingError, match="permission denied"):
        write_files({tmp_path / "brief.md": "x"})


def test_a_device_is_written_to_and_never_replaced() -> None:
    """`--output /dev/null` must not turn the device into a file."""
    write_files({Path(os.devnull): "x"})
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
