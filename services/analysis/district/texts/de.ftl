
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
method-print-a6 = Flyer A6
method-print-a5 = Flyer A5
method-print-a4 = Flyer A4
method-print-a3 = Plakat A3
method-print-stickers = Aufkleber
method-print-card = Tischaufsteller
method-print-slips = Zettel-Paket
method-start = Fragebogen
method-start-ideas = Ideen und Anliegen
method-start-event = Kurzbefragung
method-start-evaluation = Auswertung der Beteiligung
method-start-none = keiner
method-begin = Beteiligung damit anlegen
method-uses = Was es hier gebracht hat
method-uses-none = Noch keine Beteiligung dieses Sozialraums hat diese Methode vermerkt.
method-use-heard = { $count ->
    [one] ein Beitrag
   *[other] { $count } Beiträge
}
method-use-kept = gehalten: { $standards }
method-use-broken = nicht gehalten: { $standards }
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
advice-until = Bis wann gehört?
advice-ask = Vorschlagen
advice-wrong-budget = Bitte einen Betrag in ganzen Euro, zum Beispiel 1500.
advice-wrong-people = Bitte eine ganze Zahl, zum Beispiel 40.
advice-wrong-until = Bitte einen Tag ab heute.
advice-found = Unser Vorschlag
advice-none = Mit diesen Angaben bleibt nichts übrig. Unten steht, was im Weg ist.
advice-reason-missing = erreicht, wer bisher fehlte: { $about }
advice-reason-groups = passt zu { $about }
advice-reason-level = erlaubt diese Beteiligungsstufe
advice-reason-phase = passt zum Stand des Vorhabens
advice-reason-german = braucht nicht mehr Deutsch, als da ist
advice-reason-people = passt zur Zahl der Menschen
advice-reason-here = hat hier schon getragen: { $about }
advice-doubt-people = Eher für eine andere Zahl von Menschen gedacht.
advice-doubt-cost = Kann teurer werden als Ihr Betrag; planen Sie die kleine Fassung.
advice-doubt-phase = Meist in einer anderen Phase genutzt.
advice-doubt-here = Beim letzten Mal wurde ein Standard nicht gehalten; sehen Sie vorher nach.
advice-why = Dafür spricht
advice-mind = Beachten Sie
advice-calendar = Kalender
advice-step-prepare = Vorbereiten ab
advice-step-invite = Einladen bis
advice-step-hold = Gehört bis
advice-step-answer = Antwort bis
advice-ruled = Passt zu den Menschen, geht aber nicht
advice-ruled-level = andere Beteiligungsstufe
advice-ruled-budget = zu teuer
advice-ruled-time = Vorbereitung dauert zu lange
advice-ruled-german = braucht mehr Deutsch
advice-how = So kommt die Reihenfolge zustande: Wer bisher fehlte, zählt am meisten, dann die gewünschten Gruppen, dann Stufe und eigene Erfahrung, dann Phase, Sprache und Zahl der Menschen. Zu teure und zu späte Wege stehen getrennt.
### Bestand, Netzwerk, Vorschläge

