"""The sheet of paper that PDF blocks are drawn on: fonts, measured lines, hairlines and boxes. All in points.

Everything is black, to survive fax machines. This module must not know blocks, or which row stands where.
"""

from dataclasses import replace
from datetime import UTC, datetime

from fpdf import FPDF, ViewerPreferences
from fpdf.enums import TextMode
from fpdf.fonts import TTFFont
from fpdf.output import OutputProducer, PDFInfo

from qme_guide.render import fonts
from qme_guide.render.clean import clean
from qme_guide.render.layout import Row
from qme_guide.render.lines import wrap
from qme_guide.render.style import FRAME, HAIRLINE, MARGIN, STROKE, Style

_TICK = ((0.2, 0.5), (0.45, 0.75), (0.85, 0.2))

# Tables that fpdf2 drops from an embedded font anyway, but only after reading them, which takes a third of the time
# of a short letter; and the tables of a variable font, without which its default (regular) drawing is what remains.
_DROPPED = ("GDEF", "GPOS", "GSUB", "avar", "fvar", "gvar", "HVAR", "MVAR", "STAT")


class _Undated(OutputProducer):
    """Writes no creation date: a paper carries its own, and the same words must give the same file."""

    def _add_info(self) -> PDFInfo:
        info = super()._add_info()
        del info.creation_date
        return info


class Sheet(FPDF):
    """A US letter sheet with one inch of margin, in the body font."""

    def __init__(self, title: str, language: str) -> None:
        super().__init__(unit="pt", format="letter")
        self.set_margin(MARGIN)
        self.set_auto_page_break(False)
        self.c_margin = 0.0
        # fpdf2 would put the page count in place of these characters, even inside a person's own words.
        self.str_alias_nb_pages = ""
        self.creation_date = datetime.min.replace(tzinfo=UTC)
        self.set_title(title)
        self.set_lang(language)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self._titled = False
        self._face: fonts.Face | None = None
        self._widths: dict[Style, dict[str, float]] = {}
        self._take(fonts.REGULAR)
        self._take(fonts.BOLD, "B")

    def _take(self, face: fonts.Face, style: str = "") -> None:
        self.add_font(face.name, style, face.path)
        font = self.fonts[face.name + style]
        for table in _DROPPED:
            if isinstance(font, TTFFont) and table in font.ttfont:
                del font.ttfont[table]

    def get_fallback_font(self, char: str, style: str = "") -> str | None:
        """fpdf2 asks here, in order, for the font of each character that the body font lacks."""
        if char not in fonts.JOINERS:
            self._face = fonts.face_of(char)
        return self._face.name if self._face else None

    def _ready(self, text: str, style: Style) -> Style:
        """The style for a printable text; takes in the fonts it needs."""
        if fonts.plain(text.replace("\n", "")):
            return replace(style, direction=None)
        for face in fonts.faces(text):
            if face.name not in self.fonts:
                self._take(face)
        self.set_fallback_fonts([name for name in self.fonts if not name.startswith(fonts.REGULAR.name)])
        return replace(style, direction=fonts.direction(text))

    def _use(self, style: Style) -> None:
        """Sets the type for what is measured or drawn next."""
        self.set_font(fonts.REGULAR.name, "B" if style.bold else "", style.size)
        self.set_text_shaping(style.direction is not None, direction=style.direction)

    def lines(self, text: str, style: Style, width: float) -> tuple[list[str], Style]:
        """Any text as printable lines that fit into `width`, at least one, and the style they need."""
        shown, _ = fonts.printable(text)
        style = self._ready(shown, style)
        return wrap(shown, width, lambda piece: self.measure(piece, style)), style

    def strip(self, text: str, style: Style, x: float, width: float) -> list[Row]:
        """The lines of a text as rows with their left edge at x. Each paragraph has its own reading direction."""

        def row(line: str, style: Style) -> Row:
            return Row(style.height, lambda y: self.put(line, x, y, style, width))

        parts = [self.lines(part, style, width) for part in clean(text).split("\n")]
        return [row(line, fitted) for lines, fitted in parts for line in lines]

    def measure(self, piece: str, style: Style) -> float:
        """The printed width of a piece of one line."""
        known = self._widths.setdefault(style, {})
        if piece not in known:
            self._use(style)
            known[piece] = self.get_string_width(piece)
        return known[piece]

    def put(self, text: str, x: float, y: float, style: Style, width: float = 0.0, align: str = "L") -> None:
        """Draws one line in a strip whose top left corner is at (x, y). Right-to-left text ends at the right."""
        self._use(style)
        self.set_xy(x, y)
        self.cell(width, style.height, text, align="R" if style.direction == "rtl" and width else align)
        # fpdf2 names the font inside a drawing that ends, when a line begins and ends in a font of another script: name it again.
        self.current_font_is_set_on_page &= fonts.plain(text)

    def rule(self, x: float, y: float, width: float, weight: float = HAIRLINE) -> None:
        """A line across."""
        self.set_line_width(weight)
        self.line(x, y, x + width, y)

    def box(self, x: float, y: float, width: float, height: float, weight: float = HAIRLINE) -> None:
        """A frame."""
        self.set_line_width(weight)
        self.rect(x, y, width, height)

    def bookmark(self, text: str, y: float, top: bool) -> None:
        """An entry in the outline that leads to this place; below the paper's title unless `top`."""
        shown, _ = fonts.printable(text)
        self.set_y(y)
        self.start_section(shown, level=int(self._titled and not top))
        self._titled = self._titled or top

    def tick_box(self, x: float, y: float, style: Style, checked: bool) -> None:
        """A box to tick at the start of a strip, drawn; unseen words beside it tell a screen reader its state."""
        side = style.size * 0.85
        top = y + (style.height - side) / 2.0
        with self.local_context(text_mode=TextMode.INVISIBLE):
            self.put("[x]" if checked else "[ ]", x, y, style)
        self.box(x, top, side, side, FRAME)
        if checked:
            self.set_line_width(STROKE)
            self.polyline([(x + side * across, top + side * down) for across, down in _TICK])

    def finish(self) -> bytes:
        """The file."""
        return bytes(self.output(output_producer_class=_Undated))
