fault-title-prefix = Bitte prüfen:

receipt-title = Was passiert mit meiner Antwort?
receipt-intro = Auf Ihrem Beleg stehen acht Zeichen. Geben Sie die acht Zeichen hier ein. Dann sehen Sie: So weit ist Ihre Antwort.
receipt-label = Beleg
receipt-help = Groß oder klein ist egal. Ein Beleg sieht so aus:
receipt-send = Nachsehen
receipt-look = Mit dem Beleg nachsehen
receipt-nothing = Wir finden noch nichts zu diesem Beleg
receipt-nothing-text = Vielleicht ist ein Zeichen falsch. Bitte prüfen Sie alle acht Zeichen. Haben Sie gerade erst abgesendet? Dann warten Sie bitte eine Minute.
receipt-soon = Ihre Antwort ist da
receipt-soon-text = Hier steht gleich mehr. Bitte warten Sie eine Minute. Dann sehen Sie noch einmal nach.
receipt-again = Bitte geben Sie Ihren Beleg noch einmal ein
receipt-again-text = Die Seite war zu alt. Sehen Sie zuerst nach. Dann können Sie dort Ihre Adresse eingeben.

journey-title = Der Weg Ihrer Antwort
state-done = fertig
state-now = das kommt jetzt
state-ahead = das kommt später
state-late = zu spät
step-received-done = Angekommen
step-received-text = Ihre Antwort ist am { $date } angekommen.
step-read-done = Gelesen
step-read-now = Wird gelesen
step-read-text = Ein Computer-Programm hat Ihre Antwort am { $date } gelesen. Das Programm macht manchmal Fehler.
step-tagged-done = Sortiert
step-tagged-ahead = Wird sortiert
step-tagged-text = { $count ->
    [one] Für gute Beteiligung gibt es Regeln. Ihre Antwort passt zu einer Regel:
   *[other] Für gute Beteiligung gibt es Regeln. Ihre Antwort passt zu { $count } Regeln:
}
step-tagged-none = Für gute Beteiligung gibt es Regeln. Das Programm hat in Ihrer Antwort nichts dazu gefunden. Ihre Antwort zählt trotzdem.
step-decision-now = Rückmeldung
step-decision-ahead = Rückmeldung
step-decision-late = Die Rückmeldung fehlt noch
step-decision-day = Das haben wir versprochen: bis zum { $date }
step-decision-text = Bis dahin sagen wir: Das passiert mit allen Antworten. Dafür ist verantwortlich: { $office }
step-decision-late-text = Der Tag ist vorbei. Sie können gern fragen. Dafür ist verantwortlich: { $office }
stance-met = { $count ->
    [one] Das finden Sie gut.
   *[other] Das finden Sie gut (an { $count } Stellen).
}
stance-not_met = { $count ->
    [one] Das hat Ihnen gefehlt.
   *[other] Das hat Ihnen gefehlt (an { $count } Stellen).
}
stance-suggestion = { $count ->
    [one] Dazu haben Sie eine Idee.
   *[other] Dazu haben Sie Ideen (an { $count } Stellen).
}

tell-title = Wollen Sie wissen, wie es weitergeht?
tell-text = Wir können Ihnen eine E-Mail schreiben, wenn es etwas Neues gibt.
tell-address = E-Mail-Adresse
tell-send = Ja, schreiben Sie mir
tell-apart = Wir speichern Ihre Adresse getrennt von Ihren Antworten. Zuerst bekommen Sie eine E-Mail. In der E-Mail sagen Sie noch einmal Ja.
address-fault = Bitte geben Sie die ganze Adresse ein. Zum Beispiel: name@example.org
address-fault-short = Bei der E-Mail-Adresse fehlt etwas
address-away = Bitte warten Sie eine Minute. Dann senden Sie noch einmal.
address-away-short = Wir können gerade nichts speichern
address-kept = Ihre Eingabe ist noch da.
subscribed-title = Bitte sehen Sie in Ihre E-Mails
subscribed-text = Wir schicken eine E-Mail an diese Adresse. Sagen Sie in der E-Mail Ja. Erst dann schreiben wir Ihnen wieder:
subscribed-wrong = Ist keine E-Mail da? Sehen Sie im Spam-Ordner nach. Ist die Adresse falsch? Dann gehen Sie zurück. Geben Sie die Adresse noch einmal ein.
subscribed-receipt = Ihren Beleg brauchen Sie weiter:

