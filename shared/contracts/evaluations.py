"""Facts about the evaluation of a participation by both sides."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

#: The campaign is over; a week later the department has not answered.
AskedWhen = Literal["ended", "reminder"]


class DepartmentAsked(msgspec.Struct, frozen=True, tag="department.asked.v1"):
    """The responsible department owes its own answers on a participation that is over: somebody must send it its link.

    `code`: of the department's channel; empty where nobody has opened one yet. Once per campaign and `occasion`.
    """

    campaign_id: UUID
    occasion: AskedWhen
    code: str
    asked_at: datetime
