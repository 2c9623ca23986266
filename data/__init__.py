"""Data that docgen reads: page formats, numbering, word lists. No code."""
