fault-title-prefix = Vă rugăm să verificați:

receipt-title = Ce se întâmplă cu contribuția mea?
receipt-intro = Introduceți cele opt caractere de pe recipisă. Veți vedea apoi în ce etapă este contribuția dumneavoastră.
receipt-label = Recipisă
receipt-help = Literele mari sau mici și spațiile nu contează. O recipisă arată așa:
receipt-send = Verificați
receipt-look = Verificați cu recipisa
receipt-nothing = Sub această recipisă nu găsim încă nimic
receipt-nothing-text = Poate că un caracter este greșit: vă rugăm să le comparați pe toate opt. Dacă abia ați trimis răspunsurile, încercați din nou peste un minut.
receipt-soon = Contribuția dumneavoastră a ajuns
receipt-soon-text = În curând va apărea aici mai mult. Vă rugăm să verificați din nou peste un minut.
receipt-again = Vă rugăm să introduceți recipisa încă o dată
receipt-again-text = Pagina era prea veche. După verificare vă puteți scrie adresa acolo.

journey-title = Drumul contribuției dumneavoastră
state-done = încheiat
state-now = urmează
state-ahead = mai târziu
state-late = întârziat
step-received-done = A ajuns
step-received-text = Contribuția dumneavoastră a ajuns pe { $date }.
step-read-done = A fost citită
step-read-now = Se citește
step-read-text = Un program a citit contribuția dumneavoastră pe { $date }. Poate greși.
step-tagged-done = A fost încadrată
step-tagged-ahead = Va fi încadrată
step-tagged-text = { $count ->
    [one] Contribuția dumneavoastră se referă la un standard minim pentru o bună participare:
    [few] Contribuția dumneavoastră se referă la { $count } standarde minime pentru o bună participare:
   *[other] Contribuția dumneavoastră se referă la { $count } de standarde minime pentru o bună participare:
}
step-tagged-none = Programul nu a găsit în contribuția dumneavoastră nimic despre standardele minime pentru o bună participare. Ea contează totuși.
step-decision-now = Răspuns
step-decision-ahead = Răspuns
step-decision-late = Răspunsul încă lipsește
step-decision-day = Promis până la { $date }
step-decision-text = Până atunci vă spunem ce rezultă din contribuții. Responsabil: { $office }
step-decision-late-text = Ziua promisă a trecut. Nu ezitați să întrebați. Responsabil: { $office }
stance-met = { $count ->
    [one] Dumneavoastră considerați acest lucru bine făcut.
    [few] Dumneavoastră considerați acest lucru bine făcut (în { $count } locuri).
   *[other] Dumneavoastră considerați acest lucru bine făcut (în { $count } de locuri).
}
stance-not_met = { $count ->
    [one] Acest lucru v-a lipsit.
    [few] Acest lucru v-a lipsit (în { $count } locuri).
   *[other] Acest lucru v-a lipsit (în { $count } de locuri).
}
stance-suggestion = { $count ->
    [one] Aveți o propunere în această privință.
    [few] Aveți propuneri în această privință (în { $count } locuri).
   *[other] Aveți propuneri în această privință (în { $count } de locuri).
}

tell-title = Spuneți-mi ce rezultă
tell-text = Dacă doriți, vă scriem un e-mail de îndată ce apare ceva nou.
tell-address = Adresă de e-mail
tell-send = Da, scrieți-mi
tell-apart = Adresa este păstrată separat de răspunsuri. Mai întâi primiți un e-mail în care confirmați acest lucru.
address-fault = Vă rugăm să scrieți o adresă completă, de exemplu name@example.org.
address-fault-short = Această adresă de e-mail este incompletă
address-away = Vă rugăm să trimiteți din nou peste un minut.
address-away-short = Acum nu putem salva datele
address-kept = Ce ați scris este încă aici.
subscribed-title = Vă rugăm să vă verificați e-mailul
subscribed-text = Trimitem un e-mail la această adresă. Vă scriem mai departe numai după ce confirmați acolo:
subscribed-wrong = Nu a venit niciun e-mail? Căutați în dosarul de spam. Dacă adresa este greșită, mergeți înapoi și scrieți-o din nou.
subscribed-receipt = Mai aveți nevoie de recipisă:

