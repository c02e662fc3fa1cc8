"""The rules: answers and law in, dates or missing answers out. Short pure functions; no number, no word, no today."""
