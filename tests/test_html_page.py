import pytest

from extractor.article import UnreadableInput
from extractor.html_page import without_outlet
from extractor.loading import article_from_html, read_article
from extractor.page_metadata import day_of_stamp

TITLE = "1.204 Warga Tuban Belum Rekam e-KTP"
LEAD = "TUBAN, Kabartuban.id – Sebanyak 1.204 warga Kabupaten Tuban belum merekam data KTP elektronik."
BODY = "“Dari 902.100 wajib KTP, yang sudah merekam 900.896 orang,” kata kepala dinas, Selasa (5/3/2019)."
LINK = "Baca juga: 3.000 Blangko Tiba di Lamongan"
END = "Ia meminta warga yang belum merekam agar segera datang ke kantor kecamatan pada jam kerja."


def page(head="", body=None, title=f"{TITLE} - Kabar Tuban"):
    body = body or f"<article><h1>{TITLE}</h1><p>{LEAD}</p><p>{BODY}</p><p>{LINK}</p><p>{END}</p></article>"
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def json_ld(text):
    return f'<script type="application/ld+json">{text}</script>'


def day(article):
    return article.published and (str(article.published.start), article.published.source)


def test_wordpress():
    head = (
        '<link rel="canonical" href="https://www.kabartuban.id/2019/03/05/belum-rekam/">'
        f'<meta property="og:title" content="{TITLE} - Kabar Tuban">'
        '<meta property="article:published_time" content="2019-03-05T07:00:00+07:00">'
    )
    body = (
        '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/p">Politik</a></li></ul></nav></header>'
        f'<main><article><h1>{TITLE}</h1><div class="entry-content"><p>{LEAD}</p>'
        f"<p>{BODY}</p>"
        f'<p><strong>Baca juga: <a href="/x">3.000 Blangko Tiba di Lamongan</a></strong></p>'
        f"<p>{END} (red)</p></div>"
        "</article></main><div id='comments'><h3>Tinggalkan Balasan</h3><p>Alamat email Anda tidak akan "
        "dipublikasikan.</p></div><footer>Copyright © 2026</footer>"
    )
    article = read_article(page(head, body).encode(), source="x")
    assert article.text == "\n".join((TITLE, "", LEAD, BODY, LINK, END + " (red)"))
    assert article.title == TITLE
    assert [p.furniture or p.section for p in article.paragraphs] == [
        "title",
        "lead",
        "body",
        "related-link",
        "body",
    ]
    assert article.outlet == "kabartuban.id"
    assert day(article) == ("2019-03-05", "metadata")


def test_related_headlines_between_paragraphs():
    links = ["Bupati Resmikan 20 Jembatan Gantung di Hulu Sungai", "Pasar Baru Mulai Ditempati 300 Pedagang"]
    paragraphs = "".join(f"<p>{line}</p>" for line in (LEAD, *links, BODY, END))
    article = article_from_html(page(body=f'<h1>{TITLE}</h1><div class="txt-article">{paragraphs}</div>'))
    marked = [article.text[p.start : p.end] for p in article.paragraphs if p.furniture == "related-link"]
    assert marked == links


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "datePublished": "2019-03-05T00:30:00+07:00"}',
        '[{"@type": "BreadcrumbList"}, {"@type": "Article", "datePublished": "2019-03-05 00:30"}]',
        '{"@graph": [{"@type": "WebPage", "datePublished": "2019-03-01"},'
        ' {"@type": ["NewsArticle"], "datePublished": "2019-03-05"}]}',
        '{"@type": "NewsArticle", "headline": "Putus\nbaris", "datePublished": "2019/03/05 08:00:00"}',
        '{"@type": "NewsArticle", "headline": "Kutip "di dalam"", "datePublished": "2019-03-05T08:00:00", }',
        '<!-- {\'rusak\': "datePublished": "2019-03-05" -->',
        '// <![CDATA[\n{"@type": "NewsArticle", "datePublished": "2019-03-05"}\n// ]]>',
    ],
)
def test_day_from_json_ld(data):
    meta = '<meta property="article:published_time" content="2020-01-01T00:00:00+07:00">'
    assert day(article_from_html(page(meta + json_ld(data)))) == ("2019-03-05", "metadata")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "[" * 50_000,
        '{"@graph": {"a": 1}}',
        '{"datePublished": 5}',
        "null",
        '"x"',
        '{"datePublished": "kemarin"}',
    ],
)
def test_useless_json_ld_is_passed_over(data):
    meta = '<meta name="content_PublishedDate" content="2019-03-05 08:00:00">'
    assert day(article_from_html(page(json_ld(data) + meta))) == ("2019-03-05", "metadata")


