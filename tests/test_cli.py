"""The command `uspak`: what it says, what it changes, and its exit status."""

import json
import os
import shutil
import subprocess
import sys
import types

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from uspak import cli, data, lessons
from uspak.checking import notebooks
from uspak.checking import series as whole_series
from uspak.checking.exercise_checks import exercises_in
from uspak.data import files
from uspak.exercises import quiz as quizzes
from uspak.exercises.core import Exercise, Mistake
from uspak.lessons.cold_war_allies import exercises as cold_war_allies


@pytest.fixture
def series(tmp_path, monkeypatch):
    """A small series of two notebooks in place of the real one; the second one fails."""
    for name, source in {"20_first_attempt": "1 + 1", "22_second_map": "{}['weight']"}.items():
        cells = [new_markdown_cell("# Title"), new_code_cell("x = 1"), new_code_cell(source)]
        nbformat.write(new_notebook(cells=cells), tmp_path / f"{name}.ipynb")
    monkeypatch.setattr(notebooks, "FOLDER", tmp_path)
    return tmp_path


@pytest.fixture
def tables(tmp_path, monkeypatch):
    """A copy of the data that may be edited."""
    copy = tmp_path / "data"
    shutil.copytree(data.folder(), copy)
    monkeypatch.setenv("USPAK_DATA", str(copy))
    return copy


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def run(capsys, *words):
    status = cli.main(words)
    return status, capsys.readouterr().out


def test_the_project_is_well(capsys):
    status, said = run(capsys, "check")
    assert status == 0, said
    parts = [line.split()[:2] for line in said.splitlines()[:5]]
    assert parts == [[part, "OK"] for part in ("data", "exercises", "quizzes", "notebooks", "prose")]
    assert said.endswith("\nAll is well.\n")


def test_check_of_one_notebook_looks_at_its_own_exercises_and_quiz(capsys):
    status, said = run(capsys, "check", "02")
    assert status == 0, said
    assert "1 quiz\n" in said and "1 notebook\n" in said
    own = len(exercises_in(cold_war_allies))
    assert f"{own} exercises\n" in said


@pytest.mark.parametrize("name", ["22_second_map", "22", "second_map", "22_second_map.ipynb"])
def test_a_notebook_goes_by_its_name_or_number(name, series):
    assert cli._notebook(name) == series / "22_second_map.ipynb"


