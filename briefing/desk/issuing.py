"""`brief make` at a desk: what the configuration and the command line ask for, made, written, and kept as an issue."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from briefing.composing import parse_bound, zone_named
from briefing.config import Make
from briefing.delivery import target_of, write_files
from briefing.delivery.outcome import Outcome
from briefing.desk.commands import now, opened, tell, told_of_mail
from briefing.desk.digesting import digest
from briefing.desk.locating import Desk, find_desk
from briefing.desk.mailing import HTML, TEXT, check_mail, mail_made
from briefing.desk.making import DECIDED, Asked, brief_of_library, issue_of
from briefing.errors import Misuse
from briefing.library import briefs
from briefing.library.ledger import put_correction
from briefing.library.transaction import transaction
from briefing.model import Brief
from briefing.reading.note_file import read_note
from briefing.rendering import FORMATS, check_look, formats_named, render_each
from briefing.rendering.letter import letter_of
from briefing.rendering.lines import line
from briefing.rendering.page import withdrawn_notes

__all__ = ["make_at_desk"]

_WITH_GAPS = 3
_LOOK = ("paper", "dates", "theme", "templates")
_PATHS = ("templates", "theme", "note")


def make_at_desk(context: click.Context, issue: int | None, *, quiet: bool) -> None:
    """Make the next brief of the desk, or one of its issues again. Exits with 3 where something is missing from it."""
    desk = find_desk(Path.cwd())
    if desk is None:
        raise Misuse(
            "Name a file or a folder of articles, or - for standard input: brief make articles/ --since 2024-09-01; "
            "or begin a desk here with brief add."
        )
    options = _options(context, desk)
    if issue is not None:
        kept = _kept(desk, issue)
        asked = set(formats_named(options["formats"])) if _is_asked(context, "formats") else set(kept)
        _write({form: file for form, file in kept.items() if form in asked} or kept, options, quiet=quiet)
        return
    formats_named(options["formats"])  # a slip in a word before what is missing
    if not options["since"] and not options["correct"]:
        raise Misuse("Say since when: brief make --since last, or a day: brief make --since 2024-09-01.")
    problems, outcomes = _make_next(desk, options, quiet=quiet)
    tell(problems, "the brief lists them all")
    told_of_mail(outcomes)
    if problems:
        sys.exit(_WITH_GAPS)


def _make_next(desk: Desk, options: Mapping[str, Any], *, quiet: bool) -> tuple[list[object], list[Outcome]]:
    """Make the next brief, write it, keep it as an issue, mail it if asked to; what is missing from it, and who got it."""
    if options["mail"]:
        check_mail(desk)
    look = {name: options[name] for name in _LOOK}
    formats, asked = formats_named(options["formats"]), _asked(options)
    target_of(options["output"], {form: FORMATS[form] for form in formats}, FORMATS)
    check_look(options["language"], **look)
    with opened(desk, what="brief make") as db:
        at = now()
        digest(db, at)
        brief = brief_of_library(db, desk, asked, at)
        written, missing = render_each(brief, formats, **look)
        name = briefs.name_of_issue(db, brief.number or 0, brief.period.last.isoformat())
        kept = {form: (f"{name}{FORMATS[form]}", _bytes(data)) for form, data in written.items()}
        _write(kept, options, quiet=quiet)
        attached = [form for form in desk.config.mail.attach if form in kept]
        letter = _letter(brief, attached, look, corrects=asked.corrects)
        with transaction(db):
            briefs.put_issue(db, issue_of(brief, at, {"since": options["since"]}), kept | letter)
            if asked.corrects:
                put_correction(db, brief.number or 0, asked.corrects)
        outcomes = mail_made(db, desk, brief.number or 0, now=at) if options["mail"] else []
    return [*(problem for problem in brief.problems if problem.stage != DECIDED), *missing], outcomes


def _letter(
    brief: Brief, attached: Sequence[str], look: Mapping[str, Any], *, corrects: int | None
) -> dict[str, tuple[str, bytes]]:
    """The two bodies of the brief's letter: also where the desk has no readers yet, who may want it tomorrow."""
    words, _ = check_look(brief.language, **look)
    lines = [line(entry, brief.period.last.year, words) for entry in brief.new if entry.change and corrects]
    changes = [" ".join((*(text for text, _ in one.passage.pieces), *one.notes)) for one in lines]
    changes += withdrawn_notes(brief, words) if corrects else ()
    own = {name: look[name] for name in ("paper", "dates", "templates")}
    html, text = letter_of(brief, changes=changes, attached=attached, **own)
    return {HTML: (HTML, html.encode()), TEXT: (TEXT, text.encode())}


def _is_asked(context: click.Context, name: str) -> bool:
    return context.get_parameter_source(name) is not ParameterSource.DEFAULT


def _options(context: click.Context, desk: Desk) -> dict[str, Any]:
    """What is asked for: the command line before the configuration; paths of the configuration from its own folder."""
    config, made = desk.config, desk.config.make
    options = dict(context.params)
    said = {name: getattr(config, name) for name in ("topic", "title", "language", "zone")}
    said |= {one.name: getattr(made, one.name) for one in fields(Make)}
    said["formats"] = ",".join(made.formats)
    said["output"] = str(desk.resolve(made.output))
    for name in _PATHS:
        value = getattr(made, name)
        named = bool(value) and (name != "theme" or "." in value or "/" in value)
        said[name] = str(desk.resolve(value)) if named else value or None
    said["theme"] = said["theme"] or ""
    unasked = {name for name in said if not _is_asked(context, name)}
    return options | {name: said[name] for name in unasked}


def _asked(options: Mapping[str, Any]) -> Asked:
    zone_named(options["zone"])
    since, until, note = options["since"], options["until"], options["note"]
    last = since == "last"
    return Asked(
        since=parse_bound(since, "--since") if since and not last else None,
        until=parse_bound(until, "--until") if until else None,
        since_last=last,
        topic=options["topic"],
        title=options["title"],
        limit=options["limit"],
        language=options["language"],
        zone=options["zone"],
        corrects=options["correct"],
        note=read_note(note, options["note_by"]) if note else None,
    )


def _bytes(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data


def _kept(desk: Desk, number: int) -> dict[str, tuple[str, bytes]]:
    """The files of an issue as they were made. Raises `Misuse` where there is none of that number."""
    with opened(desk, what="brief make", writing=False) as db:
        files = {form: file for form, file in briefs.files_of(db, number).items() if form in FORMATS}
        last = briefs.next_number(db) - 1
    if not files:
        raise Misuse(
            f"the desk made no brief {number}; its last is {last}." if last else "the desk has made no brief yet."
        )
    return files


def _write(files: Mapping[str, tuple[str, bytes]], options: Mapping[str, Any], *, quiet: bool) -> None:
    """The files of a brief into the folder, the file, or the standard output that is asked for."""
    target = target_of(options["output"], {form: FORMATS[form] for form in files}, FORMATS)
    if target is None:
        for _, data in files.values():
            click.echo(data, nl=False)
        return
    is_file = target.suffix and len(files) == 1 and not target.is_dir()
    paths = {(target if is_file else target / name): data for name, data in files.values()}
    write_files(paths)
    if not quiet:
        for path in paths:
            click.echo(f"Wrote {path}", err=True)
