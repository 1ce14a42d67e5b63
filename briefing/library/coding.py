"""Values of the house as bytes and back: MessagePack, decoded against the types, compressed where it is much.

What does not decode was written by another version of the house, and is worked out anew.
"""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

__all__ = ["decoded", "encoded", "instant", "moment", "packed", "unpacked"]

T = TypeVar("T")
_encode = msgspec.msgpack.Encoder().encode


def encoded(value: object) -> bytes:
    """A frozen value as bytes."""
    return _encode(value)


def decoded(data: bytes, kind: type[T]) -> T | None:
    """The value of a type, or None where the bytes were written for another shape of it."""
    try:
        value = _decoder(kind).decode(data)
    except (msgspec.MsgspecError, ValueError):
        return None
    return value if isinstance(value, kind) else None


def packed(value: object) -> bytes:
    """A value as compressed bytes."""
    return zlib.compress(_encode(value), 1)


def unpacked(data: bytes, kind: type[T]) -> T | None:
    """The value of compressed bytes, as `decoded` gives it."""
    return decoded(zlib.decompress(data), kind)


def moment(instant: datetime) -> str:
    """An instant as the library writes it: UTC, to the microsecond, so that text sorts as time does."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def instant(written: str) -> datetime:
    """The instant that `moment` wrote."""
    return datetime.fromisoformat(written)


_decoders: dict[type[object], msgspec.msgpack.Decoder[object]] = {}  # making one takes longer than using it


def _decoder(kind: type[object]) -> msgspec.msgpack.Decoder[object]:
    if kind not in _decoders:
        _decoders[kind] = msgspec.msgpack.Decoder(kind)
    return _decoders[kind]
