from datetime import date

import numpy as np

from rates.changes import daily_change
from rates.charts import DASHES, PALETTE, Labels, Mark, trend
from rates.models import Source, Span
from rates.series import Line, history, line
from tests.conftest import official, rows_of

LABELS = Labels("UZS", "USD, daily", "%{y}")
WEEK = {"2024-01-02": "12300.00", "2024-01-05": "12310.00"}
SPAN = [Span(Source.OFFICIAL, "USD", date(2024, 1, 2), date(2024, 1, 5))]


def drawn(currency: str = "USD") -> Line:
    table = official(WEEK, ("2024-01-02", "2024-01-05"))
    found = line(table, SPAN, date(2024, 1, 2), date(2024, 1, 5))
    return Line(currency, found.dates, found.values, found.bridge_dates, found.bridge_values, found.steps)


BARS = daily_change(official(WEEK, ("2024-01-02", "2024-01-05")))


def test_an_official_rate_is_drawn_as_steps_over_bars_on_one_axis_of_days() -> None:
    figure = trend([drawn()], BARS, [], LABELS, log=False, apart=False)
    rate, bars = figure.data
    assert (rate.line.shape, rate.mode, bars.type) == ("hv", "lines", "bar")
    assert list(rate.y) == [12300.0, 12310.0, 12310.0]
    assert figure.layout.xaxis.matches == "x2"
    np.testing.assert_equal(list(bars.y), [np.nan, 10.0])


def test_quotes_are_points_and_a_wide_gap_is_dotted() -> None:
    quotes = history(rows_of(Source.MARKET, "EUR", {"2024-03-01": "1", "2024-03-20": "2"}), [])
    found = line(quotes, [], date(2024, 3, 1), date(2024, 3, 31))
    figure = trend([found], BARS[:0], [], LABELS, log=False, apart=False)
    assert [(trace.mode, trace.line.dash) for trace in figure.data[:2]] == [
        ("lines+markers", "solid"),
        ("lines", "dot"),
    ]


def test_several_currencies_are_told_apart_by_colour_and_by_dash() -> None:
    figure = trend([drawn(code) for code in ("USD", "EUR", "RUB")], BARS, [], LABELS, log=False, apart=False)
    assert [trace.line.color for trace in figure.data[:3]] == list(PALETTE[:3])
    assert [trace.line.dash for trace in figure.data[:3]] == list(DASHES[:3])
    assert [trace.name for trace in figure.data[:3]] == ["USD", "EUR", "RUB"]


def test_apart_each_currency_has_an_axis_of_its_own() -> None:
    figure = trend([drawn("USD"), drawn("EUR")], BARS, [], LABELS, log=False, apart=True)
    assert [trace.yaxis for trace in figure.data] == ["y", "y2", "y3"]


def test_a_logarithmic_scale_is_that_of_the_rate_and_not_of_the_changes() -> None:
    figure = trend([drawn()], BARS, [], LABELS, log=True, apart=False)
    assert (figure.layout.yaxis.type, figure.layout.yaxis2.type) == ("log", None)


def test_a_mark_stands_on_its_day_with_its_words() -> None:
    figure = trend([drawn()], BARS, [Mark(date(2021, 2, 16), "daily")], LABELS, log=False, apart=False)
    assert {str(shape.x0) for shape in figure.layout.shapes} == {"2021-02-16"}
    assert [note.text for note in figure.layout.annotations] == ["daily"]


def test_a_box_across_the_days_is_what_a_drag_draws() -> None:
    layout = trend([drawn()], BARS, [], LABELS, log=False, apart=False).layout
    assert (layout.dragmode, layout.selectdirection) == ("select", "h")


def test_nothing_to_draw_is_an_empty_figure_with_its_axes() -> None:
    figure = trend([], BARS[:0], [], LABELS, log=False, apart=False)
    assert [len(trace.y) for trace in figure.data] == [0]
    assert figure.layout.yaxis.title.text == "UZS"
