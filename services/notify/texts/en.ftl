fault-title-prefix = Please check:

receipt-title = What becomes of my contribution?
receipt-intro = Enter the eight characters of your receipt. Then you will see how far your contribution has come.
receipt-label = Receipt
receipt-help = Capital or small letters and spaces make no difference. A receipt looks like this:
receipt-send = Look it up
receipt-look = Look it up with your receipt
receipt-nothing = We cannot find anything under this receipt yet
receipt-nothing-text = Perhaps one character is mistyped: please compare all eight. If you have only just sent your answers, try again in a minute.
receipt-soon = Your contribution has arrived
receipt-soon-text = There will be more here in a moment. Please look again in a minute.
receipt-again = Please enter your receipt once more
receipt-again-text = The page was too old. Once you have looked your contribution up, you can enter your address there.

journey-title = The way of your contribution
state-done = done
state-now = next
state-ahead = later
state-late = overdue
step-received-done = Arrived
step-received-text = Your contribution arrived on { $date }.
step-read-done = Read
step-read-now = Being read
step-read-text = A program read your contribution on { $date }. It may be mistaken.
step-tagged-done = Matched
step-tagged-ahead = Will be matched
step-tagged-text = { $count ->
    [one] Your contribution says something about one minimum standard for good participation:
   *[other] Your contribution says something about { $count } minimum standards for good participation:
}
step-tagged-none = The program found nothing about the minimum standards for good participation in your contribution. It counts all the same.
step-decision-now = Answer
step-decision-ahead = Answer
step-decision-late = Answer still to come
step-decision-day = Promised by { $date }
step-decision-text = By then we will say what becomes of the contributions. Responsible: { $office }
step-decision-late-text = The promised day has passed. Please feel free to ask. Responsible: { $office }
stance-met = { $count ->
    [one] You found this well done.
   *[other] You found this well done (in { $count } places).
}
stance-not_met = { $count ->
    [one] You missed this.
   *[other] You missed this (in { $count } places).
}
stance-suggestion = { $count ->
    [one] You make a suggestion about this.
   *[other] You make suggestions about this (in { $count } places).
}

tell-title = Tell me what becomes of it
tell-text = If you like, we will e-mail you as soon as there is news.
tell-address = E-mail address
tell-send = Yes, write to me
tell-apart = The address is kept apart from your answers. First you will get an e-mail in which you confirm this.
address-fault = Please enter a complete address, for example name@example.org.
address-fault-short = This e-mail address is not complete
address-away = Please send again in a minute.
address-away-short = We cannot reach our storage right now
address-kept = What you typed is still there.
subscribed-title = Please look into your mailbox
subscribed-text = We are sending an e-mail to this address. Only once you confirm there will we write to you again:
subscribed-wrong = No e-mail? Look into your spam folder. If the address is mistyped, go back and enter it again.
subscribed-receipt = You will still need your receipt:

confirm-title = Shall we write to you?
confirm-text = We will write to you when your contribution has been read and when there is an answer. You can end this at any time.
confirm-send = Yes, write to me
end-title = No more e-mails?
end-text = We will then stop writing to you about this contribution. We delete your address unless you gave it for another contribution as well. Your contribution stays.
end-send = End the e-mails
told-confirmed-title = Thank you, we will write to you
told-confirmed-text = Your address is confirmed. You will get an e-mail as soon as there is news.
told-ended-title = You will get no more e-mails
told-ended-text = We will not write to you about this contribution any more. You can still look it up with your receipt.
told-unknown-title = This link leads nowhere
told-unknown-text = Perhaps it is incomplete. Please open it once more from the e-mail.
told-end = No e-mails after all

letter-hello = Hello,
letter-confirm-subject = Please confirm: would you like to hear what becomes of your contribution?
letter-confirm-who = this address was given when somebody took part, to hear what becomes of a contribution.
letter-confirm-do = Would you like that? Then please open this page and confirm there:
letter-confirm-button = Yes, write to me
letter-confirm-else = Was it not you? Then there is nothing to do: without a confirmation we will not write again.
letter-read-subject = Your contribution has been read: { $title }
letter-read-what = Your contribution to “{ $title }” of { $date } has been read. A program read it; it may be mistaken.
letter-read-promise = An answer is promised by { $date }. Responsible: { $office }
letter-read-look = With your receipt you can see at any time how far your contribution has come:
letter-read-button = Look it up with your receipt
letter-why = You get this e-mail because this address was given for a contribution.
letter-end = No more e-mails:
letter-end-link = No more e-mails

