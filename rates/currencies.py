"""The currencies: names, order, and where one ended or was redenominated."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache

from rates.errors import UnknownCurrency
from rates.facts import facts


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as the bank names it.

    code : ISO 4217, three capitals; number : its three digits; symbol : the code where it has none of its own.
    """

    code: str
    number: str
    name: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Redenomination:
    """From `day` on, the rates of `code` are for a unit worth `ratio` of the old ones."""

    code: str
    day: date
    ratio: int


@cache
def currencies() -> dict[str, Currency]:
    """Every currency that this project knows, by code."""
    return {
        entry["code"]: Currency(entry["code"], entry["number"], entry["en"], entry.get("symbol", entry["code"]))
        for entry in facts("currencies")["currency"]
    }


@cache
def redenominations() -> tuple[Redenomination, ...]:
    """The redenominations inside the bank's series, oldest first."""
    return tuple(
        Redenomination(entry["code"], entry["date"], entry["ratio"]) for entry in facts("currencies")["redenominated"]
    )


def named(text: str) -> Currency:
    """The currency of a code as somebody wrote it, in any case.

    Raises
    ------
    UnknownCurrency : with the nearest codes, by code and by name.
    """
    code = text.strip().upper()
    if found := currencies().get(code):
        return found
    names = {currency.name.casefold(): currency.code for currency in currencies().values()}
    words = {word: code for name, code in names.items() for word in name.split()}
    by_name = get_close_matches(text.strip().casefold(), names | words, n=3, cutoff=0.75)
    near = [(names | words)[name] for name in by_name] + get_close_matches(code, currencies(), n=3, cutoff=0.6)
    raise UnknownCurrency(text, tuple(dict.fromkeys(near)))


def in_order(codes: Iterable[str], favourites: Iterable[str] = ()) -> list[str]:
    """The codes, each once: favourites first, then the dollar and what else most readers seek, then by code."""
    first = [*favourites, *facts("currencies")["order"]]
    rank = {code: place for place, code in reversed(list(enumerate(first)))}
    return sorted(set(codes), key=lambda code: (rank.get(code, len(first)), code))
