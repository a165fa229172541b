# mypy: allow-subclassing-any, allow-untyped-calls, no-warn-return-any, no-warn-unused-ignores
"""Trains the tagger: `python -m services.analysis.tagger.train [--work FOLDER] [--real FILE] [--out FOLDER]`.

  held    train without the authors HELD and LATER; show what a card fitted on half of HELD does on the other half
  first, second  go on from there with the texts of all but LATER and LATEST, an epoch each; their mean (the artefact
          e5-ft-2026-11-a) predicts the texts of LATER, which it has not read: the card is fitted on those
  third   go on from second with all texts but those of LATEST, two epochs
  fourth  go on from third with all but those of PLAIN, three epochs, the stance with a loss of its own
  fifth   go on from fourth with the texts of PLAIN, twice, among a third of the others, an epoch; is published
  export  write the artefact

Networks are kept in the work folder, so a broken run goes on where it stopped. The six runs of
the published artefact took 27, 26, 4, 9, 23 and 2 minutes on two busy cores, 7 GB.
`--real` names unlabelled real contributions used as texts without a standard (`shared/data/contributions.jsonl`);
without the file training works, a little less careful with real matter.
"""

import argparse
import copy
import random
from pathlib import Path

import torch

from ..build import ARTEFACT, Card, Gate, Stacking, build
from ..classifier import STANCE_FEATURES
from ..domain.standards import CATALOGUE_VERSION
from ..encoder import Encoder
from ..evaluate import report, table
from ..model import means_of
from ..weights import Weights, find_file, read_weights
from .calibrate import Held, calibrate, gather, judge
from .export import export, write_nearest
from .fit import FINAL, Plan, fit, predict, say
from .linear import Regression, fit_stances, fit_standards
from .network import Network
from .texts import Text, read_texts, read_unlabelled

DATA = Path(__file__).parent.parent / "data"
HELD = ("d", "r", "w", "x", "y")
LATER = ("e", "f", "g", "h")
LATEST = ("i", "j", "l")
PLAIN = "m"
VERSION = "e5-ft-2026-11-d"
_OTHER_LANGUAGES = 1.3  # weight of texts that are not German, of which there are as many as of all others
_LATER_TEXTS = 1.5  # weight of those of LATER and LATEST in the last runs


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "resonanz" / "tagger-work")
    parser.add_argument("--real", type=Path, default=Path("../shared/data/contributions.jsonl"))
    parser.add_argument("--out", type=Path, default=ARTEFACT)
    parser.add_argument("--version", default=VERSION)
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    weights = read_weights(find_file())
    texts = read_texts(DATA / "train.jsonl")
    real = read_unlabelled(asked.real, 300, random.Random(1))
    plain = [t for t in texts if t.author == PLAIN]
    texts = [t for t in texts if t.author != PLAIN]
    early = [t for t in texts if t.author not in LATER + LATEST]
    before = _trained(others(early) + real, weights, asked.work / "held.pt", Plan(), None)
    compare(early, real, before, weights, asked.version)
    again = weighted(early) + read_unlabelled(asked.real, 300, random.Random(2))
    first = _trained(again, weights, asked.work / "first.pt", FINAL[0], before)
    second = _trained(again, weights, asked.work / "second.pt", FINAL[1], first)
    unread = _held(texts, LATER, mean_of(first, second), weights, fit_standards(early + real), fit_stances(early))
    card = calibrate(unread, empty_card(asked.version))
    most = weighted([t for t in texts if t.author not in LATEST]) + read_unlabelled(asked.real, 300, random.Random(3))
    third = _trained(most, weights, asked.work / "third.pt", FINAL[2], second)
    whole = weighted(texts) + read_unlabelled(asked.real, 300, random.Random(4))
    fourth = _trained(whole, weights, asked.work / "fourth.pt", FINAL[3], third)
    some = random.Random(5).sample(texts, 3200)
    last = weighted(some) + 2 * weighted(plain) + read_unlabelled(asked.real, 150, random.Random(5))
    fifth = _trained(last, weights, asked.work / "fifth.pt", FINAL[4], fourth)
    publish(asked.out, fifth, texts + plain, real, weights, card)


def mean_of(first: Network, second: Network) -> Network:
    """The network whose weights are the mean of two that come from one another: better than either."""
    one, other = first.state_dict(), second.state_dict()
    mean = copy.deepcopy(second)
    mean.load_state_dict({name: (one[name] + other[name]) / 2 for name in one})
    return mean.eval()


def others(texts: list[Text]) -> list[Text]:
    """The texts whose authors are not HELD."""
    return [t for t in texts if t.author not in HELD]


def weighted(texts: list[Text]) -> list[Text]:
    """German counts a little less than the languages with fewer texts; later authors count more."""
    return [t._replace(weight=_weight(t)) for t in texts]


def compare(texts: list[Text], real: list[Text], net: Network, weights: Weights, version: str) -> None:
    """Show what a card fitted on half of the held authors does on the other half."""
    known = others(texts)
    standards, stances = fit_standards(known + real), fit_stances(known)
    first, second = (_held(texts, authors, net, weights, standards, stances) for authors in (HELD[::2], HELD[1::2]))
    for fitted, measured in ((first, second), (second, first)):
        show(measured, calibrate(fitted, empty_card(version)), version)


def publish(out: Path, net: Network, texts: list[Text], real: list[Text], weights: Weights, card: Card) -> None:
    """Fit the linear halves on all texts and write the artefact."""
    export(out, net, weights, fit_standards(texts + real), fit_stances(texts), card)
    examples = [t for t in texts if t.spans]
    encoder = Encoder(build(out), threads=2)
    write_nearest(out / "nearest.npz", examples, means_of(encoder, [t.text for t in examples]))


def show(held: Held, card: Card, version: str) -> None:
    """Print the table over texts of authors neither the network nor the card has read."""
    authors = sorted({t.author for t in held.texts})
    say(table(report(f"{version}, authors {authors} left out", judge(held, card), 0.0, 200)) + "\n")


def empty_card(version: str) -> Card:
    """A card before calibration."""
    return Card(
        version=version,
        catalogue_version=CATALOGUE_VERSION,
        weights_sha256="",
        stacking=Stacking(1.0, 0.0, 0.0, [0.0] * 12),
        gate=Gate(1.0, 0.0, 0.0, -9.0),
        threshold=0.5,
        shifts=[0.0] * 12,
        stance_mix=[1.0] + [0.0] * (STANCE_FEATURES - 1),
        stance_bias=[0.0] * 3,
        second_stance=1.0,
        evidence_level=0.3,
    )


def _weight(text: Text) -> float:
    return (1.0 if text.lang == "de" else _OTHER_LANGUAGES) * (_LATER_TEXTS if text.author in LATER + LATEST else 1.0)


def _held(
    texts: list[Text],
    authors: tuple[str, ...],
    net: Network,
    weights: Weights,
    standards: Regression,
    stances: Regression,
) -> Held:
    theirs = [t for t in texts if t.author in authors]
    return gather(theirs, *predict(net, theirs, weights), weights, standards, stances)


def _trained(texts: list[Text], weights: Weights, path: Path, plan: Plan, start: Network | None) -> Network:
    if path.is_file():
        net = Network(weights.eps)
        net.load_state_dict(torch.load(path))
        return net.eval()
    net = fit(texts, weights, plan, path.with_suffix(".part.pt"), start)
    torch.save(net.state_dict(), path)
    return net


if __name__ == "__main__":
    main()
