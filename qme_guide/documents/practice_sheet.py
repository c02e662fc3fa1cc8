"""What the person practised for the exam, in the own words, beside each prompt: for the person alone, never in another paper."""

from typing import get_args

from qme_guide.answers import Prompt
from qme_guide.documents.document import Block, Bullets, Document, Heading, Paragraph, Quote
from qme_guide.documents.matter import Matter, sheet

NAME = "practice-sheet"


def practice_sheet(matter: Matter) -> Document:
    """Each prompt that was answered with the words; without any answer all prompts, to practise from paper."""
    told = {one.id: one.text for one in matter.case.practice if one.text}
    asked = {prompt: matter.words.say(f"practice.ask_{prompt}") for prompt in get_args(Prompt)}
    blocks: list[Block] = [Paragraph(matter.sayer(NAME)("intro"), strong=True)]
    for prompt in filter(told.get, asked):
        blocks += [Heading(asked[prompt]), Quote(told[prompt])]
    blocks += [] if told else [Bullets(tuple(asked.values()), numbered=True)]
    return sheet(matter, NAME, blocks, sent=False, private=True)
