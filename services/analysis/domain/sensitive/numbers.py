"""Numbers that lead to a person: telephone, bank account, card; told apart from years, prices and bus lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import msgspec

from services.analysis.domain.sensitive.folding import Folded, pattern
from services.analysis.domain.sensitive.kinds import Kind, Sensitive

#: Digits, in groups as people write them.
_RUN: Final = re.compile(r"(?:\+[ \t]?)?\(?\d(?:[ \t./()\-·_]{0,3}\d)*")
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_DATE: Final = rf"(?:{_DAY}[./\-] ?{_MONTH}[./\-] ?(?:{_YEAR}(?![./]?\d)|\d\d(?![ \t./\-]?\d)))"
_TIME: Final = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
#: Dates and times are taken out before numbers are looked for.
_CALENDAR: Final = re.compile(
    rf"(?<![\d./\-+])(?:{_DATE} ?- ?{_DATE}|{_DATE}"
    rf"|{_YEAR}-{_MONTH}-{_DAY}(?![\-/.]?\d)|{_MONTH}[./]{_YEAR}(?![./]?\d)"
    rf"|{_TIME}\s*(?:-|bis|to|до|do|la|—)\s*{_TIME}(?![ \t./\-]?\d)|{_TIME}\s*(?:uhr|h\b))"
)
_CALLED: Final = pattern(
    r"(?:tel|telefon\w*|fon|phone|handy\w*|mobil\w*|mobile|cell|fax|whats ?app|signal|telegram|viber|sms|festnetz"
    r"|rufnummer|durchwahl|gsm|cep(?:\sno\w*|\stel\w*|im)?|telefonu\w*|тел|телефон\w*|моб\w*|вайбер\w*|дзвон\w*|звон\w*"
    r"|komork\w*|kom|numer\w*|numar\w*|номер\w*|هاتف\w*|تلفون\w*|موبايل\w*|جوال\w*|الجوال|رقمي|واتساب|واتس)"
    r"\W{0,4}(?:(?:nr|no|nummer|number|numer\w*|ist|is|lautet|jest|este|это|це|unter|ziffer|رقم|هو)\W{0,3}){0,2}$"
)
_ASKED_TO_CALL: Final = pattern(
    r"\b(?:anruf\w*|rufen sie|ruft|ruf mich|erreich\w*|zurückruf\w*|call|ring me|reach me|text me|arayın\w*"
    r"|arayabilir\w*"
    r"|ulaş\w*|позвон\w*|перезвон\w*|звоните|подзвон\w*|зателефон\w*|дзвоніть|zadzwo\w*|dzwon\w*|sunați|sunati|suna"
    r"|اتصل\w*|تواصل\w*)\b"
)
_BANKED: Final = pattern(
    r"(?:\b(?:konto\w*|kto|blz|bankleitzahl|iban|account|hesa\w+|rachun\w*|konta|счет\w*|рахун\w*|cont"
    r"|contul\w*|kredit\w*"
    r"|karte\w*|card\w*|kart\w*|карт\w*|steuer\w*|sozialversicherung\w*|versicherung\w*|ausweis\w*|pass\w*|kundennummer"
    r"|pesel|cnp|kimlik|паспорт\w*|passport)|حساب\w*|بطاق\w*|آيبان)\W{0,4}"
    r"(?:(?:nr|no|nummer|number|numer\w*|numar\w*|номер\w*|رقم|id|lautet|ist|is)\W{0,3}){0,2}$"
)
_AMOUNT: Final = pattern(
    r"\W{0,2}(?:€|euro|eur\b|\$|dollar|usd|£|zł|zl\b|lei\b|ron\b|tl\b|lira|грн|руб|евро|євро|يورو|mio|mrd"
    r"|million|милл|млн"
    r"|%|prozent|m2|m²|qm|quadrat|km|einwohner|menschen|personen|uhr)"
)
_PRICED: Final = re.compile(r"(?:€|\$|£|eur|euro)\s?$")
_LINES: Final = pattern(
    r"\b(?:linien?|bus\w*|tram\w*|straßenbahn\w*|lines?|route\w*|hat|hatlar\w*|otobüs\w*|autobus\w*|tramwaj\w*"
    r"|linia|linie"
    r"|linii|liniile|автобус\w*|трамва\w*|маршрут\w*|лини\w*|ліні\w*|خط|خطوط|حافل\w*|باص\w*)\W{0,6}(?:\w{1,3}\W{1,2})?$"
)

_FILED: Final = pattern(r"\b(?:az|aktenzeichen|drucksache|ds|vorlage|sygn|isbn|issn)\W{0,4}(?:nr\W{0,2})?$")


class Run(msgspec.Struct, frozen=True):
    """A number as written, with its groups of digits and what stands around it."""

    written: str
    groups: tuple[str, ...]
    before: str
    after: str

    @property
    def digits(self) -> str:
        return "".join(self.groups)

    @property
    def dialled(self) -> bool:
        """Whether it begins as numbers begin that are dialled."""
        return self.written.startswith("+") or self.digits.startswith("0")


def find_numbers(folded: Folded) -> Iterator[Sensitive]:
    text = _CALENDAR.sub(lambda found: "x" * len(found[0]), folded.text)
    for found in _RUN.finditer(text):
        start, end = found.span()
        groups = tuple(re.findall(r"\d+", found[0]))
        run = Run(found[0], groups, text[max(0, start - 60) : start], text[end : end + 16])
        if told := _tell(run):
            yield Sensitive(told[0], *folded.span(start, end), told[1])


def _tell(run: Run) -> tuple[Kind, str] | None:
    count = len(run.digits)
    if count < 5:
        return None
    if 13 <= count <= 19 and not run.dialled and luhn(run.digits):
        return "account", "sensitive-account-card"
    if _BANKED.search(run.before):
        return "account", "sensitive-account-number"
    if _is_phone(run, count):
        return "phone", "sensitive-phone"
    if count >= 9 and not is_everyday(run):
        return ("phone", "sensitive-phone") if count <= 15 else ("account", "sensitive-account-number")
    return None


def _is_phone(run: Run, count: int) -> bool:
    if run.written.startswith("+") or run.digits.startswith("00"):
        return count >= 7 and not is_everyday(run)
    if _CALLED.search(run.before):
        return True
    if is_everyday(run):
        return False
    return count >= 6 and (run.digits.startswith("0") or bool(_ASKED_TO_CALL.search(run.before)))


def is_everyday(run: Run) -> bool:
    """Years, postal codes, house numbers, scales, bus lines, coordinates, amounts: of nobody in particular."""
    groups = run.groups
    if (
        _FILED.search(run.before)
        or _is_scale(groups)
        or re.fullmatch(r"\s?0[.]\d+", run.written)
        or not run.digits.strip("0")
    ):
        return True
    if run.dialled:
        return False
    return (
        all(re.fullmatch(r"(?:19|20)\d\d", group) for group in groups)
        or (len(groups) > 1 and all(len(group) == 5 for group in groups))
        or all(len(group) <= 2 for group in groups)
        or _is_bus_lines(run)
        or _is_amount(run)
        or bool(re.fullmatch(r"\s?\(?\d{1,3}\.\d{4,}(?: +\d{1,3}\.\d{4,})?", run.written))
    )


def _is_scale(groups: tuple[str, ...]) -> bool:
    """1 2 3 4 5, or 01 02 03."""
    return len(groups) > 2 and all(int(right) - int(left) == 1 for left, right in pairwise(groups))


def _is_bus_lines(run: Run) -> bool:
    short = all(len(group) <= 3 for group in run.groups)
    return short and ("/" in run.written or bool(_LINES.search(run.before)))


def _is_amount(run: Run) -> bool:
    thousands = len(run.groups) > 1 and all(len(group) == 3 for group in run.groups[1:]) and len(run.groups[0]) <= 3
    if thousands and run.groups[-1] == "000":
        return True
    return (thousands or len(run.groups) == 1) and bool(_AMOUNT.match(run.after) or _PRICED.search(run.before))


def luhn(digits: str) -> bool:
    """The check digit of payment cards (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
