fault-title-prefix = Schau bitte noch mal:

receipt-title = Was wird aus meinem Beitrag?
receipt-intro = Gib die acht Zeichen von deinem Beleg ein. Dann siehst du, wie weit dein Beitrag ist.
receipt-label = Beleg
receipt-help = Groß oder klein und Leerzeichen sind egal. Ein Beleg sieht so aus:
receipt-send = Nachsehen
receipt-look = Mit dem Beleg nachsehen
receipt-nothing = Unter diesem Beleg finden wir noch nichts
receipt-nothing-text = Vielleicht ist ein Zeichen vertippt: Bitte vergleich alle acht. Wenn du gerade erst abgesendet hast, versuch es in einer Minute noch einmal.
receipt-soon = Dein Beitrag ist angekommen
receipt-soon-text = Hier steht gleich mehr. Sieh bitte in einer Minute noch einmal nach.
receipt-again = Bitte gib deinen Beleg noch einmal ein
receipt-again-text = Die Seite war zu alt. Nach dem Nachsehen kannst du dort deine Adresse eintragen.

journey-title = Der Weg deines Beitrags
state-done = erledigt
state-now = als Nächstes
state-ahead = später
state-late = überfällig
step-received-done = Angekommen
step-received-text = Am { $date } ist dein Beitrag angekommen.
step-read-done = Gelesen
step-read-now = Wird gelesen
step-read-text = Am { $date } hat ein Programm deinen Beitrag gelesen. Es kann sich irren.
step-tagged-done = Zugeordnet
step-tagged-ahead = Wird zugeordnet
step-tagged-text = { $count ->
    [one] Dein Beitrag sagt etwas zu einem Mindeststandard für gute Beteiligung:
   *[other] Dein Beitrag sagt etwas zu { $count } Mindeststandards für gute Beteiligung:
}
step-tagged-none = Das Programm hat in deinem Beitrag nichts zu den Mindeststandards für gute Beteiligung gefunden. Er zählt trotzdem.
step-decision-now = Antwort
step-decision-ahead = Antwort
step-decision-late = Antwort steht noch aus
step-decision-day = Zugesagt bis { $date }
step-decision-text = Bis dahin sagen wir, was aus den Beiträgen wird. Verantwortlich: { $office }
step-decision-late-text = Der zugesagte Tag ist vorbei. Frag gern nach. Verantwortlich: { $office }
stance-met = { $count ->
    [one] Das fandest du gut gemacht.
   *[other] Das fandest du gut gemacht (an { $count } Stellen).
}
stance-not_met = { $count ->
    [one] Das hat dir gefehlt.
   *[other] Das hat dir gefehlt (an { $count } Stellen).
}
stance-suggestion = { $count ->
    [one] Dazu machst du einen Vorschlag.
   *[other] Dazu machst du Vorschläge (an { $count } Stellen).
}

tell-title = Sagt mir, was daraus wird
tell-text = Wenn du möchtest, schreiben wir dir eine E-Mail, sobald es etwas Neues gibt.
tell-address = E-Mail-Adresse
tell-send = Ja, schreibt mir
tell-apart = Deine Adresse bewahren wir getrennt von deinen Antworten auf. Du bekommst zuerst eine E-Mail, in der du das bestätigst.
address-fault = Bitte gib eine vollständige Adresse ein, zum Beispiel name@example.org.
address-fault-short = Diese E-Mail-Adresse ist nicht vollständig
address-away = Bitte sende in einer Minute noch einmal.
address-away-short = Gerade erreichen wir unseren Speicher nicht
address-kept = Was du eingegeben hast, steht noch da.
subscribed-title = Bitte schau in dein Postfach
subscribed-text = Wir schicken eine E-Mail an diese Adresse. Erst wenn du dort bestätigst, schreiben wir dir weiter:
subscribed-wrong = Keine E-Mail da? Schau im Spam-Ordner nach. Ist die Adresse vertippt, geh zurück und gib sie noch einmal ein.
subscribed-receipt = Deinen Beleg brauchst du weiterhin:

confirm-title = Sollen wir dir schreiben?
confirm-text = Wir schreiben dir, sobald dein Beitrag gelesen ist und wenn es eine Antwort gibt. Du kannst das jederzeit beenden.
confirm-send = Ja, schreibt mir
end-title = Nicht mehr schreiben?
end-text = Wir schreiben dir dann nicht mehr zu diesem Beitrag. Deine Adresse löschen wir, wenn du sie nicht auch zu einem anderen Beitrag angegeben hast. Dein Beitrag bleibt bestehen.
end-send = E-Mails beenden
told-confirmed-title = Danke, wir schreiben dir
told-confirmed-text = Deine Adresse ist bestätigt. Sobald es etwas Neues gibt, bekommst du eine E-Mail.
told-ended-title = Du bekommst keine E-Mails mehr
told-ended-text = Zu diesem Beitrag schreiben wir dir nicht mehr. Mit deinem Beleg kannst du weiter nachsehen.
told-unknown-title = Dieser Link führt nirgendwohin
told-unknown-text = Vielleicht ist er nicht vollständig. Öffne ihn bitte noch einmal aus der E-Mail.
told-end = Doch keine E-Mails

