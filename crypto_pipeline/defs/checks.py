"""Asset checks, made from the streams: what each one's counts, rows, age and refusals must be."""

from datetime import UTC, datetime

import dagster as dg

from crypto_pipeline.catalog import MAX_QUARANTINE_RATIO, UNIFIED_CHECK
from crypto_pipeline.defs.keys import UNIFIED_KEY, rows_key
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.normalize.contracts import violations
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.stages.products import PRODUCTS
from crypto_pipeline.warehouse import health, ledger

# Of the coins; as many as that are no longer single errors, but a source that lies
MAX_DOUBTED_RATIO = 0.05


def build_checks(streams: list[Stream]) -> list[dg.AssetChecksDefinition]:
    """Four checks for each stream, on the asset that its records are normalised into."""
    makers = (_adds_up, _contract, _freshness, _quarantine)
    return [make(stream) for stream in streams for make in makers]


def build_judgement_check() -> dg.AssetChecksDefinition:
    """The check of the unified record."""

    @dg.asset_check(
        asset=UNIFIED_KEY,
        name=UNIFIED_CHECK,
        description=f"Of at most {MAX_DOUBTED_RATIO:.0%} of the coins a quote is held back, or fresh sources disagree.",
    )
    def judgement(platform: dg.ResourceParam[Platform]) -> dg.AssetCheckResult:
        found = health.judgements(platform.url)
        doubted = found["held_back"] + found["disagree"]
        return dg.AssetCheckResult(
            passed=doubted <= found["coins"] * MAX_DOUBTED_RATIO,
            severity=dg.AssetCheckSeverity.WARN,
            description=f"of {found['coins']:,} coins {found['held_back']:,} have quotes held back,"
            f" {found['disagree']:,} sources that disagree, {found['old']:,} only old quotes (see flags in /data)",
            metadata=found,
        )

    return judgement


def _adds_up(stream: Stream) -> dg.AssetChecksDefinition:
    @dg.asset_check(
        asset=rows_key(stream),
        name="adds_up",
        blocking=True,
        description="Every record that the run received is stored, unchanged or refused, by the ledger and by raw.",
    )
    def adds_up(context: dg.AssetCheckExecutionContext, platform: dg.ResourceParam[Platform]) -> dg.AssetCheckResult:
        wrong = [
            text
            for one in (stream, *stream.pasts)
            for text in ledger.discrepancies(platform.url, one.source.name, one.name, context.run.run_id)
        ]
        return dg.AssetCheckResult(passed=not wrong, description="; ".join(wrong) or "nothing is missing")

    return adds_up


def _contract(stream: Stream) -> dg.AssetChecksDefinition:
    product = PRODUCTS[stream.product]

    @dg.asset_check(
        asset=rows_key(stream),
        name="contract",
        blocking=False,
        description="Every stored row meets its contract.",
    )
    def contract(platform: dg.ResourceParam[Platform]) -> dg.AssetCheckResult:
        frame = product.latest(platform.url, stream.source.name)
        broken = violations(product.contract, frame)
        examples = [f"{frame.iloc[i, 0]}: {', '.join(reasons)}" for i, reasons in list(broken.items())[:5]]
        return dg.AssetCheckResult(
            passed=not broken,
            metadata={"rows": len(frame), "broken": len(broken), "examples": dg.MetadataValue.json(examples)},
        )

    return contract


def _freshness(stream: Stream) -> dg.AssetChecksDefinition:
    @dg.asset_check(
        asset=rows_key(stream),
        name="freshness",
        description=f"The newest record was observed less than {stream.stale_after} ago.",
    )
    def freshness(platform: dg.ResourceParam[Platform]) -> dg.AssetCheckResult:
        newest = PRODUCTS[stream.product].newest(platform.url, stream.source.name)
        if newest is None:
            return dg.AssetCheckResult(
                passed=False, severity=dg.AssetCheckSeverity.WARN, description="nothing is stored"
            )
        age = datetime.now(UTC) - newest
        return dg.AssetCheckResult(
            passed=age < stream.stale_after,
            severity=dg.AssetCheckSeverity.WARN,
            description=f"the newest record is {age} old",
            metadata={"newest": dg.MetadataValue.timestamp(newest), "age_seconds": age.total_seconds()},
        )

    return freshness


def _quarantine(stream: Stream) -> dg.AssetChecksDefinition:
    @dg.asset_check(
        asset=rows_key(stream),
        name="quarantine_ratio",
        description=f"At most {MAX_QUARANTINE_RATIO:.0%} of the last run's new records were refused.",
    )
    def quarantine_ratio(platform: dg.ResourceParam[Platform]) -> dg.AssetCheckResult:
        refused, records = health.quarantine_ratio(platform.url, stream.source.name, stream.name, stream.product)
        ratio = refused / records if records else 0.0
        return dg.AssetCheckResult(
            passed=ratio <= MAX_QUARANTINE_RATIO,
            severity=dg.AssetCheckSeverity.WARN,
            description=f"{refused} of {records} records; see the table quarantine for the reasons",
            metadata={"refused": refused, "records": records, "ratio": ratio},
        )

    return quarantine_ratio
