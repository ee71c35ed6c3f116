"""The exercises of notebook 02, Cold War allies."""

import pandas as pd

from uspak import data
from uspak.exercises.core import Choice, Exercise, Mistake

from .alliances import full_members


class SoutheastAsianMembers(Exercise):
    answer = "southeast_asian_members"
    title = "An alliance for Southeast Asia"
    question = "Which full members of SEATO are in Southeast Asia? Give their names as a set."
    hints = (
        "Print `sorted(seato)`: eight names. Find each on the map above.",
        "Southeast Asia lies between India, China and Australia. Pakistan, even its eastern part, is counted as South Asia.",
        "There are only two: one on the mainland, one made of islands.",
    )
    setup = 'alliances = data.evidence("alliances")'
    solution_code = 'southeast_asian_members = {"Thailand", "Philippines"}'
    why = (
        "Two of eight. The other six came from outside the region, and each had its own aims. Washington was concerned with communism. "
        "Pakistan wanted, above all, strength against India."
    )
    _region = {"Thailand", "Philippines"}

    def expected(self):
        return full_members("SEATO") & self._region

    def rows(self):
        return pd.Series({name: name in self._region for name in full_members("SEATO")})

    def mistakes(self):
        members = full_members("SEATO")
        return (
            Mistake("all eight", members, "You counted all eight members. Which of them are in Southeast Asia?"),
            Mistake(
                "with Pakistan",
                self._region | {"Pakistan"},
                "Nearly. Pakistan, both parts of it, is counted as South Asia, not Southeast Asia.",
            ),
            Mistake(
                "protocol states",
                self._region | {"Cambodia", "Laos", "South Vietnam"},
                "Cambodia, Laos and South Vietnam were covered by the treaty without being members. Keep the full members.",
                when=lambda answer: _mentions(answer, ("cambodia", "laos", "vietnam")),
            ),
        )


class InBothPacts(Exercise):
    answer = "in_both_pacts"
    title = "In both"
    question = "Which states were full members of both pacts? Use the sets `seato` and `cento` and one operator."
    hints = (
        "You want what is in the first set *and* in the second.",
        "The operator for 'in both' is `&`.",
    )
    setup = (
        'full = data.evidence("alliances").query("role == \'member\'")\n'
        'seato = set(full[full["organisation"] == "SEATO"]["member"])\n'
        'cento = set(full[full["organisation"] == "CENTO"]["member"])'
    )
    solution_code = "in_both_pacts = seato & cento"
    why = (
        "Pakistan and the United Kingdom were the two links between the pacts. On paper Pakistan linked the Middle East to "
        "Southeast Asia."
    )

    def expected(self):
        return full_members("SEATO") & full_members("CENTO")

    def rows(self):
        both = self.expected()
        return pd.Series({name: name in both for name in full_members("SEATO") | full_members("CENTO")})

    def mistakes(self):
        seato, cento = full_members("SEATO"), full_members("CENTO")
        return (
            Mistake(
                "union",
                seato | cento,
                "That is every member of either pact: `|` joins the sets. You want what both sets share.",
            ),
            Mistake(
                "difference",
                seato - cento,
                "These states were in SEATO but not in CENTO: `-` takes away. You want what both sets share.",
            ),
            Mistake(
                "difference the other way",
                cento - seato,
                "These states were in CENTO but not in SEATO: `-` takes away. You want what both sets share.",
            ),
            Mistake(
                "SEATO alone",
                seato,
                "That is SEATO alone. For what both sets share, write one operator between them, not a word.",
            ),
            Mistake(
                "CENTO alone",
                cento,
                "That is CENTO alone. `and` between the sets gives the same. Use the operator for what both share.",
            ),
            Mistake(
                "with the United States",
                (seato & cento) | {"United States"},
                "The United States was never a full member of CENTO. Let Python find the answer: join seato and cento with one operator.",
            ),
        )


