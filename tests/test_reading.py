"""How the words read: short, plain, calm, the same in both languages, with no telephone number but the known ones.

Reading ease is measured per screen, passage or paper, never per line, with two formulas per language, after the
names of offices, the law's section numbers and the English words to look for on a letter are taken out. The formulas
say how a text reads, not whether it is true: for that a lawyer and people who speak the language read it.
"""

import re
import string
from pathlib import Path
from statistics import mean, median

import pytest
import yaml

from qme_guide.content import read_passage, read_yaml
from qme_guide.fields import field
from qme_guide.words import load_words

CONTENT = Path(__file__).parent.parent / "content"
# For the people who check the words, not for those who use the guide.
NOT_SHOWN = {"translator-needed.yaml", "tone.yaml"}
FILE_NAMES = "labels/files.yaml"
# In these files every entry is a screen or a card of its own; every other file is read in one piece.
BY_ENTRY = {"questions.yaml", "clocks.yaml"}
FRONT_SHOWN = ("title", "who", "say", "number", "date", "alt")
LONGEST = {"en": 25, "es": 20}
SCORED_FROM = 25  # words: a formula says nothing about less text
# What a placeholder looks like on the screen: a date, unless it is one of these, which are a number. The two small
# words of a Spanish date are left out, so that a date has the same length in both languages.
DATE = {"en": "Wednesday, November 25, 2026", "es": "miércoles 25 noviembre 2026"}
NUMBERS = r"\{(n|days|count|limit|number|page|pages|percent|size|year|first|last|megabytes|letters|reports|exams)\}"
STAND_IN = {"en": "it", "es": "eso"}
NAMES = {
    "en": r"Application for Independent Medical Review|independent medical review|utilization review|Information and Assistance( Unit)?"
    r"|workers’ compensation|claims administrator|insurance company|Medical Provider Network|Appeals Board|proof of service|Labor Code"
    r"|Independent review",
    "es": r"revisión médica independiente|revisión independiente|revisión de utilización|Unidad de Información y Asistencia"
    r"|compensación de trabajadores|administrador de reclamos|compañía de seguros|Red de Proveedores Médicos|Junta de Apelaciones"
    r"|prueba de entrega|Código Laboral",
}
SECTION = r"(,? ?(secci[oó]n|secciones|sections?) )?\d{4}(\.\d+)?(\(\w+\))+|1-800-736-7401"
BANNED = {
    "en": r"too late|\byou should\b|\bbinding\b|\b(win|wins|won|fight|fights|hired|barred|simply|just|claimant|alleged|obviously)\b"
    r"|guarantee|and/or|\(s\)|n['’]t\b|official|\bCCR\b|9792",
    "es": r"demasiado tarde|usted debería|vinculante|\b(ganar|ganó|luchar|contratad[oa]s?|dicho|dicha|oficial de|recibos?)\b"
    r"|garantiz|y/o|\((a|s|as|os)\)|hasta el\b|(lleg|mand|entreg|present)\w+ antes del? (\d|\{|lunes|martes|miércoles|jueves|viernes)"
    r"|dentro de \d|\bservicios?\b|evidencia|\barchivar\b|aplicaci[oó]n|discapacidad|vosotros|\b(tú|tus|contigo)\b|aseguranza|\bCCR\b|9792",
}
NEVER = r"[!¡—]|[☀-➿\U0001f000-\U0001faff]"
PHONES = {"1-800-736-7401"}
PHONE = r"(?<![\d-])(?:\+?\d[ -]?)?\(?\d{3}\)?[ -]\d{3}[ -]\d{4}(?!\d)"


def strings(data):
    """Every text in a word file, with the keys that lead to it."""
    if isinstance(data, dict):
        return [((str(key), *way), text) for key, value in data.items() for way, text in strings(value)]
    return [((), str(data))]


def read(path):
    """The shown texts of one file: keys and text."""
    if path.suffix == ".yaml":
        return strings(read_yaml(path))
    front, body = read_passage(path)
    shown = [((key,), str(front[key])) for key in FRONT_SHOWN if key in front]
    return shown + [(("body", str(at)), text) for at, text in enumerate(body.split("\n\n"))]


def files(language):
    folder = CONTENT / language
    found = [path for path in sorted(folder.rglob("*")) if path.suffix in (".yaml", ".md") and path.name not in NOT_SHOWN]
    return {str(path.relative_to(folder)): read(path) for path in found}


WORDS = {language: files(language) for language in ("en", "es")}


@pytest.fixture(params=("en", "es"))
def language(request):
    return request.param


