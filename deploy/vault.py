"""The keys that addresses are under, for the command line."""

from __future__ import annotations

from deploy.parts import Parts
from services.notify.operations.rotate_vault import count_by_key


async def say_keys(parts: Parts) -> str:
    """One line for each key, the newest marked; the chores move addresses to it by themselves."""
    try:
        counts = await parts.database("notify").run(count_by_key)
    finally:
        await parts.close()
    newest = parts.notify.vault_key
    older = [
        f"{name or 'unnamed'}: {count} addresses, still needed" for name, count in counts.items() if name != newest
    ]
    return "\n".join([f"{newest}: {counts.get(newest, 0)} addresses, newest key", *older])
