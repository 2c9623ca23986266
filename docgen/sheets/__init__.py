"""sheets: workbooks and .csv files as a source of plans, and as forms to fill in.

.xlsx/.csv ── guard ── book ── header ── rows ─┬─ fill   `活动: 活动.xlsx` in a plan
                                               └─ form   a whole plan in a workbook
template ── layout ── write   an empty form
"""
