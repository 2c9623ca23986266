"""Intake: what was recognised → the tree of a paper, a plan that builds, edits to a plan that there is."""
