"""Channels as staff lay them out, many at once: as rows of a form or of a file, and what is wrong with each."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, Literal, NamedTuple, get_args

from services.intake.domain.campaign import Running
from services.intake.domain.days import last_moment, read_day
from services.intake.domain.fields import Fields, clean

ChannelKind = Literal["poster", "flyer", "group", "kiosk", "link", "department"]
KINDS: Final[tuple[ChannelKind, ...]] = get_args(ChannelKind)
#: What comes by these is the responsible office's own view: never counted among participants.
NOT_PARTICIPANTS: Final[tuple[ChannelKind, ...]] = ("department",)
#: The responsible office is asked when the campaign is over: its link takes answers so much longer.
OFFICE_LONGER: Final = timedelta(days=28)
PLACE_LENGTH: Final = 120
#: More ways than any campaign of a district had; beyond them two files are clearer than one.
MOST_ROWS: Final = 200
LARGEST_FILE: Final = 200_000
EARLIEST: Final = date(2000, 1, 1)
LATEST: Final = date(2100, 1, 1)
PARTS: Final = ("place", "group", "kind", "begins", "ends", "position")
#: Degrees between which the country lies: what is outside was typed the wrong way round.
LATITUDES: Final = (47.0, 55.1)
LONGITUDES: Final = (5.8, 15.1)
#: Two numbers as maps copy them, `51.5193, 6.8534`, or with commas as Germans write them.
_POSITION: Final = re.compile(r"(\d{1,2}[.,]\d{2,15})°?[\s,;/]+(\d{1,2}[.,]\d{2,15})°?")
Position = tuple[float, float]
#: How people call the columns.
_HEADERS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("ort", "place", "ort oder gruppe", "standort"), "place"),
    **dict.fromkeys(("gruppe", "group", "zielgruppe"), "group"),
    **dict.fromkeys(("art", "kind"), "kind"),
    **dict.fromkeys(("von", "from", "ab", "begins"), "begins"),
    **dict.fromkeys(("bis", "until", "to", "ends"), "ends"),
    **dict.fromkeys(("koordinaten", "position", "lage"), "position"),
}
#: How people call the kinds, beside the words of the contract.
_KINDS: Final[Mapping[str, ChannelKind]] = {
    **{kind: kind for kind in KINDS},
    **dict.fromkeys(("plakat", "aushang", ""), "poster"),
    **dict.fromkeys(("flugblatt", "handzettel", "faltblatt"), "flyer"),
    **dict.fromkeys(("gruppe", "klasse"), "group"),
    **dict.fromkeys(("gerät vor ort", "gerät", "tablet"), "kiosk"),
    **dict.fromkeys(("verweis", "internet", "netz"), "link"),
    **dict.fromkeys(("amt", "fachbereich", "fachamt", "verantwortliche stelle"), "department"),
}


class Row(NamedTuple):
    """One channel as somebody typed it."""

    place: str = ""
    group: str = ""
    kind: str = ""
    begins: str = ""
    ends: str = ""
    position: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing but the kind, which a form fills in by itself."""
        return not any(self._replace(kind=""))


class Laid(NamedTuple):
    """A channel as it can be opened. `group`: whom it is for; `begins_on` and `ends_on`: its days, if it has any;
    `position`: latitude and longitude in degrees.
    """

    kind: str
    place: str
    group: str = ""
    begins_on: date | None = None
    ends_on: date | None = None
    position: Position | None = None

    @property
    def same(self) -> tuple[str, str, str]:
        """Two channels that agree in this are one, laid out twice."""
        return self.kind, self.place.casefold(), self.group.casefold()


class Checked(NamedTuple):
    """`faults`: part of the row → reason; `staff-wrong-<reason>` is the text for it."""

    row: Row
    laid: Laid
    faults: Mapping[str, str]


