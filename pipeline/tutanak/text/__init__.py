"""Turkish grammar over `str`: case folding, suffixes, numerals. No files, no spaCy."""
