# What a person or CI does with the project. `make demo` and `make test` work on a fresh machine.

SWIFT ?= swift
RELEASE = .build/release-static
DEMO ?= kaohe-demo
# Packages of Debian that the build needs, and the shell that people look with.
PACKAGES = libsqlite3-dev libcsv-dev libedit-dev libzip-dev libxml2-dev libxlsxwriter-dev sqlite3
# What `make release` needs where it runs, and where nothing is built.
RUNTIME = libedit2 libxml2 libzip4 libxlsxwriter4
# What the recipes of docs/analysts.md run with, beside Tests/Recipes/requirements.txt.
RECIPES = python3-venv r-cran-rsqlite openjdk-17-jre-headless

.PHONY: demo test bench bench-small generate test-field test-faults test-recipes test-fuzz test-sanitize lint format docs release deps check clean

# Build, make a demo database, print its ranking. The folder is made anew each time: record nothing in it.
demo: deps
	$(SWIFT) build --product kaohe
	@rm -rf $(DEMO)
	@.build/debug/kaohe demo $(DEMO)

test: deps
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --parallel

# What takes minutes: a terminal that is killed while answers are typed, eight recorders at once. Needs tmux and python3.
test-field: deps
	$(SWIFT) build --product kaohe
	python3 Tests/Endurance/record_and_kill.py .build/debug/kaohe
	python3 Tests/Endurance/record_at_once.py .build/debug/kaohe

# Kills, full disks, damaged files, clocks that jump, others at the same database: what they leave. SEED repeats a run.
test-faults: deps
	$(SWIFT) build --product kaohe
	python3 Tests/Faults/run.py .build/debug/kaohe --seed $(SEED)

# The recipes of docs/analysts.md with all their tools; `make test` runs those whose tools are there.
test-recipes:
	$(MAKE) deps PACKAGES="$(PACKAGES) $(RECIPES)"
	python3 -m venv .build/recipes
	.build/recipes/bin/pip install -q -r Tests/Recipes/requirements.txt
	$(SWIFT) build --build-tests
	PATH="$(CURDIR)/.build/recipes/bin:$$PATH" KAOHE_ALL_RECIPES=1 $(SWIFT) test --skip-build --filter RecipeTests

# Inputs made at random, so many seconds for each class (rules, csv, xlsx, values, merge); SEED repeats a run. Needs python3.
SECONDS ?= 600
SEED ?= $(shell date +%s)
CLASSES ?= rules csv xlsx values merge
test-fuzz: deps
	$(SWIFT) build -c release --product kaohe-fuzz --scratch-path .build-fuzz
	python3 Tests/Fuzzing/fuzz.py .build-fuzz/release/kaohe-fuzz $(SECONDS) $(CLASSES) --seed $(SEED) --keep .build-fuzz/found

# The tests under AddressSanitizer and ThreadSanitizer, each built apart. The run-time leaks at its end, which is nobody's.
SANITIZED = env KAOHE_SANITIZER=1 SWIFT_BACKTRACE=enable=no
test-sanitize: deps
	$(SANITIZED) ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize=address --scratch-path .build-asan
	$(SANITIZED) $(SWIFT) test --sanitize=thread --scratch-path .build-tsan

# What Kaohe takes, beside the sqlite3 shell (docs/performance.md): a nation, which is minutes and gigabytes, or a hundredth of it.
# Databases are kept in .build/bench, or $KAOHE_BENCH. `bench` appends its table to docs/performance.md; `make bench RECORD=` does not.
RECORD ?= --record

bench: release generate
	python3 Benchmarks/bench.py $(RECORD)

bench-small: release generate
	python3 Benchmarks/bench.py --scale 100

generate: deps
	$(SWIFT) build -c release --package-path Benchmarks --scratch-path .build/benchmarks --product kaohe-generate

BENCHMARKS = Benchmarks/Package.swift Benchmarks/Sources

# Formatting, and warnings as errors in what is ours.
lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Plugins Migrations Questions Fixtures $(BENCHMARKS)

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Plugins Migrations Questions Fixtures $(BENCHMARKS)

check: lint test

# The generated pages: docs/commands.md, docs/schema.md and docs/schema.svg. A test holds them current.
docs: deps
	KAOHE_RECORD=1 $(SWIFT) test --filter ProjectTests.GeneratedDocs || true
	$(SWIFT) test --skip-build --filter ProjectTests.GeneratedDocs

# One stripped binary with the Swift library, SQLite and libcsv linked in. What else it needs, for terminals and XLSX, are
# libraries that Debian has no static ones of: $(RUNTIME).
# The linker takes the first folder that has a library; ours has the static ones only. libxml2's own description names the
# system's folder, which would come first.
release: deps
	@mkdir -p $(RELEASE)/lib
	@for library in csv sqlite3; do \
	  ln -sf $$($(CC) -print-file-name=lib$$library.a) $(RELEASE)/lib/; done
	@printf 'Name: libxml2\nDescription: without its folder\nVersion: 2\nCflags: -I/usr/include/libxml2\nLibs: -lxml2\n' \
	  > $(RELEASE)/lib/libxml-2.0.pc
	PKG_CONFIG_PATH=$(CURDIR)/$(RELEASE)/lib \
	  $(SWIFT) build -c release --product kaohe --static-swift-stdlib --disable-local-rpath --scratch-path $(RELEASE) \
	  -Xlinker -L$(CURDIR)/$(RELEASE)/lib
	strip -o kaohe $(RELEASE)/release/kaohe
	@ls -lh kaohe
	@echo "where it runs: apt install $(RUNTIME)"

# Installs what is missing, and asks for nothing where nothing is.
deps:
	@missing=""; for package in $(PACKAGES); do \
	  dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  echo "installing$$missing"; \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $$missing; fi

clean:
	rm -rf .build .build-fuzz .build-asan .build-tsan kaohe $(DEMO)