def texts(language):
    return [(f"{name}: {'.'.join(way)}", text) for name, found in WORDS[language].items() for way, text in found]


def sentences(text, language):
    """The sentences of a text as a person sees them, the facts filled in."""
    shown = re.sub(r"\{\w+\}", DATE[language], re.sub(NUMBERS, "7", text)).replace("*", "")
    parts = re.split(r"(?<=[.?])[»”]?\s+", re.sub(r"\b(No|Lab|Inc|a|p)\. ?(?=\S)", r"\1 ", shown))
    return [part for part in parts if re.search(r"\w", part)]


def without_lead(paragraph):
    """A paragraph without the bold words that stand before it as its title."""
    return re.sub(r"^\*\*[^*]+\*\*", "", paragraph)


def units(language):
    """Screens, passages and papers: name and texts. What a file is saved as is no sentence."""
    found = {}
    for name, entries in WORDS[language].items():
        if name == FILE_NAMES:
            continue
        for way, text in entries:
            key = f"{name}: {way[0]}" if name in BY_ENTRY else name
            found.setdefault(key, []).append(text)
    return found


def plain(text, language):
    """A text without official names, section numbers and English words to look for."""
    text = re.sub(r"(?<!\*)\*[^*]+\*(?!\*)", STAND_IN[language], text)
    text = re.sub(SECTION, STAND_IN[language], text)
    return re.sub(NAMES[language], STAND_IN[language], text, flags=re.IGNORECASE)


def english_syllables(word):
    word = re.sub(r"[^a-z]", "", word.lower())
    heard = re.sub(r"(?<=[^aeiouyl])e$|(?<=[^aeiou]l)e(?=s$)|(?<=[aeiou]l)e$|(?<=[^td])ed$|(?<=[^scgzx])es$|^y", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", heard)))


def spanish_syllables(word):
    """Vowel groups, counting two strong vowels, or a stressed weak one beside a strong one, as two."""
    word = re.sub(r"(?<=[qg])u(?=[eiéí])", "", word.lower())
    word = re.sub(r"y(?=[aeiouáéíóú])", "l", word)
    groups = re.findall(r"[aeiouyáéíóúü]+", word)
    breaks = sum(len(re.findall(r"(?<=[aeoáéóíú])(?=[aeoáéóíú])|(?<=[íú])(?=[aeo])", group)) for group in groups)
    return max(1, len(groups) + breaks)


SYLLABLES = {"en": english_syllables, "es": spanish_syllables}


def measure(found, language):
    """Words a sentence, syllables a word, letters a word, and the number of words."""
    split = [re.findall(r"[\w’'&$.,-]*\w", sentence) for text in found for sentence in sentences(plain(text, language), language)]
    words = [word for sentence in split for word in sentence]
    return len(words) / len(split), mean(map(SYLLABLES[language], words)), mean(map(len, words)), len(words)


def grades(found):
    """School years to read an English text: Flesch-Kincaid, and the Automated Readability Index."""
    length, syllables, letters, _ = measure(found, "en")
    return 0.39 * length + 11.8 * syllables - 15.59, 4.71 * letters + 0.5 * length - 21.43


def eases(found):
    """How easy a Spanish text is (100 is very easy): Fernández-Huerta, and INFLESZ."""
    length, syllables, _, _ = measure(found, "es")
    return 206.84 - 60 * syllables - 1.02 * length, 206.835 - 62.3 * syllables - length


def scored(language, formula):
    long_enough = {name: found for name, found in units(language).items() if measure(found, language)[-1] >= SCORED_FROM}
    return {name: formula(found) for name, found in long_enough.items()}


@pytest.mark.parametrize(
    ("word", "count"),
    [("treatment", 2), ("medicine", 3), ("the", 1), ("denied", 2), ("asked", 1), ("people", 2), ("safe", 1), ("envelope", 3), ("decided", 3)],
)
def test_english_syllables_are_counted_as_they_are_heard(word, count):
    assert english_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("tratamiento", 4), ("día", 2), ("quien", 1), ("todavía", 4), ("leer", 2), ("guía", 2), ("seguro", 3), ("ya", 1), ("muy", 1), ("ciudad", 2)],
)
def test_spanish_syllables_are_counted_as_they_are_heard(word, count):
    assert spanish_syllables(word) == count


def test_english_screens_read_at_grade_six_and_none_above_eight():
    found = scored("en", grades)
    assert [(name, score) for name, score in found.items() if max(score) > 8] == []
    assert max(median(column) for column in zip(*found.values(), strict=True)) <= 6


