"""Letters on paper as one PDF (PDF/UA-1): an address in the window of the envelope, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from services.notify.domain.journey import standards_of, title_in
from services.notify.domain.letters import READ, STEP
from services.notify.domain.media import PostalAddress
from services.notify.operations.compose_letter import Letter
from services.notify.settings import Settings
from services.notify.wording import TEXTS, known_language, local_day, spoken_day, standard_plain, standard_title
from shared.kit.ids import grouped
from shared.kit.print.qr import draw_svg
from shared.kit.print.typeset import typeset
from shared.kit.texts import WRITTEN

HERE: Final = Path(__file__).parent.parent / "templates"
Direction = str


class Part(msgspec.Struct, frozen=True):
    """A piece of a letter in one language; its lines are paragraphs."""

    text: str
    heading: str
    language: str
    direction: Direction


class PaperLetter(msgspec.Struct, frozen=True, kw_only=True):
    """One letter. `sender`: the line above the address; `code`: which of the QR codes; `spoken` describes it."""

    language: str
    direction: Direction
    large: bool
    sender: str
    recipient: tuple[str, ...]
    office: str
    day: str
    subject: str
    hello: str
    parts: tuple[Part, ...]
    look: str
    link: str
    code: str
    spoken: str
    close: str
    why: str
    end: str


def write_on_paper(settings: Settings, letter: Letter) -> PaperLetter:
    """`letter.recipient`: the postal address as it is kept. The letter needs its journey's campaign."""
    language = known_language(letter.language)
    assert letter.journey and letter.journey.campaign
    campaign, title = letter.journey.campaign, title_in(letter.journey.campaign.title, language)
    link = _link(settings, letter)
    address = msgspec.json.decode(letter.recipient, type=PostalAddress)

    def t(key: str, **values: Any) -> str:
        return TEXTS.say(language, key, **values)

    return PaperLetter(
        language=WRITTEN[language].tag,
        direction=WRITTEN[language].direction,
        large=address.large,
        sender=settings.post_from or campaign.office,
        recipient=address.lines,
        office=campaign.office,
        day=spoken_day(local_day(letter.at), language),
        subject=t(f"letter-{letter.kind}-subject", title=title),
        hello=t("letter-hello"),
        parts=tuple(_parts(letter, language, title)),
        look=t("letter-outcome-look" if letter.about else "letter-read-look"),
        link=link.removeprefix("https://"),
        code=link,
        spoken=t("post-scan", address=link),
        close=t("post-close"),
        why=t("post-why"),
        end=t("post-end", link=_end(settings, letter), contact=settings.contact),
    )


def draw_letters(letters: Sequence[PaperLetter]) -> bytes:
    """Raises typst.TypstError if they cannot be set. Takes a moment of CPU: call it off the loop."""
    codes = {code: draw_svg(code).decode() for code in {letter.code for letter in letters}}
    values = {
        "letters": msgspec.json.encode(letters).decode(),
        "codes": msgspec.json.encode(codes).decode(),
        "title": "; ".join(dict.fromkeys(letter.subject for letter in letters)),
        "office": letters[0].office,
    }
    return typeset(HERE / "letters.typ", values)


class Sheet(msgspec.Struct, frozen=True):
    """The sheet on which people leave their address with a group leader, in one language."""

    language: str
    direction: Direction
    title: str
    text: str
    fields: tuple[str, ...]
    receipt: str
    large: str
    consent: str
    sign: str


def draw_sheet(language: str) -> bytes:
    def t(key: str) -> str:
        return TEXTS.say(language, key)

    sheet = Sheet(
        language=WRITTEN[language].tag,
        direction=WRITTEN[language].direction,
        title=t("sheet-title"),
        text=t("sheet-text"),
        fields=(t("sheet-name"), t("sheet-street"), t("sheet-town")),
        receipt=t("sheet-receipt"),
        large=t("sheet-large"),
        consent=f"{t('sheet-consent')} {t('tell-kept')}",
        sign=t("sheet-sign"),
    )
    return typeset(HERE / "sheet.typ", {"sheet": msgspec.json.encode(sheet).decode()})


def _parts(letter: Letter, language: str, title: str) -> Iterator[Part]:
    told = _outcome_parts(letter, language, title) if letter.about else _read_parts(letter, language, title)
    for text, heading, spoken in told:
        yield Part(text, heading, WRITTEN[spoken].tag, WRITTEN[spoken].direction)


def _read_parts(letter: Letter, language: str, title: str) -> Iterator[tuple[str, str, str]]:
    assert letter.kind == READ.letter and letter.journey and letter.journey.campaign
    journey, campaign = letter.journey, letter.journey.campaign
    received = spoken_day(local_day(journey.received_at), language)
    yield TEXTS.say(language, "letter-read-what", title=title, date=received), "", language
    standards = tuple(standards_of(journey.touched))
    key = "step-tagged-text" if standards else "step-tagged-none"
    yield TEXTS.say(language, key, **({"count": len(standards)} if standards else {})), "", language
    for one in standards:
        stances = " ".join(TEXTS.say(language, f"stance-{s.stance}", count=s.passage_count) for s in one.stances)
        yield f"{standard_plain(one.standard, language)} {stances}", standard_title(one.standard, language), language
    promised = spoken_day(campaign.promise_on, language)
    yield TEXTS.say(language, "letter-read-promise", date=promised, office=campaign.office), "", language


def _outcome_parts(letter: Letter, language: str, title: str) -> Iterator[tuple[str, str, str]]:
    """The office's own words stand in the language it wrote in."""
    assert letter.about
    outcome, moved = letter.about
    spoken = outcome.content.spoken_in(language)
    words = outcome.content.words(language)
    if letter.kind == STEP and moved:
        yield TEXTS.say(language, "letter-step-what", title=title, outcome=words.title), "", language
        yield moved.words(language), spoken_day(moved.on, spoken), spoken
        return
    yield TEXTS.say(language, "letter-outcome-what", title=title), "", language
    if WRITTEN[spoken].tag != WRITTEN[language].tag:
        yield TEXTS.say(language, "results-other-language"), "", language
    yield words.asked, f"{words.title}: {TEXTS.say(spoken, 'outcome-asked')}", spoken
    yield words.said, TEXTS.say(spoken, "outcome-said"), spoken
    yield words.done, TEXTS.say(spoken, f"outcome-{outcome.content.decision}"), spoken


def _link(settings: Settings, letter: Letter) -> str:
    if letter.about:
        return f"{settings.address}/ergebnisse/{letter.about.outcome.slug}"
    return f"{settings.address}/receipt"


def _end(settings: Settings, letter: Letter) -> str:
    """Grouped, since it is typed from paper; signs between the groups make no difference."""
    token = grouped(settings.link_token(letter.token, letter.medium)).replace(" ", "-")
    return f"{settings.address}/e/{token}".removeprefix("https://")
