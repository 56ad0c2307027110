"""Files of rates: the same columns everywhere, exact decimals, machine form whatever the language.

`date,currency,nominal,rate,unit_rate,change,change_pct,source,flag`: ISO dates, decimal point, no thousands
separators; `rate` as published, in UZS per nominal; `unit_rate` and `change` in UZS per unit; `change_pct` in percent.
"""

import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import xlsxwriter

from rates.i18n import gettext
from rates.models import Source, floats

COLUMNS: Final = ["date", "currency", "nominal", "rate", "unit_rate", "change", "change_pct", "source", "flag"]

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a text that begins so; an apostrophe before it makes it text again (OWASP, CSV injection)."""


MOST_NAMED: Final = 5
"""A file name lists no more currencies than this."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a file says of itself.

    filters : what was asked for, as pairs of name and value; received : when its newest figures came into the store.
    """

    source: Source
    publisher: str
    url: str
    licence: str
    attribution: str
    filters: tuple[tuple[str, str], ...]
    received: datetime | None


def table(changes: pd.DataFrame) -> pd.DataFrame:
    """The rows of a file: COLUMNS, all of them text but `nominal`; missing is "".

    changes : columns of `models.CHANGES`. `unit_rate` and `change` keep at least the decimals that `rate` has.
    """
    decimals = changes["rate"].str.split(".").str[1].str.len().fillna(0).astype(int)
    return pd.DataFrame(
        {
            "date": changes["date"].dt.strftime("%Y-%m-%d"),
            "currency": _harmless(changes["currency"]),
            "nominal": changes["nominal"],
            "rate": changes["rate"],
            "unit_rate": _exact(changes["unit_rate"], decimals),
            "change": _exact(changes["change"], decimals),
            "change_pct": _percent(changes["change_pct"]),
            "source": changes["source"],
            "flag": _harmless(changes["flag"]),
        }
    )[COLUMNS]


def _exact(values: pd.Series, least: pd.Series) -> pd.Series:
    """Decimals as text without idle zeros, but with at least `least` places; missing is ""."""
    text = values.astype("string[pyarrow]")
    for places in least.unique():
        kept = rf"^(-?\d+\.\d{{{places}}}\d*?)0*$" if places else r"^(-?\d+(?:\.\d*[1-9])?)\.?0*$"
        here = least == places
        text[here] = text[here].str.replace(kept, r"\1", regex=True)
    return text.fillna("").astype("str")


def _percent(values: pd.Series) -> pd.Series:
    """Percent with four decimals and no negative zero; missing is ""."""
    return (values.round(4) + 0.0).map("{:.4f}".format, na_action="ignore").fillna("").astype("str")


def _harmless(text: pd.Series) -> pd.Series:
    return text.where(~text.str.startswith(FORMULA_STARTS), "'" + text)


def as_csv(changes: pd.DataFrame, _provenance: Provenance | None = None) -> bytes:
    """For programs: commas, decimal points, UTF-8."""
    return _delimited(table(changes), ",")


def as_excel_csv(changes: pd.DataFrame, _provenance: Provenance | None = None) -> bytes:
    """For Excel where the decimal comma is in use (Russian, Uzbek): BOM, semicolons, decimal commas."""
    rows = table(changes)
    for name in ("rate", "unit_rate", "change", "change_pct"):
        rows[name] = rows[name].str.replace(".", ",", regex=False)
    return b"\xef\xbb\xbf" + _delimited(rows, ";")


def _delimited(rows: pd.DataFrame, delimiter: str) -> bytes:
    sink = io.BytesIO()
    options = pyarrow.csv.WriteOptions(include_header=False, delimiter=delimiter, quoting_style="none")
    sink.write((delimiter.join(COLUMNS) + "\n").encode())
    pyarrow.csv.write_csv(pa.Table.from_pandas(rows, preserve_index=False), sink, options)
    return sink.getvalue()


def as_json(changes: pd.DataFrame, _provenance: Provenance | None = None) -> bytes:
    """An array of objects: `rate` the published text, the other figures numbers, missing null."""
    rows = table(changes)
    for name in ("unit_rate", "change", "change_pct"):
        rows[name] = pd.Series([float(text) if text else None for text in rows[name]], dtype="object")
    return json.dumps(rows.to_dict("records"), indent=1).encode()


def as_parquet(changes: pd.DataFrame, _provenance: Provenance | None = None) -> bytes:
    """Typed columns: dates, decimals, doubles; missing null."""
    rows = changes[COLUMNS].assign(date=changes["date"].dt.date)
    sink = io.BytesIO()
    pyarrow.parquet.write_table(pa.Table.from_pandas(rows, preserve_index=False), sink)
    return sink.getvalue()


def as_xlsx(changes: pd.DataFrame, provenance: Provenance) -> bytes:
    """A workbook with true dates and numbers, and a second sheet that says where they come from."""
    sink = io.BytesIO()
    book = xlsxwriter.Workbook(sink, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet(gettext("Rates"))
    rows = table(changes)
    figures = {name: floats(changes[name]) for name in ("unit_rate", "change")}
    figures |= {"rate": changes["rate"].astype("float64"), "change_pct": changes["change_pct"].round(4)}
    sheet.write_row(0, 0, COLUMNS, bold)
    for place, name in enumerate(COLUMNS):
        if name == "date":
            values: Iterable[Any] = changes["date"].dt.to_pydatetime()
            sheet.set_column(place, place, 12, book.add_format({"num_format": "yyyy-mm-dd"}))
        else:
            values = (None if pd.isna(value) else value for value in figures.get(name, rows[name]))
            sheet.set_column(place, place, 12)
        sheet.write_column(1, place, values)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
    _write_provenance(book.add_worksheet(gettext("Source")), provenance, bold)
    book.close()
    return sink.getvalue()


def _write_provenance(sheet: Any, provenance: Provenance, bold: Any) -> None:
    lines = [
        (gettext("Source"), provenance.source),
        (gettext("Publisher"), provenance.publisher),
        (gettext("Address"), provenance.url),
        (gettext("Licence"), provenance.licence),
        (gettext("Attribution"), provenance.attribution),
        *provenance.filters,
        (gettext("Figures last received"), provenance.received.isoformat() if provenance.received else ""),
    ]
    if provenance.source is not Source.OFFICIAL:
        lines.insert(1, (gettext("Standing"), gettext("NOT OFFICIAL")))
    for place, (name, value) in enumerate(lines):
        sheet.write_string(place, 0, name, bold)
        sheet.write_string(place, 1, value)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 80)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: `write` makes its bytes of a frame of `models.CHANGES` and its provenance."""

    suffix: str
    mime: str
    write: Callable[[pd.DataFrame, Provenance], bytes]


FORMATS: Final = {
    "csv": Format("csv", "text/csv", as_csv),
    "excel": Format("excel.csv", "text/csv", as_excel_csv),
    "xlsx": Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
    "json": Format("json", "application/json", as_json),
    "parquet": Format("parquet", "application/vnd.apache.parquet", as_parquet),
}


def file_name(source: Source, currencies: Sequence[str], first: date | None, last: date | None, suffix: str) -> str:
    """uzs-rates_USD_2024-01-01_2024-12-31.csv; what is not official says so."""
    many = len(currencies) > MOST_NAMED
    parts = ["uzs-rates", f"{len(currencies)}-currencies" if many else "-".join(currencies)]
    parts += [day.isoformat() for day in (first, last) if day]
    if source is not Source.OFFICIAL:
        parts += [source, "NOT-OFFICIAL"]
    return "_".join(filter(None, parts)) + f".{suffix}"
