"""The measures, one file each: definition and source stand in the docstrings."""
