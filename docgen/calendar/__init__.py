"""calendar: terms, their weeks, the days off and the working days in them, and what happens when."""
