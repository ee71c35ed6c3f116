"""Notebook 02 in a browser: as every notebook, and its widgets, an exercise and the quiz with mouse and keyboard."""

import importlib

from every_notebook import EveryNotebook
from playwright.sync_api import expect

from uspak import lessons
from uspak.exercises import quiz, values
from uspak.lessons.cold_war_allies.alliance_map import YEARS


class TestColdWarAllies(EveryNotebook):
    name = "02_cold_war_allies"

    def test_the_alliance_map_moves_by_a_year(self, notebook):
        notebook.run()
        cell = notebook.cell("AllianceMap(")
        title, words = cell.locator(".gtitle"), cell.get_by_role("status").filter(has_text="SEATO only:")
        cell.get_by_role("slider", name="Year").focus()
        selected = notebook.cells()
        for key, year in (("Home", YEARS[0]), ("ArrowRight", YEARS[1]), ("ArrowUp", YEARS[2]), ("ArrowLeft", YEARS[1])):
            notebook.page.keyboard.press(key)
            expect(title).to_contain_text(f"{year}: ")
        expect(words).to_contain_text("Iraq")
        cell.get_by_role("slider", name="Year").fill(str(YEARS.index(1959)))
        expect(title).to_contain_text("1959: ")
        expect(words).not_to_contain_text("Iraq")
        assert notebook.cells() == selected

    def test_what_was_owed_is_decided_with_the_keyboard(self, notebook):
        notebook.run()
        cell = notebook.cell("WhatWasOwed(")
        decide = cell.get_by_role("button", name="Decide").first
        expect(decide).to_be_disabled()
        cell.get_by_role("radio").first.focus()
        selected = notebook.cells()
        notebook.page.keyboard.press("Space")
        expect(decide).to_be_enabled()
        decide.focus()
        notebook.page.keyboard.press("Enter")
        expect(cell.get_by_role("status").filter(has_text="What Washington did")).to_have_count(1)
        expect(cell.get_by_role("status").last).to_contain_text("1 of ")
        assert notebook.cells() == selected

    def test_an_exercise_is_answered_wrongly_then_helped_then_rightly(self, notebook):
        notebook.run()
        exercise = importlib.import_module("uspak.lessons.cold_war_allies.exercises").southeast_asian_members
        answer, check = (notebook.cell(text) for text in (f"{exercise.answer} = ...", f"ex.{exercise.answer}.check("))
        card = check.get_by_role("status")
        expect(card).to_contain_text("Not answered yet")

        mistake = exercise.mistakes()[0]
        notebook.rewrite(answer, f"{exercise.answer} = {values.normalize(mistake.example)!r}")
        notebook.run_cell(check)
        expect(card).to_contain_text("Not yet")
        expect(card).to_contain_text(mistake.message)

        hint = check.get_by_role("button", name="Next hint")
        hint.focus()
        selected = notebook.cells()
        notebook.page.keyboard.press("Enter")
        expect(card).to_contain_text(f"Hint 1 of {len(exercise.hints)}")
        notebook.page.keyboard.press("Space")
        expect(card).to_contain_text(f"Hint 2 of {len(exercise.hints)}")
        assert notebook.cells() == selected
        check.get_by_role("button", name="Show solution").focus()
        notebook.page.keyboard.press("Shift+Enter")
        notebook.answered()
        expect(card).not_to_contain_text("Solution")

        notebook.rewrite(answer, exercise.solution_code)
        notebook.run_cell(check)
        expect(card).to_contain_text("Correct")
        expect(card).not_to_contain_text("Not yet")
        expect(check.get_by_role("button", name="Next hint")).to_have_count(0)

    def test_a_quiz_is_answered_wrongly_and_rightly(self, notebook):
        notebook.run()
        question = quiz.load(lessons.quiz_file(self.name))[0]
        wrong, right = (next(a for a in question["answers"] if a["correct"] is truth) for truth in (False, True))
        field = notebook.cell("lessons.quiz(").get_by_role("group", name=question["question"])
        said = field.get_by_role("status")
        field.get_by_role("radio", name=wrong["answer"]).check()
        field.get_by_role("button", name="Check question 1").click()
        expect(said).to_contain_text(wrong["feedback"])
        selected = notebook.cells()
        field.get_by_role("radio", name=right["answer"]).focus()
        notebook.page.keyboard.press("Space")
        notebook.page.keyboard.press("Enter")
        expect(said).to_contain_text(right["feedback"])
        expect(said).not_to_contain_text(wrong["feedback"])
        notebook.page.keyboard.press("ArrowUp")
        notebook.page.keyboard.press("ArrowDown")
        assert field.get_by_role("radio", name=right["answer"]).is_checked()
        assert notebook.cells() == selected
