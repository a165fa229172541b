"""Forms without network: the service worker, what it keeps on a device, and taking in what waited there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec
import structlog
from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.exceptions import ClientException

from services.intake.domain.answers import Fault
from services.intake.domain.fields import field
from services.intake.domain.kept import Kept, NotTakenError
from services.intake.domain.questionnaire import Questionnaire, say
from services.intake.operations.draw_icon import draw_icon
from services.intake.operations.receive_kept import Taken, receive_kept
from services.intake.operations.unseal import public_point
from services.intake.storage.forms import Form
from services.intake.storage.kept import is_shared
from services.intake.web.pages import PAGES
from services.intake.web.passes import turned_away, wants_pass
from services.intake.web.shown import Forms
from services.intake.web.suspicion import host_of, signs_of_kept
from shared.kit.clock import now
from shared.kit.ids import grouped, read_code
from shared.kit.texts import LANGUAGES, WRITTEN, nearest_language
from shared.kit.web import errors
from shared.kit.web.access import PUBLIC
from shared.kit.web.pages import spoken_day

log = structlog.get_logger()
HOUSE: Final = Path(__file__).parent.parent
KIT: Final = errors.HERE
#: Scripts that form pages load. Their style sheets stand in the pages.
SCRIPTS: Final = {
    "kit": (KIT, ("reading.js",)),
    "intake": (HOUSE, ("form.js", "kiosk.js", "offline.js", "pin.js", "queue.js")),
}
ICON_SIZES: Final = (192, 512)
#: Far above one response, sealed and in Base64.
MOST_BYTES: Final = 1024 * 1024
_NEVER_STALE: Final = {"Cache-Control": "no-cache"}
_POLICY: Final = {"Content-Security-Policy": "default-src 'none'; connect-src 'self'"}


@get("/worker.js", opt=PUBLIC, sync_to_thread=False)
def show_worker(forms: Forms) -> Response[bytes]:
    """The script with a line in front that says which version this house is. Browsers compare it byte by byte."""
    told = {"version": house_version(), "files": script_paths(), "key": public_point(forms.settings.kept_key)}
    body = b"const HOUSE = " + msgspec.json.encode(told) + b";\n" + (HOUSE / "static" / "worker.js").read_bytes()
    return Response(body, media_type="text/javascript", headers={**_NEVER_STALE, **_POLICY})


@get("/q/{code:str}/offline.json", opt=PUBLIC)
async def describe_form(code: str, forms: Forms) -> Response[dict[str, Any]]:
    """What a device needs to know to keep this form; 404 or 410 when it shall keep it no longer."""
    at = now()
    form = await forms.find(read_code(code), at)
    if form is None or not form.opens_at <= at < form.closes_at or await turned_away(forms, form, "de"):
        return Response({}, status_code=410 if form else 404, headers=_NEVER_STALE)
    shared = await forms.database.run(lambda session: is_shared(session, form))
    told = {
        "version": _form_version(form),
        "questionnaire": form.questionnaire_id,
        "languages": form.questionnaire.languages,
        "title": {language: say(form.title, language) for language in form.questionnaire.languages},
        "shared": shared,
        "kiosk": form.channel_kind == "kiosk",
        "required": required_fields(form.questionnaire),
    }
    return Response(told, headers=_NEVER_STALE)


@get("/q/{code:str}/manifest.webmanifest", opt=PUBLIC)
async def show_manifest(request: Request[Any, Any, State], code: str, forms: Forms) -> Response[Any]:
    form = await forms.find(read_code(code), now())
    if form is None:
        return Response({}, status_code=404)
    language = _language(request, form.questionnaire.languages)
    start = f"/q/{form.code}?lang={language}"
    told = {
        "id": f"/q/{form.code}",
        "name": say(form.title, language),
        "short_name": "Resonanz",
        "lang": WRITTEN[language].tag,
        "dir": WRITTEN[language].direction,
        "start_url": start,
        "scope": "/",
        "display": "minimal-ui",
        "theme_color": "#0b5c63",
        "background_color": "#faf8f4",
        "icons": _icons(),
    }
    return Response(msgspec.json.encode(told), media_type="application/manifest+json", headers=_NEVER_STALE)


@get("/icon/{size:int}", opt=PUBLIC, sync_to_thread=True)
def show_icon(size: int) -> Response[bytes]:
    if size not in ICON_SIZES:
        raise ClientException(status_code=404)
    return Response(draw_icon(size), media_type="image/png", headers={"Cache-Control": "max-age=604800"})


@get("/offline", opt=PUBLIC, sync_to_thread=False)
def show_kept(request: Request[Any, Any, State]) -> Response[str]:
    """The list of what waits on the device: the same page for everybody, filled in by its script."""
    return PAGES.page("offline.html", _language(request, tuple(LANGUAGES)))


@post("/q/{code:str}/kept", opt=PUBLIC, status_code=200, request_max_body_size=MOST_BYTES)
async def take_in(request: Request[Any, Any, State], code: str, forms: Forms) -> Response[dict[str, Any]]:
    """One response that a device kept. The same sealed contents, sent again, get the same receipt."""
    at = now()
    try:
        kept = msgspec.json.decode(await request.body(), type=Kept)
    except msgspec.MsgspecError:
        return _refused("", "unreadable")
    form = await forms.find(read_code(code), at)
    if form is None or wants_pass(form):
        return _refused(kept.language, "unknown")
    try:
        signs = await signs_of_kept(forms, form, host_of(request), at)
        taken = await forms.database.run(
            lambda session: receive_kept(session, forms.settings, form, kept, at, signs=signs)
        )
    except NotTakenError as refusal:
        log.info("kept.refused", reason=refusal.reason)
        return _refused(kept.language, refusal.reason)
    receipt, changed = taken.received
    left_out = _left_out(taken, kept.language if kept.language in WRITTEN else "de")
    return Response({"receipt": grouped(receipt), "changed": changed, "left_out": left_out})


def _refused(language: str, reason: str) -> Response[dict[str, Any]]:
    text = PAGES.texts.say(language if language in WRITTEN else "de", f"offline-refused-{reason}")
    return Response({"reason": reason, "text": text}, status_code=422)


def _left_out(taken: Taken, language: str) -> list[str]:
    """What could not be taken as it was, and why: one line for each question, with nothing of the answer."""
    asked = {question.key: say(question.label, language) for question in taken.questionnaire.asking}
    return [f"{asked[fault.question]} – {_why(fault, language)}" for fault in taken.faults]


def _why(fault: Fault, language: str) -> str:
    name = "offline-shortened" if fault.reason == "too_long" else f"fault-{fault.reason}"
    limit = spoken_day(fault.limit, language) if isinstance(fault.limit, date) else fault.limit
    return PAGES.texts.say(language, name, limit=limit, length=fault.length)


def required_fields(questionnaire: Questionnaire) -> list[str]:
    """Fields that nobody may leave empty, whatever else was answered: a device can ask for these by itself."""
    found: list[str] = []
    conditional = False
    for question in questionnaire.questions:
        if question.kind == "section":
            conditional = bool(question.show_if)
        elif question.required and not (conditional or question.show_if):
            found.append(field(question.key))
    return found


@cache
def house_version() -> str:
    """Another one whenever a page or a script of the form may look different."""
    digest = hashlib.sha256()
    for path in sorted(_sources()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


@cache
def script_paths() -> list[str]:
    """The scripts that a device keeps, as pages name them."""
    return [
        f"/static/{part}/{name}"
        for part, (folder, names) in SCRIPTS.items()
        for name in names
        if (folder / "static" / name).exists()
    ]


def _sources() -> Iterator[Path]:
    for part in (KIT, HOUSE):
        for folder in ("static", "templates", "texts"):
            yield from (path for path in (part / folder).rglob("*") if path.is_file())


def _form_version(form: Form) -> str:
    return hashlib.sha256(house_version().encode() + msgspec.json.encode(form)).hexdigest()[:16]


def _icons() -> list[dict[str, str]]:
    drawn = [{"src": f"/icon/{size}", "sizes": f"{size}x{size}", "type": "image/png"} for size in ICON_SIZES]
    masked = {**drawn[-1], "purpose": "maskable"}
    return [{"src": "/static/intake/icon.svg", "sizes": "any", "type": "image/svg+xml"}, *drawn, masked]


def _language(request: Request[Any, Any, State], offered: tuple[str, ...]) -> str:
    wanted = request.query_params.get("lang", "")
    return wanted if wanted in offered else nearest_language(request.headers.get("accept-language", ""), offered)
