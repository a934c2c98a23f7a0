"""Typed facts of a document: targets, duties and cited sources, each with the place where it stands."""
