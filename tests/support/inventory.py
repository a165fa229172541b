"""The demo's inventory without a database, for tests of what follows from it."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from deploy.sow_inventory import DISTRICT, FILE, demo_id, entries_in, values_in
from services.analysis.district.domain.entries import Entry, Inventory, stated


def demo_inventory(at: datetime) -> Inventory:
    """As `sow_inventory` keeps it."""
    written = msgspec.yaml.decode(FILE.read_bytes())
    made = []
    for kind, key, entry in entries_in(written):
        said_at = at - timedelta(days=entry["ago"])
        bare = Entry(demo_id(key), DISTRICT, kind, {})
        made.append(stated(bare, values_in(kind, entry, written), entry["source"], said_at, entry["confidence"]))
    return Inventory(DISTRICT, made, 1)
