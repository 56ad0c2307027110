"""How old the figures are, and which source may speak for today."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from rates.models import Source

FRESH: Final = timedelta(days=7)
"""The longest that the bank has left a rate in force since 2021, around the new year."""


def age(last: date, today: date) -> int:
    """Days since the last publication; 0 for one dated today or tomorrow."""
    return max((today - last).days, 0)


def source_for_today(last: Mapping[Source, date], today: date) -> Source:
    """The official source while its last publication is fresh or nothing else is there, else the market."""
    official = last.get(Source.OFFICIAL)
    if (official and today - official <= FRESH) or Source.MARKET not in last:
        return Source.OFFICIAL
    return Source.MARKET
