fault-title-prefix = Proszę sprawdzić:

receipt-title = Co dzieje się z moim głosem?
receipt-intro = Proszę wpisać osiem znaków z potwierdzenia. Wtedy będzie widać, na jakim etapie jest Państwa głos.
receipt-label = Potwierdzenie
receipt-help = Wielkość liter i odstępy nie mają znaczenia. Potwierdzenie wygląda tak:
receipt-send = Sprawdź
receipt-look = Sprawdź z potwierdzeniem
receipt-nothing = Pod tym potwierdzeniem jeszcze nic nie znajdujemy
receipt-nothing-text = Być może jeden znak jest błędny: proszę porównać wszystkie osiem. Jeśli odpowiedzi zostały wysłane przed chwilą, proszę spróbować ponownie za minutę.
receipt-again = Proszę jeszcze raz wpisać potwierdzenie
receipt-again-text = Strona była zbyt stara. Po sprawdzeniu głosu można tam wpisać adres.

journey-title = Droga Państwa głosu
state-done = gotowe
state-now = następny krok
state-ahead = później
state-late = po terminie
step-received-done = Dotarł
step-received-text = Państwa głos dotarł { $date }.
step-read-done = Przeczytany
step-read-now = Jest czytany
step-read-text = Państwa głos przeczytał program { $date }. Może się mylić.
step-tagged-done = Przyporządkowany
step-tagged-ahead = Zostanie przyporządkowany
step-tagged-text = { $count ->
    [one] Państwa głos dotyczy { $count } minimalnego standardu dobrego udziału mieszkańców:
    [few] Państwa głos dotyczy { $count } minimalnych standardów dobrego udziału mieszkańców:
    [many] Państwa głos dotyczy { $count } minimalnych standardów dobrego udziału mieszkańców:
   *[other] Państwa głos dotyczy { $count } minimalnego standardu dobrego udziału mieszkańców:
}
step-tagged-none = Program nie znalazł w Państwa głosie niczego o minimalnych standardach dobrego udziału mieszkańców. Głos i tak się liczy.
step-decision-now = Odpowiedź
step-decision-ahead = Odpowiedź
step-decision-late = Odpowiedzi jeszcze nie ma
step-decision-day = Obiecana do { $date }
step-decision-text = Do tego dnia powiemy, co wyniknie ze wszystkich głosów. Odpowiedzialność: { $office }
step-decision-late-text = Obiecany dzień minął. Prosimy śmiało pytać. Odpowiedzialność: { $office }
stance-met = { $count ->
    [one] Państwa zdaniem jest to zrobione dobrze.
    [few] Państwa zdaniem jest to zrobione dobrze (w { $count } miejscach).
    [many] Państwa zdaniem jest to zrobione dobrze (w { $count } miejscach).
   *[other] Państwa zdaniem jest to zrobione dobrze (w { $count } miejsca).
}
stance-not_met = { $count ->
    [one] Tego Państwu brakowało.
    [few] Tego Państwu brakowało (w { $count } miejscach).
    [many] Tego Państwu brakowało (w { $count } miejscach).
   *[other] Tego Państwu brakowało (w { $count } miejsca).
}
stance-suggestion = { $count ->
    [one] Mają Państwo propozycję w tej sprawie.
    [few] Mają Państwo propozycje w tej sprawie (w { $count } miejscach).
    [many] Mają Państwo propozycje w tej sprawie (w { $count } miejscach).
   *[other] Mają Państwo propozycje w tej sprawie (w { $count } miejsca).
}

tell-title = Proszę mi powiedzieć, co z tego wyniknie
tell-text = Jeśli Państwo chcą, napiszemy e-mail, gdy tylko będzie coś nowego.
tell-address = Adres e-mail
tell-send = Tak, proszę do mnie napisać
tell-apart = Adres jest przechowywany osobno od odpowiedzi. Najpierw przyjdzie e-mail z prośbą o potwierdzenie.
address-fault = Proszę wpisać pełny adres, na przykład name@example.org.
address-fault-short = Ten adres e-mail jest niepełny
address-away = Proszę wysłać ponownie za minutę.
address-away-short = W tej chwili nie możemy zapisać danych
address-kept = To, co Państwo wpisali, nadal tu jest.
subscribed-title = Proszę zajrzeć do skrzynki
subscribed-text = Wysyłamy e-mail na ten adres. Będziemy pisać dalej dopiero po potwierdzeniu:
subscribed-wrong = Nie ma e-maila? Proszę zajrzeć do folderu ze spamem. Jeśli w adresie jest błąd, proszę wrócić i wpisać go jeszcze raz.
subscribed-receipt = Potwierdzenie będzie nadal potrzebne:

