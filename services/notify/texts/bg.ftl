fault-title-prefix = Моля, проверете:

receipt-title = Какво става с моето мнение?
receipt-intro = Въведете осемте знака от разписката си. Тогава ще видите докъде е стигнало мнението Ви.
receipt-label = Разписка
receipt-help = Главни или малки букви и интервали нямат значение. Разписката изглежда така:
receipt-send = Проверка
receipt-look = Проверка с разписката
receipt-nothing = С тази разписка още не намираме нищо
receipt-nothing-text = Може би един знак е сгрешен: моля, сравнете всичките осем. Ако току-що сте изпратили отговорите, опитайте отново след минута.
receipt-again = Моля, въведете разписката си още веднъж
receipt-again-text = Страницата беше остаряла. След проверката можете да въведете там адреса си.

journey-title = Пътят на Вашето мнение
state-done = готово
state-now = следва
state-ahead = по-късно
state-late = просрочено
step-received-done = Пристигна
step-received-text = Вашето мнение пристигна на { $date }
step-read-done = Прочетено
step-read-now = Чете се
step-read-text = Програма прочете Вашето мнение на { $date } Тя може да греши.
step-tagged-done = Съотнесено
step-tagged-ahead = Ще бъде съотнесено
step-tagged-text = { $count ->
    [one] Вашето мнение засяга един минимален стандарт за добро участие:
   *[other] Вашето мнение засяга { $count } минимални стандарта за добро участие:
}
step-tagged-none = Програмата не намери във Вашето мнение нищо за минималните стандарти за добро участие. То се брои въпреки това.
step-decision-now = Отговор
step-decision-ahead = Отговор
step-decision-late = Отговорът още го няма
step-decision-day = Обещан до { $date }
step-decision-text = Дотогава ще кажем какво следва от мненията. Отговаря: { $office }
step-decision-late-text = Обещаният ден мина. Попитайте ни спокойно. Отговаря: { $office }
stance-met = { $count ->
    [one] Според Вас това е направено добре.
   *[other] Според Вас това е направено добре (на { $count } места).
}
stance-not_met = { $count ->
    [one] Това Ви е липсвало.
   *[other] Това Ви е липсвало (на { $count } места).
}
stance-suggestion = { $count ->
    [one] Имате предложение за това.
   *[other] Имате предложения за това (на { $count } места).
}

tell-title = Кажете ми какво ще последва
tell-text = Ако желаете, ще Ви пишем по имейл, щом има нещо ново.
tell-address = Имейл адрес
tell-send = Да, пишете ми
tell-apart = Адресът се пази отделно от отговорите Ви. Първо ще получите имейл, в който да потвърдите това.
address-fault = Моля, въведете пълен адрес, например name@example.org.
address-fault-short = Този имейл адрес не е пълен
address-away = Моля, изпратете отново след минута.
address-away-short = В момента не можем да запишем данните
address-kept = Това, което въведохте, е още тук.
subscribed-title = Моля, проверете пощата си
subscribed-text = Изпращаме имейл на този адрес. Ще Ви пишем по-нататък само ако потвърдите там:
subscribed-wrong = Няма имейл? Погледнете в папката за спам. Ако адресът е сгрешен, върнете се и го въведете отново.
subscribed-receipt = Разписката ще Ви трябва и занапред:

confirm-title = Да Ви пишем ли?
confirm-text = Ще Ви пишем, когато мнението Ви бъде прочетено и когато има отговор. Можете да прекратите това по всяко време.
confirm-send = Да, пишете ми
end-title = Да не пишем повече?
end-text = Тогава няма да Ви пишем повече за това мнение. Ще изтрием адреса Ви, ако не сте го посочили и за друго мнение. Вашето мнение остава.
end-send = Прекратяване на имейлите
told-confirmed-title = Благодарим, ще Ви пишем
told-confirmed-text = Адресът Ви е потвърден. Щом има нещо ново, ще получите имейл.
told-ended-title = Няма да получавате повече имейли
told-ended-text = За това мнение няма да Ви пишем повече. С разписката можете да проверявате и занапред.
told-unknown-title = Тази връзка не води никъде
told-unknown-text = Може би не е пълна. Моля, отворете я още веднъж от имейла.
told-end = Все пак без имейли

letter-hello = Здравейте,
letter-confirm-subject = Моля, потвърдете: искате ли да чуете какво става с Вашето мнение?
letter-confirm-who = този адрес беше посочен в анкета, за да се научи какво става с едно мнение.
letter-confirm-do = Искате ли това? Тогава отворете, моля, тази страница и потвърдете там:
letter-confirm-button = Да, пишете ми
letter-confirm-else = Не бяхте Вие? Тогава не е нужно да правите нищо: без потвърждение няма да пишем повече.
letter-read-subject = Вашето мнение е прочетено: { $title }
letter-read-what = Вашето мнение за „{ $title }“ от { $date } е прочетено. Прочете го програма; тя може да греши.
letter-read-promise = Отговор е обещан до { $date } Отговаря: { $office }
letter-read-look = С разписката по всяко време виждате докъде е стигнало мнението Ви:
letter-read-button = Проверка с разписката
letter-why = Получавате този имейл, защото този адрес беше посочен към едно мнение.
letter-end = Без повече имейли:
letter-end-link = Без повече имейли

