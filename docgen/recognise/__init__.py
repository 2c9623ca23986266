"""Recognition: a `Manuscript` → `Recognised`, every part told for what it is, with the reason."""
