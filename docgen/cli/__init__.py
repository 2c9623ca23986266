"""The command line: one file a command, `main.py` to choose between them."""
