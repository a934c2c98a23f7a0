"""What the proof of an answer is made of: tokens, figures with their comparators, names, denials. Pure."""
