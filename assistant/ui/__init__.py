"""The web chat: Gradio formats what the assistant answers and decides nothing."""
