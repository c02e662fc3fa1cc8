"""The timeline: what happened and when, in the person's own words and as exactly as they know."""

from pages.parts import events, look, session, undo

look.title(session.words().say("timeline.title"))
undo.offer("timeline")
events.screen()
