campaigns = Ergebnisse
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
promised = Antwort zugesagt bis { $date }
promise-until = Antwort an die Beteiligten zugesagt bis { $date }:
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
channels = Zugänge
channel = Zugang
channel-unknown = Zugang noch nicht bekannt
no-channels = Es ist noch kein Zugang angelegt.
no-responses = Noch ist kein Beitrag eingegangen.
code-and-flyer = QR-Code und Flyer
type-in = Wer einen Code abtippt, tut das unter { $address }.
kind-poster = Plakat
kind-flyer = Flyer
kind-group = Gruppe
kind-kiosk = Gerät vor Ort
kind-link = Link
kind-department = Zuständige Stelle
share = Anteil
by-day = Je Tag
by-week = Je Woche
by-month = Je Monat
month-from = Monat ab
people-head = Personen
few-responses = Noch sind keine fünf Beiträge beisammen; erst dann gibt es Zahlen.
figures-title = Zahlen
figures-base-people = { $count } Personen stehen in den Zahlen.
figures-text = Alle Fragen, wer geantwortet hat, Kreuztabellen, Vergleiche und Texte, auf Fünfer gerundet.
figures-look = Zu den Zahlen
figures-cross = Kreuztabelle
figures-compare = Vergleich
figures-texts = Texte
most = Höchster Wert: { $count }
as-table = Als Tabelle
day-head = Tag
week-from = Woche ab
standards = Mindeststandards
standards-text = Was die Beiträge über die Beteiligung selbst sagen. Die Zuordnung ist maschinell, bis eine Person sie prüft.
provenance-read = { $count ->
    [one] Ein Beitrag ist
   *[other] { $count } Beiträge sind
} mit Katalogfassung { $version } gelesen.
provenance-none = Noch ist kein Beitrag gelesen. Es gilt Katalogfassung { $version }.
provenance-old = Titel und Definitionen stehen hier nach Fassung { $version }; inzwischen gilt Fassung { $holds }.
stance-met = erfüllt
stance-not_met = nicht erfüllt
stance-suggestion = Vorschlag
stance-all = Alle
stance-choice = Nach Haltung
quotes-some = Einige Zitate
quotes-look = Zitate lesen
counts-as = Als „{ $stance }“ zählt:
about = zu { $standard }
all-quotes = Alle Zitate
confidence = Sicherheit { $share }
check-all = geprüft
check-some = teils geprüft, teils maschinell
check-none = maschinell
no-quotes = Dazu gibt es kein Zitat.
untouched = Bisher ohne Zitat, oder von weniger als fünf Personen:
questions = Antworten zum Ankreuzen
answer = Antwort
answered = { $count ->
    [one] Eine Person hat geantwortet.
   *[other] { $count } Personen haben geantwortet.
}
answered-few = Unter { $few } Personen haben geantwortet.
tallies = Punkte aus Workshops
tallies-text = Auf Plakate geklebt und von Hand gezählt. Punkte sind keine Beiträge: Eine Person klebt oft mehrere, und niemand weiß, welche zusammengehören. Darum stehen sie für sich und zählen in keiner anderen Zahl dieser Seite mit.
tallies-badge = Punkte
tallies-base = { $count ->
    [one] Ein Punkt.
   *[other] { $count } Punkte.
}
tallies-dots = Punkte
tallies-from = { $place }: { $count ->
    [one] ein Punkt
   *[other] { $count } Punkte
}, Fassung { $version }, gezählt am { $at }
scale-ends = Von 1 (Anfang der Skala) bis { $points } (Ende).
question-old = Alte Frage
question-old-text = Sie steht nicht mehr im Fragebogen, zuletzt in Fassung { $version }.
figures-base = { $count ->
    [one] Gezählt sind oben die Teilnehmenden. Die Antwort der zuständigen Stelle kommt nur im Verbleib dazu: zusammen { $all }.
   *[other] Gezählt sind oben die Teilnehmenden. { $count } Antworten der zuständigen Stelle kommen nur im Verbleib dazu: zusammen { $all }.
}
topics-base = { $count ->
    [0] {""}
   *[other] Prozente beziehen sich auf { $count } Personen, deren Text ein Thema hat.
}
several-answers = Mehrere Antworten waren möglich.
first-places = Gezählt sind die ersten Plätze.
mean-place = im Mittel Platz { $place }
spread = Kleinster Wert { $least }, Median { $median }, größter { $most }.
reworded = Diese Frage lautete nicht in allen Fassungen gleich; vergleichen Sie die Zahlen mit Vorsicht.
reworded-look = Was sich geändert hat
making-look = Beteiligung bearbeiten
making-go = Eine Beteiligung anlegen
ledger = Verbleib aller Beiträge
ledger-text = Kein Beitrag fällt heraus: Die Summe ist immer, was eingegangen ist.
ledger-department = { $count ->
    [one] Darunter eine Antwort der zuständigen Stelle; sie steht nur hier und in den Befunden.
   *[other] Darunter { $count } Antworten der zuständigen Stelle; sie stehen nur hier und in den Befunden.
}
state = Stand
state-tagged = Zugeordnet
state-by_standard = Mit Mindeststandard
state-by_standard-text = berühren mindestens einen Mindeststandard
state-by_topic = Nur mit Thema
state-by_topic-text = sprechen von einem Thema, aber von keinem Mindeststandard
state-unclear = Unklar
state-unclear-text = zu zweifelhaft zugeordnet oder ohne Text
state-off_topic = Ohne Bezug
state-off_topic-text = Text, der weder einen Mindeststandard noch ein Thema berührt
state-excluded = Ausgeschlossen
state-excluded-text = von einer Person, mit Begründung
state-withdrawn = Zurückgezogen
state-withdrawn-text = von den Menschen selbst; der Text ist gelöscht
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
consumer-analysis-learn_channel = Zugang in die Auswertung übernehmen
consumer-intake-draw_pages = Seiten eines Druckpakets setzen
consumer-analysis-learn_visits = Aufrufe der Formulare in die Zahlen übernehmen
consumer-analysis-learn_tally = Punkte aus einem Workshop in die Auswertung übernehmen
consumer-analysis-assess_response = Beitrag lesen
consumer-analysis-reassess_response = Beitrag mit neuem Katalog noch einmal lesen
consumer-notify-learn_campaign = Beteiligung in die Rückmeldung übernehmen
consumer-notify-open_journey = Beleg eröffnen
consumer-notify-report_assessment = Stand auf dem Beleg nachtragen
consumer-notify-send_notification = Brief senden
consumer-analysis-correct_response = Berichtigten Beitrag noch einmal lesen
consumer-analysis-erase_response = Zurückgezogenen Beitrag löschen
consumer-analysis-search_themes = Neue Themen suchen
consumer-analysis-learn_promise = Zusage in die Befunde übernehmen
consumer-notify-withdraw_journey = Beleg eines zurückgezogenen Beitrags schließen
consumer-notify-send_letters = Briefe senden
consumer-notify-learn_selection = Ausgewählte Beiträge für eine Antwort übernehmen
consumer-notify-tell_outcome = Antwort denen schreiben, deren Beitrag darin ist
consumer-notify-tell_step = Neuen Stand einer Antwort schreiben
consumer-analysis-write_export = Datei zum Herunterladen schreiben
consumer-intake-draft_discussion = Entwurf zu einem Vorschlag anlegen
consumer-intake-learn_concept = Beteiligungskonzept für neue Beteiligungen übernehmen
consumer-intake-take_questionnaire = Fragebogen eines anderen Sozialraums als Entwurf anlegen
consumer-notify-ask_staff_address = Dienstadresse bestätigen lassen
consumer-notify-learn_exclusion = Auf dem Beleg nachtragen, dass ein Beitrag nicht zählt
consumer-notify-learn_place = Ort eines Zugangs in die Rückmeldung übernehmen
consumer-notify-learn_readmission = Auf dem Beleg nachtragen, dass ein Beitrag wieder zählt
consumer-notify-remind_department = Zuständige Stelle an ihre Auswertung erinnern
consumer-notify-send_reminder = An eine zugesagte Antwort erinnern
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
review = Prüfen
review-title = Zuordnungen prüfen
review-claim = Was zu prüfen ist
review-progress = { $done } von { $total } geprüft
review-selection = Auswahl
review-campaign = Beteiligung
review-all-campaigns = Alle Beteiligungen
review-all-standards = Alle Mindeststandards
review-show = Anzeigen
standard = Mindeststandard
review-sure-high = Der Tagger ist sich sehr sicher ({ $share }).
review-sure-fair = Der Tagger ist sich ziemlich sicher ({ $share }).
review-sure-low = Der Tagger ist unsicher ({ $share }).
review-sure-faint = Der Tagger vermutet es nur ({ $share }).
review-doubt-high = Ihre Entscheidung hilft hier besonders.
review-doubt-fair = Ihre Entscheidung hilft hier.
review-doubt-low = Ihre Entscheidung hilft hier.
review-doubt-faint = Ein kurzer Blick genügt.
review-nothing-found = Keine Zuordnung gefunden
review-nothing-why = Der Text ist lang und berührt nach Meinung des Taggers keinen Mindeststandard. Hat er etwas übersehen?
review-accept = Stimmt
review-reject = Stimmt nicht
review-nothing = Stimmt, hier ist nichts
review-ask = Nicht sicher: zweite Meinung
review-skip = Überspringen
review-second = Danach soll noch eine zweite Person entscheiden, ohne meine Entscheidung zu sehen
review-change = Ändern …
review-change-send = Änderung speichern
review-add = Zuordnung ergänzen …
review-add-send = Zuordnung speichern
review-choose = Bitte wählen
review-mark = Belegstelle
review-mark-text = Wählen Sie einen Teilsatz, oder markieren Sie die Stelle oben im Text. Ohne Maus und Skript wählen Sie „Eigene Stelle“ und nennen das erste und letzte Zeichen; welcher Teilsatz wo liegt, steht dahinter.
review-mark-as-is = Wie bisher:
review-mark-own = Eigene Stelle
review-first = vom Zeichen
review-last = bis zum Zeichen
review-fault-title = Bitte prüfen:
review-fault = Noch nicht gespeichert
review-fault-standard = Wählen Sie einen Mindeststandard.
review-fault-stance = Wählen Sie, ob er erfüllt ist, nicht erfüllt ist oder ob es ein Vorschlag ist.
review-fault-mark = Wählen Sie eine Stelle im Text. Die Zahlen zählen die Zeichen ab 1, und die erste darf nicht größer sein als die zweite.
review-held = Diesen Text prüft gerade jemand anderes. Sie können ihn trotzdem entscheiden; dann zählt, was zuletzt gespeichert wird.
review-blind = Hier wird um eine zweite Meinung gebeten. Was andere entschieden haben, sehen Sie erst danach.
review-about = Zum Prüfen
review-why = Warum der Tagger das meint
reason-words = Wörter der Stelle, die zum Standard passen
reason-stance_words = Wörter der Stelle, die für die Haltung sprechen können
reason-like = Ähnelt diesen erfundenen Beispielsätzen
reason-threshold = Schwelle für diesen Standard
reason-model = Fassung des Taggers
review-others = Außerdem in diesem Text
reviewed = geprüft
review-history = Verlauf
review-no-history = Noch hat niemand entschieden.
review-undone-at = zurückgenommen { $at }
review-undo = Zurücknehmen
verdict-accepted = Bestätigt
verdict-changed = Geändert
verdict-rejected = Verworfen
verdict-added = Ergänzt
review-done-accepted = Bestätigt. Die Zuordnung zählt jetzt voll.
review-done-changed = Geändert. Ab jetzt zählt Ihre Fassung.
review-done-rejected = Verworfen. Die Zuordnung zählt nicht mehr.
review-done-added = Ergänzt. Die Zuordnung zählt jetzt voll.
review-done-asked = Der Text kommt zu einer anderen Person.
review-done-skipped = Übersprungen. Heute kommt der Text nicht wieder zu Ihnen.
review-done-undone = Zurückgenommen. Sie können neu entscheiden.
review-done-withdrawn = Die Bitte um eine zweite Meinung ist zurückgenommen.
review-done-again = Diese Entscheidung war schon gespeichert, oder der Text wurde inzwischen neu gelesen. Es wurde nichts doppelt gezählt.
review-done-gone = Hier war nichts mehr zurückzunehmen.
review-empty = Hier wartet nichts auf Sie
review-empty-text = Alles in dieser Auswahl ist geprüft, übersprungen, oder liegt gerade bei jemand anderem.
review-look-again = Noch einmal nachsehen
review-keys-on = Tasten einschalten
review-keys-off = Tasten ausschalten
exclude-ask = Ganzen Beitrag ausschließen …
exclude-text = Der Beitrag zählt dann nirgends mit, bleibt aber im Verbleib aller Beiträge mit dem Grund stehen. Das lässt sich zurücknehmen.
exclude-reason = Grund
exclude-spam = Werbung oder Unsinn
exclude-double = Doppelt, von Hand gefunden
exclude-not_for_us = Nicht an uns gerichtet
exclude = Beitrag ausschließen
readmit = Wieder aufnehmen
readmit-text = Dieser Beitrag ist ausgeschlossen und zählt nirgends mit.
agreement = Übereinstimmung
excluded = Ausgeschlossene Beiträge
excluded-text = Diese Beiträge zählen nirgends mit. Sie bleiben mit dem Grund stehen und lassen sich wieder aufnehmen.
excluded-none = In dieser Beteiligung ist kein Beitrag ausgeschlossen.
excluded-no-text = Ohne Text
excluded-by = ausgeschlossen von { $who } { $at }, eingegangen { $received }
excluded-look = Ausgeschlossene ansehen
review-open = Prüfen
catalogue = Katalog
catalogue-about = Der Katalog sagt, welche Mindeststandards für Beteiligung gelten, woran man sie erkennt und was als Beleg zählt. Jede veröffentlichte Fassung bleibt unverändert stehen.
whole-city = Ganze Stadt
whole = Der Katalog im Ganzen
draft = Entwurf
version-number = Fassung { $number }
version-holds = gilt
not-published = nicht veröffentlicht
published-on = Veröffentlicht am { $date }
based-on = beruht auf Fassung { $number } der Stadt
changed-at = Zuletzt geändert { $at } von { $who }
new-draft = Neuer Entwurf
new-draft-text = Ein Entwurf ändert nichts, bis Sie ihn veröffentlichen. Für jeden Bereich gibt es höchstens einen.
for-whom = Für
start-from = Ausgangspunkt
start-current = Was dort jetzt gilt
open-draft = Entwurf öffnen
preset = Vorlage
presets = Vorlagen
presets-text = Kataloge, von denen Sie ausgehen können. Die Formulierungen sind unsere eigenen; aus den Quellen stammt nur der Sachgehalt.
standards-count = { $count ->
    [one] ein Eintrag
   *[other] { $count } Einträge
}
catalogue-done-published = Veröffentlicht. Wo kein beschlossenes Konzept eine andere Fassung bindet, wird bei jeder Beteiligung jetzt angeboten, die Beiträge mit der neuen Fassung noch einmal zu lesen.
catalogue-done-discarded = Der Entwurf ist verworfen.
catalogue-done-gone = Hier war nichts mehr zu tun: Jemand war schneller.
catalogue-done-there = Es gibt schon einen Entwurf.
compare = Vergleich
compare-newest = Was sich zuletzt geändert hat
compare-with = Vergleichen mit
before = Vorher
after = Nachher
legend = So ist gekennzeichnet:
legend-added = neu
legend-removed = entfallen
added-begins = neu
added-ends = Ende neu
removed-begins = entfallen
removed-ends = Ende entfallen
no-changes = Es gibt keinen Unterschied.
change-added = neu
change-removed = entfallen
change-changed = geändert
change-moved = verschoben
in-english = Englisch
contents = Inhalt
locked = verbindlich für alle Sozialräume
lock = Verbindlich für alle Sozialräume: Sie dürfen ergänzen, aber nichts wegnehmen.
locked-here = Die Stadt hat diesen Standard für alle verbindlich gemacht. Sie können Indikatoren und Abgrenzungen ergänzen, aber nichts ändern oder entfernen.
corresponds = entspricht:
evidence = Nachweis
evidence-rules = Was als Beleg zählt
evidence-rules-help = Welche Aussagen in Beiträgen wie zu werten sind. Das lesen Menschen beim Prüfen; das Modell liest es nicht.
field-name = Name des Katalogs
field-about = Worum es geht
field-title = Titel
field-definition = Definition
field-indicators = Indikatoren
field-met = Als „erfüllt“ zählt
field-not_met = Als „nicht erfüllt“ zählt
field-suggestion = Als „Vorschlag“ zählt
field-boundaries = Abgrenzungen
field-phrases = Typische Sätze
field-sources = Quellen
field-maps_to = Entsprechungen
field-locked = Verbindlich für alle Sozialräume
field-rules = Regeln für alle Standards
unchecked = noch zu prüfen
export = Als YAML herunterladen
import = YAML einlesen
preview = Vorschau
back-to-draft = Zum Entwurf
edit-whole = Name, Regeln und Quellen
draft-done-new = Der Entwurf ist angelegt.
draft-done-there = Es gab schon einen Entwurf. Sie sehen ihn hier; es ist nichts überschrieben.
draft-done-saved = Gespeichert.
draft-done-changed = Geändert.
draft-done-imported = Eingelesen. Weiter unten steht, was sich dadurch ändert.
inherits = Dieser Katalog beruht auf Fassung { $number } der Stadt. Er darf ergänzen und strenger sein. Was die Stadt später ändert, wird übernommen; Ihre Ergänzungen bleiben.
move-up = Nach oben
move-down = Nach unten
remove = Entfernen
add = Hinzufügen
new-standard = Neuer Standard, Titel
changes-since = Änderungen gegenüber Fassung { $number }
publish = Veröffentlichen
catalogue-bound = Beschlossene Konzepte
catalogue-bound-text = Ein beschlossenes Beteiligungskonzept bindet die Fassung, mit der es beschlossen wurde. In diesen Sozialräumen wird danach beurteilt, bis ein neues Konzept beschlossen ist, auch wenn die Stadt inzwischen eine neuere Fassung hat.
catalogue-bound-by = gebunden durch das Konzept, Fassung { $number } ({ $body }, { $date })
publish-bound = Diese Sozialräume haben ein Konzept beschlossen. Dort gilt weiter die Fassung, die es bindet; die neue gilt dort erst, wenn ein neues Konzept sie beschließt:
publish-text = Die Fassung gilt dann sofort und lässt sich nicht mehr ändern. Was schon gelesen ist, bleibt so stehen, bis Sie es neu lesen lassen.
publish-note = Was ist neu, und warum?
publish-note-help = Pflichtangabe; steht dauerhaft bei der Fassung. Ein Satz genügt.
publish-now = Jetzt veröffentlichen
faults-first = Vor dem Veröffentlichen ist noch etwas zu tun:
catalogue-fault-no-standards = Der Katalog enthält keinen Standard.
catalogue-fault-no-title = Der deutsche Titel fehlt.
catalogue-fault-no-definition = Die deutsche Definition fehlt.
catalogue-fault-twice = Der Schlüssel „{ $about }“ kommt zweimal vor.
catalogue-fault-unknown-source = Die Quelle „{ $about }“ steht nicht im Quellenverzeichnis.
catalogue-fault-no-tag = Die Entsprechung „{ $about }“ gibt es nicht.
catalogue-fault-no-change = Der Entwurf unterscheidet sich nicht von dem, was schon gilt. Ohne Änderung gibt es keine neue Fassung.
catalogue-fault-locked-gone = Der Standard „{ $about }“ ist von der Stadt verbindlich gemacht und darf nicht fehlen.
catalogue-fault-locked-changed = An einem Standard, den die Stadt verbindlich gemacht hat, fehlt etwas oder ist etwas geändert.
discard-draft = Entwurf verwerfen …
discard-draft-text = Alle Änderungen dieses Entwurfs gehen verloren.
discard-draft-now = Entwurf endgültig verwerfen
fault-conflict = Jemand anders hat den Entwurf inzwischen geändert.
fault-conflict-text = Es ist nichts verloren: Was Sie eingegeben haben, steht noch hier. Prüfen Sie, ob es noch passt, und speichern Sie dann noch einmal.
fault-long = Ein Text ist zu lang, oder ein Schlüssel hat andere Zeichen als Kleinbuchstaben, Ziffern und Bindestriche.
fault-long-text = Jeder Text darf 4000 Zeichen haben. Was Sie eingegeben haben, steht noch hier.
fault-taken = Einen Standard mit diesem Titel gibt es schon.
fault-taken-text = Wählen Sie einen anderen Titel.
fault-nameless = Der neue Standard braucht einen Titel.
fault-nameless-text = Ein bis vier Wörter genügen.
fault-button = Das ließ sich nicht ausführen.
fault-button-text = Bitte versuchen Sie es noch einmal.
fault-note = Bitte schreiben Sie, was neu ist und warum.
fault-note-text = Der Satz steht dauerhaft bei der Fassung. Veröffentlicht ist noch nichts.
fault-faults = Der Entwurf lässt sich noch nicht veröffentlichen.
fault-faults-text = Unten steht, was noch zu tun ist.
conflict-changes = Was sich am Entwurf ändert, wenn Sie jetzt speichern
save = Speichern
leave = Zurück, ohne zu speichern
what-it-is = Was gemeint ist
indicator = Indikator
draft-use = Wirkung auf die maschinelle Zuordnung haben nur die Schlüssel und die Entsprechungen. Titel, Definition, Indikatoren, Belegregeln, Abgrenzungen und typische Sätze lesen Menschen, vor allem beim Prüfen; das Modell liest sie nicht. Neu lernt es nur aus Prüfungen.
indicators-help = Was sich beobachten lässt, und womit es sich nachweisen lässt. Leere Felder werden beim Speichern weggelassen.
add-indicator = Indikator hinzufügen
boundary = Abgrenzung
boundaries-help = Wann ein anderer Standard gemeint ist. Das lesen Menschen beim Prüfen; das Modell liest es nicht. Leere Felder werden beim Speichern weggelassen.
add-boundary = Abgrenzung hinzufügen
phrases-help = Beispiele für Menschen. Das Modell liest sie nicht.
phrases-label = Ein Satz je Zeile
maps-help = Das Modell liest nach unseren zwölf Standards. Trägt ein Eintrag einen eigenen Schlüssel, sagen die Entsprechungen, welche Zuordnungen bei ihm landen.
rule = Regel
add-rule = Regel hinzufügen
sources-help = Eine Zeile ohne Kurzname und Titel entfällt. Am Ende ist Platz für eine neue Quelle.
source-key = Kurzname
source-title = Titel
source-kind = Stand
source-stored = gelesen
source-url = Adresse
source-note = Anmerkung
import-text = Fügen Sie hier einen ganzen Katalog als YAML ein, zum Beispiel einen, den Sie heruntergeladen und bearbeitet haben. Er ersetzt den Entwurf; veröffentlicht wird dadurch nichts.
import-label = Katalog als YAML
import-now = Einlesen
import-unreadable = So lässt sich der Katalog nicht lesen.
import-kept = Am Entwurf ist nichts geändert, und Ihr Text steht unten noch da.
import-line = Zeile { $line }:
import-field = Feld „{ $field }“:
import-no-yaml = Hier endet, was als YAML verständlich ist. Oft fehlt ein Anführungszeichen, ein Doppelpunkt oder eine Einrückung.
import-alias = Verweise (* und &) sind nicht erlaubt. Schreiben Sie den Text bitte aus.
import-key-twice = „{ $value }“ steht hier zum zweiten Mal oder ist als Feldname nicht möglich.
import-unknown-field = Ein Feld „{ $value }“ gibt es hier nicht.
import-missing-field = Es fehlt das Feld „{ $value }“.
import-bad-id = Ein Schlüssel beginnt mit einem Kleinbuchstaben und hat sonst nur Kleinbuchstaben, Ziffern und Bindestriche.
import-bad-sign = Der Text enthält ein Steuerzeichen.
import-text-too-long = Der Text ist länger als 4000 Zeichen.
import-bad-choice = Erlaubt sind hier nur „stored“ und „gk“.
import-not-text = Hier muss ein Text stehen. Setzen Sie Zahlen in Anführungszeichen.
import-not-list = Hier muss eine Liste stehen.
import-not-fields = Hier müssen Felder stehen, etwa „de:“ und „en:“.
import-not-bool = Hier muss „true“ oder „false“ stehen.
import-bad-value = Dieser Wert passt hier nicht.
import-too-long = Der Text ist zu lang für einen Katalog.
reassessment = Neuer Katalog
reassessment-unread = { $count ->
    [one] Ein Beitrag wurde
   *[other] { $count } Beiträge wurden
} mit einer anderen Fassung des Katalogs gelesen. Jetzt gilt Fassung { $version }.
reassessment-kept = Die alten Zuordnungen bleiben nachlesbar, Ihre Prüfungen gelten weiter, und niemand bekommt einen zweiten Brief.
reassessment-running = Die Beiträge werden mit Fassung { $version } noch einmal gelesen: { $done } von { $total }.
reassessment-progress = Fortschritt
reassessment-stopped = Angehalten nach { $done } von { $total } Beiträgen.
reassessment-start = Mit der neuen Fassung lesen
reassessment-resume = Weiterlesen
reassessment-cancel = Anhalten
reassessment-lead = Das neue Lesen startet die Rolle „Leitung“.
model-card = Modellkarte
model-card-about = was das Modell kann, woher seine Daten sind, wo es irrt und wer entscheidet.
model-card-missing = Die Modellkarte wird gerade geschrieben.
held = Zurückgehalten
held-text = Diese Texte enthalten vielleicht einen Hilferuf, eine Drohung oder einen Vorwurf gegen eine erkennbare Person. Sie werden niemandem sonst gezeigt, bis Sie entschieden haben. Was ein Programm hier erkennt, kann falsch sein.
held-waiting = Warten auf Ihre Entscheidung
held-empty = Zurzeit wird kein Text zurückgehalten.
held-urgent = Bitte gleich lesen. Vielleicht braucht ein Mensch Hilfe. Wissen Sie von einer akuten Gefahr, rufen Sie 110 oder 112 an.
held-release = Freigeben
held-hide = Nicht zeigen
held-look = Text ansehen
held-decided = Zuletzt entschieden
held-state-released = Freigegeben
held-state-hidden = Wird nicht gezeigt
held-by = entschieden von { $who } { $at }
held-undo = Entscheidung zurücknehmen
held-go = Zur Entscheidung
held-no-campaign = Beteiligung noch nicht bekannt
held-done-released = Freigegeben. Der Text wird jetzt gezeigt; Namen, Nummern und Adressen darin bleiben verdeckt.
held-done-hidden = Der Text wird nicht gezeigt. Sie können das unten zurücknehmen.
held-done-again = Zurückgenommen. Der Text wartet wieder auf eine Entscheidung.
held-done-gone = Hier war nichts mehr zu tun: Die Entscheidung war schon getroffen.
held-notice = { $count ->
    [one] 1 Text wird zurückgehalten und wartet auf Ihre Entscheidung.
   *[other] { $count } Texte werden zurückgehalten und warten auf Ihre Entscheidung.
}
withheld-held = { $count ->
    [one] 1 Beitrag wartet auf die Prüfung durch eine Person.
   *[other] { $count } Beiträge warten auf die Prüfung durch eine Person.
}
withheld-hidden = { $count ->
    [one] Text aus 1 Beitrag wird nicht gezeigt. So hat es eine Person entschieden.
   *[other] Texte aus { $count } Beiträgen werden nicht gezeigt. So hat es eine Person entschieden.
}
sensitive-kind-cry_for_help = Hilferuf
sensitive-kind-threat = Drohung
sensitive-kind-accusation = Vorwurf gegen eine Person
sensitive-help-life = Die markierte Stelle klingt, als wolle jemand nicht mehr leben oder sich verletzen.
sensitive-help-violence = Die markierte Stelle klingt, als werde jemand geschlagen, bedroht oder missbraucht.
sensitive-help-child = Die markierte Stelle klingt, als sei ein Kind in Gefahr.
sensitive-threat = Die markierte Stelle klingt, als drohe jemand mit Gewalt oder rufe dazu auf.
sensitive-accusation = Die markierte Stelle klingt wie ein schwerer Vorwurf oder eine Beleidigung, und im Text ist eine Person zu erkennen.
excluded-withheld = Ein Text dieses Beitrags wird nicht gezeigt.
stance-head = Haltung
agreement-title = Übereinstimmung beim Prüfen
agreement-text = Wie oft zwei Personen, die denselben Text unabhängig voneinander geprüft haben, zum selben Ergebnis kommen. Kappa (Cohen) rechnet heraus, was der Zufall allein ergäbe: 1 heißt immer gleich, 0 heißt nicht besser als Zufall.
agreement-how = Verglichen wird je Mindeststandard, ob er berührt ist und mit welcher Haltung. Es zählen nur Stellen, über die beide entschieden haben.
agreement-none = Noch wurde kein Text von zwei Personen geprüft. Beim Prüfen lässt sich eine zweite Meinung anfordern.
agreement-pairs = Paare
agreement-touched = davon berührt
agreement-same = gleich
agreement-kappa = Kappa
agreement-meaning = Bedeutung
agreement-all = Alle Mindeststandards
agreement-grade-few = Weniger als { $few } Paare: Das sagt noch wenig.
agreement-grade-none = Noch nicht berechenbar: Alle Entscheidungen sind gleich.
agreement-grade-poor = Kaum besser als Zufall. Die Regeln für diesen Standard gemeinsam klären.
agreement-grade-fair = Mäßige Übereinstimmung. Grenzfälle besprechen.
agreement-grade-good = Gute Übereinstimmung.
agreement-grade-high = Sehr gute Übereinstimmung.
back-to-review = Zum Prüfen
quote-whole = Ganzer Beitrag
start-worry = Am meisten Sorge macht:
start-worry-voices = { $share } Zustimmung von { $count } Personen, die sich dazu äußern
standards-look = Was Sorge macht und wer es sagt
ledger-public = Öffentlicher Nachweis für alle
findings = Befunde
findings-look = Befunde je Mindeststandard
findings-text = Je Mindeststandard: was Teilnehmende schreiben und ankreuzen, was die zuständige Stelle selbst antwortet und was das System weiß. Was am meisten Sorge macht, steht oben. Jede Zahl führt zu ihren Belegen.
findings-how = Wie das gerechnet wird
finding-worst = Am meisten Sorge macht: { $standard }
finding-worst-people = Von { $count } Teilnehmenden, die sich hierzu äußern, sagen
finding-worst-ticked = angekreuzt
finding-no-worry = Bisher ist für keinen Mindeststandard belegt, dass er verletzt ist.
finding-nothing-yet = Noch kein Befund: Für keinen Mindeststandard äußern sich genug Personen, mindestens { $enough }.
finding-kept = eingehalten
finding-partly = teils eingehalten
finding-not-kept = nicht eingehalten
finding-open = noch offen
finding-still-open = Noch offen
finding-wide = Die Stimmen gehen so auseinander, dass es mehr davon braucht.
finding-too-few = zu wenige Stimmen, ein Befund braucht { $enough }
finding-strength-strong = gut belegt
finding-strength-medium = mäßig belegt
finding-strength-weak = schwach belegt, also unsicher
finding-trend-better = zuletzt besser
finding-trend-worse = zuletzt schlechter
finding-people = Teilnehmende
finding-department = Zuständige Stelle
finding-facts = Tatsachen
finding-approve = { $share } Zustimmung
finding-range = n = { $count }, { $low } bis { $high }
finding-nobody = niemand, oder weniger als fünf
finding-people-none = Dazu äußert sich niemand, oder weniger als fünf Personen.
parts-kept = { $count } „eingehalten“
parts-partly = { $count } „teils“
parts-not-kept = { $count } „nicht eingehalten“
parts-few = { $count } Stimmen, zu wenige für einen Anteil
finding-agreeing = { $agreeing ->
    [one] { $count ->
        [one] Die einzige Antwort sagt „eingehalten“
       *[other] Eine von { $count } Antworten sagt „eingehalten“
    }
   *[other] { $count ->
        [one] Die einzige Antwort sagt nicht „eingehalten“
       *[other] { $agreeing } von { $count } Antworten sagen „eingehalten“
    }
}
finding-suggests = nur Vorschläge
finding-facts-count = { $kept } dafür, { $against } dagegen
finding-voices = Personen äußern sich dazu
finding-share = Zustimmung
finding-range-long = Wären die Teilnehmenden ausgelost, läge die Zustimmung aller ziemlich sicher zwischen { $low } und { $high }; das Runden der Zahlen ist darin enthalten.
finding-rated = Angekreuzt
finding-ratings = Angekreuzt
finding-points = Von 1 (nicht eingehalten) bis { $points } (eingehalten).
finding-all = Zusammen
finding-no-ratings = Keine Frage lässt diesen Mindeststandard ankreuzen, oder niemand hat sie beantwortet.
finding-no-facts = Das System weiß nichts, was für oder gegen diesen Mindeststandard spricht.
finding-mean = { $mean } von 5 (n = { $count })
finding-mean-people = { $mean } von 5 im Mittel
finding-weeks = Verlauf je Woche
finding-contradiction = Widerspruch:
finding-tipped = Nur nach den Teilnehmenden ({ $share }) lautete der Befund anders: Die Tatsachen verschieben ihn auf { $with_facts }.
finding-silent = Ohne Stimme, oder von weniger als fünf Personen:
trend-better = In der zweiten Hälfte der Zeit war die Zustimmung { $change } Punkte höher als in der ersten (± { $margin }).
trend-worse = In der zweiten Hälfte der Zeit war die Zustimmung { $change } Punkte niedriger als in der ersten (± { $margin }).
trend-steady = Zwischen der ersten und der zweiten Hälfte der Zeit hat sich kaum etwas geändert ({ $change } Punkte, ± { $margin }).
trend-unclear = Ob sich zwischen der ersten und der zweiten Hälfte der Zeit etwas geändert hat, lässt sich nicht sagen ({ $change } Punkte, ± { $margin }).
trend-unknown = Für einen Verlauf braucht jede Hälfte der Zeit { $enough } Stimmen.
view-people = Teilnehmende:
view-ticked = Teilnehmende angekreuzt:
view-said = Teilnehmende geschrieben:
view-department = Zuständige Stelle:
view-share = { $share } Zustimmung (n = { $count })
view-mean = angekreuzt { $mean } von 5
department-channels = Sie antwortet über einen eigenen Link:
department-none = Für diese Beteiligung gibt es noch keinen eigenen Link der zuständigen Stelle. Ohne ihn fehlt die andere Seite.
department-silent = Zu diesem Mindeststandard hat die zuständige Stelle nichts gesagt.
department-no-quotes = Dazu hat sie nichts geschrieben.
fact = Tatsache, Quelle und Tag
fact-value = Wert
fact-speaks = Spricht
fact-for = dafür
fact-against = dagegen
fact-neutral = weder dafür noch dagegen
fact-weight-one = zählt wie eine Stimme
fact-weight-half = Voraussetzung, zählt halb
source-campaign = Angaben zur Beteiligung
source-channels = Zugänge
source-questionnaire = Fragebogen
source-responses = Beiträge
fact-lead = Zeit zum Mitmachen
fact-lead-value = { $count ->
    [one] ein Tag
   *[other] { $count } Tage
}
fact-notice = Erster Zugang vor dem Beginn
fact-notice-value = { $count ->
    [0] am ersten Tag
    [one] einen Tag vorher
   *[other] { $count } Tage vorher
}
fact-notice-late = Erster Zugang nach dem Beginn
fact-notice-late-value = { $count ->
    [one] einen Tag danach
   *[other] { $count } Tage danach
}
fact-ways = Arten von Zugängen
fact-ways-value = { $count }
fact-languages = Angebotene Sprachen
fact-languages-value = { $count }
fact-languages-used = Genutzte Sprachen
fact-languages-used-value = { $count }
fact-easy = Einfache Sprache
fact-easy-value = angeboten
fact-easy-missing = Einfache Sprache
fact-easy-missing-value = fehlt
fact-groups = Eigene Zugänge für Gruppen
fact-groups-value = { $count }
fact-promise-named = Tag der Rückmeldung
fact-promise-named-value = auf dem Formular zugesagt
fact-promise-running = Zugesagte Rückmeldung
fact-promise-running-value = { $count ->
    [0] heute fällig
    [one] noch ein Tag
   *[other] noch { $count } Tage
}
fact-promise-due = Zugesagte Rückmeldung
fact-promise-due-value = { $count ->
    [one] fällig seit einem Tag
   *[other] fällig seit { $count } Tagen
}
fact-rated = Fragen zum Verfahren
fact-rated-value = { $count }
fact-accounted = Gelesene Beiträge
fact-accounted-value = { $count }
how-voice-title = Stimme
how-voice = Eine Stimme ist ein Mensch, der sich zu einem Mindeststandard äußert, geschrieben oder angekreuzt, egal wie oft. Wer „erfüllt“ schreibt oder in der oberen Hälfte ankreuzt, sagt „eingehalten“, entsprechend „nicht eingehalten“; wer die Mitte ankreuzt oder beides sagt, sagt „teils“. Wer nur etwas vorschlägt, zählt nicht mit. Diese Menschen sind auf allen Seiten die Grundlage.
how-share-title = Zustimmung
how-share = Wie weit der Mindeststandard nach diesen Stimmen eingehalten ist: „eingehalten“ zählt ganz, „teils“ halb. 0 % heißt immer: nicht eingehalten. Einen Anteil gibt es ab { $enough } Stimmen. Der Bereich dahinter sagt, wie sicher er ist, auch weil die Zahlen gerundet sind.
how-state-title = Befund
how-state = Eingehalten ab zwei Dritteln Zustimmung, nicht eingehalten bis zu einem Drittel, dazwischen teils. Unter { $enough } Stimmen bleibt er offen, ebenso, wenn der Bereich über die Mitte reicht oder breiter ist als 50 Punkte.
how-facts-title = Tatsachen
how-facts = Eine Tatsache zählt so viel wie eine Stimme, eine bloße Voraussetzung halb so viel. Tatsachen allein ergeben keinen Befund; ändern sie ihn, steht das dabei. Solange nicht feststeht, ob eine zugesagte Rückmeldung kam, zählt sie weder dafür noch dagegen.
how-department = Antworten der zuständigen Stelle werden nie mit denen der Teilnehmenden zusammengezählt, in keiner Zahl und in keinem Zitat. Sie stehen daneben, auch wenn es wenige sind: Hier spricht eine Stelle. Im Verbleib der Beiträge sind sie enthalten.
how-strength-title = Wie gut belegt
how-strength = Gut: ab 60 Stimmen, die Hälfte davon angekreuzt oder geprüft, auf mehr als eine Art (angekreuzt, geschrieben, zuständige Stelle), und die Zustimmung auf 15 Punkte genau. Mäßig: ab 30 Stimmen, ein Viertel davon angekreuzt oder geprüft, auf 30 Punkte genau. Sonst schwach.
how-trend-title = Verlauf
how-trend = Die erste Hälfte der Zeit gegen die zweite, jede mit mindestens { $enough } Stimmen. Besser oder schlechter heißt es nur, wenn der Unterschied größer ist als seine Unsicherheit.
how-contradiction-title = Widerspruch
how-contradiction = Zwei Seiten liegen mindestens 35 Punkte auseinander, und weiter, als beide ungenau sind; oder eine Tatsache spricht gegen das, was eine Seite sagt. Verglichen werden zuständige Stelle und Teilnehmende, Angekreuztes und Geschriebenes, Stimmen und Tatsachen.
how-order-title = Reihenfolge
how-order = Nicht eingehalten vor teils eingehalten und eingehalten, darin das gut Belegte zuerst; was offen ist, steht darunter.
how-small-title = Kleine Zahlen
how-small = Alle Zahlen über Teilnehmende sind auf Fünfer gerundet, jede für sich und höchstens fünf daneben, und weniger als fünf Personen sehen aus wie niemand: „–“. Anteile und Mittelwerte gibt es ab { $enough } Personen, gerechnet aus den gerundeten Zahlen; so verrät auch ein Befund nicht mehr als diese. Zitate lassen sich einzeln lesen, aber sie werden nicht gezählt. Genau ist nur der Verbleib der Beiträge.
in-terms = In den Begriffen anderer Kataloge
in-terms-text = Dieselben Zitate, anders geordnet. Was mehreren Einträgen entspricht, zählt bei jedem; die Zahlen ergeben deshalb keine Summe.
training = Modell trainieren
training-text = Jede Prüfung zeigt, wo der Tagger richtig und wo er falsch liegt. Hier lernt er daraus: auf dieser Maschine, nur aus Ihren Prüfungen, und erst, wenn Sie es wollen. Was er gelernt hat, sehen Sie im Vergleich, bevor Sie es einschalten, und Sie können jederzeit zurück.
training-reads = Wer gerade liest
training-as-shipped = Der Tagger, wie er ausgeliefert ist.
training-adapted = Der ausgelieferte Tagger mit dem, was er aus Ihren Prüfungen gelernt hat. Diese Fassung steht an jeder neuen Zuordnung.
training-voice = Dazu wird das Sprachmodell „{ $name }“ Ihrer Stadt gehört.
training-shipped = wie ausgeliefert
training-outgrown = Eingeschaltet ist { $version }. Inzwischen ist ein neuer Tagger ausgeliefert, zu dem das Gelernte nicht passt; er liest deshalb ohne. Bitte trainieren Sie neu.
training-back = Zurück zum ausgelieferten Tagger
training-history = Was wann eingeschaltet war
training-material = Geprüfte Texte
training-texts = { $count ->
    [one] geprüfter Text
   *[other] geprüfte Texte
}
training-split = Gelernt wird aus { $learned }, gemessen an { $held }. Etwa jeder { $share }. Beitrag wird nie zum Lernen benutzt; welcher, hat das Los ein für alle Mal entschieden; bei wenigen Prüfungen kann der Anteil abweichen.
training-few = { $missing ->
    [one] Noch ein geprüfter Text, dann kann der Tagger daraus lernen.
   *[other] Noch { $missing } geprüfte Texte, dann kann der Tagger daraus lernen. Gelernt wird ab { $least }.
}
training-not-comparable = Zum Messen sind erst { $held } Prüfungen aufgehoben. Erst ab { $least } lässt sich ein Gewinn vom Zufall unterscheiden. Wir raten, noch zu warten.
training-advice-few = Gemessen ist an { $count } aufgehobenen Prüfungen. Unter { $least } wäre ein Vergleich Zufall, deshalb steht hier kein Urteil. Wir raten, noch nicht einzuschalten.
training-few-cases = zu wenige Fälle
training-no-range = (zu wenige Fälle für einen Bereich)
training-who = Trainieren und einschalten gilt für die ganze Stadt. Das kann, wer die Rolle „Leitung“ in allen Sozialräumen hat.
training-start = Training starten
training-running = Training { $number } läuft. Sie können die Seite verlassen; Beiträge werden weiter gelesen.
training-cancel = Training abbrechen
training-done-started = Das Training hat begonnen. Es dauert meist wenige Minuten.
training-done-running = Es läuft schon ein Training. Ein zweites beginnt erst danach.
training-done-few = Dafür reichen die Prüfungen noch nicht. Es fehlen noch { $missing }.
training-done-stopped = Das Training ist abgebrochen. Am Tagger hat sich nichts geändert.
training-done-on = Eingeschaltet. Neue Beiträge liest ab jetzt diese Fassung; was schon gelesen ist, bleibt, bis Sie es neu lesen lassen.
training-done-back = Zurückgeschaltet. Neue Beiträge liest ab jetzt der Tagger, wie er ausgeliefert ist.
training-done-gone = Das ging nicht: Jemand war schneller, oder es ist schon so. Unten steht der Stand.
training-unread = Von einer anderen Fassung gelesen
training-unread-text = Diese Beiträge hat ein anderer Tagger gelesen als der, der eingeschaltet ist. Sie können sie neu lesen lassen. Ihre Prüfungen gelten weiter, und niemand bekommt einen zweiten Brief.
training-unread-count = { $count ->
    [one] ein Beitrag
   *[other] { $count } Beiträge
}
training-reading = wird gerade neu gelesen, { $done } von { $total }
training-read-again = Neu lesen
training-result = Training { $number }: vorher und nachher
training-made = Fertig am { $at }, angestoßen von { $who }. Gelernt aus { $learned } Texten. Vorher ist der ausgelieferte Tagger, nachher derselbe mit dem Gelernten.
training-advice-better = An Prüfungen, die er nie gesehen hat, ist der Tagger besser geworden. Sie können diese Fassung einschalten.
training-advice-same = Ein Gewinn ist an den zum Messen aufgehobenen Prüfungen nicht zu erkennen. Mehr Prüfungen helfen; einschalten müssen Sie diese Fassung nicht.
training-advice-worse = Diese Fassung ist an mindestens einer Stelle schlechter geworden. Wir raten davon ab, sie einzuschalten.
training-held-out = Zum Messen aufgehobene Prüfungen
training-held-out-text = { $count ->
    [one] Ein geprüfter Text, aus dem nicht gelernt wurde. Der Bereich in Klammern sagt, wie sicher eine Zahl ist (95 %).
   *[other] { $count } geprüfte Texte, aus denen nicht gelernt wurde. Der Bereich in Klammern sagt, wie sicher eine Zahl ist (95 %).
}
training-development = Mitgelieferte Mess­texte
training-development-text = { $count } erfundene Texte in acht Sprachen, an denen jede Fassung gemessen wird. Hier fällt auf, wenn der Tagger über dem Neuen Altes verlernt.
training-measure = Maß
training-cases = Fälle
training-before = Vorher
training-after = Nachher
training-change = Unterschied
training-range = ({ $low } bis { $high })
training-better = besser
training-same = kein Unterschied erkennbar
training-worse = schlechter
training-by-standard = Nach Mindeststandard
measure-micro = Standard richtig
measure-micro-help = F1: wie oft gefunden und wie oft zu Recht, in einer Zahl von 0 bis 1
measure-stance = Standard und Haltung richtig
measure-stance-help = F1, wenn auch erfüllt, nicht erfüllt oder Vorschlag stimmen muss
measure-precision = Zu Recht zugeordnet
measure-precision-help = Anteil der Zuordnungen, die stimmen
measure-untagged = Zu Recht nichts gefunden
measure-untagged-help = Anteil der Texte ohne Bezug, die ohne Zuordnung bleiben
training-is-on = eingeschaltet
training-other-base = Diese Fassung gehört zum Tagger { $base } und passt nicht zu dem, der jetzt ausgeliefert ist.
training-switch = Training { $number } einschalten
training-all = Alle Trainings
training-number = Nummer
training-asked = Angestoßen
training-state = Stand
training-state-running = läuft
training-state-finished = fertig
training-state-failed = ohne Ergebnis
training-state-cancelled = abgebrochen
training-failure-no-model = Auf der Maschine, die trainieren sollte, liest nur das Wörterbuch; daraus lässt sich nicht lernen
training-failure-too-few = inzwischen zu wenige Prüfungen
consumer-analysis-train_tagger = Tagger aus Prüfungen trainieren
consumer-analysis-ask_voice = Sprachmodell der Stadt hören
reason-voice = Zweite Stimme
voice-agrees = Das Sprachmodell sieht es auch so
voice-other-stance = Das Sprachmodell sieht eine andere Haltung
voice-does-not-see-it = Das Sprachmodell sieht es nicht
voice-alone = Nur das Sprachmodell sieht es; es zählt erst, wenn Sie es bestätigen
voice-silent = Das Sprachmodell hat nicht geantwortet
reassessment-tagger = Anderer Tagger
reassessment-unread-tagger = { $count ->
    [one] Ein Beitrag wurde von einer anderen Fassung des Taggers gelesen als der, die jetzt eingeschaltet ist.
   *[other] { $count } Beiträge wurden von einer anderen Fassung des Taggers gelesen als der, die jetzt eingeschaltet ist.
}
reassessment-start-tagger = Neu lesen

