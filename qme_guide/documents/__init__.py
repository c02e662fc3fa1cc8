"""Papers and calendar entries as small models in reading order; one builder per paper. No file format lives here."""
