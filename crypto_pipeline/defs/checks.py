"""Asset checks, made from the registered sources: what each records' counts, rows, age and refusals must be."""

from datetime import UTC, datetime

import dagster as dg

from crypto_pipeline.defs.assets import rows_key
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.normalize.contracts import ARTICLE, QUOTE, violations
from crypto_pipeline.sources.base import Source
from crypto_pipeline.warehouse import health, ledger

MAX_QUARANTINE_RATIO = 0.05


def build_checks(sources: list[Source]) -> list[dg.AssetChecksDefinition]:
    """Four checks for each source, on the asset that its records are normalised into."""
    makers = (_adds_up, _contract, _freshness, _quarantine)
    return [make(source) for source in sources for make in makers]


def _adds_up(source: Source) -> dg.AssetChecksDefinition:
    @dg.asset_check(
        asset=rows_key(source),
        name="adds_up",
        blocking=True,
        description="Every record that the run received is stored, unchanged or refused, by the ledger and by raw.",
    )
    def adds_up(context: dg.AssetCheckExecutionContext, platform: dg.ResourceParam[Platform]) -> dg.AssetCheckResult:
        wrong = ledger.discrepancies(platform.url, source.name, context.run.run_id)
        return dg.AssetCheckResult(passed=not wrong, description="; ".join(wrong) or "nothing is missing")

    return adds_up


def _contract(source: Source) -> dg.AssetChecksDefinition:
    quotes = source.kind == "quotes"

    @dg.asset_check(
        asset=rows_key(source),
        name="contract",
        blocking=False,
        description="Every stored row meets its contract.",
    )
    def contract(platform: dg.ResourceParam[Platform]) -> dg.AssetCheckResult:
        frame = health.latest_quotes(platform.url, source.name) if quotes else health.articles(platform.url)
        broken = violations(QUOTE if quotes else ARTICLE, frame)
        examples = [f"{frame.iloc[i, 0]}: {', '.join(reasons)}" for i, reasons in list(broken.items())[:5]]
        return dg.AssetCheckResult(
            passed=not broken,
            metadata={"rows": len(frame), "broken": len(broken), "examples": dg.MetadataValue.json(examples)},
        )

    return contract


def _freshness(source: Source) -> dg.AssetChecksDefinition:
    @dg.asset_check(
        asset=rows_key(source),
        name="freshness",
        description=f"The newest record was observed less than {source.stale_after} ago.",
    )
    def freshness(platform: dg.ResourceParam[Platform]) -> dg.AssetCheckResult:
        newest = health.newest_observation(platform.url, source.name, source.kind)
        if newest is None:
            return dg.AssetCheckResult(
                passed=False, severity=dg.AssetCheckSeverity.WARN, description="nothing is stored"
            )
        age = datetime.now(UTC) - newest
        return dg.AssetCheckResult(
            passed=age < source.stale_after,
            severity=dg.AssetCheckSeverity.WARN,
            description=f"the newest record is {age} old",
            metadata={"newest": dg.MetadataValue.timestamp(newest), "age_seconds": age.total_seconds()},
        )

    return freshness


def _quarantine(source: Source) -> dg.AssetChecksDefinition:
    @dg.asset_check(
        asset=rows_key(source),
        name="quarantine_ratio",
        description=f"At most {MAX_QUARANTINE_RATIO:.0%} of the last run's new records were refused.",
    )
    def quarantine_ratio(platform: dg.ResourceParam[Platform]) -> dg.AssetCheckResult:
        refused, records = health.quarantine_ratio(platform.url, source.name)
        ratio = refused / records if records else 0.0
        return dg.AssetCheckResult(
            passed=ratio <= MAX_QUARANTINE_RATIO,
            severity=dg.AssetCheckSeverity.WARN,
            description=f"{refused} of {records} records; see the table quarantine for the reasons",
            metadata={"refused": refused, "records": records, "ratio": ratio},
        )

    return quarantine_ratio
