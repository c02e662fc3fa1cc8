"""The timeline as a table: a CSV file out and in, a chart with its text and its table. The only room that knows pandas.

What it shows is what it is given: `timeline.open_to` chooses the events, and with them whether private ones are among them.
"""

from qme_guide.tables.chart import chart, chart_named, chart_rows, chart_told
from qme_guide.tables.reading import Limits, Sheet, Trouble, read_csv, trouble_told
from qme_guide.tables.writing import frame, to_csv

__all__ = ["Limits", "Sheet", "Trouble", "chart", "chart_named", "chart_rows", "chart_told", "frame", "read_csv", "to_csv", "trouble_told"]
