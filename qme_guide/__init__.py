"""QME Guide: dates and papers for injured workers in California. No Streamlit in here, no clock, no network."""
