"""Daily changes: against the previous publication, never against yesterday."""

from typing import Final

import pandas as pd

from rates.currencies import redenominations
from rates.models import CHANGES, DECIMAL, Source, floats
from rates.series import per_unit

MARKET_REACH: Final = pd.Timedelta(days=4)
"""A market quote is compared with one at most so much older: a long weekend."""

OFFICIAL_STEP: Final = 0.01
"""The bank publishes two decimals, in UZS per nominal. The other sources publish significant digits."""

COARSE: Final = 0.005
"""Where one published step is more of the rate than this, a percentage would show the rounding, not the market."""


def daily_change(history: pd.DataFrame) -> pd.DataFrame:
    """Move of each currency since its previous publication, per unit.

    history : columns of `models.HISTORY`, of one source, sorted by currency and date.

    Returns history with `change` [UZS] and `change_pct` [%], columns of `models.CHANGES`. The previous publication
    counts only where nothing can lie between: official, inside one known span; market, at most four days earlier;
    customs, the month before. Else the source's own Diff is used, per unit, its percentage from rate − Diff. Missing
    where neither is there, across a redenomination, and on and after a row with a known error. `change_pct` is missing
    too where one step of the second decimal of an official rate is more than 0.5 % of it.
    """
    same = history["currency"] == history["currency"].shift()
    follows = same & _adjacent(history)
    broken = same & _redenominated(history)
    sound = (history["flag"] == "") & ~(follows & (history["flag"].shift(fill_value="") != "")) & ~broken
    difference = (history["unit_rate"] - history["unit_rate"].shift()).astype(DECIMAL)
    stated = per_unit(history["diff"], history["nominal"])
    change = difference.where(follows, stated).where(sound)
    moved, rate = floats(change), floats(history["unit_rate"])
    change_pct = (moved / (rate - moved) * 100).where(~_coarse(history))
    return history.assign(change=change, change_pct=change_pct)[[*CHANGES]]


def _adjacent(history: pd.DataFrame) -> pd.Series:
    """Whether nothing can have been published between a row and the one before it."""
    days, source = history["date"], history["source"]
    months = days.dt.year * 12 + days.dt.month
    official = (source == Source.OFFICIAL) & (history["span"] == history["span"].shift())
    market = (source == Source.MARKET) & (days.diff() <= MARKET_REACH)
    customs = (source == Source.CUSTOMS) & (months.diff() == 1)
    adjacent: pd.Series = official | market | customs
    return adjacent


def _redenominated(history: pd.DataFrame) -> pd.Series:
    """Whether the currency was redenominated after the row before and up to this one."""
    days, before = history["date"], history["date"].shift()
    result = pd.Series(False, index=history.index)
    for fact in redenominations():
        day = pd.Timestamp(fact.day)
        result |= (history["currency"] == fact.code) & (before < day) & (days >= day)
    return result


def _coarse(history: pd.DataFrame) -> pd.Series:
    published = floats(history["unit_rate"]) * history["nominal"]
    return (history["source"] == Source.OFFICIAL) & (OFFICIAL_STEP / published > COARSE)
