fault-title-prefix = Lütfen kontrol edin:

receipt-title = Katkım ne oldu?
receipt-intro = Alındı kodunuzdaki sekiz karakteri girin. Katkınızın hangi aşamada olduğunu görürsünüz.
receipt-label = Alındı kodu
receipt-help = Büyük küçük harf ve boşluk fark etmez. Kod şöyle görünür:
receipt-send = Bak
receipt-look = Alındı koduyla bak
receipt-nothing = Bu kodla henüz bir şey bulamadık
receipt-nothing-text = Belki bir karakter yanlış yazıldı: Lütfen sekizini de karşılaştırın. Az önce gönderdiyseniz bir dakika sonra yeniden deneyin.
receipt-soon = Katkınız ulaştı
receipt-soon-text = Birazdan burada daha fazlası olacak. Lütfen bir dakika sonra yeniden bakın.
receipt-again = Lütfen alındı kodunuzu bir kez daha girin
receipt-again-text = Sayfa eskimişti. Kodla baktıktan sonra adresinizi orada yazabilirsiniz.

journey-title = Katkınızın yolculuğu
state-done = tamamlandı
state-now = sırada
state-ahead = daha sonra
state-late = gecikti
step-received-done = Ulaştı
step-received-text = Katkınız { $date } tarihinde ulaştı.
step-read-done = Okundu
step-read-now = Okunuyor
step-read-text = Katkınızı { $date } tarihinde bir program okudu. Yanılmış olabilir.
step-tagged-done = Eşleştirildi
step-tagged-ahead = Eşleştirilecek
step-tagged-text = { $count ->
    [one] Katkınız, iyi katılım için asgari standartlardan biriyle ilgili:
   *[other] Katkınız, iyi katılım için { $count } asgari standartla ilgili:
}
step-tagged-none = Program, katkınızda iyi katılımın asgari standartlarıyla ilgili bir şey bulamadı. Katkınız yine de sayılır.
step-decision-now = Yanıt
step-decision-ahead = Yanıt
step-decision-late = Yanıt hâlâ bekleniyor
step-decision-day = { $date } tarihine kadar söz verildi
step-decision-text = Katkılardan ne çıktığını o zamana kadar bildireceğiz. Sorumlu: { $office }
step-decision-late-text = Söz verilen gün geçti. Sormaktan çekinmeyin. Sorumlu: { $office }
stance-met = { $count ->
    [one] Bunu iyi buldunuz.
   *[other] Bunu iyi buldunuz ({ $count } yerde).
}
stance-not_met = { $count ->
    [one] Bunun eksikliğini hissettiniz.
   *[other] Bunun eksikliğini hissettiniz ({ $count } yerde).
}
stance-suggestion = { $count ->
    [one] Bununla ilgili bir öneriniz var.
   *[other] Bununla ilgili önerileriniz var ({ $count } yerde).
}

tell-title = Sonucu bana bildirin
tell-text = İsterseniz yeni bir gelişme olduğunda size e-posta yazarız.
tell-address = E-posta adresi
tell-send = Evet, bana yazın
tell-apart = Adres, yanıtlarınızdan ayrı saklanır. Önce onaylamanız için bir e-posta alırsınız.
address-fault = Lütfen tam bir adres yazın, örneğin ad@example.org.
address-fault-short = Bu e-posta adresi eksik
address-away = Lütfen bir dakika sonra tekrar gönderin.
address-away-short = Şu anda kayıt sistemimize ulaşamıyoruz
address-kept = Yazdıklarınız yerinde duruyor.
subscribed-title = Lütfen posta kutunuza bakın
subscribed-text = Bu adrese bir e-posta gönderiyoruz. Ancak orada onayladıktan sonra size yazmaya devam ederiz:
subscribed-wrong = E-posta gelmedi mi? İstenmeyen posta klasörüne bakın. Adres yanlışsa geri dönüp yeniden yazın.
subscribed-receipt = Alındı kodunuz size hâlâ gerekli:

confirm-title = Size yazalım mı?
confirm-text = Katkınız okunduğunda ve bir yanıt olduğunda size yazarız. Bunu istediğiniz zaman sonlandırabilirsiniz.
confirm-send = Evet, bana yazın
end-title = Artık yazmayalım mı?
end-text = Bu katkı hakkında size artık yazmayız. Adresinizi başka bir katkı için de vermediyseniz sileriz. Katkınız geçerli kalır.
end-send = E-postaları sonlandır
told-confirmed-title = Teşekkürler, size yazacağız
told-confirmed-text = Adresiniz onaylandı. Yeni bir gelişme olduğunda e-posta alırsınız.
told-ended-title = Artık e-posta almayacaksınız
told-ended-text = Bu katkı hakkında size artık yazmayız. Alındı kodunuzla bakmaya devam edebilirsiniz.
told-unknown-title = Bu bağlantı geçerli değil
told-unknown-text = Belki eksik kopyalandı. Lütfen e-postadan bir kez daha açın.
told-end = E-posta istemiyorum

letter-hello = Merhaba,
letter-confirm-subject = Lütfen onaylayın: Katkınızın sonucunu öğrenmek ister misiniz?
letter-confirm-who = bu adres, bir katkının ne olduğunu öğrenmek için bir katılım çalışmasında verildi.
letter-confirm-do = Bunu istiyor musunuz? O hâlde lütfen bu sayfayı açıp onaylayın:
letter-confirm-button = Evet, bana yazın
letter-confirm-else = Adresi siz vermediyseniz bir şey yapmanız gerekmez: Onay olmadan size yazmaya devam etmeyiz.
letter-read-subject = Katkınız okundu: { $title }
letter-read-what = “{ $title }” için { $date } tarihli katkınız okundu. Onu bir program okudu; yanılmış olabilir.
letter-read-promise = { $date } tarihine kadar yanıt sözü verildi. Sorumlu: { $office }
letter-read-look = Katkınızın hangi aşamada olduğunu her zaman alındı kodunuzla görebilirsiniz:
letter-read-button = Alındı koduyla bak
letter-why = Bu e-postayı, bu adres bir katkı için verildiği için alıyorsunuz.
letter-end = Artık e-posta istemiyorum:
letter-end-link = Artık e-posta istemiyorum

standard-early-information = Erken bilgilendirme
standard-scope-transparency = Söz hakkının sınırlarının açık olması
standard-genuine-influence = Sonucun açık olması ve etki
standard-feedback-accountability = Geri bildirim ve hesap verme
standard-low-threshold-access = Kolay erişim
standard-accessibility-language = Engelsizlik ve anlaşılırlık
standard-target-group-inclusion = Tüm grupların katılımı
standard-respect-fairness = Saygı ve adalet
standard-resources-support = Kaynaklar ve danışılacak kişiler
standard-documentation-traceability = Belgeleme ve izlenebilirlik
standard-cooperation-networks = İş birliği ve ağlar
standard-evaluation-learning = Değerlendirme ve öğrenme
standard-other = Başka bir asgari standart
plain-early-information = İlgili herkes, henüz bir şey kesinleşmeden haberdar olur.
plain-scope-transparency = Ne hakkında söz söylenebileceği ve kimin karar vereceği önceden bellidir.
plain-genuine-influence = İnsanların söyledikleri sonucu gerçekten değiştirebilir.
plain-feedback-accountability = Katkıların ne olduğu ve nedeni öğrenilir.
plain-low-threshold-access = Katılmak kolaydır: yer, saat ve yol günlük hayata uyar.
plain-accessibility-language = Herkes içeri girebilir, her şeyi okuyabilir ve anlayabilir.
plain-target-group-inclusion = Çoğu zaman eksik kalanlara da sorulur.
plain-respect-fairness = Herkes ciddiye alınır ve söz alabilir.
plain-resources-support = Yeterli zaman, para ve soru sorulabilecek kişiler vardır.
plain-documentation-traceability = Süreç ve sonuçlar sonradan okunabilir.
plain-cooperation-networks = Daireler, dernekler ve mahalle sakinleri birlikte hareket eder.
plain-evaluation-learning = Nasıl geçtiğine bakılır ve bir dahaki sefere daha iyisi yapılır.
plain-other = Henüz bu listede yer almıyor.

