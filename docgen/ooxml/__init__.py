"""A Word file opened: its parts, the looks that its styles come to, its lists counted as Word counts them.
What is read, checked and mended stands on it; `word/` does not, for who writes and who demands are apart."""
