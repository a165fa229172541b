fault-title-prefix = Bitte prüfen:

receipt-title = Was wird aus meinem Beitrag?
receipt-intro = Geben Sie die acht Zeichen von Ihrem Beleg ein. Dann sehen Sie, wie weit Ihr Beitrag ist.
receipt-label = Beleg
receipt-help = Groß oder klein und Leerzeichen sind egal. Ein Beleg sieht so aus:
receipt-send = Nachsehen
receipt-look = Mit dem Beleg nachsehen
receipt-nothing = Unter diesem Beleg finden wir noch nichts
receipt-nothing-text = Vielleicht ist ein Zeichen vertippt: Bitte vergleichen Sie alle acht. Wenn Sie gerade erst abgesendet haben, versuchen Sie es in einer Minute noch einmal.
receipt-soon = Ihr Beitrag ist angekommen
receipt-soon-text = Hier steht gleich mehr. Bitte sehen Sie in einer Minute noch einmal nach.
receipt-again = Bitte geben Sie Ihren Beleg noch einmal ein
receipt-again-text = Die Seite war zu alt. Nach dem Nachsehen können Sie dort Ihre Adresse eintragen.

journey-title = Der Weg Ihres Beitrags
state-done = erledigt
state-now = als Nächstes
state-ahead = später
state-late = überfällig
step-received-done = Angekommen
step-received-text = Am { $date } ist Ihr Beitrag angekommen.
step-read-done = Gelesen
step-read-now = Wird gelesen
step-read-text = Am { $date } hat ein Programm Ihren Beitrag gelesen. Es kann sich irren.
step-tagged-done = Zugeordnet
step-tagged-ahead = Wird zugeordnet
step-tagged-text = { $count ->
    [one] Ihr Beitrag sagt etwas zu einem Mindeststandard für gute Beteiligung:
   *[other] Ihr Beitrag sagt etwas zu { $count } Mindeststandards für gute Beteiligung:
}
step-tagged-none = Das Programm hat in Ihrem Beitrag nichts zu den Mindeststandards für gute Beteiligung gefunden. Er zählt trotzdem.
step-decision-now = Antwort
step-decision-ahead = Antwort
step-decision-late = Antwort steht noch aus
step-decision-day = Zugesagt bis { $date }
step-decision-text = Bis dahin sagen wir, was aus den Beiträgen wird. Verantwortlich: { $office }
step-decision-late-text = Der zugesagte Tag ist vorbei. Fragen Sie gern nach. Verantwortlich: { $office }
stance-met = { $count ->
    [one] Das fanden Sie gut gemacht.
   *[other] Das fanden Sie gut gemacht (an { $count } Stellen).
}
stance-not_met = { $count ->
    [one] Das hat Ihnen gefehlt.
   *[other] Das hat Ihnen gefehlt (an { $count } Stellen).
}
stance-suggestion = { $count ->
    [one] Dazu machen Sie einen Vorschlag.
   *[other] Dazu machen Sie Vorschläge (an { $count } Stellen).
}

tell-title = Sagen Sie mir, was daraus wird
tell-text = Wenn Sie möchten, schreiben wir Ihnen eine E-Mail, sobald es etwas Neues gibt.
tell-address = E-Mail-Adresse
tell-send = Ja, schreiben Sie mir
tell-apart = Die Adresse wird getrennt von Ihren Antworten aufbewahrt. Sie bekommen zuerst eine E-Mail, in der Sie das bestätigen.
address-fault = Bitte geben Sie eine vollständige Adresse ein, zum Beispiel name@example.org.
address-fault-short = Diese E-Mail-Adresse ist nicht vollständig
address-away = Bitte senden Sie in einer Minute noch einmal.
address-away-short = Gerade erreichen wir unseren Speicher nicht
address-kept = Was Sie eingegeben haben, steht noch da.
subscribed-title = Bitte sehen Sie in Ihr Postfach
subscribed-text = Wir schicken eine E-Mail an diese Adresse. Erst wenn Sie dort bestätigen, schreiben wir Ihnen weiter:
subscribed-wrong = Keine E-Mail da? Sehen Sie im Spam-Ordner nach. Ist die Adresse vertippt, gehen Sie zurück und geben Sie sie noch einmal ein.
subscribed-receipt = Ihren Beleg brauchen Sie weiterhin:

confirm-title = Sollen wir Ihnen schreiben?
confirm-text = Wir schreiben Ihnen, sobald Ihr Beitrag gelesen ist und wenn es eine Antwort gibt. Sie können das jederzeit beenden.
confirm-send = Ja, schreiben Sie mir
end-title = Nicht mehr schreiben?
end-text = Wir schreiben Ihnen dann nicht mehr zu diesem Beitrag. Ihre Adresse löschen wir, wenn Sie sie nicht auch zu einem anderen Beitrag angegeben haben. Ihr Beitrag bleibt bestehen.
end-send = E-Mails beenden
told-confirmed-title = Danke, wir schreiben Ihnen
told-confirmed-text = Ihre Adresse ist bestätigt. Sobald es etwas Neues gibt, bekommen Sie eine E-Mail.
told-ended-title = Sie bekommen keine E-Mails mehr
told-ended-text = Zu diesem Beitrag schreiben wir Ihnen nicht mehr. Mit Ihrem Beleg können Sie weiter nachsehen.
told-unknown-title = Dieser Link führt nirgendwohin
told-unknown-text = Vielleicht ist er nicht vollständig. Bitte öffnen Sie ihn noch einmal aus der E-Mail.
told-end = Doch keine E-Mails

letter-hello = Guten Tag,
letter-confirm-subject = Bitte bestätigen: Möchten Sie hören, was aus Ihrem Beitrag wird?
letter-confirm-who = diese Adresse wurde bei einer Beteiligung angegeben, um zu erfahren, was aus einem Beitrag wird.
letter-confirm-do = Möchten Sie das? Dann öffnen Sie bitte diese Seite und bestätigen Sie dort:
letter-confirm-button = Ja, schreiben Sie mir
letter-confirm-else = Waren Sie das nicht? Dann brauchen Sie nichts zu tun: Ohne Bestätigung schreiben wir Ihnen nicht weiter.
letter-read-subject = Ihr Beitrag ist gelesen: { $title }
letter-read-what = Ihr Beitrag zu „{ $title }“ vom { $date } ist gelesen. Gelesen hat ihn ein Programm; es kann sich irren.
letter-read-promise = Eine Antwort ist bis { $date } zugesagt. Verantwortlich: { $office }
letter-read-look = Wie weit Ihr Beitrag ist, sehen Sie jederzeit mit Ihrem Beleg:
letter-read-button = Mit dem Beleg nachsehen
letter-why = Sie bekommen diese E-Mail, weil diese Adresse zu einem Beitrag angegeben wurde.
letter-end = Keine E-Mails mehr:
letter-end-link = Keine E-Mails mehr

