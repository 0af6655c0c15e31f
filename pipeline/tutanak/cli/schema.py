"""`tutanak schema`: the contract of a record, for other programs."""

import typer


def command() -> None:
    """Print the JSON Schema of a record.

    Example: tutanak schema > record.schema.json
    """
    import json

    from tutanak.records import Record

    typer.echo(json.dumps(Record.model_json_schema(mode="serialization"), indent=2))
