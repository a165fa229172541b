fault-title-prefix = يرجى المراجعة:

receipt-title = ماذا حدث لمشاركتي؟
receipt-intro = أدخلوا الرموز الثمانية من إيصالكم لتروا إلى أين وصلت مشاركتكم.
receipt-label = الإيصال
receipt-help = لا فرق بين الأحرف الكبيرة والصغيرة ولا تهم المسافات. يبدو الإيصال هكذا:
receipt-send = عرض
receipt-look = المتابعة بالإيصال
receipt-nothing = لم نجد شيئًا بعد تحت هذا الإيصال
receipt-nothing-text = ربما كُتب أحد الرموز خطأً: يرجى مقارنة الرموز الثمانية كلها. وإن كنتم قد أرسلتم للتو فحاولوا مرة أخرى بعد دقيقة.
receipt-again = يرجى إدخال الإيصال مرة أخرى
receipt-again-text = كانت الصفحة قديمة. بعد عرض مشاركتكم يمكنكم كتابة عنوانكم هناك.

journey-title = مسار مشاركتكم
state-done = تم
state-now = الخطوة التالية
state-ahead = لاحقًا
state-late = متأخر
step-received-done = وصلت
step-received-text = وصلت مشاركتكم في { $date }.
step-read-done = قُرئت
step-read-now = قيد القراءة
step-read-text = قرأ برنامجٌ مشاركتكم في { $date }. وقد يخطئ البرنامج.
step-tagged-done = صُنّفت
step-tagged-ahead = التصنيف
step-tagged-text = { $count ->
    [one] تتعلق مشاركتكم بمعيار واحد من المعايير الدنيا للمشاركة الجيدة:
    [two] تتعلق مشاركتكم بمعيارين من المعايير الدنيا للمشاركة الجيدة:
    [few] تتعلق مشاركتكم بـ { $count } معايير من المعايير الدنيا للمشاركة الجيدة:
   *[other] تتعلق مشاركتكم بـ { $count } معيارًا من المعايير الدنيا للمشاركة الجيدة:
}
step-tagged-none = لم يجد البرنامج في مشاركتكم شيئًا يتعلق بالمعايير الدنيا للمشاركة الجيدة. ومع ذلك فهي محسوبة.
step-decision-now = الرد
step-decision-ahead = الرد
step-decision-late = الرد لم يصل بعد
step-decision-day = موعود به حتى { $date }
step-decision-text = سنخبركم حتى ذلك الموعد بما ستؤول إليه المشاركات. الجهة المسؤولة: { $office }
step-decision-late-text = انقضى الموعد الموعود. لا تترددوا في السؤال. الجهة المسؤولة: { $office }
stance-met = { $count ->
    [one] رأيتم أن ذلك كان جيدًا.
    [two] رأيتم أن ذلك كان جيدًا (في موضعين).
    [few] رأيتم أن ذلك كان جيدًا (في { $count } مواضع).
   *[other] رأيتم أن ذلك كان جيدًا (في { $count } موضعًا).
}
stance-not_met = { $count ->
    [one] افتقدتم ذلك.
    [two] افتقدتم ذلك (في موضعين).
    [few] افتقدتم ذلك (في { $count } مواضع).
   *[other] افتقدتم ذلك (في { $count } موضعًا).
}
stance-suggestion = { $count ->
    [one] لديكم اقتراح بهذا الشأن.
    [two] لديكم اقتراحات بهذا الشأن (في موضعين).
    [few] لديكم اقتراحات بهذا الشأن (في { $count } مواضع).
   *[other] لديكم اقتراحات بهذا الشأن (في { $count } موضعًا).
}

