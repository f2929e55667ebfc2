# `make` explains the targets. Each does its own set-up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help setup demo up refresh test slow hostile starts kills load judgement image compose-up compose-down \
	compose-backup compose-restore compose-logs smoke psql test-containers lint dist sbom format contract bench lock clean

help: ## Show this help
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.runtime: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 1; }
	@echo "installing into $(VENV) (a minute or two)"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

setup: $(VENV)/.dev ## Install everything into .venv, the tools of development included

demo: $(VENV)/.runtime ## Run the whole platform on simulated upstreams: no keys, no network, data of its own
	@exec $(BIN)/crypto-platform up --demo

up: $(VENV)/.runtime ## Run the whole platform on the real upstreams
	@exec $(BIN)/crypto-platform up

refresh: $(VENV)/.runtime ## Load every source once, now
	@exec $(BIN)/crypto-platform refresh

test: $(VENV)/.dev ## Run the tests, but for those that take long: slow, hostile, starts, kills, load, contract
	$(BIN)/python -m pytest -n 2 --dist worksteal --durations 5

slow: $(VENV)/.dev ## Run the tests that start, starve and kill whole platforms, in odd homes and surroundings
	$(BIN)/python -m pytest -n 2 --dist worksteal -m slow

hostile: $(VENV)/.dev ## Hold the platform against hostile upstreams and clients
	$(BIN)/python -m pytest -n 2 --dist worksteal -o addopts=-ra tests/hostile

STARTS ?= 30
starts: $(VENV)/.dev ## Start the platform 30 times in a row: live and demo, idle and busy (STARTS=4 for fewer)
	$(BIN)/python -m tests.endurance starts $(STARTS)

KILLS ?= 300
kills: $(VENV)/.dev ## Kill 300 loads at every stage: nothing is lost or doubled (KILLS=30 for fewer)
	$(BIN)/python -m tests.endurance kills $(KILLS)

SECONDS ?= 600
load: $(VENV)/.dev ## Ten minutes of load while the database dies now and then (SECONDS=60 for less)
	$(BIN)/python -m tests.endurance load $(SECONDS)

judgement: $(VENV)/.dev ## How well errors are told from true moves, over a simulated year of 2,000 coins
	$(BIN)/python -m benchmarks.judgement

IMAGE ?= localhost/crypto-platform:latest
ENGINE ?= $(shell docker info >/dev/null 2>&1 && echo docker || echo podman)
TLS ?=
COMPOSE ?= $(if $(filter docker,$(ENGINE)),docker compose,podman-compose) -p crypto-platform \
	-f docker-compose.yml $(if $(TLS),-f deploy/compose/tls.yml)
# The services without the simulator, named one by one: older implementations know no profiles
PARTS := postgres migrate code-server dagster-webserver dagster-daemon api $(if $(TLS),proxy)
DEMO ?=
FROM ?=
ENV_FILE := $(if $(DEMO),.env.demo,.env)
IN_ENV := deploy/compose/with-env.sh $(ENV_FILE) env PLATFORM_ENV=$(ENV_FILE) PLATFORM_IMAGE=$(IMAGE)

image: ## Build the image (IMAGE=name, ENGINE=docker or podman)
	$(ENGINE) build $(if $(filter podman,$(ENGINE)),--format docker) --tag $(IMAGE) .

compose-up: image ## Run the parts in containers (DEMO=1: on simulated upstreams; TLS=1: behind Caddy); writes missing secrets into .env
	@deploy/compose/env.sh $(ENV_FILE) $(if $(DEMO),demo)
	@$(IN_ENV) $(COMPOSE) up -d $(PARTS) $(if $(DEMO),simulator)

compose-backup: ## Back up the database and the inbox of the containers into their volume for backups
	@$(IN_ENV) $(COMPOSE) exec code-server crypto-platform backup

compose-restore: image ## Fill new, empty volumes from a backup: FROM=a folder here, or a name in the volume for backups
	@[ -n "$(FROM)" ] || { echo "say which: make compose-restore FROM=/srv/backups/crypto-20261126T041500Z"; exit 1; }
	@deploy/compose/env.sh $(ENV_FILE) $(if $(DEMO),demo)
	@$(IN_ENV) deploy/compose/restore.sh "$(FROM)" $(COMPOSE)

compose-down: ## Stop and remove the containers; what they have stored stays
	@$(IN_ENV) $(COMPOSE) down

compose-logs: ## Follow what the containers say
	@$(IN_ENV) $(COMPOSE) logs -f

test-containers: $(VENV)/.dev ## Test the image and the parts in containers, with podman
	$(BIN)/python -m pytest -o addopts=-ra tests/containers

smoke: $(VENV)/.runtime ## Check the platform in the containers from end to end
	@$(IN_ENV) sh -c '$(BIN)/crypto-platform smoke http://127.0.0.1:$${API_PORT:-8000}'

psql: ## A psql in the containers' database
	@$(IN_ENV) $(COMPOSE) exec postgres psql -U crypto crypto

lint: $(VENV)/.dev ## Check style, types, layers and the Dockerfile
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/hadolint Dockerfile

dist: $(VENV)/.dev ## Build the wheel and the source distribution into dist/
	$(BIN)/python -m hatchling build -d dist

sbom: $(VENV)/.dev ## Write what the pins bring along, as CycloneDX, into dist/
	@mkdir -p dist
	$(BIN)/python -W ignore -m cyclonedx_py requirements requirements.txt --pyproject pyproject.toml --output-reproducible \
		--of JSON -o dist/crypto-platform.cdx.json

format: $(VENV)/.dev ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

EXAMPLES ?= 180
contract: $(VENV)/.dev ## Hold the API against its OpenAPI document: 5,000 cases (EXAMPLES=40 for fewer)
	$(BIN)/python -m tests.contract $(EXAMPLES)

bench: $(VENV)/.dev ## Measure: a load against plain COPY, a scheduled run, the API against the usual way, storage, memory, copies
	$(BIN)/python -m benchmarks.ingest
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.api
	$(BIN)/python -m benchmarks.stats
	$(BIN)/python -m benchmarks.storage
	$(BIN)/python -m benchmarks.history
	$(BIN)/python -m benchmarks.memory
	$(BIN)/python -m benchmarks.copies

COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-header pyproject.toml
lock: $(VENV)/.dev ## Pin the newest versions that pyproject.toml allows
	$(COMPILE) --extra build -o requirements.txt
	$(COMPILE) --extra build --extra dev -c requirements.txt -o requirements-dev.txt

clean: ## Remove .venv, caches and the demo's data (live data in .platform stays)
	rm -rf $(VENV) .platform-demo .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
