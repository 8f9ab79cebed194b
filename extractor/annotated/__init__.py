"""Annotated articles in the forms that other tools read: spaCy's DocBin, Label Studio, brat.

`articles` reads an annotation and makes sure that it can be exported, `docbin`, `label_studio` and `brat` each
know one form, `command` is `extract corpus`.
"""