confirm-title = Czy mamy do Państwa pisać?
confirm-text = Napiszemy, gdy Państwa głos zostanie przeczytany i gdy będzie odpowiedź. Można to zakończyć w każdej chwili.
confirm-send = Tak, proszę do mnie napisać
end-title = Nie pisać więcej?
end-text = Nie będziemy już pisać o tym głosie. Adres usuniemy, jeśli nie podali go Państwo także przy innym głosie. Państwa głos pozostaje.
end-send = Zakończ e-maile
told-confirmed-title = Dziękujemy, napiszemy do Państwa
told-confirmed-text = Adres jest potwierdzony. Gdy tylko będzie coś nowego, przyjdzie e-mail.
told-ended-title = Nie będzie już więcej e-maili
told-ended-text = O tym głosie już nie piszemy. Z potwierdzeniem nadal można sprawdzać, co się dzieje.
told-unknown-title = Ten link donikąd nie prowadzi
told-unknown-text = Być może jest niepełny. Proszę otworzyć go jeszcze raz z e-maila.
told-end = Jednak bez e-maili

letter-hello = Dzień dobry,
letter-confirm-subject = Proszę potwierdzić: czy chcą Państwo wiedzieć, co wyniknie z Państwa głosu?
letter-confirm-who = ten adres podano podczas ankiety, aby dowiedzieć się, co wyniknie z głosu.
letter-confirm-do = Czy tego Państwo chcą? Proszę więc otworzyć tę stronę i tam potwierdzić:
letter-confirm-button = Tak, proszę do mnie napisać
letter-confirm-else = To nie Państwo? Nie trzeba nic robić: bez potwierdzenia nie będziemy dalej pisać.
letter-read-subject = Państwa głos został przeczytany: { $title }
letter-read-what = Państwa głos w sprawie „{ $title }” z { $date } został przeczytany. Przeczytał go program; może się mylić.
letter-read-promise = Odpowiedź jest obiecana do { $date }. Odpowiedzialność: { $office }
letter-read-look = Z potwierdzeniem można w każdej chwili sprawdzić, na jakim etapie jest Państwa głos:
letter-read-button = Sprawdź z potwierdzeniem
letter-why = Ten e-mail przyszedł, ponieważ ten adres podano przy oddaniu głosu.
letter-end = Bez dalszych e-maili:
letter-end-link = Bez dalszych e-maili

standard-early-information = Wczesna informacja
standard-scope-transparency = Jasny zakres współdecydowania
standard-genuine-influence = Otwarty wynik i rzeczywisty wpływ
standard-feedback-accountability = Informacja zwrotna i rozliczalność
standard-low-threshold-access = Łatwy dostęp
standard-accessibility-language = Dostępność i zrozumiałość
standard-target-group-inclusion = Włączenie wszystkich grup
standard-respect-fairness = Szacunek i uczciwość
standard-resources-support = Zasoby i osoby do kontaktu
standard-documentation-traceability = Dokumentacja i przejrzystość
standard-cooperation-networks = Współpraca i sieci kontaktów
standard-evaluation-learning = Ocena i uczenie się
standard-other = Kolejny minimalny standard
plain-early-information = Wszyscy zainteresowani dowiadują się, zanim cokolwiek zostanie ustalone.
plain-scope-transparency = Z góry wiadomo, o czym można współdecydować i kto decyduje.
plain-genuine-influence = To, co mówią ludzie, naprawdę może zmienić wynik.
plain-feedback-accountability = Można się dowiedzieć, co wynikło z głosów i dlaczego.
plain-low-threshold-access = Udział jest łatwy: miejsce, czas i sposób pasują do codziennego życia.
plain-accessibility-language = Wszyscy mogą wejść, wszystko przeczytać i wszystko zrozumieć.
plain-target-group-inclusion = Pyta się także tych, których często brakuje.
plain-respect-fairness = Wszyscy są traktowani poważnie i mogą zabrać głos.
plain-resources-support = Jest dość czasu, pieniędzy i osób, które można zapytać.
plain-documentation-traceability = Przebieg i wyniki można później przeczytać.
plain-cooperation-networks = Urzędy, stowarzyszenia i mieszkańcy uzgadniają działania.
plain-evaluation-learning = Sprawdza się, jak poszło, i następnym razem robi się to lepiej.
plain-other = Nie ma go jeszcze na tej liście.

tell-kept = Usuniemy go najpóźniej rok po dniu, do którego obiecano odpowiedź.
own-title = Co jest tu zapisane o Tobie
own-text = Tę stronę zna tylko osoba, która ma link z Twojego e-maila. Twoich odpowiedzi tu nie ma: są przechowywane osobno i bez nazwiska.
own-address = Twój adres e-mail
own-since = Wpisano { $date }
own-consent = Zgoda dotyczyła tego tekstu
own-letters = Listy do Ciebie
own-entries = Twoje wpisy
own-file = Zabierz jako plik (JSON)
own-erase = Usuń wszystko
own-erase-text = Usuniemy Twój adres i nie napiszemy już w sprawie żadnej wypowiedzi. Twoje wypowiedzi zostaną: nie są z Tobą powiązane.
own-erase-send = Tak, usuń wszystko
own-gone = Twój adres został usunięty
own-gone-text = Nie mamy już żadnych danych o Tobie i nie będziemy pisać.
own-link = Co jest o mnie zapisane?
own-state-confirmed = potwierdzono
own-state-asked = jeszcze nie potwierdzono