letter-hello = Hallo,
letter-confirm-subject = Bitte bestätige: Möchtest du hören, was aus deinem Beitrag wird?
letter-confirm-who = diese Adresse wurde bei einer Beteiligung angegeben, um zu erfahren, was aus einem Beitrag wird.
letter-confirm-do = Möchtest du das? Dann öffne bitte diese Seite und bestätige dort:
letter-confirm-button = Ja, schreibt mir
letter-confirm-else = Warst du das nicht? Dann musst du nichts tun: Ohne Bestätigung schreiben wir dir nicht weiter.
letter-read-subject = Dein Beitrag ist gelesen: { $title }
letter-read-what = Dein Beitrag zu „{ $title }“ vom { $date } ist gelesen. Gelesen hat ihn ein Programm; es kann sich irren.
letter-read-promise = Eine Antwort ist bis { $date } zugesagt. Verantwortlich: { $office }
letter-read-look = Wie weit dein Beitrag ist, siehst du jederzeit mit deinem Beleg:
letter-read-button = Mit dem Beleg nachsehen
letter-why = Du bekommst diese E-Mail, weil diese Adresse zu einem Beitrag angegeben wurde.
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
plain-early-information = Alle, die es angeht, erfahren davon, solange noch nichts feststeht.
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

tell-kept = Wir löschen sie spätestens ein Jahr nach dem Tag, bis zu dem eine Antwort versprochen ist.
own-title = Was hier über dich gespeichert ist
own-text = Diese Seite kennt nur, wer den Link aus deiner E-Mail hat. Deine Antworten stehen nicht hier: Sie liegen getrennt und ohne Namen.
own-address = Deine E-Mail-Adresse
own-since = Eingetragen am { $date }
own-consent = Diesem Text hast du zugestimmt
own-letters = Mails an dich
own-entries = Deine Einträge
own-file = Als Datei mitnehmen (JSON)
own-erase = Alles löschen
own-erase-text = Wir löschen deine Adresse und schreiben dir zu keinem Beitrag mehr. Deine Beiträge bleiben: Sie sind mit dir nicht verbunden.
own-erase-send = Ja, alles löschen
own-gone = Deine Adresse ist gelöscht
own-gone-text = Wir haben nichts mehr über dich gespeichert und schreiben dir nicht mehr.
own-none = Hier ist nichts gespeichert
own-none-text = Zu diesem Link gibt es keine Adresse. Vielleicht ist sie schon gelöscht, oder der Link ist nicht vollständig: Dann öffne ihn bitte noch einmal aus der Nachricht.
own-link = Was ist über mich gespeichert?
own-state-confirmed = bestätigt
own-state-asked = noch nicht bestätigt
notice-title = Was mit deinen Daten geschieht
notice-lead = Du machst ohne Namen mit. Eine Adresse brauchen wir nur, wenn wir dir schreiben sollen.
notice-answers-title = Deine Antworten
notice-answers = Wir speichern, was du ankreuzt und schreibst, dazu Sprache, Zeitpunkt und den Aushang oder Link, über den du kamst. Wir speichern keinen Namen, kein Cookie und keine Adresse deines Geräts. Dein Beitrag bleibt, bis du ihn zurückziehst.
notice-program = Ein Programm liest die Texte und ordnet sie nach Themen, ohne fremde Dienste. Namen, Nummern und Adressen darin verdeckt es, so gut es kann. Was daraus wird, entscheiden Menschen.
notice-flood = Damit niemand das Formular überschwemmt, zählen wir für einige Minuten, wie viel aus einem Netz kommt. Welches Netz das ist, speichern wir nicht.
notice-address-title = Deine Adresse, wenn du eine angibst
notice-address = Sie liegt verschlüsselt und getrennt von deinen Antworten. Bestätigst du eine E-Mail-Adresse oder Nummer nicht, löschen wir sie nach { $days } Tagen. Sonst löschen wir sie, wenn du dich abmeldest, spätestens ein Jahr nach dem Tag, bis zu dem eine Antwort versprochen ist.
notice-ways = E-Mails gehen über den Mailserver der Stadt, SMS über einen beauftragten Dienst, Nachrichten auf dem Gerät über den Hersteller des Browsers. Deine Antworten stehen nie darin.
notice-rights-title = Was du selbst tun kannst
notice-rights = Mit deinem Beleg siehst du deinen Beitrag, änderst ihn, solange die Umfrage läuft, und ziehst ihn jederzeit zurück. Deine Adresse siehst, nimmst du mit und löschst du über den Link in jeder Nachricht. Ohne Beleg finden auch wir deinen Beitrag nicht: Wir wissen nicht, welcher deiner ist.
notice-who-title = Wer verantwortlich ist
notice-who = Die Stelle, die unter jedem Formular steht. Grundlage ist ihre öffentliche Aufgabe (Artikel 6 Absatz 1 Buchstabe e DSGVO), für deine Adresse deine Einwilligung (Buchstabe a). Mitmachen ist freiwillig. Fragen beantwortet:
notice-complain = Du kannst dich auch beschweren, bei:

