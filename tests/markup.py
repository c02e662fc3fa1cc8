"""Texts that would be something else than text wherever they are not treated as text, and a case with them in every field.

Each holds the word "zonk", by which it is found again: `window.zonk` is what a script of them would set, zonk.example the
address that they would call. They are written with escapes, so that this file itself shows nothing that is not there.
"""

from collections.abc import Callable, Iterator
from functools import cache
from types import UnionType
from typing import Union, get_args, get_origin

from qme_guide.answers import Part
from qme_guide.case import Case
from qme_guide.fields import Field, field
from qme_guide.paths import plain_path
from tests.awkward import AWKWARD
from tests.personas import RATED

MARK = "zonk"
# What the program itself gives, and nobody types.
UNTYPED = ("id", "key", "sample")

HTML = (
    "<script>window.zonk=1</script>", "<ScRiPt src=https://zonk.example/x.js></sCrIpT>", "<script>window.zonk=1//", "</p></div><script>window.zonk=1</script>",
    "<img src=x onerror=window.zonk=1>", "<img/src=https://zonk.example/x.png>", '"><img src=x onerror="window.zonk=1">', "'><img src=x onerror='window.zonk=1'>",
    "<body onload=window.zonk=1>", "<div onmouseover=window.zonk=1 style=position:fixed;inset:0>zonk</div>", "<iframe src=https://zonk.example/x></iframe>",
    '<iframe srcdoc="<script>parent.zonk=1</script>"></iframe>', "<object data=https://zonk.example/x></object>", "<embed src=https://zonk.example/x>",
    "<form action=https://zonk.example/x><input name=a><button>zonk</button></form>", "<base href=https://zonk.example/>",
    "<meta http-equiv=refresh content='0;url=https://zonk.example/x'>", "<link rel=stylesheet href=https://zonk.example/x.css>",
    "<a href='https://zonk.example/x'>zonk</a>", "<video src=https://zonk.example/x onloadstart=window.zonk=1></video>", "<details open ontoggle=window.zonk=1>zonk</details>",
    "<template><script>window.zonk=1</script></template>", "<noscript><p title='</noscript><img src=x onerror=window.zonk=1>'>", "<!--zonk", "--><b>zonk</b>", "<![CDATA[zonk]]>",
    "</title></style></textarea><script>window.zonk=1</script>", "&lt;script&gt;window.zonk=1&lt;/script&gt;", "&#60;img src=x onerror=window.zonk=1&#62;", "<b>zonk</b> & <i>zonk</i>", "<p id=root class=stMain>zonk",
    "<dialog open>zonk</dialog>", "\uff1cscript\uff1ewindow.zonk=1\uff1c/script\uff1e", "<\x00script>window.zonk=1</script>", "<scr<script>ipt>window.zonk=1</scr</script>ipt>",
)  # fmt: skip
SVG = (
    "<svg onload=window.zonk=1>", "<svg><script>window.zonk=1</script></svg>", "<svg><a xlink:href=javascript:window.zonk=1><text>zonk</text></a></svg>", "<svg><image href=https://zonk.example/x.png></svg>",
    "<math><mtext><mglyph><style><img src=x onerror=window.zonk=1>", "<svg><animate onbegin=window.zonk=1 attributeName=x dur=1s>", "<svg><use href='data:image/svg+xml,<svg id=x onload=window.zonk=1>#x'/></svg>",
)  # fmt: skip
ADDRESSES = (
    "javascript:window.zonk=1", "JaVaScRiPt:window.zonk=1//", "java\tscript:window.zonk=1", "data:text/html,<script>window.zonk=1</script>", "data:text/html;base64,aGl0 zonk", "vbscript:zonk",
    "https://zonk.example/x", "http://zonk.example/x?a=1&b=2#c", "www.zonk.example", "//zonk.example/x", "zonk@zonk.example", "mailto:zonk@zonk.example", "file:///etc/zonk", "tel:911zonk", "call 1-800-555-0100 zonk",
)  # fmt: skip
MARKDOWN = (
    "[zonk](https://zonk.example/x)", "[zonk](javascript:window.zonk=1)", "![zonk](https://zonk.example/x.png)", "![zonk][1]\n\n[1]: https://zonk.example/x.png", "<https://zonk.example/x>", "[zonk]: https://zonk.example/x",
    "# zonk", "## zonk", "> zonk", "- zonk", "* zonk", "+ zonk", "1. zonk", "1) zonk", "- [ ] zonk", "---\nzonk", "zonk\n===", "```\nzonk\n```", "`zonk`", "~~~\nzonk", "a zonk\n\n    zonk b", "**zonk**", "*zonk*", "__zonk__", "_zonk_", "~~zonk~~", "2*3*4 zonk",
    "a | zonk\n--|--\n1 | 2", "| zonk |", "[^1] zonk\n\n[^1]: note", "\\*zonk\\*", "\\zonk\\", "m zonk  \nzonk n", "Term zonk\n: definition", "***zonk***", "**zonk", "zonk]", "[zonk", "(zonk)[", "==zonk==", "^zonk^ ~zonk~", "zonk&copy;&nbsp;&amp;",
)  # fmt: skip
FORMULAS = ("$zonk$", "$$zonk$$", "\\(zonk\\)", "\\[zonk\\]", "$\\href{https://zonk.example/x}{zonk}$", "\\begin{equation}zonk\\end{equation}", "costs $5 to $9 zonk", "\\input{/etc/zonk}", "$\\text{zonk}$ and $x^2$")
STREAMLIT = (
    ":red[zonk]", ":red-background[zonk]", ":blue-badge[zonk]", ":small[zonk]", ":material/home: zonk", ":smile: zonk", ":zonk:", ":rainbow[zonk]", ":streamlit: zonk", ":gray[**zonk**]", "zonk -> zonk", "zonk <- zonk", "zonk <-> zonk", "zonk -- zonk",
    "zonk >= 5 <= 6 ~= 7", ":orange[zonk]:green[zonk]", ":color[zonk]{foreground=red}", ":shortcode[zonk]{a=1}", "::zonk::", ":::zonk\nzonk\n:::",
)  # fmt: skip
CSS = (
    "<style>*{display:none}/*zonk*/</style>", "</style><style>@import 'https://zonk.example/x.css'</style>", "zonk;background:url(https://zonk.example/x)", "expression(zonk)", "}body{display:none}zonk{", "<p style='background:url(https://zonk.example/x)'>zonk</p>",
    "@import url(https://zonk.example/x.css);", "zonk\\00003c\\00003e",
)  # fmt: skip
TEMPLATES = (
    "{zonk}", "{0} zonk", "{} zonk", "{name} {number} {day} zonk", "{zonk.__class__.__mro__}", "{{zonk}}", "{{ 7*7 }} zonk", "${zonk}", "#{zonk}", "<%= zonk %>", "%s %d %n zonk", "%(zonk)s", "{zonk!r:>999}", "{zonk", "}zonk{", "\\u0068\\x68zonk", "$(zonk)", "`zonk`;zonk", "{% zonk %}", "$zonk $$zonk", "{page} of {pages} zonk", "{nb} zonk", "{text} {claim} zonk",
)  # fmt: skip
PDF = (") Tj /zonk (", "(zonk", "zonk)", "\\) zonk \\(", "%PDF-1.7 zonk", "endstream endobj zonk", "<< /S /JavaScript /JS (app.alert\\(1\\)) >> zonk", "1 0 obj zonk endobj", "%%EOF zonk", "ET Q zonk BT", "/Launch /F (zonk.exe)", "\\ddd\\012zonk", "<68697400> zonk")
XML = (
    "]]></w:t><w:t>zonk", "<w:instrText>DDEAUTO zonk</w:instrText>", '{ DDEAUTO c:\\\\zonk.exe "x" }', '<!DOCTYPE x [<!ENTITY h SYSTEM "file:///etc/zonk">]>', "&h; zonk", "&zonk;", "&#x0;zonk", "<?xml version='1.0'?>zonk", "<w:p/><w:altChunk r:id='zonk'/>", "</w:body>zonk", "xmlns:zonk='x'", "INCLUDEPICTURE \"https://zonk.example/x\"",
)  # fmt: skip
SHEETS = (
    "=1+1 zonk", "=cmd|' /C zonk'!A0", "+zonk", "-zonk", "@SUM(zonk)", "\t=zonk", "\r=zonk", '=HYPERLINK("https://zonk.example/x","zonk")', "'=zonk", "\uff1dzonk", "a;=zonk", "a,=zonk", "a\n=zonk", '"zonk', 'zonk","zonk', '""zonk""', "a zonk\n\nzonk b", "x7;zonk;7x", '=IMPORTXML("https://zonk.example/x","//a") zonk', "%0A=zonk", "\u00a0=zonk", "|zonk",
)  # fmt: skip
CALENDAR = (
    "zonk\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:zonk", "zonk\nATTENDEE:mailto:zonk@zonk.example", "zonk\\nATTACH:https://zonk.example/x", "zonk;zonk,zonk:zonk", "k zonk\r\n zonk l", "BEGIN:VALARM zonk", "zonk\\", "zonk\\;\\,\\N", "zonk" + "\u00f1" * 70, "zonk\rURL:https://zonk.example/x", "DTSTART:20260101 zonk", 'zonk"zonk";CN=zonk', "zonk^nzonk^'zonk",
)  # fmt: skip
DIRECTION = ("\u202erlo zonk\u202c", "\u2066lri zonk\u2069", "zonk \u200f\u0639\u0631\u0628\u064a\u200e", "\u0644\u0627 \u0623\u0633\u062a\u0637\u064a\u0639 zonk 10 kg", "\u05e9\u05dc\u05d5\u05dd zonk", "zonk\u202egpj.exe", "\u061calm zonk", "\u200bhi\u200bzonk", "\ufeffbom zonk")
CONTROL = ("c zonk\x00zonk d", "s zonk\x07\x08\x1bzonk t", "zonk\x1b[31mzonk\x1b[0m", "u zonk\x7f\x9fzonk v", "o zonk\u2028zonk\u2029zonk p", "q zonk\x0b\x0czonk r", "e zonk\x85zonk f", "w zonk\ufffe\uffffzonk x", "\ue000zonk\uf8ff", "y zonk\U000e0001zonk z", "g zonk\r\nzonk\rzonk\nzonk h", "i zonk\tzonk j")
PICTURES = ("zonk \U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467 zonk", "\U0001f1f2\U0001f1fd zonk", "zonk \u2705\ufe0f", "Z\u0351\u036b\u0343zonk" + "\u0300" * 40, "zonk \u0928\u092e\u0938\u094d\u0924\u0947", "\u738b\u5c0f\u660e zonk", "\ud55c\uad6d\uc5b4 zonk", "e\u0301 vs \u00e9 zonk", "zonk \U0001d54f\U00020000", "\ufb01 \u2026 \u201czonk\u201d \u2018zonk\u2019")
LONG = ("zonk" + "W" * 296, "a " + "zonk " * 5000, "b " + "zonk\n" * 5000, "zonk" + "x" * 19_996, "(" * 290 + "zonk", "<b>" * 99 + "zonk", "[" * 290 + "zonk", "> " * 140 + "zonk", "zonk" + "\u00f1\U0001f600" * 148)
NAMES = (
    "__proto__ zonk", "constructor.prototype.zonk", "__class__ zonk", "null zonk", "undefined zonk", "NaN zonk", "None zonk", "true zonk", "'; DROP TABLE zonk;--", "../../../etc/zonk", "C:\\zonk\\..\\con", "zonk\x00.pdf", "zonk.pdf/../../zonk", "%2e%2e%2fzonk", "zonk%00", "record-1 zonk", "zonk INFO root: fake line\nERROR zonk", "unsure zonk",
    "?lang=xx&zonk=1", "#zonk", "; rm -rf zonk", "| zonk > /tmp/zonk", "-zonk --help", "~/zonk", "2026-11-21 zonk", "doctor-1zonk",
)  # fmt: skip
CORPUS: tuple[str, ...] = tuple(
    dict.fromkeys((*HTML, *SVG, *ADDRESSES, *MARKDOWN, *FORMULAS, *STREAMLIT, *CSS, *TEMPLATES, *PDF, *XML, *SHEETS, *CALENDAR, *DIRECTION, *CONTROL, *PICTURES, *LONG, *NAMES)),
)
# A list has no value of its own in a case until it holds a line: the fullest of the people, with a line in each list.
_SENDING = {"id": "sending-1", "to": "other"}
_PLAN = {"task": "bring", "state": "cant", "reason": "-"}
FULLEST = AWKWARD.answers(
    {
        "helper": {"helping": "yes", "role": "volunteer", "agreed": "yes", "here": "yes"}, "rating": {**RATED.rating.model_dump(), "sendings": [_SENDING]}, "sendings": [_SENDING],
        "exams.0.plan": [_PLAN], "exams.0.sendings": [_SENDING], "function.earlier": {"had": "yes"}, "reports.1.sendings": [_SENDING | {"wrote": "dispute-letter"}],
    }
)  # fmt: skip


