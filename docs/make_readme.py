"""Puts the output of the READMEs' Python code below it; the tests compare the two."""

import contextlib
import io
import re
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
PAIR: Final = re.compile(r"```python\n(.*?)```\n\n```text\n.*?```", re.DOTALL)


def _with_output(found: re.Match[str]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(found[1], "README", "exec"), {})
    return f"```python\n{found[1]}```\n\n```text\n{printed.getvalue()}```"


def main() -> None:
    """Run the code of both languages."""
    for name in ("README.md", "README.tr.md"):
        path = ROOT / name
        path.write_text(PAIR.sub(_with_output, path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