results-integrity = So ist jeder Beitrag gezählt
voice-proof = Prüfzahl
voice-proof-text = Mit dieser Zahl siehst du, dass dein Beitrag mitgezählt ist. Sie verrät nichts von ihm.
voice-proof-look = Im Nachweis nachsehen
results-title = Das wird daraus
results-none = Noch gibt es keine Antwort. Sobald es eine gibt, steht sie hier.
results-office = Verantwortlich: { $office }
results-other-language = Diese Antwort gibt es noch nicht in dieser Sprache. Hier steht sie auf Deutsch.
results-more = Mehr davon
results-feed = Neue Antworten abonnieren (Atom-Feed)
results-offers = Was gibt es in deinem Stadtteil?
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
promise-so-far = Wir haben versprochen, bis { $date } zu antworten. Das haben wir bisher gehalten: Die erste Antwort kam am { $answered }. Das Versprechen läuft noch bis { $date }. Bis dahin können noch mehr Antworten kommen.
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
outcome-said = Ihr habt gesagt
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
step-report-text = Am { $date } haben wir deinen Beitrag für eine Antwort ausgewählt.
step-done-done = Erledigt
step-done-now = Wird umgesetzt
step-done-ahead = Umsetzung
letter-outcome-subject = Antwort auf deinen Beitrag: { $title }
letter-outcome-what = zu deinem Beitrag bei „{ $title }“ gibt es eine Antwort. Deine Stimme ist eine von denen, auf die sie antwortet.
letter-outcome-look = Die ganze Antwort mit Bildern und allen Schritten:
letter-outcome-button = Antwort ansehen
letter-step-subject = Neues zu deinem Beitrag: { $title }
letter-step-what = bei „{ $title }“ hat sich etwas getan. Es geht um die Antwort „{ $outcome }“, in der auch deine Stimme steckt.

