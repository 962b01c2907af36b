import numpy as np
import pytest

from bench.grouping import estimated, postgresql, sqlite
from bench.interviews import interviews, ours
from bench.peer import peer
from bench.populations import KINDS, draw
from bench.runs.survey import apart

FEW = 3000


@pytest.mark.parametrize("database", [sqlite, pytest.param(postgresql, marks=pytest.mark.postgres)])
def test_a_databases_group_by_gives_the_same_figures(database, tmp_path):
    people = interviews(FEW)
    with database(people, tmp_path) as ask:
        assert apart(estimated(ask)[0], ours(people)) < 1e-9


@pytest.mark.slow
@pytest.mark.skipif(peer() is None, reason="neither R's survey nor svy is installed")
def test_the_peer_gives_the_same_figures(tmp_path):
    people = interviews(FEW)
    assert apart(peer().ask(people, tmp_path)[0], ours(people)) < 1e-9


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_simulated_population_has_the_share_it_is_said_to_have(kind):
    people, sample = draw(0.3, 300, kind, np.random.default_rng(1))
    weight = people[sample.weight] if sample.weight else 1.0 + 0 * people["answer"]
    assert (weight * people["answer"]).sum() / weight.sum() == pytest.approx(0.3, abs=0.01)
