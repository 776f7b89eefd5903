"""Forms of one word have one key; other words have others."""

import pytest

from govpub.glossary.inflection import stem


@pytest.mark.parametrize(
    "forms",
    [
        "country countries",
        "promote promotes promoted promoting",
        "plan plans planned planning",
        "carry carries carried carrying",
        "policy policies",
        "class classes",
        "process processes processed processing",
        "bus buses",
        "box boxes",
        "house houses housed",
        "child children",
        "criterion criteria",
        "analysis",
        "crisis crises",
        "build builds built building",
        "uphold upholds upheld upholding",
        "undertake undertook undertaken",
        "rise rose risen rising",
        "lead led leading leads",
        "agree agrees agreed agreeing",
        "use uses used using",
        "need needs needed needing",
        "modernize modernise modernised modernizing",
        "modernization modernisation modernisations",
        "labor labour labours",
        "center centre centres centers",
        "program programme programmes",
        "fulfill fulfil fulfilled fulfils",
        "travel travelled traveled travelling",
        "upgrade upgraded upgrading",
        "study studies studied studying",
        "life lives",
    ],
)
def test_forms_of_one_word_share_a_key(forms):
    assert len({stem(form) for form in forms.split()}) == 1, {form: stem(form) for form in forms.split()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("news", "new"),
        ("goods", "good"),
        ("customs", "custom"),
        ("economics", "economic"),
        ("delegation", "delegate"),
        ("develop", "development"),
        ("four", "for"),
        ("socialist", "socialism"),
        ("spring", "spr"),
        ("provincial", "province"),
        ("status", "statu"),
        ("secretary", "secretariat"),
        ("coordination", "coordinator"),
        ("affirmation", "affirm"),
    ],
)
def test_other_words_have_other_keys(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["", "a", "s", "ss", "ing", "ed", "es", "ies", "é", "东", "2024", "x" * 100_000])
def test_every_string_has_a_key(word):
    assert isinstance(stem(word), str)
