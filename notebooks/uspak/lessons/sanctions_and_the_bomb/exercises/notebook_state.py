"""The tables with which the exercises of notebook 04 begin."""

#: What the notebook has made of the tables when the exercises begin.
SETUP = (
    "events = data.events()\n"
    'reach, sanctions = data.evidence("sanction_reach"), data.evidence("sanctions")\n'
    'measures = reach.merge(sanctions[["sanction_id", "date"]], on="sanction_id", how="left", validate="many_to_one")\n'
    'measures["begins"] = measures["date"].map(lambda text: pd.Period(text).end_time.normalize())\n'
    'measures["ends"] = pd.to_datetime(measures["until"], format="ISO8601")\n'
    'aid = data.evidence("aid_by_year")\n'
    'aid = aid[aid["fiscal_year"] != "1976TQ"]\n'
    "aid = pd.DataFrame({\n"
    '    "year": aid["fiscal_year"].astype(int),\n'
    '    "economic": aid["economic_usd_millions_constant_2020"],\n'
    '    "military": aid["military_usd_millions_constant_2020"],\n'
    '    "year_begins": pd.to_datetime(aid["fy_start_date"]),\n'
    '    "year_ends": pd.to_datetime(aid["fy_end_date"]),\n'
    '}).query("1977 <= year <= 2002")\n'
    'economic = measures[measures["stream"] == "economic aid"]\n'
    'pairs = aid.merge(economic[["law", "begins", "ends"]], how="cross")\n'
    'start = pairs[["year_begins", "begins"]].max(axis="columns")\n'
    'end = pairs[["year_ends", "ends"]].min(axis="columns")\n'
    'pairs["days"] = (end - start).dt.days\n'
    'barred = pairs[pairs["days"] > 0].groupby("year", as_index=False).agg(laws=("law", "nunique"))'
)
