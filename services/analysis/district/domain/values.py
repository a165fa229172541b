"""Values as people write them and as they are kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from services.analysis.district.domain.entries import Value
from services.analysis.district.domain.kinds import Field
from services.analysis.district.domain.times import pack_slot, read_times, say_times, unpack_slot

LONGEST_LINE: Final = 200
LONGEST_TEXT: Final = 2000
#: Around Oberhausen, so that swapped or foreign coordinates are noticed.
LATITUDES: Final = (51.3, 51.7)
LONGITUDES: Final = (6.6, 7.1)
_SPLIT: Final = re.compile(r"[;\n|]")


class ValueFault(ValueError):
    """`reason`: which text says what is wrong, `fault-<reason>`; `part`: the piece it is about."""

    def __init__(self, reason: str, part: str = "") -> None:
        super().__init__(reason)
        self.reason, self.part = reason, part


class Names:
    """How choices and entries are called: for reading them from forms and tables, by name or by key.

    `options`: text of `<names>-<key>` → name; `entries`: kind → name → id.
    """

    def __init__(self, options: Mapping[str, str], entries: Mapping[str, Mapping[str, str]]) -> None:
        self.options = options
        self._entries = {kind: {_folded(name): key for name, key in known.items()} for kind, known in entries.items()}
        self._keys = {kind: set(known.values()) for kind, known in entries.items()}

    def option(self, field: Field, written: str) -> str:
        """Raises ValueFault for one that is not there."""
        for key in field.options:
            if _folded(written) in (_folded(key), _folded(self.options.get(f"{field.names}-{key}", key))):
                return key
        raise ValueFault("option", written)

    def entry(self, field: Field, written: str) -> str:
        """Raises ValueFault for a name that no entry has."""
        for kind in field.refers:
            if written in self._keys.get(kind, ()):
                return written
            if found := self._entries.get(kind, {}).get(_folded(written)):
                return found
        raise ValueFault("unknown", written)


def read_value(field: Field, written: Sequence[str], names: Names) -> Value:
    """What was written, as it is kept; empty for nothing. Raises ValueFault."""
    whole = "\n".join(part.strip() for part in written if part.strip())
    if not whole:
        if field.required:
            raise ValueFault("required")
        return () if field.type in ("keys", "refs", "times") else ""
    return _READERS.get(field.type, _line)(field, whole, names)


def write_value(field: Field, value: Value, names: Mapping[str, str], titles: Mapping[str, str]) -> str:
    """In one line, as `read_value` reads it. `names`: of options; `titles`: id → name of entries."""
    if isinstance(value, tuple):
        if field.type == "times":
            return say_times(unpack_slot(one) for one in value)
        if field.type == "refs":
            return "; ".join(titles[one] for one in value if one in titles)
        return "; ".join(names.get(f"{field.names}-{one}", one) for one in value)
    if isinstance(value, str):
        return names.get(f"{field.names}-{value}", value) if field.type == "choice" else value
    return f"{value:g}".replace(".", ",") if value % 1 else str(int(value))


def _line(_field: Field, whole: str, _names: Names) -> str:
    line = " ".join(whole.split())
    if len(line) > LONGEST_LINE:
        raise ValueFault("long", str(LONGEST_LINE))
    return line


def _text(_field: Field, whole: str, _names: Names) -> str:
    if len(whole) > LONGEST_TEXT:
        raise ValueFault("long", str(LONGEST_TEXT))
    return whole.replace("\r\n", "\n")


def _choice(field: Field, whole: str, names: Names) -> str:
    return names.option(field, whole)


def _keys(field: Field, whole: str, names: Names) -> tuple[str, ...]:
    """In the order of the options."""
    found = {names.option(field, part.strip()) for part in re.split(r"[;,\n|]", whole) if part.strip()}
    return tuple(key for key in field.options if key in found)


def _refs(field: Field, whole: str, names: Names) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.entry(field, part.strip()) for part in _SPLIT.split(whole) if part.strip()))


def _number(_field: Field, whole: str, _names: Names) -> float:
    """German or plain: `1.200,50`, `1200.5`, `19,5 Std.`, `2.000 €`."""
    found = re.fullmatch(r"(\d[\d.,' ]*)\s*(?:€|EUR|Euro|Std\.?|Stunden|Personen|Plätze)?", whole, re.IGNORECASE)
    if not found:
        raise ValueFault("number", whole)
    digits = found[1].replace("'", "").replace(" ", "")
    if "," in digits or re.fullmatch(r"\d{1,3}(\.\d{3})+", digits):
        digits = digits.replace(".", "").replace(",", ".")
    try:
        number = float(digits)
    except ValueError:
        raise ValueFault("number", whole) from None
    if number > 1e12:
        raise ValueFault("number", whole)
    return number


def _day(_field: Field, whole: str, _names: Names) -> str:
    """ISO; `3.11.2026` and `2026-11-03` are read."""
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", whole)
    try:
        day = date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(whole[:10])
    except ValueError:
        raise ValueFault("day", whole) from None
    return day.isoformat()


def _times(_field: Field, whole: str, _names: Names) -> tuple[str, ...]:
    try:
        return tuple(pack_slot(slot) for slot in read_times(whole))
    except ValueError as error:
        raise ValueFault("times", str(error)) from None


def _point(_field: Field, whole: str, _names: Names) -> str:
    found = re.fullmatch(r"(\d{1,2}\.\d+)\s*[,;/ ]\s*(\d{1,2}\.\d+)", whole)
    if not found:
        raise ValueFault("point", whole)
    latitude, longitude = float(found[1]), float(found[2])
    if not (LATITUDES[0] <= latitude <= LATITUDES[1] and LONGITUDES[0] <= longitude <= LONGITUDES[1]):
        raise ValueFault("point", whole)
    return f"{latitude:.5f},{longitude:.5f}"


def _phone(_field: Field, whole: str, _names: Names) -> str:
    if not re.fullmatch(r"\+?[\d\s()/.–-]{5,30}", whole):
        raise ValueFault("phone", whole)
    return whole


def _website(_field: Field, whole: str, _names: Names) -> str:
    bare = re.sub(r"^https?://", "", whole, flags=re.IGNORECASE)
    if not re.fullmatch(r"[\w.-]+\.[a-z]{2,}(?:[/?#]\S*)?", bare, re.IGNORECASE) or len(bare) > LONGEST_LINE:
        raise ValueFault("website", whole)
    return bare.rstrip("/")


_READERS: Final[Mapping[str, Callable[[Field, str, Names], Value]]] = {
    "text": _text,
    "choice": _choice,
    "keys": _keys,
    "refs": _refs,
    "number": _number,
    "day": _day,
    "times": _times,
    "point": _point,
    "phone": _phone,
    "website": _website,
}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
