"""Mending: findings with a safe remedy → the same file with it, or with tracked changes that propose it."""
