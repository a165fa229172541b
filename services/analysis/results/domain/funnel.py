"""How far people come: a form opened, begun, completed."""

from __future__ import annotations

from typing import Final

from services.analysis.results.domain.figures import Breakdown, Cell, Facet

NAMES: Final = {"opened": "Formular geöffnet", "started": "begonnen", "completed": "abgeschickt"}


def funnel(opened: int, started: int, completed: int) -> Breakdown | None:
    """`opened`, `started`: openings, `completed`: people, all as they may be shown.

    None is smaller than what comes after it: a form of one page is sent without a page before, and one that was kept
    on a device is opened only once. None where nothing was counted, or too few.
    """
    if not opened:
        return None
    begun = max(started, completed) if started else 0
    whole = max(opened, begun, completed)
    counts = {"opened": whole, "started": begun, "completed": completed}
    kept = {key: count for key, count in counts.items() if key != "started" or started}
    facet = Facet("funnel", "way", "Vom Öffnen bis zum Abschicken", {key: NAMES[key] for key in kept})
    return Breakdown(facet, tuple(Cell(key, count, count / whole) for key, count in kept.items()), whole)
