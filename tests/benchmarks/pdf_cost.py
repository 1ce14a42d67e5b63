"""What a PDF costs beside what WeasyPrint needs for the same HTML alone: python pdf_cost.py [ARTICLES] [ROUNDS].

Each figure is the CPU time of a fresh process, import included, and the two are taken in turn; the median of the
ratios is printed. "Alone" is the HTML as it stands, with the machine's fonts, untagged, without attachments.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from pypdf import PdfReader

from briefing import make_brief, read_articles, render
from briefing.rendering.data import Evidence, evidence_of

EXAMPLES = Path(__file__).parents[2] / "examples"
TIMED = "import sys, time; html = open(sys.argv[1], encoding='utf-8').read(); t = time.process_time(); {}; print(time.process_time() - t)"
ALONE = TIMED.format("import weasyprint; weasyprint.HTML(string=html).write_pdf(sys.argv[2])")
OURS = TIMED.format(
    "from briefing.rendering.data import Evidence; from briefing.rendering.pdf import pdf_bytes; "
    "open(sys.argv[2], 'wb').write(pdf_bytes(html, Evidence('brief.json', 'data', open(sys.argv[3]).read(), None)))"
)


def seconds(code: str, folder: Path) -> float:
    """The CPU time of one run in a fresh process."""
    command = [sys.executable, "-c", code, str(folder / "in.html"), str(folder / "out.pdf"), str(folder / "in.json")]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def pages(file: Path) -> int:
    """The number of pages of a PDF."""
    return len(PdfReader(file).pages)


def main(articles: str, rounds: int) -> None:
    """Print a line a round, then the medians."""
    brief = make_brief(read_articles(articles))
    evidence: Evidence = evidence_of(brief, "data")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.html").write_text(str(render(brief, "html")), encoding="utf-8")
        (folder / "in.json").write_text(evidence.text, encoding="utf-8")
        seconds(OURS, folder)  # fills the caches of the disk
        count = pages(folder / "out.pdf")
        pairs = [(seconds(ALONE, folder), seconds(OURS, folder)) for _ in range(rounds)]
    for alone, ours in pairs:
        print(f"alone {alone:.2f} s  ours {ours:.2f} s  ratio {ours / alone:.2f}")
    alone, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(ours / alone for alone, ours in pairs)
    print(f"{count} pages, medians of {rounds}: alone {alone:.2f} s, ours {ours:.2f} s, ratio {ratio:.2f}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(EXAMPLES), int(sys.argv[2]) if len(sys.argv) > 2 else 7)
