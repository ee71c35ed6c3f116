"""The before-and-after figure: bars as they are, and means written off them."""

from uspak.lessons.sanctions_and_the_bomb import before_and_after


def test_means_are_lines_over_their_years_and_their_words_lie_off_the_bars(aid):
    table = aid.loc[1977:2002]
    total = table["total_usd_millions_constant_2020"]
    means = {(1982, 1990): total.loc[1982:1990].mean(), (1991, 2000): total.loc[1991:2000].mean()}
    fig = before_and_after.means_of_periods(table.index, total, means)
    assert list(fig.data[0].y) == total.tolist()
    lines = [(shape.x0, shape.x1, shape.y0) for shape in fig.layout.shapes if shape.y0 == shape.y1]
    assert lines == [(1981.5, 1990.5, means[1982, 1990]), (1990.5, 2000.5, means[1991, 2000])]
    first, second = (note for note in fig.layout.annotations if "mean" in note.text)
    assert first.text == f"<b>mean {means[1982, 1990]:,.0f}</b>"
    assert first.xanchor == "right" and first.x < 1981.5 and total.loc[1978:1981].max() < first.y
    assert second.yanchor == "bottom" and second.y >= total.loc[1993:1997].max()
