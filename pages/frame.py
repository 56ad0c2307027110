"""What surrounds every page: its configuration, the navigation, and the words for a store that cannot be used."""

from pathlib import Path

import streamlit as st

from pages.parts import choices, notices
from rates.errors import StoreError
from rates.i18n import gettext as _

st.set_page_config(
    page_title=_("UZS Rates"), page_icon=str(Path(__file__).parent / "parts" / "icon.svg"), layout="wide"
)

page = st.navigation(
    [
        st.Page("overview.py", title=_("Rates"), icon=":material/table_chart:", default=True),
        st.Page("trends.py", title=_("Trends"), icon=":material/show_chart:"),
        st.Page("on_date.py", title=_("Rate on a date"), icon=":material/event:"),
        st.Page("data.py", title=_("Data"), icon=":material/database:"),
    ],
    position="top",
)
choices.arrive(page.url_path)
try:
    page.run()
except StoreError as error:
    notices.failure(error)
