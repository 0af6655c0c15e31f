"""`python -m tutanak`: the command line without its script."""

from tutanak.cli import main

if __name__ == "__main__":
    main()
