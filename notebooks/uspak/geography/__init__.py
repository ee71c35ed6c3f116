"""Where things are, in numbers: borders by date, distances and rings on the Earth's surface. Nothing here draws."""