tell-title = أخبروني بما سيحدث
tell-text = إن رغبتم، نكتب لكم رسالة إلكترونية عند ظهور أي جديد.
tell-address = عنوان البريد الإلكتروني
tell-send = نعم، اكتبوا لي
tell-apart = يُحفظ العنوان منفصلًا عن إجاباتكم. ستصلكم أولًا رسالة لتأكيد ذلك.
address-fault = يرجى كتابة عنوان كامل، مثل name@example.org
address-fault-short = عنوان البريد الإلكتروني غير مكتمل
address-away = يرجى الإرسال مرة أخرى بعد دقيقة.
address-away-short = لا يمكننا الآن الوصول إلى نظام الحفظ
address-kept = ما كتبتموه ما زال موجودًا.
subscribed-title = يرجى تفقد بريدكم
subscribed-text = نرسل الآن رسالة إلى هذا العنوان. لن نكتب لكم بعدها إلا إذا أكدتم ذلك فيها:
subscribed-wrong = لم تصل الرسالة؟ ابحثوا في مجلد الرسائل غير المرغوب فيها. وإن كان العنوان خطأً فارجعوا واكتبوه من جديد.
subscribed-receipt = ما زلتم بحاجة إلى إيصالكم:

confirm-title = هل تريدون رسائل منا؟
confirm-text = نكتب لكم عندما تُقرأ مشاركتكم وعندما يكون هناك رد. يمكنكم إنهاء ذلك في أي وقت.
confirm-send = نعم، اكتبوا لي
end-title = إيقاف الرسائل؟
end-text = لن نكتب لكم بعد ذلك عن هذه المشاركة. ونحذف عنوانكم إن لم تذكروه لمشاركة أخرى. وتبقى مشاركتكم قائمة.
end-send = إيقاف الرسائل
told-confirmed-title = شكرًا، سنكتب لكم
told-confirmed-text = تم تأكيد عنوانكم. ستصلكم رسالة عند ظهور أي جديد.
told-ended-title = لن تصلكم رسائل بعد الآن
told-ended-text = لن نكتب لكم عن هذه المشاركة. يمكنكم مواصلة المتابعة بإيصالكم.
told-unknown-title = هذا الرابط غير صالح
told-unknown-text = ربما كان ناقصًا. يرجى فتحه مرة أخرى من الرسالة.
told-end = لا أريد رسائل

letter-hello = تحية طيبة،
letter-confirm-subject = يرجى التأكيد: هل تريدون معرفة ما ستؤول إليه مشاركتكم؟
letter-confirm-who = ذُكر هذا العنوان في إحدى المشاركات لمعرفة ما ستؤول إليه.
letter-confirm-do = هل تريدون ذلك؟ إذن يرجى فتح هذه الصفحة والتأكيد فيها:
letter-confirm-button = نعم، اكتبوا لي
letter-confirm-else = لم تكونوا أنتم؟ لا داعي لفعل أي شيء: من دون تأكيد لن نواصل الكتابة إليكم.
letter-read-subject = قُرئت مشاركتكم: { $title }
letter-read-what = قُرئت مشاركتكم في «{ $title }» بتاريخ { $date }. قرأها برنامج وقد يخطئ.
letter-read-promise = الرد موعود به حتى { $date }. الجهة المسؤولة: { $office }
letter-read-look = يمكنكم دائمًا أن تروا بإيصالكم إلى أين وصلت مشاركتكم:
letter-read-button = المتابعة بالإيصال
letter-why = تصلكم هذه الرسالة لأن هذا العنوان ذُكر لإحدى المشاركات.
letter-end = لإيقاف الرسائل:
letter-end-link = إيقاف الرسائل

