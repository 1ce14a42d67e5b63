"""The command ``brief``: arguments in, exit code out. The rest is imported when a command needs it.

Exit codes: 0 made, also when nothing is new; 1 failed, nothing written; 2 misuse, nothing written;
3 made, but something is missing from it.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from briefing.desk.commands import COMMANDS
from briefing.errors import BriefingError, Misuse, Problem

if TYPE_CHECKING:
    from briefing.model import Article, Brief

__all__ = ["main"]

_MADE_WITH_GAPS = 3
_MOST_PROBLEMS = 20  # lines on the terminal; the brief lists them all
_INTERRUPTED = 130
_OBJECTS_BEFORE_COLLECTING = (
    100_000  # what is imported and compiled lives to the end; looking for garbage in it is a tenth of a start
)


class _Commands(click.Group):
    """Turns whatever stops a run into one line on standard error and an exit code."""

    def main(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 -- as click has it
        gc.set_threshold(_OBJECTS_BEFORE_COLLECTING)
        try:
            return super().main(*args, **options | {"standalone_mode": False})
        except BriefingError as error:
            _stop(str(error), error.exit_code)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(Misuse.exit_code)
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "brief"
            _stop(f"{error.format_message()} See: {command} --help", Misuse.exit_code)
        except (click.Abort, KeyboardInterrupt):
            _stop("interrupted; a file is written whole or not at all.", _INTERRUPTED)
        except BrokenPipeError:
            # the reader of our output has gone (brief … | head): not our failure
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)


def _stop(message: str, code: int) -> NoReturn:
    click.echo(f"brief: {message}", err=True)
    sys.exit(code)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefing-cli", prog_name="brief")
def main() -> None:
    """Turn a pile of news articles into a brief whose every date can be defended."""


_SOURCES = click.argument("sources", metavar="SOURCE...", nargs=-1)
_QUIET = click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
_LIMIT_DEFAULT = 25


@main.command()
@_SOURCES
@click.option(
    "--since",
    metavar="DAY",
    help="First day of the period: 2024-09-01, a date-time, yesterday, 7d; at a desk last: since the last brief sent or, "
    "where none ever was, made.",
)
@click.option("--until", metavar="DAY", help="Last day, included. Default: the latest publication's; at a desk, now.")
@click.option("--issue", type=click.IntRange(min=1), metavar="N", help="Make brief N of the desk again, byte for byte.")
@click.option("--topic", default="", metavar="WORDS", help="Keep the events that belong to this topic.")
@click.option("--title", default="", metavar="WORDS", help="Title of the brief. Default: the topic.")
@click.option(
    "--format",
    "formats",
    default="md,pdf",
    show_default=True,
    metavar="LIST",
    help="Any of md, pdf, html, json, csv, ics, timelinejs.",
)
@click.option(
    "--output", default="output", show_default=True, metavar="DIR|FILE|-", help="Where it goes; - is standard output."
)
@click.option(
    "--limit",
    default=_LIMIT_DEFAULT,
    show_default=True,
    type=click.IntRange(min=1),
    help="Events in the timeline, at most 100; JSON and CSV hold all.",
)
@click.option(
    "--zone", default="UTC", show_default=True, metavar="ZONE", help="Time zone of the period, as Europe/Istanbul."
)
@click.option(
    "--language", default="en", show_default=True, metavar="CODE", help="Of the brief's own words: en, tr, ar, fr, es."
)
@click.option(
    "--dates", default="iso", show_default=True, metavar="KIND", help="In tables: iso (2024-09-13 Fri), or local."
)
@click.option("--paper", default="a4", show_default=True, metavar="SIZE", help="a4 or letter.")
@click.option("--theme", default="", metavar="NAME|FILE", help="plain, high-contrast, or a style sheet of your own.")
@click.option(
    "--templates", metavar="DIR", help="Your own brief.html.j2, brief.css, words/en.toml …, in place of ours."
)
@click.option("--note", metavar="FILE", help="Your own note, in Markdown; shown in a box that says whose it is.")
@click.option("--note-by", default="", metavar="NAME", help="Whose note it is. Default: its first line, By: NAME.")
@click.option(
    "--mail", is_flag=True, help="At a desk: send it, or put it into the outbox where the desk holds its briefs."
)
@click.option(
    "--correct",
    type=click.IntRange(min=1),
    metavar="N",
    help="At a desk: tell brief N's period anew, as it is known now.",
)
@_QUIET
def make(
    sources: tuple[str, ...],
    since: str | None,
    until: str | None,
    issue: int | None,
    mail: bool,
    correct: int | None,
    topic: str,
    title: str,
    formats: str,
    output: str,
    limit: int,
    zone: str,
    language: str,
    note: str | None,
    note_by: str,
    quiet: bool,
    **look: str,
) -> None:
    """Make a brief from articles: files, folders, or - for standard input; at a desk, from its library.

    Reads .txt, .md, .html, .json, .jsonl, .eml, .mbox and .warc.gz, and writes brief-DAY.md and .pdf, DAY being the last day of
    the period; a desk's second brief of a day is brief-DAY-no-N.

    \b
    Exit codes: 0 made (also when nothing is new), 1 no article could be read,
    2 the call is wrong, 3 made but something is missing from it.

    \b
      brief make articles/ --since 2024-09-01
      brief make articles/ --since 7d --topic "Gaza ceasefire" --format md,pdf,json
      cat article.txt | brief make - --format md --output -
      brief make --since last
    """
    if not sources:
        from briefing.desk.issuing import make_at_desk

        make_at_desk(click.get_current_context(), issue, quiet=quiet)
        return
    if issue or correct or mail or since == "last":
        named = {"--issue": issue, "--correct": correct, "--mail": mail, "--since last": since == "last"}
        asked = next(option for option, given in named.items() if given)
        raise Misuse(
            f"{asked} asks a library, which remembers its briefs; leave out the sources at a desk, or give a day."
        )
    from briefing.composing import parse_bound, zone_named
    from briefing.delivery import target_of
    from briefing.pipeline import make_brief
    from briefing.reading.note_file import read_note
    from briefing.rendering import FORMATS, check_look, formats_named, render_each

    wanted = formats_named(formats)
    target = target_of(output, {form: FORMATS[form] for form in wanted}, FORMATS)
    check_look(language, **look)
    own = read_note(note, note_by) if note else None
    if note_by and not note:
        raise Misuse("--note-by names whose note it is, but there is none; add --note FILE.")
    bounds = {
        "since": parse_bound(since, "--since") if since else None,
        "until": parse_bound(until, "--until") if until else None,
    }
    zone_named(zone)
    articles, twice, problems = _read(sources)
    brief = make_brief(
        articles,
        **bounds,
        zone=zone,
        topic=topic,
        title=title,
        limit=limit,
        twice=twice,
        problems=problems,
        language=language,
        note=own,
    )
    written, missing = render_each(brief, wanted, **look)
    _tell(brief.problems[len(problems) :], told=len(problems))
    _deliver(brief, written, target, sources, quiet=quiet)
    for error in missing:
        click.echo(f"brief: {error}", err=True)
    if brief.problems or missing:
        sys.exit(_MADE_WITH_GAPS)


@main.command()
@_SOURCES
@click.option("--format", "form", default="table", show_default=True, type=click.Choice(["table", "json", "jsonl"]))
@click.option("--explain", "event", metavar="ID", help="Say why the reports of one event are one event.")
@click.option("--find", "words", metavar="WORDS", help="At a desk: the events whose sentences hold these words.")
def events(sources: tuple[str, ...], form: str, event: str | None, words: str | None) -> None:
    """List the dated events that articles tell, without making a brief; at a desk, those of its library.

    \b
      brief events articles/
      brief events articles/ --explain 3f2a51c09b7d
      brief events articles.jsonl --format jsonl > events.jsonl
      brief events --find "Kalin"
    """
    if event is not None and not event.strip():
        raise Misuse("--explain names no event; brief events lists them with their ids.")
    if not sources:
        from briefing.desk.looking import events_at_desk

        _print(events_at_desk(form, event, words))
        return
    if words is not None:
        raise Misuse("--find looks through the library of a desk; leave out the sources.")
    from briefing.errors import NothingToBrief
    from briefing.events import find_story
    from briefing.rendering.listing import list_events

    articles, _, problems = _read(sources)
    if not articles:
        raise NothingToBrief("No article could be read, so there are no events; see the problems named above.")
    if event:
        _print(_explained(articles, event))
        return
    found = find_story(articles)
    _print(list_events(found.events, form))
    _tell(found.problems, told=len(problems), kept="brief make lists them all")
    if problems or found.problems:
        sys.exit(_MADE_WITH_GAPS)


def _explained(articles: Sequence[Article], event: str) -> str:
    from briefing.events import explain_event
    from briefing.rendering.explanation import explanation_text

    explanation = explain_event(articles, event)
    if explanation is None:
        raise Misuse(f"No event, or more than one, has the id {event}; brief events SOURCE lists them with their ids.")
    return explanation_text(explanation)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the JSON brief: what each of its keys means."""
    from briefing.rendering.schema import schema_text

    _print(schema_text())


