"""A view is its address: which filters, which question, compared with what. So it can be shared and put in a file.

`?language=tr&age=65-79&age=80`: within a facet either value, across facets all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from services.analysis.results.domain.figures import Facet, Filter


def filters_from(pairs: Iterable[tuple[str, str]], facets: Mapping[str, Facet]) -> tuple[Filter, ...]:
    """What the address asks for, in the order of the facets; what the campaign does not know is left out."""
    asked = list(pairs)
    found = ((key, [v for v in facet.values if (key, v) in asked]) for key, facet in facets.items())
    return tuple(Filter(key, tuple(values)) for key, values in found if values)


def address_of(filters: Iterable[Filter]) -> str:
    """The query part of an address, without the question mark."""
    return urlencode([(one.facet, value) for one in filters for value in one.values])
