"""Not asking for a while somebody who does not answer."""

from typing import Final

#: So many failures in a row open the circuit, for so many seconds; then one question tries again.
FAILURES: Final = 3
REST_S: Final = 60.0


class Circuit:
    """Times are seconds of any clock that only goes forward, given by the caller."""

    def __init__(self) -> None:
        self._failures = 0
        self._closed_again_at = 0.0

    def is_open(self, at: float) -> bool:
        """While it is, nobody asks."""
        return self._failures >= FAILURES and at < self._closed_again_at

    def note(self, at: float, *, answered: bool) -> None:
        self._failures = 0 if answered else self._failures + 1
        if self._failures >= FAILURES:
            self._closed_again_at = at + REST_S
