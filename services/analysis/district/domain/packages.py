"""What a district hands on to another: inherited parts that stay as they came, and copies that are free to change.

A package names nobody and holds no response. Rules and standards are inherited: they stay locked, and a later package
of the same origin brings them up to date, until the district lets one go: from then on it is its own. Words, methods,
questionnaires and print kits are copies: what was changed here stays.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Final, Literal

import msgspec

from services.analysis.district.domain.methods import LEVELS, Method
from services.analysis.district.domain.papers import Rules
from services.analysis.domain.comparing import Change as Difference
from services.analysis.domain.comparing import Section, compare, compare_texts
from services.analysis.domain.document import Document, Standard

FORMAT: Final = "resonanz-package"
Part = Literal["rules", "standard", "words", "method", "questionnaire", "prints"]
#: What taking a package does to a part. `kept`: changed or given up here, or locked by the city, it stays so; `own`: it
#: was let go, and stays.
Verb = Literal["new", "update", "same", "kept", "gone", "own"]
#: How a district has a part that it took. `firm`: inherited, and the city locks it; `own`: let go; `same`, `changed`:
#: a copy; `absent`: a copy that is no longer there.
State = Literal["inherited", "firm", "own", "same", "changed", "absent"]
#: Parts that stay locked as they came.
INHERITED: Final[frozenset[Part]] = frozenset({"rules", "standard"})
#: A part by what it is and its key.
Place = tuple[str, str]
RULES: Final[Place] = ("rules", "rules")
#: The address, the level and the kind of a campaign.
LONGEST_SLUG: Final = 50
Slug = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=LONGEST_SLUG)]
Level = Annotated[str, msgspec.Meta(pattern=rf"\A({'|'.join(LEVELS)})\Z")]
CampaignKind = Annotated[str, msgspec.Meta(pattern=r"\A(feedback|evaluation)\Z")]


class Prints(msgspec.Struct, frozen=True):
    """A print kit as it was ordered, without its places: those are the other district's own."""

    formats: tuple[str, ...]
    languages: tuple[str, ...]
    large: bool = False


class Asked(msgspec.Struct, frozen=True, tag="resonanz-questionnaire", tag_field="format"):
    """What the document of a sheet is at least; whoever drafts the campaign reads the rest."""

    questionnaire: dict[str, Any]


class Sheet(msgspec.Struct, frozen=True):
    """A questionnaire. `document`: as a JSON file of our own. `intro`: stands in the form and in print.

    `prints`: the kit that was ordered for it last.
    """

    slug: Slug
    title: dict[str, str]
    level: Level
    kind: CampaignKind
    document: str
    intro: dict[str, str] = {}
    prints: Prints | None = None


class Package(msgspec.Struct, frozen=True):
    """`number`: of the concept's version. `standards`: id → the standard as it is kept. `adopted`: when and by whom."""

    district: str
    number: int
    made_on: date
    adopted: str
    rules: Rules
    words: dict[str, str]
    standards: dict[str, dict[str, Any]]
    methods: tuple[Method, ...]
    sheets: tuple[Sheet, ...]


class Signed(msgspec.Struct, frozen=True, tag=FORMAT, tag_field="format"):
    """A package as a file. `content`: the package in JSON, letter by letter what was signed (Ed25519, hexadecimal)."""

    content: str
    key: str
    signature: str
    version: int = 1


class Change(msgspec.Struct, frozen=True):
    """What taking the package does to one part; `name` as people call it."""

    part: Part
    key: str
    name: str
    verb: Verb

    @property
    def is_inherited(self) -> bool:
        return self.part in INHERITED


class Held(msgspec.Struct, frozen=True):
    """A part of the package taken last. `is_here`: the district has it as it came, and no draft waits for anybody."""

    part: Part
    key: str
    name: str
    state: State
    is_here: bool = True


class Home(msgspec.Struct, frozen=True):
    """What the taking district has: `slugs`: of questionnaires it took before.

    `free`: parts that it let go. `firm`: standards that the city locks: nobody lets them go.
    """

    rules: Rules
    standards: Mapping[str, dict[str, Any]]
    words: Mapping[str, str]
    methods: Mapping[str, Method]
    slugs: Collection[str]
    free: Collection[Place] = ()
    firm: Collection[str] = ()


def changes(package: Package, home: Home, before: Package | None) -> tuple[Change, ...]:
    """Part by part, in the order of the package. `before`: what was taken of the same origin last."""
    return tuple(_changes(package, home, before))


def is_taken(change: Change) -> bool:
    return change.verb in ("new", "update")


def holdings(package: Package, home: Home) -> tuple[Held, ...]:
    """How the district has each part of a package that it took."""
    return tuple(_holdings(package, home))


def differences(
    found: Iterable[Change], package: Package, home: Home, lines: Callable[[Rules], Sequence[str]]
) -> list[Section]:
    """What taking the package would change in inherited parts that are here already, word by word.

    `lines`: of rules, one for each rule in the same order, empty for what is not asked.
    """
    sections = []
    for one in found:
        if one.part == "rules" and is_taken(one):
            changed = tuple(_rules_changed(lines(home.rules), lines(package.rules)))
            sections.append(Section("", "", "changed", changed))
        elif one.part == "standard" and one.verb in ("new", "update") and one.key in home.standards:
            sections += compare(_alone(home.standards[one.key]), _alone(package.standards[one.key]))
    return [one for one in sections if one.changes]


