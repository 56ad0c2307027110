"""What can go wrong, and what a reader can do about it.

UzsRatesError
├── StoreError(url)                      the store cannot be used
│   ├── StoreUnusable(reason)            missing, unwritable, disk full, a driver that is not installed
│   ├── StoreLocked                      another process holds it
│   ├── StoreCorrupt                     not a database, or a damaged one
│   └── StoreTooNew(found)               written by a newer version of this program
├── RequestError                         what was asked for cannot be
│   ├── UnknownCurrency(code, near)
│   ├── MalformedDay(text)
│   ├── DayOutOfRange(day, first, last)
│   ├── EndBeforeStart(first, last)
│   └── UnknownFormat(name, known)
└── NotKnownHere(source, currency, first, last, known, elsewhere)    it may exist, this store lacks it

Every class carries what it speaks of as attributes, a `message` (what happened, to what) and an `advice` (what to do
next). Both are English templates, marked for translation; `i18n.explain` renders them in the reader's language.
"""

from dataclasses import dataclass
from datetime import date


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark, translate later"
    """The text itself, marked for the message catalogue."""
    return message


class UzsRatesError(Exception):
    """The root: catch it to catch whatever this project raises on purpose."""

    message: str
    advice: str

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".format(**self.details())

    def details(self) -> dict[str, str]:
        """The attributes as text, by name: days in ISO form, several values joined by commas, none as a dash."""
        return {
            name: ", ".join(map(str, value)) or "—" if isinstance(value, tuple) else str(value)
            for name, value in vars(self).items()
        }


@dataclass(eq=False)
class StoreError(UzsRatesError):
    """The store at `url` (a database address without its password) cannot be used."""

    url: str


@dataclass(eq=False)
class StoreUnusable(StoreError):
    reason: str
    message = N_("The rates at {url} cannot be opened or written: {reason}.")
    advice = N_("Check that the folder exists, may be written and has free space, or set UZS_DATABASE_URL.")


@dataclass(eq=False)
class StoreLocked(StoreError):
    message = N_("Another program is writing to the rates at {url} and did not finish in time.")
    advice = N_("Nothing was lost. Wait for it to end, then try again.")


@dataclass(eq=False)
class StoreCorrupt(StoreError):
    message = N_("The file of rates at {url} is damaged or is not a database. It was left as it is.")
    advice = N_("`uzs rebuild` puts it aside under another name and makes a new one from the shipped rates.")


@dataclass(eq=False)
class StoreTooNew(StoreError):
    found: str
    message = N_("The rates at {url} were written by a newer version of this program (schema {found}).")
    advice = N_("Install the newer version, or set UZS_DATABASE_URL to another place.")


class RequestError(UzsRatesError, ValueError):
    """What was asked for cannot be, on any machine."""


@dataclass(eq=False)
class UnknownCurrency(RequestError):
    """`near`: the codes that the reader may have meant, best first; may be empty."""

    code: str
    near: tuple[str, ...]
    message = N_("There is no currency “{code}” here.")
    advice = N_("Codes have three letters, as in USD. Nearest: {near}.")


@dataclass(eq=False)
class MalformedDay(RequestError):
    text: str
    message = N_("“{text}” is not a day.")
    advice = N_("Write it as year-month-day, for example 2024-12-27.")


@dataclass(eq=False)
class DayOutOfRange(RequestError):
    """`first` and `last`: the days that can be asked for."""

    day: date
    first: date
    last: date
    message = N_("{day} cannot have a rate: the soum's rates begin on {first}, the latest that can be out is {last}.")
    advice = N_("Choose a day between the two.")


@dataclass(eq=False)
class EndBeforeStart(RequestError):
    first: date
    last: date
    message = N_("The period ends on {last}, before it starts on {first}.")
    advice = N_("Exchange the two days.")


@dataclass(eq=False)
class UnknownFormat(RequestError):
    name: str
    known: tuple[str, ...]
    message = N_("There is no format “{name}”.")
    advice = N_("Choose one of {known}.")


@dataclass(eq=False)
class NotKnownHere(UzsRatesError):
    """A rate that may have been published, but not to this store.

    `known`: the stretches that are known of `source` and `currency`, as text; `elsewhere`: the sources that have
    this currency for these days.
    """

    source: str
    currency: str
    first: date
    last: date
    known: tuple[str, ...]
    elsewhere: tuple[str, ...]
    message = N_("The {source} rate of {currency} for {period} is not known here. Known: {known}.")
    advice = N_(
        "Choose a known day. Other sources that know the period: {elsewhere}. The bank's own archive: {archive}"
    )

    def details(self) -> dict[str, str]:
        days = str(self.first) if self.first == self.last else f"{self.first} – {self.last}"
        archive = f"https://cbu.uz/en/arkhiv-kursov-valyut/json/{self.currency}/{self.last}/"
        return super().details() | {"period": days, "archive": archive}
