"""Measuring answers with a question set."""
