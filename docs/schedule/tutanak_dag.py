"""An Airflow DAG: one round of `tutanak sync` every hour."""

from datetime import datetime, timedelta

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

ARCHIVE = "/srv/archive"  # holds sources.toml, the store and a virtual environment

with DAG(
    dag_id="tutanak_sync",
    schedule="17 * * * *",
    start_date=datetime(2024, 1, 1),
    catchup=False,  # a round takes all that is new, however long ago the last one was
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10)},
):
    BashOperator(
        task_id="sync",
        # 3: done, but something was set aside; `tutanak status` says what.
        bash_command=".venv/bin/tutanak sync --wait 600 || [ $? -eq 3 ]",
        cwd=ARCHIVE,
        execution_timeout=timedelta(hours=6),
    )
