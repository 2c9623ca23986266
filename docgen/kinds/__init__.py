"""The fifteen kinds of 公文 and what each of them requires."""
