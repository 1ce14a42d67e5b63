"""Turkish cues."""

from __future__ import annotations

from briefing.events.cues import Cues
from briefing.temporal.languages.tr import UNFULFILLED

__all__ = ["CUES"]

_SAID = (
    r"dedi|söyledi|açıkladı|bildirdi|belirtti|aktardı|duyurdu|kaydetti|ifade\s+etti|vurguladı|savundu|öne\s+sürdü|"
    r"iddia\s+etti|ekledi|anlattı|uyardı|doğruladı|yalanladı|konuştu|yazdı|dile\s+getirdi"
)
_SAYS = r"diyor|söylüyor|belirtiyor|savunuyor|söyledi(?:ler|ği)|belirtildi|bildirildi|açıklandı|duyuruldu|kaydedildi"

_ONES = {word: number for number, word in enumerate("bir iki üç dört beş altı yedi sekiz dokuz".split(), 1)}
_TENS = {
    word: 10 * number for number, word in enumerate("on yirmi otuz kırk elli altmış yetmiş seksen doksan".split(), 1)
}

CUES = Cues(
    abbreviations=frozenset("dr prof av gen alb sn vb vs örn bkz".split()),
    bare_dates=True,
    aside=r"sonrasında|ardından|öncesinde|üzerine",
    since=r"den\s+bu\s+yana|beri",
    another=r"ayrıca|başka|bir\s+diğer|ikinci|daha\s+(?:önce|sonra)|öte\s+yandan",
    saying=rf"{_SAID}",
    speech=rf"{_SAID}|{_SAYS}|[\w’']+n?[ae]\s+göre",
    content=r"[\"“‘']|\w+(?:d[ıiuü]ğ|t[ıiuü]ğ|[ae]c[ae]ğ)\w+|diye|ki",
    # A past that is finite ends its clause: it stands before a mark, or before what links it to the next.
    told=(
        r"(?!(?:şimdi|kendi|yedi|adı|soyadı|kredi)(?!\w))\w{2,}(?:d[ıiuü]|t[ıiuü])(?:l[ae]r)?(?=\s*(?:[.,;:!?”\"…]|\Z|ve\b|ancak\b|ama\b))|"
        r"\w{2,}m[ıiuü]şt[ıiuü]r|\w{2,}m[ae]kt[ae](?:d[ıi]r)?"
    ),
    other_tense=(
        r"\w{2,}(?:m[ıiuü]şt[ıiuü]|m[ae]ktayd[ıi]|[ıiuü]yordu|[ae]cakt[ıi]|[ae]cekt[ıi])(?:l[ae]r)?|"
        r"\w{3,}[ae]c[ae][kğ]\w*(?=\s*(?:[.,;]|\Z))|\w{2,}m[ae]l[ıi](?:d[ıi]r)?|vard[ıi]|yoktu|eğer|\w{2,}s[ae]ydı"
    ),
    background=(
        r"den\s+bu\s+yana|beri|daha\s+önce|önceden|geçmişte|eskiden|(?:yıl|ay|hafta)\s+önce|yıllarca|yıllardır|"
        r"(?:geçen|geçtiğimiz|önceki)\s+(?:sezon|dönem)\w*|her\s+zaman|geleneksel\s+olarak|bir\s+zamanlar"
    ),
    contrast=r"ancak|ama|fakat",
    alternative=r"veya|ya\s+da",
    headline=r"\w{2,}(?:[ıiuü]yor|m[ıiuü]ş)|saldırı|patlama|deprem|kaza|seçim|zirve|görüşme|ateşkes|istifa|grev",
    headline_plan=r"\w{3,}[ae]c[ae]k",
    planned=r"\w+(?:acak|ecek)|bekleniyor|planlanıyor",
    denied=(
        r"yalanla(?:dı|ndı)\w*|yalanlayan|yalanlayarak|(?:haber|iddia|söylenti|suçlama)\w*\s+(?:\w+\s+)?(?:reddet|reddedi)\w*|"
        r"(?:görüş|buluş|katıl|git|gel|toplan|saldır|vur|imzala|gerçekleş|yapıl|istifa\s+et)m[ae]d[ıi](?:l[ae]r)?"
    ),
    days_after_word="sonra",
    days_after={
        rf"\w+(?:m[ae]s[ıi]nd[ae]n|[dt][ıiuü]kt[ae]n)\s+(?:{words})\s+sonra": days
        for words, days in {
            r"(?:bir|1)\s+gün": 1,
            r"(?:iki|2)\s+gün": 2,
            r"(?:üç|3)\s+gün": 3,
            r"(?:dört|4)\s+gün": 4,
            r"(?:beş|5)\s+gün": 5,
            r"(?:bir|1)\s+hafta": 7,
        }.items()
    },
    denied_plan=r"\w+[ae]c[ae]ğ\w*\s+(?:\w+\s+){0,3}?(?:yalanla\w+|redde[dt]\w+)",
    pointing=r"(?:bu|o|söz\s+konusu)\s+(?:saldırı|patlama|olay|kaza|toplantı|görüşme|deprem|yangın|maç)\w*",
    hypothetical=r"eğer",
    condition=r"eğer|\w{2,}(?:[ae]r|[ıiuü]r|m[ae]z)s[ae](?:l[ae]r)?|takdirde|şartıyla|koşuluyla",
    said_on=r"\|(?:\s+[\w’']+){0,3}?\s+(?:yaptığı|yapılan|verdiği|düzenlediği)(?:\s+[\w’']+){0,2}?\s+(?:açıklama|konuşma|demeç|toplantı)\w*.*",
    possible=r"\w+[ae]bilir(?:l[ae]r)?|belki",
    unfulfilled=UNFULFILLED,
    called_off=r"(?:ancak|ama|fakat)\s+(?:\w+\s+){0,4}?\w+m[ae]d[ıi](?:l[ae]r)?|iptal\s+e[dt]\w+|ertele[dn]\w+|vazgeç\w+",
    dangling=r"o|bu|şu|onlar|görüşmede|toplantıda|ancak|ayrıca|öte\s+yandan",
    personal=r"ben|beni|bana|benim|biz|bizi|bize|bizim|sen|senin|siz|sizi|size|sizin",
    source=r"(?P<source>(?:\w+\s+){0,2}kaynakları?)(?:nın|na|ndan|n)?\s+(?:göre|aktardığına|verdiği\s+bilgiye|edinilen)|(?P<source2>güvenlik\s+kaynakları)",
    citing=r"(?:haberine|aktardığına|bildirdiğine|duyurduğuna|muhabirinin\s+\w+\s+bilgi(?:ye|lere))\s+göre|muhabirine|göre|kaynak\s+göster(?:erek|di)|dayandır\w+|aktardı",
    citing_after=True,
    # What it says may stand between an outlet and its verb: "Reuters, heyetin geldiğini bildirdi."
    reporting=(
        r"(?:,\s[^;:]*?)?(?:,|\s)(?:\s?da|\s?de)?\s*(?:bildirdi|duyurdu|yazdı|aktardı|haber\s+verdi|haberini\s+geçti|iddia\s+etti|öne\s+sürdü|haberleştirdi)"
        r"(?=\W*\Z|,)"
    ),
    sources={"güvenlik kaynakları": "security sources", "diplomatik kaynaklar": "diplomatic sources"},
    counts={
        "deaths": r"öldü|ölü|ölüm|(?:hayatını|yaşamını)\s+(?:kaybett|yitird)i\w*|(?:öldü|kaybetti|yitirdi|öldürüldü)ğü\w*|hayatını\s+kaybetmişti|öldürüldü|can\s+kaybı|can\s+verdi|şehit",
        "injuries": r"yaralı|yaralandı",
        "displaced": r"yerinden\s+edildi",
        "hostages": r"rehine\w*|esir\w*",
        "prisoners": r"tutuklu\w*|mahk[uû]m\w*|tutsak\w*",
        "missing": r"kayıp\w*",
    },
    stocks=dict.fromkeys(
        ("hostages", "prisoners"), r"hâlâ|halen|h[aâ]l[aâ]|tutul(?:uyor|an|makta)\w*|elinde|bulunuyor|kaldı|kalan"
    ),
    count_hints=r"[öÖ]l[düe]|[kK]ayb|[kK]ayıp|[cC]an\s|[şŞ]ehit|[yY]aral|[yY]erinden|[rR]ehine|[eE]sir|[tT]utuklu|[mM]ahk|[tT]utsak",
    counting={
        "deaths": (
            r"(?:(?:ölü|ölenlerin|öldürülenlerin|(?:hayatını|yaşamını)\s+(?:kaybedenlerin|yitirenlerin)|can\s+kaybı|şehit)\s+(?:sayısı|bilançosu)(?:nın|nı)?|"
            r"can\s+kaybı(?:nın|nı)?|ölü\s+bilançosu)(?:\s+\d[\d.]*['’][dt][ae]n(?=\s+\d)|\s+[^\W\d]\w*){0,4}?(?!\s+\d[\d.]*['’][dt][ae]n\s)"
        ),
        "injuries": r"(?:yaralı(?:ların)?|yaralananların)\s+sayısı(?:nın|nı)?(?:\s+\d[\d.]*['’][dt][ae]n(?=\s+\d)|\s+[^\W\d]\w*){0,4}?(?!\s+\d[\d.]*['’][dt][ae]n\s)",
        "displaced": r"yerinden\s+edilenlerin\s+sayısı(?:nın|nı)?",
    },
    number_words={
        **{word: number for word, number in _ONES.items() if number > 1},  # "bir" is mostly "a"
        **_TENS,
        **{f"{ten}{joint}{one}": _TENS[ten] + _ONES[one] for ten in _TENS for one in _ONES for joint in ("", " ")},
        "yüz": 100,
        "bin": 1_000,
    },
    scales={"yüz": 100, "bin": 1_000, "milyon": 1_000_000},
    qualifiers=r"en\s+az|yaklaşık|neredeyse|\d[\d.]*\s+il[ae]",
    at_least=r"en\s+az",
    at_most=r"\d[\d.]*\s+il[ae]",
    about=r"yaklaşık|neredeyse",
    by=(
        r"(?P<by>(?:[^\W\d_]+\s+){1,3}(?:bakanlığı|yetkilileri|makamları))(?:na|ne|nın|nin)?\s+(?:göre|açıkladı|duyurdu)|(?P<by2>(?:[^\W\d_]+\s+){1,3}bakanlığı)|"
        r"\A(?P<by3>(?-i:[A-ZÇĞİÖŞÜ])[^\W\d_]+(?:\s+(?-i:[A-ZÇĞİÖŞÜ])[^\W\d_]+){0,3}),(?=.*\b(?:açıkla|bildir|duyur|belirt|söyle|kaydet)\w+)|"
        r"(?P<by4>(?-i:[A-ZÇĞİÖŞÜ])[^\W\d_]+(?:\s+(?-i:[A-ZÇĞİÖŞÜ])[^\W\d_]+){0,3})(?:['’]n?[ae]\s+göre|(?:\s+verilerine|['’]\w+\s+verilerine)\s+göre)|"
        r"(?P<by5>polis|yetkililer|valilik|ordu|hükümet)\s+(?:açıkla|bildir|duyur|belirt|söyle)\w+"
    ),
    total=(
        r"bu\s+yana|beri|toplam(?:da)?|savaş\w*|(?:şu\s+ana|bugüne|şimdiye)\s+(?:kadar|dek)|"
        r"(?:ölü|ölenlerin|öldürülenlerin|kaybedenlerin|yitirenlerin|can\s+kaybı|şehit|yaralı|yaralıların|edilenlerin)\s+(?:sayısı|bilançosu)(?:nın|nı)?|"
        r"can\s+kaybı(?:nın|nı)?(?=\s+\d)"
    ),
    toll=r"(?:sayısı|bilançosu|can\s+kaybı)(?:nın|nı)?",
    revised=r"düzelt\w+|düşür\w+|revize\w*|güncelle\w+",
    corrects=(
        r"\A\W*düzeltme\s*(?::|\s[–—-](?=\s))|\A\W*[(\[][^)\]]{3,160}\bdüzeltil\w+\s*[.)\]]|"
        r"(?:\w+(?:en|an|di[ğg]i|dı[ğg]ı|dü[ğg]ü|du[ğg]u)|dair|ilişkin|tarihli)\s+haberini\s+(?:geri\s+çek|yayından\s+kaldır)\w+|"
        r"(?:haber|metn|yazı|içerik|içeriğ)\w*\s+(?:(?:bir\s+)?(?:önceki|ilk|eski)\s+)(?:hâl|hal|sürüm|versiyon|metn)\w*|"
        r"\A\W*(?:daha\s+)?(?:önceki|[iİ]lk)\s+(?:\w+\s+){0,3}?(?:sayı|bilanço|rakam)\w*\b[^,;]{0,60}?\s(?:yanlıştı|hatalıydı|doğru\s+değildi)|"
        r"\A\W*(?:daha\s+)?önce\s+(?:verilen|bildirilen|açıklanan|duyurulan)\s+[^,;]{0,60}\s(?:yanlıştı|hatalıydı|doğru\s+değildi)"
    ),
    was_before=(
        r"(?:daha\s+önce|önceki(?!\s+(?:gün|hafta|ay|yıl|akşam|gece)))\b(?:\s+[\w’']+){0,6}?\s+\Z|(?:yerine|değil)\s+\Z"
    ),
    is_no_more=r"['’]?[dt][ae]n(?=\s+\d)|['’]?\w*\s*(?:kişi\s+)?olarak\s+(?:açıkla|bildir|duyur|ver|kaydet)\w*m[iıuü]şt[iıuü]",
    since_which=r"\A[^.;]*\b(?:bu\s+yana|beri)\s+(?:\w+\s+){0,4}?en\s+\w+",
    retracts=r"haberini\s+(?:geri\s+çek|yayından\s+kaldır)\w+",
    violence=r"savaş\w*|çatışma\w*|saldır\w*|bombal\w*|bombard\w*|kuşatma\w*|katliam\w*|(?:insansız\s+hava|füze)\s*\w*",
    parts=r"çocu\w+|kadın\w*|asker\w*|polis\w*|gazeteci\w*|öğrenci\w*|sağlık\s+(?:çalışan|görevli)\w+",
    place_suffix=r"['’][dt][ae](?:ki)?\b",
    towards=r"['’](?:y?[ae]|n?[dt][ae]n|n?[ae]|n[ıiuü]n|[ıiuü]n)\b",
    titles=(
        r"(?:(?:eski|genel|teknik|siyasi|dışişleri|içişleri|savunma|maliye|adalet|sağlık|millî|milli)\s+)*"
        r"(?:cumhurbaşkan|başbakan|başkan|bakan|sözcü|lider|genelkurmay|vali|büyükelçi|komutan|direktör|antrenör|kaptan|hoca|oyuncu|yazar|şarkıcı|futbolcu|golcü|ceo|kurucu|"
        r"sekreter|milletvekil|müsteşar|kral|"
        r"emir|prens|şeyh|doktor|profesör|general|albay|yarbay|avukat|gazeteci|başsavcı|savcı|hakim|müdür|temsilci|yetkili)"
        r"(?:yardımcısı|sı|si|su|sü|ı|i|u|ü)?(?:\s+yardımcısı)?|dr|prof|av|gen|alb|sayın"
    ),
    organisations=(
        r"teşkilatı|bakanlığı|ajansı|konseyi|bürosu|büro|örgütü|ordusu|partisi|hareketi|birliği|kurulu|komitesi|meclisi|mahkemesi|"
        r"bankası|üniversitesi|derneği|vakfı|başkanlığı|müdürlüğü|kuvvetleri|kurumu|heyeti|milletler|kızılay|holding|"
        r"gazetesi|televizyonu|sendikası|federasyonu|komisyonu|tugayları|hükümeti"
    ),
    landmarks=(
        r"meydanı|havalimanı|havaalanı|hastanesi|kampı|köprüsü|kapısı|boğazı|nehri|denizi|körfezi|mahallesi|ilçesi|caddesi|"
        r"sarayı|camii|adası|gölü|dağı|çölü|yarımadası|koridoru|limanı|cezaevi|oteli"
    ),
    region=r"şehri|kenti|ili|ilçesi|eyaleti|bölgesi|vilayeti|kuzey|güney|doğu|batı|orta",
    like_a_person=r",?\s+(?:dedi|söyledi|açıkladı|konuştu|belirtti|istifa\s+etti)\b",
    suffixes_apart=True,
    ordinals={
        word: number
        for number, word in enumerate(
            "birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu".split(), 1
        )
    },
    not_names=frozenset(
        "bu o şu ve bir ancak ise ile için de da ki ama fakat çünkü eğer her hiç bazı tüm bütün çok daha en gibi kadar göre sonra önce "
        "dün bugün yarın şimdi ardından ayrıca öte yandan yani hem ne nasıl neden kim biz siz onlar ben sen kendi bunun buna bunlar "
        "görüşmede toplantıda açıklamada böylece özellikle geçen gelecek üzere dolayı rağmen karşı doğru pazartesi salı çarşamba "
        "perşembe cuma cumartesi pazar ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık".split()
    ),
)
