"""The project's own question sets."""
