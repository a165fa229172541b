"""Contact data and names in free texts: found as people write them, and told apart from years, prices and places."""

from __future__ import annotations

import pytest

from services.analysis.domain.sensitive import KINDS, find_sensitive
from services.analysis.domain.sensitive.accounts import LENGTHS, checks
from services.analysis.domain.sensitive.numbers import luhn
from services.analysis.web.pages import PAGES


def masked(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in find_sensitive(text) if one.treatment == "mask"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Schreiben Sie an max.muster@web.example. Danke!", "max.muster@web.example"),
        ("Mail:max_muster+neu@sub.stadt.example,sonst nichts", "max_muster+neu@sub.stadt.example"),
        ("MAX.MUSTER@WEB.EXAMPLE", "MAX.MUSTER@WEB.EXAMPLE"),
        ("müller@köln.example antwortet", "müller@köln.example"),
        ("(max@web.example)", "max@web.example"),
        ("max @ web.example bitte", "max @ web.example"),
        ("max＠web．example", "max＠web．example"),
        ("max\u200b@web\u200b.example", "max\u200b@web\u200b.example"),
        ("max (at) web punkt de", "max (at) web punkt de"),
        ("max[at]web[dot]de", "max[at]web[dot]de"),
        ("max.muster at gmail.com oder gar nicht", "max.muster at gmail.com"),
        ("max ät gmx.de", "max ät gmx.de"),
        ("пишите: ivan@ukr.example", "ivan@ukr.example"),
        ("иван собака яндекс точка ру", "иван собака яндекс точка ру"),
        ("بريدي ahmad@posta.example شكرا", "ahmad@posta.example"),
        ("bana ayse@posta.example adresinden yazın", "ayse@posta.example"),
        ("max@web", "max@web"),
    ],
)
def test_an_email_address_is_found(text: str, value: str) -> None:
    assert ("email", value) in masked(text)


@pytest.mark.parametrize(
    "text", ["look at oberhausen.de", "Treffen @ Rathaus", "@stadt_oberhausen", "5 @ 3", "www.stadt.de"]
)
def test_no_email_address_is_seen_where_none_is(text: str) -> None:
    assert masked(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tel. 0208 825 22 22", "0208 825 22 22"),
        ("Tel: 825-2222 abends", "825-2222"),
        ("0208/8252222", "0208/8252222"),
        ("(0208) 82 52 22", "(0208) 82 52 22"),
        ("0170-1234567", "0170-1234567"),
        ("01701234567", "01701234567"),
        ("0 1 7 0 1 2 3 4 5 6 7", "0 1 7 0 1 2 3 4 5 6 7"),
        ("+49 (0) 208 / 825 22 22", "+49 (0) 208 / 825 22 22"),
        ("0049 208 8252222", "0049 208 8252222"),
        ("0171.1234567", "0171.1234567"),
        ("Sie erreichen mich abends unter 825222", "825222"),
        ("meine Handynummer ist 1701234567", "1701234567"),
        ("رقمي ٠١٧٠ ١٢٣٤٥٦٧", "٠١٧٠ ١٢٣٤٥٦٧"),
        ("هاتف ۰۱۷۰۱۲۳۴۵۶۷", "۰۱۷۰۱۲۳۴۵۶۷"),
        ("cep telefonum 0532 123 45 67", "0532 123 45 67"),
        ("+90 532 123 45 67 arayın", "+90 532 123 45 67"),
        ("телефон 067 123-45-67", "067 123-45-67"),
        ("звоните 8 (912) 345-67-89", "8 (912) 345-67-89"),
        ("dzwońcie: 501 234 567", "501 234 567"),
        ("sunați la 0722 123 456", "0722 123 456"),
        ("call me on 07700 900123", "07700 900123"),
        ("０１７０１２３４５６７", "０１７０１２３４５６７"),
        ("am 12.05.2026 0208 825222 anrufen", "0208 825222"),
        ("0️⃣1️⃣7️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣", "0️⃣1️⃣7️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣"),
    ],
)
def test_a_telephone_number_is_found(text: str, value: str) -> None:
    assert ("phone", value) in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Seit 30 Jahren, am 12.05.2026 um 18.30 Uhr, in 46145 Oberhausen.",
        "Vom 12.05.2026-14.05.2026 und 01/2024-12/2025, 2026-05-12",
        "08.00-18.00 Uhr, 8:00 bis 17:30",
        "2021 2022 2023 2024 und 2019/2020",
        "PLZ 46145 46147 46149",
        "Hausnummern 12 14 16 18 20 22",
        "Linien 905/939/954/966, Bus SB90, Linie 112",
        "Es kostet 12.500.000 Euro oder 1 250 000 €, genau 123456789 Euro.",
        "Skala 1 2 3 4 5 6 7 8 9 10 und 01 02 03 04",
        "Punkt 51.4963523, 6.8514274",
        "Vorlage Nr. 17/2345-01, Aktenzeichen 02-1600-40/15",
        "0-14-Jährige, 0,5 Prozent, 100000 Menschen",
        "منذ ٣٠ سنة في ١٢.٠٥.٢٠٢٦",
    ],
)
def test_numbers_of_nobody_stay(text: str) -> None:
    assert masked(text) == []


