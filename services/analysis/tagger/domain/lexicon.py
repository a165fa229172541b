# ruff: noqa: E501 (lists of words read best in few lines)
"""A lexicon over the twelve standards: word beginnings and short phrases per language, with exact offsets.

It gives the hints of the model's reasons and is the fallback where no model can be built. Measured alone it is weak
(see MODEL_CARD.md); it never decides where the model is there.
"""

import re
from typing import Final

import msgspec

from .standards import STANDARDS

# standard → language → stems, separated by |; each is looked for at the beginning of a word, without regard to case.
LEXICON: Final[dict[str, dict[str, str]]] = {
    "early-information": {
        "de": "zu spät erfahren|erst erfahren|erfahren hab|einladung|eingeladen|angekündigt|ankündig|rechtzeitig|"
        "wurfzettel|flyer|handzettel|aushang|plakat|kurzfristig|vorlauf|bescheid gewusst|bescheid gesagt|"
        "aus der zeitung|zufällig|wochen vorher|tage vorher|am tag davor|nichts gewusst|vorher gewusst",
        "tr": "davet|duyur|haberimiz|haberim|önceden|afiş|ilan|son anda|geç öğren|gazeteden|tesadüfen",
        "ar": "دعوة|إعلان|أعلن|أخبر|مسبق|قبل الموعد|ملصق|بالصدفة|لم نعلم|لم نسمع|متأخر|الجريدة",
        "uk": "запрош|оголош|дізна|заздалегідь|афіш|повідомил|випадково|за день до|в останній момент|не знали",
        "ru": "приглаш|объявлен|узнал|заранее|афиш|сообщил|случайно|за день до|в последний момент|не знали",
        "pl": "zaprosz|ogłosz|dowiedzi|zawczasu|z wyprzedzeniem|plakat|ulotk|przypadk|dzień przed|w ostatniej chwili",
        "ro": "invitați|anunț|am aflat|din timp|afiș|întâmpl|cu o zi înainte|în ultimul moment|pliant",
        "en": "invitation|invited|announce|heard about|found out|in advance|notice|leaflet|poster|by chance|"
        "short notice|weeks ahead|the day before|last minute",
    },
    "scope-transparency": {
        "de": "spielraum|was geht und was nicht|worüber wir|worum es|wer entscheidet|wer das entscheidet|feststeht|"
        "was fest|verhandelbar|rahmenbedingung|zeitplan|budget|überhaupt ändern|noch ändern|mitreden dürfen|offen ist",
        "tr": "kim karar|neyi değiştir|bütçe|takvim|sınırlar|kesinleş|neye karar|söz hakkı",
        "ar": "من يقرر|من سيقرر|ما الذي يمكن|ميزانية|الميزانية|حدود|صلاحي|جدول زمني|ثابت",
        "uk": "хто вирішує|хто ухвалює|що можна змінити|бюджет|рамки|межі|графік|на що впливаємо",
        "ru": "кто решает|кто принимает решен|что можно изменить|бюджет|рамки|границы|график|на что влия",
        "pl": "kto decyduje|kto podejmuje|co można zmienić|budżet|ramy|granice|harmonogram|na co mamy wpływ",
        "ro": "cine decide|cine hotărăște|ce se poate schimba|buget|limite|calendar|despre ce",
        "en": "who decides|what can be changed|up for discussion|budget|timetable|fixed|off the table|negotiable|scope",
    },
    "genuine-influence": {
        "de": "beschlossen|steht .{0,12}fest|feststand|alibi|farce|show|schaulaufen|übernommen|eingebaut|aufgegriffen|"
        "umgesetzt|umgeplant|geändert|ernst genommen|abstimm|entschieden|schublade|papierkorb|verpufft|umsonst|"
        "mitentscheiden|mitbestimm|macht ja doch",
        "tr": "karar veril|çoktan|göstermelik|formalite|dikkate|uygulan|değiştirildi|oylama|çöpe|boşuna",
        "ar": "قرار|تقرر|محسوم|شكلي|مسرحي|أخذوا برأي|نفذ|تغير|تصويت|سلة|بلا جدوى",
        "uk": "вирішен|вже все|для галочки|врахува|змінили|голосува|смітник|марно|вистава",
        "ru": "решен|уже все|уже всё|для галочки|учли|учет|изменили|голосов|мусор|впустую|спектакль|показух",
        "pl": "zdecydowan|przesądz|fikcj|pokazów|uwzględni|zmienion|głosow|do kosza|na marne|atrap",
        "ro": "hotărât deja|deja decis|de formă|luat în seamă|ținut cont|schimbat|votăm|vot|la gunoi|degeaba|spectacol",
        "en": "already decided|done deal|for show|box-ticking|tick-box|taken up|adopted|changed the plan|vote|bin|"
        "pointless|rubber stamp|made a difference",
    },
    "feedback-accountability": {
        "de": "rückmeldung|antwort|nichts mehr gehört|nie wieder .{0,12}gehört|funkstille|begründ|erklärt warum|"
        "was daraus|was draus|daraus geworden|draus geworden|zwischenstand|nichts gehört|gemeldet|zurückgeschrieben|"
        "eingangsbestätigung",
        "tr": "cevap|yanıt|geri dönüş|haber alama|ne oldu|gerekçe|sonucunu|ses çıkma|ses seda",
        "ar": "رد|جواب|أجاب|صمت|ماذا حدث|ما حل|مصير|سبب الرفض|تعليل|لم يصلنا",
        "uk": "відповід|відповіл|тиша|що з цього|що стало|пояснил|обґрунт|мовчан|ні слуху",
        "ru": "ответ|тишин|что из этого|что стало|объяснил|обоснов|молчан|ни слуху|отозвал",
        "pl": "odpowied|odpowiedz|cisza|co z tego|co się stało|uzasadn|milczen|odezwał|informacji zwrotn",
        "ro": "răspuns|răspund|liniște|tăcere|ce s-a întâmplat|ce s-a ales|motiv|justific|feedback",
        "en": "reply|replied|answer|response|heard back|heard nothing|silence|what became|reason|explained why|feedback",
    },
    "low-threshold-access": {
        "de": "uhrzeit|vormittag|werktag|feierabend|schicht|anmeld|registrier|konto|passwort|kinderbetreuung|"
        "mit dem bus|parkplatz|zu weit|weite[rn]? weg|am handy|minuten|online|papier|samstag|wochenend|zu lang|"
        "kostet|um \\d+ uhr|vor ort|app ",
        "tr": "saat|mesai|kayıt|üyelik|şifre|çocuk bakım|uzak|telefonla|dakika|internet|hafta sonu|cumartesi|vardiya",
        "ar": "ساعة|الدوام|تسجيل|حساب|كلمة السر|رعاية الأطفال|بعيد|الهاتف|دقائق|دقيقة|إنترنت|نهاية الأسبوع|السبت",
        "uk": "година|о \\d+|зміна|реєстр|акаунт|пароль|догляд за дітьми|далеко|телефон|хвилин|онлайн|субот|вихідн",
        "ru": "в \\d+ час|час дня|смен|регистр|аккаунт|пароль|присмотр|далеко|телефон|минут|онлайн|суббот|выходн",
        "pl": "godzin|zmian[aęy]|rejestr|konto|hasł|opieka nad dzie|daleko|telefon|minut|online|sobot|weekend",
        "ro": "ora |la ora|tură|înregistr|cont |parol|copii|departe|telefon|minut|online|sâmbăt|weekend",
        "en": "o'clock|working hours|shift|register|sign up|account|password|childcare|too far|bus |phone|minutes|online|"
        "saturday|weekend|on paper|evening",
    },
    "accessibility-language": {
        "de": "rollstuhl|aufzug|treppe|stufe|rampe|rollator|mikrofon|hörgerät|gebärden|leichte sprache|leichter sprache|"
        "amtsdeutsch|beamtendeutsch|kleingedruckt|schrift|vorlese|screenreader|übersetz|dolmetsch|auf türkisch|"
        "auf arabisch|verständlich|fachchinesisch|kontrast|blind|barriere",
        "tr": "tekerlekli|asansör|merdiven|rampa|mikrofon|işitme|işaret dili|tercüman|çeviri|türkçe|anlaşıl|punto|görme",
        "ar": "كرسي متحرك|مصعد|درج|سلم|منحدر|ميكروفون|سماعة|لغة الإشارة|مترجم|ترجم|بالعربية|مفهوم|الخط",
        "uk": "візок|візк|ліфт|сход|пандус|мікрофон|слухов|жестов|перекла|українською|зрозуміл|шрифт|незряч",
        "ru": "коляск|лифт|лестниц|ступен|пандус|микрофон|слухов|жестов|перев[её]л|перевод|по-русски|понятн|шрифт|незряч",
        "pl": "wózk|wózek|wind[ayę]|schod|ramp|mikrofon|słuch|migow|tłumacz|po polsku|zrozumia|czcionk|niewidom",
        "ro": "scaun cu rotile|scaun rulant|lift|scări|rampă|microfon|auz|semne|tradu|interpret|în română|înțeles|litere",
        "en": "wheelchair|lift|stairs|steps|ramp|microphone|hearing|sign language|plain language|jargon|small print|font|"
        "screen reader|translat|interpret|in english|blind|step-free",
    },
    "target-group-inclusion": {
        "de": "immer die gleichen|immer dieselben|jugendliche|uns junge|schüler|senioren|ältere|migrant|zugewandert|"
        "geflüchtet|alleinerziehend|wohnheim|in die schulen|zufallsauswahl|ausgelost|losverfahren|unter sich|"
        "quer durch|bunt gemischt|auszubildende|azubi|obdachlos|mütter",
        "tr": "hep aynı|gençler|göçmen|yaşlılar|öğrenci|kadınlar|mülteci|okullara|kura|bizim gibi",
        "ar": "نفس الأشخاص|نفس الوجوه|الشباب|مهاجر|لاجئ|كبار السن|النساء|المدارس|قرعة|أمثالنا",
        "uk": "ті самі|молод|мігрант|пенсіонер|біженц|переселен|жінк|школ|жереб|таких як ми",
        "ru": "одни и те же|молод[её]ж|мигрант|пенсионер|беженц|женщин|школ|жреби|таких как мы",
        "pl": "ci sami|młodzi|młodzież|migrant|senior|uchodź|kobiet|szkół|losow|takich jak",
        "ro": "aceiași|tineri|migranț|pensionar|refugiaț|femei|școli|tragere la sorți|ca noi",
        "en": "same people|same faces|usual suspects|young people|teenager|migrant|pensioner|refugee|single mum|schools|"
        "random|by lot|mixed|people like us",
    },
    "respect-fairness": {
        "de": "augenhöhe|von oben herab|ausreden|unterbroch|ins wort|belächel|ausgelacht|moderat|redezeit|redeliste|"
        "zu wort|parteiisch|freundlich|angeschrien|niedergebrüllt|abgekanzelt|respekt|unfair|fair|mund verbot|lautesten",
        "tr": "saygı|sözümü kes|söz hakkı|güler|moderatör|dinle|bağır|küçümse|tarafsız|adil|nazik",
        "ar": "احترام|قاطع|سخر|ضحك|مدير الجلسة|يستمع|صرخ|استخف|محايد|عادل|لطيف",
        "uk": "поваг|перебива|насміх|модератор|вислуха|крича|зверхн|неупередж|чесно|ввічлив",
        "ru": "уваж|перебива|насмех|модератор|ведущ|выслуша|крича|свысока|беспристраст|честно|вежлив",
        "pl": "szacun|przerywa|wyśmia|moderator|prowadząc|wysłucha|krzycz|z góry|bezstronn|uczciw|uprzejm",
        "ro": "respect|întrerup|râs de|moderator|ascultat|țipa|de sus|imparțial|corect|politicos",
        "en": "respect|interrupt|talked over|laughed at|moderator|facilitator|chair|listened|shouted|looked down|"
        "impartial|fair|polite|let me finish|have our say",
    },
    "resources-support": {
        "de": "ansprechpartner|ansprechperson|zuständig|ehrenamt|aufwandsentschädigung|sitzungsgeld|stadtteilbüro|"
        "quartiersbüro|quartiersmanag|budget|stelle |personal|schulung|fortbild|unterstütz|begleit|raum gestellt|"
        "koordinat|sprechstunde|burnout|überlastet",
        "tr": "muhatap|sorumlu|gönüllü|ofis|eğitim|destek|personel|bütçe|ödenek|danışma",
        "ar": "مسؤول|متطوع|مكتب|تدريب|دعم|موظف|ميزانية|تعويض|استشارة|جهة اتصال",
        "uk": "відповідальн|волонтер|офіс|навчан|підтрим|персонал|кошт|координатор|до кого зверн",
        "ru": "ответственн|волонт[её]р|офис|обучен|поддерж|персонал|средств|координатор|к кому обра",
        "pl": "odpowiedzialn|wolontari|biuro|szkoleni|wsparci|personel|środk|koordynator|do kogo",
        "ro": "responsabil|voluntar|birou|instruire|sprijin|personal|fonduri|coordonator|cui",
        "en": "contact person|in charge|volunteer|office|training|support|staff|funding|coordinator|allowance|who to ask",
    },
    "documentation-traceability": {
        "de": "protokoll|mitschrift|dokument|nachlesen|nachzulesen|fotos der|unterlagen|gutachten|download|runterladen|"
        "aufzeichn|livestream|veröffentlich|auffindbar|mitgeschrieben|notiert|taucht nirgends|aufgeschrieben",
        "tr": "tutanak|kayıt altına|belge|yayınla|rapor|indir|not al|yazıya|bulunam",
        "ar": "محضر|وثيق|وثائق|نشر|تقرير|تحميل|سجل|دون|مسجل",
        "uk": "протокол|документ|опублік|звіт|завантаж|запис|нотат|знайти",
        "ru": "протокол|документ|опублик|отч[её]т|скача|запис|замет|найти",
        "pl": "protokół|protokoł|dokument|opublik|raport|pobra|nagran|zapis|notat|znaleźć",
        "ro": "proces-verbal|minuta|document|publicat|raport|descărc|înregistrare|notat|găsi",
        "en": "minutes|notes|document|publish|report|download|recording|livestream|written down|on the website|archive",
    },
    "cooperation-networks": {
        "de": "doppelt|dieselbe umfrage|gleiche umfrage|linke hand|an einem strang|an einen tisch|runder tisch|runden tisch|"
        "vernetz|zusammenarbeit|abgesprochen|absprache|gemeinsam mit|vereine|ämter|aneinander vorbei|schnittstelle|"
        "kooperation|hand in hand|jedes amt",
        "tr": "iş birliği|işbirliği|koordin|birlikte|dernek|kurum|aynı anket|yuvarlak masa|el ele",
        "ar": "تعاون|تنسيق|معا|جمعي|دوائر|نفس الاستبيان|طاولة مستديرة|يدا بيد",
        "uk": "співпрац|узгодж|разом|об'єднан|відомств|те саме опитув|круглий стіл|ліва рука",
        "ru": "сотрудни|согласов|вместе|объединени|ведомств|тот же опрос|круглый стол|левая рука",
        "pl": "współprac|uzgodni|razem|stowarzysz|wydział|tę samą ankiet|okrągły stół|lewa ręka",
        "ro": "colabor|coordon|împreună|asociați|direcți|același chestionar|masă rotundă|mâna stângă",
        "en": "cooperat|joined up|joined-up|together|association|department|same survey|round table|left hand|clubs",
    },
    "evaluation-learning": {
        "de": "gleiche fehler|gleichen fehler|wie beim letzten mal|wie letztes jahr|dazugelernt|gelernt|jedes jahr|"
        "jährlich|regelmäßig|strohfeuer|eintagsfliege|einmalig|ausgewertet|auswertung|nachbefrag|wie fanden sie|"
        "fragebogen zum ablauf|dauerhaft|verstetig|aus der kritik",
        "tr": "aynı hata|ders al|her yıl|düzenli|değerlendir|bir kerelik|kalıcı|geçen seferki",
        "ar": "نفس الأخطاء|نفس الخطأ|تعلم|كل سنة|كل عام|بانتظام|تقييم|مرة واحدة|دائم",
        "uk": "ті самі помилки|навчил|щороку|регулярно|оцін|одноразов|постійн|як минулого разу",
        "ru": "те же ошибки|научил|ежегодно|каждый год|регулярно|оцен|одноразов|постоянн|как в прошлый раз",
        "pl": "te same błędy|nauczy|co roku|regularnie|ocen|jednorazow|na stałe|jak ostatnio|ewaluac",
        "ro": "aceleași greșeli|învățat|în fiecare an|regulat|evalu|o singură dată|permanent|ca data trecută",
        "en": "same mistakes|learned|learnt|every year|regular|evaluat|one-off|permanent|like last time|how it went",
    },
}


class Hit(msgspec.Struct, frozen=True):
    """A lexicon entry found: `text[start:end]` begins a word of `standard`'s list in `lang`."""

    standard: str
    lang: str
    start: int
    end: int
    word: str


def hits(text: str, lang: str | None = None) -> list[Hit]:
    """Every lexicon hit in a text by place; `lang` narrows the lists, unknown means all eight."""
    langs = [lang] if lang in LEXICON[STANDARDS[0]] else list(LEXICON[STANDARDS[0]])
    found = [
        Hit(standard, key, m.start(), m.end(), m.group())
        for standard in STANDARDS
        for key in langs
        for m in _PATTERNS[standard, key].finditer(text)
    ]
    return sorted(found, key=lambda h: (h.start, h.end, h.standard))


_PATTERNS: Final = {
    (standard, lang): re.compile(rf"(?<!\w)(?:{stems})", re.IGNORECASE)
    for standard, by_lang in LEXICON.items()
    for lang, stems in by_lang.items()
}
