"""What a news page puts around and into a story leaves it; the story's own lines never do."""

from __future__ import annotations

import pytest

from briefing.reading.furniture import cut_furniture
from tests.reading.conftest import Read

STORY = "Delegates met in Cairo on Friday and spoke for two hours."


@pytest.mark.parametrize(
    "line",
    [
        "Share", "SHARE:", "Facebook", "Copy Link", "Advertisement", "ADVERTISEMENT", "Listen to this article", "3 min read",
        "Share this story on Facebook", "Follow us on Twitter and Instagram", "Sign up for our daily newsletter here",
        "Subscribe to our Telegram channel", "We use cookies to improve this site. Read our policy.", "Accept all cookies",
        "By continuing to use this site you agree to our use of cookies.", "© 2024 Daily B. All rights reserved.",
        "Copyright 2024 Daily B", "All rights reserved", "Font size: A A A", "2 hours ago", "12:40 GMT", "Updated at 10.20 BST",
        "1h ago12.31 GMT", "list 2 of 3", "1,204 views", "Görüntülenme: 1.204", "Haberi paylaş", "REKLAM", "Anzeige", "Publicité",
        "Çerez politikamız hakkında bilgi almak için tıklayınız.", "مشاركة", "إعلان", "تابعونا على فيسبوك", "Реклама",
        "File photo: soldiers at the crossing, 3 May 2023", "FILE PHOTO - A hall in Cairo, January 2019",
        "A soldier stands at the crossing, May 3, 2023. [A. Lens/Agency A]", "A hall in Cairo [File: A. Lens/Agency A]",
        "The hall, 3 May 2019 (Photo: A. Lens)", "The hall in 2019. Photograph: A. Lens/Agency A", "Fotoğraf: A. Mercek",
    ],
)  # fmt: skip
def test_furniture_leaves_alone(line: str) -> None:
    """Buttons, advertisements, notices, clocks and captions leave, each alone, and stay on record."""
    assert cut_furniture([STORY, line, "", STORY]) == ([STORY, "", STORY], [line])


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell in Cairo on Friday.",
        "Advertisement spending rose by 3 per cent, the ministry said on Friday.",
        "Follow the talks, he said on Friday, and you will see.",
        "Cookies and tea were served while the delegates waited in Cairo.",
        "The site uses cookies, the court said on Friday, and must ask.",
        "Copyright law was on the table in Cairo on Friday.",
        "“Nothing was signed.” (Agency A/Agency B)",
        "He spoke at 12:40 GMT.",
        "The photo was taken on Friday, the ministry said.",
        "He held up the photo: nobody was there.",
        "Photo and text were published on Friday.",
        "Live fire was heard in the city.",
        "3 minutes later they left.",
        "Talks [in Cairo] go on.",
        "The minister said on X: we are ready.",
        "Published: 14 September 2024",
        "By A. Writer",
    ],
)
def test_story_stays(line: str) -> None:
    """A sentence that begins like furniture, or tells of it, is the story's."""
    assert cut_furniture([STORY, line]) == ([STORY, line], [])


def test_caption_that_is_all_there_is_stays() -> None:
    """Where nothing else stands on the page, its caption is what there is to read."""
    lines = ["Share", "The hall in Cairo, 3 May 2019 [A. Lens/Agency A]"]
    assert cut_furniture(lines) == (lines, [])


def page(body: str) -> str:
    """A page with a story."""
    return f'<html lang="en"><head><title>Talks in Cairo</title></head><body><main><article><h1>Talks in Cairo</h1>{body}</article></main></body></html>'


POSTS = [
    "Delegates of both sides met in Cairo on Friday and spoke for two hours about the text.",
    "Nothing was signed, and both sides will come back next week, two officials said in Doha.",
    "The ministry in Ankara said on Thursday that its minister would travel to Doha on Sunday.",
]


@pytest.mark.parametrize(
    "box", ['div class="post"', 'article class="entry"', 'section class="live-block"', 'div itemprop="articleBody"']
)
def test_all_posts_of_a_live_blog_are_read(read: Read, box: str) -> None:
    """A live blog is read with all its posts, in their order, whatever boxes they stand in; its clocks leave."""
    tag = box.split(maxsplit=1)[0]
    posts = "".join(
        f"<{box}><time>1{n}.05 GMT</time><h2>Post {n}</h2><p>{text}</p><p>Share</p></{tag}>"
        for n, text in enumerate(POSTS)
    )
    articles, problems = read("live.html", page(posts))
    assert problems == []
    positions = [articles[0].text.find(text) for text in POSTS]
    assert -1 not in positions
    assert positions == sorted(positions)
    assert "Share" not in articles[0].text


@pytest.mark.parametrize(
    "heading", ['<h2><a href="/other">Ferries wait</a></h2>', '<a href="/other"><h2>Ferries wait</h2></a>']
)
def test_other_stories_in_like_boxes_stay_out(read: Read, heading: str) -> None:
    """Boxes whose headings lead to other pages are other stories; what they tell is on record as left out."""
    other = "The ferries wait in port since Monday, as the storm came nearer, their owner said."
    boxes = f'<div class="post"><p>{POSTS[0]}</p><p>{POSTS[1]}</p></div><div class="post">{heading}<p>{other}</p></div>'
    articles, _ = read("a.html", page(boxes))
    assert other not in articles[0].text
    assert other in articles[0].left_out


def test_prose_that_is_left_out_stays_on_record(read: Read) -> None:
    """A paragraph of the page's middle that is not taken for the story is not lost without a trace."""
    aside = "The harbour was built in the last century and has been closed twice, its keeper said."
    body = (
        f'<div class="article-body"><p>{POSTS[0]}</p><p>{POSTS[1]}</p></div><div class="history"><p>{aside}</p></div>'
    )
    article = read("a.html", page(body))[0][0]
    assert aside in article.text or aside in article.left_out
