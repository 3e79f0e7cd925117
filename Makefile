# Fotfäste. `make help` lists what can be made.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo development)
COMMIT  := $(shell git rev-parse HEAD 2>/dev/null || echo unknown)

# A static binary without paths of this machine. Debugging tables are left out, which
# also makes compiling faster; GOGC lets the compiler use memory in place of time.
GO_BUILD := GOGC=400 CGO_ENABLED=0 go build -trimpath -gcflags=all=-dwarf=false \
	-ldflags='-s -w -X fotfaste/internal/cli.version=$(VERSION) -X fotfaste/internal/cli.commit=$(COMMIT)'

STYLES         := internal/web/static/dist/app.css
STYLES_SOURCES := package.json package-lock.json $(shell find styles -type f 2>/dev/null)

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: demo
demo: build ## a municipality to try, on http://localhost:8080 (ARGS='--addr 127.0.0.1:9000' for elsewhere)
	@exec bin/fotfaste demo $(ARGS)

.PHONY: build
build: ## write bin/fotfaste, one static binary with pages, styles and texts inside
	@$(MAKE) -j2 styles dependencies
	@$(GO_BUILD) -o bin/fotfaste ./cmd/fotfaste

.PHONY: test
test: ## every test: both engines, race detector, browser; installs what it needs
	@scripts/needs
	@$(MAKE) build e2e/node_modules/.package-lock.json
	@scripts/test

.PHONY: lint
lint: ## the form of the code: gofmt, vet, staticcheck, go.mod, known vulnerabilities
	@scripts/lint

.PHONY: check
check: lint test ## what CI runs: lint and test

.PHONY: e2e
e2e: build e2e/node_modules/.package-lock.json ## the browser's tests alone (ARGS='smoke.test.mjs' for some)
	@cd e2e && node --test --test-concurrency=$$(nproc) --test-timeout=900000 $(ARGS)

.PHONY: kills
kills: styles ## kill the payment runs 500 times on SQLite and 100 on PostgreSQL (KILLS=1000 for other numbers)
	@FOTFASTE_KILLS_SQLITE=$(or $(KILLS),500) FOTFASTE_KILLS_POSTGRES=$(or $(KILLS),100) \
		go test ./internal/cli -count=1 -v -timeout 60m -run '^TestKilledAtAnyPoint$$' | grep -v '^=== '

.PHONY: crowd
crowd: ## 200 at once take and give back places and change the room for 30 seconds on each engine (CROWD=5 for others)
	@FOTFASTE_CROWD=$(or $(CROWD),30) go test ./internal/casework -count=1 -v -timeout 20m -run '^TestACrowd$$' | grep -v '^=== '

.PHONY: bench
bench: ## benchmarks into bin/bench.txt, compared with bin/bench.before.txt if there is one
	@scripts/bench

.PHONY: speed
speed: ## the reckoning alone: a week, a join, everybody's year for 10 000 to 1 000 000 people
	@go test -run '^$$' -bench 'Join|Week|Prepare|Everybody' -benchmem ./internal/period ./internal/compensation

.PHONY: registry
registry: ## benefit classify on a country's registry, beside DuckDB doing the same in SQL
	@scripts/registry

.PHONY: match-speed
match-speed: ## the exact matching from 2 000 to 200 000 participants, beside LEMON where it is installed
	@scripts/match-speed

.PHONY: mutate
mutate: ## does a test fail for every change of a constant or comparison in the compensation? (PACKAGES='internal/duty internal/studies' for others)
	@scripts/mutate

.PHONY: styles
styles: $(STYLES) ## the page styles, from styles/ and the packages in package.json
	@:

$(STYLES): $(STYLES_SOURCES) node_modules/.package-lock.json
	@echo 'npm run styles'
	@npm run --silent styles
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json
	@echo 'npm ci'
	@npm ci --silent --no-audit --no-fund
	@touch $@

e2e/node_modules/.package-lock.json: e2e/package.json e2e/package-lock.json
	@echo 'npm ci, in e2e'
	@cd e2e && npm ci --silent --no-audit --no-fund
	@touch $@

# What others wrote is most of a first build and needs no styles, so it compiles
# while npm works.
.PHONY: dependencies
dependencies:
	@$(GO_BUILD) $$(CGO_ENABLED=0 go list -deps -f '{{if .Module}}{{if not .Module.Main}}{{.ImportPath}}{{end}}{{else}}{{.ImportPath}}{{end}}' ./cmd/fotfaste)

.PHONY: clean
clean: ## remove everything that was made
	@rm -rf bin node_modules e2e/node_modules
	@find internal/web/static/dist -mindepth 1 ! -name .gitkeep -delete
