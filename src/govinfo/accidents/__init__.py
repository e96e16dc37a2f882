"""Accidents of tools: what breaks many identities at once, and is no error of the publisher.

A tool that prints every digit of a column twice, or drops a zero and moves the rest of the row to
the left, breaks more identities than an office gets wrong. When undoing one such accident makes the
identities hold, the cells that it touches have no value: what is printed and what the undone
accident gives are their candidates. `ACCIDENTS` in
`accident.py` is the list.
"""