tell-kept = Adresinizi en geç, yanıt sözü verilen günden bir yıl sonra sileriz.
own-title = Burada sizinle ilgili kayıtlı olanlar
own-text = Bu sayfayı yalnızca e-postanızdaki bağlantıya sahip olan açabilir. Yanıtlarınız burada değildir: ayrı ve isimsiz saklanır.
own-address = E-posta adresiniz
own-since = { $date } tarihinde girildi
own-consent = Onayladığınız metin
own-letters = Size gönderilen mektuplar
own-entries = Kayıtlarınız
own-file = Dosya olarak alın (JSON)
own-erase = Hepsini sil
own-erase-text = Adresinizi sileriz ve size hiçbir katkı hakkında yazmayız. Katkılarınız kalır: sizinle bağlantılı değildir.
own-erase-send = Evet, hepsini sil
own-gone = Adresiniz silindi
own-gone-text = Sizinle ilgili artık hiçbir kayıt yok ve size yazmayacağız.
own-none = Burada kayıtlı bir şey yok
own-none-text = Bu bağlantı için kayıtlı adres yok. Belki silindi ya da bağlantı eksik: Öyleyse lütfen iletiden bir kez daha açın.
own-link = Hakkımda ne kayıtlı?
own-state-confirmed = onaylandı
own-state-asked = henüz onaylanmadı
notice-title = Verilerinize ne oluyor
notice-lead = İsminizi vermeden katılırsınız. Yalnızca size yazmamızı isterseniz bir adrese ihtiyacımız olur.
notice-answers-title = Yanıtlarınız
notice-answers = İşaretlediklerinizi ve yazdıklarınızı, ayrıca dili, zamanı ve hangi afiş ya da bağlantıyla geldiğinizi kaydederiz. İsim, çerez ya da cihazınızın adresini kaydetmeyiz. Katkınız, siz geri çekene kadar kalır.
notice-program = Bir program metinleri okur ve konulara ayırır; dış hizmet kullanılmaz. Metinlerdeki isim, numara ve adresleri elinden geldiğince gizler. Ne yapılacağına insanlar karar verir.
notice-flood = Kimse formu doldurup taşırmasın diye, bir ağdan ne kadar geldiğini birkaç dakika sayarız. Hangi ağ olduğunu kaydetmeyiz.
notice-address-title = Adresiniz, verirseniz
notice-address = Şifreli olarak ve yanıtlarınızdan ayrı tutulur. E-posta adresini ya da numarayı onaylamazsanız { $days } gün sonra sileriz. Onaylarsanız aboneliği bitirdiğinizde, en geç yanıt sözü verilen günden bir yıl sonra sileriz.
notice-ways = E-postalar şehrin posta sunucusundan, SMS’ler görevlendirilmiş bir hizmetten, cihaz bildirimleri tarayıcının üreticisinden geçer. Yanıtlarınız bunların içinde asla yer almaz.
notice-rights-title = Kendiniz neler yapabilirsiniz
notice-rights = Alındı kodunuzla katkınızı görebilir, anket sürerken değiştirebilir ve istediğiniz zaman geri çekebilirsiniz. Adresinizi her iletideki bağlantıyla görebilir, yanınıza alabilir ve silebilirsiniz. Kod olmadan katkınızı biz de bulamayız: Hangisinin sizin olduğunu bilmiyoruz.
notice-who-title = Kim sorumlu
notice-who = Her formun altında adı yazan birim. Dayanak, birimin kamu görevidir (GDPR madde 6/1 e), adresiniz için ise onayınızdır (a bendi). Katılım gönüllüdür. Sorularınız için:
notice-complain = Şikâyet de edebilirsiniz:

