"""Who speaks in a response: a participant, or the responsible department by its own link.

Both stand in the ledger. Whatever else is counted or quoted is one side's, and this is the only place that tells them
apart. A response whose channel nobody has told of yet is taken as a participant's until then.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from sqlalchemy import ColumnElement, exists

from services.analysis.storage.tables import Channel, Response

Side = Literal["participants", "department"]
SIDES: Final[tuple[Side, ...]] = get_args(Side)
#: The kind of the channel by which the department answers.
DEPARTMENT: Final = "department"


def speaks(side: Side) -> ColumnElement[bool]:
    """Responses of this side."""
    department = exists().where(Channel.id == Response.channel_id, Channel.kind == DEPARTMENT)
    return department if side == "department" else ~department
