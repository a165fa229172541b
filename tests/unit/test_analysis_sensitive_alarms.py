"""Cries for help, threats and accusations: kept back in every language, and nothing harmless with them."""

from __future__ import annotations

import pytest

from services.analysis.domain.sensitive import find_sensitive, phrases
from services.analysis.domain.sensitive.alarms import read_phrase
from services.analysis.domain.sensitive.folding import pattern


def held(text: str) -> set[str]:
    return {one.reason.removeprefix("sensitive-") for one in find_sensitive(text) if one.treatment == "hold"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ich will einfach nicht mehr leben.", "help-life"),
        ("manchmal denke ich ich bring mich um", "help-life"),
        ("Ich habe Suizidgedanken", "help-life"),
        ("Mein Vater schlägt mich jeden Tag", "help-violence"),
        ("Ich habe Angst vor meinem Mann.", "help-violence"),
        ("Zuhause werde ich geschlagen", "help-violence"),
        ("Die Nachbarn schlagen ihr Kind", "help-child"),
        ("I want to kill myself", "help-life"),
        ("My husband beats me", "help-violence"),
        ("he beats his kids every night", "help-child"),
        ("Artık yaşamak istemiyorum", "help-life"),
        ("Babam beni dövüyor", "help-violence"),
        ("Komşu çocuklarını dövüyor", "help-child"),
        ("لا أريد العيش بعد الآن", "help-life"),
        ("أريد أن أموت", "help-life"),
        ("زوجي يضربني كل يوم", "help-violence"),
        ("الجار يضرب أطفاله", "help-child"),
        ("Я не хочу больше жить", "help-life"),
        ("Мой муж меня избивает", "help-violence"),
        ("Сосед бьет своих детей", "help-child"),
        ("Я не хочу більше жити", "help-life"),
        ("Чоловік б'є мене", "help-violence"),
        ("Сусід б'є дитину", "help-child"),
        ("Nie chcę już żyć", "help-life"),
        ("Mój mąż mnie bije", "help-violence"),
        ("Sąsiad bije dzieci", "help-child"),
        ("Nu mai vreau să trăiesc", "help-life"),
        ("Soțul mă bate", "help-violence"),
        ("Vecinul bate copiii", "help-child"),
        ("Ich bring euch alle um!", "threat"),
        ("Ich zünde das Rathaus an", "threat"),
        ("Wir wissen, wo du wohnst", "threat"),
        ("Die gehören alle erschossen", "threat"),
        ("I'll kill you all", "threat"),
        ("Sizi öldüreceğim", "threat"),
        ("سأقتلكم", "threat"),
        ("سأحرق البلدية", "threat"),
        ("Я вас всех убью", "threat"),
        ("Я вас уб'ю", "threat"),
        ("Zabiję was", "threat"),
        ("Vă omor pe toți", "threat"),
        ("Der Bürgermeister ist korrupt.", "accusation"),
        ("Herr Probe vom Amt hat Geld unterschlagen", "accusation"),
        ("Frau Probe ist nett. Aber sie klaut!", "accusation"),
        ("Mein Nachbar ist ein Dealer", "accusation"),
        ("Belediye başkanı rüşvet alıyor", "accusation"),
        ("رئيس البلدية فاسد", "accusation"),
        ("Мэр берёт взятки", "accusation"),
        ("Мер краде гроші", "accusation"),
        ("Burmistrz jest skorumpowany", "accusation"),
        ("Primarul este corupt", "accusation"),
        ("Our mayor is corrupt", "accusation"),
        ("Den mach ich fertig.", "threat"),
        ("Frau Probe mach ich fertig", "threat"),
        ("Ich komme vorbei und schlage euch alle zusammen.", "threat"),
        ("Dann schlag ich euch kurz und klein!", "threat"),
        ("Euch bring ich alle um", "threat"),
        ("Ich hau dir auf die Fresse", "threat"),
        ("Ich komme zu euch und dann knallt es", "threat"),
        ("Wir kriegen euch noch!", "threat"),
        ("Herr Probe vom Amt hat Geld genommen.", "accusation"),
        ("Herr Probe steckt sich das Geld der Mieter ein", "accusation"),
        ("Der Amtsleiter hat sich schmieren lassen", "accusation"),
        ("Herrn Probe zeige ich an!", "accusation"),
        ("I'm coming after you", "threat"),
        ("Our mayor took the money", "accusation"),
        ("Hepinizi döverim", "threat"),
        ("Belediye başkanı para yedi", "accusation"),
        ("رح اضربكم", "threat"),
        ("رئيس البلدية يأخذ فلوس", "accusation"),
        ("Изобью вас", "threat"),
        ("Мэр берёт деньги", "accusation"),
        ("Поб'ю вас", "threat"),
        ("Мер бере гроші", "accusation"),
        ("Połamię wam nogi", "threat"),
        ("Burmistrz wziął w łapę", "accusation"),
        ("Vin și vă bat", "threat"),
        ("Primarul a luat bani de la firme", "accusation"),
    ],
)
def test_what_needs_a_person_is_held(text: str, reason: str) -> None:
    assert held(text) == {reason}


