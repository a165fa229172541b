"""E-mail addresses, also as people write them who fear machines: `name (at) web punkt de`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from services.analysis.domain.sensitive.folding import Folded, pattern
from services.analysis.domain.sensitive.kinds import Sensitive

_LOCAL: Final = re.compile(r"[^\s@,;:<>()\[\]{}\"|█]{1,64}$")
_OPEN, _CLOSE = r"\s?[\[({<_*\-]{1,2}\s?", r"\s?[\])}>_*\-]{1,2}\s?"
_WORD_DOT: Final = r"(?:dot|punkt|punct|nokta|kropka|точка|крапка|نقطة)"
_DOT: Final = rf"(?:\.|{_OPEN}(?:{_WORD_DOT}|\.){_CLOSE}|\s{_WORD_DOT}\s)"
_HOST: Final = r"[^\W_][\w\-]{0,62}"
_WORD_AT: Final = r"(?:at|ät|et|małpa|собака|собачка|ет|آت)"
_PROVIDERS: Final = (
    r"(?:gmail|googlemail|gmx|web|yahoo|hotmail|outlook|live|icloud|me|mail|freenet|t-online|aol|proton|protonmail|posteo"
    r"|arcor|online|onet|wp|interia|o2|ukr|i|yandex|rambler|bk|mynet|mailbox)"
)
#: The part from the sign or word for "at" on. A bare word needs a known provider or a spoken dot after it,
#: or "look at oberhausen.de" would be an address.
_AT: Final = pattern(
    rf"@{_HOST}(?:\.{_HOST}){{0,6}}"
    rf"|\s{{0,2}}@\s{{0,2}}{_HOST}(?:{_DOT}{_HOST}){{1,4}}"
    rf"|{_OPEN}(?:{_WORD_AT}|@){_CLOSE}{_HOST}(?:{_DOT}{_HOST}){{1,4}}"
    rf"|\s{_WORD_AT}\s(?:{_PROVIDERS}{_DOT}[a-z]{{2,4}}\b|{_HOST}\s{_WORD_DOT}\s\w{{2,6}}\b)"
)


def find_emails(folded: Folded) -> Iterator[Sensitive]:
    for found in _AT.finditer(folded.text):
        before = folded.text[max(0, found.start() - 64) : found.start()]
        local = _LOCAL.search(before)
        if local and any(sign.isalnum() for sign in local[0]):
            start = found.start() - len(local[0])
            yield Sensitive("email", *folded.span(start, found.end()), "sensitive-email")
