"""What Schemathesis cannot know of the product: keys that are new, numbers that are there."""

import atexit
import json
import os
import random
import uuid
from collections import Counter

import schemathesis

NUMBERS = json.loads(os.environ["MB_FUZZ_NUMBERS"])
chance = random.Random(1)
answers: Counter[str] = Counter()


@schemathesis.hook
def before_call(ctx, case, kwargs):
    """Most requests get past the door: a key of their own, a number and a revision that may be right."""
    parameters = case.path_parameters or {}
    if "number" in parameters and chance.random() < 0.8:
        sort = "petitions" if case.path.startswith(("/intake/", "/triage/")) else "cases"
        parameters["number"] = chance.choice(NUMBERS[sort])
    headers = case.headers or {}
    if "Idempotency-Key" in headers and chance.random() < 0.9:
        headers["Idempotency-Key"] = str(uuid.UUID(int=chance.getrandbits(128)))
    if "If-Match" in headers and chance.random() < 0.8:
        headers["If-Match"] = f'"{chance.randrange(12)}"'
    if chance.random() < 0.95:
        headers.pop("X-Acting-Post", None)


@schemathesis.hook
def after_call(ctx, case, response):
    answers[str(response.status_code)] += 1


@schemathesis.check
def no_server_error(ctx, response, case):
    """503 with `Retry-After` is an answer: the rows are late, ask again."""
    waits = response.status_code == 503 and "retry-after" in response.headers
    assert response.status_code < 500 or waits, f"answered {response.status_code}"


@atexit.register
def count():
    with open(os.environ["MB_FUZZ_ANSWERS"], "w", encoding="utf-8") as file:
        json.dump(answers, file)
