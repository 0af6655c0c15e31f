"""Pages from the web, politely and guarded: `Fetcher.get` is the one way out of this machine.

Only http and https; private addresses are refused after the name is resolved and the connection
goes to the very address that was checked; robots.txt, a pause between requests to one host,
time-outs, limits on size before and after decompression, retries with back-off.
"""

from tutanak.fetch.canonical import canonical
from tutanak.fetch.client import Fetched, Fetcher, Validators
from tutanak.fetch.policy import Policy

__all__ = ["Fetched", "Fetcher", "Policy", "Validators", "canonical"]
