"""Every quiz file of the series, the checks that guard them, and the widget that asks."""

import json
from collections import Counter

import pytest

from uspak import lessons
from uspak.exercises import quiz as quizzes
from uspak.page.outputs import WIDGET_VIEW

EXAMPLE = [
    {
        "question": "Who founded `CENTO`?",
        "type": "multiple_choice",
        "answers": [
            {"answer": "Turkey & Iraq", "correct": True, "feedback": "In **Baghdad**, 1955."},
            {"answer": "Britain", "correct": False, "feedback": "It joined some weeks later."},
        ],
    },
    {
        "question": "Which joined in 1955?",
        "type": "many_choice",
        "answers": [
            {"answer": "Iran", "correct": True, "feedback": "In November."},
            {"answer": "Pakistan", "correct": True, "feedback": "In September."},
            {"answer": "The United States", "correct": False, "feedback": "It never joined."},
        ],
    },
    {
        "question": "How many founders?",
        "type": "numeric",
        "answers": [
            {"type": "value", "value": 2, "correct": True, "feedback": "Two."},
            {"type": "range", "range": [3, 5], "correct": False, "feedback": "Not those who came later."},
            {"type": "default", "feedback": "Count again."},
        ],
    },
]


@pytest.fixture
def quiz():
    return quizzes.Quiz(EXAMPLE)


# The files


@pytest.mark.parametrize("name", lessons.names())
def test_every_quiz_can_be_asked(name):
    questions = quizzes.load(lessons.quiz_file(name))
    assert len(questions) == 5
    assert repr(lessons.quiz(name)).startswith("Quiz of 5 questions: 1. ")


@pytest.mark.parametrize("name", lessons.names())
def test_every_quiz_can_be_passed_and_failed(name):
    for number, question in enumerate(quizzes.load(lessons.quiz_file(name)), 1):
        judged = [quizzes.judge(question, answer)[0] for answer in _possible(question)]
        assert True in judged and False in judged, f"question {number}"


@pytest.mark.parametrize("name", lessons.names())
def test_the_place_of_the_right_answer_gives_nothing_away(name):
    single = [q["answers"] for q in quizzes.load(lessons.quiz_file(name)) if q["type"] == "multiple_choice"]
    places = Counter([answer["correct"] for answer in answers].index(True) for answers in single)
    assert len(single) < 3 or max(places.values()) < len(single), "the right answer always stands in the same place"


def _possible(question):
    if question["type"] == "numeric":
        given = [answer for answer in question["answers"] if answer["type"] != "default"]
        return [*(answer.get("value") or answer["range"][0] for answer in given), -98765]
    right = [number for number, answer in enumerate(question["answers"]) if answer["correct"]]
    return [right, *[[number] for number in range(len(question["answers"]))]]


# Faults


def _with(change):
    questions = json.loads(json.dumps(EXAMPLE))
    change(questions)
    return questions


FAULTS = {
    "question 1: 'question' is missing": lambda q: q[0].pop("question"),
    "question 2: 'type' is missing": lambda q: q[1].pop("type"),
    "question 3: 'answers' is missing": lambda q: q[2].update(answers=[]),
    "question 1: the type is 'essay'": lambda q: q[0].update(type="essay"),
    "question 1: it has to be an object": lambda q: q.__setitem__(0, "Who?"),
    "question 1: 'answers' has to be a list of objects": lambda q: q[0].update(answers=["A", "B"]),
    "question 1: answer 2 has no feedback": lambda q: q[0]["answers"][1].update(feedback=" "),
    "question 1: answer 1 has no text": lambda q: q[0]["answers"][0].pop("answer"),
    "question 1: answer 2 does not say whether it is 'correct'": lambda q: q[0]["answers"][1].update(correct="no"),
    "question 1: 2 answers are correct": lambda q: q[0]["answers"][1].update(correct=True),
    "question 1: 0 answers are correct": lambda q: q[0]["answers"][0].update(correct=False),
    "question 1: it needs at least two answers": lambda q: q[0]["answers"].pop(),
    "question 2: the answer 'Iran' stands there twice": lambda q: q[1]["answers"][2].update(answer="Iran"),
    "question 2: no answer is correct": lambda q: [a.update(correct=False) for a in q[1]["answers"]],
    "question 3: answer 1 needs a number": lambda q: q[2]["answers"][0].update(value="2"),
    "question 3: answer 2 needs a 'range'": lambda q: q[2]["answers"][1].update(range=[5, 3]),
    "question 3: answer 3 needs the 'type'": lambda q: q[2]["answers"][2].update(type="other"),
    "question 3: answer 2 does not say whether": lambda q: q[2]["answers"][1].pop("correct"),
    "question 3: no answer is correct": lambda q: q[2]["answers"][0].update(correct=False),
}


