
# Methods
methods = Methoden
methods-lead = { $count } Wege, Menschen zu beteiligen: Methoden, Instrumente und feste Strukturen, jeweils mit Ablauf, Merkliste und passendem Fragebogen.
methods-advice = Methoden-Berater
methods-advice-lead = Sagen Sie, wen Sie erreichen wollen und was möglich ist. Sie bekommen eine kurze Liste mit Gründen und einen Kalender.
methods-advice-open = Zum Berater
methods-filter = Auswählen
methods-words = Suchwort
methods-any = alle
methods-show = Anzeigen
methods-found = { $count ->
    [0] Nichts passt zu dieser Auswahl. Nehmen Sie eine Angabe zurück.
    [one] Eine Methode passt.
   *[other] { $count } Methoden passen.
}
methods-all = Alle zeigen
methods-district = Sozialraum
method-add = Eigene Methode hinzufügen
method-own = eigene
method-kinds-method = Methoden
method-kinds-method-text = Treffen und Gespräche, vom Spaziergang bis zum Bürgerrat
method-kinds-instrument = Instrumente
method-kinds-instrument-text = Plakate, Bögen, Tablet, Telefon: womit man fragt und informiert
method-kinds-structure = Strukturen
method-kinds-structure-text = Runden, Räte, Büros und Töpfe, die bleiben
methods-more = Mehr Auswahl
method-cost-from = ab { $cost } €
method-kind-method = Methode
method-kind-instrument = Instrument
method-kind-structure = Struktur
methods-kind = Art
methods-level = Beteiligungsstufe
methods-group = Zielgruppe
method-phase-begin = Anfang
method-phase-ideas = Ideen sammeln
method-phase-plan = Planen
method-phase-decide = Entscheiden
method-phase-build = Umsetzen
method-phase-look-back = Zurückblicken
group-children = Kinder
group-youth = Jugendliche
group-families = Familien
group-seniors = Ältere
group-newcomers = Neu Zugewanderte
group-disabilities = Menschen mit Behinderung
group-traders = Gewerbe
group-hard_to_reach = schwer Erreichbare
german-none = kein Deutsch
german-little = wenig Deutsch
german-some = etwas Deutsch
german-much = gutes Deutsch
method-suits = Passt, wenn …
method-steps = So geht es
method-checklist = Merkliste
method-materials = Material
method-pitfalls = Woran es scheitert
method-standards = Hilft, diese Mindest­standards zu halten
method-for = Für
method-levels = Stufe
method-phases = Phase
method-people = Personen
method-hours = Zeit der Teilnehmenden
method-hours-value = { $hours } Stunden
method-minutes-value = { $minutes } Minuten
method-hours-none = keine eigene
method-weeks = Vorbereitung
method-weeks-value = { $weeks ->
    [one] eine Woche
   *[other] { $weeks } Wochen
}
method-cost = Kosten
method-cost-value = { $from } bis { $to } €
method-team = Team
method-team-value = { $team ->
    [0] trägt sich selbst
    [one] eine Person
   *[other] { $team } Personen
}
method-german = Sprache
method-prints = Druck
method-print-a6 = Postkarte A6
method-print-a5 = Handzettel A5
method-print-a4 = Aushang A4
method-print-a3 = Plakat A3
method-print-stickers = Aufkleber
method-print-card = Tischkarte
method-print-slips = Zettel-Paket
method-start = Fragebogen
method-start-ideas = Ideen und Anliegen
method-start-event = Kurzbefragung
method-start-evaluation = Auswertung der Beteiligung
method-start-none = keiner
method-begin = Beteiligung damit anlegen
method-begin-text = Fragebogen und Druckpaket sind dann vorbereitet.
method-print-kit = Druckpaket
method-print-for = Druckpaket bestellen für eine laufende Beteiligung:
method-uses-all = Welche Beteiligung nutzte was?
method-uses-text = Sagen Sie bei jeder Beteiligung, welche Methoden sie genutzt hat. Der Berater nimmt daraus, was hier schon getragen hat: wie viele antworteten, wer erreicht wurde, welche Standards gehalten wurden.
method-uses-change = Ändern
method-uses-open = Noch ist keine Methode vermerkt.
method-uses-which = Methode
method-uses-no-campaign = Dieser Sozialraum hat noch keine Beteiligung.
method-use-undo-short = Zurücknehmen
method-uses = Was es hier gebracht hat
method-uses-none = Noch keine Beteiligung dieses Sozialraums hat diese Methode vermerkt.
method-use-heard = { $count ->
    [one] ein Beitrag
   *[other] { $count } Beiträge
}
method-use-kept = gehalten: { $standards }
method-use-broken = nicht gehalten: { $standards }
method-use-reached = erreicht: { $groups }
method-use-open = Standards noch offen
method-use-note = Bei welcher Beteiligung haben Sie sie genutzt?
method-use-note-do = Vermerken
method-use-undo = Vermerk zurücknehmen
method-edit = Für diesen Sozialraum anpassen
method-retire = Eigene Fassung zurückziehen
method-retire-text = Danach gilt wieder die mitgelieferte Fassung, falls es eine gibt. Vermerke bei Beteiligungen bleiben.
method-done-kept = Die Methode ist gespeichert.
method-done-retired = Die eigene Fassung ist zurückgezogen.
method-done-used = Vermerkt.
method-done-unused = Der Vermerk ist zurückgenommen.
method-new-title = Eigene Methode
method-fault-fields = Bitte sehen Sie diese Angaben noch einmal an. Nichts ging verloren.
method-fault-taken = Es gibt schon eine Methode mit diesem Namen. Wählen Sie einen anderen oder passen Sie die vorhandene an.
method-fault-conflict = Jemand hat die Methode inzwischen geändert. Ihre Angaben stehen noch hier; öffnen Sie die Methode in einem zweiten Fenster und vergleichen Sie.
method-field-name = Name
method-field-summary = In einem Satz
method-field-suits = Wann sie passt
method-field-groups = Zielgruppen
method-field-levels = Beteiligungsstufen
method-field-phases = Phasen
method-field-people_from = Personen, mindestens
method-field-people_to = Personen, höchstens
method-field-hours = Stunden für Teilnehmende
method-field-weeks = Wochen Vorbereitung
method-field-cost_from = Kosten in Euro, mindestens
method-field-cost_to = Kosten in Euro, höchstens
method-field-team = Personen im Team
method-field-german = Wie viel Deutsch es braucht
method-field-steps = Ablauf (ein Schritt je Zeile)
method-field-checklist = Merkliste (ein Punkt je Zeile)
method-field-materials = Material (eines je Zeile)
method-field-pitfalls = Woran es scheitert (eines je Zeile)
method-field-standards = Mindeststandards
method-field-start = Fertiger Fragebogen
method-field-prints = Druckstücke
method-field-wrong = Bitte ausfüllen.
method-field-number-wrong = Bitte eine Zahl ab 0.
method-field-span-wrong = Höchstens muss mindestens so groß sein wie mindestens.
method-save = Speichern
advice-whom = Wen wollen Sie erreichen?
advice-missing = Wer fehlte bisher?
advice-missing-help = Diese Gruppen zählen am meisten. Wer fehlt, zeigt jede Beteiligung unter „Wer fehlt“.
advice-level = Welche Stufe?
advice-phase = Wo steht das Vorhaben?
advice-budget = Wie viel Geld in Euro?
advice-people = Wie viele Menschen ungefähr?
advice-german = Wie viel Deutsch können sie?
advice-until = Bis wann sollen alle gehört sein?
advice-asked = Ihre Angaben
advice-ask = Vorschlagen
advice-wrong-budget = Bitte einen Betrag in ganzen Euro, zum Beispiel 1500.
advice-wrong-people = Bitte eine ganze Zahl, zum Beispiel 40.
advice-wrong-until = Bitte einen Tag ab heute.
advice-found = Unser Vorschlag
advice-none = Mit diesen Angaben bleibt nichts übrig. Unten steht, was im Weg ist.
advice-reason-missing = erreicht, wer bisher fehlte: { $about }
advice-reason-groups = geeignet für { $about }
advice-reason-aimed = eigens dafür gemacht
advice-reason-level = erlaubt diese Beteiligungsstufe
advice-reason-phase = passt zum Stand des Vorhabens
advice-reason-german = braucht nicht mehr Deutsch, als da ist
advice-reason-people = passt zur Zahl der Menschen
advice-reason-here = hat hier schon getragen, bei
advice-kept = { $count ->
    [one] ein Standard gehalten
   *[other] { $count } Standards gehalten
 }
advice-doubt-people = Eher für eine andere Zahl von Menschen gedacht.
advice-doubt-cost = Kann teurer werden als Ihr Betrag; planen Sie die kleine Fassung.
advice-doubt-phase = Meist in einer anderen Phase genutzt.
advice-doubt-quiet = Der Tag liegt zwischen den Jahren. Dann kommt kaum jemand.
advice-doubt-here = Beim letzten Mal wurde ein Standard nicht gehalten; sehen Sie vorher nach.
advice-why = Dafür spricht
advice-mind = Beachten Sie
advice-calendar = Kalender
advice-calendar-now = Kalender, wenn Sie heute beginnen
advice-notice = Der Kalender hält die Ankündigung ein, die das beschlossene Konzept verlangt: { $days } Tage.
advice-step-prepare = Vorbereiten ab
advice-step-invite = Einladen bis
advice-step-hold = Gehört bis
advice-step-answer = Antwort bis
advice-ruled = Passt zu den Menschen, geht aber nicht
advice-ruled-level = andere Beteiligungsstufe
advice-ruled-budget = zu teuer
advice-ruled-time = Vorbereitung dauert zu lange
advice-ruled-after = erst, wenn Menschen schon gehört wurden
advice-ruled-german = braucht mehr Deutsch
advice-how = So kommt die Reihenfolge zustande: Wer bisher fehlte, zählt am meisten, dann die gewünschten Gruppen, dann Stufe und eigene Erfahrung, dann Phase, Sprache, Zahl der Menschen und ob etwas eigens dafür gemacht ist. Was für alle gut ist, zählt bei Gruppen weniger. Zu teure und zu späte Wege stehen getrennt.
### Bestand, Netzwerk, Vorschläge