standard-early-information = الإعلام المبكر
standard-scope-transparency = وضوح مجال المشاركة
standard-genuine-influence = انفتاح النتيجة والتأثير الفعلي
standard-feedback-accountability = الرد والمساءلة
standard-low-threshold-access = سهولة المشاركة
standard-accessibility-language = إتاحة الوصول وسهولة الفهم
standard-target-group-inclusion = إشراك جميع الفئات
standard-respect-fairness = الاحترام والإنصاف
standard-resources-support = الموارد وجهات الاتصال
standard-documentation-traceability = التوثيق وإمكانية التتبع
standard-cooperation-networks = التعاون والتواصل بين الجهات
standard-evaluation-learning = التقييم والتعلّم
standard-other = معيار أدنى آخر
plain-early-information = يعلم جميع المعنيين بالأمر قبل أن يُحسم أي شيء.
plain-scope-transparency = يكون واضحًا مسبقًا ما يمكن إبداء الرأي فيه ومن يقرر.
plain-genuine-influence = ما يقوله الناس يمكن أن يغيّر النتيجة حقًا.
plain-feedback-accountability = يعرف المشاركون ما آلت إليه مشاركاتهم ولماذا.
plain-low-threshold-access = المشاركة سهلة: المكان والوقت والطريقة تناسب الحياة اليومية.
plain-accessibility-language = يستطيع الجميع الدخول وقراءة كل شيء وفهمه.
plain-target-group-inclusion = يُسأل أيضًا من يغيبون عادة.
plain-respect-fairness = يؤخذ الجميع على محمل الجد ويُتاح لهم الكلام.
plain-resources-support = هناك ما يكفي من الوقت والمال وأشخاص يمكن سؤالهم.
plain-documentation-traceability = يمكن الاطلاع لاحقًا على سير العملية ونتائجها.
plain-cooperation-networks = تنسّق الدوائر والجمعيات والسكان فيما بينهم.
plain-evaluation-learning = يُنظر كيف سارت الأمور لتكون أفضل في المرة القادمة.
plain-other = لم يُدرج بعد في هذه القائمة.

tell-kept = نحذف عنوانكم في موعد أقصاه سنة واحدة بعد اليوم الموعود للرد.
own-title = ما هو محفوظ عنكم هنا
own-text = لا يعرف هذه الصفحة إلا من لديه الرابط من بريدكم الإلكتروني. إجاباتكم ليست هنا: فهي محفوظة منفصلة ومن دون اسم.
own-address = عنوان بريدكم الإلكتروني
own-since = أُدخل في { $date }
own-consent = وافقتم على هذا النص
own-letters = الرسائل إليكم
own-entries = ما أدخلتموه
own-file = تنزيل كملف (JSON)
own-erase = حذف كل شيء
own-erase-text = نحذف عنوانكم ولن نكتب إليكم بشأن أي مشاركة بعد الآن. تبقى مشاركاتكم: فهي غير مرتبطة بكم.
own-erase-send = نعم، احذفوا كل شيء
own-gone = حُذف عنوانكم
own-gone-text = لم نعد نحتفظ بأي شيء عنكم ولن نكتب إليكم.
own-link = ما المحفوظ عني؟
own-state-confirmed = مؤكَّد
own-state-asked = لم يؤكَّد بعد

