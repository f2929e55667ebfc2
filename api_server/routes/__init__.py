"""One module per resource, thin: parameters in, a query's rows out."""

from api_server.routes import assets, coins, index, loads, metrics, news, operations, series, system

HANDLERS = [
    coins.data, assets.asset, assets.asset_of, assets.raw_record, assets.raw, news.news, news.article, news.records,
    series.history, series.candles, series.histories, series.comparison, series.revisions, series.whole_market,
    operations.stats, operations.quality, operations.refused, operations.status, operations.runs, operations.run,
    operations.sources,
    loads.start, loads.undo,
    system.live, system.ready, system.detailed, system.info, metrics.metrics, metrics.metrics_json,
    index.index, index.docs, index.docs_asset, index.problem,
]  # fmt: skip
