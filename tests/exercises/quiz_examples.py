"""A small quiz with a question of every type."""

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
