"""Tells somebody after a round: a webhook gets JSON, a command gets it on its standard input."""

import json
import subprocess
from collections.abc import Iterator
from typing import Any, Final

import httpx

from tutanak import __version__
from tutanak.errors import TutanakError
from tutanak.fetch.addresses import checked_url
from tutanak.fetch.network import Deadline, GuardedTransport
from tutanak.fetch.policy import Policy
from tutanak.sync.report import SyncReport
from tutanak.sync.sources import Event, Notify

_LONGEST_SAID: Final = 500


def message(report: SyncReport) -> dict[str, Any]:
    """What hooks are told: totals by event, and the sources that have something to tell."""
    told = [
        {
            "name": source.name,
            "new": source.counts.get("new", 0),
            "changed": source.counts.get("changed", 0),
            "failed": source.counts.get("failed", 0),
            "error": source.error,
            "quiet_days": None if source.quiet is None else round(source.quiet, 1),
            "items": [
                {name: value for name, value in _item(item).items() if value is not None}
                for item in source.items
            ],
        }
        for source in report.sources
    ]
    worth = [
        one
        for one in told
        if any(one[name] for name in ("new", "changed", "failed"))
        or one["error"]
        or one["quiet_days"] is not None
    ]
    return {"tutanak": __version__, "events": sorted(events(report)), "sources": worth}


def _item(item: Any) -> dict[str, Any]:
    return {
        "outcome": item.outcome,
        "source": item.source,
        "document_id": item.document_id,
        "title": item.title,
        "message": item.message,
    }


def events(report: SyncReport) -> set[Event]:
    """What happened in a round."""
    found: set[Event] = set()
    if report.count("new"):
        found.add("new")
    if report.count("changed"):
        found.add("changed")
    if report.count("failed") or report.errors:
        found.add("failed")
    if any(source.quiet is not None for source in report.sources):
        found.add("quiet")
    return found


def tell(notify: Notify, report: SyncReport, *, policy: Policy) -> tuple[str, ...]:
    """Call the hooks where something happened that they want to hear of.

    Returns:
        What went wrong with them; nothing is raised.
    """
    if report.dry_run or events(report).isdisjoint(notify.when):
        return ()
    body = json.dumps(message(report), ensure_ascii=False)
    seconds = notify.timeout.total_seconds()
    return tuple(_failed(notify, body, seconds, policy))


def _failed(notify: Notify, body: str, seconds: float, policy: Policy) -> Iterator[str]:
    if notify.webhook is not None:
        try:
            _post(notify.webhook, body, seconds, policy)
        except (httpx.HTTPError, TutanakError) as error:
            yield f"webhook {notify.webhook}: {error or type(error).__name__}"
    if notify.command:
        try:
            _call(notify.command, body, seconds)
        except (OSError, subprocess.SubprocessError) as error:
            yield f"command {notify.command[0]}: {_said(error)}"


def _post(url: str, body: str, seconds: float, policy: Policy) -> None:
    """Send it; redirects are not followed, and private addresses are as for pages."""
    deadline = Deadline(seconds)
    deadline.start()
    headers = {"User-Agent": policy.user_agent, "Content-Type": "application/json; charset=utf-8"}
    with (
        httpx.Client(
            transport=GuardedTransport(policy, deadline), timeout=seconds, trust_env=False
        ) as client,
        client.stream("POST", checked_url(url), content=body, headers=headers) as answer,
    ):
        if not answer.is_success:
            raise httpx.HTTPError(f"status {answer.status_code} {answer.reason_phrase}")


def _call(command: tuple[str, ...], body: str, seconds: float) -> None:
    """Run it without a shell."""
    subprocess.run(
        list(command),
        input=body.encode(),
        capture_output=True,
        check=True,
        timeout=seconds,
    )


def _said(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        said = error.stderr.decode(errors="replace").strip()[-_LONGEST_SAID:]
        return f"exit code {error.returncode}" + (f": {said}" if said else "")
    if isinstance(error, subprocess.TimeoutExpired):
        return f"not done after {error.timeout:g} s"
    return str(error)