results-integrity = Her yanıt nasıl sayıldı
voice-proof = Kontrol sayısı
voice-proof-text = Bu sayıyla yanıtınızın sayıldığını görürsünüz. Yanıt hakkında hiçbir şey söylemez.
voice-proof-look = Kanıtta bak
results-title = Sonuç ne oldu
results-none = Henüz bir yanıt yok. Yanıt verildiğinde burada yer alacak.
results-office = Sorumlu: { $office }
results-other-language = Bu yanıt henüz bu dilde yok. Burada Almanca olarak yer alıyor.
results-more = Daha fazlası
results-feed = Yeni yanıtlara abone olun (Atom beslemesi)
results-offers = Mahallenizde neler var?
results-aloud = Sesli okumak için düz metin
results-look = Bu katılımın tüm yanıtları
promise-title = Sözümüz
promise-state-open = açık
promise-state-so-far = şimdiye kadar tutuldu
promise-state-kept = tutuldu
promise-state-missed = tutulmadı
promise-open = { $days ->
    [0] { $date } tarihine kadar yanıt vereceğimize söz verdik. O gün bugün.
    [one] { $date } tarihine kadar yanıt vereceğimize söz verdik. O gün yarın.
   *[other] { $date } tarihine kadar yanıt vereceğimize söz verdik. { $days } gün kaldı.
}
promise-so-far = { $date } tarihine kadar yanıt vereceğimize söz verdik. Şimdiye kadar sözümüzü tuttuk: İlk yanıt { $answered } tarihinde geldi. Sözümüz { $date } tarihine kadar geçerli; o güne kadar başka yanıtlar da gelebilir.
promise-kept = { $date } tarihine kadar yanıt vereceğimize söz verdik. Sözümüzü tuttuk: İlk yanıt { $answered } tarihinde geldi.
promise-missed = { $days ->
    [one] { $date } tarihine kadar yanıt vereceğimize söz verdik. Sözümüzü tutmadık. O gün dündü.
   *[other] { $date } tarihine kadar yanıt vereceğimize söz verdik. Sözümüzü tutmadık. Aradan { $days } gün geçti.
}
promise-missed-late = { $days ->
    [one] { $date } tarihine kadar yanıt vereceğimize söz verdik. İlk yanıt { $answered } tarihinde, bir gün geç geldi.
   *[other] { $date } tarihine kadar yanıt vereceğimize söz verdik. İlk yanıt { $answered } tarihinde, { $days } gün geç geldi.
}
promise-moved = İlk tarih { $date } idi.
outcome-asked = Biz sorduk
outcome-said = Siz söylediniz
outcome-do = Bunu yapıyoruz
outcome-partly = Bunun bir kısmını yapıyoruz
outcome-not = Bunu yapmıyoruz
outcome-open = Bu henüz karara bağlanmadı
outcome-voices = Buna en az { $count } görüş katkıda bulundu.
outcome-voices-few = Buna 5’ten az görüş katkıda bulundu.
outcome-owner = İlgilenen: { $owner }
outcome-due = Planlanan tarih: { $date }
outcome-percent = Yüzde { $percent } tamamlandı
outcome-published = Yayımlandığı tarih: { $date }
outcome-steps = O zamandan beri olanlar
aloud-and = ve
aloud-to = ile
aloud-percent = yüzde
aloud-euro = avro
aloud-paragraph = madde
poster-more = Diğer yanıtlar kodun açtığı sayfada.
poster-scan = Tüm yanıtları okuyun
poster-spoken = { $address } adresine giden QR kodu
step-decision-done = Karar verildi
step-decision-when = { $date } tarihinde şu yanıtı verdik:
step-report-done = Raporda
step-report-now = Rapora giriyor
step-report-ahead = Raporda
step-report-text = { $date } tarihinde görüşünüzü bir yanıt için seçtik.
step-done-done = Tamamlandı
step-done-now = Uygulanıyor
step-done-ahead = Uygulama
letter-outcome-subject = Görüşünüze yanıt: { $title }
letter-outcome-what = “{ $title }” katılımındaki görüşünüze bir yanıt var. Görüşünüz, yanıtlanan görüşlerden biri.
letter-outcome-look = Resimler ve tüm adımlarla yanıtın tamamı:
letter-outcome-button = Yanıtı görün
letter-step-subject = Görüşünüzle ilgili yenilik: { $title }
letter-step-what = “{ $title }” konusunda bir gelişme var. Sizin görüşünüzün de yer aldığı “{ $outcome }” yanıtı hakkında.