## Themen: worum es in der Sache geht
topics = Themen
topics-text = Worum es den Menschen in der Sache geht, auch wo kein Mindeststandard berührt ist. Ein Beitrag kann von mehreren Themen sprechen.
topics-none = Noch hat kein Beitrag ein erkanntes Thema.
topic = Thema
topic-only = { $count ->
    [one] einer davon berührt keinen Mindeststandard
   *[other] { $count } davon berühren keinen Mindeststandard
}
themes = Neue Themen finden
themes-text = Hier sucht das Programm in Texten, die nach der maschinellen Zuordnung keinen Mindeststandard berühren (sie kann einen übersehen haben), nach dem, was mehrere gemeinsam haben (höchstens { $most } Texte; bei mehr Texten eine Stichprobe). Es schlägt nur vor: Sie benennen, fassen zusammen oder lehnen ab. Nichts davon wird veröffentlicht.
themes-search = Themen suchen
themes-again = Erneut suchen
themes-running = Die Suche läuft
themes-texts = { $count ->
    [one] Ein Text wird verglichen.
   *[other] { $count } Texte werden verglichen.
}
themes-searched = Zuletzt gesucht am { $at }, in { $count ->
    [one] einem Text
   *[other] { $count } Texten
}.
themes-failed = Die Suche bis { $at } ist nicht fertig geworden. Bitte suchen Sie erneut.
themes-named = Benannte Themen
themes-proposed = Vorschläge
themes-proposed-text = Wörter, die in diesen Texten auffallen, und die bezeichnendsten Stimmen. Eine neue Suche ersetzt Vorschläge, über die niemand entschieden hat.
themes-none = Es gibt keine offenen Vorschläge.
themes-refused = Abgelehnt
themes-done-started = Die Suche ist angestoßen. Sie dauert meist weniger als eine Minute.
themes-done-running = Eine Suche läuft bereits.
themes-done-named = Das Thema hat seinen Namen.
themes-done-refused = Das Thema ist abgelehnt. Ein gleiches wird nicht wieder vorgeschlagen.
themes-done-merged = Die beiden Themen sind zusammengefasst.
themes-done-again = Die Ablehnung ist zurückgenommen.
themes-done-member = Die Stimme gehört jetzt zum Thema.
themes-done-out = Die Stimme gehört nicht zum Thema.
themes-done-gone = Inzwischen wurde anders entschieden. Bitte sehen Sie nach, wie es jetzt steht.
theme-like = Wie „{ $voice }“
theme-nameless = Ohne auffällige Wörter
theme-size = { $count ->
    [one] eine Stimme
   *[other] { $count } Stimmen
}
theme-name = Name des Themas
theme-name-it = Benennen
theme-rename = Umbenennen
theme-refuse = Ablehnen
theme-into = Zusammenfassen mit
theme-choose = Bitte wählen
theme-merge = Zusammenfassen
theme-change = Ändern
theme-again = Ablehnung zurücknehmen
theme-later = { $count ->
    [one] Eine weitere Stimme könnte dazugehören
   *[other] { $count } weitere Stimmen könnten dazugehören
}
theme-belongs = Gehört dazu
theme-belongs-not = Gehört nicht dazu
theme-name-missing = Bitte geben Sie dem Thema einen Namen.
theme-name-long = Bitte kürzen Sie den Namen auf höchstens 80 Zeichen.
themes-error-prefix = Fehler:
theme-into-missing = Bitte wählen Sie, mit welchem Thema zusammengefasst werden soll.