standard-early-information = Ранно информиране
standard-scope-transparency = Ясни граници на участието
standard-genuine-influence = Отворен резултат и реално влияние
standard-feedback-accountability = Обратна връзка и отчетност
standard-low-threshold-access = Лесен достъп
standard-accessibility-language = Достъпност и разбираемост
standard-target-group-inclusion = Включване на всички групи
standard-respect-fairness = Уважение и справедливост
standard-resources-support = Ресурси и лица за контакт
standard-documentation-traceability = Документиране и проследимост
standard-cooperation-networks = Сътрудничество и мрежи
standard-evaluation-learning = Оценка и учене
standard-other = Още един минимален стандарт
plain-early-information = Всички засегнати научават, докато още нищо не е решено.
plain-scope-transparency = Предварително е ясно за какво може да се говори и кой решава.
plain-genuine-influence = Това, което хората казват, наистина може да промени резултата.
plain-feedback-accountability = Хората научават какво е станало с мненията им и защо.
plain-low-threshold-access = Участието е лесно: мястото, времето и начинът са удобни за всекидневието.
plain-accessibility-language = Всички могат да влязат, да прочетат всичко и да разберат всичко.
plain-target-group-inclusion = Питат и онези, които често липсват.
plain-respect-fairness = Всички се приемат сериозно и могат да се изкажат.
plain-resources-support = Има достатъчно време, пари и хора, които може да се попитат.
plain-documentation-traceability = Ходът и резултатите могат да се прочетат по-късно.
plain-cooperation-networks = Служби, сдружения и жители се съгласуват помежду си.
plain-evaluation-learning = Гледа се как е минало и следващия път се прави по-добре.
plain-other = Още го няма в този списък.

tell-kept = Изтриваме го най-късно една година след деня, до който е обещан отговор.
own-title = Какво се пази тук за вас
own-text = Тази страница вижда само който има връзката от вашия имейл. Отговорите ви не са тук: пазят се отделно и без име.
own-address = Вашият имейл адрес
own-since = Въведен на { $date }
own-consent = Съгласили сте се с този текст
own-letters = Писма до вас
own-entries = Вашите записи
own-file = Вземете като файл (JSON)
own-erase = Изтрийте всичко
own-erase-text = Изтриваме адреса ви и повече няма да ви пишем за нито едно мнение. Мненията ви остават: не са свързани с вас.
own-erase-send = Да, изтрийте всичко
own-gone = Адресът ви е изтрит
own-gone-text = Не пазим вече нищо за вас и няма да ви пишем.
own-link = Какво се пази за мен?
own-state-confirmed = потвърден
own-state-asked = още не е потвърден

results-title = Какво става с това
results-none = Още няма отговор. Щом има, ще бъде тук.
results-office = Отговорен: { $office }
results-other-language = Този отговор още го няма на този език. Тук е на немски.
results-more = Още за това
results-feed = Абонамент за нови отговори (Atom)
results-aloud = Обикновен текст за четене на глас
results-look = Всички отговори от това участие
promise-title = Нашето обещание
promise-state-open = отворено
promise-state-kept = спазено
promise-state-missed = неспазено
promise-open = { $days ->
    [0] Обещахме да отговорим до { $date }. Това е днес.
    [one] Обещахме да отговорим до { $date }. Това е утре.
   *[other] Обещахме да отговорим до { $date }. Остават { $days } дни.
}
promise-kept = Обещахме да отговорим до { $date }. Спазихме го: първият отговор дойде на { $answered }.
promise-missed = { $days ->
    [one] Обещахме да отговорим до { $date }. Не го спазихме. Денят беше вчера.
   *[other] Обещахме да отговорим до { $date }. Не го спазихме. Минаха { $days } дни.
}
promise-missed-late = { $days ->
    [one] Обещахме да отговорим до { $date }. Първият отговор дойде на { $answered }, с един ден закъснение.
   *[other] Обещахме да отговорим до { $date }. Първият отговор дойде на { $answered }, с { $days } дни закъснение.
}
promise-moved = Отначало беше { $date }.
outcome-asked = Попитахме
outcome-said = Вие казахте
outcome-do = Правим го
outcome-partly = Правим част от това
outcome-not = Не го правим
outcome-open = Това още не е решено
outcome-voices = { $count ->
    [one] Един глас допринесе за това.
   *[other] { $count } гласа допринесоха за това.
}
outcome-voices-few = По-малко от 5 гласа допринесоха за това.
outcome-owner = Грижи се: { $owner }
outcome-due = Планирано до { $date }
outcome-percent = Изпълнено на { $percent } процента
outcome-published = Публикувано на { $date }
outcome-steps = Какво се случи оттогава
aloud-and = и
aloud-to = до
aloud-percent = процента
aloud-euro = евро
aloud-paragraph = параграф
poster-more = Още отговори има на страницата зад кода.
poster-scan = Прочетете всички отговори
poster-spoken = QR код към { $address }
step-decision-done = Решено
step-decision-when = На { $date } отговорихме:
step-report-done = В доклада
step-report-now = Влиза в доклада
step-report-ahead = В доклада
step-report-text = На { $date } избрахме Вашия принос за отговор.
step-done-done = Изпълнено
step-done-now = В изпълнение
step-done-ahead = Изпълнение
letter-outcome-subject = Отговор на Вашия принос: { $title }
letter-outcome-what = има отговор на Вашия принос към „{ $title }“. Вашият глас е един от тези, на които той отговаря.
letter-outcome-look = Целият отговор със снимки и всички стъпки:
letter-outcome-button = Вижте отговора
letter-step-subject = Новини за Вашия принос: { $title }
letter-step-what = при „{ $title }“ има промяна. Става дума за отговора „{ $outcome }“, в който е и Вашият глас.