results-integrity = كيف حُسبت كل إجابة
voice-proof = رقم التحقق
voice-proof-text = بهذا الرقم ترون أن إجابتكم محسوبة. وهو لا يكشف شيئًا عنها.
voice-proof-look = البحث في الإثبات
results-title = ماذا نتج عن ذلك
results-none = لا يوجد رد بعد. سيظهر هنا حالما يتوفر.
results-office = الجهة المسؤولة: { $office }
results-other-language = هذا الرد غير متوفر بعد بهذه اللغة. تجدونه هنا بالألمانية.
results-more = المزيد
results-feed = متابعة الردود الجديدة (Atom)
results-aloud = نص بسيط للقراءة بصوت عالٍ
results-look = كل الردود على هذه المشاركة
promise-title = وعدنا
promise-state-open = مفتوح
promise-state-so-far = تم الوفاء به حتى الآن
promise-state-kept = تم الوفاء به
promise-state-missed = لم يتم الوفاء به
promise-open = { $days ->
    [0] وعدنا بالرد حتى { $date }. الموعد هو اليوم.
    [one] وعدنا بالرد حتى { $date }. الموعد هو الغد.
    [two] وعدنا بالرد حتى { $date }. بقي يومان.
    [few] وعدنا بالرد حتى { $date }. بقيت { $days } أيام.
   *[other] وعدنا بالرد حتى { $date }. بقي { $days } يومًا.
}
promise-so-far = وعدنا بالرد حتى { $date }. وفينا بوعدنا حتى الآن: جاء الرد الأول في { $answered }. يبقى الوعد قائمًا حتى { $date }، وقد تأتي ردود أخرى حتى ذلك الحين.
promise-kept = وعدنا بالرد حتى { $date }. وفينا بوعدنا: جاء الرد الأول في { $answered }.
promise-missed = { $days ->
    [one] وعدنا بالرد حتى { $date }. لم نفِ بوعدنا. كان الموعد أمس.
    [two] وعدنا بالرد حتى { $date }. لم نفِ بوعدنا. مضى على الموعد يومان.
    [few] وعدنا بالرد حتى { $date }. لم نفِ بوعدنا. مضت على الموعد { $days } أيام.
   *[other] وعدنا بالرد حتى { $date }. لم نفِ بوعدنا. مضى على الموعد { $days } يومًا.
}
promise-missed-late = { $days ->
    [one] وعدنا بالرد حتى { $date }. جاء الرد الأول في { $answered }، متأخرًا يومًا واحدًا.
    [two] وعدنا بالرد حتى { $date }. جاء الرد الأول في { $answered }، متأخرًا يومين.
    [few] وعدنا بالرد حتى { $date }. جاء الرد الأول في { $answered }، متأخرًا { $days } أيام.
   *[other] وعدنا بالرد حتى { $date }. جاء الرد الأول في { $answered }، متأخرًا { $days } يومًا.
}
promise-moved = كان الموعد في البداية { $date }.
outcome-asked = سألنا
outcome-said = قلتم
outcome-do = سنفعل ذلك
outcome-partly = سنفعل جزءًا من ذلك
outcome-not = لن نفعل ذلك
outcome-open = لم يُتخذ القرار بعد
outcome-voices = { $count ->
    [one] أسهم في ذلك صوت واحد.
    [two] أسهم في ذلك صوتان.
    [few] أسهمت في ذلك { $count } أصوات.
   *[other] أسهم في ذلك { $count } صوتًا.
}
outcome-voices-few = أسهم في ذلك أقل من 5 أصوات.
outcome-owner = المختص: { $owner }
outcome-due = الموعد المخطط: { $date }
outcome-percent = أُنجز { $percent } بالمئة
outcome-published = نُشر في { $date }
outcome-steps = ما حدث منذ ذلك الحين
aloud-and = و
aloud-to = إلى
aloud-percent = بالمئة
aloud-euro = يورو
aloud-paragraph = المادة
poster-more = المزيد من الردود في الصفحة خلف الرمز.
poster-scan = اقرأوا كل الردود
poster-spoken = رمز QR إلى { $address }
step-decision-done = تم القرار
step-decision-when = في { $date } أجبنا:
step-report-done = في التقرير
step-report-now = يدخل في التقرير
step-report-ahead = في التقرير
step-report-text = في { $date } اخترنا مساهمتكم للرد عليها.
step-done-done = أُنجز
step-done-now = قيد التنفيذ
step-done-ahead = التنفيذ
letter-outcome-subject = رد على مساهمتكم: { $title }
letter-outcome-what = يوجد رد على مساهمتكم في «{ $title }». صوتكم واحد من الأصوات التي يجيب عنها.
letter-outcome-look = الرد الكامل مع الصور وكل الخطوات:
letter-outcome-button = عرض الرد
letter-step-subject = جديد بشأن مساهمتكم: { $title }
letter-step-what = حدث تقدم في «{ $title }». يتعلق الأمر بالرد «{ $outcome }» الذي يشمل صوتكم أيضًا.

