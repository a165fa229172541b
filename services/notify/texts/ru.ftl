fault-title-prefix = Пожалуйста, проверьте:

receipt-title = Что стало с моей анкетой?
receipt-intro = Введите восемь знаков из вашей квитанции. Тогда вы увидите, на каком этапе ваша анкета.
receipt-label = Квитанция
receipt-help = Большие или маленькие буквы и пробелы не имеют значения. Квитанция выглядит так:
receipt-send = Посмотреть
receipt-look = Посмотреть по квитанции
receipt-nothing = По этой квитанции мы пока ничего не нашли
receipt-nothing-text = Возможно, один знак введён неверно: пожалуйста, сравните все восемь. Если вы отправили ответы только что, попробуйте ещё раз через минуту.
receipt-again = Пожалуйста, введите квитанцию ещё раз
receipt-again-text = Страница устарела. После просмотра вы сможете указать там свой адрес.

journey-title = Путь вашей анкеты
state-done = сделано
state-now = следующий шаг
state-ahead = позже
state-late = просрочено
step-received-done = Получено
step-received-text = Ваша анкета получена { $date }
step-read-done = Прочитано
step-read-now = Читается
step-read-text = Вашу анкету прочитала программа { $date } Она может ошибаться.
step-tagged-done = Соотнесено
step-tagged-ahead = Будет соотнесено
step-tagged-text = { $count ->
    [one] Ваша анкета касается { $count } минимального стандарта хорошего участия:
    [few] Ваша анкета касается { $count } минимальных стандартов хорошего участия:
    [many] Ваша анкета касается { $count } минимальных стандартов хорошего участия:
   *[other] Ваша анкета касается { $count } минимального стандарта хорошего участия:
}
step-tagged-none = Программа не нашла в вашей анкете ничего о минимальных стандартах хорошего участия. Анкета всё равно учитывается.
step-decision-now = Ответ
step-decision-ahead = Ответ
step-decision-late = Ответа ещё нет
step-decision-day = Обещано до { $date }
step-decision-text = К этому дню мы скажем, что получится из всех мнений. Отвечает: { $office }
step-decision-late-text = Обещанный день прошёл. Спросите нас, пожалуйста. Отвечает: { $office }
stance-met = { $count ->
    [one] По вашему мнению, это сделано хорошо.
    [few] По вашему мнению, это сделано хорошо (в { $count } местах).
    [many] По вашему мнению, это сделано хорошо (в { $count } местах).
   *[other] По вашему мнению, это сделано хорошо (в { $count } места).
}
stance-not_met = { $count ->
    [one] Вам этого не хватило.
    [few] Вам этого не хватило (в { $count } местах).
    [many] Вам этого не хватило (в { $count } местах).
   *[other] Вам этого не хватило (в { $count } места).
}
stance-suggestion = { $count ->
    [one] У вас есть предложение об этом.
    [few] У вас есть предложения об этом (в { $count } местах).
    [many] У вас есть предложения об этом (в { $count } местах).
   *[other] У вас есть предложения об этом (в { $count } места).
}

tell-title = Сообщите мне, что из этого получится
tell-text = Если хотите, мы напишем вам по электронной почте, как только будут новости.
tell-address = Адрес электронной почты
tell-send = Да, напишите мне
tell-apart = Адрес хранится отдельно от ваших ответов. Сначала вы получите письмо, в котором подтвердите это.
address-fault = Пожалуйста, введите полный адрес, например name@example.org.
address-fault-short = Этот адрес электронной почты неполный
address-away = Пожалуйста, отправьте ещё раз через минуту.
address-away-short = Сейчас мы не можем сохранить данные
address-kept = То, что вы ввели, на месте.
subscribed-title = Пожалуйста, проверьте свою почту
subscribed-text = Мы отправляем письмо на этот адрес. Писать дальше будем, только если вы там подтвердите:
subscribed-wrong = Письма нет? Посмотрите в папке «Спам». Если в адресе ошибка, вернитесь назад и введите его ещё раз.
subscribed-receipt = Квитанция вам ещё понадобится:

confirm-title = Писать вам?
confirm-text = Мы напишем вам, когда вашу анкету прочитают и когда будет ответ. Вы можете прекратить это в любое время.
confirm-send = Да, напишите мне
end-title = Больше не писать?
end-text = Тогда мы больше не будем писать вам об этой анкете. Ваш адрес мы удалим, если вы не указали его и для другой анкеты. Ваша анкета останется.
end-send = Прекратить письма
told-confirmed-title = Спасибо, мы вам напишем
told-confirmed-text = Ваш адрес подтверждён. Как только будут новости, вы получите письмо.
told-ended-title = Вы больше не будете получать письма
told-ended-text = Об этой анкете мы вам больше не пишем. По квитанции вы и дальше можете смотреть, как идут дела.
told-unknown-title = Эта ссылка никуда не ведёт
told-unknown-text = Возможно, она неполная. Пожалуйста, откройте её ещё раз из письма.
told-end = Всё-таки без писем

letter-hello = Добрый день!
letter-confirm-subject = Пожалуйста, подтвердите: хотите узнать, что станет с вашей анкетой?
letter-confirm-who = Этот адрес указали при опросе, чтобы узнать, что станет с анкетой.
letter-confirm-do = Вы этого хотите? Тогда откройте, пожалуйста, эту страницу и подтвердите там:
letter-confirm-button = Да, напишите мне
letter-confirm-else = Это были не вы? Тогда ничего делать не нужно: без подтверждения мы больше не напишем.
letter-read-subject = Ваша анкета прочитана: { $title }
letter-read-what = Ваша анкета к «{ $title }» от { $date } прочитана. Её прочитала программа; она может ошибаться.
letter-read-promise = Ответ обещан до { $date } Отвечает: { $office }
letter-read-look = По квитанции вы в любое время можете увидеть, на каком этапе ваша анкета:
letter-read-button = Посмотреть по квитанции
letter-why = Вы получили это письмо, потому что этот адрес указали для анкеты.
letter-end = Больше не присылать письма:
letter-end-link = Больше не присылать письма

standard-early-information = Заблаговременная информация
standard-scope-transparency = Ясные границы участия
standard-genuine-influence = Открытый результат и реальное влияние
standard-feedback-accountability = Обратная связь и отчётность
standard-low-threshold-access = Лёгкий доступ
standard-accessibility-language = Доступность и понятность
standard-target-group-inclusion = Участие всех групп
standard-respect-fairness = Уважение и справедливость
standard-resources-support = Ресурсы и люди для контакта
standard-documentation-traceability = Документирование и прозрачность
standard-cooperation-networks = Сотрудничество и связи
standard-evaluation-learning = Оценка и обучение
standard-other = Ещё один минимальный стандарт
plain-early-information = Все, кого это касается, узнают об этом, пока ещё ничего не решено.
plain-scope-transparency = Заранее ясно, о чём можно высказаться и кто решает.
plain-genuine-influence = То, что говорят люди, действительно может изменить результат.
plain-feedback-accountability = Люди узнают, что стало с их мнениями и почему.
plain-low-threshold-access = Участвовать легко: место, время и способ подходят к повседневной жизни.
plain-accessibility-language = Все могут войти, всё прочитать и всё понять.
plain-target-group-inclusion = Спрашивают и тех, кого часто не хватает.
plain-respect-fairness = Всех воспринимают всерьёз, и все могут высказаться.
plain-resources-support = Хватает времени, денег и людей, которых можно спросить.
plain-documentation-traceability = Ход и результаты можно прочитать позже.
plain-cooperation-networks = Ведомства, объединения и жители согласуют свои действия.
plain-evaluation-learning = Смотрят, как всё прошло, и в следующий раз делают лучше.
plain-other = Его ещё нет в этом списке.

tell-kept = Мы удалим его не позднее чем через год после дня, к которому обещан ответ.
own-title = Что здесь хранится о вас
own-text = Эту страницу видит только тот, у кого есть ссылка из вашего письма. Ваших ответов здесь нет: они хранятся отдельно и без имени.
own-address = Ваш адрес электронной почты
own-since = Внесён { $date }
own-consent = Вы согласились с этим текстом
own-letters = Письма вам
own-entries = Ваши записи
own-file = Сохранить как файл (JSON)
own-erase = Удалить всё
own-erase-text = Мы удалим ваш адрес и больше не будем писать вам ни об одном отзыве. Ваши отзывы останутся: они с вами не связаны.
own-erase-send = Да, удалить всё
own-gone = Ваш адрес удалён
own-gone-text = Мы больше ничего о вас не храним и не будем вам писать.
own-link = Что обо мне хранится?
own-state-confirmed = подтверждено
own-state-asked = ещё не подтверждено

