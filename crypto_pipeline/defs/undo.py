"""The job that takes what a run brought out of everything that is served, or back."""

from typing import Any

import dagster as dg

from crypto_pipeline import stages
from crypto_pipeline.catalog import UNDO_JOB, UNDO_OP
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.sources.description import Stream


def build_undo_job(streams: list[Stream]) -> dg.JobDefinition:
    """Started from the Dagster UI's launchpad, or over HTTP; the config names the run."""

    run = dg.Field(str, description="The run that is to be undone; an undo can be undone, too.")

    @dg.op(
        name=UNDO_OP,
        config_schema={"run_id": run},
        description="Withdraws what a run brought: raw keeps it, nothing serves it, replays leave it out.",
    )
    def undo(context: dg.OpExecutionContext, platform: dg.ResourceParam[Platform]) -> None:
        run_id = context.op_config["run_id"]
        try:
            changes = stages.undo(platform.url, streams, run_id, context.run.run_id, context.log.info)
        except stages.UndoError as error:
            raise dg.Failure(str(error), allow_retries=False) from None
        context.add_output_metadata({"run": run_id, "changes": [f"{c.source}/{c.stream}: {c.kind}" for c in changes]})

    @dg.job(
        name=UNDO_JOB,
        description="Takes what a run brought out of everything that is served; undoing that run takes it back.",
        executor_def=dg.in_process_executor,
    )
    def undo_run() -> Any:
        undo()

    return undo_run
