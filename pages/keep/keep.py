"""Save the answers as a file of the person's own, open one, keep them on the device, or look at the example."""

from pages.parts import device, keeping, look, offer, opening, saving, session, show, undo

words = session.words()


def save() -> None:
    """Take the answers along."""
    first, *rest = words.passages["pages/save_help"].paragraphs
    look.heading(words.say("keep.save_title"))
    look.show(look.paragraph(words.say("keeping.also_kept") if device.works() else first))
    saving.screen()
    look.show(look.paragraphs(rest))


def open_file() -> None:
    """A place for a file; while one waits for an answer, nothing else stands here."""
    look.heading(words.say("keep.open_title"))
    look.show(look.paragraph(words.say("keep.open_help")))
    opening.screen()


def example() -> None:
    look.heading(words.say("keep.example_title"))
    look.show(show.passage("pages/example_intro"))
    offer.example()


look.title(words.say("keep.title"))
undo.offer("keep")
if keeping.can_carry() and not opening.waits():
    save()
open_file()
if not opening.waits():
    device.offer()
    example()
