"""What lies on a map, a file for each layer: land and held lines on every map, the rest where an ``add_…`` puts it."""