confirm-title = Să vă scriem?
confirm-text = Vă scriem când contribuția dumneavoastră a fost citită și când există un răspuns. Puteți opri acest lucru oricând.
confirm-send = Da, scrieți-mi
end-title = Să nu vă mai scriem?
end-text = Atunci nu vă mai scriem despre această contribuție. Vă ștergem adresa dacă nu ați dat-o și pentru altă contribuție. Contribuția dumneavoastră rămâne.
end-send = Opriți e-mailurile
told-confirmed-title = Vă mulțumim, vă vom scrie
told-confirmed-text = Adresa dumneavoastră este confirmată. De îndată ce apare ceva nou, primiți un e-mail.
told-ended-title = Nu mai primiți e-mailuri
told-ended-text = Despre această contribuție nu vă mai scriem. Cu recipisa puteți verifica în continuare.
told-unknown-title = Acest link nu duce nicăieri
told-unknown-text = Poate că este incomplet. Vă rugăm să îl deschideți încă o dată din e-mail.
told-end = Totuși, fără e-mailuri

letter-hello = Bună ziua,
letter-confirm-subject = Vă rugăm să confirmați: doriți să aflați ce rezultă din contribuția dumneavoastră?
letter-confirm-who = această adresă a fost dată la o consultare, pentru a afla ce rezultă dintr-o contribuție.
letter-confirm-do = Doriți acest lucru? Atunci deschideți această pagină și confirmați acolo:
letter-confirm-button = Da, scrieți-mi
letter-confirm-else = Nu ați fost dumneavoastră? Atunci nu trebuie să faceți nimic: fără confirmare nu vă mai scriem.
letter-read-subject = Contribuția dumneavoastră a fost citită: { $title }
letter-read-what = Contribuția dumneavoastră la „{ $title }” din { $date } a fost citită. A citit-o un program; poate greși.
letter-read-promise = Un răspuns este promis până la { $date }. Responsabil: { $office }
letter-read-look = Cu recipisa vedeți oricând în ce etapă este contribuția dumneavoastră:
letter-read-button = Verificați cu recipisa
letter-why = Primiți acest e-mail deoarece această adresă a fost dată pentru o contribuție.
letter-end = Fără alte e-mailuri:
letter-end-link = Fără alte e-mailuri

standard-early-information = Informare din timp
standard-scope-transparency = Limite clare ale participării
standard-genuine-influence = Rezultat deschis și influență reală
standard-feedback-accountability = Răspuns și dare de seamă
standard-low-threshold-access = Acces ușor
standard-accessibility-language = Accesibilitate și claritate
standard-target-group-inclusion = Includerea tuturor grupurilor
standard-respect-fairness = Respect și corectitudine
standard-resources-support = Resurse și persoane de contact
standard-documentation-traceability = Documentare și transparență
standard-cooperation-networks = Cooperare și rețele
standard-evaluation-learning = Evaluare și învățare
standard-other = Un alt standard minim
plain-early-information = Toți cei vizați află cât timp nu s-a hotărât încă nimic.
plain-scope-transparency = Este clar dinainte despre ce se poate discuta și cine decide.
plain-genuine-influence = Ce spun oamenii poate schimba cu adevărat rezultatul.
plain-feedback-accountability = Oamenii află ce s-a întâmplat cu contribuțiile lor și de ce.
plain-low-threshold-access = Participarea este ușoară: locul, ora și modul se potrivesc vieții de zi cu zi.
plain-accessibility-language = Toți pot intra, pot citi totul și pot înțelege totul.
plain-target-group-inclusion = Sunt întrebați și cei care lipsesc adesea.
plain-respect-fairness = Toți sunt luați în serios și pot vorbi.
plain-resources-support = Există destul timp, bani și oameni pe care îi poți întreba.
plain-documentation-traceability = Desfășurarea și rezultatele pot fi citite mai târziu.
plain-cooperation-networks = Instituțiile, asociațiile și locuitorii se pun de acord.
plain-evaluation-learning = Se analizează cum a fost și data viitoare se face mai bine.
plain-other = Nu se află încă în această listă.