confirm-title = Sollen wir Ihnen schreiben?
confirm-text = Wir schreiben Ihnen, wenn Ihre Antwort gelesen ist. Wir schreiben Ihnen auch, wenn es eine Rückmeldung gibt. Sie können das immer beenden.
confirm-send = Ja, schreiben Sie mir
end-title = Sollen wir nicht mehr schreiben?
end-text = Dann bekommen Sie keine E-Mails mehr zu dieser Antwort. Wir löschen Ihre Adresse. Nur wenn Sie die Adresse auch für eine andere Antwort angegeben haben, behalten wir sie dafür. Ihre Antwort bleibt.
end-send = Keine E-Mails mehr
told-confirmed-title = Danke, wir schreiben Ihnen
told-confirmed-text = Das hat geklappt. Gibt es etwas Neues? Dann bekommen Sie eine E-Mail.
told-ended-title = Sie bekommen keine E-Mails mehr
told-ended-text = Wir schreiben Ihnen nicht mehr zu dieser Antwort. Mit Ihrem Beleg können Sie weiter nachsehen.
told-unknown-title = Dieser Link geht nicht
told-unknown-text = Vielleicht fehlt ein Teil. Bitte öffnen Sie den Link noch einmal aus der E-Mail.
told-end = Doch keine E-Mails

letter-hello = Guten Tag,
letter-confirm-subject = Bitte sagen Sie Ja: Wollen Sie wissen, was mit Ihrer Antwort passiert?
letter-confirm-who = jemand hat bei einer Umfrage mitgemacht. Dabei wurde diese Adresse angegeben.
letter-confirm-do = Wollen Sie wissen, wie es weitergeht? Dann öffnen Sie bitte diese Seite. Sagen Sie dort Ja:
letter-confirm-button = Ja, schreiben Sie mir
letter-confirm-else = Waren Sie das nicht? Dann müssen Sie nichts tun. Ohne Ihr Ja schreiben wir nicht mehr.
letter-read-subject = Ihre Antwort ist gelesen: { $title }
letter-read-what = Sie haben bei „{ $title }“ mitgemacht. Das war am { $date }. Ihre Antwort ist jetzt gelesen. Ein Computer-Programm hat sie gelesen. Das Programm macht manchmal Fehler.
letter-read-promise = Sie bekommen eine Rückmeldung bis zum { $date }. Dafür ist verantwortlich: { $office }
letter-read-look = Mit Ihrem Beleg können Sie immer nachsehen, wie weit Ihre Antwort ist:
letter-read-button = Mit dem Beleg nachsehen
letter-why = Sie bekommen diese E-Mail, weil jemand diese Adresse bei einer Umfrage angegeben hat.
letter-end = Keine E-Mails mehr:
letter-end-link = Keine E-Mails mehr

standard-early-information = Früh Bescheid sagen
standard-scope-transparency = Klar sagen, wobei man mitreden kann
standard-genuine-influence = Die Meinung zählt wirklich
standard-feedback-accountability = Sagen, was daraus wird
standard-low-threshold-access = Mitmachen ist leicht
standard-accessibility-language = Ohne Barrieren und gut zu verstehen
standard-target-group-inclusion = Alle Gruppen fragen
standard-respect-fairness = Respekt und Fairness
standard-resources-support = Zeit, Geld und Hilfe
standard-documentation-traceability = Alles aufschreiben
standard-cooperation-networks = Gut zusammenarbeiten
standard-evaluation-learning = Prüfen und besser machen
standard-other = Eine andere Regel
plain-early-information = Alle erfahren davon, wenn noch nichts entschieden ist.
plain-scope-transparency = Vorher ist klar: Darüber können wir mitreden. Und diese Person entscheidet.
plain-genuine-influence = Was Menschen sagen, kann wirklich etwas ändern.
plain-feedback-accountability = Menschen erfahren: Das ist aus meiner Antwort geworden. Und darum.
plain-low-threshold-access = Der Ort, die Zeit und der Weg passen zum Alltag.
plain-accessibility-language = Alle kommen hinein. Alle können alles lesen und verstehen.
plain-target-group-inclusion = Auch Menschen, die sonst oft fehlen, werden gefragt.
plain-respect-fairness = Alle werden ernst genommen. Alle dürfen etwas sagen.
plain-resources-support = Es gibt genug Zeit und Geld. Es gibt Menschen, die man fragen kann.
plain-documentation-traceability = Man kann später nachlesen, was passiert ist.
plain-cooperation-networks = Ämter, Vereine und Bewohner sprechen miteinander.
plain-evaluation-learning = Man sieht sich an, wie es war. Beim nächsten Mal wird es besser.
plain-other = Diese Regel steht noch nicht in der Liste.

