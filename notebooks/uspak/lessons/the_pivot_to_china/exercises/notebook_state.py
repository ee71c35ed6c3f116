"""What the exercises of notebook 08 share: the tables that the notebook has made when they begin."""

from ..corridor import OUTCOMES

#: The code that makes them.
SETUP = (
    'arms = data.evidence("arms_imports")\n'
    'arms = arms.assign(period=arms["year"] // 5 * 5)\n'
    'volume = arms.pivot_table(index="period", columns="supplier", values="tiv_millions", aggfunc="sum", fill_value=0)\n'
    f"outcomes = {OUTCOMES!r}\n"
    'projects = data.evidence("cpec_projects")\n'
    'projects = projects.assign(outcome=projects["state"].map(outcomes), cost=projects["cost_usd_millions_current"])\n'
    'creditors = data.evidence("external_debt_creditors")\n'
    'creditors = creditors.assign(owed=creditors["owed_usd_billions_current"])'
)