standard-early-information = Frühzeitige Information
standard-scope-transparency = Klarer Mitwirkungsspielraum
standard-genuine-influence = Ergebnisoffenheit und Wirkung
standard-feedback-accountability = Rückmeldung und Rechenschaft
standard-low-threshold-access = Niedrigschwelliger Zugang
standard-accessibility-language = Barrierefreiheit und Verständlichkeit
standard-target-group-inclusion = Einbezug aller Zielgruppen
standard-respect-fairness = Respekt und Fairness
standard-resources-support = Ressourcen und Ansprechpersonen
standard-documentation-traceability = Dokumentation und Nachvollziehbarkeit
standard-cooperation-networks = Kooperation und Vernetzung
standard-evaluation-learning = Auswertung und Lernen
standard-other = Ein weiterer Mindeststandard
plain-early-information = Alle Betroffenen erfahren davon, solange noch nichts feststeht.
plain-scope-transparency = Vorher ist klar, worüber man mitreden kann und wer entscheidet.
plain-genuine-influence = Was Menschen sagen, kann das Ergebnis wirklich ändern.
plain-feedback-accountability = Man erfährt, was aus den Beiträgen geworden ist und warum.
plain-low-threshold-access = Mitmachen geht leicht: Ort, Zeit und Weg passen zum Alltag.
plain-accessibility-language = Alle können hinein, alles lesen und alles verstehen.
plain-target-group-inclusion = Auch die werden gefragt, die sonst oft fehlen.
plain-respect-fairness = Alle werden ernst genommen und kommen zu Wort.
plain-resources-support = Es gibt genug Zeit, Geld und Menschen, die man fragen kann.
plain-documentation-traceability = Ablauf und Ergebnisse kann man später nachlesen.
plain-cooperation-networks = Ämter, Vereine und Bewohnerschaft stimmen sich ab.
plain-evaluation-learning = Man schaut, wie es gelaufen ist, und macht es beim nächsten Mal besser.
plain-other = Er steht noch nicht in dieser Übersicht.

tell-kept = Wir löschen sie spätestens ein Jahr nach dem Tag, bis zu dem eine Antwort zugesagt ist.
own-title = Was hier über Sie gespeichert ist
own-text = Diese Seite kennt nur, wer den Link aus Ihrer E-Mail hat. Ihre Antworten stehen nicht hier: Sie liegen getrennt und ohne Namen.
own-address = Ihre E-Mail-Adresse
own-since = Eingetragen am { $date }
own-consent = Zugestimmt haben Sie diesem Text
own-letters = Briefe an Sie
own-entries = Ihre Eintragungen
own-file = Als Datei mitnehmen (JSON)
own-erase = Alles löschen
own-erase-text = Wir löschen Ihre Adresse und schreiben Ihnen zu keinem Beitrag mehr. Ihre Beiträge bleiben: Sie sind mit Ihnen nicht verbunden.
own-erase-send = Ja, alles löschen
own-gone = Ihre Adresse ist gelöscht
own-gone-text = Wir haben nichts mehr über Sie gespeichert und schreiben Ihnen nicht mehr.
own-none = Hier ist nichts gespeichert
own-none-text = Zu diesem Link gibt es keine Adresse. Vielleicht ist sie schon gelöscht, oder der Link ist nicht vollständig: Dann öffnen Sie ihn bitte noch einmal aus der Nachricht.
own-link = Was ist über mich gespeichert?
own-state-confirmed = bestätigt
own-state-asked = noch nicht bestätigt
notice-title = Was mit Ihren Daten geschieht
notice-lead = Sie machen ohne Namen mit. Eine Adresse brauchen wir nur, wenn wir Ihnen schreiben sollen.
notice-answers-title = Ihre Antworten
notice-answers = Wir speichern, was Sie ankreuzen und schreiben, dazu Sprache, Zeitpunkt und den Aushang oder Link, über den Sie kamen. Wir speichern keinen Namen, kein Cookie und keine Adresse Ihres Geräts. Ihr Beitrag bleibt, bis Sie ihn zurückziehen.
notice-program = Ein Programm liest die Texte und ordnet sie nach Themen, ohne fremde Dienste. Namen, Nummern und Adressen darin verdeckt es, so gut es kann. Was daraus wird, entscheiden Menschen.
notice-flood = Damit niemand das Formular überschwemmt, zählen wir für einige Minuten, wie viel aus einem Netz kommt. Welches Netz das ist, speichern wir nicht.
notice-address-title = Ihre Adresse, wenn Sie eine angeben
notice-address = Sie liegt verschlüsselt und getrennt von Ihren Antworten. Bestätigen Sie eine E-Mail-Adresse oder Nummer nicht, löschen wir sie nach { $days } Tagen. Sonst löschen wir sie, wenn Sie sich abmelden, spätestens ein Jahr nach dem Tag, bis zu dem eine Antwort zugesagt ist.
notice-ways = E-Mails gehen über den Mailserver der Stadt, SMS über einen beauftragten Dienst, Nachrichten auf dem Gerät über den Hersteller des Browsers. Ihre Antworten stehen nie darin.
notice-rights-title = Was Sie selbst tun können
notice-rights = Mit Ihrem Beleg sehen Sie Ihren Beitrag, ändern ihn, solange die Umfrage läuft, und ziehen ihn jederzeit zurück. Ihre Adresse sehen, mitnehmen und löschen Sie über den Link in jeder Nachricht. Ohne Beleg finden auch wir Ihren Beitrag nicht: Wir wissen nicht, welcher Ihrer ist.
notice-who-title = Wer verantwortlich ist
notice-who = Die Stelle, die unter jedem Formular steht. Grundlage ist ihre öffentliche Aufgabe (Artikel 6 Absatz 1 Buchstabe e DSGVO), für Ihre Adresse Ihre Einwilligung (Buchstabe a). Mitmachen ist freiwillig. Fragen beantwortet:
notice-complain = Sie können sich auch beschweren, bei:

privacy-title = Datenschutz
privacy-intro = Auskunft und Löschung für eine Person, Schlüssel, Löschfristen und das Verzeichnis der Verarbeitungen.
privacy-person = Was ist über eine Person gespeichert?
privacy-person-text = Adressen liegen nur hier, verschlüsselt und getrennt von allen Antworten. Jede Einsicht wird festgehalten, die Adresse dabei nicht.
privacy-address = E-Mail-Adresse oder Handynummer
privacy-look = Nachsehen
privacy-address-fault = Bitte geben Sie eine vollständige Adresse ein, zum Beispiel name@example.org, oder eine Handynummer.
privacy-nothing = Unter dieser Adresse ist nichts gespeichert.
privacy-erased = Gelöscht. Unter dieser Adresse ist nichts mehr gespeichert.
privacy-keys = Schlüssel
privacy-keys-none = Zurzeit ist keine Adresse gespeichert.
privacy-key-newest = { $count } unter dem neuesten Schlüssel ({ $name })
privacy-key-older = { $count } noch unter { $name }: diesen Schlüssel bitte noch behalten
privacy-chores = Was von selbst geschieht
privacy-chore = Aufgabe
privacy-chore-done = zuletzt
privacy-chore-count = gelöscht oder geändert
privacy-chore-never = noch nie
privacy-record = Verzeichnis der Verarbeitungstätigkeiten
privacy-record-look = Ansehen
privacy-record-file = Als Datei herunterladen
privacy-erase = Alles über diese Person löschen
privacy-erase-text = Die Adresse wird gelöscht, alle Briefe enden. Beiträge bleiben: Sie sind mit keiner Person verbunden.
privacy-file = Auskunft als Datei (JSON)
privacy-back = Zurück

results-integrity = So ist jeder Beitrag gezählt
voice-proof = Prüfzahl
voice-proof-text = Mit dieser Zahl sehen Sie, dass Ihr Beitrag mitgezählt ist. Sie verrät nichts von ihm.
voice-proof-look = Im Nachweis nachsehen
results-title = Das wird daraus
results-none = Noch gibt es keine Antwort. Sobald es eine gibt, steht sie hier.
results-office = Verantwortlich: { $office }
results-other-language = Diese Antwort gibt es noch nicht in dieser Sprache. Hier steht sie auf Deutsch.
results-more = Mehr davon
results-feed = Neue Antworten abonnieren (Atom-Feed)
results-offers = Was gibt es in Ihrem Stadtteil?
results-aloud = Als einfacher Text zum Vorlesen
results-look = Alle Antworten zu dieser Beteiligung
promise-title = Unser Versprechen
promise-state-open = offen
promise-state-so-far = bisher gehalten
promise-state-kept = gehalten
promise-state-missed = nicht gehalten
promise-open = { $days ->
    [0] Wir haben versprochen, bis { $date } zu antworten. Das ist heute.
    [one] Wir haben versprochen, bis { $date } zu antworten. Das ist morgen.
   *[other] Wir haben versprochen, bis { $date } zu antworten. Bis dahin sind es noch { $days } Tage.
}
promise-so-far = Wir haben versprochen, bis { $date } zu antworten. Das haben wir bisher gehalten: Die erste Antwort kam am { $answered }. Das Versprechen läuft noch bis { $date }; bis dahin können weitere Antworten kommen.
promise-kept = Wir haben versprochen, bis { $date } zu antworten. Das haben wir gehalten: Die erste Antwort kam am { $answered }.
promise-missed = { $days ->
    [one] Wir haben versprochen, bis { $date } zu antworten. Das haben wir nicht gehalten. Der Tag ist seit gestern vorbei.
   *[other] Wir haben versprochen, bis { $date } zu antworten. Das haben wir nicht gehalten. Der Tag ist seit { $days } Tagen vorbei.
}
promise-missed-late = { $days ->
    [one] Wir haben versprochen, bis { $date } zu antworten. Die erste Antwort kam am { $answered }, einen Tag zu spät.
   *[other] Wir haben versprochen, bis { $date } zu antworten. Die erste Antwort kam am { $answered }, { $days } Tage zu spät.
}
promise-moved = Zuerst war es der { $date }.
outcome-asked = Wir haben gefragt
outcome-said = Sie haben gesagt
outcome-do = Das tun wir
outcome-partly = Das tun wir zum Teil
outcome-not = Das tun wir nicht
outcome-open = Das ist noch nicht entschieden
outcome-voices = Mindestens { $count } Stimmen haben dazu beigetragen.
outcome-voices-few = Weniger als 5 Stimmen haben dazu beigetragen.
outcome-owner = Zuständig: { $owner }
outcome-due = Geplant bis { $date }
outcome-percent = Zu { $percent } Prozent erledigt
outcome-published = Veröffentlicht am { $date }
outcome-steps = Was seither geschehen ist
aloud-and = und
aloud-to = bis
aloud-percent = Prozent
aloud-euro = Euro
aloud-paragraph = Paragraf
poster-more = Weitere Antworten stehen auf der Seite hinter dem Code.
poster-scan = Alle Antworten lesen
poster-spoken = QR-Code zu { $address }
step-decision-done = Entschieden
step-decision-when = Am { $date } haben wir darauf geantwortet:
step-report-done = Im Bericht
step-report-now = Kommt in den Bericht
step-report-ahead = Im Bericht
step-report-text = Am { $date } haben wir Ihren Beitrag für eine Antwort ausgewählt.
step-done-done = Erledigt
step-done-now = Wird umgesetzt
step-done-ahead = Umsetzung
letter-outcome-subject = Antwort auf Ihren Beitrag: { $title }
letter-outcome-what = zu Ihrem Beitrag bei „{ $title }“ gibt es eine Antwort. Ihre Stimme ist eine von denen, auf die sie antwortet.
letter-outcome-look = Die ganze Antwort mit Bildern und allen Schritten:
letter-outcome-button = Antwort ansehen
letter-step-subject = Neues zu Ihrem Beitrag: { $title }
letter-step-what = bei „{ $title }“ hat sich etwas getan. Es geht um die Antwort „{ $outcome }“, in der auch Ihre Stimme steckt.