standard-early-information = Early information
standard-scope-transparency = Clear scope for having a say
standard-genuine-influence = Open outcome and real influence
standard-feedback-accountability = Feedback and accountability
standard-low-threshold-access = Easy access
standard-accessibility-language = Accessibility and plain language
standard-target-group-inclusion = Including everyone
standard-respect-fairness = Respect and fairness
standard-resources-support = Resources and people to turn to
standard-documentation-traceability = Documentation and traceability
standard-cooperation-networks = Cooperation and networks
standard-evaluation-learning = Evaluation and learning
standard-other = Another minimum standard
plain-early-information = Everyone concerned hears of it while nothing is settled yet.
plain-scope-transparency = It is clear beforehand what people can have a say in and who decides.
plain-genuine-influence = What people say can really change the outcome.
plain-feedback-accountability = People hear what became of their contributions, and why.
plain-low-threshold-access = Taking part is easy: place, time and way fit into everyday life.
plain-accessibility-language = Everyone can get in, read everything and understand everything.
plain-target-group-inclusion = Those who are often missing are asked as well.
plain-respect-fairness = Everyone is taken seriously and gets to speak.
plain-resources-support = There is enough time and money, and there are people to ask.
plain-documentation-traceability = How it went and what came of it can be read later.
plain-cooperation-networks = Offices, associations and residents work together.
plain-evaluation-learning = People look at how it went and do it better next time.
plain-other = It is not in this list yet.

tell-kept = We delete it at the latest one year after the day by which an answer is promised.
own-title = What is kept about you here
own-text = Only those who have the link from your e-mail know this page. Your answers are not here: they are kept apart and without a name.
own-address = Your e-mail address
own-since = Entered on { $date }
own-consent = You agreed to these words
own-letters = Letters to you
own-entries = Your entries
own-file = Take it along as a file (JSON)
own-erase = Delete everything
own-erase-text = We delete your address and will not write to you about any response again. Your responses stay: they are not linked to you.
own-erase-send = Yes, delete everything
own-gone = Your address is deleted
own-gone-text = We keep nothing about you any more and will not write to you.
own-none = Nothing is stored here
own-none-text = There is no address for this link. Perhaps it has been deleted already, or the link is incomplete: in that case please open it once more from the message.
own-link = What is kept about me?
own-state-confirmed = confirmed
own-state-asked = not confirmed yet
notice-title = What happens to your data
notice-lead = You take part without a name. We need an address only if you want us to write to you.
notice-answers-title = Your answers
notice-answers = We store what you tick and write, along with the language, the time, and the notice or link you came by. We store no name, no cookie and no address of your device. Your contribution stays until you withdraw it.
notice-program = A program reads the texts and sorts them by topic, without outside services. It hides names, numbers and addresses in them as well as it can. People decide what becomes of it.
notice-flood = So that nobody floods the form, we count for some minutes how much comes from one network. We do not store which network it is.
notice-address-title = Your address, if you give one
notice-address = It is kept encrypted and apart from your answers. If you do not confirm an e-mail address or number, we delete it after { $days } days. Otherwise we delete it when you unsubscribe, at the latest one year after the day by which an answer is promised.
notice-ways = E-mails go through the city’s mail server, text messages through a service it has hired, messages on the device through the maker of the browser. Your answers are never in them.
notice-rights-title = What you can do yourself
notice-rights = With your receipt you can see your contribution, change it while the survey is open, and withdraw it at any time. You can see, take along and delete your address by the link in every message. Without the receipt even we cannot find your contribution: we do not know which one is yours.
notice-who-title = Who is responsible
notice-who = The office named under every form. The legal ground is its public task (Article 6(1)(e) GDPR), for your address your consent (point (a)). Taking part is voluntary. Questions are answered by:
notice-complain = You may also complain to:

