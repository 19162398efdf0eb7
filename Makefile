PREFIX ?= /usr/local
DEMO_FLAGS ?=
BUILD = swift build -c release
# All tests at once starve each other: so many at a time for each processor.
TEST = swift test --disable-xctest --experimental-maximum-parallelization-width $$(($$(getconf _NPROCESSORS_ONLN) * 4))

.PHONY: help prerequisites prerequisites-tests demo test test-upgrade test-history test-batches landed-dump test-isolation test-faults test-thread
.PHONY: test-address
.PHONY: bench bench-cycle bench-postgres bench-policy bench-audit bench-provision bench-jobs bench-fairness bench-bloat bench-transfer model soak-postgres docs format schema lint install clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.* ## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

prerequisites: ## install the Debian packages that are missing
	@deploy/install-prerequisites

prerequisites-tests: ## the same, with those that only the tests need
	@deploy/install-prerequisites tests

demo: prerequisites ## a city of synthetic people, appraised and placed, on a private server (DEMO_FLAGS="…")
	$(BUILD) --product mutasi && $(BUILD) --product mutasid && .build/release/mutasi demo $(DEMO_FLAGS)

test: prerequisites-tests ## all tests, against a private server that they start themselves
	$(TEST)

test-faults: prerequisites-tests ## a thousand kills; ten minutes of all other faults at once; 10,000 commands on a database that answers anything
	MUTASI_FAULT_KILLS=1000 MUTASI_FAULT_PEOPLE=200000 MUTASI_FAULT_JOBS=20000 MUTASI_FAULT_AGENCIES=52 MUTASI_FAULT_SECONDS=600 \
		MUTASI_FAULT_STATES=10000 $(TEST) --filter Fault

test-upgrade: prerequisites-tests ## migrate a filled city of every landed version to the present
	$(TEST) --filter UpgradeTests

test-history: prerequisites-tests ## ten generated years of a city, from files year by year; prints what differs
	MUTASI_HISTORY_SUMMARY=$(CURDIR)/.build/history.txt $(TEST) --filter HistoryTests
	@cat .build/history.txt

test-batches: prerequisites-tests ## 10,000 random batches of transfers while daemons are killed; prints what is broken
	MUTASI_BATCHES=10000 MUTASI_BATCH_SUMMARY=$(CURDIR)/.build/batches.txt $(TEST) --filter BatchSoakTests
	@cat .build/batches.txt

landed-dump: prerequisites-tests ## a filled city of this version, for later ones to migrate; needed after a new migration
	swift build --product mutasi && swift build --product mutasid
	Tests/UpgradeTests/dump-landed-city .build/debug Tests/UpgradeTests/Landed/$$(date -u +%F).sql.gz
	cd sql && sha256sum migrations/*.sql >migrations.sha256

test-isolation: prerequisites-tests ## attack the isolation of agencies, and print what was tried
	MUTASI_ISOLATION_TABLE=$(CURDIR)/.build/attacks.txt $(TEST) --filter IsolationTests
	@cat .build/attacks.txt

# A sanitizer needs a build of its own.
test-thread test-address: test-%: prerequisites-tests
	$(TEST) --sanitize=$* --scratch-path .build-$* --filter 'PostgresTests|PostgresObserversTests'

test-thread: ## the data layer's tests under the thread sanitizer
test-address: ## the same under the address sanitizer

soak-postgres: prerequisites-tests ## ten minutes of random work and random faults against the data layer
	$(BUILD) --product postgres-soak && .build/release/postgres-soak

bench: prerequisites ## all benchmarks, side by side with what they are measured against
	$(BUILD) --product postgres-floor && $(BUILD) --product mutasid && swift run -c release benchmarks

bench-postgres: prerequisites ## the data layer beside C on libpq and psycopg 3 (MUTASI_BENCH_PYTHON: a python that has it)
	$(BUILD) --product postgres-floor && swift run -c release benchmarks postgres

bench-cycle: prerequisites ## a cycle over a million people against one hand-written statement
	$(BUILD) --product mutasid && swift run -c release benchmarks cycle

bench-policy: prerequisites ## what row security costs an agency's queries
	swift run -c release benchmarks policy

bench-audit: prerequisites ## what the audit trail costs eight writers of one agency
	swift run -c release benchmarks audit

model: ## the protocol of the job queue and its classic bugs, verified by spin (Debian: spin)
	Tests/JobsModel/check

bench-jobs: prerequisites ## jobs beside their statements in C and other queues (MUTASI_BENCH_PYTHON: a python that has them)
	$(BUILD) --product postgres-floor && swift run -c release benchmarks jobs

bench-fairness: prerequisites ## how soon one agency's job begins while another has a million waiting
	swift run -c release benchmarks fairness

bench-bloat: prerequisites ## ten million jobs: sizes, dead rows and the time of a claim after each million
	swift run -c release benchmarks bloat

bench-transfer: prerequisites ## 500 moves checked and carried out; 20,000 in a night beside hand-written statements
	$(BUILD) --product mutasid && swift run -c release benchmarks transfer

bench-provision: prerequisites ## 20,000 agencies on one server: what one more costs
	swift run -c release benchmarks provision

docs: prerequisites ## the documentation of programs and libraries, into .build/docs; a broken link is an error
	@deploy/build-docs

schema: prerequisites-tests ## write sql/schema.sql, sql/catalog.csv and sql/made.csv anew, from a migrated city
	MUTASI_WRITE_SCHEMA=1 $(TEST) --filter SchemaDumpTests

format: ## rewrite the sources in the one style
	swift format --in-place --recursive Sources Tests Package.swift

lint: ## style, and the rules that deploy/check-repository knows
	swift format lint --strict --recursive Sources Tests Package.swift && deploy/check-repository

install: BUILD += --static-swift-stdlib
install: prerequisites ## build both programs, free of the toolchain, and install them under PREFIX (/usr/local)
	$(BUILD) --product mutasi && $(BUILD) --product mutasid
	install -D -m 0755 -t $(DESTDIR)$(PREFIX)/bin .build/release/mutasi .build/release/mutasid

clean: ## remove what was built
	swift package clean
