"""uspak.drawing.figure.links: links to sources."""

from uspak.drawing import figure


def test_a_link_opens_beside_the_notebook_and_escapes_what_it_is_given():
    source = {"title": "A & <B>", "publisher": "P", "year": float("nan"), "url": "https://a.org/?x=1&y='\""}
    link = figure.link(source)
    assert "target='_blank'" in link and "rel='noopener'" in link
    assert "href='https://a.org/?x=1&amp;y=&#x27;&quot;'" in link
    assert link.endswith(">A &amp; &lt;B&gt; (P)</a>")
    assert figure.link(source, "paragraph <P1>").endswith(">paragraph &lt;P1&gt;</a>")
