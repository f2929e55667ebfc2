# The platform in one image: crypto-platform is its entry point, PLATFORM_HOME its only volume.
ARG PYTHON=3.13-slim-trixie

FROM docker.io/library/python:${PYTHON} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_CACHE_DIR=/var/cache/pip PYTHONDONTWRITEBYTECODE=1
WORKDIR /src
RUN python -m venv --without-pip /opt/venv
# first what changes seldom: a change of our own code begins below
COPY requirements.txt ./
RUN --mount=type=cache,target=/var/cache/pip \
    python -m pip --python /opt/venv/bin/python install --quiet --require-hashes --requirement requirements.txt && \
    find /opt/venv/lib -depth \( -type d -name tests -o -name '*.map' -o -name '*.h' -o -name '*.hpp' -o -name '*.pyx' \
        -o -name '*.pxd' \) -exec rm -rf {} +
COPY pyproject.toml README.md dagster.yaml ./
COPY data ./data
COPY api_server ./api_server
COPY crypto_pipeline ./crypto_pipeline
# no cache here: every build of ours has the same name
RUN python -m pip --python /opt/venv/bin/python install --quiet --no-cache-dir --no-deps --no-build-isolation \
    --target /opt/platform .

FROM docker.io/library/python:${PYTHON}
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="crypto-platform" \
      org.opencontainers.image.description="A self-hosted crypto market-data platform: Dagster assets, PostgreSQL, a query API" \
      org.opencontainers.image.version="${VERSION}"
ENV PATH=/opt/platform/bin:/opt/venv/bin:${PATH} \
    PYTHONPATH=/opt/platform \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PLATFORM_HOME=/var/lib/crypto-platform \
    CSV_INBOX=/var/lib/crypto-platform/inbox \
    LOG_FORMAT=json \
    API_HOST=0.0.0.0 \
    DAGSTER_HOST=0.0.0.0
# group 0 may do what the user may: an arbitrary uid, which some clusters give, is in that group
RUN useradd --uid 10001 --gid 0 --home-dir /var/lib/crypto-platform --no-create-home --shell /usr/sbin/nologin platform && \
    install -d -o 10001 -g 0 -m 0770 /var/lib/crypto-platform /var/lib/crypto-platform/inbox \
        /var/lib/crypto-platform/backups
COPY --from=build /opt/venv /opt/venv
COPY --from=build /opt/platform /opt/platform
WORKDIR /var/lib/crypto-platform
USER 10001:0
VOLUME /var/lib/crypto-platform
EXPOSE 8000 3000
HEALTHCHECK --interval=30s --timeout=10s --start-period=180s --retries=3 CMD ["crypto-platform", "health"]
ENTRYPOINT ["crypto-platform"]
CMD ["up"]