staff-outcomes-title = Antworten
staff-outcomes-text = Hier schreiben Sie den Menschen, was aus ihren Stimmen wird. Eine Antwort beginnt bei den Zitaten einer Beteiligung: Dort wählen Sie, auf welche Stimmen sie eingeht.
staff-outcomes-clock = Versprechen
staff-outcomes-clock-text = Bis wann die Menschen eine Antwort haben sollen. Das steht öffentlich auf der Ergebnisseite.
staff-outcomes-campaign = Beteiligung
staff-outcomes-promise = Zugesagt bis
staff-outcomes-state = Stand
staff-outcomes-page = Ergebnisseite
staff-outcomes-poster = Plakat
staff-outcomes-open = { $days ->
    [0] heute
    [one] noch ein Tag
   *[other] noch { $days } Tage
}
staff-outcomes-kept = gehalten
staff-outcomes-so-far = bisher gehalten, läuft bis { $date }
staff-outcomes-missed = { $days ->
    [one] seit einem Tag überfällig
   *[other] seit { $days } Tagen überfällig
}
staff-outcomes-late = { $days ->
    [one] einen Tag zu spät beantwortet
   *[other] { $days } Tage zu spät beantwortet
}
staff-outcomes-moved = zuerst { $date }
staff-outcomes-none = Noch keine Antworten. Öffnen Sie eine Beteiligung, wählen Sie einen Standard und dort „Antwort auf alle diese Stimmen schreiben“.
staff-outcomes-waiting = Gewählte Stimmen ohne Antwort
staff-outcomes-list = Alle Antworten
staff-outcomes-nameless = Noch ohne Überschrift
staff-outcomes-changed = Zuletzt geändert
staff-outcomes-voices = Stimmen
staff-outcomes-least = ab { $count }
staff-outcomes-few = unter 5
staff-outcomes-percent = Umgesetzt
staff-outcome-state-draft = Entwurf
staff-outcome-state-asked = wartet auf zweite Person
staff-outcome-state-published = veröffentlicht
staff-outcome-state-changed = veröffentlicht, Änderung in Arbeit
staff-outcome-new = Auf diese Stimmen antworten
staff-outcome-not-there = Ihre Auswahl ist unterwegs
staff-outcome-not-there-text = Sie ist gespeichert und kommt in wenigen Sekunden hier an.
staff-outcome-again = Noch einmal nachsehen
staff-outcome-begin = Neue Antwort beginnen
staff-outcome-or = Oder einer Antwort hinzufügen
staff-outcome-or-text = Wer neu dazukommt und eine Adresse hinterlassen hat, bekommt eine schon veröffentlichte Antwort sofort.
staff-outcome-add = Hinzufügen
staff-selection-standard = Zu „{ $name }“: { $voices }
staff-selection-topic = Zum Thema „{ $name }“: { $voices }
staff-selection-quotes = { $count ->
    [one] Eine einzeln gewählte Stimme
   *[other] { $count } einzeln gewählte Stimmen
}
staff-selection-made = gewählt am { $date }
staff-outcome-voices = Stimmen, auf die sie antwortet
staff-outcome-voices-none = Noch keine. Ohne Stimmen bekommt niemand die Antwort; auf der Ergebnisseite steht sie trotzdem.
staff-outcome-voices-count = Zusammen { $voices }.
staff-outcome-voices-least = mindestens { $count } Stimmen
staff-outcome-voices-few = weniger als 5 Stimmen
staff-outcome-voices-fixed = Die Antwort ist öffentlich: Stimmen können dazukommen, aber nicht mehr herausgenommen werden.
staff-outcome-remove = Herausnehmen
staff-outcome-write = Antwort schreiben
staff-outcome-decision = Entscheidung
staff-outcome-decision-do = Wir tun es
staff-outcome-decision-partly = Wir tun einen Teil
staff-outcome-decision-not = Wir tun es nicht
staff-outcome-decision-open = Noch offen
staff-outcome-missing = Noch kein Text: { $languages }. Wer dort zu Hause ist, liest die deutsche Antwort.
staff-outcome-title = Überschrift
staff-outcome-title-help = Worum es geht, in wenigen Worten.
staff-outcome-asked = Wir haben gefragt
staff-outcome-said = Sie haben gesagt
staff-outcome-done = Wir tun es, oder wir tun es nicht, weil …
staff-outcome-done-help = Immer mit Begründung. Schreiben Sie einfach und ohne Abkürzungen: Der Text wird auch vorgelesen.
staff-outcome-needed = nötig
staff-outcome-optional = freiwillig
staff-outcome-office = Zuständige Stelle
staff-outcome-function = Funktion
staff-outcome-function-help = Zum Beispiel „Leitung Grünflächen“. Kein Name einer Person: Der Text bleibt lange stehen.
staff-outcome-due = Geplant bis
staff-outcome-percent = Umgesetzt zu (0 bis 100 Prozent)
staff-outcome-save = Entwurf speichern
staff-outcome-ask = Speichern und zur Veröffentlichung geben
staff-outcome-ask-help = Eine zweite Person mit der Rolle „Leitung“ sieht sie durch und veröffentlicht sie.
staff-outcome-files = Bilder und PDF
staff-outcome-files-help = JPEG, PNG, WebP oder PDF bis 8 MB. Aus Bildern entfernen wir Ort, Kamera und Zeit.
staff-outcome-file = Datei
staff-outcome-alt = Was ist zu sehen? (bei PDF: Titel)
staff-outcome-alt-help = Wird Menschen vorgelesen, die das Bild nicht sehen.
staff-outcome-attach = Hochladen
staff-outcome-open-faults = Vor dem Veröffentlichen fehlt noch:
staff-outcome-second = Zweite Person
staff-outcome-second-text = So wird die Antwort öffentlich. Bitte lesen Sie alles, auch die anderen Sprachen.
staff-outcome-second-yours = Sie haben diese Antwort geschrieben oder zur Veröffentlichung gegeben. Veröffentlichen muss jemand anderes mit der Rolle „Leitung“.
staff-outcome-second-role = Veröffentlichen kann eine Person mit der Rolle „Leitung“ in diesem Sozialraum.
staff-outcome-publish = Veröffentlichen
staff-outcome-publish-text = Danach bekommen alle, deren Stimme darin steckt und die es wollten, eine Nachricht. Das lässt sich nicht zurückholen.
staff-outcome-return = Zurückgeben
staff-outcome-remark = Was soll anders werden?
staff-outcome-withdraw = Doch noch nicht veröffentlichen
staff-outcome-remark-was = Zurückgegeben mit der Bemerkung:
staff-outcome-step = Neuer Stand
staff-outcome-step-text = Die veröffentlichte Antwort bleibt, wie sie ist. Neues kommt als Schritt dazu.
staff-outcome-step-on = Am
staff-outcome-step-what = Was ist geschehen?
staff-outcome-step-languages = In { $count ->
    [one] einer weiteren Sprache
   *[other] { $count } weiteren Sprachen und Fassungen
} (freiwillig)
staff-outcome-step-tell = Alle benachrichtigen, deren Stimme darin steckt
staff-outcome-step-save = Schritt veröffentlichen
staff-outcome-steps = Schritte
staff-outcome-told = mit Nachricht
staff-outcome-versions = Versionen
staff-outcome-version = { $number }: { $verb } von { $who }
staff-outcome-verb-saved = gespeichert
staff-outcome-verb-asked = zur Veröffentlichung gegeben
staff-outcome-verb-sent_back = zurückgegeben
staff-outcome-verb-published = veröffentlicht
staff-outcome-public = Öffentlich ansehen
staff-outcome-poster-a4 = Plakat A4 (PDF)
staff-outcome-poster-a3 = Plakat A3 (PDF)
staff-outcome-done-begun = Angelegt. Jetzt können Sie schreiben.
staff-outcome-done-saved = Gespeichert.
staff-outcome-done-asked = Gespeichert. Jetzt sieht eine zweite Person die Antwort durch.
staff-outcome-done-published = Veröffentlicht. Wer dabei war und es wollte, bekommt jetzt eine Nachricht.
staff-outcome-done-returned = Zurückgegeben.
staff-outcome-done-moved = Der Schritt steht auf der Ergebnisseite.
staff-outcome-done-told = Der Schritt steht auf der Ergebnisseite, und die Nachrichten gehen hinaus.
staff-outcome-done-added = Die Stimmen sind dabei.
staff-outcome-done-removed = Herausgenommen.
staff-outcome-done-attached = Hochgeladen. Öffentlich wird die Datei mit der nächsten Veröffentlichung.
staff-outcome-stop-conflict = Jemand anderes hat inzwischen gespeichert
staff-outcome-stop-conflict-text = Ihr Text steht noch hier. Vergleichen Sie ihn mit der letzten Version unten und speichern Sie dann noch einmal.
staff-outcome-stop-yours = Veröffentlichen muss eine zweite Person
staff-outcome-stop-yours-text = Sie haben diese Antwort geschrieben oder zur Veröffentlichung gegeben.
staff-outcome-stop-not-asked = Das geht gerade nicht
staff-outcome-stop-not-asked-text = Die Antwort hat sich inzwischen geändert oder wurde schon veröffentlicht. Hier ist ihr Stand.
staff-outcome-stop-public = Die Antwort ist schon öffentlich
staff-outcome-stop-public-text = Wem geantwortet wurde, dem kann man die Antwort nicht wieder nehmen.
staff-wrong-prefix = Bitte prüfen:
staff-wrong-summary = { $count ->
    [one] Bitte prüfen Sie eine Angabe
   *[other] Bitte prüfen Sie { $count } Angaben
}
staff-wrong-kept = Alles, was Sie geschrieben haben, steht noch da.
staff-wrong-missing = Das fehlt noch.
staff-wrong-day = Das ist kein Tag. So ist es richtig: 2027-03-31
staff-wrong-future = Der Tag liegt in der Zukunft.
staff-wrong-percent = Bitte eine Zahl von 0 bis 100.
staff-wrong-type = Das ist kein JPEG, PNG, WebP oder PDF.
staff-wrong-size = Die Datei ist größer als 8 MB oder hat mehr als 60 Millionen Bildpunkte.
staff-wrong-broken = Das Bild lässt sich nicht öffnen.
staff-wrong-many = Mehr als 8 Dateien hat keine Antwort.
staff-reminder-subject-soon = { $days ->
    [one] Versprochene Antwort morgen fällig: { $title }
   *[other] Versprochene Antwort in { $days } Tagen fällig: { $title }
}
staff-reminder-subject-today = Versprochene Antwort heute fällig: { $title }
staff-reminder-subject-missed = Versprechen nicht gehalten: { $title }
staff-reminder-soon = { $days ->
    [one] Bis morgen, { $date }, ist den Menschen bei „{ $title }“ eine Antwort zugesagt.
   *[other] In { $days } Tagen, am { $date }, läuft die Frist ab: Bis dahin ist den Menschen bei „{ $title }“ eine Antwort zugesagt.
}
staff-reminder-today = Heute, am { $date }, ist den Menschen bei „{ $title }“ eine Antwort zugesagt.
staff-reminder-missed = Bis { $date } war den Menschen bei „{ $title }“ eine Antwort zugesagt. Es gibt noch keine. Das steht jetzt öffentlich auf der Ergebnisseite.
staff-reminder-do = Schreiben Sie, was aus den Stimmen wird, auch wenn noch nicht alles entschieden ist. Die Antwort braucht eine zweite Person, bevor sie öffentlich wird.
staff-asking-subject-ended = Beendet: jetzt den Fachbereich fragen – { $title }
staff-asking-subject-reminder = Antwort des Fachbereichs fehlt noch – { $title }
staff-asking-ended = „{ $title }“ ist beendet. Zur Bewertung gehören zwei Seiten: die Teilnehmenden und die zuständige Stelle ({ $office }).
staff-asking-reminder = Zu „{ $title }“ hat die zuständige Stelle ({ $office }) noch nicht geantwortet. Ohne sie bleibt die Bewertung einseitig.
staff-asking-do = Bitte geben Sie diesen Link an die zuständige Stelle weiter. Er gilt bis vier Wochen nach dem Ende. Darunter steht, was bisher vorliegt.
staff-asking-open = Es gibt noch keinen Link für die zuständige Stelle. Bitte legen Sie ihn hier an. Darunter steht, was bisher vorliegt.
chore-analysis-link_ledger = Beiträge, die in die Kette des Nachweises kommen
chore-analysis-seal_daily = Stände des Nachweises, einmal am Tag
chore-analysis-seal_ended = Stände des Nachweises am Ende eines Vorhabens
chore-analysis-ask_departments = Zuständige Stellen, die nach dem Ende gefragt werden
chore-analysis-forget_exports = Angeforderte Dateien, die eine Woche alt sind
chore-analysis-forget_uses = Zählungen, wie oft Programme gefragt haben
chore-bus-prune_messages = Nachrichten zwischen den Diensten, die alle gehört haben
chore-intake-forget_begun = Angefangene Bögen, deren Frist vorbei ist
chore-intake-forget_crowds = Zähler gegen massenhafte Anfragen, deren Zeit vorbei ist
chore-intake-forget_kits = Druckpakete, die einen Tag alt sind
chore-intake-tell_visits = Aufrufe der Formulare für die Auswertung zählen
chore-intake-release_sheets = Abgetippte Bögen, die in die Auswertung gehen
chore-notify-forget_staff_addresses = Adressen geschlossener Konten löschen
chore-notify-forget_over = Adressen, deren Antwort länger als ein Jahr her ist
chore-notify-forget_unconfirmed = Adressen, die niemand bestätigt hat
chore-notify-owe_reminders = Erinnerungen an zugesagte Antworten
chore-notify-rotate_vault = Adressen, die unter den neuesten Schlüssel kommen
chore-notify-gather_digests = Briefe der Woche zusammenstellen
chore-notify-read_bounces = Zurückgekommene E-Mails lesen
chore-notify-forget_trouble = Gesperrte Adressen und alte Störungen vergessen
chore-notify-settle_passed = Zusagen, deren Tag vorbei ist

