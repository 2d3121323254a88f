"""Files that people hand in: checked by content, images re-made, kept under random names, handed out only as attachments.

Start reading in actions.py. A room says who may open its files with `owners.register`.
"""