tell-kept = O ștergem cel târziu la un an după ziua până la care este promis un răspuns.
own-title = Ce este păstrat aici despre dumneavoastră
own-text = Această pagină o vede doar cine are linkul din e-mailul dumneavoastră. Răspunsurile nu sunt aici: sunt păstrate separat și fără nume.
own-address = Adresa dumneavoastră de e-mail
own-since = Introdusă la { $date }
own-consent = Ați fost de acord cu acest text
own-letters = Scrisori către dumneavoastră
own-entries = Înscrierile dumneavoastră
own-file = Luați ca fișier (JSON)
own-erase = Ștergeți tot
own-erase-text = Ștergem adresa și nu vă mai scriem despre nicio contribuție. Contribuțiile rămân: nu sunt legate de dumneavoastră.
own-erase-send = Da, ștergeți tot
own-gone = Adresa dumneavoastră este ștearsă
own-gone-text = Nu mai păstrăm nimic despre dumneavoastră și nu vă mai scriem.
own-none = Aici nu este păstrat nimic
own-none-text = Pentru acest link nu există nicio adresă. Poate că a fost deja ștearsă sau linkul este incomplet: atunci vă rugăm să îl deschideți încă o dată din mesaj.
own-link = Ce este păstrat despre mine?
own-state-confirmed = confirmată
own-state-asked = neconfirmată încă
notice-title = Ce se întâmplă cu datele dumneavoastră
notice-lead = Participați fără nume. Avem nevoie de o adresă doar dacă doriți să vă scriem.
notice-answers-title = Răspunsurile dumneavoastră
notice-answers = Păstrăm ce bifați și scrieți, precum și limba, momentul și anunțul sau linkul prin care ați venit. Nu păstrăm niciun nume, niciun cookie și nicio adresă a dispozitivului. Contribuția rămâne până când o retrageți.
notice-program = Un program citește textele și le ordonează pe teme, fără servicii străine. Ascunde numele, numerele și adresele din ele cât poate de bine. Ce rezultă din ele hotărăsc oamenii.
notice-flood = Pentru ca nimeni să nu inunde formularul, numărăm câteva minute cât vine dintr-o rețea. Nu păstrăm despre ce rețea este vorba.
notice-address-title = Adresa dumneavoastră, dacă o dați
notice-address = Este păstrată criptat și separat de răspunsuri. Dacă nu confirmați adresa de e-mail sau numărul, le ștergem după { $days } zile. Altfel le ștergem când vă dezabonați, cel târziu la un an după ziua până la care este promis un răspuns.
notice-ways = E-mailurile merg prin serverul orașului, SMS-urile printr-un serviciu împuternicit, mesajele pe dispozitiv prin producătorul browserului. Răspunsurile dumneavoastră nu apar niciodată în ele.
notice-rights-title = Ce puteți face singur
notice-rights = Cu recipisa vedeți contribuția, o schimbați cât timp sondajul este deschis și o retrageți oricând. Adresa o vedeți, o luați cu dumneavoastră și o ștergeți prin linkul din fiecare mesaj. Fără recipisă nici noi nu găsim contribuția: nu știm care este a dumneavoastră.
notice-who-title = Cine răspunde
notice-who = Biroul numit sub fiecare formular. Temeiul este sarcina sa publică (articolul 6 alineatul 1 litera e RGPD), pentru adresă consimțământul dumneavoastră (litera a). Participarea este voluntară. La întrebări răspunde:
notice-complain = Puteți face și plângere la:

