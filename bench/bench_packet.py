"""How long a packet takes and how much memory, as ratios within one run: `make bench`.

Time: a packet of 200 pages against one of 20, photos and written pages in turn, with a record for every ten pages; the
same for the black and white version, of 40 pages against 4. Memory: the peak of a new process that gets an input of
more than 50 MB, what it needed before it got the input taken off. Size: what comes out against what went in.
Prints JSON and ends with 1 when something is over its limit.
"""

import gc
import io
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image

from qme_guide import bundle, fax
from qme_guide.bundle import Enclosed, Exhibit
from qme_guide.documents.document import Document, Paragraph
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.packet import Part, Stamp, build
from qme_guide.render import pdf
from qme_guide.words import load_words
from tests.personas import TODAY, TWO_TRACKS

TIME_LIMIT, OUTPUT_LIMIT = 12, 1.3
MEMORY_TIMES, MEMORY_PLUS = 5, 80
MEGA, HEAVY_PAGES, ROUNDS = 1_000_000, 60, 3
MATTER = Matter(TWO_TRACKS, TWO_TRACKS.letters[0], load_law(), load_words("en"), TODAY)
STAMP = Stamp("Claim SAMPLE-001", "Page {page} of {pages}", "Packet", "en")
LINE = "The request does not say how the earlier visits helped. "


def main() -> int:
    """Measure, print, judge."""
    photo, written = a_photo(30), pdf.render(Document("page", "Report", "en", (Paragraph(LINE * 30),)))
    few, many = (each_its_own([photo if at % 2 else written for at in range(count)]) for count in (20, 200))
    small, large = (build([Part("", page) for page in each_its_own([photo] * count)], STAMP) for count in (4, 40))
    times = measure({"20 pages": lambda: whole(few), "200 pages": lambda: whole(many)})
    times |= measure({"fax of 4": lambda: fax.black_and_white(small), "fax of 40": lambda: fax.black_and_white(large)})
    memory = {name: in_new_process(name) for name in ("whole", "apart", "fax")}
    ratios = {
        "packet time": round(times["200 pages"] / times["20 pages"], 2),
        "fax time": round(times["fax of 40"] / times["fax of 4"], 2),
        "output": round(len(whole(many)) / sum(map(len, many)), 2),
        "heavy output": max(one["output"] for one in memory.values()),
    }
    limits = {name: OUTPUT_LIMIT if "output" in name else TIME_LIMIT for name in ratios}
    print(json.dumps({"seconds": times, "megabytes": memory, "ratios": ratios, "limits": limits}, indent=1))
    over = [name for name, ratio in ratios.items() if ratio > limits[name]]
    return int(bool(over) or any(one["peak"] > one["limit"] for one in memory.values()))


def whole(pages: list[bytes]) -> bytes:
    """A packet: one form, a decision of four pages, then records of ten."""
    form, decision, rest = pages[:1], pages[1:5], pages[5:]
    records = [Exhibit(f"Record {at}", rest[at : at + 10]) for at in range(0, len(rest), 10)]
    return bundle.request_packet(MATTER, Enclosed(form, decision, exhibits=records))


def each_its_own(pages: list[bytes]) -> list[bytes]:
    """A copy of each: a file that is given twice would be read once."""
    return [bytes(bytearray(page)) for page in pages]


def apart(pages: list[bytes]) -> bytes:
    """The same papers as files of their own."""
    return bundle.separate(MATTER, Enclosed(pages[:1], pages[1:5], exhibits=[Exhibit("Record", pages[5:])]))


def a_photo(quality: int, seed: int = 0) -> bytes:
    """A page as a phone makes it: grainy, 200 dots an inch."""
    grain = Image.effect_noise((1700, 2200), 24).point(lambda shade: min(255, shade + 60 + seed % 30))
    file = io.BytesIO()
    grain.save(file, "PDF", quality=quality, resolution=200)
    return file.getvalue()


def measure(makers: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median seconds of work of each, without the time that other processes took. They take turns."""
    times: dict[str, list[float]] = {name: [] for name in makers}
    for _ in range(ROUNDS):
        for name, make in makers.items():
            start = time.process_time()
            make()
            times[name].append(time.process_time() - start)
    return {name: round(statistics.median(some), 2) for name, some in times.items()}


def in_new_process(name: str) -> dict[str, float]:
    """What `heavy` found in a process of its own."""
    found = subprocess.run([sys.executable, __file__, name], check=True, capture_output=True, text=True)
    return json.loads(found.stdout)


def heavy(name: str) -> dict[str, float]:
    """Megabytes: the input, the peak with it, the limit; and output to input."""
    pages = [a_photo(75)]
    whole(pages * 6)  # imports, fonts
    gc.collect()
    before = forgotten_peak()
    pages = [a_photo(75, seed) for seed in range(HEAVY_PAGES)]
    if name == "fax":
        pages = [whole(pages)]
        gc.collect()
        before = forgotten_peak() - len(pages[0]) / MEGA
        made = fax.black_and_white(pages[0])
    else:
        made = {"whole": whole, "apart": apart}[name](pages)
    given = sum(map(len, pages)) / MEGA
    limit = MEMORY_TIMES * given + MEMORY_PLUS
    return {"input": round(given), "peak": round(peak() - before), "limit": round(limit), "output": round(len(made) / MEGA / given, 2)}


def peak() -> float:
    """The most memory that this process held since the peak was forgotten, in megabytes. Linux."""
    (line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / MEGA


def forgotten_peak() -> float:
    """Begins the peak anew; what the process holds now."""
    Path("/proc/self/clear_refs").write_text("5")
    return peak()


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(heavy(sys.argv[1])))
        raise SystemExit(0)
    raise SystemExit(main())
