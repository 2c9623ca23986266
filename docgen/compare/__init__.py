"""Comparison of two versions by their content: what came, went, moved, changed."""
