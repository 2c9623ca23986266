"""calendar: terms, their weeks, the days off and the working days in them, and what happens when.

    plan (typed) ── read.read ── Calendar ─┬─ terms, weeks.weeks(term), teaching.*
                                           ├─ holidays.mark / name / is_workday, made_up_on(day)
                                           └─ occurrences ── checks, writers/ics

`read.read(plan, folder)` is the way in; `checks.check` says what is doubtful in what it gives.
"""
