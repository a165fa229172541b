"""Where to go after signing in: only to a place of our own."""

from __future__ import annotations

from typing import Final

#: The start page of all staff.
HOME: Final = "/staff"


def local_path(wanted: str) -> str:
    """The path if it stays on this site, else the first page for staff.

    Browsers read a backslash as a slash and skip control characters, so `/\\host` and `/<tab>/host` leave the site.
    """
    plain = wanted.isprintable() and "\\" not in wanted
    return wanted if plain and wanted.startswith("/") and not wanted.startswith("//") else HOME
