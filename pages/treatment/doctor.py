"""The second track: what the letter gives as its reason, and what to ask the doctor for."""

from pages.parts import look, one_letter, second_track, session

look.title(session.words().say("doctor.title"))
one_letter.screen(lambda at: second_track.screen(session.case().letters[at]))
