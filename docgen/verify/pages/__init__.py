"""The rendered page: a PDF read into lines and rules, and the checks of what it shows."""
