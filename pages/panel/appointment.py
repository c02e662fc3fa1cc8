"""The appointment: what the notice says, the dates around it, interpreter and travel."""

from pages.parts import appointments, look, session

look.title(session.words().say("appointment.title"))
appointments.screen()