results-integrity = Cum este numărat fiecare răspuns
voice-proof = Număr de control
voice-proof-text = Cu acest număr vedeți că răspunsul dumneavoastră este numărat. Nu spune nimic despre el.
voice-proof-look = Căutați în dovadă
results-title = Ce rezultă de aici
results-none = Încă nu există un răspuns. De îndată ce va exista, va fi aici.
results-office = Responsabil: { $office }
results-other-language = Acest răspuns nu există încă în această limbă. Aici este în germană.
results-more = Mai mult despre aceasta
results-feed = Abonați-vă la răspunsuri noi (Atom)
results-offers = Ce este în cartierul dumneavoastră?
results-aloud = Text simplu de citit cu voce tare
results-look = Toate răspunsurile acestei consultări
promise-title = Promisiunea noastră
promise-state-open = deschisă
promise-state-so-far = respectată până acum
promise-state-kept = respectată
promise-state-missed = nerespectată
promise-open = { $days ->
    [0] Am promis să răspundem până la { $date }. Este astăzi.
    [one] Am promis să răspundem până la { $date }. Este mâine.
    [few] Am promis să răspundem până la { $date }. Au mai rămas { $days } zile.
   *[other] Am promis să răspundem până la { $date }. Au mai rămas { $days } de zile.
}
promise-so-far = Am promis să răspundem până la { $date }. Până acum ne-am ținut de cuvânt: primul răspuns a venit la { $answered }. Promisiunea este valabilă până la { $date }; până atunci pot veni și alte răspunsuri.
promise-kept = Am promis să răspundem până la { $date }. Ne-am ținut de cuvânt: primul răspuns a venit la { $answered }.
promise-missed = { $days ->
    [one] Am promis să răspundem până la { $date }. Nu ne-am ținut de cuvânt. Ziua a fost ieri.
    [few] Am promis să răspundem până la { $date }. Nu ne-am ținut de cuvânt. Au trecut { $days } zile.
   *[other] Am promis să răspundem până la { $date }. Nu ne-am ținut de cuvânt. Au trecut { $days } de zile.
}
promise-missed-late = { $days ->
    [one] Am promis să răspundem până la { $date }. Primul răspuns a venit la { $answered }, cu o zi întârziere.
    [few] Am promis să răspundem până la { $date }. Primul răspuns a venit la { $answered }, cu { $days } zile întârziere.
   *[other] Am promis să răspundem până la { $date }. Primul răspuns a venit la { $answered }, cu { $days } de zile întârziere.
}
promise-moved = La început a fost { $date }.
outcome-asked = Am întrebat
outcome-said = Ați spus
outcome-do = Facem acest lucru
outcome-partly = Facem o parte din acest lucru
outcome-not = Nu facem acest lucru
outcome-open = Încă nu este hotărât
outcome-voices = { $count ->
    [one] Cel puțin o voce a contribuit la aceasta.
    [few] Cel puțin { $count } voci au contribuit la aceasta.
   *[other] Cel puțin { $count } de voci au contribuit la aceasta.
}
outcome-voices-few = Mai puțin de 5 voci au contribuit la aceasta.
outcome-owner = Se ocupă: { $owner }
outcome-due = Planificat până la { $date }
outcome-percent = Realizat în proporție de { $percent } la sută
outcome-published = Publicat la { $date }
outcome-steps = Ce s-a întâmplat de atunci
aloud-and = și
aloud-to = până la
aloud-percent = la sută
aloud-euro = euro
aloud-paragraph = paragraful
poster-more = Mai multe răspunsuri sunt pe pagina din spatele codului.
poster-scan = Citiți toate răspunsurile
poster-spoken = Cod QR către { $address }
step-decision-done = Hotărât
step-decision-when = La { $date } am răspuns:
step-report-done = În raport
step-report-now = Intră în raport
step-report-ahead = În raport
step-report-text = La { $date } am ales contribuția dumneavoastră pentru un răspuns.
step-done-done = Realizat
step-done-now = În curs de realizare
step-done-ahead = Realizarea
letter-outcome-subject = Răspuns la contribuția dumneavoastră: { $title }
letter-outcome-what = există un răspuns la contribuția dumneavoastră la „{ $title }”. Vocea dumneavoastră este una dintre cele la care răspunde.
letter-outcome-look = Răspunsul întreg, cu imagini și toți pașii:
letter-outcome-button = Vedeți răspunsul
letter-step-subject = Noutăți despre contribuția dumneavoastră: { $title }
letter-step-what = la „{ $title }” s-a schimbat ceva. Este vorba despre răspunsul „{ $outcome }”, din care face parte și vocea dumneavoastră.

