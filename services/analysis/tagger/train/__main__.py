# mypy: allow-subclassing-any, allow-untyped-calls, no-warn-return-any, no-warn-unused-ignores
"""Trains the tagger: `python -m services.analysis.tagger.train [--work FOLDER] [--real FILE] [--out FOLDER]`.

Four stages, each kept in the work folder so that a broken run goes on where it stopped:
  held    train without the authors HELD and predict their texts (nobody the model has read wrote them)
  final   train on all training texts
  cards   fit calibration, thresholds and stances on the held texts
  export  write the artefact

Takes about 30 minutes on two cores and 6 GB. `--real` names unlabelled real contributions used as texts without a
standard (`shared/data/contributions.jsonl`); without the file training works, a little less careful with real matter.
"""

import argparse
import random
from pathlib import Path

import torch

from ..build import ARTEFACT, Card, Stacking, build, cache_folder
from ..classifier import probabilities, standard_logits
from ..domain.standards import CATALOGUE_VERSION
from ..encoder import Encoder
from ..evaluate import report, table
from ..model import means_of
from ..weights import Weights, find_file, read_weights
from .calibrate import Held, _encoded, calibrate, judge
from .export import export, write_card, write_nearest
from .fit import Plan, fit, predict, say
from .linear import fit_linear, linear_logits
from .network import Network
from .texts import Text, read_texts, read_unlabelled

DATA = Path(__file__).parent.parent / "data"
HELD = ("d", "r")
VERSION = "e5-ft-2026-11-a"


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
    held = held_out(texts, real, weights, asked.work)
    net = final(texts + real, weights, asked.work)
    card = calibrate(held, weights, empty_card(asked.version))
    show_held(held, weights, card)
    linear = fit_linear(texts + real)
    card = export(asked.out, net, weights, linear, card)
    write_card(asked.out, card)
    examples = [t for t in texts if t.spans]
    encoder = Encoder(build(asked.out, cache_folder(card.version)))
    write_nearest(asked.out / "nearest.npz", examples, means_of(encoder, [t.text for t in examples]))


def held_out(texts: list[Text], real: list[Text], weights: Weights, work: Path) -> Held:
    """Logits of the texts of HELD by a model that has read nothing of theirs."""
    theirs = [t for t in texts if t.author in HELD]
    others = [t for t in texts if t.author not in HELD] + real
    net = _trained(others, weights, work / "held.pt")
    cells, evidence = predict(net, theirs, weights)
    linear = linear_logits([t.text for t in theirs], *fit_linear(others))
    return Held(theirs, cells, evidence, linear)


def final(texts: list[Text], weights: Weights, work: Path) -> Network:
    """The network trained on everything."""
    return _trained(texts, weights, work / "final.pt")


def show_held(held: Held, weights: Weights, card: Card) -> None:
    """Print the table over the held authors (thresholds were fitted on them: a little too good)."""
    likely = probabilities(standard_logits(held.cells), held.linear, card)
    judged = judge(held.texts, _encoded(held, weights), likely, card)
    say(table(report(f"{card.version} without authors {HELD}", judged, 0.0, 200)))


def empty_card(version: str) -> Card:
    """A card before calibration."""
    none = [0.0] * 12
    return Card(
        version=version,
        catalogue_version=CATALOGUE_VERSION,
        weights_sha256="",
        stacking=Stacking(1.0, 0.0, none),
        first_threshold=0.5,
        next_threshold=0.5,
        thresholds=none,
        second_stance=1.0,
        evidence_level=0.4,
        stance_bias=[0.0] * 3,
    )


def _trained(texts: list[Text], weights: Weights, path: Path) -> Network:
    if path.is_file():
        net = Network(weights.eps)
        net.load_state_dict(torch.load(path))
        return net.eval()
    net = fit(texts, weights, Plan())
    torch.save(net.state_dict(), path)
    return net


if __name__ == "__main__":
    main()
