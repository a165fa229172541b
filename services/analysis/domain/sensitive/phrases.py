"""Phrases of distress, threat and accusation, language by language.

How they are written: a space is anything between two words of a sentence; `…` leaves room for up to four words;
`~` is the rest of a word; `(a|b)` is a choice, `[a]` may be left out; a line that ends in `$` ends its clause.
Each line was written for this list; a phrase belongs here only if it means nothing harmless in most texts.
"""

# ruff: noqa: E501 - a phrase is one line

from __future__ import annotations

from typing import Final

#: Somebody who may want to die or hurts themselves.
LIFE: Final = """
ich (will|möchte|mag|kann|wollte) [einfach|so|gar|echt|auch|langsam] nicht mehr leben$
ich (will|möchte) (einfach|nur noch|am liebsten) (sterben|tot sein)
ich (will|möchte) sterben
(bring|bringe) [ich] mich [noch|bald|heute|jetzt|einfach|irgendwann] um$
mich (umbringen|umzubringen|erhängen|vor den zug werfen)
(mir|nehme mir|nehm mir) … das leben [zu] nehm~
nehme mir [bald|noch|heute] das leben
(selbstmordgedanken|suizidgedanken)
ich … (selbstmord|suizid) [zu] (begeh~|mach~|gedacht|denk~|denke)
ich denk~ … an (selbstmord|suizid)
(wäre|wär) (ich|am liebsten|lieber|besser) [lieber|doch|schon|einfach|nur] tot
wünschte ich wäre (tot|nicht mehr da|nie geboren)
kein~ (sinn|grund) mehr (zu leben|im leben|weiterzuleben|am leben)
ich (bin|fühle mich) … lebensmüde
ich (ritze|ritz) mich
mach~ … schluss mit (dem|meinem) leben
mein~ leben … ein ende (setzen|machen|mache|setze)
ich kann … nicht mehr bitte helft
(helft mir|hilf mir|hilfe) [bitte] ich kann nicht mehr
ich will hier nur noch weg aus meinem leben
i (want|wanna|would like) [to] (die|kill myself|end my life|end it all)
i (do not|don't|dont) want to (live|be alive) [anymore|any more]$
(kill|killing|hurt|hurting|cut|cutting) myself
(end|ending|take|taking) my [own] life
(suicidal|thinking about suicide|thinking of suicide)
no reason (to live|to go on living)
better off dead
(yaşamak|artık yaşamak) istemiyorum
ölmek istiyorum
kendimi öldür~
intihar (edece~|etmek|etmeyi|düşün~)
canıma kıy~
kendime zarar ver~
(لا|ما) (اريد|بدي) (العيش|اعيش|ان اعيش)
(اريد|بدي|عايز|عايزة) (الموت|اموت|ان اموت)
(سأقتل|ساقتل|اقتل|أقتل) نفسي
(انهي|أنهي|سأنهي) حياتي
(سأنتحر|انتحر|أنتحر|الانتحار افكر|افكر بالانتحار|أفكر بالانتحار|افكر في الانتحار|أفكر في الانتحار)
не хочу [больше|більше] (жить|жити)$
(хочу|хочется) (умереть|померти|вмерти)
(покончу|покончить|покінчу|покінчити) (с|з|із) (собой|собою)
(убью|вб'ю|уб'ю|убить|вбити) себя
(вб'ю|вбити|убити) себе
(думаю|мысли|думки) (о|об|про) (самоубийств~|самогубство|суицид~|суїцид)
(режу|ріжу) себ~
нет смысла жить
немає сенсу жити
nie chcę [już|dłużej] żyć
chcę umrzeć
(zabiję|zabić) się
(popełni~|myśl~ o) samobójstw~
odebrać sobie życie
(tnę|okaleczam) się
nie mam po co żyć
nu mai vreau să [mai] trăiesc
(vreau|aș vrea) să mor
(mă|o să mă|să mă) (omor|sinucid)
îmi iau viața
(gânduri|mă gândesc la) (de suicid|sinucidere|suicid~)
"""

