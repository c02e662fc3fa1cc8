"""Who helps: the helper says for whom, and that the injured worker agrees."""

from pages.parts import helping, helping_steps, look, session, show

words, step = session.words(), helping_steps.step()
look.title(words.say("helping.title"))
if step:
    helping_steps.ask_step(step)
elif helping.helps():
    helping_steps.summary()
else:
    look.show(show.passage("pages/helping_intro"))
    helping_steps.begin()
