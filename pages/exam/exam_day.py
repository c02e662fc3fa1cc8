"""The day of the exam: the card, the times with one tap, the rights, what the doctor asks and why, who is who."""

from pages.parts import exam_at, exam_day, look, session

look.title(session.words().say("exam_day.title"))
exam_at.ask_which()
if one := exam_at.current():
    exam_day.screen(one)
else:
    exam_at.unknown()