def test_day_from_the_address_and_none_from_the_page_text():
    body = f"<div>Minggu, 21 Juni 2026</div><article><h1>{TITLE}</h1><p>{LEAD}</p><p>{BODY}</p></article>"
    assert day(article_from_html(page(body=body))) is None
    url = "https://kabartuban.id/2019/03/05/belum-rekam/"
    assert day(article_from_html(page(body=body), url=url)) == ("2019-03-05", "url")


def test_days_are_not_moved_to_another_time_zone():
    assert str(day_of_stamp("2019-03-05T00:30:00+07:00").start) == "2019-03-05"
    stamp = '<meta property="article:published_time" content="2019-03-04T17:30:00+00:00">'
    assert day(article_from_html(page(stamp))) == ("2019-03-04", "metadata")
    # the address is in the outlet's own time
    assert day(article_from_html(page(stamp), url="https://k.id/2019/03/05/x/")) == ("2019-03-05", "url")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (json_ld('{"@type": "NewsArticle", "headline": "900 &amp; 40 Warga Tuban"}'), "900 & 40 Warga Tuban"),
        (
            '<meta property="og:title" content="900 Warga Tuban - Kabar Tuban">',
            "900 Warga Tuban - Kabar Tuban",
        ),
        ('<meta property="og:title" content="900 Warga Tuban | Kabartuban.id">', "900 Warga Tuban"),
        (json_ld('{"@type": "NewsArticle", "headline": "1.204 Warga Tuban..."}'), TITLE),
        ("", TITLE),
    ],
)
def test_title(head, title):
    assert article_from_html(page(head)).title == title


@pytest.mark.parametrize(
    ("title", "outlet", "bare"),
    [
        ("900 Warga Tuban - Kabar Tuban", "kabartuban.id", "900 Warga Tuban"),
        ("900 Warga Tuban - Contoh.com", None, "900 Warga Tuban"),
        ("e-KTP Habis - Warga Kecewa", "kabartuban.id", "e-KTP Habis - Warga Kecewa"),
        ("Kuota 1.204 - 1.300 Orang", None, "Kuota 1.204 - 1.300 Orang"),
    ],
)
def test_the_outlets_name_behind_the_title(title, outlet, bare):
    assert without_outlet(title, outlet) == bare


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><body><h1>Just a moment...</h1><p>Enable JavaScript and cookies to continue</p></body></html>",
        "<html><body><h1>Masuk</h1><form><input name=a></form></body></html>",
        "<html><body>" + "<p>Silakan masuk dengan akun Anda untuk membaca.</p>" * 2,
        "<html><body>" + "<div>" * 10_000 + LEAD,
        "<html>" + "<a" * 10_000,
        "<!doctype html>",
    ],
)
def test_pages_without_an_article(html):
    with pytest.raises(UnreadableInput, match="no article found in the page"):
        article_from_html(html)


@pytest.mark.parametrize("control", ["\x0b", "\x0c", "\x02", "\x1b", "&#11;", "&#x1b;", "&#65534;", "\ufffe"])
def test_control_characters_of_word_processors_lose_no_article(control):
    for whole, broken in ((BODY, BODY.replace("KTP, ", f"KTP,{control} ")), (TITLE, TITLE + control)):
        article = article_from_html(page().replace(whole, broken))
        assert " ".join(article.text.split()) == " ".join(article_from_html(page()).text.split())


@pytest.mark.parametrize("invisible", ["\xad", "&shy;", "\u200b", "&zwnj;", "\ufeff"])
def test_what_no_reader_sees_is_left_out_of_a_page(invisible):
    printed = page().replace("merekam", f"mere{invisible}kam").replace("Warga", f"Warga{invisible}")
    assert article_from_html(printed).text == article_from_html(page()).text


def test_a_line_end_of_a_word_processor_parts_two_words():
    article = article_from_html(page().replace("900.896 orang", "900.896\x0borang"))
    assert "900.896 orang" in article.text


def test_a_page_of_too_many_elements():
    with pytest.raises(UnreadableInput, match="50,000 elements"):
        article_from_html("<html><body>" + "<p>Warga belum merekam." * 60_000)


@pytest.mark.parametrize("address", ["http://[x", "http://\u2100.id/"])
def test_an_address_of_its_own_that_is_none_is_passed_over(address):
    article = article_from_html(
        page(f'<link rel="canonical" href="{address}">'), url="https://contoh.id/rekam"
    )
    assert article.canonical == "https://contoh.id/rekam"
    assert article.title == TITLE
