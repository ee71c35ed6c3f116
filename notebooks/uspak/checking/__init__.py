"""What ``uspak check`` looks at, and how ``uspak refresh`` stores new outputs."""