pref-title = Size nasıl haber verelim?
pref-language = E-postaların dili
pref-pace = Ne sıklıkta?
pref-pace-at_once = Yeni bir şey olur olmaz
pref-pace-weekly = Haftada bir, hepsi bir arada, cuma günleri
pref-quiet = Sessiz saatler
pref-quiet-help = Bu saatlerde e-posta gelmez. Sonrasında gelir.
pref-quiet-none = Sessiz saat yok
pref-quiet-hours = { $start } – { $end } arası
pref-save = Böyle kaydet
pref-saved = Kaydedildi.
letter-change-link = Dili, sıklığı veya sessiz saatleri değiştir
letter-digest-subject = Katkınız hakkında bu hafta: { $title }
letter-digest-what = “{ $title }” konusunda bu hafta şunlar oldu:
letter-digest-read = Katkınız okundu.
push-title = Bu cihazda haber verin
push-text = Yeni bir gelişme olduğunda bu cihazda kısa bir bildirim görünür. Yazdıklarınız içinde yer almaz.
push-do = Evet, bu cihazda
push-kept = Bunun için tarayıcınızın bir adresini, yanıtlarınızdan ayrı olarak saklarız. Bildirim, tarayıcının üreticisi üzerinden şifreli gider.
push-on = Bu cihazda haber vereceğiz.
push-end = Burada artık haber vermeyin
push-ended = Bu cihazda artık haber vermeyeceğiz. Adres silindi.
push-denied = Tarayıcınız bu sayfadan bildirimlere izin vermiyor. Bunu ayarlarından değiştirebilirsiniz.
push-fault = Bu şu anda olmadı. Lütfen bir dakika sonra yeniden deneyin.
news-title = Katkınızla ilgili yeni bir gelişme var
news-text = Alındı kodunuzla bakın.
ways-title = Size böyle haber veriyoruz
way-mail = E-postayla
way-push = Bir cihazda
way-sms = SMS ile
way-post = Mektupla
way-end = Sonlandır
way-ended = Sonlandırıldı. Başka bir katkı için gerekmiyorsa adres silindi.
ways-none = Şu anda bu katkınız için size haber vermiyoruz.
stop-title = Artık haber vermeyelim mi?
stop-text = Bu katkı hakkında size artık haber vermeyiz. Numaranızı veya adresinizi başka bir katkı için de vermediyseniz sileriz. Katkınız geçerli kalır.
stop-send = Evet, sonlandır
stopped-title = Artık mesaj almayacaksınız
tell-text-sms = İsterseniz yeni bir gelişme olduğunda size e-posta veya SMS göndeririz.
tell-address-sms = E-posta adresi veya cep telefonu numarası
tell-apart-sms = Adres veya numara, yanıtlarınızdan ayrı saklanır. Önce e-postayla veya SMS ile gelen bir kodla onaylarsınız.
phone-fault = Lütfen tam bir cep telefonu numarası yazın, örneğin 0151 23456789, veya bir e-posta adresi. Sabit hatlara SMS göndermiyoruz.
phone-fault-short = Bu numara eksik ya da cep telefonu numarası değil
phone-full = Bugünkü SMS'lerin hepsi gönderildi. Lütfen bir e-posta adresi yazın veya yarın yeniden deneyin.
phone-full-short = Bugün artık SMS gönderemiyoruz
code-title = SMS'teki kod nedir?
code-text = Bu numaraya altı rakamlı bir SMS gönderiyoruz. Genellikle bir dakikadan kısa sürer:
code-label = Kod
code-send = Onayla
code-wrong = Bu, son SMS'teki kod değil. Lütfen altı rakamı karşılaştırın.
code-wrong-short = Bu kod uymuyor
code-over = Kendinize yeni bir kod gönderilmesini isteyin, en erken son koddan bir dakika sonra.
code-over-short = Bu kod artık geçerli değil
code-new = Yeni kod gönder
code-done-title = Teşekkürler, size SMS göndereceğiz
code-done-text = Numaranız onaylandı. Her SMS'te bunu sonlandırabileceğiniz bir bağlantı bulunur.
sms-code = Resonanz kodunuz: { $code }. Siz katılmadıysanız bir şey yapmayın.
sms-news = Katkınızla ilgili yenilik: { $link } SMS istemiyorum: { $end }
own-address-push = Cihazınız, şu hizmet üzerinden
own-address-sms = Cep telefonu numaranız
own-address-post = Posta adresiniz
post-close = Saygılarımızla
post-why = Bu mektubu, bunun için adresinizi bıraktığınız için alıyorsunuz. Adresiniz yanıtlarınızdan ayrı saklanır.
post-end = Artık mektup istemiyor musunuz? { $link } adresini açın veya arayın: { $contact }
post-scan = Şu adrese QR kodu: { $address }
sheet-title = Mektupla yanıt
sheet-text = Bir yanıt olduğunda mektup almak ister misiniz? Öyleyse bu kâğıdı doldurup grup sorumlusuna verin. Zorunlu değildir.
sheet-name = Ad ve soyad
sheet-street = Sokak ve kapı numarası
sheet-town = Posta kodu ve şehir
sheet-receipt = Alındı kodunuzun sekiz karakteri
sheet-large = Lütfen büyük harflerle basılsın
sheet-consent = Katkımla ilgili yeni bir gelişme olduğunda bana mektup yazılmasını istiyorum. Bunun için adresim, yanıtlarımdan ayrı olarak saklanabilir. Bunu her zaman sonlandırabilirim.
sheet-sign = Tarih ve imza

