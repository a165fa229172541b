"""Addresses that point to a private home, and licence plates. Streets as such stay: campaigns are about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from services.analysis.domain.sensitive.folding import Folded, pattern
from services.analysis.domain.sensitive.kinds import Sensitive

_NUMBER: Final = r"(?:\s?(?:nr|no|д|дом|буд|numer|رقم)\b)?\W{0,3}\d{1,3}(?:\s?/\s?\d{1,3})?(?:\s?[a-h]\b)?(?![\d.,]?\d)"
_STREET: Final = pattern(
    rf"(?:\b[\w\-]{{0,40}}(?:straße|str\.?|weg|platz|allee|gasse|ring|damm|ufer|pfad|steig|markt|hof|kamp|graben"
    rf"|wall){_NUMBER}"
    rf"|\b(?:am|an der|auf der|auf dem|im|in der|zum|zur) (?!jahr|alter|monat|haus|\w*(?:straße|str|weg|platz|allee)\b)"
    rf"\w{{4,20}} {_NUMBER}"
    rf"|\b(?:ul\.?|ulic\w|al\.|os\.|ул\.?|улиц\w|вул\.?|вулиц\w|strada|str\.) ?"
    rf"[\w\-]{{3,20}}(?: [\w\-]{{3,20}})?,?{_NUMBER}"
    rf"|\b[\w\-]{{3,20}} (?:sokak|sokağı\w*|sok\.|sk\.|caddesi\w*|cad\.|mahallesi){_NUMBER}"
    rf"|شارع \w+(?: \w+)?{_NUMBER}"
    rf"|\b\d{{1,3}}[a-h]? [\w\-]{{3,20}} (?:street|road|avenue|lane)\b)"
)
_LIVING: Final = pattern(
    r"\b(?:ich wohne|wir wohnen|wohne (?:ich|seit|in|hier)|wohnen wir|wohnhaft|mein\w* (?:haus|wohnung|tür"
    r"|klingel|adresse"
    r"|anschrift|nachbar\w*)|unser\w* (?:haus|wohnung|nachbar\w*)|bei mir|klingel\w*|haustür|wohnadresse|c/o|zuhause"
    r"|wohnt|mieter|mieterin|nachbar|nachbarin|\d{1,2} ?\.? ?(?:og|dg|stock|etage|obergeschoss)|hinterhaus|erdgeschoss"
    r"|oturuyor\w*|evim\w*|adresim\w*|komşum\w*|daire|kat|живу|живем|живё\w*|живет|мешка\w*|квартир\w*|кв|мой адрес"
    r"|моя адреса|сосед\w*|сусід\w*|mieszka\w*|mój adres|moim adresem|sąsiad\w*|locuies\w*|locuim|stau pe|adresa mea"
    r"|apartament\w*|vecin\w*|i live|we live|lives at|my (?:home|house|flat|address|neighbou?r\w*)|flat)\b"
    r"|اسكن|ساكن|نسكن|بيتي|منزلي|عنواني|جاري|شقة"
)
_PUBLIC: Final = pattern(
    r"\b(?:rathaus\w*|\w*amt|\w*schule|kita|kindergarten|\w*bücherei|bibliothek|verein\w*|\w*zentrum|kirche"
    r"|gemeindehaus"
    r"|moschee|\w*treff|cafe|\w*praxis|büro|bunker|halle|szkoł\w*|школ\w*|okul\w*|belediye\w*|school|town hall)\b"
)
_FURTHER: Final = pattern(
    r"(?:\s*,?\s*(?:\d{1,2} ?\.? ?(?:og|dg|stock|etage|obergeschoss)\b|\b(?:eg|dg|hinterhaus|links|rechts|mitte)\b"
    r"|\b(?:wohnung|whg|кв|квартира|m|ap|apartament\w*|daire|kat|flat)\b\W{0,2}\d{1,3}|(?:daire|kat)\W{0,2}\d{1,3}))+"
)
_WITH: Final = re.compile(r"\s*,?\s*(?:bei|b\.|c/o)\s+(?:[Ff]amilie\s+|[Ff]am\.\s+)?[A-Z][\w\-]+")
#: How far around an address the words are looked for that make it a home.
_NEAR: Final = 60

_PLATE: Final = re.compile(r"(?<![\w\-])(?!DIN-|PKW|LKW)[A-Z]{1,3}-[A-Z]{1,2}[ \-]?\d{1,4}[EH]?(?!\w)")
_LOOSE_PLATE: Final = re.compile(r"(?<!\w)(?:[A-Za-z]{1,3}[ \-]){1,2}[A-Za-z]{0,2}[ \-]?\d{1,4}(?: ?[A-Z]{2})?(?!\w)")
_ANY_PLATE: Final = re.compile(r"(?<!\w)[^\W_]{1,3}[ \-]?[^\W_]{1,4}[ \-]?[^\W_]{1,5}(?!\w)")
_PLATED: Final = pattern(
    r"(?:\b(?:kennzeichen|nummernschild|kfz-kennzeichen|plaka\w*|rejestrac\w*|numer\w* rejestracyjn\w*|înmatriculare"
    r"|registration|number plate|licen[cs]e plate|номер (?:авто|машин)\w*|номерн\w* знак\w*)|لوحة|لوحته)\W{0,4}"
    r"(?:(?:ist|lautet|is|to|no|nr|este|رقم|رقمها)\W{1,3}){0,2}$"
)


def find_homes(folded: Folded, names: Iterable[Sensitive]) -> Iterator[Sensitive]:
    """`names`: persons found before; an address beside a name is theirs."""
    named = [(one.start, one.end) for one in names]
    for found in _STREET.finditer(folded.text):
        start, end = found.start(), _reach(folded, found.end())
        span = folded.span(start, end)
        beside = any(left - 40 < span[1] and span[0] < right + 40 for left, right in named)
        if beside or end > found.end() or _is_home(folded.text, start, end):
            yield Sensitive("address", *span, "sensitive-address")


def _reach(folded: Folded, end: int) -> int:
    """Floor, flat and name on the door belong to the address."""
    if further := _FURTHER.match(folded.text, end):
        end = further.end()
    person = _WITH.match(folded.cased, end)
    return person.end() if person else end


def _is_home(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - _NEAR) : end + _NEAR]
    return bool(_LIVING.search(around)) and not _PUBLIC.search(around)


def find_plates(folded: Folded) -> Iterator[Sensitive]:
    for found in _PLATE.finditer(folded.cased):
        yield Sensitive("licence_plate", *folded.span(*found.span()), "sensitive-plate")
    for wanted in (_LOOSE_PLATE, _ANY_PLATE):
        for found in wanted.finditer(folded.cased):
            if _mixed(found[0]) and _PLATED.search(folded.text[max(0, found.start() - 50) : found.start()]):
                yield Sensitive("licence_plate", *folded.span(*found.span()), "sensitive-plate")


def _mixed(written: str) -> bool:
    return any(sign.isalpha() for sign in written) and sum(sign.isdigit() for sign in written) >= 2