class FrictionBefore1979(Exercise):
    answer = "friction_before_1979"
    title = "Friction before 1979"
    question = "How many events of this era that began before 1 January 1979 are coded as friction?"
    hints = (
        "Two conditions: `direction` is friction, and `start` is before 1979.",
        'Write each condition in separate brackets and join them: `(era["direction"] == "friction") & (era["start"] < "1979-01-01")`.',
        "Put the two conditions inside `era[...]` and count the rows with `len(...)`.",
    )
    setup = 'events = data.events()\nera = events[events["era_id"] == "cold-war-allies"]'
    solution_code = 'friction_before_1979 = len(era[(era["direction"] == "friction") & (era["start"] < "1979-01-01")])'
    why = (
        "Each of these came before the 1990s, and 1979 itself added more. But the count rests on one coder's choice and coding. "
        "That any of this friction was 'major', or that the 1990s were the deepest break, are different claims. They need a different test."
    )

    def _era(self):
        events = data.events()
        return events[events["era_id"] == "cold-war-allies"]

    def expected(self):
        return int(self.rows().sum())

    def rows(self):
        era = self._era()
        return (era["direction"] == "friction") & (era["start"] < "1979-01-01")

    def mistakes(self):
        era, events = self._era(), data.events()
        early = era[era["start"] < "1979-01-01"]
        right = early[early["direction"] == "friction"]
        return (
            Mistake(
                "1979 counted too",
                int((era["direction"] == "friction").sum()),
                "You counted the friction of the whole era, 1979 included. Add the second condition, on `start`.",
            ),
            Mistake(
                "all early events",
                len(early),
                "You counted all events before 1979. Keep only those whose `direction` is friction.",
            ),
            Mistake(
                "friction of every era",
                int((events["direction"] == "friction").sum()),
                "You counted all eras. Start from the table `era`, not from `events`.",
            ),
            Mistake(
                "the rows, not their number",
                right,
                "These are the right rows. The question asks how many: put `len(...)` around them.",
                when=lambda answer: _is_a_table(answer) and list(answer["event_id"]) == list(right["event_id"]),
            ),
        )


class LeanYears(Exercise):
    answer = "lean_years"
    title = "An ally without arms aid"
    question = "In how many of the fiscal years 1966 to 1979 was military aid below 10 million constant 2020 dollars?"
    hints = (
        "`after_embargo`, from section 3, already keeps the right years.",
        'Join a second condition with `&`: `after_embargo & (aid["military_usd_millions_constant_2020"] < 10)`.',
        "A condition is a column of True and False; `.sum()` counts the True.",
    )
    setup = (
        'aid = data.evidence("aid_by_year")\n'
        'aid = aid[aid["fy_end_date"] < "1980"]\n'
        'after_embargo = (aid["fy_end_date"] > "1966") & (aid["fiscal_year"] != "1976TQ")'
    )
    solution_code = (
        'little = aid["military_usd_millions_constant_2020"] < 10\nlean_years = (after_embargo & little).sum()'
    )
    why = (
        "Pakistan was in CENTO until March 1979. In most of these years it received almost no military aid, but economic aid went "
        "on: look at fiscal 1968. Which of the two would you call the alliance?"
    )

    def _years(self):
        aid = data.evidence("aid_by_year")
        return aid[aid["fy_end_date"] < "1980"]

    def expected(self):
        return int(self.rows().sum())

    def rows(self):
        years = self._years()
        late = (years["fy_end_date"] > "1966") & (years["fiscal_year"] != "1976TQ")
        return late & (years["military_usd_millions_constant_2020"] < 10)

    def mistakes(self):
        years = self._years()
        whole = years[years["fiscal_year"] != "1976TQ"]
        number = whole["fiscal_year"].astype(int)
        military = whole["military_usd_millions_constant_2020"]
        return (
            Mistake(
                "rows of the condition",
                len(years),
                "That is the number of all rows. There are two possible causes. `len(...)` counts True *and* False, but `.sum()` counts "
                "the True. And without brackets round each condition Python compares something else: `after_embargo & (... < 10)`.",
            ),
            Mistake(
                "transition quarter counted",
                self.expected() + 1,
                "One too many: did you count `1976TQ`? It is the three months by which the fiscal year was moved, not a year.",
            ),
            Mistake(
                "every early year too",
                int((military < 10).sum()),
                "You counted the years before 1966 as well, when aid had hardly begun. Add the condition on the year.",
                when=lambda answer: (
                    answer in ((military < 10).sum(), (years["military_usd_millions_constant_2020"] < 10).sum())
                ),
            ),
            Mistake(
                "all years from 1966",
                int((number >= 1966).sum()),
                "That is every year from 1966 on. In some of these years military aid was above 10 million constant 2020 dollars: add the "
                "second condition, on the column of constant dollars.",
            ),
            Mistake(
                "economic aid",
                int(((number >= 1966) & (whole["economic_usd_millions_constant_2020"] < 10)).sum()),
                "That is what the column of economic aid gives. The column for this question is `military_usd_millions_constant_2020`.",
            ),
        )


