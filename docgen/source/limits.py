"""What both ways of reading a plan go by: how much it may hold, and how an odd value begins."""

from __future__ import annotations

MOST_NODES = 200_000
MOST_DEPTH = 40
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
ODD_STARTS = frozenset("-－：:　\u00a0\u2002\u2003\u3000")
WIDE_BRACKETS = frozenset("［【｛")
