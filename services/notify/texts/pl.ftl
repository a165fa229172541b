fault-title-prefix = Proszę sprawdzić:

receipt-title = Co dzieje się z moim głosem?
receipt-intro = Proszę wpisać osiem znaków z potwierdzenia. Wtedy będzie widać, na jakim etapie jest Państwa głos.
receipt-label = Potwierdzenie
receipt-help = Wielkość liter i odstępy nie mają znaczenia. Potwierdzenie wygląda tak:
receipt-send = Sprawdź
receipt-look = Sprawdź z potwierdzeniem
receipt-nothing = Pod tym potwierdzeniem jeszcze nic nie znajdujemy
receipt-nothing-text = Być może jeden znak jest błędny: proszę porównać wszystkie osiem. Jeśli odpowiedzi zostały wysłane przed chwilą, proszę spróbować ponownie za minutę.
receipt-soon = Państwa wypowiedź dotarła
receipt-soon-text = Za chwilę będzie tu więcej. Proszę sprawdzić ponownie za minutę.
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
own-none = Tutaj nic nie jest zapisane
own-none-text = Do tego linku nie ma żadnego adresu. Być może został już usunięty albo link jest niepełny: wtedy proszę otworzyć go jeszcze raz z wiadomości.
own-link = Co jest o mnie zapisane?
own-state-confirmed = potwierdzono
own-state-asked = jeszcze nie potwierdzono
notice-title = Co dzieje się z Państwa danymi
notice-lead = Biorą Państwo udział bez podawania nazwiska. Adres jest nam potrzebny tylko wtedy, gdy mamy do Państwa napisać.
notice-answers-title = Państwa odpowiedzi
notice-answers = Zapisujemy to, co Państwo zaznaczą i napiszą, a także język, czas oraz ogłoszenie lub link, którym Państwo trafili. Nie zapisujemy nazwiska, plików cookie ani adresu urządzenia. Wypowiedź pozostaje, dopóki jej Państwo nie wycofają.
notice-program = Program czyta teksty i porządkuje je według tematów, bez obcych usług. Nazwiska, numery i adresy ukrywa, na ile potrafi. O tym, co z tego wyniknie, decydują ludzie.
notice-flood = Aby nikt nie zasypał formularza, przez kilka minut liczymy, ile przychodzi z jednej sieci. Nie zapisujemy, która to sieć.
notice-address-title = Państwa adres, jeśli go Państwo podadzą
notice-address = Leży zaszyfrowany i oddzielnie od odpowiedzi. Jeśli nie potwierdzą Państwo adresu e-mail lub numeru, usuniemy go po { $days } dniach. W innym razie usuniemy go po rezygnacji, najpóźniej rok po dniu, do którego obiecano odpowiedź.
notice-ways = E-maile idą przez serwer pocztowy miasta, SMS-y przez zleconą usługę, wiadomości na urządzeniu przez producenta przeglądarki. Państwa odpowiedzi nigdy w nich nie ma.
notice-rights-title = Co mogą Państwo zrobić sami
notice-rights = Z potwierdzeniem mogą Państwo zobaczyć swoją wypowiedź, zmienić ją, dopóki trwa ankieta, i w każdej chwili wycofać. Adres można zobaczyć, zabrać i usunąć przez link w każdej wiadomości. Bez potwierdzenia i my nie znajdziemy wypowiedzi: nie wiemy, która jest Państwa.
notice-who-title = Kto odpowiada
notice-who = Urząd podany pod każdym formularzem. Podstawą jest jego zadanie publiczne (art. 6 ust. 1 lit. e RODO), a dla adresu Państwa zgoda (lit. a). Udział jest dobrowolny. Na pytania odpowiada:
notice-complain = Mogą Państwo również złożyć skargę:

results-integrity = Jak policzono każdą odpowiedź
voice-proof = Liczba kontrolna
voice-proof-text = Ta liczba pokazuje, że odpowiedź jest policzona. Nic nie mówi o jej treści.
voice-proof-look = Sprawdź w dowodzie
results-title = Co z tego wynika
results-none = Nie ma jeszcze odpowiedzi. Gdy tylko się pojawi, będzie tutaj.
results-office = Odpowiada: { $office }
results-other-language = Tej odpowiedzi nie ma jeszcze w tym języku. Tutaj jest po niemiecku.
results-more = Więcej na ten temat
results-feed = Subskrybuj nowe odpowiedzi (Atom)
results-offers = Co jest w Państwa dzielnicy?
results-aloud = Zwykły tekst do czytania na głos
results-look = Wszystkie odpowiedzi w tych konsultacjach
promise-title = Nasza obietnica
promise-state-open = otwarta
promise-state-so-far = na razie dotrzymana
promise-state-kept = dotrzymana
promise-state-missed = niedotrzymana
promise-open = { $days ->
    [0] Obiecaliśmy odpowiedzieć do { $date }. To dzisiaj.
    [one] Obiecaliśmy odpowiedzieć do { $date }. To jutro.
    [few] Obiecaliśmy odpowiedzieć do { $date }. Zostały { $days } dni.
   *[many] Obiecaliśmy odpowiedzieć do { $date }. Zostało { $days } dni.
}
promise-so-far = Obiecaliśmy odpowiedzieć do { $date }. Na razie dotrzymujemy słowa: pierwsza odpowiedź pojawiła się { $answered }. Obietnica obowiązuje do { $date }; do tego czasu mogą pojawić się kolejne odpowiedzi.
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
outcome-voices = Przyczyniło się do tego co najmniej { $count } głosów.
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

pref-title = Jak mamy się z Państwem kontaktować?
pref-language = Język e-maili
pref-pace = Jak często?
pref-pace-at_once = Gdy tylko pojawi się coś nowego
pref-pace-weekly = Raz w tygodniu wszystko razem, w piątki
pref-quiet = Godziny ciszy
pref-quiet-help = W tych godzinach nie wysyłamy e-maili. Przyjdą później.
pref-quiet-none = Bez godzin ciszy
pref-quiet-hours = od { $start } do { $end }
pref-save = Zapisz
pref-saved = Zapisano.
letter-change-link = Zmień język, częstotliwość lub godziny ciszy
letter-digest-subject = W tym tygodniu o Państwa głosie: { $title }
letter-digest-what = to wydarzyło się w tym tygodniu w „{ $title }”:
letter-digest-read = Państwa głos został przeczytany.
push-title = Powiadomienie na tym urządzeniu
push-text = Gdy tylko będzie coś nowego, na tym urządzeniu pojawi się krótka wiadomość. Nie ma w niej tego, co Państwo napisali.
push-do = Tak, na tym urządzeniu
push-kept = W tym celu przechowujemy adres Państwa przeglądarki, osobno od odpowiedzi. Wiadomość idzie zaszyfrowana przez producenta przeglądarki.
push-on = Damy znać na tym urządzeniu.
push-end = Nie powiadamiać już tutaj
push-ended = Nie będziemy już powiadamiać na tym urządzeniu. Adres usunięto.
push-denied = Przeglądarka nie zezwala na wiadomości z tej strony. Można to zmienić w jej ustawieniach.
push-fault = Teraz się nie udało. Proszę spróbować ponownie za minutę.
news-title = Jest coś nowego w sprawie Państwa głosu
news-text = Proszę sprawdzić z potwierdzeniem.
ways-title = Tak dajemy znać
way-mail = E-mailem
way-push = Na urządzeniu
way-sms = SMS-em
way-post = Pocztą
way-end = Zakończ
way-ended = Zakończono. Adres usunięto, jeśli nie jest potrzebny przy innym głosie.
ways-none = Obecnie nie powiadamiamy o tej wypowiedzi.
stop-title = Bez dalszych wiadomości?
stop-text = Nie będziemy już dawać znać w sprawie tego głosu. Numer lub adres usuniemy, jeśli nie podali go Państwo także przy innym głosie. Państwa głos pozostaje.
stop-send = Tak, zakończ
stopped-title = Nie będzie już wiadomości
tell-text-sms = Jeśli Państwo chcą, napiszemy e-mail lub SMS, gdy tylko będzie coś nowego.
tell-address-sms = Adres e-mail lub numer komórki
tell-apart-sms = Adres lub numer są przechowywane osobno od odpowiedzi. Najpierw potwierdzenie: e-mailem albo kodem z SMS-a.
phone-fault = Proszę podać pełny numer komórki, na przykład 0151 23456789, albo adres e-mail. Na numery stacjonarne nie wysyłamy SMS-ów.
phone-fault-short = Ten numer jest niepełny albo nie jest numerem komórki
phone-full = Na dziś wysłaliśmy już wszystkie SMS-y. Proszę podać adres e-mail albo spróbować jutro.
phone-full-short = Dziś nie możemy już wysłać SMS-ów
code-title = Jaki kod jest w SMS-ie?
code-text = Wysyłamy na ten numer SMS z sześcioma cyframi. Zwykle trwa to mniej niż minutę:
code-label = Kod
code-send = Potwierdź
code-wrong = To nie jest kod z ostatniego SMS-a. Proszę porównać sześć cyfr.
code-wrong-short = Ten kod nie pasuje
code-over = Proszę poprosić o nowy kod, najwcześniej minutę po ostatnim.
code-over-short = Ten kod już nie jest ważny
code-new = Wyślij nowy kod
code-done-title = Dziękujemy, napiszemy SMS
code-done-text = Numer jest potwierdzony. W każdym SMS-ie jest link, którym można to zakończyć.
sms-code = { $code } to kod do Resonanz. To nie Ty? Nic nie rob.
sms-news = Nowe w sprawie Panstwa glosu: { $link } Koniec SMS: { $end }
own-address-push = Państwa urządzenie, dostępne przez
own-address-sms = Państwa numer komórki
own-address-post = Państwa adres pocztowy
post-close = Z poważaniem
post-why = Ten list przyszedł, ponieważ zostawili Państwo w tym celu swój adres. Jest on przechowywany osobno od odpowiedzi.
post-end = Bez dalszych listów? Proszę otworzyć { $link } lub zadzwonić: { $contact }
post-scan = Kod QR do { $address }
sheet-title = Odpowiedź pocztą
sheet-text = Chcą Państwo dostać list, gdy będzie odpowiedź? Proszę wypełnić tę kartkę i oddać ją osobie prowadzącej grupę. To nie jest obowiązkowe.
sheet-name = Imię i nazwisko
sheet-street = Ulica i numer domu
sheet-town = Kod pocztowy i miejscowość
sheet-receipt = Osiem znaków Państwa potwierdzenia
sheet-large = Proszę dużą czcionką
sheet-consent = Chcę dostawać listy pocztą, gdy będzie coś nowego w sprawie mojego głosu. W tym celu wolno przechowywać mój adres, osobno od moich odpowiedzi. Mogę to w każdej chwili zakończyć.
sheet-sign = Data i podpis