@pytest.mark.parametrize("message", FAULTS)
def test_a_fault_is_named_with_file_and_question(message, tmp_path):
    (tmp_path / "x.json").write_text(json.dumps(_with(FAULTS[message])), encoding="utf-8")
    with pytest.raises(quizzes.QuizError) as caught:
        quizzes.load(tmp_path / "x.json")
    assert f"x.json, {message}" in str(caught.value)


def test_all_faults_are_named_at_once(tmp_path):
    def change(questions):
        questions[0].pop("type")
        questions[2]["answers"][0].pop("feedback")

    (tmp_path / "x.json").write_text(json.dumps(_with(change)), encoding="utf-8")
    with pytest.raises(quizzes.QuizError) as caught:
        quizzes.load(tmp_path / "x.json")
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "x.json does not exist"),
        ("[{", "x.json is not valid JSON"),
        ("[]", "has to be a list"),
        ("{}", "has to be a list"),
    ],
)
def test_an_unusable_file_is_named(content, message, tmp_path):
    if content is not None:
        (tmp_path / "x.json").write_text(content, encoding="utf-8")
    with pytest.raises(quizzes.QuizError, match=message):
        quizzes.load(tmp_path / "x.json")


def test_a_lesson_that_does_not_exist_is_named_with_those_that_do():
    with pytest.raises(quizzes.QuizError, match=r"There is no quiz '13_nowhere'.*war_on_terror"):
        lessons.quiz("13_nowhere")


def test_a_locked_file_is_named(tmp_path):
    (tmp_path / "x.json").mkdir()  # which cannot be read as a file, not even by root
    with pytest.raises(quizzes.QuizError, match=r"/x\.json cannot be opened"):
        quizzes.load(tmp_path / "x.json")


def test_a_sound_file_passes(tmp_path):
    (tmp_path / "x.json").write_text(json.dumps(EXAMPLE), encoding="utf-8")
    assert quizzes.load(tmp_path / "x.json") == EXAMPLE


# Asking


@pytest.mark.parametrize(
    ("number", "chosen", "right", "said"),
    [
        (1, [0], True, "Correct</strong> · In <strong>Baghdad</strong>, 1955."),
        (1, [1], False, "Not yet</strong> · It joined some weeks later."),
        (1, [], None, "Not answered yet</strong> · Choose an answer first."),
        (2, [0, 1], True, "In November. In September."),
        (2, [0], False, "What you chose is right, but it is not all."),
        (2, [0, 1, 2], False, "Not yet</strong> · It never joined."),
        (3, "2", True, "Two."),
        (3, " 2.0 ", True, "Two."),
        (3, 2, True, "Two."),
        (3, "4", False, "Not those who came later."),
        (3, "1,000", False, "Count again."),
        (3, "−2", False, "Count again."),
        (3, "", None, "Type a number first."),
        (3, "two", None, "in digits"),
        (3, "nan", False, "Count again."),
    ],
)
def test_each_answer_gets_its_feedback(quiz, number, chosen, right, said):
    assert quiz.answer(number, chosen) is right
    assert said in quiz.feedback[number - 1]["text"]
    assert quiz.results[number - 1] is right and quiz.chosen[number - 1] == chosen


KAPPA = quizzes.load(lessons.quiz_file("01_from_article_to_data"))[2]
THOUSAND = {
    "type": "numeric",
    "answers": [
        {"type": "value", "value": 1000, "correct": True, "feedback": "Yes."},
        {"type": "default", "feedback": "No."},
    ],
}
PERCENT = {
    "type": "numeric",
    "answers": [
        {"type": "range", "range": [41, 42], "correct": True, "feedback": "Yes."},
        {"type": "default", "feedback": "No."},
    ],
}


@pytest.mark.parametrize(
    "typed",
    [
        "0.5",
        "0,5",
        ".5",
        ",5",
        "0.50",
        "0,500",
        "1/2",
        "½",
        "2/4",
        "50%",
        "50 %",
        "50 percent",
        "50 per cent",
        "κ = 0.5",
        "= 0.5",
        "+0.5",
        "'0.5'",
        '"0,5"',
        "0.5.",
        "0·5",
        "۰٫۵",
        "5e-1",
        0.5,
    ],
)
def test_a_number_may_be_typed_in_any_way(typed):
    assert quizzes.judge(KAPPA, typed)[0] is True


