"""Readers: a file of someone else's → a `Manuscript`, nothing judged and nothing lost."""
