"""The tone of a letter: what may hurt it is found in both languages, and names and plain sentences are left alone."""

import time

import pytest

from qme_guide.rules.tone import ALWAYS_NEVER, CAPITALS, CRISIS, INSULT, KINDS, MEDICINE, THREAT, flags
from qme_guide.words import LANGUAGES, load_words

LISTS = [load_words(language).tone for language in LANGUAGES]
HURTS = {
    THREAT: (
        "Si no lo corrige, los voy a demandar.",
        "Se van a arrepentir de esto.",
        "Le voy a quitar la licencia al doctor.",
        "Yo sé donde vive usted.",
        "Voy a ir a la prensa con este reporte.",
        "Me las van a pagar todas.",
        "No sabe con quien se está metiendo.",
        "Más le vale cambiarlo.",
        "I will sue you and your insurance.",
        "You will regret this report.",
        "I know where you live.",
        "Fix it, or else.",
        "He is going to lose his license when I am done: you will lose your license.",
        "I'll make them pay for it.",
        "I will call the news about this doctor.",
        "See you in court.",
    ),
    INSULT: (
        "El doctor es un mentiroso.",
        "Este reporte es una basura.",
        "Es usted un inepto y un vendido.",
        "El doctor miente en la página 3.",
        "Mintió sobre mi historia.",
        "Qué idiota.",
        "El evaluador es un payaso.",
        "Esto es un fraude.",
        "The doctor is a liar.",
        "The doctor lied about my back.",
        "Only an idiot would write this.",
        "This report is garbage.",
        "He is a hired gun.",
        "Your office is a joke.",
        "The QME is a complete fraud.",
        "This is bullshit.",
        "El doctor no sabe de medicina.",
        "Ese médico no sabe nada de medicina.",
        "Los dos no saben lo que hacen.",
        "No es un doctor de verdad.",
        "The doctor doesn’t know medicine.",
        "He knows nothing about medicine.",
        "She does not know what she is doing.",
        "He is not a real doctor.",
    ),
    CAPITALS: (
        "YO NUNCA DIJE ESO",
        "El reporte está mal. NO ES MI ESPALDA, es mi hombro.",
        "ESTO ES FALSO, exijo otra cosa.",
        "I NEVER SAID THAT TO THE DOCTOR",
        "Please read this: THE REPORT IS WRONG and must change.",
        "YOU DID NOT EXAMINE ME",
    ),
    MEDICINE: (
        "Creo que tengo una hernia en la espalda.",
        "Seguramente es un nervio pinzado.",
        "Debe de ser artritis.",
        "Leí en internet que mi dolor es del túnel carpiano.",
        "Estoy segura de que necesito cirugía.",
        "I think I have a herniated disc.",
        "It must be a pinched nerve.",
        "I read online that this is fibromyalgia.",
        "I am sure the fall caused nerve damage.",
        "In my opinion the ligament is torn.",
        "La artritis es por mi hernia.",
        "El dolor de la pierna es por mi hernia.",
        "Mi hernia es por mi trabajo.",
        "El adormecimiento se debe a mi nervio pinzado.",
        "El dolor no es por mi artritis.",
        "The arthritis is because of my hernia.",
        "My numbness is because of my pinched nerve.",
        "My herniated disc is because of my job.",
        "The pain is caused by my torn meniscus.",
        "The weakness is not because of my arthritis.",
    ),
    ALWAYS_NEVER: (
        "Siempre me duele la espalda.",
        "El doctor nunca me tocó el hombro.",
        "Jamás tuve dolor en el cuello.",
        "Me duele todo el tiempo.",
        "En ningún momento me midió.",
        "I always wear the brace.",
        "The doctor never touched my shoulder.",
        "My hand hurts all the time.",
        "He did not examine me, not once.",
        "I can do absolutely nothing.",
    ),
    CRISIS: (
        "A veces ya no quiero vivir.",
        "He pensado en quitarme la vida.",
        "Some days I want to kill myself.",
        "I think of suicide.",
    ),
}
CALM = (
    # Names, also those that are words of a list.
    "El reporte es del Dr. Morón.",
    "La Dra. María Ladrón de Guevara me examinó.",
    "Mi jefe era José Ángel Núñez-Peña y Bruto.",
    "I was seen by Dr. Crook at the clinic.",
    "My supervisor was Sue Butcher.",
    "The judge is Ms. Quack-O'Brien.",
    "JUAN CARLOS PÉREZ DE LA TORRE",
    "MARÍA GUADALUPE HERNÁNDEZ LÓPEZ",
    "DR. SAMPLE, EXAMPLE INSURANCE COMPANY",
    "My doctor is Will Payne, in Nevers, California.",
    # Short names of offices, tests and parts of the body.
    "The QME used the AMA Guides.",
    "El MRI del 3 de mayo muestra L4-L5 y L5-S1.",
    "EMG, NCV, CT, MRI and PT were done.",
    "I sent DWC Form 105 to the DEU and the QME.",
    "IMR, UR, RFA, MPN.",
    # What is wrong in a report, said plainly.
    "El reporte dice que me caí en 2019. Me caí el 3 de marzo de 2021.",
    "En la página 4 dice que manejo un camión. Yo empaco fruta.",
    "El reporte dice que no hay dolor en el cuello. Mi nota del 5 de mayo dice que sí.",
    "La lista de papeles no incluye el MRI del 2 de junio.",
    "El examen duró 15 minutos, de 9:10 a 9:25.",
    "El reporte pone la rodilla izquierda. Es la rodilla derecha.",
    "No menciona mi cirugía del 8 de enero de 2022.",
    "El doctor no midió mi hombro con un aparato.",
    "The report says that I fell in 2019. I fell on March 3, 2021.",
    "On page 4 it says that I drive a truck. I pack fruit.",
    "The report lists no MRI. The MRI of May 3 shows a tear at L4-L5.",
    "It says left knee. The injury is to the right knee.",
    "The exam took 15 minutes, from 9:10 to 9:25.",
    "The report leaves out my surgery of January 8, 2022.",
    "Dr. Sample wrote on May 5 that I have a herniated disc.",
    "Mi doctora escribió que tengo una hernia de disco.",
    # Asking, with words that also stand in a threat.
    "Pido que corrijan la fecha y que me avisen por escrito.",
    "Por favor conteste antes del viernes, o por correo si no puede.",
    "Pido que la compañía pague el millaje.",
    "Please correct the date and tell me in writing.",
    "The insurance company will pay for the mileage.",
    "I will report the change to the claims administrator.",
    "I will find the paper and send a copy.",
    "Voy a buscar el papel y mando copia.",
    "I ask the judge to look at it again.",
    # Daily life and work, with words that also stand in an insult.
    "I drove a garbage truck and lifted the trash cans.",
    "Cargaba los botes de basura en el camión.",
    "The patient is lying on the table in the picture.",
    "I feel a sudden jerk in my arm when I lift a pan.",
    "The house was sold out of the estate.",
    "El coche fue vendido en 2020.",
    "My little finger is crooked since the injury.",
    "El dolor me está matando de noche.",
    "I take a painkiller at night.",
    "My license as a driver ended in 2020.",
    "I worked as a butcher for ten years.",
    "I may lose my driver's license.",
    "Me van a quitar la licencia de manejar.",
    "I got a final warning at work in 2024.",
    "I will hurt more if I lift it.",
    "They did not get even one page.",
    "Send it by fax, or else by mail.",
    "Ya verán en la página 3 que la fecha es otra.",
    "The report calls me a liar, and I am not a liar.",
    "El informe dice que soy mentiroso.",
    "No tengo antecedentes criminales.",
    "I pick up trash and carry garbage bags.",
    "Recojo basura en el parque.",
    "Los damnificados del temblor.",
    "I feel miserable at night.",
    "I am not crazy, and this pain drives me crazy.",
    "El dolor me vuelve loca.",
    "Desgraciadamente no tengo ese papel.",
    # Words that only look like always and never, or like a guess.
    "Puedo ir siempre y cuando haya intérprete.",
    "I had never had pain in this knee.",
    "Nunca había tenido dolor en esta rodilla.",
    "El nervio se ve en la página 6 del estudio.",
    "Creo que la cita fue el martes.",
    "I think the appointment was on a Tuesday.",
    "Probablemente llegué a las nueve. El reporte habla de un disco.",
    "Maybe I did not say it clearly. The report names a disc.",
    "I believe the nurse was there from 9 to 10.",
    "I believe the report leaves out my MRI of the disc.",
    "I think the report is wrong about the tear in my knee.",
    "I think my surgery was on May 3.",
    "Creo que el informe no menciona mi hernia.",
    "Creo que mi cirugía fue el 3 de mayo.",
    "Yo creo que la doctora escribió artritis en la página 2.",
    # What a thing is for, how it feels and whose fault it is not: no cause in medicine, nobody's knowledge.
    "La cita del lunes es por mi hernia.",
    "The appointment is because of my hernia.",
    "El reclamo por la hernia es por mi trabajo.",
    "My claim for the torn tendon is because of my job.",
    "El dolor es por mi trabajo: cargo cajas.",
    "The pain is because of my work: I lift boxes.",
    "Falté al trabajo por mi artritis.",
    "I missed work because of my arthritis.",
    "El informe dice que el dolor es por mi artritis. Mi nota del 5 de mayo dice otra cosa.",
    "The report says that the pain is because of my arthritis.",
    "Page 3 says that my arthritis is because of my age.",
    "La doctora escribió que la hernia es por mi trabajo.",
    "El retraso es por mi mudanza.",
    "My late answer is because of my move.",
    "Yo no sé de medicina. Pido que lo mire un médico.",
    "I don’t know medicine, so I ask for a doctor.",
    "El informe no sabe qué trabajo hago.",
    "The doctor does not know what work I do.",
    "He did not ask what I was doing that day.",
    # Signs and other letters.
    "<b>Página 3</b> & 'línea' \"4\"",
    "הדוח אומר שנפלתי בשנת 2019.",
    "يقول التقرير إنني سقطت في عام 2019.",
    "報告說我在2019年跌倒。",
    "A",
    "   \n\t  ",
    "",
)


