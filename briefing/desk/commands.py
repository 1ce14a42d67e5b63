"""The commands of a desk: add, fetch, fix, status, send, and making a brief from the library. All else is imported late."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.errors import BriefingError, Misuse, Problem

if TYPE_CHECKING:
    import sqlite3

    from briefing.delivery.outcome import Outcome
    from briefing.desk.locating import Desk
    from briefing.model import Fix, FixKind

__all__ = ["COMMANDS", "desk_here", "now", "opened", "tell", "told_of_mail"]

_WITH_GAPS = 3
_WAIT = 60.0  # seconds for another run to end
_MOST_LINES = 20


def now() -> datetime:
    """The clock, read here and handed on."""
    return datetime.now(UTC)


def desk_here() -> Desk:
    """The desk of the folder in which the command runs. Raises `Misuse` where there is none."""
    from briefing.desk.locating import need_desk

    return need_desk(Path.cwd())


@contextmanager
def opened(desk: Desk, *, what: str, writing: bool = True) -> Iterator[sqlite3.Connection]:
    """The library of a desk; for writing it is held, so that a second run waits or says who holds it."""
    import sqlite3
    from contextlib import closing, nullcontext

    from briefing.library.holding import holding
    from briefing.library.schema import open_library, refusal_of

    try:
        desk.library.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BriefingError(
            f"the folder of the library {desk.library.name} cannot be made: {error.strerror}; check library in {desk.path.name}."
        ) from error
    held = holding(desk.library, what=what, wait=_WAIT) if writing else nullcontext()
    try:
        with held, closing(open_library(desk.library, writing=writing)) as db:
            yield db
    except sqlite3.Error as error:
        raise BriefingError(refusal_of(desk.library, error)) from error


# ---- add ----------------------------------------------------------------------------------------


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--name", default="", metavar="WORDS", help="What a brief calls the source.")
@click.option("--remove", is_flag=True, help="Take sources out again, by address or name; what they brought stays.")
def add(sources: tuple[str, ...], name: str, remove: bool) -> None:
    """Add feeds, sitemaps, pages, folders or files to the desk; writes brief.toml here where there is none.

    A web address may be that of a feed or of a site, whose feed is then looked for. - reads an article from standard
    input into the library.

    \b
      brief add https://example.org/feed.xml
      brief add https://example.org --name "Example Daily"
      brief add articles/
      brief add --remove "Example Daily"
    """
    from briefing.delivery import write_files
    from briefing.desk.adding import NEW_DESK, with_sources, without_sources
    from briefing.desk.locating import CONFIG_NAME, find_desk
    from briefing.desk.recognising import entry_of

    if name and len(sources) > 1:
        raise Misuse("--name is the name of one source; add the others by themselves.")
    desk = find_desk(Path.cwd())
    path = desk.path if desk else Path(CONFIG_NAME)
    text = path.read_text(encoding="utf-8") if desk else NEW_DESK
    if remove:
        changed, gone = without_sources(text, sources)
        write_files({path: changed})
        for address in gone:
            click.echo(f"Removed {address}", err=True)
        return
    entries = [entry_of(source, name, path.resolve().parent, now) for source in sources if source != "-"]
    changed, new = with_sources(text, entries)
    if new or not desk:
        write_files({path: changed})
    for entry in entries:
        known = "" if entry in new else ", which the desk had already"
        click.echo(f"{'Added' if entry in new else 'Kept'} {entry.kind} {entry.address}{known}", err=True)
    if "-" in sources:
        _add_from_stdin()


def _add_from_stdin() -> None:
    from briefing.desk.digesting import digest
    from briefing.library.articles import put_article
    from briefing.library.transaction import transaction
    from briefing.reading import read_sources

    desk, problems = desk_here(), list[Problem]()
    articles, _ = read_sources(["-"], problems)
    with opened(desk, what="brief add") as db:
        at = now()
        with transaction(db):
            told = [put_article(db, article, source="-", now=at)[0] for article in articles]
        problems += digest(db, at)
    tell(problems)
    click.echo(f"Read {len(told)} articles from standard input.", err=True)
    if problems:
        sys.exit(_WITH_GAPS)


# ---- fetch --------------------------------------------------------------------------------------


@click.command()
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
@click.option(
    "--reread", is_flag=True, help="First read anew what an earlier version of brief had read; takes minutes."
)
def fetch(quiet: bool, reread: bool) -> None:
    """Fetch what is new in the desk's sources into its library.

    \b
    Exit codes: 0 fetched, also when nothing is new; 1 every source failed; 3 fetched, but something failed.
    """
    from briefing.desk.fetching import fetch as fetch_all

    desk = desk_here()
    if not desk.config.sources:
        raise Misuse(f"{desk.path.name} names no source; add one with: brief add https://example.org/feed.xml")
    with opened(desk, what="brief fetch") as db:
        if reread:
            _reread(db, quiet=quiet)
        fetched = fetch_all(db, desk, now)
    names = {source.address: source.name for source in desk.config.sources if source.name}
    tell([replace(one, article=names.get(one.article, one.article)) for one in fetched.problems])
    if not quiet:
        click.echo(
            f"{fetched.added} article{'s' * (fetched.added != 1)} new, {fetched.updated} changed, {fetched.known} known; "
            f"{fetched.sources - fetched.failed} of {fetched.sources} sources read.",
            err=True,
        )
    if fetched.failed and fetched.failed == fetched.sources:
        sys.exit(1)
    if fetched.failed or fetched.problems:
        sys.exit(_WITH_GAPS)


def _reread(db: sqlite3.Connection, *, quiet: bool) -> None:
    from briefing.desk.rereading import reread

    def say(done: int, whole: int) -> None:
        if not quiet:
            click.echo(f"Read {done:,} of {whole:,} articles anew.", err=True)

    if not reread(db, now, say) and not quiet:
        click.echo("No article was read by another version of brief.", err=True)


def tell(problems: Sequence[object], where: str = "the next brief lists them all") -> None:
    """A line for each problem, up to a sane number, one for all that say the same; ``where`` says where the others are."""
    places: dict[str, list[str]] = {}  # by what is wrong there
    for problem in problems:
        message, place = (problem.message, problem.article) if isinstance(problem, Problem) else (str(problem), "")
        places.setdefault(message, []).append(place)
    for message, (first, *others) in list(places.items())[:_MOST_LINES]:
        more = f" and {len(others)} more" if others else ""
        click.echo(f"brief: {Problem('', f'{first}{more}' if first else '', message)}", err=True)
    if rest := sum(len(some) for some in list(places.values())[_MOST_LINES:]):
        click.echo(f"brief: … and {rest} more; {where}.", err=True)


# ---- fix ----------------------------------------------------------------------------------------


@click.command()
@click.argument("target", metavar="ID", default="")
@click.option("--date", metavar="EDTF", help="The day is this: 2024-09-13, 2024-09, 2024-09-13/2024-09-15.")
@click.option("--merge", metavar="ID2", help="It is one event with this other.")
@click.option("--split", metavar="N", help="Its report number N tells another event.")
@click.option(
    "--drop", is_flag=True, help="Leave it out. Also of an article (its address, file or id) or a source (its address)."
)
@click.option("--statement", metavar="N", help="Report number N speaks for it.")
@click.option("--reason", default="", metavar="WORDS", help="Why; stands in the log and in the brief.")
@click.option("--undo", metavar="NUMBER", type=int, help="Take a fix back.")
@click.option("--log", "show_log", is_flag=True, help="List every fix ever made.")
def fix(
    target: str,
    date: str | None,
    merge: str | None,
    split: str | None,
    drop: bool,
    statement: str | None,
    reason: str,
    undo: int | None,
    show_log: bool,
) -> None:
    """Correct an event by hand; logged with its reason, kept through every fetch, and reversible.

    Without an option the reports of the event are listed with their numbers.

    \b
      brief fix 3f2a51c09b7d --date 2024-09-13 --reason "the ministry corrected the day"
      brief fix 3f2a51c09b7d --merge 9d8c77e01a2b --reason "one meeting"
      brief fix https://example.org/wrong --drop --reason "retracted"
      brief fix --undo 4
    """
    from briefing.desk import deciding
    from briefing.desk.decided import log_text
    from briefing.model import FixKind

    wanted: dict[FixKind, str | None] = {
        FixKind.DATE: date,
        FixKind.MERGE: merge,
        FixKind.SPLIT: split,
        FixKind.STATEMENT: statement,
        FixKind.DROP: "" if drop else None,
    }
    given = {kind: value for kind, value in wanted.items() if value is not None}
    if len(given) > 1:
        raise Misuse("One fix at a time: give one of --date, --merge, --split, --statement and --drop.")
    with opened(desk_here(), what="brief fix") as db:
        if show_log:
            click.echo(log_text(db), nl=False)
        elif undo is not None:
            fixed = deciding.undo(db, undo, now())
            _digested(db)
            click.echo(f"Took back fix {fixed.number}.", err=True)
        elif not target:
            raise Misuse("Name an event, an article or a source; brief events lists the events with their ids.")
        elif not given:
            click.echo(_numbered(db, target), nl=False)
        else:
            _decide(db, target, *next(iter(given.items())), reason)


def _decide(db: sqlite3.Connection, target: str, kind: FixKind, value: str, reason: str) -> None:
    from briefing.desk.deciding import decide, withdraw
    from briefing.library.events import event_named
    from briefing.model import FixKind

    if kind is FixKind.DROP and not event_named(db, target):
        fixed = withdraw(db, target, reason, now())
        _tell_left_out(db, fixed)
    else:
        fixed = decide(db, target, kind, value, reason, now())
    _digested(db)
    if kind is FixKind.DATE:
        _warn(db, fixed)
    click.echo(f"Fix {fixed.number} is in force; take it back with: brief fix --undo {fixed.number}", err=True)


def _tell_left_out(db: sqlite3.Connection, fixed: Fix) -> None:
    """How much a withdrawal takes out, which of a source is easily more than was meant."""
    from briefing.library.articles import articles_named, is_one_article

    count = len(articles_named(db, fixed.telling))
    later = "" if is_one_article(db, fixed.telling) else ", and all that it brings from now on"
    click.echo(f"Left out: {count:,} article{'s' * (count != 1)}{later}.", err=True)


def _warn(db: sqlite3.Connection, fixed: Fix) -> None:
    from briefing.datespan import DateSpan
    from briefing.desk.decided import doubt_of_date, event_told_by

    event = event_told_by(db, fixed.tellings)
    if event and (doubt := doubt_of_date(event, DateSpan.parse(fixed.value))):
        click.echo(f"brief: {doubt}.", err=True)


def _digested(db: sqlite3.Connection) -> None:
    from briefing.desk.digesting import digest

    digest(db, now())


def _numbered(db: sqlite3.Connection, target: str) -> str:
    from briefing.desk.decided import article_told
    from briefing.desk.deciding import event_of, reports_of

    event = event_of(db, target)
    lines = [f"{event.id}  {event.span}  {event.statement.text}"]
    lines += [
        f"{number:>3}  {report.span}  {', '.join(filter(None, (report.outlet, article_told(db, report.article))))}: {report.text}"
        for number, report in enumerate(reports_of(event), start=1)
    ]
    return "\n".join(lines) + "\n"


# ---- status -------------------------------------------------------------------------------------


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As data, for monitoring.")
@click.option("--all", "whole", is_flag=True, help="Also the settings that nobody made: the defaults in force.")
def status(as_json: bool, whole: bool) -> None:
    """Say how the desk is: its sources, its library, the last brief, what is in force and where from.

    \b
    Exit codes: 0 all is well; 2 the configuration is wrong; 3 a source fails or is silent, or something is missing.
    """
    from briefing.desk.standing import status_object, status_of_desk, status_text

    desk = desk_here()
    with opened(desk, what="brief status", writing=False) as db:
        told = status_of_desk(db, desk, now())
    text = (
        f"{json.dumps(status_object(told), ensure_ascii=False, indent=2)}\n"
        if as_json
        else status_text(told, whole=whole)
    )
    click.echo(text, nl=False)
    if told.problems or any(source.state in {"failing", "silent"} for source in told.sources):
        sys.exit(_WITH_GAPS)


# ---- send ---------------------------------------------------------------------------------------


@click.command()
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--issue", type=click.IntRange(min=1), metavar="N", help="Brief N. Default: the last one made.")
@click.option("--to", multiple=True, metavar="ADDRESS", help="Instead of the desk's readers; may be repeated.")
@click.option("--cc", multiple=True, metavar="ADDRESS", help="Likewise, a copy.")
@click.option("--bcc", multiple=True, metavar="ADDRESS", help="Likewise, a copy of which the others do not know.")
@click.option("--resend", is_flag=True, help="Also to those of whom it is not known whether they got it.")
@click.option("--dry-run", is_flag=True, help="Send nothing: write the letter as .eml and say what would happen.")
def send(
    file: str | None,
    issue: int | None,
    to: tuple[str, ...],
    cc: tuple[str, ...],
    bcc: tuple[str, ...],
    resend: bool,
    dry_run: bool,
) -> None:
    """Send the last brief made (or FILE, a brief of this desk) to those of its readers who have not got it.

    \b
    Exit codes: 0 sent, also when all had it; 2 a setting is wrong, nothing was sent; 4 somebody was not sent it, or it is
    not known whether they got it: running it again never sends twice.

    \b
      brief send
      brief send --dry-run
      brief send --issue 54 --to editor@example.org
    """
    from briefing.desk.mailing import mail_issue, number_of_file
    from briefing.library.briefs import next_number

    if file and issue:
        raise Misuse("Name the brief by FILE or by --issue, not by both.")
    desk = desk_here()
    with opened(desk, what="brief send") as db:
        number = issue or (number_of_file(db, Path(file)) if file else next_number(db) - 1)
        if not number:
            raise Misuse("the desk has made no brief yet; make one with: brief make --since last")
        outcomes = mail_issue(
            db, desk, number, to=to or None, cc=cc or None, bcc=bcc or None, resend=resend, dry_run=dry_run, now=now()
        )
    told_of_mail(outcomes)


def told_of_mail(outcomes: Sequence[Outcome]) -> None:
    """A line for each reader; exits with 4 where somebody did not get the brief, or may not have."""
    from briefing.delivery.outcome import exit_code

    for outcome in outcomes:
        click.echo(f"brief: {outcome}", err=True)
    if code := exit_code(outcomes):
        sys.exit(code)


COMMANDS: tuple[click.Command, ...] = (add, fetch, fix, status, send)
