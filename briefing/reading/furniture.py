"""Lines that stand on a news page and belong to no story: share buttons, advertisements, cookies, clocks, captions.

Each leaves alone, so nothing around it is lost; and only a line that is nothing else. A caption leaves
because its day is the photograph's, which may be years before the story's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["cut_furniture", "is_caption"]

# One row a language: whole lines, as the reader of a page knows them.
LINES = {
    "": "facebook, twitter, x, whatsapp, telegram, linkedin, reddit, pinterest, flipboard, instagram, youtube, tiktok, e-mail, email, messenger, threads, bluesky, viber, pocket, rss",
    "en": (
        "share, share on facebook, share on twitter, share on x, share on whatsapp, share on linkedin, share via email, share by email, "
        "tweet, print, print this page, copy link, copied, link copied, save, save article, bookmark, advertisement, advertisements, ad, "
        "sponsored, sponsored content, promoted content, story continues below advertisement, story continues below, "
        "article continues below, article continues after this ad, article continues after ad, scroll to continue, "
        "advertisement - scroll to continue, listen, listen to this article, listen to article, listen to story, read aloud, "
        "live, live updates, latest updates, show key events only, please turn on javascript to use this feature, "
        "skip to content, skip to main content, back to top, view comments, comments, add a comment, log in to comment, "
        "sign up, subscribe, subscribe now, sign in, log in, register, accept cookies, accept all cookies, manage cookies, manage preferences, "
        "download our app, follow us, join our telegram channel, join our whatsapp channel, report an error, give feedback, "
        "view image in fullscreen, enlarge this image, open image in lightbox, play video, watch video, end of list, click here"
    ),
    "tr": (
        "paylaş, haberi paylaş, facebook'ta paylaş, twitter'da paylaş, whatsapp'ta paylaş, yazdır, kopyala, linki kopyala, kaydet, "
        "reklam, sponsorlu, haberi dinle, dinle, canlı, bizi takip edin, abone ol, google news'te abone ol, yorum yap, yorum yaz, "
        "çerezleri kabul et, uygulamamızı indirin, habere git, hata bildir"
    ),
    "ar": "مشاركة, شارك, شارك المقال, شارك الخبر, فيسبوك, تويتر, واتساب, تيليغرام, تلغرام, طباعة, نسخ الرابط, إعلان, اعلان, حفظ, استمع, استمع للمقال, مباشر, تابعونا, تابعنا, اشترك, اشترك الآن",
    "fr": "partager, partager sur facebook, partager l'article, imprimer, copier le lien, publicité, écouter, écouter l'article, s'abonner, abonnez-vous, en direct, commenter, réagir, suivez-nous, accepter les cookies",
    "de": "teilen, artikel teilen, drucken, link kopieren, anzeige, werbung, artikel anhören, anhören, abonnieren, merken, kommentieren, folgen sie uns, live, cookies akzeptieren",
    "es": "compartir, compartir en facebook, imprimir, copiar enlace, publicidad, escuchar, suscríbete, suscribirse, en vivo, en directo, comentar, síguenos, aceptar cookies",
    "pt": "compartilhar, partilhar, imprimir, copiar link, publicidade, ouvir, assine, ao vivo, comentar, siga-nos, aceitar cookies",
    "it": "condividi, stampa, copia link, pubblicità, ascolta, abbonati, in diretta, commenta, seguici",
    "nl": "delen, deel, afdrukken, kopieer link, advertentie, luister, abonneer, reageer",
    "ru": "поделиться, реклама, подписаться, слушать, печать, скопировать ссылку, комментарии",
    "el": "κοινοποίηση, διαφήμιση, εκτύπωση",
    "he": "שתף, שתפו, פרסומת, הדפסה, הדפס",
    "fa": "اشتراک گذاری, آگهی, چاپ",
}
# Whole lines with something that changes in them.
FORMS = (
    r"(?:share|follow us|join us|find us|follow \w+|like us)(?: (?:this(?: \w+)?|it|the \w+))? on (?:facebook|twitter|x|whatsapp|instagram|telegram|youtube|google news|social media|linkedin)\b.{0,60}",
    r"(?:تابعونا|تابعنا|اشترك) (?:على|في) .{1,40}|bizi .{1,30} takip edin|suivez-nous sur .{1,40}|folgen sie uns (?:auf|bei) .{1,40}",
    r"(?:sign up|subscribe)\b.{0,40}\b(?:newsletter|newsletters|briefing|alerts|channel)\b.{0,80}",
    r"(?:we|this (?:site|website|page)) uses? cookies\b.{0,260}",
    r"by continuing to (?:use|browse) (?:this|our) (?:site|website)\b.{0,160}",
    r"this content is (?:hosted|provided) by .{0,40}\b(?:cookies|third party)\b.{0,160}",
    r"(?:ce site|nous) utilis(?:e|ons) des cookies\b.{0,200}|(?:diese|unsere) (?:website|seite) (?:verwendet|nutzt) cookies\b.{0,200}",
    r"(?:este sitio|esta web|utilizamos|usamos) (?:utiliza |usa )?cookies\b.{0,200}|.{0,60}(?:çerez politika|çerezler kullan|çerez kullan(?:ıyor|makta)).{0,120}",
    r"(?:copyright\s*)?(?:©|\(c\)|copyright) ?(?:19|20)\d\d\b.{0,240}|all rights reserved\.?|tüm hakları saklıdır\.?|tous droits réservés\.?|alle rechte vorbehalten\.?|جميع الحقوق محفوظة.{0,60}",
    r"\d{1,3} ?(?:min|mins|minute|minutes)(?: read)?|reading time:? .{1,20}|lesedauer:? .{1,20}|temps de lecture:? .{1,20}|okuma süresi:? .{1,20}",
    r"font size:?.{0,20}|text size:?.{0,20}|(?:a ?[-+]? ?){2,4}",
    r"(?:(?:last )?updated(?: at)?:? ?)?(?:\d{1,3} ?(?:h|hr|hrs|hours?|m|mins?|minutes?) ago ?)?(?:\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\.?)?(?: ?(?:gmt|utc|bst|cet|cest|est|edt|et|ist|pst|pdt))?)?",
    r"list(?: of)? \d{1,2}(?: of \d{1,2})?(?: items)?",
    r"(?:views?|görüntülenme|okunma|vues|aufrufe|visitas|просмотров|المشاهدات):? ?[\d.,]{1,12}|[\d.,]{1,12} (?:views|shares|comments|okunma|vues|aufrufe|yorum)",
)
_CAPTION_OPENS = re.compile(
    r"(?:file (?:photo|image|picture)|archive (?:photo|image)|undated (?:photo|image)|photo(?:graph)?|image|picture|caption|fotoğraf|arşiv|"
    r"foto|archivbild|foto de archivo|photo d'archives|صورة أرشيفية|صورة من الأرشيف|фото|архивное фото)\s*(?:[:：/]|\s[-–—]\s)",
    re.IGNORECASE,
)
_CAPTION_ENDS = re.compile(
    r"(?:\[[^\[\]]{1,60}/[^\[\]]{1,60}\]\.?\s*$"  # [A. Lens/Agency]
    r"|[\[(][^\[\]()]{0,60}\b(?:file(?: photo)?|photo|photograph|image|picture|credit|foto|fotoğraf|photo d'archives|archiv|archivo|фото|صورة)\b\s?[:/][^\[\]()]{1,60}[\])]\.?\s*$"
    r"|\b(?:photo|photograph|image|picture|foto|fotoğraf|credit|фото)\s?:\s(?:[^.:]|(?<=\b\w)\.){2,50}\s*$)",
    re.IGNORECASE,
)
_MARKS = " \t#*_:…>»›→↓•|–—-[]()!"
_LONGEST_LINE = 60
_LONGEST_FORM = 320
_LONGEST_CAPTION = 400


def _key(line: str) -> str:
    folded = (
        line.strip(_MARKS).casefold().replace("\u0307", "").replace("’", "'")
    )  # casefold() dots the Turkish İ apart
    return " ".join(folded.split())


_KNOWN = frozenset(_key(line) for row in LINES.values() for line in row.split(","))
_FORM = re.compile("|".join(f"(?:{form})" for form in FORMS))


def cut_furniture(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split lines (blank ones included) into those that may be the story and those that are furniture of the page.

    Where nothing else stands there, everything stays: a caption can be all the text that a page has.
    """
    kept = [line for line in lines if not _is_furniture(line)]
    if len(kept) == len(lines) or not any(line.strip() for line in kept):
        return list(lines), []
    return kept, [line.strip() for line in lines if _is_furniture(line)]


def _is_furniture(line: str) -> bool:
    if len(line) > _LONGEST_CAPTION or not line.strip():
        return False
    if len(line) <= _LONGEST_FORM:
        key = _key(line)
        if (len(key) <= _LONGEST_LINE and key in _KNOWN) or (key and _FORM.fullmatch(key)):
            return True
    return is_caption(line)


def is_caption(line: str) -> bool:
    """Whether a line is the caption of a photograph: it opens with a word for one, or ends with who took it."""
    bare = line.strip()
    return len(bare) <= _LONGEST_CAPTION and bool(_CAPTION_OPENS.match(bare) or _CAPTION_ENDS.search(bare[-140:]))
