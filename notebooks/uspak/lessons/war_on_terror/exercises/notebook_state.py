"""What notebook 05 has loaded when its exercises begin."""

SETUP = (
    'strikes = data.evidence("drone_strikes")\n'
    'area = data.evidence("drone_strikes_by_area")\n'
    'totals = data.evidence("drone_totals")\n'
    'opinion = data.evidence("opinion")'
)
