"""Print kits: what is chosen, what pages that makes, and in which portions they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final, Literal, NamedTuple, get_args

Format = Literal["a6", "a5", "a4", "a3", "stickers", "card"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
#: At once: forty places in six formats are 240 pages.
MOST_PIECES: Final = 600
#: Of one campaign at a time; an earlier one is discarded, or waited for until it goes by itself.
MOST_KITS: Final = 6
#: So long a kit lies ready. It can always be drawn again.
LASTS: Final = timedelta(days=1)
#: Pages that a worker draws in one go: a second or two, so that one that is killed leaves little to do again.
PORTION: Final = 12
#: Number of the page that lists all codes.
CODES: Final = 0


class Choice(NamedTuple):
    """How one channel is to be printed. `large`: in large print."""

    format: Format
    language: str
    large: bool = False


class Wanted(NamedTuple):
    """What somebody chose; no codes: all channels that are open."""

    formats: tuple[Format, ...]
    languages: tuple[str, ...]
    codes: tuple[str, ...]
    large: bool

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Format by format, and in each language by language."""
        return tuple(Choice(one, language, self.large) for one in self.formats for language in self.languages)


class Planned(NamedTuple):
    """One page, before it is drawn."""

    number: int
    code: str
    choice: Choice


def plan(wanted: Wanted, codes: Sequence[str]) -> list[Planned]:
    """Numbered from 1; 0 is the list of codes."""
    pages = ((choice, code) for choice in wanted.choices for code in codes)
    return [Planned(number, code, choice) for number, (choice, code) in enumerate(pages, CODES + 1)]


def portions(page_count: int) -> Iterator[range]:
    """Numbers of the pages that are drawn together."""
    for first in range(0, page_count, PORTION):
        yield range(first, min(first + PORTION, page_count))
