"""No character is ever a blank box: it prints in some font here, or a word stands in its place and the page can warn."""

import io
import logging
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from qme_guide.documents.document import Document, Heading, Lines, Paragraph, Quote, Table
from qme_guide.render import RENDERERS, fonts, pdf
from qme_guide.render.clean import clean
from qme_guide.render.fonts import EMOJI, UNKNOWN, printable

ROOT = Path(__file__).resolve().parents[1]
SPOKEN = {
    "Spanish": "¿Señor Muñoz? ¡Sí! Él pidió «más» terapia…",
    "Vietnamese": "Nguyễn Thị: tôi bị đau lưng khi đứng lâu",
    "Tagalog": "Masakit ang likod ko kapag nakatayo",
    "Chinese": "我背部疼痛。請寄回給我（复印件）",
    "Japanese": "十分以上立つと背中が痛いです",
    "Korean": "허리가 아픕니다",
    "Armenian": "Մեջքս ցավում է։",
    "Russian": "У меня болит спина",
    "Ukrainian": "їжак ґава",
    "Arabic": "يؤلمني ظهري",
    "Persian": "کمرم درد می‌کند",
    "Hebrew": "הגב שלי כואב",
    "Punjabi": "ਮੇਰੀ ਪਿੱਠ ਦੁਖਦੀ ਹੈ",
    "Hindi": "मेरी पीठ में दर्द है",
    "Khmer": "ខ្នងខ្ញុំឈឺ",
    "Thai": "ปวดหลัง",
    "Lao": "ເຈັບຫຼັງ",
    "Amharic": "ጀርባዬን ያመኛል",
    "Greek": "Πονάει η μέση μου",
    "signs": "§ ¶ № € ° ± × ÷ ½ ≤ ≥ → • … – — ‘’ “” ☎",
}


def page(*blocks) -> str:
    made = pdf.render(Document("x", "Title", "en", tuple(blocks)))
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)


@pytest.mark.parametrize("spoken", SPOKEN)
def test_the_languages_of_california_print_as_typed(spoken):
    text, lost = printable(SPOKEN[spoken])
    assert lost == ()
    assert text == SPOKEN[spoken]


@pytest.mark.parametrize("spoken", ["Spanish", "Vietnamese", "Chinese", "Korean", "Armenian", "Russian", "Greek", "Amharic"])
def test_letters_that_stand_side_by_side_can_be_read_back_from_the_pdf(spoken):
    # pypdf reads the two bytes of a Chinese or Korean letter as two signs, the first of them empty.
    read = page(Paragraph(SPOKEN[spoken])).replace("\x00", "")
    assert SPOKEN[spoken].replace(" ", "") in read.replace(" ", "")


def test_letters_that_join_are_set_by_the_shaping_engine_and_right_to_left():
    made = PdfReader(io.BytesIO(pdf.render(Document("x", "Title", "en", (Paragraph("ظهري"),)))))
    assert "ظهري" in made.pages[0].extract_text()
    assert fonts.direction("ظهري (Dr. Sample)") == "rtl"
    assert fonts.direction("Dr. Sample ظهري") == "ltr"
    assert fonts.direction("Иван Sample 王") is None


@pytest.mark.parametrize(
    ("typed", "prints", "lost"),
    [
        ("It hurts 😡", f"It hurts {EMOJI}", ("😡",)),
        ("😡😡 and 👍🏽", f"{EMOJI} and {EMOJI}", ("😡", "👍", "🏽")),
        ("family 👨‍👩‍👧 flag 🇲🇽", f"family {EMOJI} flag {EMOJI}", ("👨", "👩", "👧", "🇲", "🇽")),
        ("Tibetan བོད end", f"Tibetan {UNKNOWN} end", ("བ", "ོ", "ད")),
        ("half \ud83d a sign", f"half {UNKNOWN} a sign", ("\ufffd",)),
        ("[emoji][emoji]", "[emoji][emoji]", ()),
        ("☑ yes ☐ no ✓", "[x] yes [ ] no [x]", ()),
        ("e\u0301 \u202egnirts\u202c zero\u200bwidth so\u00adft\tt\x00", "é gnirts zerowidth soft t", ()),
        ("5\u202fp.m. 1\u20112", "5\u00a0p.m. 1-2", ()),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd", ()),
        ("", "", ()),
    ],
)
def test_what_no_font_has_is_told_in_words_and_reported(typed, prints, lost):
    text, missing = printable(typed)
    assert text == prints
    assert set(missing) == set(lost) or (UNKNOWN in prints and set(missing) <= set(lost))


