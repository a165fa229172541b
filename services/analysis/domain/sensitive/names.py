"""Names of persons, by what stands beside them. Functions, places and streets named after somebody are no persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from services.analysis.domain.sensitive.folding import Folded, pattern, words
from services.analysis.domain.sensitive.kinds import Sensitive

_WORD: Final = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_BETWEEN: Final = re.compile(r"[ \t]{1,2}|\. ?(?=\S)")
_TITLE: Final = r"(?:\s*(?:prof|dr|dipl|ing|med|phil|h\.c|mag|inz|inż)\b\.?-?)*"


class Cue(msgspec.Struct, frozen=True):
    """What announces a name, which follows at once; `most` words of it at most."""

    wanted: re.Pattern[str]
    most: int
    reason: str = "sensitive-name-title"


def _after(source: str, most: int, reason: str = "sensitive-name-title") -> Cue:
    return Cue(pattern(rf"(?:{source}){_TITLE}\s*"), most, reason)


_INTRODUCED: Final = "sensitive-name-introduced"
_SIGNED: Final = "sensitive-name-signed"
_ABOUT_ONESELF: Final = _after(
    r"\b(?:mein (?:vor)?name ist|ich heiße|ich heiss|namens|my name is|my name's"
    r"|(?:benim )?adım|ismim|меня зовут|моё имя|мое имя"
    r"|мене звати|мене звуть|моє ім'я|nazywam się|mam na imię|mă numesc|mă cheamă|numele meu este)[ :]"
    r"|(?<!\w)(?:اسمي|إسمي) (?:هو )?",
    3,
    _INTRODUCED,
)
CUES: Final = (
    _after(r"(?<!eine )(?<!als )(?<!jede )(?<!meine )(?<!keine )\b(?:herrn?|frau|hr\.|fr\.)(?=\s)", 1),
    _after(r"\b(?:familie|fam\.|eheleute|nachbar|nachbarin|z\.? ?hd\.?)(?=\s)", 1),
    _after(r"\b(?:og|eg|dg|stock|etage|klingeln|klingelt|klingel) bei(?=\s)", 1),
    _after(r"\b(?:mr|mrs|ms|mx)\b\.?(?=\s)", 3),
    _after(r"\b(?:г-н\w?|г-жа|г-же|господин\w*|госпож\w{1,2}|пан|пана|пану|паном|пані|громадян\w+ )(?=\s)", 3),
    _after(r"\b(?:pan|pana|panu|panem|pani|panią|państwo|państwa)(?=\s)", 3),
    _after(r"\b(?:domnul|domnului|doamna|doamnei|domnișoara|dl|dna|d-na|d-l|d-nul)\b\.?(?=\s)", 3),
    _after(r"\b(?:prof|dr)\.(?=\s)", 2),
    _after(r"\bsayın(?=\s)", 3),
    _after(r"(?<!\w)(?:و|ل)?(?:السيد|السيده|السيدة|الاستاذ|الأستاذ|الأستاذة|الدكتور|الدكتورة)(?=\s)", 2),
    _ABOUT_ONESELF,
)
_GREETING: Final = pattern(
    r"(?:\b(?:(?:mit )?(?:freundliche[nmr]?|liebe[nr]?|viele|beste[nr]?|herzliche[nr]?|schöne) grü(?:ß|ss)en?"
    r"|gruß|mfg|lg|vg|gez\."
    r"|(?:kind |best |warm )?regards|yours sincerely|sincerely|saygılarım\w*|saygılar|selamlar|с уважением|с наилучшими"
    r" пожеланиями|з повагою|z poważaniem|pozdrawiam|z wyrazami szacunku|cu stimă|cu respect|cu drag)"
    r"|(?:مع التحية|تحياتي|مع الشكر|مع خالص التحية))[\s,.!:\-]*"
)
_AFTER_SIGNATURE: Final = re.compile(r"[ \t.!)]*(?:$|[\n\r,;(█+\d@])")
_HONOUR: Final = pattern(r"\b(?:bey|hanım)(?:'?\w{0,4})?\b")
_PATRONYMIC: Final = pattern(
    r"(?:ович|евич|йович|ьевич|ич)(?:а|у|ем|ом|е|у|ові|еві)?$|(?:овн|евн|івн|ївн|ичн)(?:а|ы|и|е|у|ой|і|ою)$"
)

#: A few frequent first names, chosen because they are no other word: they show names without any cue.
FIRST_NAMES: Final = words(
    """
    andreas angelika anja anna annette birgit brigitte christian christina claudia daniela dieter elke ercan erika fatma
    ferhat friedrich gabriele gisela hans hatice heike heinz helga helmut hildegard holger horst ingrid jana
    jens joachim
    juergen julia jurgen karin karl-heinz katharina katrin klaus kerstin lars lukas manfred marco maria markus martina
    matthias maximilian mehmet melanie michael monika mustafa nadine nicole olaf peter petra rainer ralf renate robert
    sabine sandra sebastian silke simone stefan stephan steffen susanne sven tanja thomas thorsten torsten ulrich ursula
    ute uwe volker walter werner wolfgang yvonne
    ahmet ali aylin ayse elif emine emre hakan hasan huseyin ibrahim kemal murat omer osman serkan yusuf zeynep
    ahmad fatima hussein khaled mahmoud mohammad mohammed muhammad omar youssef
    andrzej agnieszka grzegorz jerzy katarzyna krzysztof malgorzata piotr tomasz wojciech
    adrian alexandru andrei cristian elena gheorghe ioana mihai vasile
    james jennifer john margaret patricia william
    александр алексей анастасия андрей анна виктор владимир дмитрий елена екатерина иван ирина людмила мария
    марина михаил
    наталья николай ольга оксана олександр олена павел петр сергей сергій светлана світлана татьяна тетяна юлия юрий
    """
)
#: Beginnings of words that stand where a name would and are none: functions, God, and how letters address people.
_NO_NAMES: Final = words(
    """
    oberburg burgermeist stadtrat ratsherr ratsfrau ratsmitglied beigeordnet dezernent prasident minister kanzler
    staatssekretar abgeordnet vorsitzend direktor rektor schulleit leiter lehrer professor doktor pfarrer pastor richter
    kollege kollegin kommissar polizist hausmeist nachbar vermieter sachbearbeit amtsleit landrat landtag holle gott
    jesus doctor chef cheff herr frau kind
    sie ihnen ihr ihre dein euer und oder aber mit ohne fur fuer aus von vom an der die das den dem ein eine
    wer wie was wo
    wenn wann ich du er es wir in im am auf zu zum zur bei nach vor alle allen ganz vielen danke bitte nein
    ja nicht noch
    mayor president minister officer sir madam teacher king queen lord
    bey hanim kurul meclis idare gencler ilgili vergi daire cocuk yonetim belediye kaymakam komisyon heyet
    baskan mudur muhtar ogretmen vali vekil memur hoca doktor komsu beyefendi bay
    мэр президент министр директор депутат начальник глава учитель бургомистр мер міністр вчитель голова посол
    burmistrz prezydent prezes radny radna dyrektor minister kierownik nauczyciel bog posel wojt premier sasiad wladz
    primar presedint ministru director profesor consilier invatator vecin deputat
    ob oma opa mama papa referent moderator ingenieur architekt intendant superintendent kassierer feuerwehr gemecker
    landlord yetkili makam komitet bogiem bogu boga azubi haltestell
    رئيسة مديرة مسؤولة موظفة
    في من على الى عن مع التي الذي هو هي كان كانت قال قالت له لها لكم للجميع لك عليكم
    رئيس الرئيس الوزير وزير المدير مدير العمدة عمدة المحافظ النائب المعلم المعلمة
    """
)
#: Words that are complete as they stand here, not beginnings.
_SHORT: Final = 5
#: Endings by which German makes functions: Baurat, Kitaleitung, Bezirksvorsteher.
_FUNCTION: Final = pattern(
    r"(?:.leiter|.leitung|...rat|.dezernent|.chef|.vorsteher|.vorstand|.vorsitzender?|.präsident|(?:bürger|haus"
    r"|bau)meister"
    r"|.verwalter|.beauftragter?|.sprecher|.direktor|.ingenieur|.inspektor|.graf|.gräf|.träger|.berater|.planer)"
    r"(?:in|en|innen|s)?$"
)
_PLACES: Final = pattern(
    r"(?:straße|strasse|str|weg|platz|allee|park|schule|gymnasium|realschule|gesamtschule|halle|haus|heim|ring"
    r"|damm|brücke"
    r"|kirche|stadion|siedlung|kita|center|zentrum|preis|stiftung|ufer|gasse|denkmal|street|road|square|school|caddesi"
    r"|sokağı|meydanı|parkı|okulu|улица|площадь|школа|парк)$"
)
_GROUPS: Final = pattern(
    r"(?:anwohn\w*|bewohn\w*|bürger\w*|eltern\w*|team|klasse|familie|verein\w*|schüler\w*|senior\w*|jugend\w*"
    r"|sterkrade|osterfeld"
    r"|oberhausen|mieter\w*|nachbarschaft|gruppe|kinder|deutschland)$"
)
PARTICLES: Final = frozenset(
    ["von", "van", "de", "del", "da", "di", "la", "el", "al", "bin", "ben", "ten", "der", "den", "abu", "ibn", "o'"]
)


def find_names(folded: Folded) -> Iterator[Sensitive]:
    for cue in CUES:
        for found in cue.wanted.finditer(folded.text):
            if end := _name_after(folded, found.end(), cue.most):
                yield _name(folded, found.end(), end, cue.reason)
    yield from _signatures(folded)
    yield from _honoured(folded)
    yield from _known(folded)


def _name(folded: Folded, start: int, end: int, reason: str) -> Sensitive:
    return Sensitive("person_name", *folded.span(start, end), reason)


def _name_after(folded: Folded, start: int, most: int) -> int:
    """Where the name that begins here ends; 0: here is none."""
    end, place, count = 0, start, 0
    while count < most and (word := _WORD.match(folded.cased, place)):
        if count and folded.text[word.start() : word.end()] in PARTICLES:
            pass
        elif not _could_be_name(folded, word, first=not count):
            break
        else:
            count, end = count + 1, word.end()
            most = max(most, 2 if _is_first_name(word[0]) else 1)
        if not (gap := _BETWEEN.match(folded.cased, word.end())) or (gap[0][0] == "." and len(word[0]) > 1):
            break
        place = gap.end()
    return 0 if _names_a_place(folded, end) else end


def _could_be_name(folded: Folded, word: re.Match[str], first: bool) -> bool:
    written, lowered = word[0], folded.text[word.start() : word.end()]
    if "\u0600" <= written[0] <= "\u06ff":
        return (
            not lowered.startswith(("بال", "لل", "وال"))
            and lowered.startswith("ال") != first
            and not _is_no_name(lowered)
        )
    initial = written[0].isupper() and (len(written) > 1 or folded.cased[word.end() : word.end() + 1] == ".")
    shouted = first and written.isupper() and len(written) > 1 and folded.cased.isupper()
    return initial and not shouted and not _is_no_name(lowered) and not _PLACES.search(lowered)


def _is_no_name(lowered: str) -> bool:
    stem = lowered.split("'")[0]
    known = any(stem[:length] in _NO_NAMES for length in range(_SHORT, len(stem)))
    return known or stem in _NO_NAMES or bool(_FUNCTION.search(stem))


def _names_a_place(folded: Folded, end: int) -> bool:
    """Frau-Holle-Weg, Dr. Martin Luther Straße."""
    following = re.compile(r"[ \-]?([^\W\d_]+)").match(folded.text, end)
    return bool(end and following and _PLACES.search(following[1]))


def _is_first_name(written: str) -> bool:
    return written.lower() in FIRST_NAMES


def _signatures(folded: Folded) -> Iterator[Sensitive]:
    for found in _GREETING.finditer(folded.text):
        end = _name_after(folded, found.end(), 3)
        if end and _AFTER_SIGNATURE.match(folded.text, end) and not _GROUPS.search(folded.text[found.end() : end]):
            yield _name(folded, found.end(), end, _SIGNED)


def _honoured(folded: Folded) -> Iterator[Sensitive]:
    """Turkish puts the title after the name: Ahmet Bey, Ayşe Yılmaz Hanım."""
    for found in _HONOUR.finditer(folded.text):
        words = list(_WORD.finditer(folded.cased, max(0, found.start() - 40), found.start()))[-2:]
        if not folded.cased[found.start()].isupper():  # "o hanım" is any woman
            continue
        names = [word for word in words if _could_be_name(folded, word, first=True)]
        if names and names[-1] is words[-1] and folded.cased[words[-1].end() : found.start()] == " ":
            together = len(names) == 2 and folded.cased[names[0].end() : names[1].start()] == " "
            yield _name(folded, names[0 if together else -1].start(), names[-1].end(), "sensitive-name-title")


def _known(folded: Folded) -> Iterator[Sensitive]:
    """First name and surname side by side, or first name and father's name."""
    for word in _WORD.finditer(folded.cased):
        fathered = word[0][0].isupper() and _before_patronymic(folded, word)
        if fathered or (word[0][0].isupper() and _is_first_name(word[0])):
            end = _name_after(folded, word.start(), 3 if fathered else 2)
            if end > word.end():
                yield _name(folded, word.start(), end, "sensitive-name-known")


def _before_patronymic(folded: Folded, word: re.Match[str]) -> bool:
    following = _WORD.match(folded.cased, word.end() + 1)
    return bool(
        following
        and len(following[0]) > 6
        and following[0][0].isupper()
        and "\u0400" <= word[0][0] <= "\u04ff"
        and _PATRONYMIC.search(folded.text[following.start() : following.end()])
    )
