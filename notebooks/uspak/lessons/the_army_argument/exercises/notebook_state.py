"""What the exercises of notebook 07 share: the tables that the notebook has made when they begin."""

#: The code that makes them.
SETUP = (
    'peace = data.evidence("peacekeeping")\n'
    'pakistan = peace[peace["country"] == "Pakistan"].astype({"rank": float})\n'
    'decembers = pakistan[(pakistan["date"].str.endswith("-12")) & (pakistan["year"] <= 2013)]\n'
    'armies = data.evidence("armies").set_index("country")\n'
    'seven = data.evidence("military_personnel")'
)