class ListError(ValueError):
    """A file that is no list of channels; `staff-ways-file-<reason>` is the text for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Table(NamedTuple):
    """What stood in a file; `unknown`: columns that mean nothing here."""

    rows: list[Row]
    unknown: list[str]


def read_rows(fields: Fields) -> list[Row]:
    """The rows of the form: its fields have the same names in each, and browsers send them in order."""
    columns = [[clean(value).replace("\n", " ") for value in fields.get(part, ())] for part in PARTS]
    count = max(map(len, columns))
    padded = [[*column, *[""] * (count - len(column))] for column in columns]
    return [Row(*values) for values in zip(*padded, strict=True)]


def read_table(content: bytes) -> Table:
    """A file as spreadsheets write it: UTF-8 with or without a mark, or as older ones do, with `;`, `,` or tabs.

    Raises ListError.
    """
    if len(content) > LARGEST_FILE:
        raise ListError("large")
    lines = [line for line in _lines(_decoded(content)) if any(cell.strip() for cell in line)]
    if not lines:
        raise ListError("empty")
    names = [_HEADERS.get(cell.strip().casefold(), "") for cell in lines[0]]
    if "place" not in names:
        raise ListError("columns")
    if len(lines) == 1:
        raise ListError("empty")
    if len(lines) - 1 > MOST_ROWS:
        raise ListError("many")
    unknown = [cell.strip() for cell, name in zip(lines[0], names, strict=True) if not name and cell.strip()]
    return Table([_row(names, line) for line in lines[1:]], unknown)


def check_rows(rows: Iterable[Row], there: Collection[tuple[str, str, str]]) -> list[Checked]:
    """Every row that is not empty, in order. `there`: what the campaign has already (`Laid.same`)."""
    known, checked = set(there), []
    for row in rows:
        if row.is_empty:
            continue
        one = check_row(row)
        if not one.faults and one.laid.same in known:
            one = one._replace(faults={"place": "twice"})
        known.add(one.laid.same)
        checked.append(one)
    return checked


def check_row(row: Row) -> Checked:
    faults: dict[str, str] = {}
    kind = kind_of(row.kind)
    if kind is None:
        faults["kind"] = "pick"
    if not row.place:
        faults["place"] = "missing"
    faults |= {part: "long" for part in ("place", "group") if len(getattr(row, part)) > PLACE_LENGTH}
    begins, ends = (_day(row, part, faults) for part in ("begins", "ends"))
    if begins and ends and ends < begins:
        faults["ends"] = "order"
    position = read_position(row.position)
    if row.position and position is None:
        faults["position"] = "position"
    return Checked(row, Laid(kind or "", row.place, row.group, begins, ends, position), faults)


def kind_of(typed: str) -> ChannelKind | None:
    """The kind that somebody means; a poster where nothing is said."""
    return _KINDS.get(typed.strip().casefold())


def read_position(typed: str) -> Position | None:
    """Latitude and longitude in degrees; None where that is not what was typed."""
    found = _POSITION.fullmatch(typed.strip())
    if not found:
        return None
    latitude, longitude = (float(part.replace(",", ".")) for part in found.groups())
    inside = LATITUDES[0] <= latitude <= LATITUDES[1] and LONGITUDES[0] <= longitude <= LONGITUDES[1]
    return (round(latitude, 5), round(longitude, 5)) if inside else None


def write_position(position: Position | None) -> str:
    """As it is typed."""
    return f"{position[0]}, {position[1]}" if position else ""


def way_in(campaign: Running, ends_on: date | None, ended_at: datetime | None, kind: str = "") -> Running:
    """From when to when a channel takes answers: as its campaign does, but not after its own end.

    The responsible office's own takes them for some weeks after the campaign.
    """
    last = campaign.closes_at + (OFFICE_LONGER if kind in NOT_PARTICIPANTS else timedelta())
    ends = [last, *([last_moment(ends_on)] if ends_on else []), *([ended_at] if ended_at else [])]
    closes_at = min(ends)
    return Running(min(campaign.opens_at, closes_at), closes_at)


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ListError("unreadable")


def _lines(text: str) -> list[list[str]]:
    if "\0" in text:
        raise ListError("unreadable")
    lines = text.lstrip().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    delimiter = max(";,\t", key=lines[0].count)
    try:
        return list(csv.reader((line + "\n" for line in lines), delimiter=delimiter))
    except csv.Error:
        raise ListError("unreadable") from None


def _row(names: Sequence[str], cells: Sequence[str]) -> Row:
    """The first column of a name counts; a line may be shorter or longer than the head."""
    values: dict[str, str] = {}
    for name, cell in zip(names, cells, strict=False):
        if name:
            values.setdefault(name, clean(cell).replace("\n", " "))
    return Row(**values)


def _day(row: Row, part: str, faults: dict[str, str]) -> date | None:
    typed = getattr(row, part)
    day = read_day(typed) if typed else None
    if typed and (day is None or not EARLIEST < day < LATEST):
        faults[part] = "day"
        return None
    return day
