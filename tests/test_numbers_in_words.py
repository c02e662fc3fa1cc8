"""Every number of days, months, visits or dollars that stands in a text as a figure is the number in the law files.

A text that takes its number by a placeholder cannot differ from them. Where a passage says the figure itself, its source
is named here, so that a changed law names each text that has to change. Our own numbers (minutes that a page takes) and
one-day phrases of a working are no law.
"""

import re

import pytest

from qme_guide.law import load_law
from tests.test_reading import texts

LAW = load_law()
UNITS = {
    "en": r"(?:normal |working |business )?(?:days?|months?|minutes?|visits?|years?|hours?)\b",
    "es": r"(?:días?|meses|mes|minutos?|visitas?|años?|horas?)\b",
}
FIGURE = {
    language: re.compile(rf"(?<![\w.§-])(\d[\d,]*)(?= {units})|\$(\d[\d,]*)|\b(?:day|día) (\d+)|\b(?:or|o en) (\d+) (?:if|si)\b")
    for language, units in UNITS.items()
}
# No law: what a page takes, the words of a working, the age of an adult in a declaration, and examples of an answer.
OURS = (
    "labels.yaml: road.", "labels.yaml: denial.more", "labels/function.yaml: function.start_help", "questions/function.yaml: function.job.hours.hint",
    "questions/function.yaml: function.abilities.minutes.hint", "working.yaml: ", "pages/home_first", "letters/proof-of-service.yaml: blocks.adult",
    "helping/",  # keeps the figures of the text it stands for: test_helper_voice
)  # fmt: skip
# The start of a text's name -> the clocks and facts that its figures come from. Figures that no rule counts with stand
# as they are, with their citation.
CAP, HEART = {"10,000": "Lab. Code 5402(c)"}, {"30": "8 CCR 49.4"}
FROM = {
    "clocks.yaml: treat-authorize-1wd.tell": CAP,
    "letters/call-card.yaml: blocks.q_claim_denied_90": ("claim-decision-90",),
    "letters/hand-off.yaml: blocks.q_claim_90": ("claim-decision-90",),
    "outcomes/claim_denied.md": ("claim-decision-90",),
    "outcomes/delay.md": CAP,
    "outcomes/mpn_opinion.md": ("mpn-second-opinion-60",),
    "pages/choose_check.md": ("qme-exam-90",),
    "pages/qme_exam_facts.md: body.0": ("qme-exam-90",),
    "pages/qme_exam_facts.md: body.1": HEART,
    "pages/qme_exam_facts.md: body.2": ("late-report-object",),
    "pages/qme_exam_facts.md: body.3": ("factual-correction-30", "objection-4062-30"),
    "pages/qme_facts.md: body.1": ("qme-select-10",),
    "pages/qme_facts.md: body.2": ("qme-select-10",),
    "pages/qme_facts.md: body.8": ("serve-qme-info-20",),
    "pages/special_drug.md": ("imr-request-10-drug",),
    "pages/special_unsure_drug.md": ("imr-request-10-drug",),
    "reasons.yaml: old_papers": ("rfa-form-2026",),
    "reasons.yaml: visit_limit": ("visit-cap",),
    "reasons.yaml: done_before": ("repeat-rfa-12m",),
    "routes/both.md": ("objection-4062-30",),
    "routes/mpn_opinion.md": ("mpn-second-opinion-60",),
    "routes/other_4062.md": ("objection-4062-30",),
    "routes/represented.md": ("objection-4062-20",),
    "routes/unsure.md": ("objection-4062-30",),
    "routes/wait_60.md: date": ("medlegal-60-wait",),
    "routes/wait_60.md: body.0": ("medlegal-60-wait",),
    "routes/wait_60.md: body.3": CAP,
}


def figures(language: str) -> dict[str, set[str]]:
    """Text -> the figures of law in it."""
    found = {name: {next(filter(None, groups)) for groups in FIGURE[language].findall(text)} for name, text in texts(language)}
    return {name: said for name, said in found.items() if said and not name.startswith(OURS)}


def of_law(name: str) -> set[str]:
    """The figures of one clock or fact."""
    if name in LAW.facts:
        return {str(value) for value in LAW.facts[name].values.values()}
    version = LAW.clock(name).newest
    return {str(value) for value in (version.n, version.second_n, version.due_n) if value is not None}


@pytest.mark.parametrize("language", FIGURE)
def test_a_figure_in_a_text_is_the_one_in_the_law_files(language):
    for text, said in figures(language).items():
        sources = next((source for start, source in FROM.items() if text.startswith(start)), None)
        assert sources is not None, f"{text}: say where {sorted(said)} come from, or use a placeholder"
        known = set(sources) if isinstance(sources, dict) else set().union(*map(of_law, sources))
        assert said <= known, f"{text}: {sorted(said)}, but the law files say {sorted(known)}"


@pytest.mark.parametrize("language", FIGURE)
def test_no_source_is_named_for_a_text_without_figures(language):
    found = figures(language)
    assert [start for start in FROM if not any(text.startswith(start) for text in found)] == []


@pytest.mark.parametrize(("language", "text", "said"), [
    ("en", "You have 20 working days, or 120 if you accept.", {"20", "120"}),
    ("en", "The limit is $10,000 from day 31.", {"10,000", "31"}),
    ("es", "Tiene 20 días hábiles, o en 120 si acepta, desde el día 31.", {"20", "120", "31"}),
    ("en", "Section 4062.1 and QME Form 105 of 2026.", set()),
])  # fmt: skip
def test_figures_are_found_and_names_are_none(language, text, said):
    assert {next(filter(None, groups)) for groups in FIGURE[language].findall(text)} == said
