"""Files and numbers that no honest program sends, roles in several districts, nights when the clocks change."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from PIL import ExifTags, Image, ImageOps

from services.intake.domain.entry import dot_field, read_dots
from services.intake.domain.exchange import FormatError
from services.intake.domain.passes import read_pack
from services.intake.operations.read_questionnaire import read_questionnaire
from services.notify.domain.posting import Quiet, quiet_until
from services.notify.operations.attach_file import read_file
from services.notify.operations.enter_address import TableError, read_table
from shared.contracts.receipts import is_proven
from shared.kit.web.pages import ZONE
from shared.staff.domain.roles import EVERYWHERE, SignedIn
from tests.support.demo import QUESTIONNAIRE

TEXT = {"type": "text", "name": "wish", "label": "Was?"}
#: Python refuses to read a number this long.
ENDLESS = "9" * 5000


def workbook(**sheets: list[dict[str, Any]]) -> bytes:
    book = openpyxl.Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        headings = list(dict.fromkeys(heading for row in rows for heading in row))
        for line in (headings, *([row.get(heading) for heading in headings] for row in rows)):
            sheet.append(line)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("rows", "settings"),
    [
        ([TEXT], {"resonanz_tested_by": "{no"}),
        ([TEXT], {"resonanz_tested_by": "[1]"}),
        ([{**TEXT, "type": "date", "constraint": ". >= date('2026-13-45')"}], {}),
        ([{**TEXT, "constraint": f"string-length(.) <= {ENDLESS}"}], {}),
        ([{**TEXT, "resonanz_kind": "other"}, TEXT], {}),
        ([{**TEXT, "type": "range", "parameters": "start=1 end=5.0 step=1"}], {}),
        ([{"type": "begin_group", "name": f"g{number}", "label": "G"} for number in range(1500)], {}),
    ],
)
def test_a_workbook_with_odd_contents_is_refused(rows: list[dict[str, Any]], settings: dict[str, Any]) -> None:
    with pytest.raises(FormatError, match="xlsx"):
        read_questionnaire("a.xlsx", workbook(survey=rows, settings=[{"form_title": "x", **settings}]))


def test_a_structure_file_with_odd_contents_is_refused() -> None:
    row = "<row><gid>1</gid><parent_qid>0</parent_qid></row>"
    tables = f"<groups><rows>{row}</rows></groups><questions><rows>{row}</rows></questions>"
    document = f"<document><LimeSurveyDocType>Survey</LimeSurveyDocType>{tables}</document>"
    with pytest.raises(FormatError, match="xml"):
        read_questionnaire("a.lss", document.encode())


@pytest.mark.parametrize("typed", ["0" * 5000, ENDLESS])
def test_a_number_without_end_is_no_number(typed: str) -> None:
    question = next(one for one in QUESTIONNAIRE.asking if one.kind == "single")
    name = dot_field(question.key, question.choices[0].key)
    assert read_dots(QUESTIONNAIRE, {name: [typed]})[1] == {name: "number"}
    pack = {"label": ["Klasse 7b"], "count": [typed], "language": ["de"]}
    assert read_pack(pack, ("de",))[1] == {"count": "pack-count"}


@pytest.mark.parametrize("begun", ["", "Beleg;Name;Straße;PLZ;Ort\n"])
def test_a_table_with_a_quote_that_never_ends_is_refused(begun: str) -> None:
    with pytest.raises(TableError, match="table"):
        read_table(f'{begun}"{"x" * 200_000}'.encode())


def test_a_proof_of_letters_nobody_uses_is_no_proof() -> None:
    assert not is_proven("s" * 40, "ABCDEFGH", "ü" * 32)


def test_a_role_is_looked_for_in_each_district() -> None:
    both = SignedIn(UUID(int=1), "Bob", {"ost": "lead", "mitte-styrum": "reader"})
    assert both.districts() == frozenset({"ost", "mitte-styrum"})
    assert both.districts("editor") == frozenset({"ost"})
    assert SignedIn(UUID(int=1), "Ada", {EVERYWHERE: "reader", "ost": "editor"}).districts("editor") == frozenset(
        {"ost"}
    )
    assert SignedIn(UUID(int=1), "Eva", {EVERYWHERE: "editor"}).districts("editor") is None


@pytest.mark.parametrize(
    ("at", "until"),
    [
        (datetime(2026, 3, 28, 21, tzinfo=UTC), datetime(2026, 3, 29, 6, tzinfo=UTC)),
        (datetime(2026, 10, 24, 20, tzinfo=UTC), datetime(2026, 10, 25, 7, tzinfo=UTC)),
    ],
)
def test_quiet_hours_end_at_their_hour_in_the_night_when_the_clocks_change(at: datetime, until: datetime) -> None:
    assert quiet_until(Quiet(20, 8), at.astimezone(ZONE)) == until


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_as_the_camera_was_held(orientation: int) -> None:
    picture, exif = Image.new("RGB", (40, 20), "black"), Image.Exif()
    picture.paste("white", (0, 0, 20, 10))
    exif[ExifTags.Base.Orientation] = orientation
    sent = io.BytesIO()
    picture.save(sent, "PNG", exif=exif)
    wanted = ImageOps.exif_transpose(Image.open(sent))
    drawn = Image.open(io.BytesIO(read_file(sent.getvalue()).content))
    assert drawn.size == wanted.size
    assert _quarters(drawn) == _quarters(wanted)


def _quarters(picture: Image.Image) -> list[bool]:
    """Which quarters are light."""
    light, (width, height) = picture.convert("L"), picture.size
    places = [(width // 4 * x, height // 4 * y) for x in (1, 3) for y in (1, 3)]
    return [int(light.getpixel(place)) > 127 for place in places]  # type: ignore[arg-type]


@pytest.mark.filterwarnings("ignore:Tag data larger")
def test_what_a_camera_wrote_wrongly_costs_nobody_a_picture() -> None:
    picture, exif = Image.new("RGB", (8, 8)), Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "Camera"
    sent = io.BytesIO()
    picture.save(sent, "JPEG", exif=exif)
    make = ExifTags.Base.Make.to_bytes(2, "big")
    broken = sent.getvalue().replace(make + b"\0\2", make + b"\0\5")
    assert broken != sent.getvalue()
    assert read_file(broken).media_type == "image/webp"