inventory-title = Bestand
inventory-of = Bestand { $district }
inventory-views = Ansichten des Bestands
inventory-lead = Wer hier arbeitet, was es gibt, mit welchem Geld und mit wem: jede Angabe mit Quelle, Alter und Verlässlichkeit.
inventory-public = Was davon alle sehen
inventory-empty = Hier steht noch nichts. Legen Sie den ersten Eintrag an, oder holen Sie eine Tabelle herein.
tab-directory = Verzeichnis
tab-table = Tabelle
tab-map = Karte
tab-timeline = Zeitleiste
tab-overview = Überblick
tab-network = Netzwerk
tab-proposals = Vorschläge
tab-care = Pflege
go = Zeigen
entry-save = Speichern
list-pages = Seiten
list-before = Zurück
list-after = Weiter
list-page = Seite { $number } von { $last }
where = Wo
freshness = Stand
needed = nötig
fact-head = Angabe
facts = Angaben
fact-known = Was bekannt ist
fact-source = Woher
facts-table = Angaben mit Quelle und Stand
facts-missing = Noch nicht bekannt:
found = { $count ->
    [one] Ein Eintrag
   *[other] { $count } Einträge
}
found-nothing = Dazu ist nichts eingetragen. Nehmen Sie einen Filter weg, oder legen Sie einen Eintrag an.
entries-count = { $count ->
    [one] ein Eintrag
   *[other] { $count } Einträge
}
filters = Suchen und filtern
filter-words = Wörter
filter-kind = Art
filter-group = Zielgruppe
filter-topic = Thema
filter-part = Ortsteil
filter-fresh = Stand
filter-seeks = Gesucht wird
filter-all = alle
filter-go = Suchen
filter-clear = Alle zeigen
kind-organisation = Organisation
kind-network = Netzwerk, Runde, Gremium
kind-offer = Angebot
kind-room = Raum
kind-project = Projekt
kind-money = Geld
kind-role = Stelle
kind-task = Aufgabe der Verwaltung
kind-cooperation = Zusammenarbeit
kinds-organisation = { $count ->
    [one] Organisation
   *[other] Organisationen
}
kinds-network = { $count ->
    [one] Netzwerk
   *[other] Netzwerke und Runden
}
kinds-offer = { $count ->
    [one] Angebot
   *[other] Angebote
}
kinds-room = { $count ->
    [one] Raum
   *[other] Räume
}
kinds-project = { $count ->
    [one] Projekt
   *[other] Projekte
}
kinds-money = { $count ->
    [one] Geldquelle
   *[other] Geldquellen
}
kinds-role = { $count ->
    [one] Stelle
   *[other] Stellen
}
kinds-task = { $count ->
    [one] Aufgabe der Verwaltung
   *[other] Aufgaben der Verwaltung
}
kinds-cooperation = { $count ->
    [one] Zusammenarbeit
   *[other] Zusammenarbeiten
}
kind-organisation-about = Eine Einrichtung, ein Verein, eine Schule, eine Initiative, ein Betrieb.
kind-network-about = Wer sich regelmäßig trifft: Stadtteilkonferenz, Arbeitskreis, Runder Tisch, Beirat.
kind-offer-about = Was Menschen nutzen können: Kurs, Beratung, Treff. Mit Zielgruppen, Zeiten und Ort.
kind-room-about = Was sich nutzen lässt, mit Plätzen, Ausstattung und freien Zeiten.
kind-project-about = Ein Vorhaben mit Anfang und Ende.
kind-money-about = Wer wem wie viel gibt, für welche Zeit.
kind-role-about = Eine Funktion mit Wochenstunden. Ohne Namen und ohne private Kontaktdaten: Menschen wechseln, die Stelle bleibt.
kind-task-about = Wofür ein Fachbereich im Sozialraum zuständig ist.
kind-cooperation-about = Wer mit wem woran arbeitet, und wie oft.
by-providers = von
by-owner = bei
by-carriers = Träger:
by-organisation = bei
by-receivers = für
by-lead = Leitung:
its-name = Name
its-form = Form
its-about = Worum es geht
its-groups = Zielgruppen
its-topics = Themen
its-address = Adresse
its-part = Ortsteil
its-point = Lage auf der Karte
its-phone = Telefon der Einrichtung
its-website = Internetseite
its-languages = Sprachen
its-seeks = Sucht
its-lead = Leitung
its-members = Mitglieder
its-rhythm = Wie oft
its-providers = Anbieter
its-times = Zeiten
its-room = Raum
its-cost = Kosten
its-seats = Plätze
its-owner = Gehört zu
its-step_free = Stufenlos
its-equipment = Ausstattung
its-rent = Miete
its-free_times = Freie Zeiten
its-carriers = Träger
its-partners = Partner
its-from = Von
its-until = Bis
its-giver = Geldgeber
its-receivers = Empfänger
its-amount = Betrag
its-organisation = Organisation
its-hours = Stunden je Woche
its-department = Fachbereich
its-between = Zwischen
its-public = Im öffentlichen Verzeichnis
group-everyone = alle
group-women = Frauen und Mädchen
group-unemployed = Arbeitsuchende
seeks-room = Raum
seeks-money = Geld
seeks-people = Mitwirkende
seeks-partners = Partner
rhythm-weekly = jede Woche
rhythm-fortnightly = alle zwei Wochen
rhythm-monthly = jeden Monat
rhythm-quarterly = jedes Vierteljahr
rhythm-yearly = einmal im Jahr
rhythm-as_needed = nach Bedarf
form-public = städtisch
form-welfare = freier Träger
form-church = Kirche oder Gemeinde
form-club = Verein
form-initiative = Initiative
form-school = Schule
form-business = Betrieb
form-network = Netzwerk
form-round_table = Runder Tisch
form-body = Gremium
form-working_group = Arbeitskreis
cost-free = kostenlos
cost-small = kleiner Beitrag
cost-paid = kostenpflichtig
answer-yes = ja
answer-partly = teilweise
answer-no = nein
public-yes = ja, für alle sichtbar
public-no = nein
fresh-fresh = frisch
fresh-check = prüfen
fresh-stale = veraltet
fresh-rule = Wie frisch ist, was hier steht?
fresh-rule-text = Jede Angabe bleibt nach ihrer letzten Bestätigung eine Zeit lang frisch: Zeiten ein halbes Jahr, Telefon, Geld und Stellen ein Jahr, Adressen zwei Jahre. Danach ist sie ebenso lange zu prüfen, dann veraltet. Wer vor Ort auf „stimmt noch“ tippt, bestätigt, was man dort sieht; ein „stimmt nicht mehr“ macht den Eintrag prüfbedürftig, drei machen ihn veraltet, bis jemand nachsieht. Ein Eintrag ist so frisch wie seine älteste Angabe.
relied-high = verlässlich
relied-medium = mit Vorsicht
relied-low = unsicher
confidence-high = sicher
confidence-medium = ziemlich sicher
confidence-low = unsicher
source-staff = Eigenes Wissen
source-organisation = Die Organisation selbst
source-import = Aus einer Datei
source-public = Öffentliche Quelle
source-conversation = Gespräch
source-residents = Vor Ort getippt
take-along = Mitnehmen
take-along-text = CSV und XLSX enthalten je Angabe Quelle, Datum und Verlässlichkeit. HSDS 3 lesen Verzeichnisse anderer Städte, GeoJSON Kartenprogramme, GraphML Programme für Netzwerke.
entry-new = Neuer Eintrag
entry-new-text = Was möchten Sie eintragen?
entry-edit = Bearbeiten
entry-confirm = Alles stimmt noch
entry-oldest = am längsten unbestätigt: seit { $day }
entry-is-removed = Dieser Eintrag ist entfernt. In der Geschichte können Sie das rückgängig machen.
entry-is-merged = Dieser Eintrag ist aufgegangen in:
entry-remove = Entfernen
entry-remove-text = Der Eintrag verschwindet aus allen Ansichten. Rückgängig machen lässt es sich in der Geschichte.
entry-remove-go = Eintrag entfernen
history = Geschichte
verb-added = angelegt
verb-changed = geändert
verb-confirmed = bestätigt
verb-removed = entfernt
verb-merged = zusammengeführt
verb-restored = wiederhergestellt
verb-imported = aus einer Datei übernommen
verb-undone = rückgängig gemacht
change-fields = { $count ->
    [one] eine Angabe
   *[other] { $count } Angaben
}
change-undone = rückgängig gemacht
change-undo = Rückgängig machen
ways = Andere halten es aktuell
link-text = Mit einem eigenen Link bestätigt die Organisation ihren Eintrag oder berichtigt ihn. Das gilt sofort, mit Quelle „die Organisation selbst“, und lässt sich rückgängig machen.
link-make = Neuen Link ausgeben
link-revoke = Alle Links sperren
link-since = Link vom { $day }.
link-used = Zuletzt benutzt am { $day }.
link-made = Der Link der Organisation
link-made-text = Kopieren Sie ihn jetzt: Er wird nur dieses eine Mal gezeigt. Wer ihn hat, kann den Eintrag bestätigen und berichtigen.
code = QR-Code „Stimmt das noch?“
code-text = Wer ihn vor Ort einliest, bestätigt mit einem Tipp. Ohne Anmeldung, ohne Namen.
code-none = Noch ohne Code. Am Eingang ausgehängt, fragt er: Stimmt das noch?
code-make = Code anlegen
code-alt = QR-Code { $code }
hints-here = { $count ->
    [one] Jemand sagt: Das stimmt nicht mehr.
   *[other] { $count }-mal hieß es: Das stimmt nicht mehr.
}
hints-here-text = Bearbeiten oder bestätigen Sie den Eintrag, damit der Zweifel erledigt ist.
hint-without-remark = ohne Bemerkung
provenance = Woher wissen Sie das?
provenance-source = Quelle
provenance-confidence = Wie sicher ist das?
provenance-note = Genauer
provenance-note-help = Zum Beispiel: Telefonat am 3. November, Haushaltsplan Seite 12. Keine Namen.
provenance-checked = Ich habe auch alles geprüft, was gleich geblieben ist.
choice-open = nicht bekannt
help-line = Eine Zeile.
help-text = In ein paar Sätzen. Keine Namen, keine privaten Kontaktdaten.
help-choice = Bitte wählen.
help-keys = Mehreres ist möglich.
help-refs = Beginnen Sie zu tippen; es gilt, was im Bestand steht.
help-day = Tag, Monat, Jahr.
help-times = Eine Zeit je Zeile, zum Beispiel: Mo-Fr 9:00–12:30, Mi 15–18 alle zwei Wochen, Sa 10–14 monatlich.
help-point = Breite und Länge, zum Beispiel 51.51410, 6.84870. Darf fehlen.
help-phone = Der Anschluss der Einrichtung, nicht der einer Person.
help-website = Zum Beispiel quartiersbuero.example
help-number = Eine Zahl.
help-name = So, wie es alle nennen.
help-part = Wie die Leute den Ortsteil nennen.
help-languages = In welchen Sprachen man hier weiterkommt.
help-seats = Wie viele Menschen Platz haben.
help-hours = Wochenstunden, zum Beispiel 19,5.
help-amount = Euro im genannten Zeitraum.
help-rent = Was die Nutzung kostet.
help-equipment = Zum Beispiel Küche, Beamer, Höranlage.
help-department = Der Fachbereich, keine Person.
help-public = Angebote sehen alle, bis hier „nein“ steht; Organisationen und Räume erst, wenn hier „ja“ steht. Sichtbar sind dann Name, Beschreibung, Ort und Zeiten, bei Einrichtungen auch Telefon und Website. Beim Angebot stehen Name und Ort von Einrichtung und Raum, solange dort nicht „nein“ steht.
help-giver = Woher das Geld kommt.
faults = { $count ->
    [one] Eine Angabe fehlt noch oder ist unklar
   *[other] { $count } Angaben fehlen noch oder sind unklar
}
wrong-required = Diese Angabe wird gebraucht.
wrong-long = Bitte höchstens { $part } Zeichen.
wrong-option = „{ $part }“ steht nicht zur Wahl.
wrong-unknown = „{ $part }“ steht nicht im Bestand. Legen Sie den Eintrag zuerst an, oder prüfen Sie die Schreibweise.
wrong-number = „{ $part }“ ist keine Zahl.
wrong-day = „{ $part }“ ist kein Datum wie 3.11.2026.
wrong-times = „{ $part }“ ist keine Zeit wie Mo 15:00–18:00.
wrong-point = „{ $part }“ ist keine Lage in Oberhausen wie 51.51410, 6.84870.
wrong-phone = „{ $part }“ ist keine Telefonnummer.
wrong-website = „{ $part }“ ist keine Internetadresse.
wrong-private = „{ $part }“ sieht nach einer Person oder ihren Kontaktdaten aus. Der Bestand nennt Funktionen, keine Menschen.
wrong-meanwhile = Jemand hat diesen Eintrag inzwischen geändert. Ihre Eingaben stehen noch da; laden Sie die Seite in einem zweiten Fenster, und vergleichen Sie.
did-added = Der Eintrag ist angelegt.
did-changed = Gespeichert.
did-same = Es war nichts zu ändern.
did-confirmed = Danke. Alle Angaben gelten als bestätigt.
did-removed = Der Eintrag ist entfernt.
did-undone = Rückgängig gemacht.
did-gone = Das war schon rückgängig gemacht.
did-merged = Die beiden Einträge sind jetzt einer.
did-revoked = Die Links öffnen nichts mehr.
change-refs = { $count ->
    [one] ein Eintrag
   *[other] { $count } Einträge
}
inventory-import = Datei hereinholen
own-lead = Das steht über Sie im Bestand des Sozialraums. Stimmt alles noch? Ein Tipp genügt. Was nicht mehr stimmt, berichtigen Sie hier; es gilt sofort.
own-confirm-all = Alles stimmt noch
own-confirm = Stimmt noch
own-correct = Berichtigen
own-back = Zurück zu allen Angaben
own-privacy = Wer diesen Link hat, kann die Angaben ändern; geben Sie ihn nur innerhalb Ihrer Einrichtung weiter. Es wird nicht festgehalten, wer ihn benutzt. Bitte nennen Sie Funktionen und keine Menschen.
own-closed = Dieser Link öffnet nichts mehr
own-closed-text = Er wurde gesperrt, oder er ist nicht vollständig. Die Stadt gibt Ihnen gern einen neuen.
care-title = Den Bestand aktuell halten
care-lead = Was Menschen an der Tür und von zu Hause bezweifeln, was doppelt scheint, was lange niemand bestätigt hat, und was andere geändert haben.
care-hints = Gemeldete Zweifel
care-taps = In den letzten 30 Tagen: { $right }-mal „stimmt noch“, { $wrong }-mal „stimmt nicht mehr“.
care-no-hints = Niemand zweifelt gerade an einem Eintrag.
care-pairs = { $count ->
    [0] Doppeltes
    [one] Doppelt? Ein Paar
   *[other] Doppelt? { $count } Paare
}
care-no-pairs = Nichts sieht doppelt aus.
same-name = ähnlicher Name
same-phone = gleiches Telefon
same-website = gleiche Internetseite
same-address = gleiche Adresse
care-fading = { $count ->
    [0] Nichts verblasst
    [one] Ein Eintrag ist nicht mehr frisch
   *[other] { $count } Einträge sind nicht mehr frisch
}
care-nothing-fades = Alles ist bestätigt und frisch.
care-since = Unbestätigt seit
care-act = Nachgesehen?
care-changes = Zuletzt geändert
care-when = Wann
care-what = Was
care-who = Durch wen
codes = QR-Codes an den Türen
codes-title = Stimmt das noch? Codes für die Türen
codes-ask = Stimmt das noch?
codes-text = Jede Karte fragt vor Ort, ob der Eintrag und die Angebote dort noch stimmen, in elf Sprachen. Ein Tipp bestätigt, ohne Namen und ohne Anmeldung.
codes-count = { $count ->
    [one] Ein Eintrag hat einen Code.
   *[other] { $count } Einträge haben einen Code.
}
codes-print = Karten drucken (PDF)
codes-make = { $count ->
    [one] Code für den fehlenden anlegen
   *[other] Codes für { $count } Orte anlegen
}
imports = Hereingeholte Dateien
imports-none = Noch keine Datei hereingeholt.
import-state-open = noch nicht übernommen
import-state-taken = übernommen
import-state-undone = rückgängig gemacht
import-state-discarded = verworfen
pair-title = Ist das zweimal dasselbe?
pair-text = Wenn ja, bleibt ein Eintrag und bekommt dazu, was nur der andere wusste. Wer den anderen nannte, nennt dann diesen. In der Geschichte lässt es sich rückgängig machen.
pair-keep = Eins: „{ $name }“ bleibt
pair-apart = Es sind zwei
did-apart = Vermerkt: Das sind zwei verschiedene.
did-coded = Die Codes sind angelegt.
map-title = Wo was liegt
map-lead = Ein Schema, keine Straßenkarte: wie die Orte zueinander liegen. Was dicht beieinander liegt, ist ein größerer Punkt mit der Zahl der übrigen. Dieselben Orte stehen darunter als Tabelle.
map-alt = Lageschema mit { $count } Punkten. Alle Orte stehen in der Tabelle darunter.
map-north = Norden ist oben
map-left-out = { $count ->
    [one] Ein Eintrag hat noch keine Lage und steht nur in der Tabelle.
   *[other] { $count } Einträge haben noch keine Lage und stehen nur in der Tabelle.
}
map-table = Orte als Tabelle
timeline-title = Wie lange Geld, Projekte und Stellen reichen
timeline-lead = Alles mit Anfang oder Ende, nach dem Ende geordnet.
timeline-soon = { $count ->
    [one] Eines endet im nächsten halben Jahr
   *[other] { $count } enden im nächsten halben Jahr
}
timeline-soon-text = Zusammen { $money } und { $hours } Wochenstunden.
timeline-alt = Zeitleiste mit { $count } Balken. Dieselben Angaben stehen in der Tabelle darunter.
timeline-today = gestrichelt: heute
timeline-table = Dieselben Angaben als Tabelle
timeline-empty = Noch ist kein Zeitraum eingetragen.
until = bis { $day }
overview-pdf = Als PDF
overview-as-of = Stand { $day }
overview-sums = Eingetragen sind Gelder von zusammen { $money } und Stellen mit zusammen { $hours } Wochenstunden.
overview-offers = Angebote nach Zielgruppen
overview-for = Für
overview-without = Ohne eigenes Angebot sind bisher:

# Papers: concept, sheets, reports
papers = Papiere
papers-packages = Pakete: weitergeben, was hier erarbeitet ist, und übernehmen, was andere haben
papers-lead = Konzept, Vorhabenblätter und Bericht schreiben sich aus den laufenden Daten. Ihre eigenen Worte bleiben stehen, und jede Fassung bleibt nachlesbar.
papers-adopted = Es gilt Fassung { $number } des Beteiligungskonzepts, beschlossen von: { $body } am { $date }. Sie bindet die Mindeststandards der Katalogfassung { $catalogue }.
papers-newer = Im Katalog gibt es Fassung { $number }. In diesem Sozialraum gilt weiter Fassung { $bound }, bis ein neues Konzept beschlossen ist.
papers-compare = Fassungen vergleichen
papers-not-adopted = In diesem Sozialraum ist noch kein Beteiligungskonzept beschlossen.
papers-look = Ansehen
papers-changed = geändert { $at }
papers-concept = Beteiligungs­konzept
papers-concept-text = Bestand, Netzwerk, Zielgruppen, Methoden, Mindeststandards mit Zuständigkeiten, Mittel, Kalender und Auswertung des Sozialraums.
papers-report = Bürger­beteiligungs­bericht
papers-report-text = Was in einem Jahr gefragt, gesagt und getan wurde: beide Seiten, Standards mit Belegen, Zusagen, wer erreicht wurde, Verbleib aller Beiträge.
papers-sheet = Vorhaben­blatt
papers-sheet-text = Ein Vorhaben auf zwei Seiten: Stufe, Zeiten, Wege, was gesagt wurde und was zugesagt ist.
papers-begin-concept = Konzept beginnen
papers-begin-report = Bericht { $year } beginnen
papers-begin-sheet = Blatt zu „{ $title }“
paper-kind-concept = Beteiligungskonzept
paper-kind-sheet = Vorhabenblatt
paper-kind-report = Bürgerbeteiligungsbericht
paper-title-concept = Beteiligungskonzept { $place }
paper-title-sheet = Vorhabenblatt: { $subject }
paper-title-report = Bürgerbeteiligungsbericht { $subject }, { $place }
paper-stand = Stand { $date }
paper-live = laufende Fassung
paper-version = Fassung { $number }
paper-adopted = beschlossen am { $date }, { $body }
paper-source = Resonanz, { $place }, { $date }
paper-contents = Inhalt
paper-demo = Teile dieses Papiers beruhen auf erfundenen Demo-Zahlen.
paper-back = Zum Konzept
paper-done-begun = Das Papier ist angelegt. Alles mit Daten steht schon da; Ihre Worte kommen dazu.
paper-done-written = Gespeichert.
paper-done-ruled = Die Regeln sind gespeichert. Sie gelten, sobald eine Fassung beschlossen ist.
paper-done-kept = Die Fassung ist festgehalten und ändert sich nicht mehr.
paper-done-adopted = Der Beschluss ist vermerkt. Neue Beteiligungen werden ab jetzt daran gemessen.
paper-to-live = Zur laufenden Fassung
paper-changes = Änderungen
paper-changes-since = Änderungen seit Fassung { $number }
paper-changes-none = Es hat sich nichts geändert.
paper-way-new = neu
paper-way-gone = nicht mehr dabei
paper-way-moved = verschoben
paper-moved-behind = Steht jetzt hinter „{ $title }“.
paper-moved-first = Steht jetzt am Anfang.
paper-was-there = Was dort stand
paper-was = vorher:
paper-is = jetzt:
paper-write = Worte dazu schreiben
paper-write-text = Ihre Worte stehen am Anfang des Abschnitts; Tabellen, Bilder und Zitate darunter kommen weiter aus den Daten. Eine leere Zeile beginnt einen neuen Absatz.
paper-words = Ihre Worte
paper-empty = Dazu ist noch nichts geschrieben.
paper-to-contents = Zum Inhalt
paper-write-own = Diesen Abschnitt haben Sie ergänzt. Eine leere Zeile beginnt einen neuen Absatz.
paper-fault-title = Bitte geben Sie dem Abschnitt eine Überschrift mit höchstens 120 Zeichen.
paper-fault-long = Der Text ist länger als 20 000 Zeichen. Bitte kürzen Sie ihn; er steht noch hier.
paper-fault-inherited = Diese Regeln sind mit einem anderen Sozialraum verbunden: Sie können mehr verlangen, aber nicht weniger. Lösen Sie sie zuerst. Ihre Angaben stehen noch hier.
paper-fault-conflict = Jemand hat inzwischen an diesem Papier geschrieben. Ihr Text steht noch hier. Sehen Sie das Papier in einem zweiten Fenster an und speichern Sie dann noch einmal.
paper-keep = Als Fassung festhalten
paper-keep-text = Hält das Papier fest, wie es jetzt ist: mit allen Zahlen von heute. Eine Fassung ändert sich nie mehr.
paper-keep-note = Wozu diese Fassung? (freiwillig)
paper-keep-do = Festhalten
paper-versions = Fassungen
paper-adopt = Beschluss vermerken
paper-adopt-text = Mit dem Beschluss gelten die Regeln dieser Fassung. Die Mindeststandards bleiben so, wie sie hier stehen, auch wenn der Katalog sich ändert, bis ein neues Konzept beschlossen ist. Die Kernfragen stehen in jeder Auswertung. Jede neue Beteiligung wird vor dem Veröffentlichen an den Regeln gemessen. Abweichungen brauchen eine öffentliche Begründung.
paper-adopt-on = Tag des Beschlusses
paper-adopt-body = Wer hat beschlossen?
paper-adopt-do = Als beschlossen vermerken
paper-adopt-wrong-on = Bitte den Tag des Beschlusses angeben; er liegt nicht in der Zukunft.
paper-adopt-wrong-late = Es gilt schon ein Konzept, das später beschlossen wurde. Bitte prüfen Sie den Tag.
paper-adopt-wrong-body = Bitte das Gremium angeben, zum Beispiel „Rat der Stadt“.
paper-rules = Regeln für jede Beteiligung
paper-rules-change = Regeln ändern
paper-rules-lead = Nach einem Beschluss wird jede Beteiligung vor dem Veröffentlichen an diesen Regeln gemessen. 0 oder kein Haken heißt: keine Vorgabe.
paper-rules-notice_days = Tage zwischen Veröffentlichen und Beginn
paper-rules-feedback_weeks = Wochen vom letzten Tag bis zur zugesagten Antwort, höchstens
paper-rules-languages = Sprachen und Fassungen, die es immer gibt
paper-rules-more = Außerdem
paper-rules-without_device = Es gibt einen Weg ohne eigenes Gerät (Gruppe mit Zetteln, oder Gerät vor Ort)
paper-rules-both_sides = Bei einer Auswertung antwortet auch die zuständige Stelle
paper-rules-person = Es wird freiwillig nach Alter oder Ortsteil gefragt, damit sichtbar ist, wer fehlt
paper-rules-wrong-notice_days = Bitte ganze Tage von 0 bis 365.
paper-rules-wrong-feedback_weeks = Bitte ganze Wochen von 0 bis 52.
paper-rules-text = Für jede Beteiligung im Sozialraum gilt:
paper-rules-none = Noch sind keine Regeln festgelegt.
paper-rule-notice = Sie wird mindestens { $days } Tage vor Beginn angekündigt.
paper-rule-feedback = Die Antwort kommt höchstens { $weeks } Wochen nach dem letzten Tag.
paper-rule-languages = Der Fragebogen ist auch da in: { $names }.
paper-rule-phone = Es gibt einen Weg für Menschen ohne eigenes Gerät.
paper-rule-sides = Teilnehmende und zuständige Stelle werten beide aus.
paper-rule-person = Es ist erkennbar, welche Gruppen fehlen.
paper-aim = Wozu dieses Konzept
paper-aim-proposal =
    Beteiligung in diesem Sozialraum soll früh beginnen, alle Gruppen erreichen und immer eine Antwort geben. Dieses Konzept hält fest, wer hier zusammenarbeitet, wie gefragt wird, woran wir uns messen lassen und wer wofür zuständig ist.

    Es lebt vom regelmäßigen Gespräch mit den Menschen im Sozialraum und von der Partnerschaft von Verwaltung, Fachleuten und Freiwilligen.
