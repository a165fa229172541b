"""Letters that differ in nothing but a token: composed once, then filled, which costs a hundredth of composing."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence
from typing import Final, NamedTuple

#: Stands where a reader's token will: 43 signs that quoted-printable leaves as they are, like the token's own, so
#: that lines break at the same places.
HOLE: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq"
#: Quoted-printable may break a line within a long word.
_SOFT_BREAK: Final = b"=\r\n"
_FOUND: Final = re.compile(b"(?:=\r\n)?".join(re.escape(sign.encode()) for sign in HOLE))
#: Moulds kept in a process: the languages of a few outcomes.
MOST: Final = 200


class Part(NamedTuple):
    """Some text, and after it the token, broken at `cuts`."""

    text: bytes
    cuts: tuple[int, ...]


class Mould(NamedTuple):
    parts: Sequence[Part]
    end: bytes

    def fill(self, token: bytes) -> bytes:
        """`token`: as long as the hole."""
        filled = []
        for text, cuts in self.parts:
            filled.append(text)
            begun = 0
            for cut in cuts:
                filled += (token[begun:cut], _SOFT_BREAK)
                begun = cut
            filled.append(token[begun:])
        return b"".join((*filled, self.end))


class Moulds:
    """The moulds used last."""

    def __init__(self) -> None:
        self._known: OrderedDict[bytes, Mould] = OrderedDict()

    def get(self, key: bytes) -> Mould | None:
        mould = self._known.get(key)
        if mould:
            self._known.move_to_end(key)
        return mould

    def keep(self, key: bytes, mould: Mould) -> Mould:
        self._known[key] = mould
        if len(self._known) > MOST:
            self._known.popitem(last=False)
        return mould


def cast_mould(content: bytes) -> Mould:
    """Takes a letter apart at its holes."""
    parts, begun = [], 0
    for found in _FOUND.finditer(content):
        parts.append(Part(content[begun : found.start()], _cuts(found[0])))
        begun = found.end()
    return Mould(parts, content[begun:])


def _cuts(hole: bytes) -> tuple[int, ...]:
    """How many signs stand before each break."""
    pieces = hole.split(_SOFT_BREAK)[:-1]
    return tuple(sum(map(len, pieces[: number + 1])) for number in range(len(pieces)))