for command in COMMANDS:
    main.add_command(command)


def _read(sources: Sequence[str]) -> tuple[list[Article], int, list[Problem]]:
    """Articles, how many repetitions were dropped, and the problems, which are told at once."""
    from briefing.reading import read_sources

    problems: list[Problem] = []
    articles, twice = read_sources(sources, problems)
    _tell(problems)
    return articles, twice, problems


def _tell(problems: Sequence[Problem], told: int = 0, kept: str = "all listed in the brief") -> None:
    """A line for each problem, up to a sane number with those ``told`` before; ``kept`` says where all are listed."""
    room = max(0, _MOST_PROBLEMS - told)
    for problem in problems[:room]:
        click.echo(f"brief: {problem}", err=True)
    if len(problems) > room:
        click.echo(f"brief: … and {len(problems) - room} more problems, {kept}.", err=True)


# ---- where a brief goes ---------------------------------------------------------------------------


def _deliver(
    brief: Brief, written: dict[str, str | bytes], target: Path | None, sources: Sequence[str], *, quiet: bool
) -> None:
    from briefing.delivery import files_of, write_files
    from briefing.rendering import FORMATS

    if target is None:
        for data in written.values():
            _print(data)
        return
    day = brief.period.until.date().isoformat() if brief.period.until else "undated"
    files = files_of(target, written, FORMATS, day)
    for path in files:
        _spare_article(path, sources)
    write_files(files)
    if not quiet:
        for path in files:
            click.echo(f"Wrote {path}", err=True)


def _spare_article(path: Path, sources: Sequence[str]) -> None:
    """Raise `Misuse` rather than write a brief over an article that it is made of."""
    from briefing.reading.own_brief import is_own_brief

    if not path.is_file() or is_own_brief(path):
        return
    here = path.resolve()
    if any(Path(source).resolve() in {here, *here.parents} for source in sources if source != "-"):
        if path.suffix not in {".md", ".html", ".json"}:  # a PDF or the like is no article
            return
        raise Misuse(f"{path} is one of the articles, and the brief would take its place; name another with --output.")


def _print(data: str | bytes) -> None:
    """Data on standard output, as bytes, so that no locale can change or refuse a letter."""
    if sys.stdout is None:
        raise BriefingError(
            "Standard output is closed, so nothing could be written; name a file or folder with --output."
        )
    try:
        click.echo(data.encode() if isinstance(data, str) else data, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise BriefingError(f"Standard output could not be written: {error.strerror or error}.") from error
