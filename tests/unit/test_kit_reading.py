"""How a page is to be read: known aids only, in one order, whatever was asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kit.web.reading import AIDS, Reading, read_view


@given(st.text())
def test_whatever_is_asked_for_a_view_names_known_aids_in_their_order(text: str) -> None:
    view = read_view(text)
    assert view.split() == [aid for aid in AIDS if aid in view.split()]
    assert read_view(view) == view


@pytest.mark.parametrize("view", ["", "large", "contrast", "large contrast"])
@pytest.mark.parametrize("aid", AIDS)
def test_an_aid_that_is_switched_twice_is_as_it_was(view: str, aid: str) -> None:
    once = Reading(view).switched(aid)
    assert (aid in once.view) is not (aid in view)
    assert once.switched(aid) == Reading(view)


def test_a_view_goes_on_in_an_address() -> None:
    assert Reading("large contrast").query == "&view=large+contrast"
    assert Reading().query == ""
