"""The second track: what the letter gives as its reason, and what to ask the doctor for."""

from pages.parts import look, session

look.title(session.words().say("doctor.title"))
