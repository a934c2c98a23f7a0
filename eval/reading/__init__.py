"""Question sets as files: bytes in three formats → drafts with faults → questions."""
