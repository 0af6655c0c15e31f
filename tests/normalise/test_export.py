"""Export and import: what goes out comes back the same."""

import json
from pathlib import Path

import pytest

from tutanak.errors import OutputError, ResourceError
from tutanak.normalise.export import write_csv, write_ftm
from tutanak.normalise.registry import Registry
from tutanak.resources.bodies import listed, read_file
from tutanak.resources.ftm import parse_ftm

LINE = '{"id": "x.a", "schema": "PublicBody", "properties": {"name": ["A"]}}'


def test_csv_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    assert write_csv(Registry.load(), path) == len(listed())
    bodies, aliases = read_file(path)
    assert {body.id: body for body in bodies} == dict(listed())
    assert ("int.unhcr", "UNHCR", "acronym") in aliases


def test_ftm_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    write_ftm(Registry.load(), path)
    bodies, aliases = read_file(path)
    for body in bodies:
        own = listed()[body.id]
        assert (body.name, body.kind, body.parent) == (own.name, own.kind, own.parent)
        assert (body.valid_from, body.valid_to) == (own.valid_from, own.valid_to)
        assert body.successors == own.successors
    assert len(bodies) == len(listed())
    assert ("int.unhcr", "BMMYK", "acronym") in aliases


def test_composed_bodies_on_request(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    assert write_csv(Registry.load(), path, composed=True) > 20_000
    assert "tr.ilce.istanbul.pendik.belediye,Pendik Belediyesi" in path.read_text(encoding="utf-8")


def test_entities_of_others_load(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    entity = json.loads(LINE)
    entity["properties"] |= {
        "name": ["Denizyıldızı Kurumu", "Starfish Agency"],
        "weakAlias": ["DYK"],
    }
    path.write_text(json.dumps(entity), encoding="utf-8")
    registry = Registry.load([path])
    assert [registry.link(n).id for n in ("Denizyıldızı Kurumu", "Starfish Agency", "DYK")] == (
        ["x.a"] * 3
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "own.json, line 1: not JSON"),
        ("[]", "own.json, line 1: no entity, but list"),
        ('{"id": 1}', "own.json, line 1: `id` and `schema` must be strings"),
        (
            '{"id": "a", "schema": "Company", "properties": {"name": "A"}}',
            "own.json, line 1, properties: must map",
        ),
        ('{"id": "a", "schema": "Company", "properties": {}}', "own.json, line 1, name: empty"),
        (f"{LINE}\n\n{LINE}", "own.json, line 3, id: 'x.a' is there twice"),
        (
            LINE.replace('"name"', '"incorporationDate": ["soon"], "name"'),
            "own.json, line 1, incorporationDate: 'soon' is not",
        ),
    ],
)
def test_broken_entities(text: str, message: str) -> None:
    with pytest.raises(ResourceError) as caught:
        parse_ftm(text, "own.json")
    assert str(caught.value).startswith(message)


def test_no_folder_to_write_to(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="could not be written"):
        write_ftm(Registry.load(), tmp_path / "none" / "out.jsonl")
