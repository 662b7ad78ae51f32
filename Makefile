.DEFAULT_GOAL := help
.PHONY: help setup demo test test-vm catalog fuzz gate check build bench pictures fmt clean
.PHONY: do-demo do-test do-test-vm do-catalog do-fuzz do-gate do-check do-build do-bench do-pictures do-fmt
.PHONY: format lint types go-check schema-current crash-pages-current dist-current tests-passed

# Go may lie outside PATH.
GO_BIN := $(shell sh scripts/setup.sh --go-bin)
ifneq ($(GO_BIN),)
export PATH := $(GO_BIN):$(PATH)
endif

BIN := node_modules/.bin
JEST := node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | awk -F '\t' '{ printf "  make %-8s %s\n", $$1, $$2 }'

setup: ## install what is missing: Go, Node, a C compiler
	@sh scripts/setup.sh

# Set-up may have installed Go: start over, to find it.
demo: setup ## guard the example module, which fails on purpose
test: setup ## Go tests of the probe, then jest (ARGS="..." for jest)
test-vm: setup ## kernel kills under cgroup v2, in a small virtual machine (ARGS="..." for jest)
catalog: setup ## every known crash with the real toolchain (ARGS="case or family ...")
fuzz: setup ## 100,000 damaged crash texts through the parser (CRASH_MUTATIONS=n), and random ones
gate: setup ## injected growths are blocked, identical code is not (ARGS="injected|unchanged ...")
check: setup ## format, lint, types, tests, and whether dist/, docs/crashes and docs/*.schema.json are current
build: setup ## write dist/, docs/crashes and docs/*.schema.json
bench: setup ## start-up time, and the price of the guard
pictures: setup ## the pictures of the README, from a real run
fmt: setup ## format everything
demo test test-vm catalog fuzz gate check build bench pictures fmt:
	@$(MAKE) --no-print-directory do-$@

clean: ## remove node_modules and what runs have written
	rm -rf node_modules coverage examples/.crash-guard .crash-guard

.PHONY: deps
deps:
	@sh scripts/deps.sh

do-demo:
	@sh scripts/demo.sh

do-test: deps
ifeq ($(ARGS),)
	@node scripts/tested.mjs node scripts/test.mjs
else
	@$(JEST) $(ARGS)
endif

do-test-vm: deps
	@sh scripts/vm/test.sh $(VM_OPTIONS) $(ARGS)

do-catalog: deps
	@node scripts/catalog/run.mjs $(ARGS)

# Of the parsers, but for those that choose their own seeds.
DRAWING_TESTS = $$(grep -l "from 'fast-check'" __tests__/crash/*.test.ts __tests__/gotest/*.test.ts | grep -v test-selection)

do-fuzz: deps
	@CRASH_MUTATIONS=$${CRASH_MUTATIONS:-100000} FAST_CHECK_SEED=$${FAST_CHECK_SEED:-random} $(JEST) \
		__tests__/crash/mutations.test.ts $(DRAWING_TESTS)

do-gate: deps
	@node scripts/gate/gate.mjs $(ARGS)

do-check: format lint types go-check schema-current crash-pages-current dist-current tests-passed

format: deps
	$(BIN)/prettier --check --log-level warn .

lint: deps
	$(BIN)/eslint --max-warnings 0 .

types: deps
	$(BIN)/tsc
	$(BIN)/tsc --project src/render/html/client

go-check:
	@sh scripts/go-check.sh

schema-current: deps
	@node scripts/schema.mjs --check

crash-pages-current: deps
	@node scripts/catalog/docs.mjs --check

dist-current: deps
	@node scripts/check-dist.mjs

tests-passed: deps
	@node scripts/tested.mjs --unless-green node scripts/test.mjs

do-build: deps
	@node scripts/schema.mjs
	@node scripts/catalog/docs.mjs
	@node scripts/build.mjs

do-bench: deps
	@node scripts/bench.mjs $(ARGS)

do-pictures: deps
	@node scripts/pictures.mjs

do-fmt: deps
	$(BIN)/prettier --write --log-level warn .
	gofmt -w src/probe
