"""Opening what came back from the person's own device: it is read as any file that a person opens."""

from pages.parts import clients, session
from qme_guide import savefile


def opened(text: str) -> str | None:
    """Go on with the case in this text; else the word for what is wrong with it, and nothing changes."""
    try:
        found = savefile.Saved(savefile.load(text.encode(errors="replace"), session.law().practice.save_file_bytes))
    except savefile.SaveFileError as error:
        return error.key
    if clients.opened() is None:
        session.open_case(found.case)
    else:
        _beside_others(found)
    session.tell("device.back")
    session.go("device", None)
    return None


def _beside_others(found: savefile.Saved) -> None:
    """Among the people of a sitting: nobody else is touched."""
    here = clients.open_cases().get(found.case.key)
    if here:
        clients.change(found.case.key, found.case, here.papers)
    clients.switch(found.case.key if here else clients.add(found))
