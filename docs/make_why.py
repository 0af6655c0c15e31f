"""Renew the tables of docs/why.md: the rules with their meanings and examples.

python docs/make_why.py
"""

from pathlib import Path
from typing import Final

from tutanak.resources import table

PAGE: Final = Path(__file__).parent / "why.md"
MARK: Final = "<!-- rules: made by docs/make_why.py from resources/tr/rules.toml -->\n"
TITLES: Final = {
    "dates": "Dates",
    "years": "Years of days without one",
    "institutions": "Institutions",
    "people": "People",
    "counts": "Counts",
    "meetings": "Meetings",
}


def tables() -> str:
    """The tables of all rules."""
    parts = []
    for section, title in TITLES.items():
        rows = [f"### {title}\n", "| rule | meaning | example |", "|---|---|---|"]
        for name, row in table("rules")[section].items():
            example = " ⏎ ".join(row["example"].split("\n"))
            shown = example if len(example) < 160 else f"{example[:150].rsplit(' ', 1)[0]} …"
            rows.append(f"| `{name}` | {row['means']} | {shown} |")
        parts.append("\n".join(rows) + "\n")
    return "\n".join(parts)


def renewed(page: str) -> str:
    """The page with its tables as they are now."""
    return page.partition(MARK)[0] + MARK + "\n" + tables()


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
