"""Document to Extraction: what a text says, by rules over its characters."""