def test_spanish_screens_read_easily_and_none_is_hard():
    found = scored("es", eases)
    assert [(name, score) for name, score in found.items() if min(score) < 55] == []
    assert min(median(column) for column in zip(*found.values(), strict=True)) >= 65


def test_no_sentence_is_long(language):
    found = [(name, sentence) for name, text in texts(language) for sentence in sentences(text, language)]
    assert [(name, sentence) for name, sentence in found if len(sentence.split()) > LONGEST[language]] == []
    assert mean(len(sentence.split()) for _, sentence in found) <= 14


def test_a_passage_fits_a_page_and_its_paragraphs_are_short(language):
    passages = {name: found for name, found in WORDS[language].items() if name.endswith(".md")}
    assert passages
    assert [name for name, found in passages.items() if sum(len(text.split()) for _, text in found) > 350] == []
    paragraphs = [(name, text) for name, found in passages.items() for way, text in found if way[0] == "body"]
    long = [(name, text) for name, text in paragraphs if len(sentences(without_lead(text), language)) > 3]
    assert long == []


def test_a_question_is_short_and_says_why_in_one_sentence(language):
    questions = read_yaml(CONTENT / language / "questions.yaml")
    assert [path for path, words in questions.items() if not re.fullmatch(r"¿?[^?]+\?", words["label"])] == []
    assert [path for path, words in questions.items() if len(words["label"].split()) > 12] == []
    assert [path for path, words in questions.items() if len(sentences(words["why"], language)) != 1] == []


def test_every_choice_between_yes_and_no_may_also_be_unsure(language):
    questions = read_yaml(CONTENT / language / "questions.yaml")
    chosen = {path: words["choices"] for path, words in questions.items() if "choices" in words}
    asked = {path: choices for path, choices in chosen.items() if {"yes", "no", "unsure"} & set(field(path).values)}
    assert asked and [path for path, choices in asked.items() if "unsure" not in choices] == []
    assert {choices["unsure"] for choices in asked.values()} == {"I’m not sure" if language == "en" else "No lo sé"}


def test_no_word_frightens_promises_or_misleads(language):
    banned = re.compile(f"{BANNED[language]}|{NEVER}", re.IGNORECASE)
    assert [(name, found[0]) for name, text in texts(language) if (found := banned.search(text))] == []


def test_the_only_telephone_number_is_the_known_one(language):
    assert {number for _, text in texts(language) for number in re.findall(PHONE, text)} == PHONES


def test_every_outcome_says_whom_to_call_what_to_say_which_number_and_which_date(language):
    for path in sorted(path for folder in ("outcomes", "routes") for path in (CONTENT / language / folder).glob("*.md")):
        front, body = read_passage(path)
        assert all(str(front[key]).strip() for key in ("title", "who", "say", "number", "date")), path.name
        assert 2 <= len(body.split("\n\n")) <= 5, path.name


def test_the_twins_have_the_same_files_keys_and_facts():
    load_words("en")
    assert WORDS["en"].keys() == WORDS["es"].keys()
    for name, found in WORDS["en"].items():
        assert [way for way, _ in found] == [way for way, _ in WORDS["es"][name]], name


def test_the_twins_name_the_same_numbers_and_placeholders():
    spanish = dict(texts("es"))
    facts = {name: (kept(text), kept(spanish[name])) for name, text in texts("en")}
    assert {name: pair for name, pair in facts.items() if pair[0] != pair[1]} == {}


def kept(text):
    """What a translation may not change: placeholders, and numbers in digits."""
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return names | set(re.findall(r"\d+", text))


def test_each_passage_says_when_it_was_read_and_spanish_from_which_english():
    for path in sorted((CONTENT / "en").rglob("*.md")):
        english, _ = read_passage(path)
        spanish, _ = read_passage(CONTENT / "es" / path.relative_to(CONTENT / "en"))
        assert spanish.pop("translates") == english["last_reviewed"], path.name
        assert spanish.keys() == english.keys(), path.name
        assert (spanish["sources"], spanish["legal_review"]) == (english["sources"], english["legal_review"]), path.name


def test_the_list_for_the_translator_names_spanish_that_is_used():
    shown = " ".join(text for _, text in texts("es")).lower()
    wanted = yaml.safe_load((CONTENT / "es" / "translator-needed.yaml").read_text("utf-8"))
    pieces = [piece.strip().lower() for term in wanted.values() for piece in re.split(r"[;:]|\.\.\.", term)]
    assert [piece for piece in pieces if piece not in shown] == []
