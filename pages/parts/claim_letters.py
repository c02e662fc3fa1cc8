"""Two papers about the claim on the screen: the letter that asks for its papers, and the sheet for a complaint about UR."""

from pages.parts import look, offer, sendlog, session, show
from pages.parts.write_at import head, letter, send
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.claim_papers import COMPLAINT, FACT, FILE, claim_file_proof

ADMINISTRATOR = "claims_administrator"


def claim_file() -> None:
    """The letter that asks for the papers of the claim; while a line of its log is open, only that line."""
    log = sendlog.Log(FILE, "sendings", (ADMINISTRATOR,), wrote=FILE)
    if sendlog.opened(log):
        return
    head(FILE)
    look.show(show.passage("pages/write_claim_file"))
    letter(PAPERS[FILE])
    send(log, "pages/write_send_one", Paper("proof-of-service", claim_file_proof, PAPERS[FILE].sent))
    offer.step(session.words().say("write.way", page=session.words().say("nav.records")), "records")


def complaint() -> None:
    """What the complaint is, and the sheet."""
    words, fact, case = session.words(), session.law().facts[FACT], session.case()
    head(COMPLAINT)
    look.show(show.passage("pages/write_complaint"), look.paragraph(words.say("card.source", citation=fact.citation, as_of=fact.as_of), soft=True))
    offer.paper(PAPERS[COMPLAINT], next(iter(case.letters), None))
    offer.step(words.say("write.way", page=words.say("nav.denial")), "denial")
    offer.save()
