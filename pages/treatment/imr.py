"""The papers of one request, in five steps: sign the form, add the papers, check, make the packet and the copy, send it."""

from pages.parts import look, one_letter, request_steps, session

look.title(session.words().say("imr.title"))
one_letter.screen(request_steps.screen)
