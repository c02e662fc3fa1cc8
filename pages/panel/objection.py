"""A report the worker disagrees with: the findings, and the objection letter."""

from pages.parts import look, session

look.title(session.words().say("objection.title"))
