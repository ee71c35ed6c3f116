"""The rules of the house: who may import whom, how long things may be, and what is typed."""

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import uspak
from uspak import lessons

LIBRARY = Path(uspak.__file__).parent
PROJECT = LIBRARY.parents[1]
MODULES = sorted(LIBRARY.rglob("*.py"))
ENGINE = [
    path
    for path in MODULES
    if len(path.relative_to(LIBRARY).parts) < 3 or path.relative_to(LIBRARY).parts[0] != "lessons"
]
SCRIPTS = sorted(path for path in LIBRARY.rglob("*") if path.suffix in (".js", ".css"))

#: Words of this article and its states, which another article would not have.
PARTICULAR = re.compile(
    r"pakistan|kashmir|\bindia|bangladesh|afghan|taliban|islamabad|karachi|lahore|peshawar|delhi|washington|america|\bcpec\b"
    r"|united states|soviet|china\b|(?<!gbk \()(?<!big5 \()chinese|waqas|seato|cento\b|abbottabad",
    re.IGNORECASE,
)
IDS = re.compile(r"\b(?:USA|PAK|IND|CHN|AFG|SUN|P1?\d)\b")


def name_of(path):
    return path.relative_to(LIBRARY).as_posix()


def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def test_arrows_point_down_and_no_lesson_imports_another():
    script = "from importlinter.cli import lint_imports_command as lint; lint()"
    found = subprocess.run([sys.executable, "-c", script, "--no-cache"], cwd=PROJECT, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize("lesson", lessons.names())
def test_the_exercises_of_a_lesson_need_neither_plotly_nor_widgets(lesson):
    """They are imported by ``uspak check`` and by nbgrader, a class at a time."""
    heavy = ("plotly", "ipywidgets", "anywidget")
    code = f"import sys, uspak.lessons.{lesson}.exercises; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_engine_is_looked_at():
    assert len(ENGINE) > 80 and len(SCRIPTS) > 8


@pytest.mark.parametrize("path", [p for p in [*ENGINE, *SCRIPTS] if p.name != "article.py"], ids=name_of)
def test_the_engine_knows_nothing_of_this_article(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [
        f"line {number}: {line.strip()}"
        for number, line in enumerate(lines, 1)
        if PARTICULAR.search(line) or IDS.search(line)
    ]
    assert not found, "\n".join(["move this to article.py or to a lesson:", *found])


#: What may import by name, and may write ``import uspak``: where lessons and late packages are found.
BY_NAME = {"__init__.py", "lessons/__init__.py", "widgets/figure_widget.py"}


@pytest.mark.parametrize("path", [path for path in MODULES if name_of(path) not in BY_NAME], ids=name_of)
def test_no_import_hides_from_the_contracts(path):
    for node in ast.walk(parsed(path)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        assert "uspak" not in names, f"line {node.lineno}: name what you import, from uspak import …"
        assert "importlib" not in names, f"line {node.lineno}: an import by name escapes the contracts"


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
        if length > limit and not re.match(r"\s*# long: \w+ \w+ \w+", lines[first - 2]):
            found.append(f"{node.name} in line {node.lineno} has {length} lines ({limit})")
    assert not found, "\n".join(["cut this, or say why above it (# long: …):", *found])


@pytest.mark.parametrize("path", ENGINE, ids=name_of)
def test_what_the_engine_offers_is_typed(path):
    found = []
    for owner, function in public_functions(parsed(path)):
        named = [*function.args.posonlyargs, *function.args.args]
        bound = named[1:] if owner and not is_static(function) else named
        bound += [*function.args.kwonlyargs, *filter(None, (function.args.vararg, function.args.kwarg))]
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
                if isinstance(part, ast.FunctionDef) and (part.name == "__init__" or not part.name.startswith("_")):
                    yield node, part


def is_static(function):
    return any(isinstance(name, ast.Name) and name.id == "staticmethod" for name in function.decorator_list)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_lives_there(path):
    assert ast.get_docstring(parsed(path)), "it has no docstring"


def test_every_model_is_in_the_contract_on_models():
    """A module of a lesson either draws or asks, and imports what it needs for that, or is a model and listed as one."""
    contracts = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    listed = next(set(contract["source_modules"]) for contract in contracts if contract["id"] == "models")
    modules = [
        path for path in MODULES if path.parent.parent.name == "lessons" and path.stem not in ("__init__", "exercises")
    ]
    assert len(modules) > 30
    for path in modules:
        name = f"uspak.lessons.{path.parent.name}.{path.stem}"
        draws = re.search(
            r"^(?:from|import) (?:plotly|ipywidgets|uspak\.drawing|uspak\.widgets)\b", path.read_text("utf-8"), re.M
        )
        assert draws or name in listed, f"{name} neither draws nor asks: list it as a model in pyproject.toml"


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
    hooks = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert "bash .ci/lint" in {hook["entry"] for hook in hooks}
    assert "bash .ci/lint" in (PROJECT / ".ci/run").read_text(encoding="utf-8").splitlines()


def test_the_tests_have_the_rooms_of_the_library():
    rooms = {path.parent.name for path in LIBRARY.glob("*/__init__.py")}
    assert {path.name for path in (PROJECT / "tests").iterdir() if path.is_dir()} >= rooms


def test_every_name_of_ours_in_messages_and_docstrings_exists():
    """``uspak.figure.show`` stood in a message long after it had moved."""
    for path in MODULES:
        for dotted in re.findall(r"\buspak(?:\.\w+)+", path.read_text(encoding="utf-8")):
            assert exists(dotted), f"{name_of(path)} speaks of {dotted}"


def exists(dotted):
    """Whether a dotted name is a module, or a name in one, or the beginning of a longer name."""
    parts = dotted.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for name in parts[cut:]:
            if not hasattr(found, name):
                return False
            found = getattr(found, name)
        return True
    return False
