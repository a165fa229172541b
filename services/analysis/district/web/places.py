"""Which district a page is about: staff may have several."""

from __future__ import annotations

from services.analysis.web.access import districts_of
from services.analysis.web.catalogue import DISTRICTS
from shared.staff.access import SignedIn, require

#: Where this began; who may see all districts sees it first.
HOME = "sterkrade-mitte"


def places(signed_in: SignedIn) -> tuple[str, ...]:
    """The districts whose pages the person may see."""
    held = districts_of(signed_in)
    return tuple(one for one in DISTRICTS if held is None or one in held)


def chosen_district(asked: str, signed_in: SignedIn) -> str:
    """The one asked for, or the person's first. Raises RoleTooLow for one of others."""
    if asked in DISTRICTS:
        require(signed_in, "reader", asked)
        return asked
    mine = places(signed_in)
    return HOME if HOME in mine or not mine else mine[0]


def editing(signed_in: SignedIn, district: str) -> bool:
    return signed_in.may("editor", district)
