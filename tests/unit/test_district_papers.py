"""Papers: arranged by people, compared by what moved, and the same bytes in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import docx
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.district.domain.arranging import FIRM, Layout, add, arrange, move, outline, rename
from services.analysis.district.domain.papers import Grid, Paper, Section, Words, differences, moved
from services.analysis.district.web.paper_files import LINE, SPARE, weights_of

LIVE = (
    Section("aim", "Wozu"),
    Section("standards", "Standards", (Words("zwölf"),)),
    Section("said-a", "A", level=2),
    Section("said-b", "B", level=2),
    Section("rules", "Regeln"),
)


def _keys(layout: Layout, sections: tuple[Section, ...] = LIVE) -> list[str]:
    return [one.key for one in arrange(sections, layout)]


def _move(layout: Layout, key: str, how: str) -> Layout:
    return move(outline(LIVE, layout), layout, key, how, "concept")  # type: ignore[arg-type] # one of the moves


def test_a_chapter_moves_with_what_is_under_it() -> None:
    assert _keys(_move(Layout(), "rules", "up")) == ["aim", "rules", "standards", "said-a", "said-b"]


def test_hidden_chapters_keep_their_place_and_come_back_to_it() -> None:
    hidden = _move(_move(Layout(), "aim", "down"), "aim", "hide")
    assert _keys(hidden) == ["standards", "said-a", "said-b", "rules"]
    assert _keys(_move(hidden, "aim", "restore")) == ["standards", "said-a", "said-b", "aim", "rules"]


def test_what_a_body_adopts_never_hides() -> None:
    for key in FIRM["concept"]:
        assert key in _keys(_move(Layout(), key, "hide"))


def test_own_chapters_have_titles_that_change_and_live_ones_do_not() -> None:
    layout, key = add(outline(LIVE, Layout()), Layout(), "Spielplätze")
    more, second = add(outline(LIVE, layout), layout, "Lärm")
    assert key != second
    titles = [one.title for one in arrange(LIVE, rename(rename(more, key, "Höfe"), "rules", "Gesetze"))]
    assert titles[-2:] == ["Höfe", "Lärm"] and "Regeln" in titles


def test_a_live_chapter_that_is_new_stands_behind_the_one_it_follows() -> None:
    layout = _move(Layout(), "rules", "up")
    grown = (*LIVE[:2], Section("promises", "Zusagen"), *LIVE[4:])
    assert _keys(layout, grown) == ["aim", "rules", "standards", "promises"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["aim", "standards", "rules"]), st.sampled_from(["up", "down", "hide", "restore"]))
    )
)
def test_no_pressing_of_buttons_loses_a_chapter_or_doubles_one(presses: list[tuple[str, str]]) -> None:
    layout = Layout()
    for key, how in presses:
        layout = _move(layout, key, how)
    keys = [one.key for one in outline(LIVE, layout)]
    assert sorted(keys) == ["aim", "rules", "standards"]
    assert set(FIRM["concept"]) <= set(_keys(layout))


@given(st.permutations(list("abcdef")))
def test_the_fewest_moves_explain_an_order(after: list[str]) -> None:
    before = list("abcdef")
    away = moved(before, after)
    assert [key for key in before if key not in away] == [key for key in after if key not in away]
    one = [*after[1:], after[0]]
    assert len(moved(after, one)) <= 1


def _paper(*sections: Section) -> Paper:
    return Paper("concept", "ost", "", "Konzept", date(2026, 11, 23), sections)


def test_differences_say_what_moved_came_and_went() -> None:
    aim, standards, rules = (
        Section("aim", "Wozu", words="Ja."),
        Section("standards", "Standards"),
        Section("rules", "R"),
    )
    found = differences(_paper(aim, standards, rules), _paper(standards, aim, Section("own-1", "Neu", words="Text")))
    assert {one.key: one.way for one in found} == {"aim": "changed", "own-1": "new", "rules": "gone"}
    assert next(one.follows for one in found if one.key == "aim") == "Standards"


def test_a_paper_that_stayed_has_no_differences() -> None:
    assert differences(_paper(*LIVE), _paper(*LIVE)) == ()


@given(st.lists(st.lists(st.text("abc ", max_size=90), min_size=3, max_size=3), max_size=4))
def test_every_column_has_room_for_its_longest_word_where_there_is_any(rows: list[list[str]]) -> None:
    grid = Grid("t", ("eins", "zwei", "drei"), tuple(map(tuple, rows)))
    weights = weights_of(grid)
    longest = [
        max(len(word) for text in (name, *(row[at] for row in rows)) for word in (*text.split(), ""))
        for at, name in enumerate(grid.columns)
    ]
    assert all(weight >= word for weight, word in zip(weights, longest, strict=True))
    assert sum(weights) <= max(LINE, sum(longest) + 3 * SPARE)


#: Prints a page's blocks, and the digests of a paper's files.
MAKING = """
import hashlib, sys
from datetime import date
from services.analysis.district.domain.papers import *
from services.analysis.district.web.pages import PAGES
from services.analysis.district.web.paper_files import Said, to_docx, to_pdf
grid = Grid("Mittel", ("Topf", "Betrag"), (("Fonds", "5 €"), ("Ämter", "7 €")), (1,))
voice = Voice("ilk defa", "tr", "Zugang: erfüllt")
arabic = Voice("نعم", "ar", "Zugang: erfüllt")
blocks = (grid, voice, arabic, Points(("a", "b")), Note("Quelle"))
sections = (Section("aim", "Wozu", blocks), Section("own-1", "Eigenes"))
paper = Paper("concept", "ost", "", "Konzept", date(2026, 11, 23), sections, number=2)
said = Said("Konzept", "Ost", "Stand", "Quelle", "Inhalt", "Dazu ist noch nichts geschrieben.")
page = PAGES.environment.get_template("paper_blocks.html").module
print("".join(str(page.block_of(block, None)) for block in blocks))
for make in (to_pdf, to_docx):
    made = make(paper, said, {})
    print(hashlib.sha256(made).hexdigest())
open(sys.argv[1], "wb").write(made)
"""


def test_two_processes_make_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the order in which sets and dictionaries of a process are hashed."""
    file = tmp_path / "paper.docx"
    made = {
        subprocess.run(
            [sys.executable, "-c", MAKING, str(file)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
    word = docx.Document(str(file))
    assert [one.text for one in word.paragraphs if one.style and one.style.name == "Heading 1"] == ["Wozu", "Eigenes"]
    assert "Dazu ist noch nichts geschrieben." in [one.text for one in word.paragraphs]
    assert word.tables[0].rows[0]._tr.xpath("w:trPr/w:tblHeader"), "read aloud as a head"
    assert word.styles["Normal"].element.xpath("w:rPr/w:lang/@w:val") == ["de-DE"]
    arabic = next(one for one in word.paragraphs if one.text == "نعم")
    assert arabic._p.xpath("w:pPr/w:bidi") and arabic.runs[0]._r.xpath("w:rPr/w:lang/@w:bidi") == ["ar"]