tell-kept = Wir löschen die Adresse. Das ist spätestens ein Jahr nach dem Tag der Antwort.
own-title = Das wissen wir über Sie
own-text = Diese Seite sehen nur Sie. Sie brauchen dafür den Link aus Ihrer E-Mail. Ihre Antworten stehen nicht hier. Wir bewahren sie an einem anderen Ort auf. Dort steht kein Name.
own-address = Ihre E-Mail-Adresse
own-since = Eingetragen am { $date }
own-consent = Diesem Text haben Sie zugestimmt
own-letters = Briefe an Sie
own-entries = Das haben Sie eingetragen
own-file = Als Datei speichern (JSON)
own-erase = Alles löschen
own-erase-text = Wir löschen Ihre Adresse. Wir schreiben Ihnen dann nicht mehr. Ihre Antworten bleiben. Niemand weiß, dass sie von Ihnen sind.
own-erase-send = Ja, alles löschen
own-gone = Ihre Adresse ist gelöscht
own-gone-text = Wir wissen jetzt nichts mehr über Sie. Wir schreiben Ihnen nicht mehr.
own-none = Hier ist nichts gespeichert
own-none-text = Zu diesem Link gibt es keine Adresse. Vielleicht ist die Adresse schon gelöscht. Vielleicht fehlt ein Teil vom Link. Dann öffnen Sie ihn bitte noch einmal aus der Nachricht.
own-link = Was wissen Sie über mich?
own-state-confirmed = bestätigt
own-state-asked = noch nicht bestätigt
notice-title = Was passiert mit Ihren Daten?
notice-lead = Sie machen ohne Namen mit. Wollen Sie Nachrichten von uns? Nur dann brauchen wir eine Adresse.
notice-answers-title = Ihre Antworten
notice-answers = Wir speichern: was Sie ankreuzen und schreiben, die Sprache, die Zeit und den Code vom Plakat. Wir speichern nicht: Ihren Namen und Ihr Gerät. Wir setzen keine Cookies. Ihre Antworten bleiben gespeichert. Sie können sie selbst löschen.
notice-program = Ein Programm liest die Texte und sortiert sie. Das geht ohne fremde Firmen. Es verdeckt Namen und Nummern, so gut es kann. Menschen entscheiden, was passiert.
notice-flood = Manche schicken zu viel auf einmal. Deshalb zählen wir für einige Minuten. Wir speichern nicht, wer das ist.
notice-address-title = Ihre Adresse
notice-address = Wir speichern die Adresse verschlüsselt. Sie liegt nicht bei Ihren Antworten. Sie bestätigen die Adresse nicht? Dann löschen wir sie nach { $days } Tagen. Wollen Sie keine Nachrichten mehr? Dann löschen wir sie auch. Das ist spätestens ein Jahr nach dem Tag der Antwort.
notice-ways = E-Mails schickt die Stadt. SMS schickt eine Firma für die Stadt. Nachrichten auf dem Gerät gehen über den Hersteller vom Browser. Ihre Antworten stehen nicht darin.
notice-rights-title = Das können Sie selbst tun
notice-rights = Mit dem Beleg können Sie Ihre Antworten ansehen. Sie können sie ändern, solange die Umfrage läuft. Sie können sie immer löschen. In jeder Nachricht ist ein Link. Damit können Sie Ihre Adresse ansehen und löschen. Ohne Beleg finden wir Ihre Antworten nicht.
notice-who-title = Wer ist verantwortlich?
notice-who = Unter jedem Formular steht ein Amt. Dieses Amt ist verantwortlich. Es darf die Antworten sammeln: Das ist eine Aufgabe der Stadt (Artikel 6 Absatz 1 Buchstabe e DSGVO). Ihre Adresse bekommt es nur mit Ihrem Ja (Buchstabe a). Sie müssen nicht mitmachen. Haben Sie Fragen? Hier bekommen Sie Antwort:
notice-complain = Sie können sich auch beschweren. Die Adresse ist:

