"""uspak.drawing.figure.captions: title, subtitle and source."""

import plotly.graph_objects as go

from uspak.drawing import figure, theme

LONG = "the United States gave Pakistan wheat, tanks and advice, and Pakistan gave bases, " * 3


def plain_figure():
    return go.Figure(go.Scatter(x=[1954, 1965], y=[3.5, 1]))


def footers(fig):
    return [note.text for note in fig.layout.annotations if note.name == "source"]


def test_long_words_are_wrapped_to_a_narrow_page():
    fig = figure.caption(plain_figure(), LONG, LONG, LONG)
    title = fig.layout.title.text.removeprefix("<b>").removesuffix("</b>").split("<br>")
    subtitle, (footer,) = fig.layout.title.subtitle.text.split("<br>"), footers(fig)
    for lines, width in ((title, 58), (subtitle, 88), (footer.split("<br>"), 98)):
        assert len(lines) > 1 and max(map(len, lines)) <= width
    assert " ".join(title) == LONG.strip()


def test_more_lines_get_more_room():
    short, long = (figure.caption(plain_figure(), *[words] * 3).layout.margin for words in ("Short", LONG))
    assert long.t > short.t + 24 and long.b > short.b + 15
    assert long.l == short.l


def test_the_caption_adds_to_the_margins_that_a_figure_has():
    fig = plain_figure().update_layout(margin=dict(t=100, b=200, l=7))
    margin = figure.caption(fig, "Title", source="A table").layout.margin
    assert margin.t > 100 and margin.b > 200 and margin.l == 7


def test_the_source_stands_below_the_figure():
    assert footers(figure.caption(plain_figure(), "Title", source="A table")) == ["Source: A table"]
    assert footers(figure.caption(plain_figure(), "Title")) == []
    (note,) = figure.caption(plain_figure(), "Title", source="A table").layout.annotations
    assert (note.yref, note.y, note.yanchor) == ("paper", 0, "top") and note.yshift < 0


def test_the_caption_is_the_one_look_of_the_series():
    fig = figure.caption(plain_figure(), "Title")
    assert fig.layout.template == theme.TEMPLATE
    assert fig.layout.template.layout.paper_bgcolor == "#FFFFFF"


def test_another_title_keeps_the_subtitle_unless_there_is_another():
    fig = figure.caption(plain_figure(), "Title", "Subtitle")
    figure.set_title(fig, "Other")
    assert (fig.layout.title.text, fig.layout.title.subtitle.text) == ("<b>Other</b>", "Subtitle")
    figure.set_title(fig, "Third", "")
    assert (fig.layout.title.text, fig.layout.title.subtitle.text) == ("<b>Third</b>", "")


def test_plain_text_has_no_tags():
    assert figure.plain("<b>Aid fell<br>in 1965</b>") == "Aid fell in 1965"
    assert figure.plain(None) == ""


def test_a_figure_with_a_shape_takes_the_height_that_fills_the_usual_width():
    fig = plain_figure().update_layout(meta=dict(aspect=0.5), margin=dict(l=14, r=14), height=300)
    layout = figure.caption(fig, LONG, "Subtitle", LONG).layout
    plot = layout.height - layout.margin.t - layout.margin.b
    assert plot == (figure.USUAL_WIDTH - 28) / 2 and layout.meta["height"] == layout.height


def test_a_plot_with_a_height_keeps_it_however_long_its_caption_is():
    heights = []
    for words in ("Short", LONG):
        layout = figure.caption(plain_figure().update_layout(meta=dict(plot=200)), words, words, words).layout
        heights.append(layout.height - layout.margin.t - layout.margin.b)
    assert heights == [200, 200]


def test_a_list_of_views_stands_above_the_title():
    fig = plain_figure().update_layout(updatemenus=[dict(buttons=[dict(label="All", method="relayout", args=[{}])])])
    layout = figure.caption(fig, LONG, "Subtitle").layout
    above = layout.margin.t - layout.updatemenus[0].pad.b
    assert above <= layout.title.pad.t - 20, "the list ends before the title begins"
