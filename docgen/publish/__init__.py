"""publish: template packages as a bureau makes them, gives them out, and moves plans to a new version.

folder ── examine ── pack ── one file ── install ── the user's folder
plan of an old version ── update ── plan of the new one
"""
