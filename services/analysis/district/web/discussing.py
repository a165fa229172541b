"""The campaign of a proposal on its page: laid out before it is published, and how it stands afterwards."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Final

from services.analysis.district.domain.discussion import FIELDS
from services.analysis.district.web.pages import say
from shared.contracts.discussions import Offer, Standing


class Discussions(ABC):
    """The campaigns in which proposals are discussed: intake has them."""

    @abstractmethod
    async def offer(self, district: str, kind: str, parties: str, summary: str, name: str) -> Offer:
        """`name`: of the person who looks, whose campaigns may say which office answers."""

    @abstractmethod
    async def standing(self, slug: str) -> Standing | None:
        """None as long as there is no such campaign."""


#: Where the code hangs, and who answers on paper, as long as nobody says it better.
PLACE: Final = "discuss-place-proposed"
GROUP: Final = "discuss-group-proposed"


def filled(offer: Offer, typed: Mapping[str, str]) -> dict[str, str]:
    """The form's fields: as they were typed, or else as they are proposed."""
    proposed = {
        "office": next(iter(offer.offices), ""),
        "opens": offer.days.opens_on.isoformat(),
        "closes": offer.days.closes_on.isoformat(),
        "promise": offer.days.promise_on.isoformat(),
        "place": say(PLACE),
        "group": say(GROUP) if offer.without_device else "",
    }
    return {name: typed.get(name, proposed[name]) for name in FIELDS}


def in_words(faults: Mapping[str, str]) -> dict[str, str]:
    """Field → what is wrong with it, in words."""
    return {name: say(f"discuss-wrong-{reason}") for name, reason in faults.items()}
