"""The rules of lint, a module a topic."""