#: Somebody who is beaten, threatened or abused, mostly at home.
VIOLENCE: Final = """
(mein|meine|unser|unsere) (mann|ehemann|freund|partner|vater|papa|stiefvater|ex|exmann|ex-mann|exfreund|sohn|bruder|onkel|frau|ehefrau|mutter|mama|stiefmutter|opa|chef|trainer|lehrer|betreuer) … (schlägt|schlug|prügelt|verprügelt|würgt|bedroht|misshandelt|missbraucht|vergewaltigt|quält|geschlagen|verprügelt|gewürgt) [mich|uns|die kinder|meine mutter|mama|immer|oft|jeden tag]!vor
(er|sie) (schlägt|verprügelt|würgt|vergewaltigt|missbraucht) (mich|meine mutter|mama|meine schwester|meinen bruder)!vor
(ich|wir) (werde|wurde|werden|wurden|bin) … (geschlagen|verprügelt|misshandelt|missbraucht|vergewaltigt|gewürgt) [worden]
(werde|wurde) ich … (geschlagen|verprügelt|misshandelt|missbraucht|vergewaltigt)
angst vor (meinem|meiner|mein|meine) (mann|ehemann|freund|vater|papa|stiefvater|ex|partner|bruder|sohn|onkel|mutter|stiefmutter)
(angst|trau~ mich nicht) nach hause (zu gehen|zu kommen)
traue mich nicht [mehr] nach hause$
(zu hause|daheim|zuhause) … (schlägt|geschlagen|verprügelt|misshandelt) [er|mich|man|wird|werde|uns]
my (husband|boyfriend|partner|father|dad|stepfather|ex|wife|mother|brother|son|uncle) … (hits|beats|hit|beat|abuses|abused|rapes|raped|chokes|threatens) (me|us|the kids|my mother|my mum)
(he|she) (hits|beats|rapes|raped|abuses|chokes) me
i (am|was|get|got|have been) [being] (beaten|raped|abused) [by|at]
(afraid|scared|frightened) of my (husband|boyfriend|partner|father|dad|ex|stepfather)
(kocam|eşim|babam|üvey babam|abim|sevgilim|annem|amcam) … (dövüyor|dövdü|vuruyor|şiddet|tehdit|tecavüz)
(beni|bizi) (dövüyor|dövdü|öldürecek|taciz etti|taciz ediyor)
tecavüze uğra~
(kocamdan|eşimden|babamdan) korkuyorum
(زوجي|ابي|أبي|والدي|اخي|أخي|خطيبي|عمي) … (يضربني|ضربني|يعنفني|يهددني|يضربنا|اغتصبني|يضرب)
(يضربني|يغتصبني|اغتصبني|تحرش بي|يتحرش بي)
(اخاف|أخاف) من (زوجي|ابي|أبي|والدي)
(муж|отец|папа|отчим|парень|брат|чоловік|батько|тато|вітчим|хлопець|дядя|дядько) … (бьет|бил|избивает|избил|б'є|бив|побив|душит|душить|насилует|ґвалтує|угрожает|погрожує) [меня|нас|мене|мне|мені|детей|дітей|маму]
(меня|мене|нас) … (бьет|избивает|избивают|избил|б'є|б'ють|насилует|изнасиловал|изнасиловали|зґвалтував|ґвалтує)
боюсь (мужа|отца|отчима|чоловіка|батька|вітчима|своего|свого)
(mój|moja) (mąż|partner|chłopak|ojciec|tata|ojczym|brat|były|matka) … (bije|bił|pobił|dusi|gwałci|zgwałcił|znęca|grozi) [mnie|nas|się|mi|dzieci]
(bije|bił|pobił|gwałci|zgwałcił) mnie
(zostałam|zostałem|jestem) (zgwałcona|zgwałcony|bita|bity|pobita|pobity)
boję się (męża|partnera|ojca|ojczyma|chłopaka|byłego)
(soțul|bărbatul|iubitul|tatăl|tata|fratele|fostul|mama|unchiul) [meu|mea] … (bate|bătut|lovește|lovit|violat|violează|amenință|abuzează)
(mă|ne|m-a) (bate|bătut|violat|violează|abuzat|abuzează)
mi-e frică de (soțul|bărbatul|tatăl|tata|fostul)
"""

