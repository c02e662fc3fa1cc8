"""The door: the list of pages, and the frame around the one that is open. `make run` starts it (deploy/serve.py)."""

from pages.parts import frame
from qme_guide.flow import PAGES

frame.run(PAGES)
