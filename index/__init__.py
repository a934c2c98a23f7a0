"""The search index: passages, vectors, words, and the folder they are kept in."""