results-integrity = So zählen wir alle Antworten
voice-proof = Prüf-Zahl
voice-proof-text = Mit dieser Zahl sehen Sie: Ihre Antwort zählt mit.
voice-proof-look = Jetzt nachsehen
results-title = Das wird daraus
results-none = Noch gibt es keine Antwort. Bald steht sie hier.
results-office = Verantwortlich ist: { $office }
results-other-language = Diese Antwort gibt es noch nicht in Einfacher Sprache.
results-more = Mehr davon
results-feed = Neue Antworten abonnieren (Atom-Feed)
results-offers = Was gibt es in Ihrem Stadtteil?
results-aloud = Text zum Vorlesen
results-look = Alle Antworten zu dieser Beteiligung
promise-title = Unser Versprechen
promise-state-open = offen
promise-state-so-far = bisher gehalten
promise-state-kept = gehalten
promise-state-missed = nicht gehalten
promise-open = { $days ->
    [0] Wir haben eine Antwort bis zum { $date } versprochen. Das ist heute.
    [one] Wir haben eine Antwort bis zum { $date } versprochen. Das ist morgen.
   *[other] Wir haben eine Antwort bis zum { $date } versprochen. Das sind noch { $days } Tage.
}
promise-so-far = Wir haben eine Antwort bis zum { $date } versprochen. Das haben wir bisher gehalten. Die erste Antwort kam am { $answered }. Das Versprechen gilt noch bis zum { $date }. Es können noch mehr Antworten kommen.
promise-kept = Wir haben eine Antwort bis zum { $date } versprochen. Das haben wir gehalten. Die Antwort kam am { $answered }.
promise-missed = { $days ->
    [one] Wir haben eine Antwort bis zum { $date } versprochen. Das haben wir nicht geschafft. Der Tag war gestern.
   *[other] Wir haben eine Antwort bis zum { $date } versprochen. Das haben wir nicht geschafft. Der Tag war vor { $days } Tagen.
}
promise-missed-late = { $days ->
    [one] Wir haben eine Antwort bis zum { $date } versprochen. Die Antwort kam am { $answered }. Das war einen Tag zu spät.
   *[other] Wir haben eine Antwort bis zum { $date } versprochen. Die Antwort kam am { $answered }. Das war { $days } Tage zu spät.
}
promise-moved = Zuerst war es der { $date }.
outcome-asked = Wir haben gefragt
outcome-said = Sie haben gesagt
outcome-do = Das machen wir
outcome-partly = Das machen wir zum Teil
outcome-not = Das machen wir nicht
outcome-open = Das ist noch nicht entschieden
outcome-voices = Mindestens { $count } Stimmen gehören dazu.
outcome-voices-few = Weniger als 5 Stimmen gehören dazu.
outcome-owner = Zuständig ist: { $owner }
outcome-due = Fertig bis: { $date }
outcome-percent = Davon sind { $percent } Prozent fertig.
outcome-published = Veröffentlicht am { $date }
outcome-steps = Das ist danach passiert
aloud-and = und
aloud-to = bis
aloud-percent = Prozent
aloud-euro = Euro
aloud-paragraph = Paragraf
poster-more = Mehr Antworten stehen auf der Internet-Seite.
poster-scan = Alle Antworten lesen
poster-spoken = QR-Code zu { $address }
step-decision-done = Entschieden
step-decision-when = Das ist unsere Antwort vom { $date }:
step-report-done = Im Bericht
step-report-now = Kommt in den Bericht
step-report-ahead = Im Bericht
step-report-text = Am { $date } haben wir Ihren Beitrag für eine Antwort ausgesucht.
step-done-done = Fertig
step-done-now = Wir arbeiten daran
step-done-ahead = Dann machen wir es
letter-outcome-subject = Antwort auf Ihren Beitrag: { $title }
letter-outcome-what = Sie haben bei „{ $title }“ mitgemacht. Jetzt gibt es eine Antwort. Sie gehört auch zu Ihrem Beitrag.
letter-outcome-look = Hier steht die ganze Antwort:
letter-outcome-button = Antwort ansehen
letter-step-subject = Neues zu Ihrem Beitrag: { $title }
letter-step-what = Sie haben bei „{ $title }“ mitgemacht. Es gibt etwas Neues zur Antwort „{ $outcome }“.

