"""The front door: `streamlit run app.py` serves the whole dashboard."""

import streamlit as st

app = st.App("pages/frame.py")
