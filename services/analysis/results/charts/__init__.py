"""Charts drawn with Altair. Only the draughtsman's own process loads it; others ask studio.py for a picture.

look.py: colours, patterns, letters; drawing.py: one function per kind of chart; dressing.py: what is written around it.
"""
