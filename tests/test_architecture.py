"""The rules of the house: who may import whom, how long things may be, and what is typed."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import uspak
from uspak import lessons

LIBRARY = Path(uspak.__file__).parent
PROJECT = LIBRARY.parents[1]
MODULES = sorted(LIBRARY.rglob("*.py"))
ENGINE = [path for path in MODULES if "lessons" not in path.parts[:-1] or path.parent.name == "lessons"]

#: Words of this article and its states, which another article would not have.
PARTICULAR = re.compile(
    r"Pakistan|Kashmir|India\b|Indian|Bangladesh|Afghan|Islamabad|Karachi|Lahore|Delhi|Washington|America|United States"
    r"|\bUSA\b|\bPAK\b|\bIND\b|\bCHN\b|China\b|(?<!\()Chinese|Waqas|\bP11\b|SEATO|CENTO"
)


def name_of(path):
    return path.relative_to(LIBRARY).as_posix()


def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def test_arrows_point_down_and_no_lesson_imports_another():
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    found = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize("lesson", lessons.names())
def test_the_exercises_of_a_lesson_need_neither_plotly_nor_widgets(lesson):
    """They are imported by ``uspak check`` and by nbgrader, a class at a time."""
    heavy = ("plotly", "ipywidgets", "anywidget")
    code = f"import sys, uspak.lessons.{lesson}.exercises; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("path", [path for path in ENGINE if path.name != "article.py"], ids=name_of)
def test_the_engine_knows_nothing_of_this_article(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [f"line {number}: {line.strip()}" for number, line in enumerate(lines, 1) if PARTICULAR.search(line)]
    assert not found, "\n".join(["move this to article.py or to a lesson:", *found])


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_too_long(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [f"the module has {len(lines)} lines (400)"] if len(lines) > 400 else []
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.ClassDef | ast.FunctionDef):
            continue
        limit = 150 if isinstance(node, ast.ClassDef) else 40
        length = node.end_lineno - node.lineno + 1
        first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
        if length > limit and not re.match(r"\s*# long: \w", lines[first - 2]):
            found.append(f"{node.name} in line {node.lineno} has {length} lines ({limit})")
    assert not found, "\n".join(["cut this, or say why above it (# long: …):", *found])


@pytest.mark.parametrize("path", ENGINE, ids=name_of)
def test_what_the_engine_offers_is_typed(path):
    found = []
    for owner, function in public_functions(parsed(path)):
        arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        bound = arguments[1:] if owner and not is_static(function) else arguments
        bare = [argument.arg for argument in bound if argument.annotation is None]
        if bare or function.returns is None:
            found.append(
                f"{function.name} in line {function.lineno}: no type of {', '.join(bare) or 'what it returns'}"
            )
    assert not found, "\n".join(found)


def public_functions(tree):
    """The public functions of a module, and the public methods of its public classes: (class or None, function)."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield None, node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and not part.name.startswith("_"):
                    yield node, part


def is_static(function):
    return any(isinstance(name, ast.Name) and name.id == "staticmethod" for name in function.decorator_list)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_lives_there(path):
    assert ast.get_docstring(parsed(path)), "it has no docstring"


def test_each_lesson_has_its_exercises_its_quiz_its_tests_and_its_notebook():
    notebooks = {path.stem[3:] for path in LIBRARY.parent.glob("[0-9][0-9]_*.ipynb")}
    assert set(lessons.names()) == notebooks
    for lesson in lessons.names():
        assert lessons.quiz_file(lesson).is_file()
        assert list((PROJECT / "tests" / "lessons" / lesson).glob("test_*.py")), f"{lesson} has no tests of its own"


def test_the_citation_names_the_version():
    version = re.search(r'^version = "(.+)"', (PROJECT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)[1]
    assert f"\nversion: {version}\n" in (PROJECT / "CITATION.cff").read_text(encoding="utf-8")


def test_the_hook_and_ci_run_the_same_lint():
    for file in (".ci/run", ".pre-commit-config.yaml"):
        assert "bash .ci/lint" in (PROJECT / file).read_text(encoding="utf-8"), file
