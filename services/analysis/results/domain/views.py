"""A view is its address: which filters, which question, compared with what. So it can be shared and put in a file.

`?language=tr&age=65-79&age=80`: within a facet either value, across facets all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import urlencode

from services.analysis.results.domain.figures import Facet, Filter

CHANNEL: Final = "channel"
#: What a value stands for in terms of another facet.
Origin = tuple[str, frozenset[str]]


def filters_from(pairs: Iterable[tuple[str, str]], facets: Mapping[str, Facet]) -> tuple[Filter, ...]:
    """What the address asks for, in the order of the facets; what the campaign does not know is left out."""
    asked = list(pairs)
    found = ((key, [v for v in facet.values if (key, v) in asked]) for key, facet in facets.items())
    return tuple(Filter(key, tuple(values)) for key, values in found if values)


def channels_of(filters: Sequence[Filter], origins: Mapping[tuple[str, str], Origin]) -> frozenset[str] | None:
    """The codes of the channels that filters choose by; None where they choose by anything else, or by nothing."""
    chosen = [_codes(one, origins) for one in filters]
    known = [codes for codes in chosen if codes is not None]
    return frozenset.intersection(*known) if known and len(known) == len(chosen) else None


def _codes(one: Filter, origins: Mapping[tuple[str, str], Origin]) -> frozenset[str] | None:
    if one.facet == CHANNEL:
        return frozenset(one.values)
    told = [origins.get((one.facet, value), ("", frozenset[str]())) for value in one.values]
    return frozenset[str]().union(*(codes for _, codes in told)) if all(base == CHANNEL for base, _ in told) else None


def address_of(filters: Iterable[Filter]) -> str:
    """The query part of an address, without the question mark."""
    return urlencode([(one.facet, value) for one in filters for value in one.values])
