"""The text of a plan's file changed in place: nodes with their spans, edits between them, values as YAML.
What is not changed keeps every character."""
