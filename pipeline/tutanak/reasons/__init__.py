"""Why a record has the values that it has: rules, cue words, and what each value beat."""
