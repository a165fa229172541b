"""Every response accounted for: tagged + unclear + off topic + excluded + withdrawn = received.

Those still waiting stand apart."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of responses by state. The sum is what was assessed, by construction and not by a second count.

    `tagged`: by a standard, or by a topic alone; `by_topic` of them. `withdrawn`: by the participant,
    whether or not they were read before.
    """

    tagged: int = 0
    by_topic: int = 0
    unclear: int = 0
    off_topic: int = 0
    excluded: int = 0
    withdrawn: int = 0
    waiting: int = 0

    @property
    def by_standard(self) -> int:
        return self.tagged - self.by_topic

    @property
    def assessed(self) -> int:
        return self.tagged + self.unclear + self.off_topic + self.excluded + self.withdrawn

    @property
    def received(self) -> int:
        return self.assessed + self.waiting


def make_ledger(counts: Mapping[str, int]) -> Ledger:
    """From counts by state. Raises TypeError for a state the ledger does not know: no response is dropped silently."""
    by_topic = counts.get("topic", 0)
    others = {state: count for state, count in counts.items() if state not in ("tagged", "topic")}
    return Ledger(tagged=counts.get("tagged", 0) + by_topic, by_topic=by_topic, **others)