pref-title = Wie möchten Sie von uns hören?
pref-language = Sprache der E-Mails
pref-pace = Wie oft?
pref-pace-at_once = Sobald es etwas Neues gibt
pref-pace-weekly = Einmal in der Woche alles zusammen, freitags
pref-quiet = Ruhezeit
pref-quiet-help = In dieser Zeit kommt keine E-Mail. Sie kommt danach.
pref-quiet-none = Keine Ruhezeit
pref-quiet-hours = { $start } bis { $end } Uhr
pref-save = So speichern
pref-saved = Gespeichert.
letter-change-link = Sprache, Häufigkeit oder Ruhezeit ändern
letter-digest-subject = Diese Woche zu Ihrem Beitrag: { $title }
letter-digest-what = das hat sich diese Woche bei „{ $title }“ getan:
letter-digest-read = Ihr Beitrag ist gelesen.
push-title = Auf diesem Gerät Bescheid geben
push-text = Sobald es etwas Neues gibt, erscheint eine kurze Nachricht auf diesem Gerät. Was Sie geschrieben haben, steht nicht darin.
push-do = Ja, auf diesem Gerät
push-kept = Dafür merken wir uns eine Adresse Ihres Browsers, getrennt von Ihren Antworten. Die Nachricht geht verschlüsselt über den Hersteller des Browsers.
push-on = Auf diesem Gerät geben wir Bescheid.
push-end = Hier nicht mehr Bescheid geben
push-ended = Auf diesem Gerät geben wir nicht mehr Bescheid. Die Adresse ist gelöscht.
push-denied = Ihr Browser lässt Nachrichten von dieser Seite nicht zu. Sie können das in seinen Einstellungen ändern.
push-fault = Das hat gerade nicht geklappt. Bitte versuchen Sie es in einer Minute noch einmal.
news-title = Zu Ihrer Beteiligung gibt es etwas Neues
news-text = Mit Ihrem Beleg sehen Sie nach.
ways-title = So geben wir Bescheid
way-mail = Per E-Mail
way-push = Auf einem Gerät
way-sms = Per SMS
way-post = Mit der Post
way-end = Beenden
way-ended = Beendet. Die Adresse ist gelöscht, wenn kein anderer Beitrag sie braucht.
ways-none = Zurzeit geben wir Ihnen zu diesem Beitrag nicht Bescheid.
stop-title = Keine Nachrichten mehr?
stop-text = Wir geben Ihnen dann zu diesem Beitrag nicht mehr Bescheid. Ihre Nummer oder Anschrift löschen wir, wenn Sie sie nicht auch zu einem anderen Beitrag angegeben haben. Ihr Beitrag bleibt bestehen.
stop-send = Ja, beenden
stopped-title = Sie bekommen keine Nachrichten mehr
tell-text-sms = Wenn Sie möchten, schreiben wir Ihnen eine E-Mail oder eine SMS, sobald es etwas Neues gibt.
tell-address-sms = E-Mail-Adresse oder Handynummer
tell-apart-sms = Adresse oder Nummer werden getrennt von Ihren Antworten aufbewahrt. Sie bestätigen zuerst: mit einer E-Mail oder mit einem Code per SMS.
phone-fault = Bitte geben Sie eine vollständige Handynummer ein, zum Beispiel 0151 23456789, oder eine E-Mail-Adresse. An Festnetznummern schicken wir keine SMS.
phone-fault-short = Diese Nummer ist nicht vollständig oder keine Handynummer
phone-full = Für heute sind alle SMS verschickt. Bitte geben Sie eine E-Mail-Adresse ein, oder versuchen Sie es morgen.
phone-full-short = Heute können wir keine SMS mehr schicken
code-title = Welcher Code steht in der SMS?
code-text = Wir schicken eine SMS mit sechs Ziffern an diese Nummer. Das dauert meist weniger als eine Minute:
code-label = Code
code-send = Bestätigen
code-wrong = Das ist nicht der Code aus der letzten SMS. Bitte vergleichen Sie die sechs Ziffern.
code-wrong-short = Dieser Code passt nicht
code-over = Lassen Sie sich einen neuen Code schicken, frühestens eine Minute nach dem letzten.
code-over-short = Dieser Code gilt nicht mehr
code-new = Neuen Code schicken
code-done-title = Danke, wir schreiben Ihnen eine SMS
code-done-text = Ihre Nummer ist bestätigt. In jeder SMS steht ein Link, mit dem Sie das beenden.
sms-code = { $code } ist Ihr Code für Resonanz. Sie haben nicht mitgemacht? Dann tun Sie einfach nichts.
sms-news = Neues zu Ihrem Beitrag: { $link } Keine SMS mehr: { $end }
own-address-push = Ihr Gerät, erreichbar über
own-address-sms = Ihre Handynummer
own-address-post = Ihre Postanschrift
post-close = Mit freundlichen Grüßen
post-why = Sie bekommen diesen Brief, weil Sie dafür Ihre Anschrift hinterlassen haben. Sie wird getrennt von Ihren Antworten aufbewahrt.
post-end = Keine Briefe mehr? Öffnen Sie { $link } oder rufen Sie an: { $contact }
post-scan = QR-Code zu { $address }
sheet-title = Antwort mit der Post
sheet-text = Möchten Sie einen Brief bekommen, wenn es eine Antwort gibt? Dann füllen Sie dieses Blatt aus und geben es der Gruppenleitung. Sie müssen nicht.
sheet-name = Vorname und Name
sheet-street = Straße und Hausnummer
sheet-town = Postleitzahl und Ort
sheet-receipt = Die acht Zeichen von Ihrem Beleg
sheet-large = Bitte in großer Schrift
sheet-consent = Ich möchte, dass mir mit der Post geschrieben wird, sobald es zu meinem Beitrag etwas Neues gibt. Dafür darf meine Anschrift gespeichert werden, getrennt von meinen Antworten. Ich kann das jederzeit beenden.
sheet-sign = Datum und Unterschrift