def kinds(text: str | None) -> set[str]:
    return {flag.kind for flag in flags(text, LISTS)}


@pytest.mark.parametrize("kind", HURTS)
def test_what_may_hurt_a_letter_is_found_whatever_language_it_is_written_in(kind):
    assert [text for text in HURTS[kind] if kind not in kinds(text)] == []


def test_names_and_plain_sentences_are_left_alone():
    assert {text: flags(text, LISTS) for text in CALM if flags(text, LISTS)} == {}


def test_both_lists_are_long_enough_to_mean_something():
    assert sum(map(len, HURTS.values())) >= 60 and len(CALM) >= 60 and set(HURTS) == set(KINDS)


def test_nothing_written_has_no_flag():
    assert flags(None, LISTS) == ()


def test_the_words_found_are_those_of_the_person_letter_for_letter():
    own = "El doctor <b>MINTIÓ</b>,  y nunca\nse disculpó. NUNCA."
    assert [flag.found for flag in flags(own, LISTS)] == ["MINTIÓ", "nunca"]
    assert all(flag.found in own for flag in flags(own, LISTS))


def test_accents_capitals_line_breaks_and_curly_signs_do_not_hide_anything():
    for text in ("Se va a  ARREPENTIR", "se va\na arrepentir", "jama\u0301s", "JAMÁS", "I\u2019ll sue", "you\u00a0will regret"):
        assert kinds(text), text


