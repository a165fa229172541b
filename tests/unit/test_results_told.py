"""What may stand beside a single text: never a combination that fewer than five people share."""

from __future__ import annotations

from functools import reduce
from operator import and_

from hypothesis import given
from hypothesis import strategies as st

from services.analysis.results.domain.figures import Facet, Figures, Filter

FACETS = ("a", "b", "c")


@st.composite
def _figures(draw: st.DrawFn) -> Figures:
    rows = draw(st.lists(st.tuples(*(st.sampled_from("xyz") for _ in FACETS)), min_size=1, max_size=60))
    members: dict[tuple[str, str], int] = {}
    for number, row in enumerate(rows):
        for facet, value in zip(FACETS, row, strict=True):
            members[facet, value] = members.get((facet, value), 0) | 1 << number
    facets = {key: Facet(key, "question", key, {value: value for value in "xyz"}) for key in FACETS}
    return Figures(facets, members, (1 << len(rows)) - 1, b"secret")


@given(_figures(), st.data())
def test_at_least_five_share_all_that_is_told_and_nobody_of_fewer_is_set_apart(
    figures: Figures, data: st.DataObject
) -> None:
    row = [Filter(key, (data.draw(st.sampled_from("xyz")),)) for key in FACETS]
    told = figures.told_together(row)
    sets = [figures.members.get((one.facet, one.values[0]), 0) for one in told]
    for length in range(1, len(sets) + 1):
        alike = reduce(and_, sets[:length])
        before = reduce(and_, sets[: length - 1], figures.everyone)
        assert alike.bit_count() >= 5
        assert alike == before or (before & ~alike).bit_count() >= 5


def test_what_everybody_says_is_told_and_what_one_says_is_not() -> None:
    members = {("a", "x"): (1 << 12) - 1, ("b", "x"): 0b1, ("b", "y"): (1 << 12) - 2}
    facets = {key: Facet(key, "question", key, {"x": "x", "y": "y"}) for key in "ab"}
    figures = Figures(facets, members, (1 << 12) - 1, b"secret")
    assert figures.told_together([Filter("a", ("x",)), Filter("b", ("x",))]) == (Filter("a", ("x",)),)