pref-title = Wie möchtest du von uns hören?
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
letter-digest-subject = Diese Woche zu deinem Beitrag: { $title }
letter-digest-what = das hat sich diese Woche bei „{ $title }“ getan:
letter-digest-read = Dein Beitrag ist gelesen.
push-title = Auf diesem Gerät Bescheid geben
push-text = Sobald es etwas Neues gibt, erscheint eine kurze Nachricht auf diesem Gerät. Was du geschrieben hast, steht nicht darin.
push-do = Ja, auf diesem Gerät
push-kept = Dafür merken wir uns eine Adresse deines Browsers, getrennt von deinen Antworten. Die Nachricht geht verschlüsselt über den Hersteller des Browsers.
push-on = Auf diesem Gerät geben wir dir Bescheid.
push-end = Hier nicht mehr Bescheid geben
push-ended = Auf diesem Gerät geben wir nicht mehr Bescheid. Die Adresse ist gelöscht.
push-denied = Dein Browser lässt Nachrichten von dieser Seite nicht zu. Du kannst das in seinen Einstellungen ändern.
push-fault = Das hat gerade nicht geklappt. Bitte versuche es in einer Minute noch einmal.
news-title = Zu deiner Beteiligung gibt es etwas Neues
news-text = Mit deinem Beleg siehst du nach.
ways-title = So geben wir dir Bescheid
way-mail = Per E-Mail
way-push = Auf einem Gerät
way-sms = Per SMS
way-post = Mit der Post
way-end = Beenden
way-ended = Beendet. Die Adresse ist gelöscht, wenn kein anderer Beitrag sie braucht.
ways-none = Zurzeit geben wir dir zu diesem Beitrag nicht Bescheid.
stop-title = Keine Nachrichten mehr?
stop-text = Wir geben dir dann zu diesem Beitrag nicht mehr Bescheid. Deine Nummer oder Anschrift löschen wir, wenn du sie nicht auch zu einem anderen Beitrag angegeben hast. Dein Beitrag bleibt bestehen.
stop-send = Ja, beenden
stopped-title = Du bekommst keine Nachrichten mehr
tell-text-sms = Wenn du möchtest, schreiben wir dir eine E-Mail oder eine SMS, sobald es etwas Neues gibt.
tell-address-sms = E-Mail-Adresse oder Handynummer
tell-apart-sms = Adresse oder Nummer bewahren wir getrennt von deinen Antworten auf. Du bestätigst zuerst: mit einer E-Mail oder mit einem Code per SMS.
phone-fault = Bitte gib eine vollständige Handynummer ein, zum Beispiel 0151 23456789, oder eine E-Mail-Adresse. An Festnetznummern schicken wir keine SMS.
phone-fault-short = Diese Nummer ist nicht vollständig oder keine Handynummer
phone-full = Für heute sind alle SMS verschickt. Bitte gib eine E-Mail-Adresse ein, oder versuche es morgen.
phone-full-short = Heute können wir keine SMS mehr schicken
code-title = Welcher Code steht in der SMS?
code-text = Wir schicken eine SMS mit sechs Ziffern an diese Nummer. Das dauert meist weniger als eine Minute:
code-label = Code
code-send = Bestätigen
code-wrong = Das ist nicht der Code aus der letzten SMS. Bitte vergleiche die sechs Ziffern.
code-wrong-short = Dieser Code passt nicht
code-over = Lass dir einen neuen Code schicken, frühestens eine Minute nach dem letzten.
code-over-short = Dieser Code gilt nicht mehr
code-new = Neuen Code schicken
code-done-title = Danke, wir schreiben dir eine SMS
code-done-text = Deine Nummer ist bestätigt. In jeder SMS steht ein Link, mit dem du das beendest.
sms-code = { $code } ist dein Code für Resonanz. Du hast nicht mitgemacht? Dann tu einfach nichts.
sms-news = Neues zu deinem Beitrag: { $link } Keine SMS mehr: { $end }
own-address-push = Dein Gerät, erreichbar über
own-address-sms = Deine Handynummer
own-address-post = Deine Postanschrift
post-close = Viele Grüße
post-why = Du bekommst diesen Brief, weil du dafür deine Anschrift hinterlassen hast. Wir bewahren sie getrennt von deinen Antworten auf.
post-end = Keine Briefe mehr? Öffne { $link } oder ruf an: { $contact }
post-scan = QR-Code zu { $address }
sheet-title = Antwort mit der Post
sheet-text = Möchtest du einen Brief bekommen, wenn es eine Antwort gibt? Dann fülle dieses Blatt aus und gib es der Gruppenleitung. Du musst nicht.
sheet-name = Vorname und Name
sheet-street = Straße und Hausnummer
sheet-town = Postleitzahl und Ort
sheet-receipt = Die acht Zeichen von deinem Beleg
sheet-large = Bitte in großer Schrift
sheet-consent = Ich möchte, dass ihr mir mit der Post schreibt, sobald es zu meinem Beitrag etwas Neues gibt. Dafür dürft ihr meine Anschrift speichern, getrennt von meinen Antworten. Ich kann das jederzeit beenden.
sheet-sign = Datum und Unterschrift

receipt-slow = Gerade wird sehr oft nachgesehen
receipt-slow-text = Aus deinem Netz kamen viele falsche Belege. Damit niemand Belege errät, machen wir eine Pause. Versuch es in zehn Minuten noch einmal. Was du eingegeben hast, steht noch da.
receipt-yours = Dein Beleg
voice-away = Deine Worte können wir gerade nicht zeigen. Sieh in einer Minute noch einmal nach.
voice-reviewed = Ein Mensch hat das geprüft.
voice-unreviewed = Das hat ein Programm so gelesen. Noch hat es kein Mensch geprüft.
voice-corrected = Zuletzt von dir geändert am { $date }.
voice-remarks = Das hast du später dazu geschrieben:
voice-topics = Darum geht es in deinem Beitrag
voice-title = Dein Beitrag gehört dir
voice-text = Mit deinem Beleg kannst du ihn ändern, etwas dazu schreiben oder zurückziehen.
voice-answers = Meine Antworten ansehen und berichtigen
voice-remark = Etwas dazu schreiben
voice-withdraw = Beitrag zurückziehen
withdrawn-title = Dieser Beitrag ist zurückgezogen
withdrawn-text = Zurückgezogen am { $date }. Der Text ist gelöscht. Gezählt wird nur noch, dass es einen Beitrag gab. E-Mails dazu schreiben wir nicht mehr.
excluded-title = Dieser Beitrag wird nicht mitgezählt
excluded-spam = Der Grund: Er sieht nach Werbung oder nach einer Maschine aus.
excluded-double = Der Grund: Er ist schon einmal angekommen. Gezählt wird er nur einmal.
excluded-not_for_us = Der Grund: Es geht darin um etwas, das hier nicht gefragt war.
excluded-text = Das haben Menschen entschieden. Gelöscht ist nichts: Der Beitrag steht mit diesem Grund in der Übersicht aller Beiträge. Siehst du das anders? Schreib weiter unten etwas dazu.
poster-place = Hier haben wir gefragt: { $place }
