languages = Sprache wählen
fault-title-prefix = Bitte prüfen:

receipt-title = Was wird aus meinem Beitrag?
receipt-intro = Geben Sie die acht Zeichen von Ihrem Beleg ein. Dann sehen Sie, wie weit Ihr Beitrag ist.
receipt-label = Beleg
receipt-help = Groß oder klein und Leerzeichen sind egal. Ein Beleg sieht so aus:
receipt-send = Nachsehen
receipt-look = Mit dem Beleg nachsehen
receipt-nothing = Unter diesem Beleg finden wir noch nichts
receipt-nothing-text = Vielleicht ist ein Zeichen vertippt: Bitte vergleichen Sie alle acht. Wenn Sie gerade erst abgesendet haben, versuchen Sie es in einer Minute noch einmal.
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
step-answered-now = Antwort
step-answered-ahead = Antwort
step-answered-late = Antwort steht noch aus
step-answered-day = Zugesagt bis { $date }
step-answered-text = Bis dahin sagen wir, was aus den Beiträgen wird. Verantwortlich: { $office }
step-answered-late-text = Der zugesagte Tag ist vorbei. Fragen Sie gern nach. Verantwortlich: { $office }
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
