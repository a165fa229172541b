"""How a page is to be read: large text, strong contrast. It rides in addresses and form fields, never in a cookie.

Every page may be asked for so, whoever renders it: what the request asked for is kept beside it for as long as it is
answered, as the logs keep what they say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import Any, Final, NamedTuple

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from shared.kit.ids import read_code

#: What can be switched on, in the order it is written.
AIDS: Final = ("large", "contrast")
#: A place is named by its path up to the first thing that belongs to one person; a form's code stands on its poster.
_CODE: Final = "{code}"
#: Whoever types a receipt where a code belongs has it named nowhere.
_LONGEST_CODE: Final = 6


class Reading(NamedTuple):
    """`view`: the aids that are on, such as `large contrast`; `place`: the page's path without anybody's secret."""

    view: str = ""
    place: str = "/"

    @property
    def query(self) -> str:
        """To be added to an address that has a query already, so that the next page is read the same way."""
        return f"&view={self.view.replace(' ', '+')}" if self.view else ""

    def switched(self, aid: str) -> Reading:
        """With this aid turned the other way."""
        wanted = set(self.view.split()) ^ {aid}
        return self._replace(view=" ".join(known for known in AIDS if known in wanted))


_READING: Final[ContextVar[Reading]] = ContextVar("reading")
_PLAIN: Final = Reading()


def reading() -> Reading:
    return _READING.get(_PLAIN)


async def note_reading(connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
    """A guard that refuses nobody: it stands where every request passes before it is answered."""
    view = read_view(connection.query_params.get("view", ""))
    _READING.set(Reading(view, _place(str(connection.scope.get("path_template", "/")), connection.path_params)))


def note_fields(fields: Mapping[str, Sequence[str]]) -> None:
    """A form says by its fields how it was read: `look` is the button that was pressed, `view` what held before."""
    for name in ("look", "view"):
        if name in fields:
            _READING.set(reading()._replace(view=read_view(fields[name][0])))
            return


def read_view(text: str) -> str:
    """Known aids in their order, whatever else was asked for."""
    asked = text[:80].split()
    return " ".join(aid for aid in AIDS if aid in asked)


def _place(template: str, values: Mapping[str, Any]) -> str:
    head, parameter, _ = template.partition(_CODE)
    if not parameter:
        return head.partition("{")[0].rstrip("/") or "/"
    code = read_code(str(values.get("code", "")))
    return head + code if len(code) <= _LONGEST_CODE else head.rstrip("/")