receipt-slow = Stąd sprawdzano zbyt często
receipt-slow-text = Z Państwa sieci przyszło wiele błędnych potwierdzeń. Aby nikt nie zgadł cudzego potwierdzenia, robimy przerwę. Proszę spróbować ponownie za dziesięć minut. Wpisany tekst nadal tu jest.
receipt-yours = Państwa potwierdzenie
voice-away = W tej chwili nie możemy pokazać Państwa słów. Proszę zajrzeć ponownie za minutę.
voice-reviewed = Sprawdził to człowiek.
voice-unreviewed = Tak odczytał to program. Człowiek jeszcze tego nie sprawdził.
voice-corrected = Ostatnia Państwa zmiana: { $date }.
voice-remarks = Później dopisali Państwo:
voice-topics = O czym jest Państwa głos
voice-title = Państwa głos należy do Państwa
voice-text = Z potwierdzeniem mogą go Państwo zmienić, coś dopisać lub wycofać.
voice-answers = Zobacz i popraw moje odpowiedzi
voice-remark = Dopisz coś
voice-withdraw = Wycofaj mój głos
withdrawn-title = Ten głos został wycofany
withdrawn-text = Wycofano: { $date }. Tekst usunięto. Liczymy tylko to, że głos był. Nie piszemy już e-maili w tej sprawie.
excluded-title = Ten głos nie jest liczony
excluded-spam = Powód: wygląda na reklamę albo na tekst napisany przez maszynę.
excluded-double = Powód: dotarł już wcześniej. Liczymy go tylko raz.
excluded-not_for_us = Powód: dotyczy czegoś, o co tutaj nie pytano.
excluded-text = Zdecydowali o tym ludzie. Niczego nie usunięto: głos wraz z tym powodem pozostaje w zestawieniu wszystkich głosów. Widzi to Pani/Pan inaczej? Proszę napisać o tym poniżej.
poster-place = Tutaj pytaliśmy: { $place }
