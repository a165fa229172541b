"""The versioned list of minimum standards, as pages speak of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec


class Standard(msgspec.Struct, frozen=True):
    """One standard, in German. `met`, `not_met` and `suggestion` say what counts as it, `boundaries` what does not."""

    id: str
    title: str
    definition: str
    met: str
    not_met: str
    suggestion: str
    boundaries: tuple[str, ...] = ()


class Catalogue(msgspec.Struct, frozen=True):
    """`version` is the number of a published version: unique in the whole city, whichever district it is for."""

    version: int
    standards: tuple[Standard, ...]

    def find(self, standard_id: str) -> Standard | None:
        return next((standard for standard in self.standards if standard.id == standard_id), None)


class Provenance(msgspec.Struct, frozen=True):
    """Which versions a campaign's responses were read with: number → responses, most used first; which `holds` now."""

    counts: Mapping[int, int]
    holds: int

    @property
    def version(self) -> int:
        """The one that most were read with; what holds where nothing is read yet."""
        return next(iter(self.counts), self.holds)

    @property
    def is_old(self) -> bool:
        return any(number != self.holds for number in self.counts)


def as_read(holds: Catalogue, readers: Sequence[Catalogue]) -> Catalogue:
    """What holds, in the words of the versions that made the readings, the most used first.

    Standards that only a reader knows come last, so that none that was tagged is without its title.
    """
    order = dict.fromkeys(one.id for catalogue in (holds, *readers) for one in catalogue.standards)
    told = [next(one for reader in (*readers, holds) if (one := reader.find(key))) for key in order]
    return Catalogue((*readers, holds)[0].version, tuple(told))
