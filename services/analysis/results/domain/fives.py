"""Who is counted: people in fives that show as a whole and go as a whole: pure.

So any two looks at a campaign, however far apart, differ by five people or more, or by nobody. The five of number n is
n // 5. It shows when all its numbers are taken by people who count, and never again once one of them has left. The
others wait for another five, of two kinds: one in which at least three were never seen before, or one of five people
who come from five different fives, their first. And what was shown before is not shown again when somebody says
something else by now. Why that is enough: deploy/decisions/0017-figures.md.
"""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple
from uuid import UUID

import msgspec

from services.analysis.results.domain.disclosure import STEP

#: Of a new five, those who were seen before: with three who were not, it differs from whatever was seen by six.
MOST_BACK: Final = 2


class Entry(NamedTuple):
    """`seen`: was in a five that showed, and is no longer."""

    number: int
    seen: bool = False


class Register(msgspec.Struct, frozen=True):
    """By side who may be counted, and the number with which the five begins that is being filled."""

    valid: Mapping[str, int]
    opened: Mapping[str, int]
    next_number: int

    def waiting(self, side: str, most: int) -> list[int]:
        """Numbers of those who count but whose five does not show and is not being filled, lowest first."""
        members = self.valid.get(side, 0)
        filling = ((1 << STEP) - 1) << self.opened[side] if side in self.opened else 0
        return numbers_of(members & ~whole(members) & ~filling, most)


class Turnover(msgspec.Struct, frozen=True):
    """What a batch does to the fives. `entries`: new or changed ones; `dropped`: responses that lose theirs.

    `left`: numbers that stand for nobody any more. `new`: by side who has no number yet.
    """

    register: Register
    entries: Mapping[UUID, Entry]
    dropped: frozenset[UUID] = frozenset()
    left: frozenset[int] = frozenset()
    new: Mapping[str, Sequence[UUID]] = {}


