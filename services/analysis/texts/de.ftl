campaigns = Beteiligungen
all-campaigns = Alle Beteiligungen
operations = Betrieb
operations-look = Zum Betrieb
start-title = Guten Tag, { $name }
no-campaigns = In Ihren Sozialräumen ist noch keine Beteiligung veröffentlicht. Sobald es eine gibt, erscheint sie hier von selbst.
phase-planned = geplant
phase-open = läuft
phase-closed = beendet
responses = { $count ->
    [one] Beitrag
   *[other] Beiträge
}
responses-head = Beiträge
latest = zuletzt { $at }
runs = { $first } bis { $last }
promised = Rückmeldung zugesagt bis { $date }
promise-until = Rückmeldung an die Beteiligten zugesagt bis { $date }:
promise-left = { $days ->
    [0] Das ist heute.
    [one] noch ein Tag.
   *[other] noch { $days } Tage.
}
promise-late = { $days ->
    [one] seit einem Tag überfällig.
   *[other] seit { $days } Tagen überfällig.
}
as-of = Stand { $at }
reload = Aktualisieren
pause = Anzeige anhalten
go-on = Anzeige fortsetzen
news = Neuer Stand: COUNT Beiträge
at-a-glance = Auf einen Blick
received = eingegangen
touching-standards = mit Bezug zu Mindest­standards
being-read = werden noch gelesen
on-the-shelf = liegen auf der Ablage
channels = Wege
channel = Weg
channel-unknown = Weg noch nicht bekannt
no-channels = Es ist noch kein Weg eröffnet.
no-responses = Noch ist kein Beitrag eingegangen.
code-and-flyer = QR-Code und Flyer
type-in = Wer einen Code abtippt, tut das unter { $address }.
kind-poster = Plakat
kind-flyer = Flyer
kind-group = Gruppe
kind-kiosk = Gerät vor Ort
kind-link = Link
share = Anteil
by-day = Beiträge je Tag
by-week = Beiträge je Woche
most = Höchster Wert: { $count }
as-table = Als Tabelle
day-head = Tag
week-from = Woche ab
standards = Mindeststandards
standards-text = Was die Beiträge über die Beteiligung selbst sagen. Die Zuordnung ist maschinell und von niemandem geprüft (Katalog { $version }).
stance-met = erfüllt
stance-not_met = nicht erfüllt
stance-suggestion = Vorschlag
stance-all = Alle
stance-choice = Nach Haltung
counts-as = Als „{ $stance }“ zählt:
quotes = { $count ->
    [one] Ein Zitat
   *[other] { $count } Zitate
}
about = zu { $standard }
all-quotes = Alle { $count } Zitate
confidence = Sicherheit { $share }
no-quotes = Dazu gibt es kein Zitat.
untouched = Bisher ohne Zitat:
questions = Antworten zum Ankreuzen
answer = Antwort
answered = { $count ->
    [one] Eine Person hat geantwortet.
   *[other] { $count } Personen haben geantwortet.
}
several-answers = Mehrere Antworten waren möglich.
ledger = Verbleib aller Beiträge
ledger-text = Kein Beitrag fällt heraus: Die Summe ist immer, was eingegangen ist.
state = Stand
state-tagged = Mit Bezug
state-tagged-text = sagt etwas zu mindestens einem Mindeststandard
state-unclear = Unklar
state-unclear-text = zu zweifelhaft zugeordnet oder ohne Text
state-off_topic = Ohne Bezug
state-off_topic-text = Text, der keinen Mindeststandard berührt
state-excluded = Ausgeschlossen
state-excluded-text = von einer Person, mit Begründung
state-waiting = Wird noch gelesen
bus = Nachrichten zwischen den Diensten
bus-waiting = warten
bus-oldest = älteste wartet seit
bus-shelved = auf der Ablage
bus-done = erledigt
bus-about-title = Was das bedeutet
bus-about = Jeder Beitrag und jeder Brief läuft als Nachricht durchs Haus. Wartende Nachrichten werden von selbst erledigt, auch nach einer Störung.
shelf-about = Was trotz mehrerer Versuche nicht gelingt, liegt auf der Ablage, bis eine Person entscheidet. Texte und Adressen stehen hier nie.
shelf = Ablage
shelf-empty = Die Ablage ist leer. Es ist nichts zu tun.
shelf-lead = Wiederholen und Verwerfen ist Sache der Rolle „Leitung“.
shelved-since = Nachricht vom { $at }, { $count ->
    [one] ein Versuch
   *[other] { $count } Versuche
}
retry = Noch einmal versuchen
retry-all = Alle noch einmal versuchen
discard-ask = Verwerfen …
discard-warning = Diese Nachricht wird dann nie erledigt. Das lässt sich nicht zurücknehmen.
discard = Endgültig verwerfen
done-retried = Wird noch einmal versucht. Gelingt es, verschwindet der Eintrag von der Ablage.
done-discarded = Verworfen. Das steht mit Ihrem Namen im Änderungsverlauf.
done-gone = Hier war nichts mehr zu tun: Jemand war schneller, oder die Ablage war schon leer.
pages = Seiten
page-before = Vorige Seite
page-after = Nächste Seite
page-number = Seite { $number }
consumer-analysis-learn_campaign = Beteiligung in die Auswertung übernehmen
consumer-analysis-learn_channel = Weg in die Auswertung übernehmen
consumer-analysis-assess_response = Beitrag lesen
consumer-notify-learn_campaign = Beteiligung in die Rückmeldung übernehmen
consumer-notify-open_journey = Beleg eröffnen
consumer-notify-report_assessment = Stand auf dem Beleg nachtragen
consumer-notify-send_notification = Brief senden
level-information = Information
level-anhoerung = Anhörung
level-beratung = Beratung
level-mitbestimmung = Mitbestimmung
district-mitte-styrum = Mitte/Styrum
district-ost = Ost
district-alstaden-lirich = Alstaden/Lirich
district-osterfeld = Osterfeld
district-sterkrade-mitte = Sterkrade-Mitte
district-sterkrade-nord = Sterkrade-Nord
