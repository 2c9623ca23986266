"""`python -m docgen` is the same as `docgen`."""

from docgen.cli.main import run

run()
