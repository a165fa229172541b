fault-title-prefix = Перевірте, будь ласка:

receipt-title = Що сталося з моїм внеском?
receipt-intro = Введіть вісім знаків із вашої квитанції. Тоді ви побачите, на якому етапі ваш внесок.
receipt-label = Квитанція
receipt-help = Великі чи малі літери та пробіли не мають значення. Квитанція виглядає так:
receipt-send = Подивитися
receipt-look = Подивитися за квитанцією
receipt-nothing = За цією квитанцією ми поки нічого не знайшли
receipt-nothing-text = Можливо, один знак введено неправильно: будь ласка, порівняйте всі вісім. Якщо ви надіслали відповіді щойно, спробуйте ще раз за хвилину.
receipt-again = Будь ласка, введіть квитанцію ще раз
receipt-again-text = Сторінка застаріла. Після перегляду ви зможете вказати там свою адресу.

journey-title = Шлях вашого внеску
state-done = зроблено
state-now = наступний крок
state-ahead = пізніше
state-late = прострочено
step-received-done = Надійшов
step-received-text = Ваш внесок надійшов { $date }
step-read-done = Прочитано
step-read-now = Читається
step-read-text = Ваш внесок прочитала програма { $date } Вона може помилятися.
step-tagged-done = Співвіднесено
step-tagged-ahead = Буде співвіднесено
step-tagged-text = { $count ->
    [one] Ваш внесок стосується { $count } мінімального стандарту доброї участі:
    [few] Ваш внесок стосується { $count } мінімальних стандартів доброї участі:
    [many] Ваш внесок стосується { $count } мінімальних стандартів доброї участі:
   *[other] Ваш внесок стосується { $count } мінімального стандарту доброї участі:
}
step-tagged-none = Програма не знайшла у вашому внеску нічого про мінімальні стандарти доброї участі. Він усе одно враховується.
step-decision-now = Відповідь
step-decision-ahead = Відповідь
step-decision-late = Відповіді ще немає
step-decision-day = Обіцяно до { $date }
step-decision-text = Доти ми скажемо, що вийде з усіх внесків. Відповідає: { $office }
step-decision-late-text = Обіцяний день минув. Запитайте нас, будь ласка. Відповідає: { $office }
stance-met = { $count ->
    [one] На вашу думку, це зроблено добре.
    [few] На вашу думку, це зроблено добре (у { $count } місцях).
    [many] На вашу думку, це зроблено добре (у { $count } місцях).
   *[other] На вашу думку, це зроблено добре (у { $count } місця).
}
stance-not_met = { $count ->
    [one] Вам цього бракувало.
    [few] Вам цього бракувало (у { $count } місцях).
    [many] Вам цього бракувало (у { $count } місцях).
   *[other] Вам цього бракувало (у { $count } місця).
}
stance-suggestion = { $count ->
    [one] Ви маєте пропозицію щодо цього.
    [few] Ви маєте пропозиції щодо цього (у { $count } місцях).
    [many] Ви маєте пропозиції щодо цього (у { $count } місцях).
   *[other] Ви маєте пропозиції щодо цього (у { $count } місця).
}

tell-title = Повідомте мене, що з цього вийде
tell-text = Якщо хочете, ми напишемо вам електронного листа, щойно з’являться новини.
tell-address = Адреса електронної пошти
tell-send = Так, напишіть мені
tell-apart = Адреса зберігається окремо від ваших відповідей. Спершу ви отримаєте лист, у якому підтвердите це.
address-fault = Будь ласка, введіть повну адресу, наприклад name@example.org.
address-fault-short = Ця адреса електронної пошти неповна
address-away = Будь ласка, надішліть ще раз за хвилину.
address-away-short = Зараз ми не можемо зберегти дані
address-kept = Те, що ви ввели, на місці.
subscribed-title = Будь ласка, перевірте свою пошту
subscribed-text = Ми надсилаємо листа на цю адресу. Писатимемо далі, лише якщо ви там підтвердите:
subscribed-wrong = Листа немає? Подивіться в папці «Спам». Якщо в адресі помилка, поверніться назад і введіть її ще раз.
subscribed-receipt = Квитанція вам ще знадобиться:

confirm-title = Писати вам?
confirm-text = Ми напишемо вам, коли ваш внесок прочитають і коли буде відповідь. Ви можете припинити це будь-коли.
confirm-send = Так, напишіть мені
end-title = Більше не писати?
end-text = Тоді ми більше не писатимемо вам про цей внесок. Вашу адресу ми видалимо, якщо ви не вказали її й для іншого внеску. Ваш внесок залишиться.
end-send = Припинити листи
told-confirmed-title = Дякуємо, ми вам напишемо
told-confirmed-text = Вашу адресу підтверджено. Щойно з’являться новини, ви отримаєте листа.
told-ended-title = Ви більше не отримуватимете листів
told-ended-text = Про цей внесок ми вам більше не писатимемо. За квитанцією ви й далі можете дивитися, як справи.
told-unknown-title = Це посилання нікуди не веде
told-unknown-text = Можливо, воно неповне. Будь ласка, відкрийте його ще раз із листа.
told-end = Усе-таки без листів

letter-hello = Добрий день!
letter-confirm-subject = Будь ласка, підтвердьте: хочете знати, що вийде з вашого внеску?
letter-confirm-who = Цю адресу вказали під час опитування, щоб дізнатися, що вийде з внеску.
letter-confirm-do = Ви цього хочете? Тоді відкрийте, будь ласка, цю сторінку й підтвердьте там:
letter-confirm-button = Так, напишіть мені
letter-confirm-else = Це були не ви? Тоді нічого робити не треба: без підтвердження ми більше не писатимемо.
letter-read-subject = Ваш внесок прочитано: { $title }
letter-read-what = Ваш внесок до «{ $title }» від { $date } прочитано. Його прочитала програма; вона може помилятися.
letter-read-promise = Відповідь обіцяно до { $date } Відповідає: { $office }
letter-read-look = За квитанцією ви будь-коли можете побачити, на якому етапі ваш внесок:
letter-read-button = Подивитися за квитанцією
letter-why = Ви отримали цей лист, бо цю адресу вказали для внеску.
letter-end = Більше не надсилати листів:
letter-end-link = Більше не надсилати листів

standard-early-information = Завчасне інформування
standard-scope-transparency = Зрозумілі межі участі
standard-genuine-influence = Відкритий результат і справжній вплив
standard-feedback-accountability = Зворотний зв’язок і звітність
standard-low-threshold-access = Легкий доступ
standard-accessibility-language = Доступність і зрозумілість
standard-target-group-inclusion = Залучення всіх груп
standard-respect-fairness = Повага і справедливість
standard-resources-support = Ресурси та люди для контакту
standard-documentation-traceability = Документування і прозорість
standard-cooperation-networks = Співпраця і зв’язки
standard-evaluation-learning = Оцінювання і навчання
standard-other = Ще один мінімальний стандарт
plain-early-information = Усі, кого це стосується, дізнаються про це, доки ще нічого не вирішено.
plain-scope-transparency = Наперед зрозуміло, про що можна висловитися і хто вирішує.
plain-genuine-influence = Те, що кажуть люди, справді може змінити результат.
plain-feedback-accountability = Люди дізнаються, що вийшло з їхніх внесків і чому.
plain-low-threshold-access = Брати участь легко: місце, час і спосіб підходять до щоденного життя.
plain-accessibility-language = Усі можуть увійти, все прочитати й усе зрозуміти.
plain-target-group-inclusion = Питають і тих, кого часто бракує.
plain-respect-fairness = Усіх сприймають серйозно, і всі можуть висловитися.
plain-resources-support = Вистачає часу, грошей і людей, яких можна запитати.
plain-documentation-traceability = Перебіг і результати можна прочитати згодом.
plain-cooperation-networks = Установи, об’єднання та мешканці узгоджують свої дії.
plain-evaluation-learning = Дивляться, як усе пройшло, і наступного разу роблять краще.
plain-other = Його ще немає в цьому переліку.

tell-kept = Ми видалимо її щонайпізніше через рік після дня, до якого обіцяно відповідь.
own-title = Що тут зберігається про вас
own-text = Цю сторінку бачить лише той, хто має посилання з вашого листа. Ваших відповідей тут немає: вони зберігаються окремо й без імені.
own-address = Ваша електронна адреса
own-since = Внесено { $date }
own-consent = Ви погодилися з цим текстом
own-letters = Листи до вас
own-entries = Ваші записи
own-file = Зберегти як файл (JSON)
own-erase = Видалити все
own-erase-text = Ми видалимо вашу адресу й більше не писатимемо вам про жоден внесок. Ваші внески залишаться: вони з вами не пов’язані.
own-erase-send = Так, видалити все
own-gone = Вашу адресу видалено
own-gone-text = Ми більше нічого про вас не зберігаємо й не писатимемо вам.
own-link = Що про мене зберігається?
own-state-confirmed = підтверджено
own-state-asked = ще не підтверджено

