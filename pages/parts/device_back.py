"""Opening what came back from the person's own device: it is read as any file that a person opens."""

from pages.parts import clients, clinic_people, session
from qme_guide import merge, savefile

TOLD = "device.told"


def opened(text: str) -> str | None:
    """Go on with the case in this text; else the word for what is wrong with it, and nothing changes."""
    try:
        found = savefile.Saved(savefile.load(text.encode(errors="replace"), session.law().practice.save_file_bytes))
    except savefile.SaveFileError as error:
        return error.key
    here = session.case().key == found.case.key
    if clinic_people.known():
        _beside_others(found)
    else:
        papers, before = session.papers() if here else {}, session.case()
        session.open_case(found.case)
        session.put_case(merge.with_helper(before, found.case, merge.person(before, found.case) != "other"))
        for name, paper in papers.items():
            session.keep_paper(name, paper)
    # No file of the person holds them.
    session.fill("saved_case", None)
    session.fill(TOLD, "device.back_row" if clients.several() else "device.back_papers" if session.papers() else "device.back")
    session.tell(session.held(TOLD))
    session.go("device", None)
    return None


def loses(key: str) -> bool:
    """Whether opening the case with this key takes the place of answers or papers that nobody saved; of a sitting they lie open then."""
    if not clinic_people.known():
        return session.unsaved()
    there = clients.open_cases().get(key)
    if there and there.unsaved:
        clients.switch(key)
    return bool(there and there.unsaved)


def _beside_others(found: savefile.Saved) -> None:
    """Among the people of a sitting: nobody else is touched."""
    here = clients.open_cases().get(found.case.key)
    if here:
        clients.change(found.case.key, found.case, here.papers)
    clients.switch(found.case.key if here else clients.add(found))
