"""The versioned list of minimum standards, as pages speak of it."""

from __future__ import annotations

import msgspec


class Standard(msgspec.Struct, frozen=True):
    """One standard, in German. `met`, `not_met` and `suggestion` say what counts as such."""

    id: str
    title: str
    definition: str
    met: str
    not_met: str
    suggestion: str


class Catalogue(msgspec.Struct, frozen=True):
    """`version` is the number of a published version: unique in the whole city, whichever district it is for."""

    version: int
    standards: tuple[Standard, ...]

    def find(self, standard_id: str) -> Standard | None:
        return next((standard for standard in self.standards if standard.id == standard_id), None)
