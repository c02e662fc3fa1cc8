"""What the browser says when "erase and leave" is pressed without a connection: then it acts alone (device.js)."""

from pages.parts import session

STYLE = """
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 2rem 1.25rem; max-width: 38rem; font: 18px/1.5 "Atkinson Hyperlegible", system-ui, sans-serif; background: #f4f6f5; color: #15202b; }
h1, h2 { font-size: 1.4rem; line-height: 1.3; }
@media (prefers-color-scheme: dark) { body { background: #0f1716; color: #eef3f2; } }
"""


def page(own: list[str]) -> dict[str, object]:
    """The question, and the page that comes after it. own: the cases on the device that are of this visit, by their keys."""
    words = session.words()
    _, *cannot = words.passages["pages/left"].paragraphs
    lines = [words.say("device.away_done"), *cannot]
    said = {"ask": words.say("device.away_ask"), "tab": words.say("frame.left"), "title": words.say("device.away_title")}
    return {"own": own, "language": words.language, "lines": lines, "style": STYLE} | said