inventory-title = Bestand
inventory-of = Bestand { $district }
inventory-views = Ansichten des Bestands
inventory-lead = Wer hier arbeitet, was es gibt, mit welchem Geld und mit wem: jede Angabe mit Quelle, Alter und Verlässlichkeit.
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
care-lead = Was Menschen vor Ort bezweifeln, was doppelt scheint, was lange niemand bestätigt hat, und was andere geändert haben.
care-hints = Zweifel von vor Ort
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
map-lead = Ein Schema, keine Straßenkarte: wie die Orte zueinander liegen. Dieselben Orte stehen darunter als Tabelle.
map-alt = Lageschema mit { $count } Punkten. Alle Orte stehen in der Tabelle darunter.
map-north = Norden ist oben
map-left-out = { $count ->
    [one] Ein Eintrag hat noch keine Lage und steht nur in der Tabelle.
   *[other] { $count } Einträge haben noch keine Lage und stehen nur in der Tabelle.
}
map-most = Gezeigt sind die ersten { $most } von { $count }. Wählen Sie eine Zielgruppe oder ein Thema, um andere zu sehen.
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
timeline-left-out = { $count ->
    [one] Ein weiterer Eintrag steht im Verzeichnis.
   *[other] { $count } weitere Einträge stehen im Verzeichnis.
}
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
papers-lead = Konzept, Vorhabenblätter und Bericht schreiben sich aus den laufenden Daten. Ihre eigenen Worte bleiben stehen, und jede Fassung bleibt nachlesbar.
papers-adopted = Es gilt Fassung { $number } des Beteiligungskonzepts, beschlossen von: { $body } am { $date }.
papers-not-adopted = In diesem Sozialraum ist noch kein Beteiligungskonzept beschlossen.
papers-look = Ansehen
papers-changed = geändert { $at }
papers-concept = Beteiligungs­konzept
papers-concept-text = Bestand, Netzwerk, Zielgruppen, Methoden, Mindeststandards mit Zuständigkeiten, Mittel, Kalender und Auswertung des Sozialraums.
papers-report = Bürgerbeteiligungs­bericht
papers-report-text = Was in einem Jahr gefragt, gesagt und getan wurde: beide Seiten, Standards mit Belegen, Zusagen, wer erreicht wurde, Verbleib aller Beiträge.
papers-sheet = Vorhabenblatt
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
paper-done-adopted = Der Beschluss ist vermerkt. Neue Kampagnen werden ab jetzt daran gemessen.
paper-to-live = Zur laufenden Fassung
paper-changes = Änderungen
paper-changes-since = Änderungen seit Fassung { $number }
paper-changes-none = Es hat sich nichts geändert.
paper-was = vorher:
paper-is = jetzt:
paper-write = Worte dazu schreiben
paper-write-text = Ihre Worte stehen am Anfang des Abschnitts; Tabellen, Bilder und Zitate darunter kommen weiter aus den Daten. Eine leere Zeile beginnt einen neuen Absatz.
paper-words = Ihre Worte
paper-empty = Hier steht noch nichts.
paper-fault-long = Der Text ist länger als 20 000 Zeichen. Bitte kürzen Sie ihn; er steht noch hier.
paper-fault-conflict = Jemand hat inzwischen an diesem Papier geschrieben. Ihr Text steht noch hier. Sehen Sie das Papier in einem zweiten Fenster an und speichern Sie dann noch einmal.
paper-keep = Als Fassung festhalten
paper-keep-text = Hält das Papier fest, wie es jetzt ist: mit allen Zahlen von heute. Eine Fassung ändert sich nie mehr.
paper-keep-note = Wozu diese Fassung? (freiwillig)
paper-keep-do = Festhalten
paper-versions = Fassungen
paper-adopt = Beschluss vermerken
paper-adopt-text = Mit dem Beschluss gelten die Regeln dieser Fassung: Standards und Kernfragen sind gebunden, und jede neue Kampagne wird vor dem Veröffentlichen daran gemessen. Abweichungen brauchen eine öffentliche Begründung.
paper-adopt-on = Tag des Beschlusses
paper-adopt-body = Wer hat beschlossen?
paper-adopt-do = Als beschlossen vermerken
paper-adopt-wrong-on = Bitte den Tag des Beschlusses angeben; er liegt nicht in der Zukunft.
paper-adopt-wrong-body = Bitte das Gremium angeben, zum Beispiel „Rat der Stadt“.
paper-rules = Regeln für jede Beteiligung
paper-rules-change = Regeln ändern
paper-rules-lead = Nach einem Beschluss wird jede Kampagne vor dem Veröffentlichen an diesen Regeln gemessen. 0 oder kein Haken heißt: keine Vorgabe.
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
paper-inventory-none = Der Bestand des Sozialraums ist noch nicht erfasst.
paper-note-inventory = Jede Angabe hat eine Quelle und ein Alter. Stand der Einträge: { $state }.
paper-network = Netzwerk
paper-network-text = { $links } Formen der Zusammenarbeit und { $rounds } Netzwerke und Runden sind bekannt.
paper-network-alone = Ohne bekannte Verbindung sind bisher:
paper-groups = Zielgruppen
paper-methods = Methoden
paper-methods-none = Noch hat keine Beteiligung eine Methode vermerkt. Die Sammlung unter „Methoden“ zeigt, was es gibt.
paper-standards = Mindeststandards
paper-note-standards = Katalog Fassung { $version }. Gezählt ist, in wie vielen Beteiligungen der Standard eingehalten, teilweise oder nicht eingehalten war.
paper-responsible = Zuständigkeiten
paper-hint-responsible = Hier steht, welche Stelle für welchen Mindeststandard zuständig ist, wer die Koordinierung führt und an wen sich Menschen im Sozialraum wenden.
paper-resources = Mittel und Stunden
paper-resources-none = Noch sind keine Mittel und Stunden erfasst.
paper-money-sum = Zusammen { $sum }, soweit Beträge bekannt sind.
paper-calendar = Kalender
paper-calendar-none = In diesem Zeitraum gibt es noch keine Beteiligung.
paper-evaluation = Auswertung
paper-evaluation-text = Nach jeder Beteiligung beantworten Teilnehmende und zuständige Stelle dieselben Kernfragen. Freie Texte werden den Mindeststandards zugeordnet, mit Zitat und von Menschen geprüft. Was daraus folgt, steht im jährlichen Bericht.
paper-project = Das Vorhaben
paper-hint-project = Was geplant ist, warum und wo, in drei Sätzen.
paper-scope = Was offen ist und was nicht
paper-hint-scope = Was Menschen noch verändern können, was schon feststeht, und wer am Ende entscheidet.
paper-reached = Wer erreicht wurde
paper-reached-none = { $title }: noch haben zu wenige Menschen geantwortet, um das zu sagen.
paper-said = Was gesagt wurde
paper-said-none = Noch ist nichts zu den Mindeststandards gesagt worden.
paper-promise = Zusage
paper-next = Wie es weitergeht
paper-hint-next = Die nächsten Schritte mit Stelle und Datum.
paper-overview = Überblick
paper-hint-overview = Was dieses Jahr ausmachte, in einem Absatz.
paper-overview-text = { $campaigns } Beteiligungen, { $received } Beiträge.
paper-sides = Beide Seiten
paper-sides-none = Noch haben nicht beide Seiten zu denselben Standards geantwortet.
paper-note-sides = Mittel auf einer Skala von 1 (nicht eingehalten) bis 5 (eingehalten).
paper-promises = Zusagen
paper-promise-kept = eingehalten
paper-promise-missed = nicht eingehalten
paper-promise-open = offen
paper-promise-late = überfällig
paper-ledger = Verbleib aller Beiträge
paper-note-ledger = Eingegangen ist die Summe aller Spalten davor. Kein Beitrag ist verschwunden.
paper-outlook = Ausblick
paper-hint-outlook = Was wir im nächsten Jahr ändern, und woran wir merken, ob es geholfen hat.
paper-note-demo = Einwohnerzahlen: erfundene Demo-Zahlen.
paper-note-fives = Zahlen über Menschen sind auf Fünfer gerundet; weniger als fünf sehen aus wie niemand.
paper-bars-residents = Einwohnerinnen und Einwohner nach Alter, { $year }
paper-bars-residents-text = { $count } Menschen. Quelle: { $source }
paper-bars-text = Rund { $count } Menschen haben das angegeben.
paper-fact-level = Beteiligungsstufe
paper-fact-office = Zuständige Stelle
paper-fact-from = Beginn
paper-fact-until = Letzter Tag
paper-fact-promise = Antwort zugesagt bis
paper-fact-received = Eingegangene Beiträge
paper-grid-facts = Auf einen Blick
paper-grid-kinds = Was erfasst ist
paper-grid-organisations = Organisationen
paper-grid-rounds = Netzwerke und Runden
paper-grid-offers = Angebote nach Zielgruppe
paper-grid-methods = Genutzte Methoden
paper-grid-standards = Standards, Anzeichen und Stand
paper-grid-money = Mittel
paper-grid-roles = Stellen und Stunden
paper-grid-calendar = Beteiligungen
paper-grid-sides = Teilnehmende und zuständige Stelle
paper-grid-said = Standards mit Belegen
paper-grid-promises = Zusagen und was daraus wurde
paper-column-what = Angabe
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
paper-column-department = Zuständige Stelle
paper-column-settled = Eingelöst am
paper-state-kept = eingehalten
paper-state-partly = teilweise
paper-state-not_kept = nicht eingehalten
paper-state-open = noch offen
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
network-left-out = Dazu kommen { $count } weitere Organisationen; alle stehen in der GraphML-Datei.
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
proposal-all-voices = Alle Stimmen zu diesem Thema
proposal-discuss = Mit den Betroffenen besprechen
proposal-discuss-text = Ein Klick macht daraus den Entwurf einer eigenen Kampagne: Zustimmung, Bedingungen, Einwände, in sechs Sprachen. Veröffentlicht wird sie erst von Ihnen.
proposal-discuss-go = Kampagne entwerfen
proposal-drafted = Der Entwurf der Kampagne liegt bei den Kampagnen. Sehen Sie ihn an, ergänzen Sie die zuständige Stelle, und veröffentlichen Sie ihn.
proposal-making = Zu den Kampagnen
proposal-running = Besprochen wird es hier:
proposal-few = Noch haben weniger als fünf Menschen geantwortet.
proposal-decide = Entscheiden
proposal-decision = Entscheidung
proposal-reason = Begründung
proposal-decide-go = Entscheidung festhalten
proposal-dismiss = Beiseitelegen
proposal-dismiss-go = Mit Begründung beiseitelegen
proposal-reopen = Wieder aufgreifen
proposal-answer = Antwort an die Beteiligten schreiben
proposal-answer-text = Alle, die sich beteiligt haben, sollen hören, was daraus wird: Die Antwort wird wie jede andere geschrieben, von einer zweiten Person geprüft und verfolgt.
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
did-discussed = Aufgegriffen. In wenigen Sekunden liegt der Entwurf der Kampagne bereit.
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
proposal-need-title = Etwa { $count } Menschen sprechen von { $topics } – { $first } könnten es angehen
proposal-need-benefit = In „{ $second }“ nennen es so viele, dass es eine Antwort braucht; hier arbeitet schon jemand daran.
proposal-need-effort = Ein Gespräch mit den Genannten, was davon zu ihnen passt und was fehlt.
proposal-need-doubt = Die Zahl ist gerundet und zählt, wer davon schreibt; was genau gewünscht ist, sagen die Stimmen.