#: A child who may be in danger.
CHILD: Final = """
(schlägt|schlagen|prügelt|prügeln|verprügelt|verprügeln|missbraucht|missbrauchen|misshandelt|misshandeln) … (sein|seine|seinen|ihr|ihre|ihren|mein|meine|meinen|unser|unsere) (kind|kinder|sohn|tochter|baby|enkel|enkelin|tochter)
(sein|seine|seinen|ihr|ihre|ihren) (kind|kinder|sohn|tochter|baby) … (schlägt|schlagen|schlug|geschlagen|verprügelt|misshandelt|missbraucht)
(ein|das|dieses|mein|unser) (kind|mädchen|baby|junge) … wird … (geschlagen|verprügelt|misshandelt|missbraucht)
(ein|das|dieses|mein|unser) (kind|mädchen|baby|junge) (wird|wurde) … (geschlagen|verprügelt|misshandelt|missbraucht)
(onkel|vater|papa|stiefvater|trainer|lehrer|opa|betreuer|nachbar) … (fasst mich|hat mich) … (an|angefasst|angetatscht)$
(fasst|packt) mir … zwischen die beine
fasst mich … (da unten|an den po|unter dem rock|wo ich) … an
(beats|beat|hits|abuses|abused|molests|molested) (his|her|their|my) (child|children|kid|kids|son|daughter|baby)
(touches|touched) me … (down there|where i|under my|inappropriately)
(child|girl|boy|baby) (is|was|is being|gets) (beaten|abused|molested)
(çocuğunu|çocuklarını|kızını|oğlunu|bebeğini) … (dövüyor|dövüyorlar|istismar|taciz)
(çocuğa|çocuklara) (tecavüz|cinsel istismar|tacizde)
(يضرب|تضرب|يعنف|يعذب|يغتصب) … (ابنه|ابنته|اولاده|أولاده|اطفاله|أطفاله|طفله|طفلته|ابنها|اطفالها|أطفالها|طفلا)
(бьет|бьют|избивает|избивают|насилует|б'є|б'ють|ґвалтує) … (ребенка|детей|сына|дочь|дочку|дитину|дітей|сина|доньку)
(ребенка|детей|сына|дочь|дитину|дітей|сина|доньку) … (бьет|бьют|избивает|избивают|насилует|б'є|б'ють|ґвалтує)
(bije|biją|maltretuje|gwałci|molestuje|krzywdzi) … (dziecko|dzieci|syna|córkę|dziewczynkę|chłopca)
(dziecko|dzieci|syna|córkę) (bije|biją|maltretuje|krzywdzi)
(bate|bat|abuzează|violează|molestează) … (copilul|copiii|fiul|fiica|fetița|băiatul|copii)
(își|isi|își) bat[e] copi~
"""

