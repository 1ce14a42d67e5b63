"""Where passwords come from, and that no message shows one."""

from __future__ import annotations

import sys
import types

import pytest

from briefing.delivery.passwords import find_password
from briefing.errors import Misuse

SECRET = "gizli söz"  # noqa: S105 -- of nobody


def test_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that is not there, or empty, is told by its name."""
    monkeypatch.setenv("DESK_PASSWORD", SECRET)
    assert find_password(user="desk", env="DESK_PASSWORD") == SECRET
    monkeypatch.setenv("DESK_PASSWORD", "")
    with pytest.raises(Misuse, match=r"mail\.password_env gives an empty password"):
        find_password(user="desk", env="DESK_PASSWORD")
    monkeypatch.delenv("DESK_PASSWORD")
    with pytest.raises(Misuse, match=r"the environment has no DESK_PASSWORD"):
        find_password(user="desk", env="DESK_PASSWORD")


def test_from_a_command() -> None:
    """The first line that it prints; no shell looks at it."""
    assert find_password(user="desk", command=f"printf '%s\\nmore' '{SECRET}'") == SECRET
    assert find_password(user="desk", command="echo $HOME; echo") == "$HOME; echo"


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("false", "ended with exit code 1"),
        ("no-such-command-here", "cannot be run"),
        ("'open", "cannot be run"),
        ("true", "gives an empty password"),
        (f"sh -c 'echo {SECRET}; echo {SECRET} >&2; exit 3'", "ended with exit code 3"),
    ],
)
def test_a_command_that_fails_is_told_without_what_it_said(command: str, why: str) -> None:
    """Not its output, nor its errors, nor itself."""
    with pytest.raises(Misuse, match=why) as caught:
        find_password(user="desk", command=command)
    assert SECRET not in repr(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_from_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for service and user; what is not there is told with the command that puts it there."""
    ring = types.SimpleNamespace(get_password=lambda *told: SECRET if told == ("mail", "desk") else None)
    ring.errors = types.SimpleNamespace(KeyringError=RuntimeError)
    monkeypatch.setitem(sys.modules, "keyring", ring)
    assert find_password(user="desk", keyring="mail") == SECRET
    with pytest.raises(Misuse, match=r"keyring set post desk"):
        find_password(user="desk", keyring="post")
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(Misuse, match=r"briefing-cli\[keyring\]"):
        find_password(user="desk", keyring="mail")


def test_one_way_and_a_user() -> None:
    """Without a user there is no password; with one there is exactly one way to it."""
    assert find_password(user="") == ""
    with pytest.raises(Misuse, match=r"mail\.user is not"):
        find_password(user="", env="X")
    with pytest.raises(Misuse, match=r"and none is given"):
        find_password(user="desk")
    with pytest.raises(Misuse, match=r"mail.password_env and mail.password_command are given"):
        find_password(user="desk", env="X", command="true")
