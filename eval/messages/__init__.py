"""Every sentence of the evaluation that a user can see, in Vietnamese and English, sorted by where it is shown."""
