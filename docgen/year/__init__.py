"""year: what becomes of a plan when its year is over, and all documents it holds while it lasts.

    plan.yaml ─┬─ documents.make ── every document that can be made of it, what cannot and why
               ├─ summary.start ─── 工作总结: aims, indicators, tasks with their results
               └─ turn.turn ─────── next year's plan: the same text, its days and years moved on

Both starts are texts of YAML that build as they are; problems say what is left to a person.
"""
