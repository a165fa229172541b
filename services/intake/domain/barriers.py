"""Reading a report of a barrier: what is in the way, and on which page."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple
from urllib.parse import urlsplit

MOST_TEXT: Final = 2000
MOST_PAGE: Final = 200
MOST_NOTE: Final = 1000


class Report(NamedTuple):
    text: str
    page: str


class Fault(NamedTuple):
    """`barrier-fault-<reason>` is the text for it."""

    field: Literal["what", "page"]
    reason: Literal["empty", "long"]
    limit: int = 0
    length: int = 0


def read_report(fields: Mapping[str, Sequence[str]]) -> tuple[Report, tuple[Fault, ...]]:
    """What was written, with what keeps it from being taken, in the order of the page."""
    report = Report(clean(_first(fields, "what")), clean(_first(fields, "page")))
    faults = [] if report.text else [Fault("what", "empty")]
    if len(report.text) > MOST_TEXT:
        faults.append(Fault("what", "long", MOST_TEXT, len(report.text)))
    if len(report.page) > MOST_PAGE:
        faults.append(Fault("page", "long", MOST_PAGE, len(report.page)))
    return report, tuple(faults)


def read_place(text: str) -> str:
    """The path of an address of ours, without what stands behind it; empty for anything else."""
    try:
        path = urlsplit(text).path
    except ValueError:
        return ""
    return path if path.startswith("/") and len(path) <= MOST_PAGE and path.isprintable() else ""


def clean(text: str) -> str:
    """One spelling for one text (NFC), line ends as \\n, no control characters, no blank edges."""
    whole = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(sign for sign in whole if sign in "\n\t" or unicodedata.category(sign) != "Cc").strip()


def _first(fields: Mapping[str, Sequence[str]], name: str) -> str:
    values = fields.get(name)
    return values[0] if values else ""
