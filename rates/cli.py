"""The command `uzs`: figures in machine form on standard output, everything said to the reader on standard error."""

import json
import sys
from dataclasses import asdict
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

import click

from rates import __version__
from rates.answers import Answer, provenance, rate_on, selection
from rates.currencies import named
from rates.errors import NotKnownHere, RequestError, StoreError, UzsRatesError
from rates.export import FORMATS, file_name
from rates.i18n import explain, gettext
from rates.models import Source, tashkent_day, utc_now
from rates.periods import parsed_day
from rates.settings import settings
from rates.updating import open_filled, rebuild

EXIT: Final = {RequestError: 2, StoreError: 4, NotKnownHere: 5}


class _Commands(click.Group):
    """Says our own errors in the reader's words, and gives each kind its exit status."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except UzsRatesError as error:
            click.echo(explain(error), err=True)
            context.exit(next(status for kind, status in EXIT.items() if isinstance(error, kind)))


class _Currency(click.ParamType[str]):
    name = "currency"

    def convert(self, value: str, _param: Any, _context: Any) -> str:
        return named(value).code


class _Day(click.ParamType[date]):
    name = "day"

    def convert(self, value: str, _param: Any, _context: Any) -> date:
        return parsed_day(value)


class _Amount(click.ParamType[Decimal]):
    name = "amount"

    def convert(self, value: str, param: Any, context: Any) -> Decimal:
        try:
            amount = Decimal(value)
        except InvalidOperation:
            amount = Decimal("NaN")
        if not amount.is_finite():
            self.fail(
                gettext("“{value}” is not an amount: write it as in 1500.75.").format(value=value), param, context
            )
        return amount


_SOURCE: Final = click.option(
    "--source", type=click.Choice(list(map(str, Source))), help="official (the bank's), market or customs."
)


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="uzs")
def main() -> None:
    """Exchange rates of the Uzbek soum.

    Exit status: 0 done, 2 a request that cannot be, 4 the store cannot be used, 5 not known here.
    """


@main.command()
@click.argument("currency", type=_Currency())
@click.argument("day", type=_Day())
@click.option("--amount", type=_Amount(), help="An amount of the currency, to be stated in UZS.")
@_SOURCE
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def rate(currency: str, day: date, amount: Decimal | None, source: str | None, as_json: bool) -> None:
    """The rate of CURRENCY in force on DAY (2024-12-28), and the publication it comes from."""
    now = utc_now()
    engine = open_filled(settings().store_url(), now)
    answer = rate_on(engine, currency, day, Source(source) if source else None, tashkent_day(now))
    in_uzs = None if amount is None else answer.in_force.amount_in_uzs(amount)
    click.echo(_rate_json(answer, amount, in_uzs) if as_json else _rate_lines(answer, amount, in_uzs))


def _rate_lines(answer: Answer, amount: Decimal | None, in_uzs: Decimal | None) -> str:
    it = answer.in_force.publication
    lines = [
        f"{it.nominal} {it.currency} = {it.rate} UZS",
        gettext("in force on {day}, published for {published}, source {source}").format(
            day=answer.in_force.day, published=it.date, source=_standing(it.source)
        ),
    ]
    if answer.in_force.flag:
        lines.append(
            gettext("flagged: {flag}; see `uzs export` or the Data page for the reason").format(
                flag=answer.in_force.flag
            )
        )
    if amount is not None:
        lines.append(f"{amount:f} {it.currency} = {in_uzs:f} UZS")
    return "\n".join(lines)


def _rate_json(answer: Answer, amount: Decimal | None, in_uzs: Decimal | None) -> str:
    it = answer.in_force.publication
    figures = {
        "currency": it.currency,
        "day": answer.in_force.day.isoformat(),
        "published": it.date.isoformat(),
        "nominal": it.nominal,
        "rate": it.rate,
        "unit_rate": f"{it.unit_rate:f}",
        "source": it.source,
        "flag": answer.in_force.flag,
        "amount": None if amount is None else f"{amount:f}",
        "amount_uzs": None if in_uzs is None else f"{in_uzs:f}",
        "origin": asdict(answer.origin) | {"at": answer.origin.at.isoformat()},
    }
    return json.dumps(figures, indent=1)


def _standing(source: Source) -> str:
    return source if source is Source.OFFICIAL else f"{source} ({gettext('NOT OFFICIAL')})"


@main.command()
@click.option("-c", "--currency", "currencies", type=_Currency(), multiple=True, help="One or more; none: all.")
@click.option("--from", "first", type=_Day(), help="First day.")
@click.option("--to", "last", type=_Day(), help="Last day.")
@_SOURCE
@click.option("--format", "name", type=click.Choice(list(FORMATS)), default="csv", show_default=True)
@click.option("-o", "--output", help="The file to write, - for standard output; a telling name by default.")
def export(
    currencies: tuple[str, ...],
    first: date | None,
    last: date | None,
    source: str | None,
    name: str,
    output: str | None,
) -> None:
    """Rates and daily changes as a file."""
    now = utc_now()
    engine = open_filled(settings().store_url(), now)
    chosen = selection(engine, currencies, first, last, Source(source) if source else None, tashkent_day(now))
    kind = FORMATS[name]
    filters = (
        (gettext("Currencies"), ", ".join(chosen.currencies)),
        (gettext("From"), str(first or "")),
        (gettext("To"), str(last or "")),
    )
    content = kind.write(chosen.changes, provenance(engine, chosen.source, filters))
    path = output or file_name(chosen.source, chosen.currencies, first, last, kind.suffix)
    _write(path, content)
    said = gettext("{rows} publications, source {source}, in {path}")
    click.echo(said.format(rows=len(chosen.changes), source=_standing(chosen.source), path=path), err=True)
    if chosen.unknown:
        said = gettext("Not in the file, since nothing of them is known here for these days: {codes}")
        click.echo(said.format(codes=", ".join(chosen.unknown)), err=True)


def _write(path: str, content: bytes) -> None:
    if path == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        Path(path).write_bytes(content)
    except OSError as error:
        raise click.FileError(path, error.strerror) from error


@main.command("rebuild")
def rebuild_store() -> None:
    """Put a damaged store aside, under another name, and make a new one from the shipped rates."""
    aside = rebuild(settings().store_url(), utc_now())
    if aside is None:
        click.echo(gettext("The store is sound; nothing was changed."))
    else:
        click.echo(
            gettext("A new store was made from the shipped rates; the damaged file is now {path}").format(path=aside)
        )