receipt-slow = Gerade wird sehr oft nachgesehen
receipt-slow-text = Aus Ihrem Netz kamen viele falsche Belege. Damit niemand Belege errät, machen wir eine Pause. Bitte versuchen Sie es in zehn Minuten noch einmal. Was Sie eingegeben haben, steht noch da.
receipt-yours = Ihr Beleg
voice-away = Ihre Worte können wir gerade nicht zeigen. Bitte sehen Sie in einer Minute noch einmal nach.
voice-reviewed = Ein Mensch hat das geprüft.
voice-unreviewed = Das hat ein Programm so gelesen. Noch hat es kein Mensch geprüft.
voice-corrected = Zuletzt von Ihnen geändert am { $date }.
voice-remarks = Das haben Sie später dazu geschrieben:
voice-topics = Darum geht es in Ihrem Beitrag
voice-title = Ihr Beitrag gehört Ihnen
voice-text = Mit Ihrem Beleg können Sie ihn ändern, etwas dazu schreiben oder zurückziehen.
voice-answers = Meine Antworten ansehen und berichtigen
voice-remark = Etwas dazu schreiben
voice-withdraw = Beitrag zurückziehen
withdrawn-title = Dieser Beitrag ist zurückgezogen
withdrawn-text = Zurückgezogen am { $date }. Der Text ist gelöscht. Gezählt wird nur noch, dass es einen Beitrag gab. E-Mails dazu schreiben wir nicht mehr.

