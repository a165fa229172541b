"""What taking over a package does, part by part, and that nobody changes it on the way."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.district.domain.packages import (
    RULES,
    Home,
    Package,
    Prints,
    Sheet,
    Verb,
    changes,
    differences,
    holdings,
    is_lessened,
)
from services.analysis.district.domain.papers import Rules
from services.analysis.district.operations.take_package import PackageError, addressed, own_key, read_package, sign
from services.analysis.district.storage.methods import shipped
from tests.support.servers import SECRET

WALK = next(one for one in shipped() if one.key == "walk")
ASKED = '{"format": "resonanz-questionnaire", "title": {}, "questionnaire": {}}'
PACKAGE = Package(
    district="sterkrade-mitte",
    number=2,
    made_on=date(2026, 11, 23),
    adopted="2026-10-01, Rat",
    rules=Rules(notice_days=14),
    words={"aim": "Wir fragen früh."},
    standards={"early-information": {"id": "early-information", "title": {"de": "Früh"}}},
    methods=(WALK,),
    sheets=(Sheet("markt", {"de": "Markt"}, "beratung", "feedback", ASKED, prints=Prints(("a6",), ("de", "tr"))),),
)
EARLY = ("standard", "early-information")
EMPTY = Home(Rules(), {}, {}, {}, ())


def _verbs(package: Package, home: Home, before: Package | None = None) -> dict[str, Verb]:
    return {f"{one.part}:{one.key}": one.verb for one in changes(package, home, before)}


def _after(package: Package) -> Home:
    """The district right after it took the package."""
    return Home(
        package.rules,
        package.standards,
        package.words,
        {one.key: msgspec.structs.replace(one, own_of="osterfeld") for one in package.methods},
        [one.slug for one in package.sheets],
    )


def test_for_a_district_that_has_nothing_everything_is_new() -> None:
    assert set(_verbs(PACKAGE, EMPTY).values()) == {"new"}


def test_taken_twice_it_changes_nothing() -> None:
    again = _verbs(PACKAGE, _after(PACKAGE), PACKAGE)
    assert set(again.values()) == {"same", "kept"}
    assert again["questionnaire:markt"] == "kept"


def test_inherited_parts_come_back_and_copies_stay_as_they_were_changed_here() -> None:
    home = msgspec.structs.replace(
        _after(PACKAGE),
        rules=Rules(),
        standards={"early-information": {"id": "early-information", "title": {"de": "Irgendwann"}}},
        words={"aim": "Bei uns anders."},
        methods={"walk": msgspec.structs.replace(WALK, name="Rundgang")},
    )
    verbs = _verbs(PACKAGE, home, PACKAGE)
    assert (verbs["rules:rules"], verbs["standard:early-information"]) == ("update", "update")
    assert (verbs["words:aim"], verbs["method:walk"]) == ("kept", "kept")


def test_a_later_package_renews_what_nobody_touched_here() -> None:
    later = msgspec.structs.replace(PACKAGE, words={"aim": "Wir fragen noch früher."}, standards={})
    verbs = _verbs(later, _after(PACKAGE), PACKAGE)
    assert verbs["words:aim"] == "update"
    assert verbs["standard:early-information"] == "gone"


def test_what_was_let_go_is_left_alone_and_so_is_what_its_origin_gave_up() -> None:
    home = msgspec.structs.replace(_after(PACKAGE), rules=Rules(notice_days=3), free=[RULES, EARLY])
    later = msgspec.structs.replace(PACKAGE, rules=Rules(notice_days=30), standards={})
    verbs = _verbs(later, home, PACKAGE)
    assert (verbs["rules:rules"], verbs["standard:early-information"]) == ("own", "own")
    assert differences(changes(later, home, PACKAGE), later, home, _lines) == []


def test_what_the_city_locks_stays_as_the_city_has_it() -> None:
    home = msgspec.structs.replace(_after(PACKAGE), firm=["early-information"], free=[EARLY])
    other = {"id": "early-information", "title": {"de": "Früher"}}
    later = msgspec.structs.replace(PACKAGE, standards={"early-information": other})
    assert _verbs(later, home, PACKAGE)["standard:early-information"] == "kept"
    assert _verbs(msgspec.structs.replace(later, standards={}), home, PACKAGE)["standard:early-information"] == "kept"
    assert _verbs(PACKAGE, home, PACKAGE)["standard:early-information"] == "same"


def test_what_is_not_here_is_not_given_up() -> None:
    later = msgspec.structs.replace(PACKAGE, standards={})
    home = msgspec.structs.replace(_after(PACKAGE), standards={})
    assert "standard:early-information" not in _verbs(later, home, PACKAGE)


@pytest.mark.parametrize("words", [{}, {"aim": ""}])
def test_a_copy_that_was_given_up_here_does_not_come_back(words: dict[str, str]) -> None:
    home = msgspec.structs.replace(_after(PACKAGE), words=words, methods={})
    later = msgspec.structs.replace(PACKAGE, words={"aim": "Wir fragen noch früher."})
    verbs = _verbs(later, home, PACKAGE)
    assert (verbs["words:aim"], verbs["method:walk"]) == ("kept", "kept")


def test_differences_are_told_of_inherited_parts_that_are_here() -> None:
    standard = {"id": "early-information", "title": {"de": "Früh"}, "definition": {"de": "Drei Wochen vorher."}}
    later = msgspec.structs.replace(
        PACKAGE, rules=Rules(notice_days=21), words={"aim": "Anders."}, standards={"early-information": standard}
    )
    home = _after(PACKAGE)
    rules, told = differences(changes(later, home, PACKAGE), later, home, _lines)
    assert [piece.text for piece in rules.changes[0].pieces if piece.op != "same"] == ["14 ", "21 "]
    assert (told.standard_id, told.changes[0].field) == ("early-information", "definition")
    assert differences(changes(PACKAGE, EMPTY, None), PACKAGE, EMPTY, _lines)[0].standard_id == "", "rules only"


def test_it_says_of_every_part_whether_it_is_inherited_let_go_or_free() -> None:
    other = msgspec.structs.replace(WALK, name="Rundgang")
    home = msgspec.structs.replace(_after(PACKAGE), methods={"walk": other}, words={}, free=[RULES])
    states = {one.part: one.state for one in holdings(PACKAGE, home)}
    assert states == {
        "rules": "own",
        "standard": "inherited",
        "words": "absent",
        "method": "changed",
        "questionnaire": "same",
    }
    locked = holdings(PACKAGE, msgspec.structs.replace(home, firm=["early-information"], free=[EARLY]))
    assert {one.part: one.state for one in locked}["standard"] == "firm", "the city stands above letting go"


@given(st.integers(0, 60), st.integers(0, 20), st.lists(st.sampled_from(["tr", "ar"]), unique=True), st.booleans())
def test_inherited_rules_may_be_made_stricter_and_not_weaker(
    notice: int, weeks: int, languages: list[str], device: bool
) -> None:
    rules = Rules(notice, weeks, tuple(languages), device)
    assert not is_lessened(rules, Rules())
    assert not is_lessened(rules, rules)
    assert is_lessened(rules, Rules(notice_days=61)) and is_lessened(rules, Rules(languages=("pl",)))
    assert is_lessened(Rules(notice, 0, tuple(languages), device), Rules(feedback_weeks=4)), "0 is not asked at all"
    assert not is_lessened(Rules(notice, 3, tuple(languages), device), Rules(feedback_weeks=4)), "sooner is stricter"


def test_a_kit_comes_and_stays_with_its_questionnaire() -> None:
    assert _verbs(PACKAGE, EMPTY)["prints:markt"] == "new"
    assert _verbs(PACKAGE, _after(PACKAGE), PACKAGE)["prints:markt"] == "kept"


def _lines(rules: Rules) -> list[str]:
    return [f"{rules.notice_days} Tage" if rules.notice_days else "", ", ".join(rules.languages)]


def test_a_package_of_before_kits_is_still_read() -> None:
    plain = msgspec.to_builtins(PACKAGE)
    for sheet in plain["sheets"]:
        del sheet["prints"], sheet["intro"]
    assert msgspec.convert(plain, Package).sheets[0].prints is None


def test_a_package_comes_back_as_it_was_signed_and_is_the_same_bytes() -> None:
    signed = sign(PACKAGE, SECRET)
    assert signed == sign(PACKAGE, SECRET)
    assert read_package(signed) == (PACKAGE, own_key(SECRET))
    assert own_key(SECRET) != own_key("another house with a secret of its own")


@given(st.data())
def test_whatever_is_changed_in_the_file_is_refused_or_changes_nothing(data: st.DataObject) -> None:
    signed = bytearray(sign(PACKAGE, SECRET))
    place = data.draw(st.integers(0, len(signed) - 1))
    signed[place] = data.draw(st.integers(0, 255))
    try:
        read = read_package(bytes(signed))
    except PackageError as error:
        assert error.reason in ("signature", "unreadable")
    else:
        assert read == (PACKAGE, own_key(SECRET))


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"format":"resonanz-package"}', b"[" * 100_000])
def test_other_files_are_refused_kindly(content: bytes) -> None:
    with pytest.raises(PackageError):
        read_package(content)


@pytest.mark.parametrize(
    "standards",
    [
        {"early-information": {"id": "early-information", "colour": "red"}},
        {"early-information": {"id": "early-information", "title": "Früh"}},
        {"early-information": {"id": "another"}},
        {"early-information": {}},
        {"../..": {"id": "../.."}},
    ],
)
def test_a_signature_does_not_excuse_a_standard_that_cannot_be(standards: dict[str, Any]) -> None:
    with pytest.raises(PackageError, match="unreadable"):
        read_package(sign(msgspec.structs.replace(PACKAGE, standards=standards), SECRET))


@pytest.mark.parametrize(
    "wrong",
    [{"slug": "../markt"}, {"slug": "m" * 51}, {"level": "all"}, {"kind": "poll"}, {"document": "{}"}],
)
def test_a_signature_does_not_excuse_a_questionnaire_that_cannot_be(wrong: dict[str, str]) -> None:
    sheet = msgspec.structs.replace(PACKAGE.sheets[0], **wrong)
    with pytest.raises(PackageError, match="unreadable"):
        read_package(sign(msgspec.structs.replace(PACKAGE, sheets=(sheet,)), SECRET))


def test_standards_are_read_as_they_are_kept_here() -> None:
    wordy = {"early-information": {"id": "early-information", "title": {"de": "Früh", "en": ""}, "phrases": []}}
    assert read_package(sign(msgspec.structs.replace(PACKAGE, standards=wordy), SECRET))[0] == PACKAGE


def test_an_origin_is_the_same_however_its_key_is_written() -> None:
    signed = msgspec.json.decode(sign(PACKAGE, SECRET))
    signed["key"] = signed["key"].upper()
    assert read_package(msgspec.json.encode(signed))[1] == own_key(SECRET)


def test_addresses_that_are_cut_stay_apart() -> None:
    long = "wie-soll-der-markt-an-der-steinbrinkstrasse-werden"
    slugs = ("markt", long, f"{long[:-6]}bleiben"[:50])
    sheets = tuple(msgspec.structs.replace(PACKAGE.sheets[0], slug=slug) for slug in slugs)
    found = [one.slug for one in addressed(msgspec.structs.replace(PACKAGE, sheets=sheets), "sterkrade-nord").sheets]
    assert found[0] == "markt-sterkrade-nord" and len(set(found)) == 3
    assert all(len(one) <= 50 and re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", one) for one in found)


def test_a_package_holds_nothing_about_people() -> None:
    told = msgspec.json.encode(PACKAGE).decode()
    for word in ("account", "response", "receipt", "contact", "email", "phone"):
        assert f'"{word}' not in told