results-title = Что из этого вышло
results-none = Ответа пока нет. Как только он появится, вы найдёте его здесь.
results-office = Ответственный: { $office }
results-other-language = Этого ответа ещё нет на этом языке. Здесь он на немецком.
results-more = Ещё об этом
results-feed = Подписаться на новые ответы (Atom)
results-aloud = Простой текст для чтения вслух
results-look = Все ответы этого участия
promise-title = Наше обещание
promise-state-open = открыто
promise-state-kept = выполнено
promise-state-missed = не выполнено
promise-open = { $days ->
    [0] Мы обещали ответить до { $date }. Это сегодня.
    [1] Мы обещали ответить до { $date }. Это завтра.
    [one] Мы обещали ответить до { $date }. Остался { $days } день.
    [few] Мы обещали ответить до { $date }. Осталось { $days } дня.
   *[many] Мы обещали ответить до { $date }. Осталось { $days } дней.
}
promise-kept = Мы обещали ответить до { $date }. Мы сдержали слово: первый ответ появился { $answered }.
promise-missed = { $days ->
    [one] Мы обещали ответить до { $date }. Мы не сдержали слово. Прошёл { $days } день.
    [few] Мы обещали ответить до { $date }. Мы не сдержали слово. Прошло { $days } дня.
   *[many] Мы обещали ответить до { $date }. Мы не сдержали слово. Прошло { $days } дней.
}
promise-missed-late = { $days ->
    [one] Мы обещали ответить до { $date }. Первый ответ появился { $answered }, с опозданием на { $days } день.
    [few] Мы обещали ответить до { $date }. Первый ответ появился { $answered }, с опозданием на { $days } дня.
   *[many] Мы обещали ответить до { $date }. Первый ответ появился { $answered }, с опозданием на { $days } дней.
}
promise-moved = Сначала это было { $date }.
outcome-asked = Мы спросили
outcome-said = Вы сказали
outcome-do = Мы это делаем
outcome-partly = Мы делаем это частично
outcome-not = Мы этого не делаем
outcome-open = Это ещё не решено
outcome-voices = { $count ->
    [one] В это внёс вклад { $count } голос.
    [few] В это внесли вклад { $count } голоса.
   *[many] В это внесли вклад { $count } голосов.
}
outcome-voices-few = В это внесли вклад меньше 5 голосов.
outcome-owner = Этим занимается: { $owner }
outcome-due = Запланировано до { $date }
outcome-percent = Выполнено на { $percent } процентов
outcome-published = Опубликовано { $date }
outcome-steps = Что произошло с тех пор
aloud-and = и
aloud-to = до
aloud-percent = процентов
aloud-euro = евро
aloud-paragraph = параграф
poster-more = Другие ответы на странице за кодом.
poster-scan = Прочитать все ответы
poster-spoken = QR-код на { $address }
step-decision-done = Решено
step-decision-when = { $date } мы ответили:
step-report-done = В отчёте
step-report-now = Попадёт в отчёт
step-report-ahead = В отчёте
step-report-text = { $date } мы выбрали ваш вклад для ответа.
step-done-done = Выполнено
step-done-now = Выполняется
step-done-ahead = Выполнение
letter-outcome-subject = Ответ на ваш вклад: { $title }
letter-outcome-what = на ваш вклад в «{ $title }» есть ответ. Ваш голос один из тех, на которые он отвечает.
letter-outcome-look = Полный ответ с изображениями и всеми шагами:
letter-outcome-button = Посмотреть ответ
letter-step-subject = Новости о вашем вкладе: { $title }
letter-step-what = в «{ $title }» есть изменения. Речь об ответе «{ $outcome }», в котором есть и ваш голос.