def is_lessened(rules: Rules, inherited: Rules) -> bool:
    """Whether something that is inherited would no longer be asked: more may be asked, less may not."""
    return (
        rules.notice_days < inherited.notice_days
        or (inherited.feedback_weeks > 0 and not 0 < rules.feedback_weeks <= inherited.feedback_weeks)
        or not set(inherited.languages) <= set(rules.languages)
        or any(
            getattr(inherited, one) and not getattr(rules, one) for one in ("without_device", "both_sides", "person")
        )
    )


def _changes(package: Package, home: Home, before: Package | None) -> Iterator[Change]:
    yield _rules_change(package, home, before)
    for key, standard in _by_title(package):
        verb = _inherited(standard, home.standards.get(key))
        yield Change("standard", key, _title(standard), _bound(key, verb, home))
    for key, standard in before.standards.items() if before else ():
        if key in home.standards and key not in package.standards:
            yield Change("standard", key, _title(standard), _bound(key, "gone", home))
    for key, text in package.words.items():
        yield Change("words", key, key, _copied(text, home.words.get(key), before and before.words.get(key)))
    old = {one.key: one for one in before.methods} if before else {}
    for method in package.methods:
        here = home.methods.get(method.key)
        yield Change(
            "method", method.key, method.name, _copied(_plain(method), here and _plain(here), _was(old, method.key))
        )
    for sheet in package.sheets:
        yield from _sheet_changes(sheet, "kept" if sheet.slug in home.slugs else "new")


def _rules_change(package: Package, home: Home, before: Package | None) -> Change:
    if RULES in home.free:
        return Change("rules", "rules", "", "own")
    return Change("rules", "rules", "", "same" if package.rules == home.rules else "update" if before else "new")


def _sheet_changes(sheet: Sheet, verb: Verb) -> Iterator[Change]:
    """A kit comes and stays with its questionnaire."""
    title = sheet.title.get("de", sheet.slug)
    yield Change("questionnaire", sheet.slug, title, verb)
    if sheet.prints:
        yield Change("prints", sheet.slug, title, verb)


def _holdings(package: Package, home: Home) -> Iterator[Held]:
    yield Held("rules", "rules", "", "own" if RULES in home.free else "inherited", package.rules == home.rules)
    for key, standard in _by_title(package):
        here = _inherited(standard, home.standards.get(key)) == "same"
        yield Held("standard", key, _title(standard), _standing(key, home), here)
    for key, text in package.words.items():
        yield Held("words", key, key, _copy(text, home.words.get(key)))
    for method in package.methods:
        own = home.methods.get(method.key)
        yield Held("method", method.key, method.name, _copy(_plain(method), own and _plain(own)))
    for sheet in package.sheets:
        state: State = "same" if sheet.slug in home.slugs else "absent"
        yield Held("questionnaire", sheet.slug, sheet.title.get("de", sheet.slug), state)


def _standing(key: str, home: Home) -> State:
    return "firm" if key in home.firm else "own" if ("standard", key) in home.free else "inherited"


def _copy(came: Any, here: Any) -> State:
    return "absent" if not here else "same" if here == came else "changed"


def _rules_changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    for before, after in zip(old, new, strict=True):
        if before != after:
            yield Difference("rule", "de", compare_texts(before, after))


def _alone(standard: Mapping[str, Any]) -> Document:
    """A standard by itself; whose it is and which sources stayed behind makes no difference."""
    told = {key: value for key, value in standard.items() if key not in ("locked", "sources")}
    return Document(standards=(msgspec.convert(told, Standard),))


def _inherited(new: Any, here: Any) -> Verb:
    return "new" if here is None else "same" if _unlocked(new) == _unlocked(here) else "update"


def _bound(key: str, verb: Verb, home: Home) -> Verb:
    """What becomes of a standard: the city's lock stands above letting go, and both above the package."""
    standing = _standing(key, home)
    if standing == "own":
        return "own"
    return "kept" if standing == "firm" and verb != "same" else verb


def _copied(new: Any, here: Any, before: Any) -> Verb:
    """What nobody changed here since it was taken over is brought up to date; what somebody did, or gave up, stays."""
    if not here:
        return "kept" if before else "new"
    if here == new:
        return "same"
    return "update" if here == before else "kept"


def _was(old: Mapping[str, Method], key: str) -> Any:
    return _plain(old[key]) if key in old else None


def _plain(method: Method) -> Method:
    """Whose version it is makes no difference."""
    return msgspec.structs.replace(method, own_of="")


def _unlocked(standard: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in standard.items() if key != "locked"}


def _by_title(package: Package) -> list[tuple[str, dict[str, Any]]]:
    """As people look them up; a package that was kept does not remember its order."""
    return sorted(package.standards.items(), key=lambda one: _title(one[1]))


def _title(standard: Mapping[str, Any]) -> str:
    title = standard.get("title", {})
    return str(title.get("de", "") if isinstance(title, Mapping) else title)