paper-inventory = Bestandsaufnahme
paper-inventory-none = Der Bestand des Sozialraums ist noch nicht erfasst. Sobald Organisationen, Angebote und Räume eingetragen sind, stehen sie hier.
paper-network = Netzwerk
paper-network-none = Wer mit wem zusammenarbeitet, ist noch nicht erfasst. Sobald Netzwerke, Runden und Zusammenarbeit eingetragen sind, stehen sie hier.
paper-network-text = { $links ->
    [one] Eine Zusammenarbeit
   *[other] { $links } Formen der Zusammenarbeit
 } und { $rounds ->
    [one] ein Netzwerk oder eine Runde
   *[other] { $rounds } Netzwerke und Runden
 } sind bekannt.
paper-network-alone = Ohne bekannte Verbindung sind bisher:
paper-groups = Zielgruppen
paper-groups-none = Zu den Zielgruppen ist noch nichts bekannt. Einwohnerzahlen, Angebote und Beteiligungen erscheinen hier, sobald es sie gibt.
paper-missing-lead = Wer in den Beteiligungen fehlte:
paper-missing = „{ $title }“ – { $said }
paper-methods = Methoden
paper-methods-none = Noch hat keine Beteiligung eine Methode vermerkt. Die Tabelle zeigt, was zu den Zielgruppen passt.
paper-standards = Mindeststandards
paper-note-standards = Quelle: Katalog der Mindeststandards, Fassung { $version } vom { $date }. Gezählt sind Beteiligungen.
paper-note-bound = In Kraft ist Katalogfassung { $bound }, beschlossen von: { $body } am { $date }. Fassung { $version } gilt hier erst, wenn ein neues Konzept sie beschließt.
paper-responsible = Zuständigkeiten
paper-hint-responsible = Hier steht, welche Stelle für welchen Mindeststandard zuständig ist, wer die Koordinierung führt und an wen sich Menschen im Sozialraum wenden.
paper-tasks-none = Aufgaben der Verwaltung sind noch nicht erfasst.
paper-resources = Mittel und Stunden
paper-resources-none = Noch sind keine Mittel und Stunden erfasst. Töpfe und Stellen aus dem Bestand erscheinen hier von selbst.
paper-money-sum = Zusammen { $sum }, soweit Beträge bekannt sind.
paper-hours-sum = Zusammen { $sum } Stunden je Woche, soweit sie bekannt sind.
paper-calendar = Kalender
paper-calendar-none = In diesem Zeitraum gibt es noch keine Beteiligung.
paper-evaluation = Auswertung
paper-evaluation-text = Nach jeder Beteiligung beantworten Teilnehmende und zuständige Stelle dieselben Kernfragen. Freie Texte werden den Mindeststandards zugeordnet, mit Zitat und von Menschen geprüft. Was daraus folgt, steht im jährlichen Bericht.
paper-project = Das Vorhaben
paper-hint-project = Was geplant ist, warum und wo, in drei Sätzen.
paper-scope = Was offen ist und was nicht
paper-hint-scope = Was Menschen noch verändern können, was schon feststeht, und wer am Ende entscheidet.
paper-reached = Wer erreicht wurde
paper-reached-none = Noch haben zu wenige Menschen geantwortet, um das zu sagen.
paper-said = Was gesagt wurde
paper-said-none = Noch ist nichts zu den Mindeststandards gesagt worden.
paper-promise = Zusage
paper-next = Wie es weitergeht
paper-hint-next = Die nächsten Schritte mit Stelle und Datum.
paper-overview = Überblick
paper-hint-overview = Was dieses Jahr ausmachte, in einem Absatz.
paper-overview-text = { $campaigns ->
    [one] Eine Beteiligung
   *[other] { $campaigns } Beteiligungen
 }, eingegangene Beiträge: { $received }.
