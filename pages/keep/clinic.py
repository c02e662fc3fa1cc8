"""Several people in one sitting: their cases side by side, the most urgent first."""

from pages.parts import look, session

look.title(session.words().say("nav.clinic"))