@pytest.mark.parametrize(
    ("text", "value", "reason"),
    [
        ("IBAN DE89 3704 0044 0532 0130 00 danke", "DE89 3704 0044 0532 0130 00", "iban"),
        ("de89370400440532013000", "de89370400440532013000", "iban"),
        ("DE89-3704-0044-0532-0130-00", "DE89-3704-0044-0532-0130-00", "iban"),
        ("TR33 0006 1005 1978 6457 8413 26", "TR33 0006 1005 1978 6457 8413 26", "iban"),
        ("PL61 1090 1014 0000 0712 1981 2874", "PL61 1090 1014 0000 0712 1981 2874", "iban"),
        ("RO49 AAAA 1B31 0075 9384 0000", "RO49 AAAA 1B31 0075 9384 0000", "iban"),
        ("DE89 3704 0044 0532 0130 01", "DE89 3704 0044 0532 0130 01", "number"),
        ("4111 1111 1111 1111", "4111 1111 1111 1111", "card"),
        ("Kontonummer 1234567", "1234567", "number"),
        ("Karte: ٤١١١١١١١١١١١١١١١", "٤١١١١١١١١١١١١١١١", "card"),
        ("PESEL: 44051401359", "44051401359", "number"),
    ],
)
def test_an_account_is_found(text: str, value: str, reason: str) -> None:
    assert masked(text) == [("account", value)]
    assert find_sensitive(text)[0].reason == f"sensitive-account-{reason}"


