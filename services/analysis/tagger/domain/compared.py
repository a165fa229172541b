"""Two taggers on the same texts: every measure before and after."""

from typing import Final, Literal

import msgspec

#: Value, and the ends of its 95 % interval.
Interval = tuple[float, float, float]
Verdict = Literal["better", "same", "worse"]
#: Measures that decide the verdict.
DECIDING: Final = ("micro", "stance")
#: With fewer texts a difference is chance.
LEAST_TEXTS: Final = 30
#: With fewer cases drawing with replacement finds ranges that are too narrow, down to none at all.
LEAST_CASES: Final = 20


class Measured(msgspec.Struct, frozen=True):
    """A value before and after, and the change, each with its 95 % interval over texts drawn with replacement.

    The change is drawn in pairs, so it is known better than the two values. `cases`: what the measure is about.
    """

    before: Interval
    after: Interval
    change: Interval
    cases: int

    @property
    def has_range(self) -> bool:
        return self.cases >= LEAST_CASES

    @property
    def verdict(self) -> Verdict:
        _, low, high = self.change
        return "better" if low > 0 else "worse" if high < 0 else "same"


class Comparison(msgspec.Struct, frozen=True):
    """`measures`: micro, stance, precision, untagged, where there are cases; `standards`: F1 of each that occurs."""

    texts: int
    measures: dict[str, Measured]
    standards: dict[str, Measured]

    @property
    def tells(self) -> bool:
        """Whether there are enough texts for the verdict to mean something."""
        return self.texts >= LEAST_TEXTS

    @property
    def verdict(self) -> Verdict:
        """Worse if anything that decides got worse, better if something did and nothing got worse."""
        found = {self.measures[name].verdict for name in DECIDING if name in self.measures}
        return "worse" if "worse" in found else "better" if "better" in found else "same"
