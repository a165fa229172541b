"""The kinds of letters, and on which occasion each is owed: (subscription, letter, occasion) is owed once."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple


class Occasion(NamedTuple):
    letter: str  # the folder of its templates
    occasion: str


#: Asks the owner of an address whether they want letters at all.
CONFIRM: Final = Occasion("confirm", "asked")
#: Tells what was read in the response; later assessments do not make a second one.
READ: Final = Occasion("read", "first assessment")
#: Tells what becomes of the voice; the occasion is the outcome's id, so that each is told once.
OUTCOME: Final = "outcome"
#: Tells that something moved on in an outcome; the occasion is the step's id.
STEP: Final = "step"
#: Everything of a week in one letter; the occasion is the week.
DIGEST: Final = "digest"
#: The letters that tell of an outcome, and those that need the voice's journey at all.
OUTCOMES: Final = (OUTCOME, STEP)
JOURNEYS: Final = (READ.letter, *OUTCOMES, DIGEST)
#: The letters that a letter of the week takes along.
GATHERED: Final = (READ.letter, *OUTCOMES)

#: Which wording people agreed to; raise it with every change of the texts beside the address field.
CONSENT_VERSION: Final = 2
CONSENT_WORDS: Final = ("tell-text", "tell-send", "tell-apart", "tell-kept")
#: Confirmations one address gets at most in a day, so that nobody can fill another's mailbox from here.
MOST_CONFIRMATIONS: Final = 3
#: Addresses and devices that one receipt may name in a day: nobody writes to strangers by the dozen from here.
MOST_WISHES: Final = 10
#: How long the link in a confirmation letter works; then the address is forgotten.
UNCONFIRMED_FOR: Final = timedelta(days=14)
#: How long after the promised day of an answer an address is kept at most.
KEPT_AFTER_PROMISE: Final = timedelta(days=365)
A_DAY: Final = timedelta(days=1)
