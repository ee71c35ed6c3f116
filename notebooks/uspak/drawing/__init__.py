"""How figures look and what is on them: theme, text version, timelines, maps."""
