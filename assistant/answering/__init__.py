"""The ways of answering, one module a kind; each makes a draft whose every statement rests on evidence."""