@pytest.mark.parametrize(
    "text",
    [
        "Ich will hier nicht mehr leben, so laut ist es.",
        "Ich möchte in dieser Stadt nicht mehr leben",
        "Mein Mann schlägt uns vor, den Weg zu verlegen.",
        "Mehr Hilfe gegen häusliche Gewalt und Suizidprävention, bitte!",
        "Der Verkehr bringt uns noch alle um den Schlaf.",
        "Die Raser töten noch jemanden.",
        "Bringt die Leute nicht um ihre Bänke.",
        "Ich schlage die Route am Kanal vor.",
        "Beim Nachbarn wurde eingebrochen, Fahrräder werden geklaut.",
        "Die Politiker sind alle korrupt.",
        "Zündet endlich den Turbo an!",
        "Der Baum muss sterben, ihr müsst Bäume pflanzen.",
        "My neighbour hits the right note, and the band kills it.",
        "Bu proje beni öldürdü, çok uzun sürdü.",
        "لا أريد أن أبالغ، أريد أن يكون الشارع نظيفا.",
        "Не хочу жити біля шосе.",
        "Не хочу жить рядом с трассой.",
        "Nie chcę mieszkać przy autostradzie.",
        "Nu mai vreau mașini aici.",
    ],
)
def test_strong_words_about_a_street_are_not_held(text: str) -> None:
    assert held(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Den Fragebogen mach ich später fertig.",
        "Das mache ich heute Abend fertig",
        "Ich komme vorbei und schaue mir den Plan an.",
        "Wir schlagen vor, die Termine zusammenzulegen.",
        "Die Stadt hat viel Geld in die Hand genommen.",
        "Ich zeige Ihnen gern, wo es fehlt.",
        "Jetzt seid ihr dran!",
        "Ich finde euch super.",
        "I will find you a place.",
        "Belediye parayı ağaçlara harcasın.",
        "Мэр, приходите к нам во двор.",
        "Vin și eu la întâlnire.",
    ],
)
def test_a_split_verb_alone_is_no_threat(text: str) -> None:
    assert held(text) == set()


def test_what_is_said_of_nobody_is_no_accusation() -> None:
    assert held("Hier hat jemand Geld genommen, das zeige ich an.") == set()


def test_threat_and_accusation_in_one_text_are_both_found() -> None:
    said = "Der Herr Müller vom Amt hat Geld genommen, den zeige ich an! Den mach ich fertig."
    assert held(said) == {"threat", "accusation"}
    assert held("Den Müller mach ich fertig.") == {"threat"}


def test_every_phrase_can_be_read() -> None:
    for name in ("LIFE", "VIOLENCE", "CHILD", "THREATS", "TARGETED", "REPROACHES", "ROLES"):
        for line in getattr(phrases, name).strip().splitlines():
            assert line == line.lower().strip(), line
            assert not pattern(read_phrase(line)).search(""), line


def test_a_phrase_stays_within_its_sentence() -> None:
    wanted = pattern(read_phrase("ich … [sehr] gern~ (ruhe|grün)$"))
    assert wanted.search("ich habe hier sehr gerne ruhe.")
    assert wanted.search("ich gern grun")
    assert not wanted.search("ich bin da. sehr gerne ruhe")
    assert not wanted.search("ich habe gerne ruhebanke")