pref-title = كيف تودّون أن نتواصل معكم؟
pref-language = لغة رسائل البريد الإلكتروني
pref-pace = كم مرّة؟
pref-pace-at_once = فور وجود أي جديد
pref-pace-weekly = مرّة في الأسبوع، كل شيء معًا، أيام الجمعة
pref-quiet = ساعات الهدوء
pref-quiet-help = لا تصلكم رسالة في هذا الوقت، بل بعده.
pref-quiet-none = بلا ساعات هدوء
pref-quiet-hours = من { $start } إلى { $end }
pref-save = حفظ
pref-saved = تم الحفظ.
letter-change-link = تغيير اللغة أو عدد المرّات أو ساعات الهدوء
letter-digest-subject = هذا الأسبوع حول مشاركتكم: { $title }
letter-digest-what = هذا ما حدث هذا الأسبوع في «{ $title }»:
letter-digest-read = قُرئت مشاركتكم.
push-title = الإخبار على هذا الجهاز
push-text = عند ظهور أي جديد، تظهر رسالة قصيرة على هذا الجهاز. ولا يرد فيها ما كتبتموه.
push-do = نعم، على هذا الجهاز
push-kept = لهذا الغرض نحفظ عنوانًا لمتصفحكم، منفصلًا عن إجاباتكم. وتمر الرسالة مشفّرة عبر الشركة المنتجة للمتصفح.
push-on = سنخبركم على هذا الجهاز.
push-end = إيقاف الإخبار هنا
push-ended = لن نخبركم بعد الآن على هذا الجهاز. حُذف العنوان.
push-denied = لا يسمح متصفحكم برسائل من هذه الصفحة. يمكنكم تغيير ذلك في إعداداته.
push-fault = لم ينجح ذلك الآن. يرجى المحاولة مرة أخرى بعد دقيقة.
news-title = هناك جديد بشأن مشاركتكم
news-text = اطّلعوا عليه بإيصالكم.
ways-title = هكذا نخبركم
way-mail = بالبريد الإلكتروني
way-push = على جهاز
way-sms = برسالة نصية
way-post = بالبريد العادي
way-end = إيقاف
way-ended = تم الإيقاف. حُذف العنوان ما لم تحتج إليه مشاركة أخرى.
stop-title = هل توقفون الرسائل؟
stop-text = لن نخبركم بعد ذلك عن هذه المشاركة. ونحذف رقمكم أو عنوانكم إن لم تذكروه لمشاركة أخرى. وتبقى مشاركتكم قائمة.
stop-send = نعم، أوقفوها
stopped-title = لن تصلكم رسائل بعد الآن
tell-text-sms = إن رغبتم، نكتب لكم رسالة إلكترونية أو رسالة نصية عند ظهور أي جديد.
tell-address-sms = عنوان البريد الإلكتروني أو رقم الهاتف المحمول
tell-apart-sms = يُحفظ العنوان أو الرقم منفصلًا عن إجاباتكم. تؤكدون أولًا: برسالة إلكترونية أو برمز في رسالة نصية.
phone-fault = يرجى كتابة رقم هاتف محمول كامل، مثل ‎0151 23456789‎، أو عنوان بريد إلكتروني. لا نرسل رسائل نصية إلى الهواتف الأرضية.
phone-fault-short = هذا الرقم غير كامل أو ليس رقم هاتف محمول
phone-full = أُرسلت كل الرسائل النصية لهذا اليوم. يرجى كتابة عنوان بريد إلكتروني أو المحاولة غدًا.
phone-full-short = لا يمكننا إرسال رسائل نصية أخرى اليوم
code-title = ما الرمز الوارد في الرسالة النصية؟
code-text = نرسل رسالة نصية فيها ستة أرقام إلى هذا الرقم. يستغرق ذلك عادة أقل من دقيقة:
code-label = الرمز
code-send = تأكيد
code-wrong = هذا ليس الرمز الوارد في آخر رسالة نصية. يرجى مقارنة الأرقام الستة.
code-wrong-short = هذا الرمز غير مطابق
code-over = اطلبوا رمزًا جديدًا، بعد دقيقة على الأقل من الرمز الأخير.
code-over-short = لم يعد هذا الرمز صالحًا
code-new = إرسال رمز جديد
code-done-title = شكرًا، سنرسل لكم رسالة نصية
code-done-text = تم تأكيد رقمكم. في كل رسالة نصية رابط لإيقافها.
sms-code = رمزكم لـ Resonanz هو { $code }. لم تشاركوا؟ تجاهلوا الرسالة.
sms-news = جديد بشأن مشاركتكم: { $link } إيقاف: { $end }
own-address-push = جهازكم، عن طريق
own-address-sms = رقم هاتفكم المحمول
own-address-post = عنوانكم البريدي
post-close = مع أطيب التحيات
post-why = تصلكم هذه الرسالة لأنكم تركتم عنوانكم لهذا الغرض. ويُحفظ منفصلًا عن إجاباتكم.
post-end = لا تريدون رسائل أخرى؟ افتحوا { $link } أو اتصلوا: { $contact }
post-scan = رمز QR إلى { $address }
sheet-title = رد بالبريد
sheet-text = هل تودون أن تصلكم رسالة عند صدور رد؟ املؤوا هذه الورقة وسلّموها إلى مسؤول المجموعة. هذا ليس إلزاميًا.
sheet-name = الاسم واللقب
sheet-street = الشارع ورقم المبنى
sheet-town = الرمز البريدي والمدينة
sheet-receipt = الرموز الثمانية في إيصالكم
sheet-large = بخط كبير من فضلكم
sheet-consent = أرغب في أن يُكتب لي بالبريد عند ظهور أي جديد بشأن مشاركتي. ويجوز لهذا الغرض حفظ عنواني منفصلًا عن إجاباتي. ويمكنني إيقاف ذلك في أي وقت.
sheet-sign = التاريخ والتوقيع