def whole(members: int) -> int:
    """Those of them whose five is complete."""
    complete = members
    for place in range(1, STEP):
        complete &= members >> place
    return (complete & _begins(members.bit_length() // STEP)) * ((1 << STEP) - 1)


def numbers_of(members: int, most: int | None = None) -> list[int]:
    """The lowest so many numbers of a set."""
    found: list[int] = []
    for place, byte in enumerate(members.to_bytes((members.bit_length() + 7) // 8, "little")):
        if byte:
            found += (place * 8 + bit for bit in range(8) if byte >> bit & 1)
            if most is not None and len(found) >= most:
                break
    return found[:most]


def members_of(numbers: Collection[int]) -> int:
    """The set of these numbers."""
    whole_set = bytearray(max(numbers, default=0) // 8 + 1)
    for number in numbers:
        whole_set[number // 8] |= 1 << number % 8
    return int.from_bytes(whole_set, "little")


def turn_over(
    register: Register, due: Sequence[UUID], sides: Mapping[UUID, str], known: Mapping[UUID, Entry]
) -> Turnover:
    """Who leaves and who comes. `sides`: of those of the due who count. `known`: entries of the due."""
    turning = _Turning(register)
    for one in due:
        if one in known:
            turning.meet(one, known[one], sides.get(one))
        elif one in sides:
            turning.new[sides[one]].append(one)
    return turning.turnover()


def seat(turnover: Turnover, waiting: Mapping[str, Mapping[UUID, Entry]]) -> Turnover:
    """Everybody in fives for whom there is one. `waiting`: by side those who may be put in another."""
    seating = _Seating(turnover)
    for side in sorted(turnover.new.keys() | waiting.keys()):
        seating.seat(side, turnover.new.get(side, ()), waiting.get(side, {}))
    return seating.seated()


def disband(turnover: Turnover, people: Mapping[UUID, Entry]) -> Turnover:
    """Each of them waits alone, as if they had left and come back."""
    seating = _Seating(turnover)
    for one, entry in people.items():
        seating.left.add(entry.number)
        seating.entries[one] = Entry(seating.begin(), seen=True)
    return seating.seated()


class _Turning:
    def __init__(self, register: Register) -> None:
        self.register, self.next_number = register, register.next_number
        self.bytes = {side: _bytes(members) for side, members in register.valid.items()}
        self.gone: dict[str, set[int]] = defaultdict(set)
        self.back: dict[str, set[int]] = defaultdict(set)
        self.new: dict[str, list[UUID]] = defaultdict(list)
        self.entries: dict[UUID, Entry] = {}
        self.dropped: set[UUID] = set()

    def meet(self, one: UUID, entry: Entry, side: str | None) -> None:
        was = next((known for known, members in self.bytes.items() if _in(members, entry.number)), None)
        if was == side:
            return
        if was is not None:
            self._leave(one, entry, was, side)
        elif side is not None:
            self._return(one, entry, side)

    def _leave(self, one: UUID, entry: Entry, was: str, side: str | None) -> None:
        """For good, or to the other side when it is told of the channel; there nobody has seen them yet."""
        self.gone[was].add(entry.number)
        if side is not None or entry.number // STEP * STEP == self.register.opened.get(was):
            self.dropped.add(one)
        else:
            self.entries[one] = Entry(entry.number, seen=True)
        if side is not None:
            self.new[side].append(one)

    def _return(self, one: UUID, entry: Entry, side: str) -> None:
        """Who was seen leaving waits alone, in a five that nobody else will be in. Others are where they were."""
        if entry.seen:
            entry, self.next_number = Entry(self.next_number, seen=True), self.next_number + STEP
            self.entries[one] = entry
        self.back[side].add(entry.number)

    def turnover(self) -> Turnover:
        valid = {
            side: self.register.valid.get(side, 0) & ~members_of(self.gone[side]) | members_of(self.back[side])
            for side in {*self.register.valid, *self.gone, *self.back}
        }
        register = Register(valid, self.register.opened, self.next_number)
        left = frozenset().union(*self.gone.values())
        return Turnover(register, self.entries, frozenset(self.dropped), left, self.new)


class _Seating:
    def __init__(self, turnover: Turnover) -> None:
        self.turnover, self.next_number = turnover, turnover.register.next_number
        self.opened = dict(turnover.register.opened)
        self.entries = dict(turnover.entries)
        self.left: set[int] = set(turnover.left)

    def seat(self, side: str, new: Sequence[UUID], waiting: Mapping[UUID, Entry]) -> None:
        coming = deque(new)
        back = deque(sorted(waiting, key=lambda one: (not waiting[one].seen, waiting[one].number)))
        taken = self._taken(side)
        while len(taken) + len(coming) + (guests := min(len(back), MOST_BACK, STEP - len(taken))) >= STEP:
            seats = [number for number in self._five(side) if number not in taken]
            for number in seats[: len(seats) - guests]:
                self.entries[coming.popleft()] = Entry(number)
            for number in seats[len(seats) - guests :]:
                self._move(back.popleft(), waiting, number)
            del self.opened[side]
            taken = set()
        if coming:
            free = (number for number in self._five(side) if number not in taken)
            self.entries.update(zip(coming, map(Entry, free), strict=False))
        self._reunite([one for one in back if not waiting[one].seen], waiting)

    def seated(self) -> Turnover:
        register = msgspec.structs.replace(self.turnover.register, opened=self.opened, next_number=self.next_number)
        return Turnover(register, self.entries, self.turnover.dropped, frozenset(self.left))

    def _taken(self, side: str) -> set[int]:
        members = _bytes(self.turnover.register.valid.get(side, 0))
        return {number for number in self._five(side) if _in(members, number)} if side in self.opened else set()

    def _five(self, side: str) -> range:
        """The numbers of the one that is being filled."""
        if side not in self.opened:
            self.opened[side] = self.begin()
        return range(self.opened[side], self.opened[side] + STEP)

    def begin(self) -> int:
        self.next_number += STEP
        return self.next_number - STEP

    def _move(self, one: UUID, waiting: Mapping[UUID, Entry], number: int) -> None:
        self.left.add(waiting[one].number)
        self.entries[one] = Entry(number, seen=True)

    def _reunite(self, people: Iterable[UUID], waiting: Mapping[UUID, Entry]) -> None:
        """Five of five fives each, those first of which most are left."""
        fives: dict[int, list[UUID]] = defaultdict(list)
        for one in people:
            fives[waiting[one].number // STEP].append(one)
        heap = [(-len(found), five) for five, found in fives.items()]
        heapq.heapify(heap)
        while len(heap) >= STEP:
            first = self.begin()
            for place, (size, five) in enumerate([heapq.heappop(heap) for _ in range(STEP)]):
                self._move(fives[five].pop(0), waiting, first + place)
                if size < -1:
                    heapq.heappush(heap, (size + 1, five))


@lru_cache(maxsize=8)
def _begins(fives: int) -> int:
    """The first number of each of so many fives and one."""
    return ((1 << (fives + 1) * STEP) - 1) // ((1 << STEP) - 1)


def _bytes(members: int) -> bytes:
    return members.to_bytes((members.bit_length() + 7) // 8, "little")


def _in(members: bytes, number: int) -> bool:
    return number // 8 < len(members) and bool(members[number // 8] >> number % 8 & 1)
