"""What the page around a notebook's outputs needs: its script, and outputs that also show without a kernel."""
