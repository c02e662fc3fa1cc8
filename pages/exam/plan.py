"""The plan before an exam with a QME: what fits the days left, each task with its date, and a list to print."""

from pages.parts import look, plan, session

look.title(session.words().say("plan.title"))
plan.screen()