@pytest.mark.parametrize(
    "typed", ["1000", "1,000", "1 000", "1\u00a0000", "1\u202f000", "1'000", "1_000", "1,000.0", "1.000,0", "1e3"]
)
def test_thousands_may_be_parted_in_any_way(typed):
    assert quizzes.judge(THOUSAND, typed) == (True, "Yes.")


@pytest.mark.parametrize(
    ("typed", "right", "said"),
    [
        ("0,2", False, "That is the difference."),
        ("20%", False, "That is the difference."),
        ("80 %", False, "observed agreement"),
        ("5", False, "as parts of 1"),
        ("0,05", False, "as parts of 1"),
        ("-0,5", False, "as parts of 1"),
        ("1,5", False, "as parts of 1"),
        ("50", False, "as parts of 1"),
        ("0.5%", None, "without a percent sign"),
        ("half", None, "in digits"),
        ("0.5 or so", None, "in digits"),
        ("0.5,0.2", None, "in digits"),
        ("0 5", None, "in digits"),
        ("1/0", None, "in digits"),
        ("1/2/3", None, "in digits"),
        ("%", None, "in digits"),
        ("/", None, "in digits"),
        ("1" * 5000, False, "as parts of 1"),
    ],
)
def test_another_number_is_not_taken_for_the_right_one(typed, right, said):
    judged, feedback = quizzes.judge(KAPPA, typed)
    assert judged is right and said in feedback


def test_a_percent_sign_where_percent_is_asked_for_is_explained():
    assert quizzes.judge(PERCENT, "41,4") == (True, "Yes.")
    assert quizzes.judge(PERCENT, "41.4%")[0] is None
    assert quizzes.judge(THOUSAND, "10,00")[0] is False and quizzes.judge(THOUSAND, "1,0,0,0")[0] is None


@pytest.mark.parametrize("name", lessons.names())
def test_no_right_answer_stands_out_by_its_length(name):
    """Who takes the longest option of each question must not pass the quiz."""
    single = [q["answers"] for q in quizzes.load(lessons.quiz_file(name)) if q["type"] == "multiple_choice"]
    longest = [max(answers, key=lambda answer: len(answer["answer"]))["correct"] for answers in single]
    assert not all(longest), "the right answer is always the longest"


def test_the_score_runs_along_and_one_may_try_again(quiz):
    assert quiz.score == "Answered 0 of 3, 0 right"
    quiz.answer(1, [1])
    assert quiz.score == "Answered 1 of 3, 0 right"
    quiz.answer(1, [0])
    quiz.answer(3, "2")
    assert quiz.score == "Answered 2 of 3, 2 right" and quiz.results == [True, None, True]
    quiz.restart()
    assert quiz.score == "Answered 0 of 3, 0 right" and quiz.results == [None] * 3
    assert not any(feedback["text"] for feedback in quiz.feedback)


def test_the_buttons_of_the_browser_do_the_same(quiz):
    quiz._received(quiz, {"check": 1, "chosen": [0, 1]}, [])
    assert quiz.results == [None, True, None]
    quiz._received(quiz, {"restart": True}, [])
    assert quiz.results == [None] * 3


def test_the_browser_is_not_told_what_is_right(quiz):
    sent = json.dumps(quiz.get_state())
    assert "Turkey &amp; Iraq" in sent
    for secret in ("Baghdad", "It never joined", "correct", "Two."):
        assert secret not in sent


def test_all_that_apply_is_said_once():
    asked = quizzes.widget._asked({**EXAMPLE[1], "question": "Which? Choose all that apply."})
    assert asked["text"] == "Which? Choose all that apply."
    assert quizzes.widget._asked(EXAMPLE[1])["text"].endswith("(Choose all that apply.)")


def test_without_a_kernel_it_is_a_list_with_the_answers_folded(quiz):
    first, second = quiz._repr_mimebundle_(), quizzes.Quiz(EXAMPLE)._repr_mimebundle_()
    page = first["text/html"]
    assert page == second["text/html"] and first["text/plain"] == second["text/plain"]
    assert page.count("<details") == page.count("Answers and why") == 3 and page.count("<ol") == 1
    for words in ("Turkey &amp; Iraq", "It never joined.", "<strong>Not right</strong>, 3 to 5: Not those"):
        assert words in page
    assert first[WIDGET_VIEW]["model_id"] not in page
    assert first["text/plain"] == (
        "Quiz of 3 questions: 1. Who founded CENTO? 2. Which joined in 1955? 3. How many founders?"
    )
    quiz.answer(1, [0])
    assert quiz.html() == page
