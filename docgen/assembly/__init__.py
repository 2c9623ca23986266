"""Many parts in one file: a plan that departments wrote in parts (合编), or papers bound to a book (汇编)."""