def test_every_word_of_the_guide_itself_prints():
    for path in [*ROOT.glob("content/e[ns]/**/*.yaml"), *ROOT.glob("content/e[ns]/**/*.md")]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            assert printable(line)[1] == (), f"{path.relative_to(ROOT)}:{number}: {printable(line)[1]} cannot be printed"


def test_the_bold_face_has_every_character_of_the_regular_one():
    assert fonts._covered(fonts.BOLD) >= fonts._covered(fonts.REGULAR)


LETTERS = st.one_of(
    st.characters(max_codepoint=0x0600),
    st.characters(min_codepoint=0x0600, max_codepoint=0x1100),
    st.characters(min_codepoint=0x1780, max_codepoint=0x2BFF),
    st.characters(min_codepoint=0x1F000, max_codepoint=0x1FAFF),
    st.sampled_from("\ud800\ue000\ufeff\ufffe\U000e0041 \n\t{}*_<>&\\()"),
)


def test_no_text_breaks_a_file_or_prints_a_blank_box(caplog):
    caplog.set_level(logging.WARNING, logger="fpdf")

    @settings(max_examples=12, deadline=None)
    @given(st.lists(st.text(LETTERS, max_size=40), min_size=4, max_size=4))
    def holds(texts):
        one, two, three, four = texts
        blocks = (Heading(one), Quote(two), Table((one, two), ((three, four),)), Paragraph(four, strong=True))
        document = Document("x", three, "en", blocks, header=(one, two), mark=two, foot=four)
        for make in RENDERERS.values():
            assert make(document)

    holds()
    assert "missing the following glyphs" not in caplog.text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_cleaning_a_text_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)
    clean(text).encode()


def test_the_large_fonts_are_opened_only_for_a_text_that_needs_them(monkeypatch):
    opened = []
    monkeypatch.setattr(fonts, "TTFont", lambda path, **how: opened.append(path.name) or TTFont(path, **how))
    fonts._covered.cache_clear()
    fonts.face_of.cache_clear()
    assert page(Paragraph("Señor Nguyễn, 😡 “sí” – no"))
    assert opened == ["BeVietnamPro-Regular.ttf"]
    assert page(Paragraph("Сидоров"))
    assert opened == ["BeVietnamPro-Regular.ttf", "NotoSans[wght].ttf"]


def test_a_foreign_name_in_the_head_does_not_change_the_words_of_the_letter():
    letter = Document("x", "Title", "en", (Paragraph("The words of the letter, unchanged."),), header=("Sample",))
    (one,) = PdfReader(io.BytesIO(pdf.render(letter))).pages
    (two,) = PdfReader(io.BytesIO(pdf.render(replace(letter, header=("Սարգիս",))))).pages
    assert two.extract_text() == one.extract_text().replace("Sample", "Սարգիս")


@pytest.mark.parametrize("name", ["王小明", "王 Sample 明", "Սարգիս", "김샘플", "＜Sample＞"])
def test_the_lines_after_a_name_in_another_script_keep_their_letters(name):
    """A line that begins and ends in the font of another script must not lend its font to the next one."""
    letter = Document("x", "Title of it", "en", (Lines((name, "1 Sample Street", "Sample City")), Paragraph("The words of the letter.")))
    (one,) = PdfReader(io.BytesIO(pdf.render(letter))).pages
    found = one.extract_text()
    assert all(words in found for words in ("1 Sample Street", "Sample City", "The words of the letter.")), found
