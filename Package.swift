// swift-tools-version: 6.2

import PackageDescription

/// One set of rules for every target: Swift 6 mode, strict memory safety, warnings are errors.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "mutasi",
    products: [
        .executable(name: "mutasi", targets: ["mutasi"]),
        .executable(name: "mutasid", targets: ["mutasid"]),
        .library(name: "Jobs", targets: ["Jobs"]),
        .library(name: "Postgres", targets: ["Postgres"]),
        .library(name: "PostgresObservers", targets: ["PostgresObservers"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The data layer.
        .systemLibrary(
            name: "CLibPQ",
            pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"])]
        ),
        .target(name: "Postgres", dependencies: ["CLibPQ"], swiftSettings: strict),
        .testTarget(
            name: "PostgresTests",
            dependencies: ["LocalServer", "Postgres", "TestSupport", "postgres-probe"],
            exclude: ["CompileTime/Refused"],
            swiftSettings: strict
        ),

        .target(name: "PostgresObservers", dependencies: ["Postgres", logging, metrics], swiftSettings: strict),
        .testTarget(
            name: "PostgresObserversTests",
            dependencies: [
                "LocalServer", "Postgres", "PostgresObservers", "TestSupport", logging,
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
            ],
            swiftSettings: strict
        ),

        // Pure rooms: values, rules, text.
        .target(name: "Characters", swiftSettings: strict),
        .testTarget(name: "CharactersTests", dependencies: ["Characters"], swiftSettings: strict),
        .target(name: "Files", swiftSettings: strict),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"], swiftSettings: strict),
        .target(name: "CSV", swiftSettings: strict),
        .testTarget(name: "CSVTests", dependencies: ["CSV", "TestSupport"], swiftSettings: strict),
        .target(name: "Personnel", swiftSettings: strict),
        .testTarget(
            name: "PersonnelTests",
            dependencies: ["CSV", "Personnel", "TestSupport"],
            swiftSettings: strict
        ),
        .target(
            name: "Population",
            dependencies: ["CSV", "Personnel"],
            exclude: ["Data"],
            swiftSettings: strict,
            plugins: ["EmbedFiles"]
        ),
        .testTarget(
            name: "PopulationTests",
            dependencies: ["CSV", "Personnel", "Population", "TestSupport"],
            swiftSettings: strict
        ),
        // Every text that people read, in both languages.
        .target(
            name: "Texts",
            dependencies: ["CSV"],
            exclude: ["Catalogue"],
            swiftSettings: strict,
            plugins: ["EmbedFiles"]
        ),
        .testTarget(name: "TextsTests", dependencies: ["Texts"], swiftSettings: strict),
        .target(
            name: "Reports",
            dependencies: ["CSV", "Characters", "Personnel", "Texts"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Characters", "Personnel", "Reports", "Texts"],
            swiftSettings: strict
        ),
        // Decrees and the papers around them, from templates that the city may change.
        .target(
            name: "Decrees",
            dependencies: ["Characters", "Personnel", "Texts", mustache],
            exclude: ["Forms"],
            swiftSettings: strict,
            plugins: ["EmbedFiles"]
        ),
        .testTarget(name: "DecreesTests", dependencies: ["Decrees", "Personnel", "Texts"], swiftSettings: strict),

        // The city's data, and the work on it.
        .target(
            name: "CityDatabase",
            dependencies: ["CSV", "Characters", "Personnel", "Postgres", "Texts"],
            exclude: ["SQL"],
            swiftSettings: strict,
            plugins: ["EmbedFiles"]
        ),
        .testTarget(
            name: "CityDatabaseTests",
            dependencies: [
                "CSV", "Characters", "CityDatabase", "CityWork", "Jobs", "Personnel", "Population", "Postgres",
                "TestSupport", "Texts",
            ],
            swiftSettings: strict
        ),
        .target(name: "Jobs", dependencies: ["Postgres"], swiftSettings: strict),
        .testTarget(
            name: "JobsTests",
            dependencies: ["Jobs", "LocalServer", "Postgres", "TestSupport"],
            swiftSettings: strict
        ),
        .target(
            name: "CityWork",
            dependencies: ["CityDatabase", "Jobs", "Personnel", "Postgres", "Texts"],
            swiftSettings: strict
        ),
        // Values of the city as tables, pages and pictures.
        .target(
            name: "CityViews",
            dependencies: [
                "Characters", "CityDatabase", "CityWork", "Jobs", "Personnel", "Postgres", "Reports", "Texts",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CityViewsTests",
            dependencies: [
                "CityDatabase", "CityViews", "CityWork", "Jobs", "Personnel", "Postgres", "Reports", "TestSupport",
                "Texts",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CityWorkTests",
            dependencies: ["CityDatabase", "CityWork", "Jobs", "Personnel", "Postgres", "TestSupport", "Texts"],
            swiftSettings: strict
        ),
        // How a daemon shows how it is: probes, metrics, logs, systemd. Knows nothing of its work.
        .target(
            name: "Telemetry",
            dependencies: ["Characters", "Files", logging, metrics, lifecycle],
            swiftSettings: strict
        ),
        .testTarget(
            name: "TelemetryTests",
            dependencies: ["Telemetry", "TestSupport", logging, metrics, lifecycle],
            swiftSettings: strict
        ),
        .target(name: "LocalServer", swiftSettings: strict),
        .testTarget(name: "LocalServerTests", dependencies: ["LocalServer"], swiftSettings: strict),

        // The programs.
        .target(
            name: "Programs",
            dependencies: [
                "CityDatabase", "CityWork", "CSV", "Characters", "Files", "Jobs", "LocalServer", "Personnel",
                "Postgres", "Texts", argumentParser,
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ProgramsTests",
            dependencies: [
                "CSV", "CityDatabase", "CityWork", "Jobs", "LocalServer", "Postgres", "Programs", "TestSupport",
                "Texts",
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "mutasi",
            dependencies: [
                "CityDatabase", "CityViews", "CityWork", "CSV", "Characters", "Decrees", "Files", "Jobs", "LocalServer",
                "Personnel", "Population", "Postgres", "Programs", "Reports", "Texts", argumentParser,
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "mutasid",
            dependencies: [
                "Characters", "CityDatabase", "CityWork", "Jobs", "Postgres", "PostgresObservers", "Programs",
                "Telemetry", "Texts",
                argumentParser, logging, metrics, lifecycle, signals,
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "BlackBoxTests",
            dependencies: [
                "CityDatabase", "CityWork", "CSV", "Jobs", "LocalServer", "Personnel", "Population", "Postgres",
                "Programs", "TestSupport",
                "Texts",
                "jobs-probe", "mutasi", "mutasid",
            ],
            swiftSettings: strict
        ),

        // Every landed version's database, migrated to the present.
        .testTarget(
            name: "UpgradeTests",
            dependencies: ["CityDatabase", "LocalServer", "Postgres", "TestSupport", "mutasi", "mutasid"],
            exclude: ["Landed", "dump-landed-city"],
            swiftSettings: strict
        ),

        // Ten years of a city, from files.
        .testTarget(
            name: "HistoryTests",
            dependencies: ["CityDatabase", "CityWork", "Jobs", "Personnel", "Postgres", "TestSupport", "Texts"],
            swiftSettings: strict
        ),

        // Random batches of transfers, while the daemons that carry them out are killed.
        .testTarget(
            name: "BatchTests",
            dependencies: ["CityDatabase", "Personnel", "Postgres", "TestSupport", "mutasid"],
            swiftSettings: strict
        ),

        .testTarget(
            name: "IsolationTests",
            dependencies: [
                "CityDatabase", "CityWork", "Jobs", "LocalServer", "Personnel", "Postgres", "TestSupport",
            ],
            swiftSettings: strict
        ),

        // What tests and benchmarks stand on.
        .target(
            name: "TestSupport",
            dependencies: ["CityDatabase", "LocalServer", "Personnel", "Postgres"],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        // Connects as its environment says, for tests that need an environment of their own.
        .executableTarget(
            name: "postgres-probe",
            dependencies: ["Postgres"],
            path: "Tests/postgres-probe",
            swiftSettings: strict
        ),
        // glibc's figures of its memory, for the soak.
        .systemLibrary(name: "CMalloc", path: "Tests/CMalloc"),
        // Minutes of random work and faults against the data layer.
        .executableTarget(
            name: "postgres-soak",
            dependencies: ["CMalloc", "LocalServer", "Postgres", "TestSupport"],
            path: "Tests/PostgresSoak",
            swiftSettings: strict
        ),
        // A worker of a city's runs and jobs, which the tests kill.
        .executableTarget(
            name: "jobs-probe",
            dependencies: ["CityDatabase", "CityWork", "Jobs", "Postgres"],
            path: "Tests/JobsProbe",
            swiftSettings: strict
        ),
        // The same work in C, which `benchmarks postgres` measures the data layer against.
        .executableTarget(name: "postgres-floor", dependencies: ["CLibPQ"], path: "Tests/PostgresFloor"),
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "CityDatabase", "CityWork", "Jobs", "LocalServer", "Personnel", "Postgres", "TestSupport",
            ],
            path: "Tests/Benchmarks",
            exclude: ["Jobs/jobs_contender.py", "Jobs/jobs_requirements.txt", "Postgres/postgres_contender.py"],
            swiftSettings: strict
        ),

        // Puts `sql/` and the demo's data into the programs, so that an installed program needs no checkout.
        .executableTarget(name: "embed-files", swiftSettings: strict),
        .plugin(
            name: "EmbedFiles",
            capability: .buildTool(),
            dependencies: ["embed-files"],
            path: "Sources/EmbedFiles"
        ),
    ]
)
