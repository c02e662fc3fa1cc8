"""The three doctors side by side, the calls, the choice, and the notice that protects it."""

from pages.parts import look, session

look.title(session.words().say("choose.title"))
