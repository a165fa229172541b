# ruff: noqa: E501 (lists of words read best in few lines)
"""Cues of stance: wish and proposal, lack and reproach, praise. Hints, not decisions."""

import re
from typing import Final

from .standards import Stance

# Stems; each is looked for at the beginning of a word.
WISH: Final[dict[str, str]] = {
    "de": "bitte|könnte|solltet|sollte|sollten|würde|wäre|wünsch|vorschlag|schlage|gern|hätte gern|macht |lasst|"
    "stellt |legt |nehmt|schickt|hängt|fragt |gebt|ladet|beim nächsten mal|künftig|warum nicht|wie wär",
    "tr": "lütfen|olsa|keşke|öner|olabilir|gerek|lazım|yapın|koyun|asın|gönderin|isteri|bence|bir dahaki|daha iyi olur",
    "ar": "أرجو|نرجو|رجاء|ليت|يا ريت|أقترح|نقترح|ينبغي|يجب|من فضلك|لو سمحت|اقتراح|المرة القادمة|حبذا|أتمنى",
    "uk": "будь ласка|варто|хотілося|було б|пропон|прошу|зробіть|давайте|хай|нехай|можна було|краще|наступного разу",
    "ru": "пожалуйста|хотелось|было бы|предлага|прошу|сделайте|давайте|пусть|стоит|надо бы|нужно бы|лучше бы|в следующий раз",
    "pl": "proszę|prosz|może|mogłob|warto|powinn|przydał|proponuj|dajcie|zróbcie|niech|lepiej by|następnym razem|chciał",
    "ro": "vă rog|va rog|ar trebui|ar fi|propun|poate|puneți|faceți|data viitoare|aș vrea|sugerez|să se|mai bine",
    "en": "please|could|should|would be|would like|suggest|why not|how about|let's|let us|next time|maybe|put |send |wish",
}
LACK: Final[dict[str, str]] = {
    "de": "nicht|kein|nie|niemand|ohne|zu spät|erst |leider|fehl|vergess|schade|angeblich|nirgends|weder|nix|net |nich|"
    "schon wieder|warum|wieso|abgewürgt|umsonst|funkstille|wäre ja",
    "tr": "değil|yok|hiç|kimse|maalesef|geç |neden|niye|olmadı|gelmedi|bilmiyor|yine|ne zaman",
    "ar": "لم |لا |ليس|لن |ما |بدون|دون|أحد|للأسف|لماذا|ولا|متأخر|غير |أبدا",
    "uk": "не |ні |ніхто|ніде|ніколи|немає|без |жодн|на жаль|чому|запізно|знову|лише",
    "ru": "не |ни |никто|нигде|никогда|нет |без |жаль|почему|поздно|опять|снова|лишь|никак",
    "pl": "nie |nikt|nigdy|nigdzie|brak|bez |niestety|dlaczego|za późno|dopiero|żadn|znowu|ani ",
    "ro": "nu |n-|nimeni|niciodat|nicăieri|fără|din păcate|de ce|prea târziu|abia|niciun|nici |iar ",
    "en": "not|n't|no |never|nobody|nowhere|without|unfortunately|why|too late|only|lack|missing|nothing|none|again",
}
PRAISE: Final[dict[str, str]] = {
    "de": "danke|gut|super|toll|klasse|endlich|diesmal|sogar|freu|gelungen|lob|prima|wirklich|tatsächlich|rechtzeitig|"
    "einfach|schön|dankbar|respekt|hut ab|klappt",
    "tr": "teşekkür|güzel|iyi |harika|sonunda|bu sefer|memnun|sağ olun|bravo|hatta|kolay|başarılı",
    "ar": "شكر|جيد|ممتاز|رائع|أخيرا|هذه المرة|سعيد|حتى|سهل|بالفعل|أحسنت|جميل",
    "uk": "дяку|добре|чудово|нарешті|цього разу|навіть|справді|вчасно|легко|приємно|молодці|супер",
    "ru": "спасибо|хорошо|отлично|наконец|в этот раз|даже|действительно|вовремя|легко|приятно|молодцы|здорово",
    "pl": "dziękuj|dzięki|dobrze|super|świetn|wreszcie|tym razem|nawet|naprawdę|na czas|łatwo|brawo|miło",
    "ro": "mulțum|bine|super|bravo|în sfârșit|de data asta|chiar|la timp|ușor|frumos|felicit|minunat",
    "en": "thank|good|great|finally|this time|even|really|in time|easy|glad|well done|lovely|actually|kudos",
}


def _compiled(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    every = {"": "|".join(table.values()), **table}
    return {lang: re.compile(rf"(?<!\w)(?:{stems})", re.IGNORECASE) for lang, stems in every.items()}


_WISH, _LACK, _PRAISE = _compiled(WISH), _compiled(LACK), _compiled(PRAISE)


def stance_cues(passage: str, lang: str | None = None) -> dict[Stance, list[str]]:
    """The cue words in a passage by the stance they speak for, in order of appearance."""
    key = lang if lang in WISH else ""
    return {
        "met": _words(_PRAISE[key], passage),
        "not_met": _words(_LACK[key], passage),
        "suggestion": _words(_WISH[key], passage),
    }


def guess_stance(passage: str, lang: str | None = None) -> tuple[Stance, float]:
    """The stance the cues speak for and how clearly (0–1): wish before lack before praise."""
    cues = stance_cues(passage, lang)
    if cues["suggestion"] and len(cues["suggestion"]) >= len(cues["not_met"]):
        return "suggestion", 0.6
    if cues["not_met"] and len(cues["not_met"]) >= len(cues["met"]):
        return "not_met", 0.6
    return ("met", 0.6) if cues["met"] else ("not_met", 0.34)


def _words(pattern: re.Pattern[str], passage: str) -> list[str]:
    return [m.group().strip().lower() for m in pattern.finditer(passage)]