results-integrity = How every response is counted
voice-proof = Check number
voice-proof-text = With this number you can see that your response is counted. It tells nothing about it.
voice-proof-look = Look it up in the proof
results-title = What becomes of it
results-none = There is no answer yet. As soon as there is one, it will be here.
results-office = Responsible: { $office }
results-other-language = This answer is not available in this language yet. Here it is in German.
results-more = More of this
results-feed = Subscribe to new answers (Atom feed)
results-offers = What is on in your neighbourhood?
results-aloud = As plain text to be read aloud
results-look = All answers of this participation
promise-title = Our promise
promise-state-open = open
promise-state-so-far = kept so far
promise-state-kept = kept
promise-state-missed = not kept
promise-open = { $days ->
    [0] We promised to answer by { $date }. That is today.
    [one] We promised to answer by { $date }. That is tomorrow.
   *[other] We promised to answer by { $date }. There are { $days } days left.
}
promise-so-far = We promised to answer by { $date }. So far we have kept that: the first answer came on { $answered }. The promise runs until { $date }; more answers may come by then.
promise-kept = We promised to answer by { $date }. We kept that: the first answer came on { $answered }.
promise-missed = { $days ->
    [one] We promised to answer by { $date }. We did not keep that. The day was yesterday.
   *[other] We promised to answer by { $date }. We did not keep that. The day was { $days } days ago.
}
promise-missed-late = { $days ->
    [one] We promised to answer by { $date }. The first answer came on { $answered }, one day late.
   *[other] We promised to answer by { $date }. The first answer came on { $answered }, { $days } days late.
}
promise-moved = At first it was { $date }.
outcome-asked = We asked
outcome-said = You said
outcome-do = We do this
outcome-partly = We do a part of this
outcome-not = We do not do this
outcome-open = This is not decided yet
outcome-voices = At least { $count } voices contributed to this.
outcome-voices-few = Fewer than 5 voices contributed to this.
outcome-owner = Who sees to it: { $owner }
outcome-due = Planned by { $date }
outcome-percent = { $percent } percent done
outcome-published = Published on { $date }
outcome-steps = What has happened since
aloud-and = and
aloud-to = to
aloud-percent = percent
aloud-euro = euros
aloud-paragraph = section
poster-more = More answers are on the page behind the code.
poster-scan = Read all answers
poster-spoken = QR code to { $address }
step-decision-done = Decided
step-decision-when = On { $date } we answered:
step-report-done = In the report
step-report-now = Goes into the report
step-report-ahead = In the report
step-report-text = On { $date } we chose your contribution for an answer.
step-done-done = Done
step-done-now = Being carried out
step-done-ahead = Carrying it out
letter-outcome-subject = An answer to your contribution: { $title }
letter-outcome-what = There is an answer to your contribution to “{ $title }”. Your voice is one of those it answers.
letter-outcome-look = The whole answer with pictures and all steps:
letter-outcome-button = See the answer
letter-step-subject = News about your contribution: { $title }
letter-step-what = Something has moved on at “{ $title }”. It is about the answer “{ $outcome }”, which your voice is part of.