#: Somebody who announces violence, or calls for it.
THREATS: Final = """
(ich|wir) (bring|bringe|bringen) (euch|dich|ihn|sie|den|die|diesen|alle|jeden) … um$
(bring|bringe) ich (euch|dich|ihn|sie|den|die|diesen|alle|jeden) … um$
(ich|wir) (werde|werden|will|wollen|könnte|würde) (euch|dich|ihn|sie|den|die|diesen|diese|alle|jeden|jemanden) … (umbringen|töten|abstechen|abknallen|erschießen|erschiessen|totschlagen|verprügeln|zusammenschlagen|aufhängen|vergiften|überfahren|abschlachten|kaltmachen|kalt machen|fertigmachen|fertig machen)
(ich|wir) (stech|steche|stechen|knall|knalle|knallen) (euch|dich|ihn|sie|den|die|diesen|alle|jeden) … ab$
(stech|steche|knall|knalle) ich (euch|dich|ihn|sie|den|die|diesen|alle|jeden) … ab$
(ich|wir) (schlag|schlage|schlagen) (euch|dich|ihn|sie|den|die|diesen|alle|jeden) … (tot|zusammen|krankenhausreif|die fresse ein|den schädel ein)
(ich|wir) (zünd|zünde|zünden|fackel|fackle|fackeln|brenn|brenne|brennen|spreng|sprenge|sprengen|jag|jage|jagen) … (an|ab|nieder|in die luft)$
(zünde|fackel|fackle|brenne|sprenge|jage) ich … (an|ab|nieder|in die luft)$
(rathaus|amt|haus|auto|büro|moschee|synagoge|kirche|unterkunft|heim|flüchtlingsheim|schule|auto) … (anzünden|abfackeln|abbrennen|niederbrennen|in die luft jagen|in die luft sprengen|in brand setzen|in brand stecken)
(ihr|du) (werdet|wirst|sollst|sollt) [alle|noch|schon|dafür] (sterben|brennen|verrecken|bluten|krepieren)
(ihr werdet|du wirst|sie werden|wirst du|werdet ihr|werden sie) [das|es] [noch|alle|alles] [bitter] bereuen
(ich|wir) (weiß|weiss|wissen) [genau|ja|schon] wo (du|ihr|er|dein~|euer~|eure~|seine~) … (wohnt|wohnst|arbeitet|arbeitest|schule|parkt|parkst|lebt|lebst)
(ich|wir) … bombe (legen|zünden|werfen|bauen|basteln|hochgehen lassen)
(kugel|messer) [in den|zwischen die] (kopf|bauch|rippen|rücken) … (verdient|kriegen|bekommen|rammen|jagen|stecken)
(ein~|eine) kugel (in den|in dein~|in euer~|in seinen) kopf
(gehör~|müsste~|sollte~) … (erschossen|aufgehängt|vergast|abgeknallt|erschlagen|an die wand gestellt|abgestochen|aufgeknüpft|gelyncht)
(dann|sonst) (gibt's|gibts|gibt es) (tote|blut|ein blutbad)
(ich|wir) (komme|kommen) … mit (der|einer|meiner) (waffe|knarre|pistole|axt|machete)
(i will|i'll|i am going to|i'm going to|im going to|we will|we'll|i'm gonna|gonna) (kill|stab|shoot|murder|beat up|burn down|blow up|hurt) (you|him|her|them|the|this|your|everyone|all|somebody|someone)
(you will|you'll|you are going to|you're going to|they will|they should) [all] (die|burn|regret this|regret it|pay for this|be shot|be hanged)
i know where (you|he|she|they|your) … (live|lives|work|works|family|kids|children)
(place|plant|set off|have) a bomb (in|at|under)
(seni|sizi|onu|onları|hepinizi) … (öldüreceğim|öldürürüm|öldüreceğiz|gebertirim|gebertece~|vuracağım|vururum|bıçaklayaca~|yakacağım|yakarım)
(belediyeyi|binayı|okulu|evinizi|evini|arabanı|arabanızı) … (yakacağım|yakarım|havaya uçuraca~|bombalayaca~)
nerede (oturduğunu|oturduğunuzu|yaşadığını) … biliyor~
(bunun|bunu) … (pişman olacaksın~|hesabını vereceksin~)
(سأقتلك~|سأقتلكم|ساقتلكم|ساقتلك|سنقتلكم|سأقتله|ساقتله|بقتلك|رح اقتلك~|رح أقتلك~|هقتلك~|سأذبحك~|سأحرقكم)
(سأحرق|ساحرق|رح احرق|سأفجر|ساافجر|سافجر|رح افجر) … (البلدية|المبنى|بيتكم|بيتك|المدرسة|السيارة|البيت|المسجد)
(اعرف|أعرف|نعرف) اين (تسكن~|تعيش~|يسكن|بيتك~)
(я|мы|ми) … (его|вас|тебя|їх|його|их|всех|всіх|тебе|вам|тобі) … (убью|прибью|зарежу|застрелю|взорву|вб'ю|уб'ю|заріжу|підірву|спалю|покалечу|покалічу)
(убью|зарежу|застрелю|взорву|сожгу|подожгу|вб'ю|заріжу|застрелю|підірву|спалю|підпалю) (вас|тебя|его|её|ее|их|всех|тебе|його|її|їх|всіх|ваш~|эту|этот|це|цей|цю|мэрию|мерію|ратушу|здание|будівлю)
(знаю|знаем|знаємо) где (ты|вы|он|твой|твоя|ваши~) … (живешь|живете|живет|работаешь|работаете|семья|дети)
(знаю|знаємо) де (ти|ви|він|твоя|ваші) … (живеш|живете|живе|працюєш|працюєте)
(вы|ты|ви|ти) [все|всі|об этом|про це|ещё|еще|ще] (сдохнешь|сдохнете|умрете|умрешь|пожалеешь|пожалеете|здохнеш|здохнете|помреш|помрете|пошкодуєш|пошкодуєте)
(zabiję|zabijemy|zadźgam|zastrzelę|pobiję|spalę|podpalę|wysadzę|zniszczę|dorwę) (cię|was|go|ją|ich|wszystkich|ten|tę|ratusz|urząd|wasz~|twój|twoje|tego|tę)
(wiem|wiemy) gdzie (mieszkasz|mieszkacie|mieszka|pracujesz|pracujecie|pracuje)
(pożałujesz|pożałujecie|zginiesz|zginiecie|zdechniesz|zdechniecie)
(am să|o să|voi|vom) (vă|te|îl|îi|o) [mai] (omor|omorî|ucid|ucide|împușc|înjunghii|bat)
(vă|te|îi|îl) (omor|ucid|împușc)
(dau|dăm) foc (primăriei|la primărie|casei|mașinii|la casa|la mașina)
(știu|știm) unde (locuiești|locuiți|stai|stați|locuiește|lucrezi|lucrați)
(o să|vei|veți) [regreți|regretați|muri|plătiți|plătești] (scump|pentru asta)
(ich|wir) … und (bring|bringe|bringen) (euch|dich|ihn|sie|den|die|alle|jeden) … um$
(euch|dich|ihn|den|die|alle|diesen) (bring|bringe|bringen) (ich|wir) … um$
(ich|wir) … und (stech|steche|stechen|knall|knalle|knallen) (euch|dich|ihn|sie|den|die|alle) … ab$
(euch|dich|ihn|den|die|alle|diesen) (stech|steche|stechen|knall|knalle|knallen) (ich|wir) … ab$
(ich|wir) … und (zünd|zünde|zünden|fackel|fackle|fackeln) (euch|alles|das|die|eure~|euer~) … (an|ab)$
(ich|wir) … und (schlag|schlage|schlagen) (euch|dich|ihn|sie|den|alle|alles|ihnen|denen) … (tot|zusammen|kurz und klein|krankenhausreif|die fresse ein|den schädel ein)
(schlag|schlage|schlagen) (ich|wir) (euch|dich|ihn|sie|den|alle|alles|ihnen|denen) … (tot|zusammen|kurz und klein|krankenhausreif|die fresse ein|den schädel ein)
(euch|dich|ihn|den|die|alle|diesen) (schlag|schlage|schlagen) (ich|wir) … (tot|zusammen|kurz und klein|krankenhausreif)
(mach|mache|machen) (ich|wir) (euch|dich|ihn|den|alle) [noch|schon|alle|jetzt|bald] (fertig|kalt|platt)$
(ich|wir) (mach|mache|machen) (euch|dich|ihn|den|alle) [noch|schon|alle|jetzt|bald] (fertig|kalt|platt)$
(euch|dich|ihn|den|die|alle|diesen) (mach|mache|machen) (ich|wir) [noch|schon|alle|jetzt|bald] (fertig|kalt|platt)$
(den|diesen) ~ (mach|mache|machen) (ich|wir) [noch|schon|alle|jetzt|bald] (fertig|kalt|platt)$
(mach|mache|machen) (ich|wir) (dir|euch|ihm|ihr|ihnen|denen) das leben zur hölle
(ich|wir) (mach|mache|machen) (dir|euch|ihm|ihr|ihnen|denen) das leben zur hölle
(ich|wir) [und] (hau|haue|hauen|schlag|schlage|schlagen|tret|trete|treten) (dir|euch|ihm|ihr|ihnen|denen|dem) … (aufs maul|auf die fresse|in die fresse|ins gesicht|die zähne|die nase|eine rein|eins rein)
(hau|haue|hauen|schlag|schlage|schlagen|tret|trete|treten) (ich|wir) (dir|euch|ihm|ihr|ihnen|denen|dem) … (aufs maul|auf die fresse|in die fresse|ins gesicht|die zähne|die nase|eine rein|eins rein)
(kriegst|kriegt|bekommst|bekommt|setzt|gibt's|gibts|gibt es) … (aufs maul|auf die fresse|in die fresse|auf die schnauze)
(ich|wir) [und] (brech|breche|brechen) (dir|euch|ihm|ihr|ihnen|denen|dem) … (knochen|beine|bein|arme|arm|genick|finger|nase|hals)
(brech|breche|brechen) (ich|wir) (dir|euch|ihm|ihr|ihnen|denen|dem) … (knochen|beine|bein|arme|arm|genick|finger|nase|hals)
(ich|wir) (komm|komme|kommen) … (vorbei|zu euch|zu dir|ins rathaus|ins amt) und (dann knallt~|dann kracht~|dann rappelt~|dann gibt's was|dann gibt es was|dann setzt es was)
(dann|sonst|bald) brennt (das|hier das|euer|eure|dein|deine) (rathaus|amt|büro|haus|auto|bude|hütte)
(ich|wir) (kriege|krieg|kriegen|finde|finden) (dich|euch|ihn) (schon|noch|überall)$
(du bist|ihr seid|bist du|seid ihr) [alle|bald|schon|so gut wie] (tot|fällig)$
i'm (coming|gonna come) (for|after) you
(i'll|i will|we'll|we will) (find|get|break|smash|destroy) (you|your legs|your neck|your face)$
(watch|better watch) your back$
(come|coming) (round|around|over|by) and (kill|stab|shoot|beat|smash|hurt|punch) (you|him|her|them|your~)
(seni|sizi|onu|onları|hepinizi) … (döverim|döveceğim|döveceğiz|bitireceğim|bitiririm|mahvedeceğim|mahvederim|gebertiyorum|öldürüyorum)
(kafanı|kafanızı|kemiklerini|kemiklerinizi|bacaklarını|bacaklarınızı) (kırarım|kıracağım|kıracağız)
(سأضربك|سأضربكم|رح اضربك|رح اضربكم|راح اضربك|راح اضربكم|سأدمرك|سأدمركم|بقتلكم|راح اقتلك|راح اقتلكم)
(سأكسر|رح اكسر|راح اكسر|بكسر) (رأسك|رأسكم|عظامك|عظامكم|رجلك|رجليك)
(изобью|побью|прибью|покалечу|прикончу|порву|урою|уничтожу) (тебя|вас|его|её|их|всех)
(тебя|вас|его|их|всех|вас всех) (изобью|побью|прибью|покалечу|прикончу|порву|урою|зарежу|застрелю)
(сломаю|переломаю|зламаю|переламаю) (тебе|вам|ему|им|тобі|йому|їм) … (ноги|руки|кости|кістки|шею|шию)
(поб'ю|приб'ю|покалічу|прикінчу|порву|знищу) (тебе|вас|його|її|їх|всіх)
(тебе|вас|його|їх|всіх|вас усіх) (поб'ю|приб'ю|покалічу|прикінчу|порву|заріжу|застрелю)
(zatłukę|załatwię|skopię|wykończę|potnę|pobijemy) (cię|was|go|ją|ich|wszystkich)
(cię|was|go|ich|wszystkich) (zabiję|pobiję|zatłukę|załatwię|dorwę|wykończę|zastrzelę)
(połamię|złamię) (ci|wam|mu|jej|im) … (nogi|ręce|kości|kark)
(te|vă) (bat|rup|nenorocesc|distrug|calc în picioare)
(vin|venim) … și (te|vă|îl|îi) (bat|batem|rup|rupem|omor|omorâm|distrug)
(îți|vă|îi|le) (rup|sparg) (picioarele|capul|oasele|fața|gura)
"""

