"""Lint: what a careful clerk would mark in a text, rule by rule, each with its clause and its remedy."""
