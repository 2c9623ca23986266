"""The district's room: the plans of many schools → one paper on all of them.

gathered plans → entries → figures, tasks, who handed in → the text of a plan → the ordinary pipeline
"""