#: What is a threat once it is said of a person who can be recognised.
TARGETED: Final = """
(mach|mache|machen) (ich|wir) … (fertig|kalt|platt)$
(ich|wir) (mach|mache|machen) … (fertig|kalt|platt)$
(schlag|schlage|schlagen) (ich|wir) … (zusammen|tot|krankenhausreif)$
(ich|wir) (schlag|schlage|schlagen) … (zusammen|tot|krankenhausreif)$
(knöpf|knöpfe|knöpfen) (ich|wir) mir … vor$
(kauf|kaufe|kaufen) (ich|wir) (mir|uns) [noch]$
(i'll|i will|i'm going to|i am going to) (get|find|destroy|finish|smash) (him|her|them)
(onu|onları) (bitireceğim|bitiririm|mahvedeceğim|mahvederim|döverim|bulurum)
(راح|رح) (اكسره|اضربه|اخرب بيته)
(найду|достану|прикончу|знайду|дістану|прикінчу) (его|её|их|його|її|їх)
(wykończę|załatwię|znajdę|dorwę) (go|ją|ich)
(îl|o|îi) (termin|distrug|prind|nenorocesc) (eu|și|pe)
"""

#: What is a serious reproach once it is said of a person who can be recognised.
REPROACHES: Final = """
(korrupt|korrupte|korrupter|bestechlich|bestochen|geschmiert|schmiergeld~|besticht|bestechung~|bestechen)
(betrüger|betrügerin|betrügt|betrügen|betrogen|betrug|betrog|veruntreut|unterschlagen|unterschlägt|sozialbetrug|steuerbetrug)
(klaut|klauen|geklaut|stiehlt|gestohlen|dieb|diebin|beklaut|bestohlen)
(in die eigene tasche|in seine tasche|in ihre tasche|in seine eigene tasche)
(nimmt|nahm|kassiert|genommen|kassierte) … (geld|bestechungsgeld|schwarzgeld) … (an|dafür|schwarz|heimlich)
(pädophil~|kinderschänder|kinderficker|vergewaltig~|belästigt|grapscht|begrapscht|begrabscht|missbraucht|missbrauchte|angefasst)
(dealt|dealer|drogendealer|verkauft drogen|vertickt|drogen verkauf~)
(schlägt|verprügelt|misshandelt|prügelt) (seine|ihre|sein|ihr|die) (frau|kinder|kind|tochter|sohn|mutter|schüler)
(erpresst|erpresser|verbrecher|kriminell|krimineller|schwarzarbeit~|fälscht|gefälscht|lügner|lügnerin|lügt)
(nazi|rassist|rassistin|faschist|faschistin|terrorist|islamist|arschloch|hurensohn|drecksau|schlampe|wichser|säufer|alkoholiker)
geld [dafür|heimlich|schwarz] (genommen|eingesteckt|kassiert|abgezweigt|angenommen)$
(nimmt|nahm) [dafür|doch|auch|heimlich|sicher|bestimmt] (geld|kohle|scheine|umschläge) [von jedem|von denen|von firmen|unter der hand|unterm tisch]$
(geld|kohle|scheine|umschlag|umschläge) … (unter der hand|unterm tisch|unter dem tisch)
(steckt|steckte|stecken|steckten) [sich] … (geld|gelder|kohle) … ein$
(zweigt|zweigte|zweigen) … (geld|gelder|mittel) … ab$
(abgezweigt|hinterzieht|hinterzogen|zweckentfremdet|abgezockt|abzocker|abzockerin)
(lässt|ließ|lassen|hat|haben) sich … (schmieren|kaufen) [lassen]$
(zockt|zockte|haut) … (leute|rentner|alte|uns|bürger|mieter) … (ab|übers ohr)$
(zeig|zeige|zeigen) (ich|wir) … an$
(ich|wir) (zeig|zeige|zeigen) … an$
(ich|wir) … (anzeige|strafanzeige) … (erstatte|erstatten|erstattet|stelle|stellen|gestellt)
(fasst|fasste|packt|packte) … (frauen|mädchen|kinder|kolleginnen|schülerinnen) … an$
(corrupt|bribe~|stole money|stole from|stole our|stole my|steals|thief|fraud~|embezzle~|paedophile|pedophile|rapist|molest~|harasse~|dealer|sells drugs|liar|criminal|nazi|racist|beats his wife)
(took|takes|pocketed|pockets|accepted) [the|our|some|all the] (money|cash|kickbacks|envelopes)
(on the take|in his own pocket|in her own pocket|in their own pocket)
(i'll|i will|i'm going to|i am going to) (report|sue) (him|her) [to the police]
(rüşvet~|yolsuzluk~|hırsız~|çaldı|çalıyor|dolandırıcı~|dolandır~|sapık|tacizci~|taciz~|uyuşturucu sat~|yalancı|ırkçı|zimmetine)
(para|parayı|paraları) (aldı|alıyor|yedi|yiyor|çaldı)
(cebine|kendi cebine) (attı|atıyor|indirdi|indiriyor)
(فاسد|رشوة|رشاوي|مرتشي|يرتشي|سرق|يسرق|لص|حرامي|محتال|نصاب|يتحرش|تحرش|متحرش|مغتصب|يبيع المخدرات|كذاب|عنصري|مجرم)
(اخذ|ياخذ|قبض|يقبض|سرق) (مال|المال|مالا|فلوس|الفلوس|اموال|مصاري)
(взятк~|взяточник~|коррупционер~|коррумпирован~|ворует|украл|украла|вор|воровка|мошенник~|педофил~|насильник~|домога~|торгует наркотик~|лжец|преступник|расист~|хабар~|хабарник~|корупціонер~|корумпован~|краде|вкрав|вкрала|злодій|злодійка|шахрай~|ґвалтівник|торгує наркотик~|брехун|злочинець)
(взял|взяла|берет|брал|взяв|бере|брав) (деньги|деньгами|бабло|гроші|на лапу|откат|откаты|відкат|відкати)
(на лапу|в свой карман|у свою кишеню|до своєї кишені)
(łapówk~|łapówkarz|skorumpowan~|kradnie|ukradł|ukradła|złodziej~|oszust~|pedofil~|gwałciciel|molestuje|molestował|handluje narkotyk~|kłamca|przestępca|rasist~)
(wziął|wzięła|bierze|brał|brała) (pieniądze|kasę|w łapę|kopertę|koperty)
(w łapę|do własnej kieszeni|do swojej kieszeni)
(corupt|coruptă|mită|mita|șpagă|șpaga|a furat|fură bani|hoțul|este hoț|un hoț|escroc~|pedofil|violator|hărțui~|vinde droguri|mincinos|infractor|rasist)
(a luat|ia|lua) (bani|banii|plicul|plicuri) [de la|pentru|pe sub mână]
(în buzunarul propriu|în propriul buzunar|în buzunarul lui)
"""