receipt-slow = جرت محاولات كثيرة جدًا من هنا
receipt-slow-text = وردت من شبكتكم إيصالات خاطئة كثيرة. لكي لا يخمّن أحد الإيصالات نتوقف قليلًا. يرجى المحاولة مجددًا بعد عشر دقائق. ما كتبتموه ما زال موجودًا.
receipt-yours = إيصالكم
voice-away = لا يمكننا عرض كلماتكم الآن. يرجى المحاولة بعد دقيقة.
voice-reviewed = راجع إنسان ذلك.
voice-unreviewed = هكذا قرأه برنامج، ولم يراجعه إنسان بعد.
voice-corrected = آخر تعديل منكم في { $date }.
voice-remarks = أضفتم لاحقًا:
voice-topics = موضوعات مشاركتكم
voice-title = مشاركتكم ملك لكم
voice-text = بإيصالكم يمكنكم تعديلها أو الإضافة إليها أو سحبها.
voice-answers = عرض إجاباتي وتصحيحها
voice-remark = إضافة شيء
voice-withdraw = سحب مشاركتي
withdrawn-title = سُحبت هذه المشاركة
withdrawn-text = سُحبت في { $date }. حُذف النص. لا نعدّ إلا أن مشاركة كانت موجودة. لن نرسل بعد الآن رسائل بشأنها.
excluded-title = لا تُحتسب هذه المشاركة
excluded-spam = السبب: تبدو كإعلان أو كأن آلة كتبتها.
excluded-double = السبب: وصلت من قبل، وتُحتسب مرة واحدة فقط.
excluded-not_for_us = السبب: تتناول موضوعًا لم يُسأل عنه هنا.
excluded-text = قرّر ذلك أشخاص. لم يُحذف شيء: تبقى المشاركة مع هذا السبب في قائمة جميع المشاركات. هل ترون الأمر بشكل آخر؟ اكتبوا ملاحظة في الأسفل.
poster-place = هنا سألنا: { $place }