paper-sides = Beide Seiten
paper-sides-none = Noch haben nicht beide Seiten zu denselben Standards geantwortet.
paper-promises = Zusagen
paper-promises-none = In diesem Zeitraum ist keine Antwort zugesagt.
paper-departures = Abweichungen vom Konzept
paper-departures-none = Keine Beteiligung weicht vom beschlossenen Konzept ab.
paper-departures-free = In diesem Sozialraum ist noch kein Konzept beschlossen.
paper-departure-notice = Ankündigung zu kurz
paper-departure-feedback = Antwort kommt später
paper-departure-languages = Sprachen fehlen
paper-departure-phone = Kein Weg ohne eigenes Gerät
paper-departure-sides = Zuständige Stelle antwortet nicht
paper-departure-person = Nicht erkennbar, wer fehlt
paper-promise-kept = eingehalten
paper-promise-missed = nicht eingehalten
paper-promise-open = offen
paper-promise-late = überfällig
paper-ledger = Verbleib aller Beiträge
paper-ledger-received = Eingegangen
paper-outlook = Ausblick
paper-hint-outlook = Was wir im nächsten Jahr ändern, und woran wir merken, ob es geholfen hat.
paper-bars-residents = Einwohnerinnen und Einwohner nach Alter, { $year }
paper-bars-residents-text = { $count } Menschen. Quelle: { $source }
paper-bars-text = Rund { $count } Menschen haben das angegeben.
paper-fact-level = Beteiligungsstufe
paper-fact-office = Zuständige Stelle
paper-fact-from = Beginn
paper-fact-until = Letzter Tag
paper-fact-promise = Antwort zugesagt bis
paper-fact-languages = Sprachen und Fassungen
paper-fact-received = Eingegangene Beiträge
paper-grid-facts = Auf einen Blick
paper-grid-kinds = Was erfasst ist
paper-grid-organisations = Organisationen
paper-grid-rounds = Netzwerke und Runden
paper-grid-offers = Angebote nach Zielgruppe
paper-grid-fitting = Methoden, die zu Zielgruppen passen
paper-grid-tasks = Aufgaben der Verwaltung
paper-grid-projects = Projekte
paper-grid-departures = Abweichungen mit Begründung
paper-grid-ledger = Verbleib aller Beiträge
paper-grid-kept = In wie vielen Beteiligungen eingehalten
paper-grid-methods = Genutzte Methoden
paper-grid-standards = Standards, Anzeichen und Stand
paper-grid-money = Mittel
paper-grid-roles = Stellen und Stunden
paper-grid-calendar = Beteiligungen
paper-grid-sides = Teilnehmende und zuständige Stelle, Mittel von 1 bis 5
paper-grid-said = Standards mit Belegen
paper-grid-promises = Zusagen und was daraus wurde
paper-column-what = Angabe
paper-column-said = Inhalt
paper-column-organisation = Organisation
paper-column-task = Aufgabe
paper-column-kind = Art
paper-column-count = Anzahl
paper-column-name = Name
paper-column-form = Form
paper-column-groups = Zielgruppen
paper-column-rhythm = Treffen
paper-column-members = Mitglieder
paper-column-group = Zielgruppe
paper-column-offers = Angebote
paper-column-method = Methode
paper-column-campaign = Beteiligung
paper-column-heard = Beiträge
paper-column-standard = Mindeststandard
paper-column-indicators = Woran man es merkt
paper-column-state = Stand
paper-column-pot = Topf
paper-column-giver = Von
paper-column-amount = Betrag
paper-column-until = Bis
paper-column-role = Stelle
paper-column-hours = Stunden je Woche
paper-column-level = Stufe
paper-column-from = Von
paper-column-promise = Antwort bis
paper-column-people = Teilnehmende
paper-column-department = Fachbereich
paper-column-department-mean = Zuständige Stelle
paper-column-rule = Regel
paper-column-reason = Begründung
paper-column-mean = Angekreuzt
paper-column-written = Geschrieben
paper-column-facts = Tatsachen
paper-column-state-of = Stand
paper-column-kept = eingehalten
paper-column-partly = teilweise
paper-column-not_kept = nicht eingehalten
paper-column-open = offen
paper-column-settled = Eingelöst am
paper-state-kept = eingehalten
paper-state-partly = teilweise
paper-state-not_kept = nicht eingehalten
paper-state-open = noch offen
paper-voices-lead = Aus den Texten, je Standard die sicherste Stimme dagegen und dafür:
paper-voice = { $standard }: { $stance } · { $language }
paper-voice-unchecked = { $about } · noch nicht von Menschen geprüft
paper-from-inventory = Quelle: Bestand des Sozialraums mit { $count } Einträgen, Stand { $date }. Jede Angabe hat dort eine Quelle und ein Alter: { $state }.
paper-from-network = Quelle: Bestand des Sozialraums, Stand { $date }. Verbunden heißt: eine Zusammenarbeit oder Mitgliedschaft ist eingetragen.
paper-from-offers = Quelle: Angebote im Bestand des Sozialraums, Stand { $date }.
paper-from-methods = Quelle: Methodensammlung mit { $count } Methoden und Vermerke bei den Beteiligungen, Stand { $date }.
paper-from-tasks = Quelle: Aufgaben im Bestand des Sozialraums, Stand { $date }.
paper-from-resources = Quelle: Töpfe und Stellen im Bestand des Sozialraums, Stand { $date }. Stellen sind Funktionen, keine Personen.
paper-from-projects = Quelle: Projekte im Bestand des Sozialraums, Stand { $date }.
paper-from-campaigns = Quelle: veröffentlichte Beteiligungen in Resonanz, Stand { $date }.
paper-from-sides = Quelle: Kernfragen an Teilnehmende und zuständige Stelle, Stand { $date }. 1 heißt nicht eingehalten, 5 eingehalten. „–“: weniger als fünf Menschen, oder keine Antwort.
paper-from-said = Quelle: Angekreuztes (Mittel von 1 bis 5), Geschriebenes mit Zitat und was das System weiß, Stand { $date }. Zahlen über Menschen sind auf Fünfer gerundet; weniger als fünf sehen aus wie niemand.
paper-from-reached = Quelle: freiwillige Angaben der Teilnehmenden und Wege, auf denen sie kamen, Stand { $date }. Zahlen über Menschen sind auf Fünfer gerundet; weniger als fünf sehen aus wie niemand.
paper-from-promises = Quelle: Rückmeldungen in Resonanz, Stand { $date }. Eingehalten heißt: Am zugesagten Tag war geantwortet.
paper-from-ledger = Quelle: Verbleib in Resonanz, Stand { $date }. Eingegangen ist die Summe aller Zeilen darüber. Kein Beitrag ist verschwunden.

