"""QME Form 105: what it is, asking for it, the specialty, sending it first, and the wait for the panel."""

from pages.parts import ask_form, elsewhere, look, panel_form, session

look.title(session.words().say("panel.title"))

if not elsewhere.told():
    if asked := ask_form.asking():
        ask_form.question(asked)
    else:
        panel_form.screen()