pref-title = Cum doriți să vă scriem?
pref-language = Limba e-mailurilor
pref-pace = Cât de des?
pref-pace-at_once = Imediat ce apare ceva nou
pref-pace-weekly = O dată pe săptămână, totul împreună, vinerea
pref-quiet = Ore de liniște
pref-quiet-help = În acest interval nu vine niciun e-mail. Vine după aceea.
pref-quiet-none = Fără ore de liniște
pref-quiet-hours = de la { $start } la { $end }
pref-save = Salvați așa
pref-saved = Salvat.
letter-change-link = Schimbați limba, frecvența sau orele de liniște
letter-digest-subject = Săptămâna aceasta despre contribuția dvs.: { $title }
letter-digest-what = iată ce s-a întâmplat săptămâna aceasta la „{ $title }”:
letter-digest-read = Contribuția dvs. a fost citită.
push-title = Anunț pe acest dispozitiv
push-text = De îndată ce apare ceva nou, pe acest dispozitiv apare un scurt mesaj. Ce ați scris nu apare în el.
push-do = Da, pe acest dispozitiv
push-kept = Pentru aceasta păstrăm o adresă a browserului dumneavoastră, separat de răspunsuri. Mesajul trece criptat prin producătorul browserului.
push-on = Vă anunțăm pe acest dispozitiv.
push-end = Nu mai anunțați aici
push-ended = Nu vă mai anunțăm pe acest dispozitiv. Adresa este ștearsă.
push-denied = Browserul nu permite mesaje de la această pagină. Puteți schimba aceasta în setările lui.
push-fault = Acum nu a reușit. Vă rugăm să încercați din nou peste un minut.
news-title = Există noutăți despre contribuția dumneavoastră
news-text = Verificați cu recipisa.
ways-title = Așa vă anunțăm
way-mail = Prin e-mail
way-push = Pe un dispozitiv
way-sms = Prin SMS
way-post = Prin poștă
way-end = Opriți
way-ended = Oprit. Adresa este ștearsă, dacă nu este necesară pentru altă contribuție.
ways-none = În prezent nu vă anunțăm despre această contribuție.
stop-title = Fără alte mesaje?
stop-text = Atunci nu vă mai anunțăm despre această contribuție. Vă ștergem numărul sau adresa dacă nu le-ați dat și pentru altă contribuție. Contribuția dumneavoastră rămâne.
stop-send = Da, opriți
stopped-title = Nu veți mai primi mesaje
tell-text-sms = Dacă doriți, vă scriem un e-mail sau un SMS de îndată ce apare ceva nou.
tell-address-sms = Adresă de e-mail sau număr de mobil
tell-apart-sms = Adresa sau numărul sunt păstrate separat de răspunsuri. Mai întâi confirmați: printr-un e-mail sau cu un cod prin SMS.
phone-fault = Vă rugăm să introduceți un număr de mobil complet, de exemplu 0151 23456789, sau o adresă de e-mail. La numere fixe nu trimitem SMS.
phone-fault-short = Acest număr nu este complet sau nu este de mobil
phone-full = Pentru astăzi au fost trimise toate SMS-urile. Vă rugăm să introduceți o adresă de e-mail sau să încercați mâine.
phone-full-short = Astăzi nu mai putem trimite SMS-uri
code-title = Ce cod este în SMS?
code-text = Trimitem la acest număr un SMS cu șase cifre. De obicei durează mai puțin de un minut:
code-label = Cod
code-send = Confirmați
code-wrong = Acesta nu este codul din ultimul SMS. Vă rugăm să comparați cele șase cifre.
code-wrong-short = Acest cod nu se potrivește
code-over = Cereți un cod nou, cel mai devreme la un minut după ultimul.
code-over-short = Acest cod nu mai este valabil
code-new = Trimiteți un cod nou
code-done-title = Mulțumim, vă vom scrie un SMS
code-done-text = Numărul este confirmat. Fiecare SMS are un link cu care le puteți opri.
sms-code = { $code } este codul pentru Resonanz. Nu ati participat? Nu faceti nimic.
sms-news = Noutati despre contributie: { $link } Fara SMS: { $end }
own-address-push = Dispozitivul dumneavoastră, accesibil prin
own-address-sms = Numărul dumneavoastră de mobil
own-address-post = Adresa dumneavoastră poștală
post-close = Cu stimă
post-why = Primiți această scrisoare pentru că ne-ați lăsat adresa în acest scop. Ea este păstrată separat de răspunsuri.
post-end = Fără alte scrisori? Deschideți { $link } sau sunați: { $contact }
post-scan = Cod QR către { $address }
sheet-title = Răspuns prin poștă
sheet-text = Doriți o scrisoare când există un răspuns? Atunci completați această foaie și dați-o persoanei care conduce grupul. Nu este obligatoriu.
sheet-name = Prenume și nume
sheet-street = Strada și numărul
sheet-town = Cod poștal și localitate
sheet-receipt = Cele opt caractere ale recipisei
sheet-large = Cu litere mari, vă rog
sheet-consent = Doresc să mi se scrie prin poștă de îndată ce apare ceva nou despre contribuția mea. Pentru aceasta adresa mea poate fi păstrată, separat de răspunsurile mele. Pot opri aceasta oricând.
sheet-sign = Data și semnătura

