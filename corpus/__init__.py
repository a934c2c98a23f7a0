"""Documents: reading them, their structure, their metadata and the typed facts they state."""
