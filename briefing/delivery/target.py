"""Where a brief goes: what ``--output`` means, and what the files are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from briefing.errors import Misuse

__all__ = ["files_of", "target_of"]

_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}")  # what looks like the ending of a file's name


def target_of(output: str, endings: Mapping[str, str], every: Mapping[str, str]) -> Path | None:
    """The folder or file that ``--output`` means, None for standard output.

    ``endings`` are those of the formats wanted, by format, ``every`` those of all formats. Raises `Misuse`, with a remedy.
    """
    if not output.strip():
        raise Misuse("--output names nothing; name a folder, a file, or - for standard output.")
    if output == "-":
        if len(endings) > 1:
            raise Misuse(f"--output - takes one format, not {len(endings)}; add --format md, for example.")
        return None
    path = Path(output)
    if path.suffix in {_last(ending) for ending in every.values()} and not path.is_dir():
        _check_file(path, endings, every)
    elif _ENDING.fullmatch(path.suffix) and not path.exists():
        raise Misuse(
            f"--output {output} ends in {path.suffix}, which is no format; name a folder, or add --format and a file that ends in it."
        )
    elif path.exists() and not path.is_dir():
        raise Misuse(
            f"--output {output} is a file that no format is named after; name a folder, or a file ending in .md."
        )
    return path


def _check_file(path: Path, endings: Mapping[str, str], every: Mapping[str, str]) -> None:
    if len(endings) > 1:
        raise Misuse(f"--output {path} is one file, but {','.join(endings)} are {len(endings)}; name a folder.")
    (ending,) = endings.values()
    if path.suffix != _last(ending):
        meant = next(form for form, known in every.items() if _last(known) == path.suffix)
        raise Misuse(f"--output {path} does not end in {ending}; name it so, or add --format {meant}.")


def files_of(
    target: Path, written: Mapping[str, str | bytes], endings: Mapping[str, str], day: str
) -> dict[Path, str | bytes]:
    """Each rendered format under the name of its file: the target itself, or ``brief-DAY`` and its ending in that folder."""
    single = not target.is_dir() and target.suffix in {_last(endings[form]) for form in written}
    return {(target if single else target / f"brief-{day}{endings[form]}"): data for form, data in written.items()}


def _last(ending: str) -> str:
    """``.json`` of ``.timelinejs.json``: what the name of a file of one's own must end in."""
    return f".{ending.rpartition('.')[2]}"