def test_a_notebook_goes_by_its_path_wherever_it_lies(series, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("class") / "02_mine.ipynb"
    elsewhere.touch()
    assert cli._notebook(str(elsewhere)) == elsewhere


@pytest.mark.parametrize("command", ["check", "refresh"])
@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("22_secnd_map", " Did you mean 22_second_map?"),
        ("first-attempt", " Did you mean 20_first_attempt?"),
        ("zzz", ""),
    ],
)
def test_an_unknown_notebook_is_an_error_that_lists_the_names(command, name, guess, series, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main([command, name])
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert f"there is no notebook '{name}'.{guess} The notebooks are: 20_first_attempt, 22_second_map." in said


@pytest.mark.parametrize("words", [[], ["chek"]])
def test_a_wrong_command_line_says_how_it_goes(words, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main(words)
    assert stopped.value.code == 2
    assert "check" in capsys.readouterr().err


def test_check_groups_the_problems_by_notebook(series, capsys):
    status, said = run(capsys, "check", "20", "22")
    assert status == 1
    assert said.count("  20_first_attempt.ipynb\n") == said.count("  22_second_map.ipynb\n") == 1
    assert said.count("  - the part '## Evidence' is missing.\n") == 2
    assert said.count("  - cell 3 has not been run, so nothing compares its output. Run: uspak refresh") == 2
    found = said.count("\n  - ")
    assert f"\n{found} problems to fix.\n" in said


def test_check_without_any_notebook_says_how_to_get_them_back(tmp_path, monkeypatch):
    monkeypatch.setattr(notebooks, "FOLDER", tmp_path)
    looked_at = {part.name: part.problems for part in whole_series.parts()}
    assert looked_at["notebooks"] == [f"no notebook stands in {tmp_path}; get them back: git checkout -- notebooks"]


# Data


def test_check_names_the_wrong_cell_and_leaves_the_exercises_waiting(tables, capsys):
    edit(tables / "events.csv", ",cold-war-allies,", ",cold-war-alies,")
    status, said = run(capsys, "check", "00")
    assert status == 1
    assert "  data/events.csv\n" in said and "'cold-war-alies'" in said and "cold-war-allies" in said
    assert "it waits for a table that has problems itself" in said


def test_a_valid_edit_is_a_problem_until_it_is_recorded(tables, capsys):
    edit(tables / "eras.csv", "Cold War allies", "Cold War partners")
    before = (tables / "eras.csv").read_bytes()
    status, said = run(capsys, "check", "00")
    assert status == 1 and "eras.csv was edited" in said and "uspak check --record" in said
    status, said = run(capsys, "check", "00", "--record")
    assert status == 0, said
    assert "recorded as meant: eras.csv" in said
    assert (tables / "eras.csv").read_bytes() == before
    resources = json.loads((tables / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert data.digest(before) in [resource["hash"] for resource in resources]


def test_an_invalid_edit_is_not_recorded(tables, capsys):
    edit(tables / "events.csv", ",cold-war-allies,", ",cold-war-alies,")
    before = (tables / "datapackage.json").read_bytes()
    status, said = run(capsys, "check", "00", "--record")
    assert status == 1 and "nothing was recorded" in said and "'cold-war-alies'" in said
    assert (tables / "datapackage.json").read_bytes() == before


def test_a_number_that_is_none_is_neither_recorded_nor_a_traceback(tables, capsys):
    path = tables / "evidence" / "aid_by_year.csv"
    first = path.read_text(encoding="utf-8").splitlines()[1].split(",")
    edit(path, ",".join(first[:4]), ",".join([*first[:3], "NaN"]))
    before = (tables / "datapackage.json").read_bytes()
    for words in (("check", "00", "--record"), ("check", "00")):
        status, said = run(capsys, *words)
        assert status == 1 and "row 2, column " in said and "found 'NaN', expected a number" in said
    assert (tables / "datapackage.json").read_bytes() == before


@pytest.mark.parametrize("name", ["eras.csv", "datapackage.json"])
def test_a_file_that_cannot_be_written_ends_in_a_sentence(tables, capsys, monkeypatch, name):
    edit(tables / "eras.csv", "Cold War allies", "Cold War partners")
    path = tables / "eras.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = (tables / "datapackage.json").read_bytes()
    original = os.replace

    def locked(draft, target):
        if str(target).endswith(name):
            raise PermissionError(13, "The process cannot access the file because it is being used by another process")
        original(draft, target)

    monkeypatch.setattr(files.os, "replace", locked)
    status, said = run(capsys, "check", "00", "--record")
    assert status == 1 and "nothing was recorded" in said
    assert f"{tables / name} cannot be written: it, or its folder, is read-only or open in another program" in said
    assert (tables / "datapackage.json").read_bytes() == before
    assert not list(tables.rglob("*.tmp"))


def test_an_interruption_is_no_traceback(tables, capsys, monkeypatch):
    edit(tables / "eras.csv", "Cold War allies", "Cold War partners")

    def interrupted(*names):
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "replace", interrupted)
    assert cli.main(["check", "00", "--record"]) == 130
    assert "Stopped. No file is half written" in capsys.readouterr().err
    assert not list(tables.rglob("*.tmp"))


def test_who_stops_reading_gets_no_traceback(tables):
    """As in  uspak check --record | head."""
    for name in ("places.csv", "actors.csv"):  # more problems than fit into a pipe
        rows = (tables / name).read_text(encoding="utf-8").splitlines()
        (tables / name).write_text(
            "\n".join([rows[0], *(row.replace(",", ",\ufffd", 1) for row in rows[1:] * 20)]), encoding="utf-8"
        )
    script = "import sys; from uspak import cli; sys.exit(cli.main(['check', '--record', '00']))"
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=notebooks.FOLDER
    )
    assert process.stdout.readline().startswith(b"data ")
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1 and said == b""


@pytest.mark.parametrize("words", [["check", "--help"], ["chek"]])
def test_the_package_is_the_command_too(words):
    outcome = subprocess.run(
        [sys.executable, "-m", "uspak", *words], capture_output=True, text=True, cwd=notebooks.FOLDER
    )
    assert outcome.returncode == (0 if "--help" in words else 2)
    assert "usage: uspak" in outcome.stdout + outcome.stderr


def test_a_missing_folder_of_tables_is_said_in_one_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("USPAK_DATA", str(tmp_path / "none"))
    status, said = run(capsys, "check", "00")
    assert status == 1 and "does not exist" in said and "Traceback" not in said


# Exercises and quizzes


class Sum(Exercise):
    answer, title, question, why = "total", "Sum", "What is one and one?", "It is two."
    hints = ("Add.", "Use a plus.")
    solution_code = "total = 1 + 1"

    def expected(self):
        return 2

    def mistakes(self):
        return (Mistake("times", 1, "That is the product."),)


class WrongSolution(Sum):
    solution_code = "total = 3"


class NoSolution(Sum):
    solution_code = "sum_ = 2"


class MistakeIsRight(Sum):
    def mistakes(self):
        return (Mistake("right", 2.0, "No."),)


class MistakeIsHidden(Sum):
    def mistakes(self):
        return (*super().mistakes(), Mistake("also times", 1, "That is 1 times 1."))


class Failing(Sum):
    def expected(self):
        raise KeyError("weight")


class Bare(Sum):
    why = ""


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (Sum, None),
        (WrongSolution, "its own solution is judged 'Not yet'"),
        (NoSolution, "the solution does not assign total."),
        (MistakeIsRight, "the mistake 'right' is judged correct"),
        (MistakeIsHidden, "the mistake 'also times' gets another message: That is the product."),
        (Failing, "KeyError: 'weight'"),
        (Bare, "'why' is empty."),
        (None, "it holds no exercises"),
    ],
)
def test_check_tries_blank_solution_and_each_mistake(make, problem, monkeypatch, capsys):
    module = types.ModuleType("uspak.lessons.cold_war_allies.exercises")
    if make:
        module.total = make()
    monkeypatch.setattr(lessons, "exercises", lambda name: module)
    found = whole_series._exercises(["cold_war_allies"])[1]
    if problem is None:
        assert found == []
    else:
        assert found and found[0].startswith("lessons/cold_war_allies/exercises: ") and problem in " ".join(found)


