"""The three doctors side by side, the calls, the choice, and the notice that protects it."""

from pages.parts import choosing, doctors, elsewhere, look, session, undo

look.title(session.words().say("choose.title"))
undo.offer("choose")

if not elsewhere.told():
    if asked := doctors.asking():
        doctors.question(*asked)
    elif panels := session.case().panels:
        choosing.screen(panels[doctors.at()])
    else:
        choosing.empty()