results-title = Co z tego wynika
results-none = Nie ma jeszcze odpowiedzi. Gdy tylko się pojawi, będzie tutaj.
results-office = Odpowiada: { $office }
results-other-language = Tej odpowiedzi nie ma jeszcze w tym języku. Tutaj jest po niemiecku.
results-more = Więcej na ten temat
results-feed = Subskrybuj nowe odpowiedzi (Atom)
results-aloud = Zwykły tekst do czytania na głos
results-look = Wszystkie odpowiedzi w tych konsultacjach
promise-title = Nasza obietnica
promise-state-open = otwarta
promise-state-kept = dotrzymana
promise-state-missed = niedotrzymana
promise-open = { $days ->
    [0] Obiecaliśmy odpowiedzieć do { $date }. To dzisiaj.
    [one] Obiecaliśmy odpowiedzieć do { $date }. To jutro.
    [few] Obiecaliśmy odpowiedzieć do { $date }. Zostały { $days } dni.
   *[many] Obiecaliśmy odpowiedzieć do { $date }. Zostało { $days } dni.
}
promise-kept = Obiecaliśmy odpowiedzieć do { $date }. Dotrzymaliśmy słowa: pierwsza odpowiedź pojawiła się { $answered }.
promise-missed = { $days ->
    [one] Obiecaliśmy odpowiedzieć do { $date }. Nie dotrzymaliśmy słowa. Ten dzień był wczoraj.
    [few] Obiecaliśmy odpowiedzieć do { $date }. Nie dotrzymaliśmy słowa. Minęły { $days } dni.
   *[many] Obiecaliśmy odpowiedzieć do { $date }. Nie dotrzymaliśmy słowa. Minęło { $days } dni.
}
promise-missed-late = { $days ->
    [one] Obiecaliśmy odpowiedzieć do { $date }. Pierwsza odpowiedź pojawiła się { $answered }, o jeden dzień za późno.
    [few] Obiecaliśmy odpowiedzieć do { $date }. Pierwsza odpowiedź pojawiła się { $answered }, o { $days } dni za późno.
   *[many] Obiecaliśmy odpowiedzieć do { $date }. Pierwsza odpowiedź pojawiła się { $answered }, o { $days } dni za późno.
}
promise-moved = Najpierw był to { $date }.
outcome-asked = Zapytaliśmy
outcome-said = Powiedzieli Państwo
outcome-do = Robimy to
outcome-partly = Robimy część z tego
outcome-not = Nie robimy tego
outcome-open = To nie jest jeszcze rozstrzygnięte
outcome-voices = { $count ->
    [one] Przyczynił się do tego jeden głos.
    [few] Przyczyniły się do tego { $count } głosy.
   *[many] Przyczyniło się do tego { $count } głosów.
}
outcome-voices-few = Przyczyniło się do tego mniej niż 5 głosów.
outcome-owner = Zajmuje się tym: { $owner }
outcome-due = Planowane do { $date }
outcome-percent = Wykonano w { $percent } procentach
outcome-published = Opublikowano { $date }
outcome-steps = Co wydarzyło się od tego czasu
aloud-and = i
aloud-to = do
aloud-percent = procent
aloud-euro = euro
aloud-paragraph = paragraf
poster-more = Więcej odpowiedzi jest na stronie pod kodem.
poster-scan = Przeczytaj wszystkie odpowiedzi
poster-spoken = Kod QR do { $address }
step-decision-done = Rozstrzygnięte
step-decision-when = { $date } odpowiedzieliśmy:
step-report-done = W raporcie
step-report-now = Trafi do raportu
step-report-ahead = W raporcie
step-report-text = { $date } wybraliśmy Państwa wypowiedź do odpowiedzi.
step-done-done = Wykonane
step-done-now = W realizacji
step-done-ahead = Realizacja
letter-outcome-subject = Odpowiedź na Państwa wypowiedź: { $title }
letter-outcome-what = jest odpowiedź na Państwa wypowiedź w „{ $title }”. Państwa głos jest jednym z tych, na które odpowiada.
letter-outcome-look = Cała odpowiedź ze zdjęciami i wszystkimi krokami:
letter-outcome-button = Zobacz odpowiedź
letter-step-subject = Nowości o Państwa wypowiedzi: { $title }
letter-step-what = w „{ $title }” coś się zmieniło. Chodzi o odpowiedź „{ $outcome }”, w której jest też Państwa głos.
