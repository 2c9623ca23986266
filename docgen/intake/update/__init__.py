"""The edits made in Word to a document that was built of a plan → the same edits in the plan's text.

    plan text ─┬─ built as it stands ────── old units ─┐
               └─ built with dyed texts ── origins ────┤
    edited file ────────────────────────── new units ──┴─ aligned ─ changes ─ new text ─ built, compared

Nothing is written back from values: what nobody edited keeps every character.
"""