def test_a_module_of_exercises_that_cannot_be_imported_is_a_problem(monkeypatch):
    def fail(name):
        raise SyntaxError("invalid syntax (exercises.py, line 3)")

    monkeypatch.setattr(lessons, "exercises", fail)
    assert whole_series._exercises(["cold_war_allies"])[1] == [
        "lessons/cold_war_allies/exercises: it cannot be imported: SyntaxError: invalid syntax (exercises.py, line 3)"
    ]


def test_a_faulty_quiz_is_named_with_its_question(monkeypatch):
    def load(path):
        raise quizzes.QuizError(f"{path.parent.name}/{path.name}, question 2: answer 1 has no feedback.")

    monkeypatch.setattr(quizzes, "load", load)
    looked_at, found = whole_series._quizzes(["cold_war_allies"])
    assert (looked_at, found) == (
        "1 quiz",
        ["lessons/cold_war_allies/quiz.json: question 2: answer 1 has no feedback."],
    )


# Refreshing


def test_refresh_stores_outputs_and_keeps_the_notebook_that_fails(series, capsys):
    before = (series / "22_second_map.ipynb").read_bytes()
    status, said = run(capsys, "refresh")
    assert status == 1
    assert "20_first_attempt.ipynb: new outputs stored\n" in said
    assert "22_second_map.ipynb: cell 3 raises KeyError: 'weight'. The file is as it was.\n" in said
    assert said.endswith("1 of 2 notebooks changed, 1 failed.\n")
    assert (series / "22_second_map.ipynb").read_bytes() == before
    stored = nbformat.read(series / "20_first_attempt.ipynb", as_version=4)
    assert stored.cells[2].outputs[0].data["text/plain"] == "2"
    status, said = run(capsys, "refresh", "20")
    assert (status, said) == (0, "20_first_attempt.ipynb: up to date\n\n0 of 1 notebook changed, 0 failed.\n")
