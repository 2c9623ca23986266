"""Intake: what was recognised → the tree of a paper, a plan that builds, the edits to a plan that there is."""
