"""Bank accounts by IBAN (ISO 13616): known by country and length, proven by the checksum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from services.analysis.domain.sensitive.folding import Folded
from services.analysis.domain.sensitive.kinds import Sensitive

#: Characters of an IBAN per country.
LENGTHS: Final = {
    "ad": 24, "ae": 23, "al": 28, "at": 20, "az": 28, "ba": 20, "be": 16, "bg": 22, "bh": 22, "by": 28, "ch": 21,
    "cy": 28, "cz": 24, "de": 22, "dk": 18, "ee": 20, "eg": 29, "es": 24, "fi": 18, "fr": 27, "gb": 22, "ge": 22,
    "gr": 27, "hr": 21, "hu": 28, "ie": 22, "il": 23, "iq": 23, "is": 26, "it": 27, "jo": 30, "kw": 30, "kz": 20,
    "lb": 28, "li": 21, "lt": 20, "lu": 20, "lv": 21, "ly": 25, "mc": 27, "md": 24, "me": 22, "mk": 19, "mt": 31,
    "nl": 18, "no": 15, "pl": 28, "ps": 29, "pt": 25, "qa": 29, "ro": 24, "rs": 22, "ru": 33, "sa": 24, "se": 24,
    "si": 19, "sk": 24, "tn": 24, "tr": 26, "ua": 29, "xk": 20,
}  # fmt: skip
_GAP: Final = r"[ \t\n\-./]{0,2}"
_START: Final = re.compile(rf"(?<![^\W_])[a-z]{{2}}{_GAP}\d{_GAP}\d(?=(?:{_GAP}[a-z0-9]){{9}})")
_NEXT: Final = re.compile(rf"{_GAP}([a-z0-9])")
#: A mistyped IBAN is as private as a right one, as long as it is mostly digits.
_MOST_LETTERS: Final = 8


def find_ibans(folded: Folded) -> Iterator[Sensitive]:
    for found in _START.finditer(folded.text):
        country = found[0][:2]
        length = LENGTHS.get(country, 0)
        written, end = _read(folded.text, found.start(), length)
        if written and len(written) == length and _is_iban(written):
            reason = "sensitive-account-iban" if checks(written) else "sensitive-account-number"
            yield Sensitive("account", *folded.span(found.start(), end), reason)


def _read(text: str, start: int, length: int) -> tuple[str, int]:
    """At most so many letters and digits from here on, and where they end."""
    signs, end = "", start
    while len(signs) < length and (found := _NEXT.match(text, end)):
        signs, end = signs + found[1], found.end()
    return signs, end


def _is_iban(written: str) -> bool:
    letters = sum(sign.isalpha() for sign in written[4:])
    return letters <= _MOST_LETTERS


def checks(written: str) -> bool:
    """ISO 7064, MOD 97-10."""
    turned = written[4:] + written[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