receipt-slow = De aici s-a verificat prea des
receipt-slow-text = Din rețeaua dumneavoastră au venit multe recipise greșite. Ca nimeni să nu ghicească o recipisă, facem o pauză. Vă rugăm să încercați din nou peste zece minute. Ce ați scris a rămas aici.
receipt-yours = Recipisa dumneavoastră
voice-away = Acum nu vă putem arăta cuvintele. Vă rugăm să reveniți peste un minut.
voice-reviewed = O persoană a verificat acest lucru.
voice-unreviewed = Așa a citit un program. Încă nu a verificat nicio persoană.
voice-corrected = Ultima dumneavoastră modificare: { $date }.
voice-remarks = Ați adăugat mai târziu:
voice-topics = Despre ce este contribuția dumneavoastră
voice-title = Contribuția vă aparține
voice-text = Cu recipisa o puteți modifica, completa sau retrage.
voice-answers = Văd și corectez răspunsurile mele
voice-remark = Adaug ceva
voice-withdraw = Retrag contribuția
withdrawn-title = Această contribuție a fost retrasă
withdrawn-text = Retrasă la { $date }. Textul este șters. Se mai numără doar că a existat o contribuție. Nu mai scriem e-mailuri despre ea.
excluded-title = Această contribuție nu este numărată
excluded-spam = Motivul: pare a fi reclamă sau un text scris de o mașină.
excluded-double = Motivul: a mai sosit o dată. Se numără o singură dată.
excluded-not_for_us = Motivul: este despre ceva ce nu s-a întrebat aici.
excluded-text = Au hotărât oameni. Nu s-a șters nimic: contribuția rămâne, cu acest motiv, în lista tuturor contribuțiilor. Vedeți altfel lucrurile? Scrieți ceva mai jos.
poster-place = Aici am întrebat: { $place }
