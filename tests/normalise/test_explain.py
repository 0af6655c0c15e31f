"""Why names link as they do: the guard that stopped each body that came near."""

import pytest

from tutanak.normalise.registry import Registry


@pytest.mark.parametrize(
    ("name", "identity", "guard"),
    [
        ("İzmit Valiliği", "tr.il.izmir.valilik", "place"),
        ("Göç İdaresi Müşavirliği", "tr.kurum.goc-idaresi-baskanligi", "head"),
        ("Ankara 5 Nolu Barosu", "tr.oda.ankara-2-baro", "number"),
        ("Toplum Dayanışma Gönüllüleri Vakfı", "tr.stk.tog", "word"),
        ("TBB", "tr.meslek.barolar-birligi", "rival"),
        ("Göç İdaresi Bşk.", "tr.kurum.goc-idaresi-baskanligi", None),
    ],
)
def test_guard(name: str, identity: str, guard: str | None) -> None:
    explanation = Registry.load().explain(name)
    found = {candidate.id: candidate for candidate in explanation.candidates}
    assert found[identity].guard == guard


def test_the_answer_comes_first() -> None:
    explanation = Registry.load().explain("Göç İdaresi Gn. Md.")
    assert explanation.key == "göç idaresi genel müdürlüğü"
    assert explanation.candidates[0].id == explanation.link.id
    assert 0 < len(explanation.candidates) <= 8
