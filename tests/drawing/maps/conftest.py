"""How the tests of maps read what is drawn."""

import numpy as np
import pandas as pd
import pytest


@pytest.fixture(scope="session")
def trace():
    """The first trace of a figure with a name."""
    return lambda fig, name: next(fig.select_traces({"name": name}))


@pytest.fixture(scope="session")
def positions():
    """Where the markers of a map of places are: longitude and latitude of each."""
    return lambda fig: np.array(
        [(lon, lat) for kind in fig.data[4:] for lon, lat in zip(kind.lon, kind.lat, strict=True)]
    )


@pytest.fixture
def places():
    """Four towns, two of them close to each other."""
    return pd.DataFrame(
        [
            ("Islamabad", 33.69, 73.06, "cooperation"),
            ("Rawalpindi", 33.6, 73.04, "friction"),
            ("Abbottabad", 34.15, 73.21, "friction"),
            ("Karachi", 24.86, 67.01, "mixed"),
        ],
        columns=["name", "lat", "lon", "direction"],
    )