#: People who can be recognised by what they are: there is one of them, or one whom everybody around knows.
ROLES: Final = """
(der|unser|dieser|unserem|dem|den|vom|herr) [neue|alte|jetzige|aktuelle|damalige] (oberbürgermeister|bürgermeister|bezirksbürgermeister|hausmeister|schulleiter|rektor|direktor|dezernent|amtsleiter|vermieter|imam|pfarrer|pastor|beigeordnete|baudezernent|kämmerer|chef|leiter)
(der|unser|mein|dieser) (nachbar|trainer|lehrer|wirt|betreuer|sachbearbeiter|arzt|klassenlehrer|vermieter|hausmeister)
(die|unsere|meine|diese) (oberbürgermeisterin|bürgermeisterin|bezirksbürgermeisterin|schulleiterin|rektorin|direktorin|dezernentin|amtsleiterin|vermieterin|nachbarin|lehrerin|sachbearbeiterin|ärztin|leiterin|erzieherin|klassenlehrerin)
(the|our|my|this) (mayor|headteacher|headmaster|caretaker|landlord|landlady|neighbour|neighbor|coach|imam|priest|councillor|director)
(belediye başkanı|başkan|müdür|okul müdürü|komşum|komşumuz|ev sahibim|imam|muhtar|kapıcı|öğretmen)
(мэр|бургомистр|директор|сосед|соседка|хозяин|учитель|тренер|мер|бургомістр|сусід|сусідка|господар|вчитель|начальник)
(burmistrz|prezydent miasta|dyrektor|dyrektorka|sąsiad|sąsiadka|właściciel|nauczyciel|trener|dozorca|ksiądz)
(primarul|primărița|directorul|directoarea|vecinul|vecina|proprietarul|profesorul|antrenorul|administratorul|preotul)
(رئيس البلدية|العمدة|المدير|مدير المدرسة|جاري|جارتي|صاحب البيت|المدرب|المعلم|الامام|الإمام)
"""
