"""The evening after the exam: ten questions in own words, the log on paper, and what comes next."""

from pages.parts import evening, exam_at, look, session

look.title(session.words().say("evening.title"))
if not evening.asking():
    exam_at.ask_which()
if one := exam_at.current():
    evening.screen(one)
else:
    exam_at.unknown()
