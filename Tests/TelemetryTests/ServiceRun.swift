import Logging
import ServiceLifecycle

/// Runs services as a program does, has `body` do its work, and shuts them down.
func running(_ services: [any Service], _ body: () async throws -> Void) async throws {
    let group = ServiceGroup(
        services: services,
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    )
    let run = Task { try await group.run() }
    do {
        try await body()
    } catch {
        run.cancel()
        throw error
    }
    await group.triggerGracefulShutdown()
    try await run.value
}