receipt-slow = Buradan çok fazla alındı kodu denendi
receipt-slow-text = Ağınızdan çok sayıda yanlış alındı kodu girildi. Kimse kod tahmin edemesin diye ara veriyoruz. Lütfen on dakika sonra yeniden deneyin. Yazdıklarınız duruyor.
receipt-yours = Alındı kodunuz
voice-away = Sözlerinizi şu anda gösteremiyoruz. Lütfen bir dakika sonra yeniden bakın.
voice-reviewed = Bunu bir insan kontrol etti.
voice-unreviewed = Bunu bir program böyle okudu. Henüz bir insan kontrol etmedi.
voice-corrected = Son değişikliğinizin tarihi: { $date }.
voice-remarks = Sonradan eklediğiniz not:
voice-topics = Katkınızın konuları
voice-title = Katkınız size aittir
voice-text = Alındı kodunuzla katkınızı değiştirebilir, ekleme yapabilir ya da geri çekebilirsiniz.
voice-answers = Yanıtlarımı gör ve düzelt
voice-remark = Bir şey ekle
voice-withdraw = Katkımı geri çek
withdrawn-title = Bu katkı geri çekildi
withdrawn-text = Geri çekilme tarihi: { $date }. Metin silindi. Yalnızca bir katkı olduğu sayılıyor. Bu konuda artık e-posta göndermiyoruz.
excluded-title = Bu katkı sayıma dahil edilmiyor
excluded-spam = Nedeni: Reklama ya da bir makinenin yazısına benziyor.
excluded-double = Nedeni: Daha önce bir kez gelmiş. Yalnızca bir kez sayılıyor.
excluded-not_for_us = Nedeni: Burada sorulmayan bir konuyla ilgili.
excluded-text = Buna insanlar karar verdi. Hiçbir şey silinmedi: Katkı, bu nedenle birlikte tüm katkıların listesinde duruyor. Farklı mı düşünüyorsunuz? Aşağıda bir not yazın.
poster-place = Burada sorduk: { $place }