# Packages for other districts
packages = Pakete
packages-lead = Was ein Sozialraum erarbeitet hat, kann ein anderer übernehmen: Regeln und Mindeststandards bleiben verbunden, alles andere ist eine freie Kopie. Personenbezogenes ist nicht dabei.
packages-done-taken = Das Paket ist übernommen. Die Standards liegen als Entwurf im Katalog, die Fragebögen als Entwürfe bei den Kampagnen.
packages-done-dropped = Das Paket ist weggelegt.
packages-to-catalogue = Zum Katalog
packages-to-making = Zu den Kampagnen
packages-inherited = Regeln und Standards kommen aus { $place } (Fassung { $number }), übernommen am { $date }. Sie bleiben hier fest und ändern sich mit dem nächsten Paket von dort.
packages-waiting = Paket aus { $place }
packages-signed-here = Unterschrieben von dieser Installation.
packages-signed-other = Unterschrieben mit dem Schlüssel { $key }. Vergleichen Sie ihn am Telefon mit der anderen Stelle.
packages-adopted = Dort beschlossen: { $adopted }.
packages-part = Teil
packages-name = Name
packages-does = Was geschieht
packages-locked = bleibt verbunden
packages-part-rules = Regeln
packages-part-standard = Mindeststandard
packages-part-words = Text im Konzept
packages-part-method = Methode
packages-part-questionnaire = Fragebogen
packages-verb-new = kommt neu dazu
packages-verb-update = wird erneuert
packages-verb-same = ist schon gleich
packages-verb-kept = bleibt, wie Sie es geändert haben
packages-verb-gone = gibt es dort nicht mehr, wird im Entwurf entfernt
packages-take = Übernehmen
packages-drop = Weglegen
packages-take-text = Nichts wird ungefragt öffentlich: Standards und Fragebögen kommen als Entwürfe, die Sie selbst veröffentlichen.
packages-hand = Weitergeben
packages-hand-text = Das Paket enthält das Konzept mit seinen Regeln und Texten, die Mindeststandards, eigene Methoden und alle veröffentlichten Fragebögen. Keine Beiträge, keine Namen.
packages-download = Paket { $place } herunterladen
packages-key = Unser Schlüssel beginnt mit { $key }.
packages-bring = Paket einlesen
packages-file = Paketdatei (.resonanz.json)
packages-look = Ansehen, was geschieht
package-fault-unreadable = Das ist kein Paket von Resonanz. Wählen Sie eine Datei, die auf .resonanz.json endet.
package-fault-signature = Die Unterschrift passt nicht: Die Datei wurde verändert. Lassen Sie sich das Paket noch einmal schicken.
package-fault-too-large = Die Datei ist größer als 5 MB. So groß ist kein Paket.
package-fault-own = Dieses Paket stammt aus diesem Sozialraum. Wählen Sie oben, wer es übernehmen soll.