staff-letters-title = Briefe
staff-letters-text = Was aus den Briefen an Teilnehmende geworden ist. Adressen stehen hier nie.
staff-letters-previews = Alle Briefe ansehen
staff-letters-previews-text = So sehen die Briefe jetzt aus: mit der neuesten Beteiligung und ihrer neuesten Antwort. Die Links darin führen nirgendwohin.
staff-letters-states = Stand
staff-letters-letter = Brief
staff-letters-none = Noch kein Brief.
staff-letters-kind-confirm = Bestätigung der Adresse
staff-letters-kind-read = Beitrag gelesen
staff-letters-kind-outcome = Antwort
staff-letters-kind-step = Neuer Stand einer Antwort
staff-letters-kind-digest = Brief der Woche
staff-letters-state-waiting = wartet
staff-letters-state-waiting-text = Geht als Nächstes hinaus, nach einer Ruhezeit oder nach einer Pause des Mailservers.
staff-letters-state-gathered = gesammelt
staff-letters-state-gathered-text = Kommt mit dem Brief der Woche.
staff-letters-state-to_print = zu drucken
staff-letters-state-to_print-text = Geht mit dem nächsten Stapel per Post.
staff-letters-state-sending = unterwegs
staff-letters-state-sending-text = Wird gerade übergeben.
staff-letters-state-sent = übergeben
staff-letters-state-sent-text = Der Mailserver hat ihn angenommen. Ob er gelesen wurde, wissen wir nicht und wollen es nicht wissen.
staff-letters-state-refused = abgelehnt
staff-letters-state-refused-text = Der Mailserver nimmt ihn nicht an, jetzt nicht und später nicht.
staff-letters-state-stranded = gestrandet
staff-letters-state-stranded-text = Ließ sich vier Tage lang nicht übergeben. Jemand muss nachsehen.
staff-letters-state-unwanted = nicht mehr gewünscht
staff-letters-state-unwanted-text = Die Person hat sich abgemeldet, oder der Anlass ist entfallen.
staff-letters-retry = Gestrandete Briefe noch einmal versuchen
staff-letters-server = Der Mailserver ist gerade nicht zu erreichen.
staff-letters-server-text = Die Briefe warten und gehen von selbst hinaus, sobald er antwortet ({ $error }).
staff-letters-failures = Letzte Fehler
staff-letters-no-failures = Keine Fehler.
staff-letters-error = Was geschah
staff-letters-error-text = Die Stelle des Gesprächs mit dem Mailserver und seine Kennzahl: RCPT betrifft die Adresse, DATA den Brief, MAIL und connect unseren eigenen Mailserver. Zahlen ab 500 sind endgültig, Zahlen ab 400 vorübergehend.
staff-letters-became = Stand der Briefe
staff-letters-count = Anzahl
staff-letters-domains = Mail-Anbieter mit Störung
staff-letters-domains-text = Ein Anbieter, der stockt oder ablehnt, wird eine Weile in Ruhe gelassen. Alle anderen warten nicht auf ihn.
staff-letters-no-domains = Keine Störung.
staff-letters-domain = Anbieter
staff-letters-small-domain = ein kleiner Anbieter
staff-letters-in-a-row = Fehler in Folge
staff-letters-rests = Pause
staff-letters-rests-yes = ja
staff-letters-rests-no = nein
staff-letters-bounces = Zurückgekommen
staff-letters-bounce-hard = { $count ->
    [one] Eine Adresse gibt es nicht mehr.
   *[other] { $count } Adressen gibt es nicht mehr.
}
staff-letters-bounce-soft = { $count ->
    [one] Eine Nachricht kam vorübergehend zurück.
   *[other] { $count } Nachrichten kamen vorübergehend zurück.
}
staff-letters-bounce-complaint = { $count ->
    [one] Eine Beschwerde.
   *[other] { $count } Beschwerden.
}
staff-letters-suppressed = { $count ->
    [one] An eine Adresse wird deshalb eine Zeit lang nichts geschickt.
   *[other] An { $count } Adressen wird deshalb eine Zeit lang nichts geschickt.
}
staff-letters-as-html = Mit Gestaltung ansehen
staff-post-title = Briefe mit der Post
staff-post-text = Wer keine E-Mail hat, bekommt die Antwort als Brief: in der eigenen Sprache und auf Wunsch in großer Schrift. Anschriften liegen verschlüsselt und getrennt von allen Antworten. Sie erscheinen nur auf den Briefen.
staff-post-print-title = Zu drucken
staff-post-print-text = Ein Stapel sind höchstens 200 Briefe für Fensterumschläge (DIN lang). Jeder Brief beginnt auf einem neuen Blatt, auch beim beidseitigen Druck.
staff-post-letters = { $count ->
    [one] Brief wartet
   *[other] Briefe warten
}
staff-post-people = { $count ->
    [one] Eine Person bekommt Briefe.
   *[other] { $count } Personen bekommen Briefe.
}
staff-post-print = In einen Stapel nehmen
staff-post-nobody = Noch hat niemand eine Anschrift hinterlassen.
staff-post-runs = Stapel
staff-post-run-day = Tag
staff-post-run-district = Sozialraum
staff-post-run-who = Von
staff-post-run-count = Briefe
staff-post-run-file = Druck
staff-post-open = PDF öffnen
staff-post-again = Ein Stapel lässt sich noch einmal drucken, wenn der Drucker streikt. Jedes Öffnen wird festgehalten. Wer seine Briefe inzwischen beendet hat, ist nicht mehr dabei.
staff-post-sheets = Adressblätter
staff-post-sheets-text = Zum Ausdrucken für Gruppen. Wer einen Brief möchte, füllt es aus und unterschreibt. Bewahren Sie die Blätter als Nachweis der Einwilligung auf.
staff-post-enter = Anschrift eintragen
staff-post-enter-send = Eintragen
staff-post-receipt = Beleg (acht Zeichen)
staff-post-name = Vorname und Name
staff-post-extra = Zusatz (freiwillig)
staff-post-street = Straße und Hausnummer
staff-post-postcode = Postleitzahl
staff-post-town = Ort
staff-post-language = Sprache der Briefe
staff-post-large = Große Schrift
staff-post-consent = Das unterschriebene Adressblatt liegt vor
staff-post-import = Tabelle einlesen
staff-post-import-text = CSV-Datei mit einer Zeile je Adressblatt und diesen Überschriften. Sprache als Kürzel (de, tr, ar …), Großdruck als „ja“. Dieselbe Datei noch einmal einzulesen ändert nichts.
staff-post-file = Datei
staff-post-import-consent = Zu jeder Zeile liegt ein unterschriebenes Adressblatt vor
staff-post-import-send = Einlesen
staff-post-rows = { $count ->
    [one] Eine Zeile wurde nicht eingelesen
   *[other] { $count } Zeilen wurden nicht eingelesen
}
staff-post-rows-text = { $taken ->
    [0] Bitte verbessern Sie die Datei und lesen Sie sie noch einmal ein.
    [one] Eine Zeile ist eingelesen. Bitte verbessern Sie die anderen und lesen Sie die Datei noch einmal ein.
   *[other] { $taken } Zeilen sind eingelesen. Bitte verbessern Sie die anderen und lesen Sie die Datei noch einmal ein.
}
staff-post-row = Zeile { $number }
staff-post-end = Keine Briefe mehr
staff-post-end-text = Beendet die Briefe zu einem Beleg und löscht die Anschrift, wenn kein anderer Beitrag sie braucht.
staff-post-end-send = Beenden und löschen
staff-post-done-entered = Eingetragen. Die Anschrift ist verschlüsselt und wird hier nicht mehr angezeigt.
staff-post-done-imported = Alle Zeilen sind eingelesen.
staff-post-done-printed = Der Stapel ist bereit. Öffnen Sie unten das PDF und drucken Sie es.
staff-post-done-nothing = Hier wartet kein Brief. Vielleicht war jemand anderes schneller.
staff-post-done-ended = Beendet. Die Anschrift ist gelöscht, wenn kein anderer Beitrag sie braucht.
staff-post-done-unknown = Zu diesem Beleg gehen keine Briefe hinaus, oder er gehört zu einem anderen Sozialraum.
staff-wrong-receipt = Diesen Beleg kennen wir nicht, oder er gehört zu einem anderen Sozialraum. Bitte vergleichen Sie alle acht Zeichen.
staff-wrong-withdrawn = Dieser Beitrag ist zurückgezogen. Dazu schreiben wir keine Briefe mehr.
staff-wrong-postcode = Das ist keine Postleitzahl.
staff-wrong-long = Das ist zu lang für das Adressfeld. Höchstens 80 Zeichen.
staff-wrong-language = Diese Sprache gibt es hier nicht.
staff-wrong-consent = Ohne unterschriebenes Adressblatt darf die Anschrift nicht gespeichert werden.
staff-wrong-table = Das ist keine Tabelle im Format CSV.
staff-wrong-column = Eine Spalte fehlt. Nötig sind: Beleg, Name, Straße, PLZ, Ort.
staff-wrong-rows = Die Tabelle hat keine Zeile oder mehr als 500.
staff-mail-title = Briefe an Sie
staff-mail-text = An diese Adresse erinnern wir Sie an zugesagte Antworten und an überfällige. Sie liegt verschlüsselt bei den anderen Adressen, getrennt von Ihrem Konto, und gilt erst, wenn Sie den Link geöffnet haben, den wir dorthin schicken. Ohne Adresse schreiben wir an Ihren Anmeldenamen, wenn er eine E-Mail-Adresse ist.
staff-mail-now = Zurzeit gilt
staff-mail-wanted = Noch nicht bestätigt
staff-mail-none = keine Adresse
staff-mail-address = E-Mail-Adresse
staff-mail-send = Link schicken
staff-mail-forget = Keine Briefe mehr, Adresse löschen
staff-mail-asked = Wir haben einen Link an die neue Adresse geschickt. Erst wenn Sie ihn öffnen, gilt sie.
staff-mail-forgotten = Gelöscht. Wir haben keine Adresse mehr von Ihnen.
staff-mail-fault = Bitte geben Sie eine vollständige Adresse ein, zum Beispiel name@oberhausen.de.
staff-mail-many = Für heute haben wir genug Links geschickt. Bitte versuchen Sie es morgen noch einmal.
staff-mail-link-open = Soll diese Adresse gelten?
staff-mail-link-open-text = Dann gehen Erinnerungen an zugesagte Antworten hierher.
staff-mail-link-do = Ja, hierher schreiben
staff-mail-link-confirmed = Die Adresse gilt
staff-mail-link-confirmed-text = Erinnerungen an zugesagte Antworten gehen jetzt hierher. Ändern können Sie das in Ihrem Konto.
staff-mail-link-over = Dieser Link gilt nicht mehr
staff-mail-link-over-text = Er ist älter als 14 Tage, oder es gibt einen neueren. In Ihrem Konto können Sie sich einen neuen schicken lassen.
staff-mail-link-account = Zu Ihrem Konto
staff-mail-subject = Sollen Erinnerungen an diese Adresse gehen?
staff-mail-letter = Jemand hat bei Resonanz eingetragen, dass Erinnerungen an zugesagte Antworten an diese Adresse gehen sollen. Wenn Sie das waren, öffnen Sie bitte diesen Link. Er gilt 14 Tage.
staff-mail-letter-not = Waren Sie es nicht? Dann tun Sie nichts. Die Adresse wird nach 14 Tagen gelöscht.
excluded-title = Dieser Beitrag wird nicht mitgezählt
excluded-spam = Der Grund: Er sieht nach Werbung oder nach einer Maschine aus.
excluded-double = Der Grund: Er ist schon einmal angekommen. Gezählt wird er nur einmal.
excluded-not_for_us = Der Grund: Es geht darin um etwas, das hier nicht gefragt war.
excluded-text = Das haben Menschen entschieden. Gelöscht ist nichts: Der Beitrag steht mit diesem Grund in der Übersicht aller Beiträge. Sehen Sie das anders? Schreiben Sie weiter unten etwas dazu.
staff-outcome-alts = Beschreibung in { $count } von { $all } Sprachen
poster-place = Hier haben wir gefragt: { $place }
staff-outcome-poster-places-a4 = Plakate A4, je Ort eines (PDF)
staff-outcome-poster-places-a3 = Plakate A3, je Ort eines (PDF)
