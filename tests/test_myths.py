"""What articles get wrong about a QME: for each claim the product's own words hold the right saying, and none holds the wrong one.

The claims are those of the QME part of our list of myths. Every text that a person can read is looked through, in both
languages: labels, questions, passages, clocks, letters.
"""

import re

import pytest

from tests.test_reading import texts

LANGUAGES = ("en", "es")
# claim -> language -> what some text says, and what no text may say. A wrong saying is looked for in one sentence.
MYTHS = {
    "the report is binding": {
        "en": (r"important evidence.{0,60}a judge decides", r"\bbinding\b|QME decides (your|the) case"),
        "es": (r"prueba importante.{0,60}decide un juez", r"vinculante|QME decide (su|el) caso"),
    },
    "each side strikes one name": {
        "en": (r"Without an attorney, choose one", r"^(?!.*(attorney|\bno\b|not)).*(\bstrike|cross off|takes? (one|a) name off)"),
        "es": (r"Sin abogado, elija uno", r"^(?!.*(abogado|\bno\b|nadie)).*(\btach|quitar un nombre)"),
    },
    "ask for a panel under 4062.2": {
        "en": (r"Without an attorney it is QME Form 105, on paper, by section 4062\.1", r"^(?!.*attorney).*4062\.2"),
        "es": (r"Sin abogado es QME Form 105, en papel, según la sección 4062\.1", r"^(?!.*abogado).*4062\.2"),
    },
    "about 30 days to object to the QME report": {
        "en": (r"no general time to object\. It is 30 days .{0,60}correct wrong facts", r"30 days[^.]*object to (the|a) QME|object to (the|a) QME(’s)? report[^.]*30 days"),
        "es": (r"No hay un plazo general para objetar\. Son 30 días .{0,60}corregir datos", r"30 días[^.]*objetar (al|el) (informe del )?QME|objetar el informe del QME[^.]*30 días"),
    },
    "the exam lasts 45 to 90 minutes": {
        "en": (r"no fixed length", r"\b(45|90) minutes"),
        "es": (r"No hay una duración fija", r"\b(45|90) minutos"),
    },
    "the QME must see you in 60 days": {
        "en": (r"exam within 90 days of the request, or 120 if you accept", r"QME[^.]*\b(in|within) 60 days|exam[^.]*\bwithin 60 days"),
        "es": (r"cita en 90 días desde que la piden, o en 120 si usted acepta", r"(QME|examen)[^.]*\ben 60 días"),
    },
    "90 days and the replacement comes by itself": {
        "en": (r"changing the doctor may take a judge", r"after (90|120) days[^.]*(automatic|you get a new)"),
        "es": (r"para cambiar de médico tal vez haga falta un juez", r"después de (90|120) días[^.]*(automátic|le toca un panel nuevo)"),
    },
    "late report: ask for a new doctor when you get it": {
        "en": (r"Object before it is served, from day 31\. If it was served, object the same day", r"when you get (it|the report), ask for (a new|another) (doctor|QME)"),
        "es": (r"Objete antes de que lo entreguen, desde el día 31\. Si ya lo entregaron, objete el mismo día", r"cuando (le )?llegue, pida otro (médico|QME)"),
    },
    "15 days to ask for an additional panel": {
        "en": (r"We saw no time limit to ask for it", r"\b15 (calendar )?days[^.]*(additional|another) (panel|specialty)"),
        "es": (r"No vimos un plazo para pedirla", r"\b15 días[^.]*(panel adicional|otra especialidad)"),
    },
    "QMEs are hired by the parties": {
        "en": (r"drawn at random from a State list, and you choose one", r"\bhired\b|works? for the insurance company, the QME"),
        "es": (r"Salen al azar de una lista del estado, y usted elige uno", r"\bcontratad[oa]s?\b"),
    },
    "a QME decides needed treatment": {
        "en": (r"A QME does not decide a denied treatment", r"QME (decides|will decide|can decide) (if|whether|about) [^.]*treatment"),
        "es": (r"Un QME no decide un tratamiento negado", r"QME (decide|decidirá|puede decidir) (si|sobre) [^.]*tratamiento"),
    },
    "a second opinion by QME is uncommon": {
        "en": (r"goes back to the same QME, if possible", r"(uncommon|rare)\b[^.]*QME"),
        "es": (r"Vuelve al mismo QME, si se puede", r"(raro|poco común)\b[^.]*QME"),
    },
    "late means the panel is lost": {
        "en": (r"The other side may choose from the panel\. You do not lose the panel: act today", r"(lost|you lose) (the|your) (panel|right)|too late"),
        "es": (r"La otra parte puede elegir del panel\. Usted no pierde el panel: actúe hoy", r"perdi[óo] (el|su) (panel|derecho)|demasiado tarde"),
    },
    "an AME is an option for everyone": {
        "en": (r"\(AME\)\.\*\* Only with an attorney", r"^(?!.*(attorney|\bno\b|not)).*\bAME\b"),
        "es": (r"\(AME\)\.\*\* Solo con abogado", r"^(?!.*(abogado|\bno\b)).*\bAME\b"),
    },
    "after a denial only the worker may ask for a panel": {
        "en": (r"Either side can request the panel, not only you", r"only (you|the worker) (can|may) (request|ask for) (the|a) panel"),
        "es": (r"Cualquiera de los dos lados puede pedir el panel, no solo usted", r"solo (usted|el trabajador) puede pedir (el|un) panel"),
    },
    "the objection goes to the doctor": {
        "en": (r"Write the objection to the claims administrator\. You can send the doctor a copy", r"(send|write) (your|the) objection to (your|the) doctor"),
        "es": (r"Escriba la objeción al administrador de reclamos\. Al médico le puede mandar una copia", r"(mande|escriba) (su|la) objeción al médico"),
    },
    "write the QME with your side of the story": {
        "en": (r"Each letter to the QME also goes to the other side, 20 days before the exam", r"write (to )?(the|your) QME (with|and tell) your"),
        "es": (r"Toda carta al QME va también a la otra parte, y 20 días antes del examen", r"escríbale al QME"),
    },
    "add five days for the mail": {
        "en": (r"Do not add days for the mail", r"add (5|five) days"),
        "es": (r"No sume días por el correo", r"(sume|añada|agregue) (5|cinco) días"),
    },
    "the claim form opens the case": {
        "en": (r"The claim form does not open a case before a judge", r"claim form opens"),
        "es": (r"El formulario de reclamo no abre un caso ante un juez", r"formulario de reclamo abre"),
    },
}
# "QMEs may have ten offices" is right, and no text needs it: so no text gives any other number.
OFFICES = {"en": r"(\d+|ten|several) (offices|locations)", "es": r"(\d+|diez) (oficinas|consultorios)"}


