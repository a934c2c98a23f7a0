"""How often Vietnamese syllables follow one another, and what questions gain by it: diacritics and slips put right."""
