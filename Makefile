# Set-up, build, tests and installation: everything starts from a Swift toolchain and nothing else.
# SPDX-License-Identifier: MIT

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

OS := $(shell uname -s)
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PLACE := $(DESTDIR)$(PREFIX)

# One release build serves `evaluate`, `build` and `install`. On Linux it holds every library, so that
# the tool runs where no toolchain is and starts without a dynamic linker; lld takes them in any order.
# The system still places it where it likes, for which glibc wants no search path in it.
RELEASE := --configuration release --product sceau
ifeq ($(OS),Darwin)
export PKG_CONFIG_PATH := $(shell brew --prefix lua@5.4 2>/dev/null)/lib/pkgconfig:$(PKG_CONFIG_PATH)
else
RELEASE += --static-swift-stdlib -Xswiftc -static-executable -Xswiftc -use-ld=lld \
  -Xswiftc -Xclang-linker -Xswiftc -static-pie --disable-local-rpath
endif
SCEAU = $(shell $(SWIFT) build $(RELEASE) --show-bin-path)/sceau

# How long each fuzzer runs, and which; whose tests run under the sanitizers.
SECONDS = 60
FUZZERS = json lua dossier policy crossing patterns
SANITIZED = LuaRuntimeTests

.PHONY: build evaluate test fuzz sanitize benchmark install uninstall setup setup-tests setup-benchmark \
  clean

build: setup ## the release build
	$(SWIFT) build $(RELEASE)

evaluate: build ## everything from nothing to a verdict
	$(SCEAU) evaluate examples/dunkerque-dechets.json --le 2020-07-10

test: setup-tests ## everything from nothing to the tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

fuzz: setup ## each fuzzer for SECONDS, stopping with an error when one finds something
	SWIFT=$(SWIFT) Fuzzing/run $(SECONDS) $(FUZZERS)

sanitize: setup-tests ## the tests that touch C under the sanitizers
	SWIFT=$(SWIFT) .ci/sanitize $(SANITIZED)

benchmark: build setup-benchmark ## sceau beside other engines, into Benchmarks/RESULTS.md
	SCEAU="$(SCEAU)" python3 Benchmarks/run.py

install: build ## the tool, the policies and the completions, under PREFIX
	install -d "$(PLACE)/bin" "$(PLACE)/share/sceau" \
	  "$(PLACE)/share/bash-completion/completions" "$(PLACE)/share/zsh/site-functions" \
	  "$(PLACE)/share/fish/vendor_completions.d"
	install -m 755 "$(SCEAU)" "$(PLACE)/bin/sceau"
	@if command -v strip >/dev/null; then strip "$(PLACE)/bin/sceau"; fi
	rm -rf "$(PLACE)/share/sceau/policies"
	cp -R policies "$(PLACE)/share/sceau/policies"
	"$(SCEAU)" --generate-completion-script bash > "$(PLACE)/share/bash-completion/completions/sceau"
	"$(SCEAU)" --generate-completion-script zsh > "$(PLACE)/share/zsh/site-functions/_sceau"
	"$(SCEAU)" --generate-completion-script fish > "$(PLACE)/share/fish/vendor_completions.d/sceau.fish"
	"$(PLACE)/bin/sceau" --version

uninstall: ## what `install` put under PREFIX
	rm -rf "$(PLACE)/bin/sceau" "$(PLACE)/share/sceau" \
	  "$(PLACE)/share/bash-completion/completions/sceau" \
	  "$(PLACE)/share/zsh/site-functions/_sceau" \
	  "$(PLACE)/share/fish/vendor_completions.d/sceau.fish"

# A package is installed only when what it brings is missing, and its name is said first.
setup:
	@command -v $(SWIFT) >/dev/null || { echo "sceau needs a Swift 6.2 toolchain or newer: swift is not found" >&2; exit 1; }
	@missing=; \
	command -v pkg-config >/dev/null || missing="$$missing pkg-config"; \
	pkg-config --exists lua5.4 2>/dev/null || missing="$$missing liblua5.4-dev"; \
	$(MAKE) --no-print-directory packages PACKAGES="$$missing"

setup-tests: setup
	@missing=; \
	command -v lua5.4 >/dev/null || command -v lua >/dev/null || missing="$$missing lua5.4"; \
	[ -e /usr/share/zoneinfo/Europe/Paris ] || missing="$$missing tzdata"; \
	$(MAKE) --no-print-directory packages PACKAGES="$$missing"

setup-benchmark: setup
	@missing=; \
	command -v cc >/dev/null || missing="$$missing gcc libc6-dev"; \
	command -v valgrind >/dev/null || missing="$$missing valgrind"; \
	python3 -c 'import ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	$(MAKE) --no-print-directory packages PACKAGES="$$missing"

.PHONY: packages
packages:
ifneq ($(strip $(PACKAGES)),)
ifeq ($(OS),Darwin)
	@echo "Missing: $(strip $(PACKAGES)). Installing Homebrew's lua@5.4 and pkgconf."
	brew install lua@5.4 pkgconf
else
	@command -v apt-get >/dev/null || { echo "Missing: $(strip $(PACKAGES)), or what your system calls them." >&2; exit 1; }
	@echo "Missing: $(strip $(PACKAGES)). Installing with apt-get."
	$(SUDO) apt-get update -qq
	$(SUDO) apt-get install -y -qq --no-install-recommends $(PACKAGES)
endif
else
	@:
endif

clean: ## what was built
	$(SWIFT) package clean