def test_each_thing_is_told_once_and_in_the_order_of_the_kinds():
    text = "Nunca. Nunca. NUNCA. Es un mentiroso, mentiroso. Los voy a demandar."
    assert [(flag.kind, flag.found) for flag in flags(text, LISTS)] == [(THREAT, "voy a demandar"), (INSULT, "mentiroso"), (ALWAYS_NEVER, "Nunca")]


def test_a_word_of_a_list_inside_another_word_is_not_found():
    assert flags("Neverland, insidious nuncamás, stupidly-named: sidiota", [{**LISTS[0], "insult": ("idiot",)}]) == ()


def test_a_very_long_text_is_read_in_little_time():
    began = time.process_time()
    text = "El reporte dice que me caí en 2019 y creo que no es así, "[:57] * 1_800
    assert len(text) > 100_000 and not flags(text, LISTS)
    for piece in ("A", "I think ", "NO ", "dr. M"):
        flags(piece * (9_000 // len(piece)) + "a", LISTS)
    assert time.process_time() - began < 2.0


def test_every_list_stands_in_both_languages_and_says_nothing_twice():
    for words in LISTS:
        for name, phrases in words.items():
            assert phrases and len(set(phrases)) == len(phrases), name
            assert all(isinstance(one, str) and one == one.strip().lower() for one in phrases), name
