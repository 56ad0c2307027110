"""UZS Rates: the exchange rates of the Uzbek soum. The domain; imports without Streamlit."""

from importlib.metadata import version

__version__ = version("uzs-rates")
