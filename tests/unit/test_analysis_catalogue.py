"""A catalogue as a document: written and read again, compared, inherited, edited, and the presets that are shipped."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.analysis.domain.catalogue_forms import arrange, clean, rearranged, saved, slug
from services.analysis.domain.comparing import Piece, compare, compare_texts
from services.analysis.domain.document import (
    Document,
    Fault,
    Indicator,
    Source,
    Standard,
    Words,
    faults_of,
    in_german,
    plain,
    rebase,
)
from services.analysis.storage.catalogue_files import (
    UnreadableError,
    load_presets,
    load_shipped,
    read_document,
    write_document,
)
from services.analysis.tagger.domain.standards import STANDARDS
from services.analysis.web.model_card import FILE, read_card, render_card
from services.analysis.web.pages import PAGES

TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="￾￿") | st.sampled_from("\n\t"), max_size=40
)
IDS = st.from_regex(r"\A[a-z][a-z0-9-]{0,20}\Z")
WORDS = st.builds(Words, TEXT, TEXT)
STANDARD = st.builds(
    Standard,
    id=IDS,
    title=WORDS,
    definition=WORDS,
    indicators=st.lists(st.builds(Indicator, WORDS, WORDS), max_size=2).map(tuple),
    met=WORDS,
    boundaries=st.lists(WORDS, max_size=2).map(tuple),
    phrases=st.lists(TEXT, max_size=2).map(tuple),
    sources=st.lists(IDS, max_size=2).map(tuple),
    maps_to=st.lists(IDS, max_size=2).map(tuple),
    locked=st.booleans(),
)
DOCUMENT = st.builds(
    Document,
    title=WORDS,
    about=WORDS,
    rules=st.lists(WORDS, max_size=2).map(tuple),
    standards=st.lists(STANDARD, max_size=3, unique_by=lambda one: one.id).map(tuple),
    sources=st.dictionaries(IDS, st.builds(Source, TEXT, st.sampled_from(["stored", "gk"]), TEXT, TEXT), max_size=2),
)
PRESETS = load_presets()


def small(*ids: str, **more: Any) -> Document:
    return Document(standards=tuple(Standard(one, title=Words(one), definition=Words(one), **more) for one in ids))


@settings(deadline=None)
@given(DOCUMENT)
def test_what_is_exported_is_imported_the_same(document: Document) -> None:
    document = msgspec.structs.replace(
        document, sources={key: one for key, one in document.sources.items() if one.title}
    )
    assert read_document(write_document(document)) == document


@settings(deadline=None)
@given(DOCUMENT)
def test_what_is_stored_is_read_the_same(document: Document) -> None:
    stored = msgspec.json.decode(msgspec.json.encode(plain(document)))
    kept = {key: one for key, one in document.sources.items() if one.title}
    if kept == document.sources:
        assert msgspec.convert(stored, Document) == document


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_a_catalogue_or_kindly_refused(text: str) -> None:
    try:
        assert isinstance(read_document(text), Document)
    except UnreadableError as error:
        assert (
            1
            <= error.line
            <= text.count("\n")
            + text.count("\r")
            + text.count("\u2028")
            + text.count("\u2029")
            + text.count("\x85")
            + 1
        )
        assert PAGES.texts.say("de", f"import-{error.kind}", value=error.value)


@pytest.mark.parametrize(
    ("text", "kind", "line", "field"),
    [
        ("title: {de: 3}\n", "not-text", 1, "title.de"),
        ("standards:\n- id: a\n  titel: x\n", "unknown-field", 3, "standards.1"),
        ("standards:\n- {title: {}}\n", "missing-field", 2, "standards.1"),
        ("standards: [\n", "no-yaml", 2, ""),
        ("title: &x {de: a}\nabout: *x\n", "alias", 2, ""),
        ("standards:\n- id: Bad Id\n", "bad-id", 2, "standards.1.id"),
        ("title: {}\nabout: {}\ntitle: {}\n", "key-twice", 3, ""),
        ("standards:\n- id: a\n  phrases:\n  - ok\n  - 7\n", "not-text", 5, "standards.1.phrases.2"),
        ("[]", "not-fields", 1, ""),
        ("", "not-fields", 1, ""),
        ('title:\n  de: "\\0"\n', "bad-sign", 2, "title.de"),
        ("standards:\n- id: a\n  locked: maybe\n", "not-bool", 3, "standards.1.locked"),
        ("standards: {}\n", "not-list", 1, "standards"),
        ("sources:\n  a: {title: x, kind: y}\n", "bad-choice", 1, "sources.kind"),
        (f"title: {{de: {'x' * 4001}}}\n", "text-too-long", 1, "title.de"),
        ("? {a: b}\n: c\n", "key-twice", 1, ""),
        ("x: 2026-13-45\n", "no-yaml", 1, ""),
        ("- " * 3000, "no-yaml", 1, ""),
        (" " * 200_001, "too-long", 1, ""),
    ],
)
def test_bad_yaml_is_named_by_line_and_field(text: str, kind: str, line: int, field: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_document(text)
    assert (caught.value.kind, caught.value.line, caught.value.field) == (kind, line, field)
    assert PAGES.texts.say("de", f"import-{kind}", value="x")


def test_the_shipped_catalogue_has_the_taggers_standards_in_both_languages() -> None:
    shipped = load_shipped()
    assert [one.id for one in shipped.standards] == list(STANDARDS)
    assert faults_of(shipped, STANDARDS) == []


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_can_be_published_and_speaks_both_languages(name: str) -> None:
    document = PRESETS[name]
    assert faults_of(document, STANDARDS) == []
    assert [one for one in _all_words(document) if not (one.de and one.en)] == []
    assert {key for one in document.standards for key in one.sources} <= set(document.sources)


@pytest.mark.parametrize(
    ("name", "count"), [("resonanz", 12), ("netzwerk", 10), ("allianz", 10), ("oberhausen-stufen", 4)]
)
def test_a_preset_has_as_many_standards_as_its_name_says(name: str, count: int) -> None:
    assert len(PRESETS[name].standards) == count


@pytest.mark.parametrize("name", PRESETS)
def test_every_tag_has_a_place_in_another_catalogues_terms(name: str) -> None:
    """But for levels of participation, which say nothing about learning from it."""
    lost = {"evaluation-learning"} if name == "oberhausen-stufen" else set()
    assert {one for one in STANDARDS if not PRESETS[name].standards_for(one)} == lost


def test_the_four_levels_say_that_they_are_a_draft() -> None:
    document = PRESETS["oberhausen-stufen"]
    assert "Entwurf, zu bestätigen" in document.title.de
    assert [one.title.de for one in document.standards] == ["Information", "Anhörung", "Beratung", "Mitbestimmung"]


def test_a_tag_is_filed_under_its_own_standard_or_where_it_is_mapped() -> None:
    document = msgspec.structs.replace(
        small("own"), standards=(Standard("own"), Standard("other", maps_to=("own", "x")))
    )
    assert document.standards_for("own") == ("own",)
    assert document.standards_for("x") == ("other",)
    assert document.standards_for("y") == ()


@settings(deadline=None)
@given(TEXT, TEXT)
def test_a_comparison_holds_both_texts_whole(old: str, new: str) -> None:
    pieces = compare_texts(old, new)
    assert "".join(piece.text for piece in pieces if piece.op != "added") == old
    assert "".join(piece.text for piece in pieces if piece.op != "removed") == new


def test_a_comparison_goes_by_words() -> None:
    pieces = compare_texts("Die Einladung kam spät.", "Die Einladung kam früh.")
    assert pieces == (
        Piece("same", "Die Einladung kam "),
        Piece("removed", "spät"),
        Piece("added", "früh"),
        Piece("same", "."),
    )


@settings(deadline=None)
@given(DOCUMENT)
def test_nothing_differs_from_itself(document: Document) -> None:
    assert compare(document, document) == []


def test_a_comparison_tells_new_gone_moved_and_changed_apart() -> None:
    new = msgspec.structs.replace(
        small("c", "a", "d"), standards=(*small("c", "a").standards, Standard("d", title=Words("D")))
    )
    found = {one.standard_id: one.op for one in compare(small("a", "b", "c"), new)}
    assert found["b"] == "removed"
    assert found["d"] == "added"
    assert "moved" in (found.get("a"), found.get("c"))
    changed = msgspec.structs.replace(small("a"), standards=(Standard("a", title=Words("anders")),))
    assert [one.op for one in compare(small("a"), changed)] == ["changed"]


def test_faults_name_what_is_missing() -> None:
    broken = Document(standards=(Standard("a", sources=("s",), maps_to=("m",)), *small("b", "b").standards))
    assert faults_of(Document(), STANDARDS) == [Fault("no-standards")]
    assert set(faults_of(broken, STANDARDS)) == {
        Fault("no-title", "a"),
        Fault("no-definition", "a"),
        Fault("unknown-source", "s"),
        Fault("no-tag", "m"),
        Fault("twice", "b"),
    }
    for fault in faults_of(broken, STANDARDS):
        assert PAGES.texts.say("de", f"catalogue-fault-{fault.kind}", about="x")


def test_a_district_may_add_to_what_is_locked_and_take_nothing_away() -> None:
    city = small("a", "b", locked=True)
    first = city.standards[0]
    more = msgspec.structs.replace(first, indicators=(Indicator(Words("mehr")),))
    softer = msgspec.structs.replace(first, definition=Words("weicher"))
    assert faults_of(_with(city, more), STANDARDS, city) == []
    assert faults_of(_with(city, softer), STANDARDS, city) == [Fault("locked-changed", "a")]
    assert faults_of(small("a", locked=True), STANDARDS, city) == [Fault("locked-gone", "b")]


@settings(deadline=None)
@given(DOCUMENT, DOCUMENT)
def test_a_catalogue_that_added_nothing_becomes_the_citys_new_one(old: Document, new: Document) -> None:
    assert rebase(old, old, new).standards == new.standards


@settings(deadline=None)
@given(DOCUMENT, DOCUMENT, DOCUMENT)
def test_inheriting_never_breaks_a_lock(own: Document, old: Document, new: Document) -> None:
    kinds = {fault.kind for fault in faults_of(rebase(own, old, new), (), new)}
    assert not kinds & {"locked-gone", "locked-changed"}


def test_what_a_district_added_and_left_out_stays_so() -> None:
    old, new = small("a", "b", "c"), small("a", "b", "c", "n")
    extra = msgspec.structs.replace(old.standards[0], boundaries=(Words("bei uns"),))
    own = msgspec.structs.replace(old, standards=(extra, old.standards[1], *small("z").standards))
    found = rebase(own, old, new)
    assert [one.id for one in found.standards] == ["a", "b", "n", "z"]
    assert found.standards[0].boundaries == (Words("bei uns"),)


def test_lists_of_a_form_grow_shrink_and_change_order() -> None:
    assert rearranged(("a", "b", "c"), 1, "up") == ("b", "a", "c")
    assert rearranged(("a", "b", "c"), 1, "down") == ("a", "c", "b")
    assert rearranged(("a", "b", "c"), 1, "remove") == ("a", "c")
    assert rearranged(("a",), 0, "up") == ("a",)
    assert rearranged(("a",), 0, "down") == ("a",)
    assert rearranged(("a",), 5, "remove") == ("a",)
    grown = arrange(Standard("a"), "indicators-add")
    assert grown.indicators == (Indicator(),)
    assert arrange(grown, "phrases-add") == arrange(grown, "save") == grown
    assert saved(grown, None).indicators == ()


def test_ids_are_made_from_titles() -> None:
    assert slug("Frühe Info, überall!") == "fruehe-info-ueberall"
    assert slug("10 Tage vorher") == "s-10-tage-vorher"
    assert slug("مشاركة") == ""


@settings(deadline=None)
@given(st.text())
def test_what_is_typed_can_be_kept(typed: str) -> None:
    if len(kept := clean(typed)) <= 4000:
        assert msgspec.convert({"de": kept}, Words).de == kept


def test_a_model_card_is_shown_and_not_run() -> None:
    card = (
        "# Karte\n\n<script>x</script>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## Deutsch\n\nHallo\n\n## English\n\nHello"
    )
    german = render_card(card, "de")
    assert "<script>" not in german
    assert re.search(r'<div class="table" tabindex="0" role="region" aria-label="Tabelle 1"><table>', german)
    assert "Hello" not in german
    assert render_card(card, "en").endswith("<h2>In short</h2>\n<p>Hello</p>\n")
    assert render_card("# Nur eine", "en") == "<h1>Nur eine</h1>\n"


def test_the_model_card_is_wholly_in_one_language() -> None:
    german, english = (render_card(read_card(FILE), language) for language in ("de", "en"))
    assert "<h1>Modellkarte: Tagger" in german
    for foreign in ("Measured", "English", "measure<", "early-information", "writers", "What it does", "version "):
        assert foreign not in german, foreign
    assert "9,477" not in german
    assert "Frühzeitige Information" in german
    for foreign in ("Was es tut", "Deutsch", "early-information<", "Ein zweites"):
        assert foreign not in english, foreign
    assert "Early information" in english


def test_the_view_for_pages_is_in_german() -> None:
    assert in_german(load_shipped(), 3).version == 3
    assert in_german(Document(standards=(Standard("a"),)), 1).standards[0].title == "a"


def _with(document: Document, changed: Standard) -> Document:
    standards = tuple(changed if one.id == changed.id else one for one in document.standards)
    return msgspec.structs.replace(document, standards=standards)


def _all_words(document: Document) -> list[Words]:
    found = [document.title, document.about, *document.rules]
    for one in document.standards:
        found += [one.title, one.definition, *one.boundaries]
        found += [words for indicator in one.indicators for words in (indicator.text, indicator.evidence)]
        found += [words for words in (one.met, one.not_met, one.suggestion) if words != Words()]
    return found
