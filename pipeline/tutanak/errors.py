"""Every error that tutanak raises on purpose.

TutanakError
├── InputError          an input could not be read: the message says which, where and what to do
│   ├── EncodingError   its bytes are not text in a known encoding
│   ├── FetchError      an address on the web gave nothing that can be read
│   │   ├── RefusedError      it may not be asked for: scheme, private address, robots.txt
│   │   └── UnreachableError  no whole answer for now: worth asking again later
│   ├── SidecarError    its `.meta.json` is broken
│   ├── TooLargeError   it is longer than the limit
│   ├── CoverageError   some of it was not read, and --strict asks for all
│   └── NoTextsError    a table has no column that holds texts: it may be no archive
├── ResourceError       a table of the package or of the user is broken: file and row are named
├── OptionError         an argument has a value that makes no sense
├── OutputError         results could not be written or read back
├── ModelError          a trained model is missing, broken or of another version
├── MissingPackageError an optional package is not installed: the extra that brings it is named
└── StoreError          a store cannot be opened, read or written
    ├── StoreVersionError   its tables are those of an older or newer tutanak
    └── StoreBusyError      another process is writing to it
"""


class TutanakError(Exception):
    """Base of the tree; catching it catches everything that tutanak raises on purpose."""


class InputError(TutanakError):
    """An input could not be read."""


class EncodingError(InputError):
    """The bytes of an input are not text in a known encoding."""


class FetchError(InputError):
    """An address on the web gave nothing that can be read."""


class RefusedError(FetchError):
    """An address may not be asked for: its scheme, a private address, robots.txt."""


class UnreachableError(FetchError):
    """An address gave no whole answer for now; asking again later may help."""


class SidecarError(InputError):
    """The `.meta.json` beside an input is broken."""


class TooLargeError(InputError):
    """An input is longer than the limit."""


class CoverageError(InputError):
    """A part of an input was not read, and all of it was asked for."""


class ResourceError(TutanakError):
    """A table of names, words or bodies is broken; the message names file and row."""


class OptionError(TutanakError, ValueError):
    """An argument has a value that makes no sense."""


class OutputError(TutanakError):
    """Results could not be written, or read back."""


class NoTextsError(InputError):
    """A table has no column that holds texts: it may be no archive at all."""


class MissingPackageError(TutanakError, ImportError):
    """An optional package is not installed."""


class ModelError(TutanakError):
    """A trained model cannot be used; the message has the command that helps."""


class StoreError(TutanakError):
    """A store cannot be opened, read or written."""


class StoreVersionError(StoreError):
    """The tables of a store are those of an older or newer tutanak."""


class StoreBusyError(StoreError):
    """Another process is writing to the store."""