pref-title = Wie wollen Sie von uns hören?
pref-language = Sprache der E-Mails
pref-pace = Wie oft?
pref-pace-at_once = Sofort, wenn es etwas Neues gibt
pref-pace-weekly = Einmal in der Woche: am Freitag alles zusammen
pref-quiet = Ruhe-Zeit
pref-quiet-help = In dieser Zeit schreiben wir nicht. Die E-Mail kommt danach.
pref-quiet-none = Keine Ruhe-Zeit
pref-quiet-hours = { $start } bis { $end } Uhr
pref-save = Speichern
pref-saved = Das ist gespeichert.
letter-change-link = Sprache, Häufigkeit oder Ruhe-Zeit ändern
letter-digest-subject = Diese Woche zu Ihrem Beitrag: { $title }
letter-digest-what = das ist diese Woche bei „{ $title }“ passiert:
letter-digest-read = Wir haben Ihren Beitrag gelesen.
push-title = Nachricht auf diesem Gerät
push-text = Gibt es etwas Neues? Dann zeigt dieses Gerät eine kurze Nachricht. Ihre Antworten stehen nicht darin.
push-do = Ja, auf diesem Gerät
push-kept = Dafür speichern wir eine Adresse von Ihrem Browser. Wir speichern sie getrennt von Ihren Antworten. Die Nachricht läuft über die Firma, die den Browser macht. Die Firma kann sie nicht lesen.
push-on = Dieses Gerät zeigt Ihnen unsere Nachrichten.
push-end = Keine Nachrichten mehr auf diesem Gerät
push-ended = Dieses Gerät zeigt keine Nachrichten mehr. Die Adresse ist gelöscht.
push-denied = Ihr Browser erlaubt keine Nachrichten von dieser Seite. Das können Sie in den Einstellungen ändern.
push-fault = Das hat nicht geklappt. Bitte warten Sie eine Minute. Dann versuchen Sie es noch einmal.
news-title = Es gibt etwas Neues zu Ihrer Antwort
news-text = Sehen Sie mit Ihrem Beleg nach.
ways-title = So geben wir Bescheid
way-mail = Mit einer E-Mail
way-push = Auf einem Gerät
way-sms = Mit einer SMS
way-post = Mit der Post
way-end = Beenden
way-ended = Beendet. Wir haben die Adresse gelöscht. Wir behalten sie nur, wenn eine andere Antwort sie braucht.
ways-none = Wir schreiben Ihnen zu dieser Antwort zurzeit nicht.
stop-title = Keine Nachrichten mehr?
stop-text = Dann schicken wir Ihnen zu dieser Antwort nichts mehr. Wir löschen Ihre Nummer oder Ihre Anschrift. Wir behalten sie nur, wenn eine andere Antwort sie braucht. Ihre Antwort bleibt.
stop-send = Ja, beenden
stopped-title = Sie bekommen keine Nachrichten mehr
tell-text-sms = Wir können Ihnen eine E-Mail oder SMS schreiben, wenn es etwas Neues gibt.
tell-address-sms = E-Mail-Adresse oder Handy-Nummer
tell-apart-sms = Wir speichern Ihre Adresse oder Nummer getrennt von Ihren Antworten. Zuerst bekommen Sie eine E-Mail oder eine SMS. Damit sagen Sie noch einmal Ja.
phone-fault = Bitte geben Sie Ihre ganze Handy-Nummer ein. Zum Beispiel: 0151 23456789. Oder geben Sie eine E-Mail-Adresse ein. An ein Festnetz-Telefon schicken wir keine SMS.
phone-fault-short = Diese Nummer ist nicht ganz. Oder sie ist keine Handy-Nummer
phone-full = Heute können wir keine SMS mehr schicken. Bitte geben Sie eine E-Mail-Adresse ein. Oder versuchen Sie es morgen noch einmal.
phone-full-short = Heute können wir keine SMS mehr schicken
code-title = Welcher Code steht in der SMS?
code-text = Wir schicken eine SMS an diese Nummer. In der SMS stehen sechs Ziffern:
code-label = Code
code-send = Ja, bestätigen
code-wrong = Das ist nicht der Code aus der letzten SMS. Bitte vergleichen Sie die sechs Ziffern.
code-wrong-short = Dieser Code ist falsch
code-over = Bitte warten Sie eine Minute. Dann lassen Sie sich einen neuen Code schicken.
code-over-short = Dieser Code gilt nicht mehr
code-new = Neuen Code schicken
code-done-title = Danke, wir schreiben Ihnen eine SMS
code-done-text = Ihre Nummer ist bestätigt. In jeder SMS steht ein Link. Mit dem Link können Sie die SMS beenden.
sms-code = { $code } ist Ihr Code für Resonanz. Sie haben nicht mitgemacht? Dann tun Sie nichts.
sms-news = Neues zu Ihrer Antwort: { $link } Keine SMS mehr: { $end }
own-address-push = Ihr Gerät. Wir erreichen es über
own-address-sms = Ihre Handy-Nummer
own-address-post = Ihre Post-Anschrift
post-close = Mit freundlichen Grüßen
post-why = Sie haben uns Ihre Anschrift für diesen Brief gegeben. Wir speichern sie getrennt von Ihren Antworten.
post-end = Sie wollen keine Briefe mehr? Öffnen Sie { $link } oder rufen Sie an: { $contact }
post-scan = QR-Code zu { $address }
sheet-title = Antwort mit der Post
sheet-text = Wollen Sie einen Brief mit der Antwort? Dann füllen Sie dieses Blatt aus. Geben Sie es der Gruppen-Leitung. Sie müssen nicht mitmachen.
sheet-name = Vorname und Nachname
sheet-street = Straße und Haus-Nummer
sheet-town = Post-Leit-Zahl und Ort
sheet-receipt = Die acht Zeichen von Ihrem Beleg
sheet-large = Bitte mit großer Schrift
sheet-consent = Ich will Briefe zu meiner Antwort bekommen. Dafür darf meine Anschrift gespeichert werden. Sie wird getrennt von meinen Antworten gespeichert. Ich kann das immer beenden.
sheet-sign = Datum und Unterschrift

