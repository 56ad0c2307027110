import ast
from pathlib import Path

import streamlit as st

import app

ROOT = Path(__file__).parents[1]


def test_the_front_door_is_the_apps_frame() -> None:
    assert isinstance(app.app, st.App)


def test_the_front_door_imports_neither_pages_nor_the_store() -> None:
    tree = ast.parse((ROOT / "app.py").read_text())
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert not {name for name in modules | names if str(name).startswith(("pages", "rates.store"))}


def test_no_page_hides_a_package() -> None:
    pages = {path.stem for path in (ROOT / "pages").glob("*.py")} - {"__init__"}
    packages = {path.name for path in ROOT.iterdir() if path.is_dir()} | {"app", "streamlit", "pandas", "plotly"}
    assert not pages & packages


def test_no_page_lets_a_text_be_read_as_markup() -> None:
    code = "".join(path.read_text() for path in [*ROOT.glob("pages/**/*.py"), ROOT / "app.py"])
    assert "unsafe_allow" not in code