# The outline of a paper
outline = Gliederung
outline-change = Gliederung ändern
outline-text = Verschieben, ausblenden und ergänzen Sie Abschnitte. Was aus den Daten kommt, bleibt lebendig, wo immer es steht. Fassungen, die schon festgehalten sind, ändern sich nicht.
outline-own = eigener Abschnitt
outline-up = Nach oben
outline-down = Nach unten
outline-hide = Ausblenden
outline-restore = Wieder zeigen
outline-firm = Bleibt immer sichtbar.
outline-hidden = Ausgeblendet
outline-hidden-text = Diese Abschnitte stehen nicht im Papier und nicht in seinen Dateien. Ihre Worte sind noch da.
outline-new = Eigener Abschnitt
outline-title = Überschrift
outline-add = Abschnitt anlegen
outline-done-up = „{ $title }“ steht jetzt weiter oben.
outline-done-down = „{ $title }“ steht jetzt weiter unten.
outline-done-hide = „{ $title }“ ist ausgeblendet.
outline-done-restore = „{ $title }“ ist wieder da.
outline-done-add = „{ $title }“ steht jetzt am Ende. Öffnen Sie den Abschnitt, um zu schreiben.
outline-fault-title = Bitte geben Sie dem Abschnitt eine Überschrift mit höchstens 120 Zeichen.
outline-fault-many = Mehr als 30 eigene Abschnitte sind nicht möglich. Bitte verwenden Sie einen vorhandenen.
outline-fault-conflict = Jemand hat inzwischen an diesem Papier gearbeitet. Sie sehen es jetzt, wie es ist; bitte drücken Sie noch einmal.
inventory-look = Zum Verzeichnis
import-lead = Eine Tabelle (CSV oder XLSX) mit einer Zeile je Eintrag, oder eine Datei nach Open Referral HSDS 3 (JSON). Sie sehen zuerst, was daraus wird; übernommen wird erst, wenn Sie es sagen, und alles zusammen lässt sich rückgängig machen.
import-kind = Was steht in der Tabelle?
import-file = Datei
import-file-help = Höchstens 2 MB. Bei HSDS ist gleich, was oben gewählt ist.
import-look = Ansehen
import-columns = Welche Spalten erkannt werden
import-columns-text = Heißen die Spalten anders, ordnen Sie sie gleich selbst zu. Mehreres in einer Zelle trennt ein Strichpunkt.
table-large = Die Datei ist zu groß: höchstens 2 MB und 2.000 Zeilen.
table-empty = In der Datei steht keine Zeile unter den Überschriften.
table-unreadable = Diese Datei lässt sich nicht als Tabelle lesen. Speichern Sie sie als CSV oder XLSX.
table-json = Diese Datei ist kein lesbares JSON.
table-hsds = In dieser Datei stehen keine Organisationen und Angebote nach HSDS 3.
import-plan = Neu: { $new }. Schon bekannt und ergänzt: { $known }. Weggelassen: { $out }.
import-made = { $count ->
    [one] Eine genannte Organisation wird dazu angelegt.
   *[other] { $count } genannte Organisationen werden dazu angelegt.
}
import-made-names = Dazu angelegt werden:
import-nothing-yet = Noch ist nichts übernommen.
import-mapping = Welche Spalte bedeutet was?
import-column = Spalte
import-example = Zum Beispiel
import-means = Bedeutet
import-ignore = nichts davon
import-look-again = Mit dieser Zuordnung ansehen
import-lines = Was aus den Zeilen wird
import-row = Zeile
import-becomes = Wird
import-doubt = Was nicht gelesen werden kann
import-out = weggelassen
import-known = ergänzt
import-new = neu
import-more = Dazu kommen { $count } weitere Zeilen.
import-take = Alles übernehmen
import-discard = Verwerfen
import-taken = Übernommen. Neu: { $new }. Ergänzt: { $known }. Weggelassen: { $out }.
import-undo = Ganz rückgängig machen
import-undone = Diese Datei ist rückgängig gemacht. Was seither geändert wurde, ist geblieben.
network-title = Wer arbeitet mit wem?
network-lead = { $organisations } Organisationen, { $strong } Verbindungen durch gemeinsame Arbeit und { $weak }, bei denen man nur in derselben Runde sitzt.
places-alone = arbeiten mit niemandem
places-table = sitzen nur mit am Tisch
places-bridge = bilden Brücken
places-connected = sind verbunden
place-alone = steht allein
place-table = nur am selben Tisch
place-bridge = Brücke
place-connected = verbunden
place-needed = Ohne sie verlieren sich andere.
gaps = { $count ->
    [one] Zwei Kreise begegnen sich nie
   *[other] { $count }-mal begegnen sich zwei Kreise nie
}
gap-text = Kreis { $first } ({ $some }) und Kreis { $second } ({ $others }): Niemand aus dem einen arbeitet mit jemandem aus dem anderen.
gap-common = Gemeinsam haben sie:
gap-nothing = Sie haben auch kaum etwas gemeinsam.
circles = { $count ->
    [one] Ein Kreis
   *[other] { $count } Kreise
}
circles-text = Ein Kreis sind Organisationen, die öfter miteinander zu tun haben als mit anderen. Berechnet aus Zusammenarbeiten, gemeinsamen Angeboten, Projekten und Runden.
circle = Kreis { $number }
and-more = und { $count } weitere
network-table = Wer wie eingebunden ist
network-place = Stellung
network-strong = arbeitet mit
network-weak = sitzt am Tisch mit
network-circle = Kreis
between-title = Zwei Organisationen nebeneinander
between-first = Die eine
between-second = Die andere
between-same = Das ist zweimal dieselbe Organisation. Bitte wählen Sie zwei verschiedene.
between-linked = Was sie verbindet
between-way = Eine gemeinsame Arbeit ist nicht bekannt. So führt ein Weg von der einen zur anderen:
between-none = Eine Verbindung ist nicht bekannt, auch nicht über andere.
between-shared = Beide arbeiten mit:
between-common = Was sie gemeinsam haben
between-nothing = Keine Zielgruppe und kein Thema, soweit bekannt.
between-proposals = Zu den Vorschlägen
via-cooperation = Zusammenarbeit
via-offer = gemeinsames Angebot
via-project = gemeinsames Projekt
via-network = dieselbe Runde
network-drawing = Dasselbe als Zeichnung
network-drawing-text = Jede Farbe ein Kreis, jede Linie gemeinsame Arbeit; gestrichelt: nur dieselbe Runde. Größer ist, wer mit mehr anderen arbeitet.
network-drawing-most = Gezeichnet sind die { $count } am besten verbundenen.
network-alt = Netz aus { $dots } Organisationen mit { $lines } Verbindungen in { $circles } Kreisen. Alle Angaben stehen in der Tabelle darüber.
proposal = Vorschlag
proposals-title = Vorschläge
proposals-lead = Was sich bündeln ließe und wo eine Brücke fehlt. Jeder Vorschlag nennt die Angaben, auf denen er beruht, und was dagegen spricht. Entscheiden müssen Menschen.
proposals-bundling = { $count ->
    [0] Bündeln
    [one] Bündeln: ein Vorschlag
   *[other] Bündeln: { $count } Vorschläge
}
proposals-bundling-text = Dasselbe Angebot zweimal, ein leerer Raum und jemand, der einen sucht, kleine Töpfe für dasselbe.
proposals-bridges = { $count ->
    [0] Brücken
    [one] Brücken: ein Vorschlag
   *[other] Brücken: { $count } Vorschläge
}
proposals-bridges-text = Organisationen für dieselben Menschen ohne Verbindung, und Wünsche von Bewohnerinnen und Bewohnern, die jemand hier angehen könnte.
proposals-taken = Aufgegriffen
proposal-kind-double = Zweimal dasselbe
proposal-kind-room = Raum gesucht, Raum frei
proposal-kind-pots = Kleine Töpfe
proposal-kind-circles = Zwei Kreise
proposal-kind-link = Steht allein
proposal-kind-need = Wunsch aus dem Stadtteil
proposal-facts = { $count ->
    [one] beruht auf einer Angabe
   *[other] beruht auf { $count } Angaben
}
proposal-state = Stand
proposal-state-kept = aufgegriffen
proposal-state-discussed = wird besprochen
proposal-state-decided = entschieden
proposal-state-dismissed = beiseitegelegt
proposal-owner = Zuständig
proposal-owner-help = Die Stelle, keine Person.
proposal-due = Bis wann
proposal-benefit = Was es bringt
proposal-effort = Was es kostet
proposal-doubt = Was dagegen spricht
proposal-grounds = Worauf es beruht
proposal-entries = Einträge dazu:
proposal-voices = Was Menschen dazu schreiben
proposal-voices-text = Nur Stellen, in denen es mit einiger Sicherheit um dieses Thema geht.
proposal-voices-by = Geschrieben haben es { $who }.
voice-reviewed = Thema maschinell zugeordnet, Text von Menschen geprüft
voice-machine = maschinell zugeordnet, noch von niemandem geprüft
proposal-all-voices = Alle Stimmen zu diesem Thema
proposal-discuss = Mit den Betroffenen besprechen
discuss-text = Eine eigene Beteiligung fragt die Betroffenen nach Zustimmung, Bedingungen und Einwänden, in elf Sprachen und Fassungen. So würde sie veröffentlicht:
discuss-preview = Vorschau: was die Menschen lesen
discuss-languages = { $count ->
    [one] Der Anfang in einer anderen Sprache
   *[other] Der Anfang in { $count } anderen Sprachen und Fassungen
}
discuss-office = Verantwortliche Stelle
discuss-office-help = Steht unter dem Formular. Die Stelle, keine Person.
discuss-opens = Erster Tag
discuss-closes = Letzter Tag
discuss-promise = Antwort spätestens am
discuss-promise-help = Der Tag der Antwort ist ein Versprechen an alle, die mitmachen. Er steht auf dem Formular und dem Plakat.
discuss-place = Wo der Code hängt
discuss-place-help = Steht in Ihren Listen, nicht auf dem Plakat.
discuss-place-proposed = Aushang im Stadtteil
discuss-group = Gruppe ohne eigenes Gerät
discuss-group-help = Freiwillig: wer Bögen auf Papier bekommt.
discuss-group-asked = Wer Bögen auf Papier bekommt. Das Beteiligungskonzept verlangt einen solchen Weg.
discuss-group-proposed = Bögen auf Papier
discuss-publish = Jetzt veröffentlichen
discuss-draft = Erst als Entwurf
discuss-publish-text = Nach dem Klick ist die Beteiligung öffentlich, und hier stehen Code und QR. Hält sie eine Regel des Beteiligungskonzepts nicht ein, bleibt sie ein Entwurf, und hier steht, was fehlt.
discuss-lead = Sie legen den Entwurf an. Veröffentlichen kann ihn, wer hier die Leitung hat.
discuss-none = Dazu gibt es keine Beteiligung.
discuss-coming = Die Beteiligung wird angelegt. Das dauert wenige Sekunden.
discuss-look = Nachsehen
discuss-again = Der Entwurf wurde gelöscht? Neu anlegen
discuss-lacking = Die Beteiligung ist noch ein Entwurf. Das steht der Veröffentlichung entgegen:
discuss-drafted = Die Beteiligung liegt als Entwurf bereit. Nichts steht der Veröffentlichung entgegen.
discuss-reason = Trotzdem veröffentlichen, mit Begründung
discuss-to-draft = Zum Entwurf
discuss-planned = Die Beteiligung ist öffentlich. Sie läuft vom { $opens } bis zum { $closes }.
discuss-open = Die Beteiligung läuft, bis zum { $closes }.
discuss-closed = Die Beteiligung ist beendet, seit dem { $closes }.
discuss-archived = Die Beteiligung ist beendet, seit dem { $closes }, und abgelegt.
discuss-promised = Antwort zugesagt bis { $day }.
discuss-qr = QR-Code für: { $place }
discuss-print = Plakat und Druck
discuss-form = Formular ansehen
discuss-manage = Beteiligung verwalten
discuss-results = Was geantwortet wurde
discuss-support = Soll das so gemacht werden?
discuss-wrong-missing = Bitte ausfüllen.
discuss-wrong-long = Das ist zu lang.
discuss-wrong-day = Bitte ein Datum wählen.
discuss-wrong-order = Er liegt vor dem ersten Tag.
discuss-wrong-over = Er liegt schon zurück.
discuss-wrong-promise = Der Tag muss nach dem letzten Tag liegen.
proposal-few = Noch haben weniger als fünf Menschen geantwortet.
proposal-decide = Entscheiden
proposal-decision = Entscheidung
proposal-reason = Begründung
proposal-decide-go = Entscheidung festhalten
proposal-dismiss = Beiseitelegen
proposal-dismiss-go = Mit Begründung beiseitelegen
proposal-reopen = Wieder aufgreifen
proposal-answer = Antwort an die Beteiligten schreiben
proposal-answer-text = Alle, die dazu etwas geschrieben haben und Nachricht möchten, hören, was daraus wird: Die Antwort wird wie jede andere geschrieben, von einer zweiten Person geprüft und verfolgt.
proposal-public = So steht es öffentlich.
proposal-opinions = Was die Befragten schreiben
opinions-conditions = Bedingungen
opinions-objections = Was dagegen spricht
opinions-missing = Wer noch gefragt werden soll
proposal-all-texts = Alle Texte dieser Beteiligung
proposal-gone = Aus dem heutigen Bestand ergibt sich dieser Vorschlag nicht mehr. Hier steht, was galt, als er aufgegriffen wurde.
proposal-nothing-common = verschiedene Themen
proposal-old-facts = Einige der Angaben sind schon länger nicht bestätigt: bitte zuerst nachfragen.
decision-do = Wir machen es
decision-partly = Wir machen einen Teil
decision-not = Wir machen es nicht
decide-missing-decision = Bitte wählen Sie, was entschieden ist.
decide-missing-reason = Bitte begründen Sie es in ein paar Worten.
decide-missing-owner = Bitte nennen Sie die zuständige Stelle.
decide-missing-due_on = Bitte ein Datum wählen, oder das Feld leer lassen.
did-discussed = Aufgegriffen. Der Entwurf der Beteiligung liegt in wenigen Sekunden bereit.
did-published = Aufgegriffen. Die Beteiligung wird in wenigen Sekunden veröffentlicht.
did-live = Aufgegriffen. Die Beteiligung ist öffentlich.
did-held = Die Beteiligung ist noch nicht öffentlich. Was fehlt, steht unter „Mit den Betroffenen besprechen“.
did-there = Das hat schon jemand aufgegriffen. So steht es:
did-decided = Die Entscheidung ist festgehalten.
did-dismissed = Beiseitegelegt, mit Ihrer Begründung.
did-reopened = Wieder aufgegriffen.
did-nobody = Dazu hat noch niemand etwas geschrieben, dem sich antworten ließe.
proposal-double-title = „{ $first }“ und „{ $second }“: zweimal fast dasselbe
proposal-double-benefit = { $who } und { $other } bieten Ähnliches für { $groups } an ({ $topics }). Zusammen reichen Kräfte und Räume weiter, und niemand steht vor zwei halb leeren Angeboten.
proposal-double-effort = Ein Gespräch beider Anbieter; gemeinsame Werbung oder versetzte Zeiten. Kein neues Geld.
proposal-double-doubt = Zwei Orte können Absicht sein: kurze Wege, vertraute Gesichter, verschiedene Gruppen. Erst die Beteiligten fragen.
proposal-room-title = „{ $first }“ sucht einen Raum – „{ $second }“ ist frei
proposal-room-benefit = Frei wäre: { $times }. Der Raum gehört zu: { $other }. Was schon da ist, wird genutzt, und die Gruppe bleibt im Stadtteil.
proposal-room-effort = Absprache über Schlüssel, Reinigung und Versicherung; meist genügt ein Besuch.
proposal-room-doubt = Freie Zeiten ändern sich, und nicht jeder Raum passt zu jeder Gruppe. Vor Ort ansehen.
proposal-pots-title = { $count } kleine Töpfe für dasselbe: { $first }
proposal-pots-benefit = Zusammen { $amount } für { $topics }. Ein gemeinsamer Antrag mit einer Jury spart allen Arbeit und trägt auch Größeres.
proposal-pots-effort = Einigung der Geldgeber über Regeln und Fristen; rechtlich zu prüfen, ob die Mittel gemeinsam vergeben werden dürfen.
proposal-pots-doubt = Verschiedene Geldgeber bedeuten auch Unabhängigkeit. Wer einen Topf verliert, verliert vielleicht einen Fürsprecher.
proposal-circles-title = Zwei Kreise ohne Begegnung: „{ $first }“ und „{ $second }“ könnten beginnen
proposal-circles-benefit = Beide Kreise sind für { $groups } da, aber niemand aus dem einen arbeitet mit jemandem aus dem anderen. Diese zwei haben am meisten gemeinsam.
proposal-circles-effort = Ein erstes Treffen, am besten bei einem gemeinsamen Anlass; das Quartiersbüro kann einladen.
proposal-circles-doubt = Nicht eingetragen heißt nicht, dass man sich nicht kennt. Zuerst nachfragen.
proposal-link-title = „{ $first }“ steht allein – „{ $second }“ könnte einladen
proposal-link-benefit = Beide sind für { $groups } da. „{ $second }“ arbeitet schon mit { $count } anderen und kann Türen öffnen.
proposal-link-effort = Eine Einladung und ein Gespräch.
proposal-link-doubt = Manche bleiben mit Absicht für sich, und vielleicht fehlt nur der Eintrag. Zuerst nachfragen.
proposal-need-title = Etwa { $count } { $who } sprechen von { $topics } – { $first } könnten es angehen
proposal-need-benefit = In „{ $second }“ nennen es so viele, dass es eine Antwort braucht; hier arbeitet schon jemand daran.
proposal-need-effort = Ein Gespräch mit den Genannten, was davon zu ihnen passt und was fehlt.
proposal-need-doubt = Die Zahl ist gerundet, und welches Thema ein Text hat, entscheidet eine Maschine: Was genau gewünscht ist, sagen nur die Stimmen selbst.
speakers-all = Menschen
speakers-children = Kinder unter 14 Jahren
speakers-youth = junge Menschen von 14 bis 26 Jahren
speakers-seniors = Menschen ab 65 Jahren

