"""The sources as shipped: titles, kinds and publishers."""

import re

import pandas as pd

from uspak.drawing import figure


def test_sources_can_be_opened(tables):
    assert tables["sources"]["url"].str.match(r"https?://[\w.-]+\.\w+").all()


def test_words_of_ours_in_a_title_stand_in_square_brackets(tables):
    """A title is the page's own; what we supply, translate or add is marked, as cataloguers do it."""
    opening = r"(?:reports? (?:on|of|about)|(?:page|article|chapter|posts?|pictures|figures) (?:on|of|compiled)) "
    opening += r"|[\w ]+ report of \d"
    added = r"\((?:quotes|citing|copy|report|in [A-Z]|on the|text|extracts?|summary|excerpts|letters? to|readers"
    added += r"|spreadsheet|abstract|chapter of|(?:AP|AFP|CNN|Axios|DSCA|USIA|CRSS)\b)"
    titles = tables["sources"].set_index("source_id")["title"]
    bare = titles.str.replace(r"\[[^\[\]]+\]", "", regex=True).str.strip()
    assert not bare.str.contains(r"[\[\]]").any(), "every bracket has its pair"
    assert list(bare[bare.str.match(opening, flags=re.IGNORECASE)].index) == []
    assert list(bare[bare.str.contains(added)].index) == []
    assert not titles.str.contains("title ours|our title", case=False).any()
    assert not titles.str.contains("U.S.", regex=False).any(), "one spelling for the reader's search"
    assert (bare == "").sum() >= 20, "some pages have no title, or none was seen"
    notes = tables["sources"]["note"].dropna()
    assert not notes.str.contains(r"title (?:is|was|shortened)|our words", case=False).any(), "the brackets say it"


def test_encyclopedias_are_a_kind_of_their_own(tables):
    """A page of an encyclopedia, or of a copy of one; not what another publisher has put on its shelves."""
    works = r"wiki(?:pedia|land)|encyclopa?edia|pa?edia\b|iranica|britannica|enwiki|en-?academic|liquisearch"
    sources = tables["sources"]
    reprint = sources["publisher"].str.contains(r" at Encyclopedia\.com")
    host = sources["url"].str.extract(r"://([^/]+)")[0]
    found = (sources["publisher"] + " " + host).str.contains(works, case=False) & ~reprint
    assert found.sum() >= 15
    assert set(sources.loc[found, "source_id"]) == set(sources.loc[sources["kind"] == "encyclopedia", "source_id"])


def test_texts_of_laws_and_statements_of_the_day_are_primary(tables):
    sources = tables["sources"]
    law = sources["title"].str.contains(r"^P\.L\. |Public Law|^22 US Code|^Federal Register,|^Text of S\.")
    assert law.sum() >= 6 and (sources.loc[law, "kind"] == "primary").all()


def test_a_page_and_a_publisher_have_one_name(tables):
    """No page stands twice (as a telephone's version, say), and no publisher is written in two ways."""
    sources = tables["sources"]
    page = sources["url"].str.lower().str.replace(r"^https?://(?:www\.|m\.)?", "", regex=True)
    page = page.str.replace(r"/amp\b|[?&]amp=1$|/$", "", regex=True)
    assert list(sources.loc[page.duplicated(keep=False), "source_id"]) == []
    names = pd.Series(sources["publisher"].unique())
    plain = names.str.lower().str.replace(r"^the |[^\w]", "", regex=True)
    assert list(names[plain.duplicated(keep=False)]) == []


def test_a_supplied_title_reads_well_as_a_link(tables):
    sources = tables["sources"].set_index("source_id")
    assert ">[Report on the test of Fatah-II] (Arab News" in figure.link(sources.loc["arabnews-2024-fatah-ii"])