def sentences(text: str) -> list[str]:
    """The sentences of a text; the number of a section does not end one."""
    return re.split(r"(?<=[.?])\s+", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("claim", MYTHS)
def test_the_product_says_the_right_thing_and_never_the_wrong_one(claim, language):
    right, wrong = (re.compile(pattern, re.IGNORECASE) for pattern in MYTHS[claim][language])
    assert [name for name, text in texts(language) if right.search(text)]
    assert [(name, text) for name, text in texts(language) if wrong.search(text) and _wrong(wrong, text)] == []


def _wrong(wrong: re.Pattern[str], text: str) -> bool:
    """The wrong saying stands in a whole text; where it is about who may do something, in a text that never says who."""
    return any(map(wrong.search, [text] if wrong.pattern.startswith("^(?!") else sentences(text)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_gives_another_number_of_offices(language):
    assert [text for _, text in texts(language) if re.search(OFFICES[language], text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wrong_sayings_would_be_found(language):
    said = {
        "en": ("The QME issues a binding report.", "Each side strikes one name.", "Request a panel under 4062.2.", "The exam lasts 45 minutes.", "You can agree on an AME."),
        "es": ("El informe es vinculante.", "Cada lado tacha uno.", "Pida el panel según la 4062.2.", "El examen dura 45 minutos.", "Puede ir con un AME."),
    }[language]
    patterns = [re.compile(one[language][1], re.IGNORECASE) for one in MYTHS.values()]
    assert [text for text in said if not any(_wrong(pattern, text) for pattern in patterns)] == []