receipt-slow = Gerade sehen sehr viele nach
receipt-slow-text = Von hier kamen viele falsche Belege. Darum machen wir eine Pause. So kann niemand Belege erraten. Bitte versuchen Sie es in zehn Minuten noch einmal. Ihre Zeichen stehen noch da.
receipt-yours = Ihr Beleg
voice-away = Ihren Text können wir gerade nicht zeigen. Bitte sehen Sie in einer Minute noch einmal nach.
voice-reviewed = Ein Mensch hat das geprüft.
voice-unreviewed = Das hat ein Computer-Programm gelesen. Ein Mensch hat es noch nicht geprüft.
voice-corrected = Das haben Sie zuletzt geändert am { $date }.
voice-remarks = Das haben Sie später dazu geschrieben:
voice-topics = Darum geht es in Ihrem Beitrag
voice-title = Ihr Beitrag gehört Ihnen
voice-text = Mit dem Beleg können Sie Ihren Beitrag ändern. Sie können etwas dazu schreiben. Oder Sie nehmen ihn zurück.
voice-answers = Meine Antworten ansehen und ändern
voice-remark = Etwas dazu schreiben
voice-withdraw = Beitrag zurücknehmen
withdrawn-title = Dieser Beitrag ist zurückgenommen
withdrawn-text = Zurückgenommen am { $date }. Der Text ist gelöscht. Wir zählen nur noch: Es gab einen Beitrag. E-Mails dazu schreiben wir nicht mehr.
excluded-title = Wir zählen diesen Beitrag nicht mit
excluded-spam = Der Grund: Er sieht aus wie Werbung. Oder eine Maschine hat ihn geschrieben.
excluded-double = Der Grund: Er ist schon einmal angekommen. Wir zählen ihn nur einmal.
excluded-not_for_us = Der Grund: Danach haben wir hier nicht gefragt.
excluded-text = Das haben Menschen entschieden. Wir haben nichts gelöscht. Der Beitrag steht mit dem Grund in der Liste aller Beiträge. Denken Sie anders darüber? Dann schreiben Sie uns weiter unten etwas dazu.
poster-place = Hier haben wir gefragt: { $place }
