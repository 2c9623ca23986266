"""Mending: findings that have a safe remedy → the same file with it, or with tracked changes that propose it."""
