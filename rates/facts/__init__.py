"""Facts as data: one TOML file a subject, a source beside every entry."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def facts(subject: str) -> dict[str, Any]:
    """The content of `rates/facts/<subject>.toml`."""
    return tomllib.loads((files(__package__) / f"{subject}.toml").read_text("utf-8"))