def text_fields(model: type[Part] = Case, way: str = "") -> Iterator[str]:
    """Every field of the model that takes a person's own words, as a path without indexes."""
    for name, found in model.model_fields.items():
        path, kind = f"{way}{name}", _inner(found.annotation)
        if isinstance(kind, type) and issubclass(kind, Part):
            yield from text_fields(kind, f"{path}.")
        elif name not in UNTYPED and _field(path).kind in ("line", "text"):
            yield path


@cache
def _field(plain: str) -> Field:
    """The field at a path without indexes: asked for so often that it is found once."""
    return field(plain)


def _inner(annotation: object) -> object:
    """The model inside `Worker`, `Worker | None` or `tuple[Letter, ...]`."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(one for one in get_args(annotation) if one is not type(None))
    return get_args(annotation)[0] if get_origin(annotation) is tuple else annotation


def places(part: Part, way: str = "") -> Iterator[str]:
    """Every place of a case for a person's own words, told or not."""
    for name, said in part:
        path = f"{way}{name}"
        if isinstance(said, Part):
            yield from places(said, f"{path}.")
        elif isinstance(said, tuple) and said and isinstance(said[0], Part):
            for at, one in enumerate(said):
                yield from places(one, f"{path}.{at}.")
        elif name not in UNTYPED and _field(plain_path(path)).kind in ("line", "text"):
            yield path


def fits(text: str, path: str) -> str:
    """A text as the field at this path takes it: not longer, without blanks around it, and never cut to nothing."""
    return text[: _field(plain_path(path)).limit].strip()


def filled(case: Case, text: Callable[[int, str], str]) -> Case:
    """A case with a text in every such place. `text`: which, for a number and a path."""
    return case.answers({path: fits(text(at, path), path) for at, path in enumerate(places(case))})


def shifted(case: Case, by: int) -> Case:
    """Each place holds another text of the corpus; with another shift, each the next one."""
    return filled(case, lambda at, path: CORPUS[(at + by) % len(CORPUS)])


def everywhere(case: Case, text: str) -> Case:
    """The same text in every place."""
    return filled(case, lambda at, path: text)


def reached(case: Case) -> set[str]:
    """The fields of the model that a case has a place for."""
    return {plain_path(path) for path in places(case)}