# Packages for other districts
packages = Pakete
packages-lead = Was ein Sozialraum erarbeitet hat, kann ein anderer übernehmen. Regeln und Mindeststandards bleiben verbunden, bis Sie sie lösen; alles andere ist eine freie Kopie. Personenbezogenes ist nicht dabei.
packages-done-taken = Das Paket ist übernommen. Die Standards liegen als Entwurf im Katalog, die Fragebögen als Entwürfe bei den Beteiligungen.
packages-done-let-go = Der Teil ist gelöst und gehört jetzt Ihrem Sozialraum. Spätere Pakete lassen ihn in Ruhe.
packages-done-back = Der Teil ist wieder verbunden. Ein Mindeststandard liegt dafür als Entwurf im Katalog.
packages-done-dropped = Das Paket ist weggelegt.
packages-to-catalogue = Zum Katalog
packages-to-making = Zu den Beteiligungen
packages-inherited = Regeln und Standards kommen aus { $place } ({ $version }), übernommen am { $date }. Was verbunden ist, bleibt hier fest und ändert sich mit dem nächsten Paket von dort.
packages-version = Fassung { $number }
packages-version-none = dort noch nicht beschlossen
packages-same = { $count ->
    [one] Ein Teil ist schon gleich
   *[other] { $count } Teile sind schon gleich
 }
packages-rules-name = Regeln für jede Beteiligung
packages-large = Großdruck
packages-left-alone = { $count ->
    [one] Einen Teil lässt dieses Paket in Ruhe. Er bleibt, wie er ist.
   *[other] { $count } Teile lässt dieses Paket in Ruhe. Sie bleiben, wie sie sind.
 }
packages-differences = { $count ->
    [one] Was sich an einem verbundenen Teil ändert
   *[other] Was sich an { $count } verbundenen Teilen ändert
 }
