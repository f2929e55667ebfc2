"""The job that makes a backup, and its schedule where `BACKUP_DIR` says where to."""

from typing import Any

import dagster as dg

from crypto_pipeline.defs.jobs import check_cron
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.stages.backup import back_up_by_schedule
from crypto_pipeline.warehouse.cluster import ServerError
from crypto_pipeline.warehouse.manifest import BackupError

JOB = "back_up"


def build_backup_job(streams: list[Stream]) -> dg.JobDefinition:
    """A backup into `BACKUP_DIR`; a run that fails says what to do."""

    @dg.op(
        name="backup", description="Copies the database of one moment and the inboxes' files; the oldest backups go."
    )
    def backup(context: dg.OpExecutionContext, platform: dg.ResourceParam[Platform]) -> None:
        try:
            to, manifest, gone = back_up_by_schedule(platform.url, streams, platform.settings, context.log.info)
        except (BackupError, ServerError, OSError) as error:
            raise dg.Failure(str(error), allow_retries=False) from None
        context.add_output_metadata({
            "place": dg.MetadataValue.path(str(to)), "bytes": manifest.bytes,
            "rows": manifest.rows, "removed": [str(path) for path in gone],
        })  # fmt: skip

    @dg.job(
        name=JOB,
        description="Writes a backup into BACKUP_DIR. crypto-platform restore brings one back.",
        executor_def=dg.in_process_executor,
    )
    def back_up() -> Any:
        backup()

    return back_up


def build_backup_schedules(job: dg.JobDefinition, settings: Settings) -> list[dg.ScheduleDefinition]:
    """The schedule; none while nobody has said where to."""
    check_cron("BACKUP_CRON", settings.backup_cron)
    if settings.backup_dir is None or settings.is_demo:
        return []
    return [
        dg.ScheduleDefinition(
            name=f"{JOB}_schedule",
            job=job,
            cron_schedule=settings.backup_cron,
            execution_timezone="UTC",
            default_status=dg.DefaultScheduleStatus.RUNNING,
            description=f"At {settings.backup_cron} (UTC) into BACKUP_DIR; {settings.backup_keep} are kept.",
        )
    ]