class TopSupplier(Exercise):
    answer = "top_supplier_sum"
    title = "Who armed Pakistan after the embargo?"
    question = (
        "Add up what each supplier delivered to Pakistan in the years 1966 to 1979. How large is the largest of these sums, in "
        "millions of TIV?"
    )
    wants = "a number: the largest sum"
    hints = (
        'Keep the years first: `late = arms[arms["year"].between(1966, 1979)]`.',
        'Then sum by supplier: `late.groupby("supplier")["tiv_millions"].sum()`.',
        "For the largest sum, add `.max()` at the end. Replace it with `.idxmax()` to see which supplier it is.",
    )
    setup = 'arms = data.evidence("arms_imports")'
    solution_code = (
        'late = arms[arms["year"].between(1966, 1979)]\n'
        'top_supplier_sum = late.groupby("supplier")["tiv_millions"].sum().max()'
    )
    why = (
        "Over all these years together China's sum is the largest. In some single years France delivered more. The article speaks of "
        "Chinese arms as something of today; deliveries on this scale began long before the corridor with China, CPEC."
    )

    def _rows(self, first=1966, last=1979):
        arms = data.evidence("arms_imports")
        return arms[arms["year"].between(first, last)]

    def _sums(self, first=1966, last=1979):
        return self._rows(first, last).groupby("supplier")["tiv_millions"].sum()

    def expected(self):
        return float(self._sums().max())

    def rows(self):
        return self._sums()

    # long: one table of mistakes, in the order in which they are recognised
    def mistakes(self):
        sums, rows = self._sums(), self._rows()
        return (
            Mistake(
                "all years",
                float(self._sums(1900, 2100).max()),
                "That is the largest sum over all years of the table. Keep the years 1966 to 1979 first.",
            ),
            Mistake(
                "all years to 1979",
                float(self._sums(1900, 1979).max()),
                "That is the largest sum from 1950 on. Keep the years 1966 to 1979 first.",
            ),
            Mistake(
                "without the ends",
                float(self._sums(1967, 1978).max()),
                "You left out 1966 and 1979 themselves. `between` keeps both ends; or write `>=` and `<=`.",
            ),
            Mistake(
                "without the first year",
                float(self._sums(1967, 1979).max()),
                "You left out 1966 itself. `between` keeps both ends; or write `>=`.",
            ),
            Mistake(
                "the years before",
                float(self._sums(1900, 1965).max()),
                "That was the largest sum before the embargo. Keep the years 1966 to 1979.",
            ),
            Mistake(
                "since the embargo", float(self._sums(1966, 2100).max()), "You have all years since 1966. Stop at 1979."
            ),
            Mistake(
                "one year short", float(self._sums(1966, 1978).max()), "You stopped at 1978. `between` keeps both ends."
            ),
            Mistake("second", float(sums.nlargest(2).iloc[1]), "That is the second largest. Did you take `.max()`?"),
            Mistake(
                "mean instead of sum",
                float(rows.groupby("supplier")["tiv_millions"].mean().max()),
                "That is the largest mean of a supplier's rows. Add the rows up instead: `.sum()`.",
            ),
            Mistake(
                "all suppliers together",
                float(sums.sum()),
                "That is all suppliers together. Group by `supplier` before you sum.",
            ),
            Mistake(
                "the largest row",
                float(rows["tiv_millions"].max()),
                "That is the largest single row, one supplier in one year. Add up the rows of each supplier first.",
            ),
            Mistake(
                "the name",
                sums.idxmax(),
                "That is the name of the supplier. The question asks for its sum, how large it is: `.max()`.",
                when=lambda answer: isinstance(answer, str) and len(answer) > 1 and answer.replace(" ", "").isalpha(),
            ),
        )


class ReadingTheUnderstanding(Choice):
    answer = "reading_the_understanding"
    title = "Close reading"
    question = "Under the American 'understanding' of 1954, which armed attack is Article IV, paragraph 1, about?"
    options = {
        "A": "any armed attack in the treaty area",
        "B": "an attack by a communist state",
        "C": "an attack from outside the treaty area",
        "D": "an attack on American bases",
    }
    right = "B"
    feedback = {
        "A": "That is the article without the understanding. Read the paragraph that the American delegate added at the end.",
        "C": "The area is defined elsewhere in the treaty. The understanding names the kind of attacker.",
        "D": "Bases are not in the text. Read who the attacker must be.",
    }
    hints = (
        "The understanding is at the end of the treaty, under the heading about the United States of America.",
        "One adjective decides the question: it says who the attacker must be.",
    )
    why = (
        "For any other attack Washington promised only to consult. Pakistan's delegate knew this when he signed. In 1965 and 1971 the war "
        "was with India, and the promise did not apply."
    )


def _mentions(answer, words):
    said = " ".join(str(part) for part in answer).casefold() if not isinstance(answer, str) else answer.casefold()
    return any(word in said for word in words)


def _is_a_table(answer):
    return hasattr(answer, "columns")


southeast_asian_members = SoutheastAsianMembers()
in_both_pacts = InBothPacts()
friction_before_1979 = FrictionBefore1979()
lean_years = LeanYears()
top_supplier_sum = TopSupplier()
reading_the_understanding = ReadingTheUnderstanding()