selection-title = Darauf antworten
selection-text = Schreiben Sie den Menschen, was aus ihren Stimmen wird. Wer eine Adresse hinterlassen hat, bekommt die Antwort; alle anderen sehen sie mit ihrem Beleg. Kommen später Stimmen dazu, wählen Sie noch einmal und fügen sie derselben Antwort hinzu.
selection-all-standard = Antwort auf alle diese Stimmen schreiben
selection-all-topic = Antwort auf alle Stimmen zu diesem Thema schreiben
selection-rated = Auch alle, die nichts dazu geschrieben, aber auf der Skala geantwortet haben
selection-ticked = Antwort nur auf die angekreuzten
selection-tick = ankreuzen
selection-made = { $count ->
    [one] Schon einmal gewählt, am { $date }.
   *[other] Schon { $count }-mal gewählt, zuletzt am { $date }.
}
selection-look = Zu den Antworten
selection-nothing = Keine Stimme gewählt
selection-nothing-ticked = Kreuzen Sie mindestens ein Zitat an und senden Sie noch einmal.
selection-nothing-text = Hier steht keine Stimme, die zählt und gezeigt werden darf.
selection-back = Zurück zu den Zitaten
fact-promise-kept = Zugesagte Rückmeldung
fact-promise-kept-value = eingehalten
fact-promise-so-far = Zugesagte Rückmeldung
fact-promise-so-far-value = bisher eingehalten, die Frist läuft noch
fact-promise-missed = Zugesagte Rückmeldung
fact-promise-missed-value = { $count ->
    [one] nicht eingehalten
   *[other] { $count }-mal nicht eingehalten
}
