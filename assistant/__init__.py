"""Questions in, proven and cited answers out."""