field-rule = Regel
packages-parts = Was aus { $place } kommt
packages-parts-text = Verbundenes ist fest und wird mit dem nächsten Paket erneuert. Öffnen Sie einen Teil, um ihn zu lösen oder wieder zu verbinden.
packages-copies = Freie Kopien ({ $count })
packages-state-inherited = verbunden
packages-state-firm = von der Stadt festgelegt
packages-state-own = gelöst, eigenständig
packages-state-same = frei, wie übernommen
packages-state-changed = frei, hier geändert
packages-state-absent = hier nicht mehr da
packages-not-here = Hier steht noch ein anderer Wortlaut; der verbundene wartet als Entwurf im Katalog.
packages-own-since = seit { $date }: „{ $reason }“
package-part-look = Diesen Teil ansehen
package-part-inherited = Dieser Teil ist mit { $place } verbunden. Sie können etwas hinzufügen, aber nichts wegnehmen, und das nächste Paket von dort erneuert ihn.
package-part-firm = Diesen Mindeststandard legt die Stadt für alle Sozialräume fest. Kein Sozialraum kann ihn lösen.
package-part-own = Dieser Teil gehört Ihrem Sozialraum. Pakete aus { $place } lassen ihn in Ruhe. Was Ihr eigenes Konzept beschlossen hat, gilt weiter.
package-part-both = Wortlaut, hier und im Ursprung gleich
package-part-came = In { $place }
package-part-here = Hier in { $place }
package-part-absent = Dieser Teil steht hier nicht.
package-part-let-go = Lösen
package-part-let-go-text = Danach ändert Ihr Sozialraum diesen Teil selbst. Weicht er im Wortlaut ab, lässt er sich mit anderen Sozialräumen nicht mehr vergleichen; der Vergleich sagt das. Ihre Begründung bleibt sichtbar.
package-part-reason = Warum?
package-part-let-go-do = Lösen und eigenständig führen
package-part-fault-missing = Bitte sagen Sie, warum. Die Begründung bleibt bei diesem Teil stehen.
package-part-fault-long = Die Begründung ist länger als 1000 Zeichen. Bitte kürzen Sie sie; sie steht noch hier.
package-part-fault-conflict = Jemand hat inzwischen den Entwurf im Katalog geändert; verbunden ist noch nichts. Sehen Sie den Teil noch einmal an und drücken Sie dann noch einmal.
package-part-back = Wieder verbinden
package-part-back-rules = Dann gelten sofort wieder die Regeln aus { $place }.
package-part-back-standard = Der Wortlaut aus { $place } kommt als Entwurf in Ihren Katalog. Er gilt, sobald Sie ihn veröffentlichen.
package-part-back-do = Wieder verbinden
package-part-history = Verlauf
package-part-history-line = Gelöst am { $date } von { $by }:
package-part-history-back = Wieder verbunden am { $date } von { $by }.
packages-waiting = Paket aus { $place }
packages-signed-here = Unterschrieben von dieser Installation.
packages-signed-other = Unterschrieben mit dem Schlüssel { $key }. Vergleichen Sie ihn am Telefon mit der anderen Stelle.
packages-adopted = Dort beschlossen: { $adopted }.
packages-table = Was beim Übernehmen geschieht
packages-part = Teil
packages-name = Name
packages-does = Was geschieht
packages-locked = bleibt verbunden
packages-part-rules = Regeln
packages-part-standard = Mindeststandard
packages-part-words = Text im Konzept
packages-part-method = Methode
packages-part-questionnaire = Fragebogen
packages-part-prints = Druckpaket
packages-verb-new = kommt neu dazu
packages-verb-update = wird erneuert
packages-verb-same = ist schon gleich
packages-verb-kept = bleibt, wie es bei Ihnen ist
packages-verb-firm = legt die Stadt fest, bleibt so
packages-verb-there = ist schon da, bleibt Ihres
packages-verb-own = gelöst, bleibt Ihres
packages-verb-gone = gibt es dort nicht mehr, wird im Entwurf entfernt
packages-take = Übernehmen
packages-drop = Weglegen
packages-outdated = Das mitgebrachte Paket kann nicht mehr gelesen werden
packages-outdated-text = { $who } hat es am { $date } mit einer früheren Ausgabe von Resonanz gebracht. Übernommen ist davon nichts. Lassen Sie sich das Paket neu schicken, und bringen Sie es unten noch einmal; dieses können Sie weglegen.
packages-lost = Das übernommene Paket kann nicht mehr gelesen werden
packages-lost-text = Es wurde am { $date } mit einer früheren Ausgabe von Resonanz übernommen. Was damals hier ankam, steht unverändert in Konzept, Standards, Methoden und Fragebögen; nur was verbunden war, lässt sich nicht mehr Teil für Teil zeigen. Lassen Sie sich von dort ein neues Paket schicken, und bringen Sie es unten: Dann ist die Verbindung wieder da.
packages-take-text = Nichts wird ungefragt öffentlich: Standards und Fragebögen kommen als Entwürfe, die Sie selbst veröffentlichen.
packages-hand = Weitergeben
packages-hand-text = Das Paket enthält das Konzept mit seinen Regeln und Texten, die Mindeststandards, eigene Methoden, alle veröffentlichten Fragebögen und dazu, welche Druckpakete zuletzt bestellt wurden: Formate, Sprachen, Großdruck. Keine Beiträge, keine Namen, keine Orte.
packages-download = Paket { $place } herunterladen
packages-key = Unser Schlüssel beginnt mit { $key }.
packages-bring = Paket einlesen
packages-file = Paketdatei (.resonanz.json)
packages-look = Ansehen, was geschieht
package-fault-unreadable = Das ist kein Paket von Resonanz. Wählen Sie eine Datei, die auf .resonanz.json endet.
package-fault-signature = Die Unterschrift passt nicht: Die Datei wurde verändert. Lassen Sie sich das Paket noch einmal schicken.
package-fault-too-large = Die Datei ist größer als 5 MB. So groß ist kein Paket.
package-fault-outdated = Dieses Paket kann nicht mehr gelesen werden. Lassen Sie sich ein neues schicken.
package-fault-conflict = Jemand hat inzwischen etwas davon geändert; übernommen ist noch nichts. Sehen Sie sich noch einmal an, was geschieht, und entscheiden Sie dann.
package-fault-own = Dieses Paket stammt aus diesem Sozialraum. Wählen Sie oben, wer es übernehmen soll.
districts-title = Sozialräume vergleichen
districts-compare = Sozialräume vergleichen
districts-lead = Wer wurde gehört, welche Zusage wurde gehalten, und wie erleben die Menschen die gemeinsamen Mindeststandards? Verglichen wird nur, was wirklich vergleichbar ist.
districts-measure = Verglichen mit
districts-is-measure = Maßstab
districts-reach = Reichweite und Zusagen
districts-campaigns = Beteiligungen
districts-heard = Beiträge
districts-per-thousand = { $count } je 1000 Menschen
districts-promises = Zusagen
districts-promised = { $kept } gehalten, { $missed } nicht, { $open } offen
districts-nothing = Noch keine Beteiligung.
districts-standards = Mindeststandards
districts-standards-text = Grundlage sind die Kernfragen der Stadt, die jede Auswertung stellt. Maßgeblich ist der Wortlaut in { $place }.
districts-csv = Alles als CSV
districts-row-empty = Dazu hat noch kein Sozialraum genug Antworten.
districts-table = Als Tabelle
districts-state = Stand
districts-kept = gehalten
districts-range = Bereich
districts-middle = teils
districts-not-kept = nicht gehalten
districts-state-kept = gehalten
districts-state-partly = teils
districts-state-not_kept = nicht gehalten
districts-state-open = offen
districts-why-none = noch keine Kernfrage dazu gestellt
districts-why-standard = kennt diesen Mindeststandard nicht
districts-why-words = der Mindeststandard hat dort einen anderen Wortlaut, darum nicht vergleichbar
districts-why-question = die Kernfrage wurde dort anders gestellt, darum nicht vergleichbar
districts-why-few = weniger als 20 Antworten, zu wenig, um etwas zu sagen
districts-no-core = Dieser Sozialraum hat keinen Mindeststandard, zu dem eine Kernfrage gestellt wurde.
districts-unasked = Ohne Kernfrage und darum nicht vergleichbar:
districts-silent = Hier lief noch keine Beteiligung. Das ist kein schlechtes Zeugnis, nur ein leeres Blatt; mit der ersten steht hier mehr.
districts-how = Wie verglichen wird
districts-how-text = Gezählt wird, was Menschen bei einer Kernfrage angekreuzt haben: die obere Hälfte der Skala als gehalten, die Mitte als teils, die untere als nicht gehalten. Der Balken zeigt, wie weit der Standard als gehalten gilt; teils zählt halb. Ab zwei Dritteln heißt der Stand „gehalten“, bis zu einem Drittel „nicht gehalten“; ist der Bereich zu breit, bleibt er offen. Unter 20 Antworten wird nichts gesagt. Alle Zahlen sind auf Fünfer gerundet, weniger als fünf sehen aus wie niemand; über mehrere Beteiligungen wird die Summe der gerundeten Zahlen gezeigt. Freie Texte und einzelne Fragen einer Beteiligung bleiben außen vor, weil sie überall anders gestellt sind. Die Menschen haben selbst entschieden mitzumachen: Unterschiede können auch daran liegen, wer geantwortet hat.
districts-chart-base = { $question } Wie weit gehalten; teils zählt halb.
districts-chart-source = Beteiligungen der Sozialräume, Stand { $day }
districts-chart-summary = { $title }: { $said }.
districts-interactive = Interaktiv zeigen
districts-picture = Als Bild zeigen
