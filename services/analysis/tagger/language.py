"""Which of the eight languages a text is in; the language of the form is a prior."""

from functools import cache
from typing import Any

from .domain.standards import LANGUAGES

_SHORTEST = 10
_SURE = 0.9


def language_of(text: str, given: str | None = None) -> str | None:
    """A language code, or None when the text is too short and none was given.

    The given language stands unless the text says clearly that it is another.
    """
    spoken = (given or "").partition("-")[0]  # faces of a language are that language
    prior = spoken if spoken in LANGUAGES else None
    if sum(c.isalpha() for c in text) < _SHORTEST:
        return prior
    code, likelihood = _identifier().classify(text)
    return str(code) if prior is None or float(likelihood) >= _SURE else prior


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier
