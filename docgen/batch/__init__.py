"""batch: one plan or template and many rows → a document a row, whatever happens in between.

base ── rows ── names ─┬─ work (here, in processes, on a cluster) ── outcomes ── files
                       └─ journal, report
"""
