"""What a group thinks, from how each answered statements: where they agree and where they part.

The way of working is that of Polis (Small, Bjorkegren, Erkkilä, Shaw and Megill 2021, "Polis:
Scaling Deliberation by Mapping High Dimensional Opinion Spaces", Recerca 26(2)). Pure: numbers in,
numbers out. The same votes give the same bits, in whatever order they came and whoever gave them:
what is summed before the axes are found are whole numbers, later sums are taken in an order that
the votes themselves decide, and nothing is left to chance or to how many threads a library uses.
"""