results-title = Що з цього вийшло
results-none = Відповіді ще немає. Щойно вона буде, ви знайдете її тут.
results-office = Відповідає: { $office }
results-other-language = Цієї відповіді ще немає цією мовою. Тут вона німецькою.
results-more = Більше про це
results-feed = Підписатися на нові відповіді (Atom)
results-aloud = Простий текст для читання вголос
results-look = Усі відповіді цієї участі
promise-title = Наша обіцянка
promise-state-open = відкрита
promise-state-kept = виконана
promise-state-missed = не виконана
promise-open = { $days ->
    [0] Ми обіцяли відповісти до { $date }. Це сьогодні.
    [1] Ми обіцяли відповісти до { $date }. Це завтра.
    [one] Ми обіцяли відповісти до { $date }. Залишився { $days } день.
    [few] Ми обіцяли відповісти до { $date }. Залишилося { $days } дні.
   *[many] Ми обіцяли відповісти до { $date }. Залишилося { $days } днів.
}
promise-kept = Ми обіцяли відповісти до { $date }. Ми дотримали слова: перша відповідь з’явилася { $answered }.
promise-missed = { $days ->
    [one] Ми обіцяли відповісти до { $date }. Ми не дотримали слова. Минув { $days } день.
    [few] Ми обіцяли відповісти до { $date }. Ми не дотримали слова. Минуло { $days } дні.
   *[many] Ми обіцяли відповісти до { $date }. Ми не дотримали слова. Минуло { $days } днів.
}
promise-missed-late = { $days ->
    [one] Ми обіцяли відповісти до { $date }. Перша відповідь з’явилася { $answered }, із запізненням на { $days } день.
    [few] Ми обіцяли відповісти до { $date }. Перша відповідь з’явилася { $answered }, із запізненням на { $days } дні.
   *[many] Ми обіцяли відповісти до { $date }. Перша відповідь з’явилася { $answered }, із запізненням на { $days } днів.
}
promise-moved = Спочатку це було { $date }.
outcome-asked = Ми запитали
outcome-said = Ви сказали
outcome-do = Ми це робимо
outcome-partly = Ми робимо це частково
outcome-not = Ми цього не робимо
outcome-open = Це ще не вирішено
outcome-voices = { $count ->
    [one] До цього долучився { $count } голос.
    [few] До цього долучилися { $count } голоси.
   *[many] До цього долучилися { $count } голосів.
}
outcome-voices-few = До цього долучилося менш як 5 голосів.
outcome-owner = Цим займається: { $owner }
outcome-due = Заплановано до { $date }
outcome-percent = Виконано на { $percent } відсотків
outcome-published = Опубліковано { $date }
outcome-steps = Що сталося відтоді
aloud-and = і
aloud-to = до
aloud-percent = відсотків
aloud-euro = євро
aloud-paragraph = параграф
poster-more = Інші відповіді на сторінці за кодом.
poster-scan = Прочитати всі відповіді
poster-spoken = QR-код до { $address }
step-decision-done = Вирішено
step-decision-when = { $date } ми відповіли:
step-report-done = У звіті
step-report-now = Потрапить до звіту
step-report-ahead = У звіті
step-report-text = { $date } ми обрали ваш внесок для відповіді.
step-done-done = Виконано
step-done-now = Виконується
step-done-ahead = Виконання
letter-outcome-subject = Відповідь на ваш внесок: { $title }
letter-outcome-what = на ваш внесок до «{ $title }» є відповідь. Ваш голос один із тих, на які вона відповідає.
letter-outcome-look = Повна відповідь із зображеннями та всіма кроками:
letter-outcome-button = Переглянути відповідь
letter-step-subject = Новини про ваш внесок: { $title }
letter-step-what = у «{ $title }» є зміни. Йдеться про відповідь «{ $outcome }», у якій є і ваш голос.
