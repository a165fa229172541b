"""Slowing down whoever guesses receipts and other codes, without knowing who it is."""

from __future__ import annotations

from collections import deque
from typing import Final

WINDOW_S: Final = 60.0
#: Failed look-ups in a window that cost nothing: people mistype, and a waiting room may look up many receipts.
FREE: Final = 30
STEP_S: Final = 0.1
LONGEST_PAUSE_S: Final = 5.0


class GuessBudget:
    """Counts the failed look-ups of everybody together, in one web process, over the last minute.

    Beyond the free ones every look-up, right or wrong, waits 0.1 s more per failure, up to 5 s. Nobody is locked out,
    no address is kept, and the pause says nothing about the code. It slows down a guesser who waits for answers;
    one with hundreds of connections still gets hundreds of guesses in 5 s. What stands against that one is the number
    of codes: with 10,000 responses one guess in 700,000 hits, and a hit shows standards and dates, no words.
    """

    def __init__(self) -> None:
        self._failed: deque[float] = deque()

    def fail(self, at: float) -> None:
        """`at`: seconds of a clock that never goes back."""
        self._forget(at)
        self._failed.append(at)

    def pause(self, at: float) -> float:
        """Seconds to wait before the next look-up."""
        self._forget(at)
        return min(max(0, len(self._failed) - FREE) * STEP_S, LONGEST_PAUSE_S)

    def _forget(self, at: float) -> None:
        while self._failed and self._failed[0] <= at - WINDOW_S:
            self._failed.popleft()
