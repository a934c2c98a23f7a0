"""Public data sets turned into a folder of documents and a question set."""
