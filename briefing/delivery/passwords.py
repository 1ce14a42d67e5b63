"""Finds the password of a mail server where it is kept: never in a flag, a file of ours, a log line or a message of ours."""

from __future__ import annotations

import os
import shlex
import subprocess

from briefing.errors import Misuse

__all__ = ["find_password"]

_PATIENCE = 60.0  # seconds that a command may take: some ask for a fingerprint


def find_password(*, user: str, env: str = "", command: str = "", keyring: str = "") -> str:
    """The password of ``user``; "" where no user is named.

    It is in the environment's variable ``env``, or the first line that ``command`` prints (run without a shell), or the
    keyring's entry for the service ``keyring``. Raises `Misuse` where not exactly one is given, or nothing is found.
    """
    ways = {"mail.password_env": env, "mail.password_command": command, "mail.password_keyring": keyring}
    given = [name for name, value in ways.items() if value]
    if not user:
        if given:
            raise Misuse(f"{given[0]} is given and mail.user is not; write whose password it is, or take it out.")
        return ""
    if len(given) != 1:
        said = f"{' and '.join(given)} are given" if given else "none is given"
        raise Misuse(f"the password of mail.user is found by one of {', '.join(ways)}, and {said}.")
    found = _from_environment(env) if env else _from_command(command) if command else _from_keyring(keyring, user)
    if not found:
        raise Misuse(f"{given[0]} gives an empty password; put the password there.")
    return found


def _from_environment(name: str) -> str:
    if name not in os.environ:
        raise Misuse(f"the environment has no {name}, which mail.password_env names; set it where brief is run.")
    return os.environ[name]


def _from_command(command: str) -> str:
    try:
        words = shlex.split(command)
        run = subprocess.run(  # noqa: S603 -- the user's own command, and no shell
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise Misuse(
            f"mail.password_command took more than {_PATIENCE:g} seconds; run it yourself to see why."
        ) from None
    except (OSError, ValueError, IndexError) as error:
        why = (getattr(error, "strerror", None) or "it is no command").lower()
        raise Misuse(f"mail.password_command cannot be run: {why}; correct it in brief.toml.") from None
    if run.returncode:
        raise Misuse(f"mail.password_command ended with exit code {run.returncode}; run it yourself to see why.")
    lines = run.stdout.decode("utf-8", "replace").splitlines()
    return lines[0] if lines else ""


def _from_keyring(service: str, user: str) -> str:
    try:
        import keyring
    except ImportError:
        raise Misuse(
            "mail.password_keyring needs the package keyring; install briefing-cli[keyring], or use mail.password_env."
        ) from None
    try:
        found = keyring.get_password(service, user)
    except keyring.errors.KeyringError as error:
        raise Misuse(f"the keyring could not be read ({type(error).__name__}); unlock it and try again.") from None
    if found is None:
        raise Misuse(f"the keyring has no password of {user} for {service}; put it there: keyring set {service} {user}")
    return str(found)