def test_checksums_are_those_of_the_standards() -> None:
    assert checks("gb82west12345698765432") and not checks("gb82west12345698765433")
    assert luhn("4111111111111111") and not luhn("4111111111111112")
    assert all(15 <= length <= 34 for length in LENGTHS.values())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ich wohne in der Bahnhofstr. 12.", "Bahnhofstr. 12"),
        ("Bahnhofstr. 12, 3. OG bei Müller", "Bahnhofstr. 12, 3. OG bei Müller"),
        ("Mein Nachbar, Goethestraße 7a, ist laut", "Goethestraße 7a"),
        ("Herr Kaya, Hauptstraße 5", "Hauptstraße 5"),
        ("Моя адреса: вул. Лесі Українки 14, кв. 3", "вул. Лесі Українки 14, кв. 3"),
        ("Mieszkam na ul. Kwiatowej 8", "ul. Kwiatowej 8"),
        ("Evim Lale Sokak No: 4, daire 2", "Lale Sokak No: 4, daire 2"),
        ("We live at 14 Mill Lane", "14 Mill Lane"),
        ("اسكن في شارع الورد 12", "شارع الورد 12"),
        ("Locuiesc pe str. Florilor nr. 12", "str. Florilor nr. 12"),
    ],
)
def test_a_private_home_is_found(text: str, value: str) -> None:
    assert ("address", value) in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "An der Bahnhofstraße fehlt ein Zebrastreifen",
        "An der Bahnhofstraße 12 fehlt ein Mülleimer",
        "Ich wohne in der Bahnhofstraße",
        "Das Rathaus, Schwartzstraße 72, ist zu weit weg",
        "Am Bahnhof 3 Bänke mehr",
    ],
)
def test_streets_and_public_places_stay(text: str) -> None:
    assert masked(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Frau Lindner war nett", "Lindner"),
        ("Sehr geehrter Herr Dr. Wiebe-Kranz,", "Wiebe-Kranz"),
        ("Mein Name ist Bettina Kurz und", "Bettina Kurz"),
        ("Ich heiße Onur.", "Onur"),
        ("Viele Grüße\nAnna Schmidt", "Anna Schmidt"),
        ("Mit freundlichen Grüßen, R. Kowalczyk", "R. Kowalczyk"),
        ("bei Sabine Bergmann im Garten", "Sabine Bergmann"),
        ("Ahmet Bey çok yardım etti", "Ahmet"),
        ("Benim adım Zeynep Kaya", "Zeynep Kaya"),
        ("السيدة هناء ردت", "هناء"),
        ("اسمي كريم", "كريم"),
        ("Пані Олена Коваль допомогла", "Олена Коваль"),
        ("Мене звати Тарас", "Тарас"),
        ("Меня зовут Иван Петров", "Иван Петров"),
        ("и Ольга Петровна тоже", "Ольга Петровна"),
        ("Pani Agnieszka Nowak", "Agnieszka Nowak"),
        ("Nazywam się Jan Kowalski", "Jan Kowalski"),
        ("Domnul Vasile a venit", "Vasile"),
        ("mă numesc Ion Rusu", "Ion Rusu"),
        ("Mrs Okafor came", "Okafor"),
        ("My name is Jane Roe", "Jane Roe"),
    ],
)
def test_a_name_is_found_by_what_stands_beside_it(text: str, value: str) -> None:
    assert masked(text) == [("person_name", value)]


@pytest.mark.parametrize(
    "text",
    [
        "Frau Bürgermeisterin, Herr Oberbürgermeister, Herr OB",
        "Herr Baudezernent und Frau Kitaleitung",
        "Als Frau Angst zu haben ist schlimm, eine Frau Mitte 50",
        "Friedrich-Ebert-Straße, Dr.-Külz-Platz, Frau-Holle-Weg",
        "Liebe Grüße aus Sterkrade",
        "Viele Grüße, die Anwohner",
        "Ich heiße das nicht gut",
        "Sayın Başkan, sayın yetkililer, Müdür Bey",
        "Господин мэр, пане мер, пан міністр",
        "Panie Prezydencie, Pani Burmistrz",
        "السيد الرئيس، السيدة المديرة",
        "Mr Mayor, Mrs President",
        "Doamna Primar",
    ],
)
def test_functions_and_places_stay(text: str) -> None:
    assert masked(text) == []


def test_a_licence_plate_is_found() -> None:
    assert masked("OB-AB 123 parkt hier, im Format DIN-A4") == [("licence_plate", "OB-AB 123")]
    assert masked("plaka: 46 ABC 123") == [("licence_plate", "46 ABC 123")]


def test_what_was_found_once_is_masked_wherever_it_stands_again() -> None:
    text = "Frau Lindner hilft. Fragt Lindners Sohn. Tel. 0208 825222, also 0 2 0 8 - 8 2 5 2 2 2."
    assert [value for _, value in masked(text)] == ["Lindner", "Lindners", "0208 825222", "0 2 0 8 - 8 2 5 2 2 2"]


def test_every_kind_that_is_held_and_its_reason_have_words_for_people() -> None:
    for kind in KINDS[-3:]:
        assert PAGES.texts.say("de", f"sensitive-kind-{kind}")
    for reason in ("help-life", "help-violence", "help-child", "threat", "accusation"):
        assert PAGES.texts.say("de", f"sensitive-{reason}")