pref-title = How would you like to hear from us?
pref-language = Language of the e-mails
pref-pace = How often?
pref-pace-at_once = As soon as there is news
pref-pace-weekly = Once a week, everything together, on Fridays
pref-quiet = Quiet hours
pref-quiet-help = No e-mail comes during these hours. It comes afterwards.
pref-quiet-none = No quiet hours
pref-quiet-hours = { $start } to { $end }
pref-save = Save this
pref-saved = Saved.
letter-change-link = Change language, frequency or quiet hours
letter-digest-subject = This week on your contribution: { $title }
letter-digest-what = this is what happened this week with “{ $title }”:
letter-digest-read = Your contribution has been read.
push-title = Tell me on this device
push-text = As soon as there is news, a short message appears on this device. What you wrote is not in it.
push-do = Yes, on this device
push-kept = For this we keep an address of your browser, apart from your answers. The message travels encrypted by way of the browser's maker.
push-on = We will tell you on this device.
push-end = Stop telling me here
push-ended = We will no longer tell you on this device. The address is deleted.
push-denied = Your browser does not allow messages from this page. You can change that in its settings.
push-fault = That did not work just now. Please try again in a minute.
news-title = There is news about your contribution
news-text = Look it up with your receipt.
ways-title = How we tell you
way-mail = By e-mail
way-push = On a device
way-sms = By text message
way-post = By post
way-end = Stop
way-ended = Stopped. The address is deleted unless another contribution needs it.
ways-none = At present we do not send you news about this contribution.
stop-title = No more messages?
stop-text = We will then no longer tell you about this contribution. We delete your number or address unless you gave it for another contribution as well. Your contribution stays.
stop-send = Yes, stop
stopped-title = You will get no more messages
tell-text-sms = If you like, we will e-mail or text you as soon as there is news.
tell-address-sms = E-mail address or mobile number
tell-apart-sms = The address or number is kept apart from your answers. You confirm first: by an e-mail, or with a code by text message.
phone-fault = Please enter a complete mobile number, for example 0151 23456789, or an e-mail address. We send no text messages to landlines.
phone-fault-short = This number is not complete or not a mobile number
phone-full = All text messages for today have been sent. Please enter an e-mail address, or try again tomorrow.
phone-full-short = We cannot send any more text messages today
code-title = Which code is in the text message?
code-text = We are sending a text message with six digits to this number. It usually takes less than a minute:
code-label = Code
code-send = Confirm
code-wrong = That is not the code of the latest text message. Please compare the six digits.
code-wrong-short = This code does not match
code-over = Have a new code sent to you, at the earliest one minute after the last one.
code-over-short = This code is no longer valid
code-new = Send a new code
code-done-title = Thank you, we will text you
code-done-text = Your number is confirmed. Every text message has a link that ends them.
sms-code = { $code } is your code for Resonanz. You did not take part? Then just do nothing.
sms-news = News of your contribution: { $link } No more texts: { $end }
own-address-push = Your device, reached by way of
own-address-sms = Your mobile number
own-address-post = Your postal address
post-close = Yours sincerely
post-why = You get this letter because you left your address for it. It is kept apart from your answers.
post-end = No more letters? Open { $link } or call: { $contact }
post-scan = QR code to { $address }
sheet-title = An answer by post
sheet-text = Would you like a letter when there is an answer? Then fill in this sheet and hand it to the group leader. You do not have to.
sheet-name = Name
sheet-street = Street and number
sheet-town = Postcode and town
sheet-receipt = The eight characters of your receipt
sheet-large = In large print, please
sheet-consent = I would like to be written to by post as soon as there is news about my contribution. For this my address may be kept, apart from my answers. I can end this at any time.
sheet-sign = Date and signature

receipt-slow = Too many receipts have been tried from here
receipt-slow-text = Many wrong receipts came from your network. So that nobody can guess receipts, we take a break. Please try again in ten minutes. What you typed is still there.
receipt-yours = Your receipt
voice-away = We cannot show your words right now. Please look again in a minute.
voice-reviewed = A person has checked this.
voice-unreviewed = A program read it this way. No person has checked it yet.
voice-corrected = Last changed by you on { $date }.
voice-remarks = You added this later:
voice-topics = What your response is about
voice-title = Your response is yours
voice-text = With your receipt you can change it, add something or withdraw it.
voice-answers = See and correct my answers
voice-remark = Add something
voice-withdraw = Withdraw my response
withdrawn-title = This response has been withdrawn
withdrawn-text = Withdrawn on { $date }. The text is deleted. All that is still counted is that there was a response. We write no more e-mails about it.
excluded-title = This contribution is not counted
excluded-spam = The reason: it looks like advertising, or like the work of a machine.
excluded-double = The reason: it has arrived before. It is counted once only.
excluded-not_for_us = The reason: it is about something that was not asked here.
excluded-text = People decided this. Nothing was deleted: the contribution stands with this reason in the overview of all contributions. Do you see it differently? Write a remark further down.
poster-place = This is where we asked: { $place }
