import Postgres

/// Listening that comes and goes beside the one connection's other listeners.
enum Subscriptions {
    static let works = [Work("brief listening", weight: 2, brief)]

    /// Longer than a lost connection is away.
    private static let patience = Duration.seconds(20)

    /// What was notified after the confirmation comes, or a gap is told.
    private static func brief(_ turn: Turn) async throws {
        let channel = Channel("soak_\(turn.task)")
        let events = try await turn.database.listen(to: [channel])
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            try tx.notify(channel, "\(turn.nonce)")
        }
        let isTold = try await withThrowingTaskGroup { group in
            group.addTask {
                for try await event in events {
                    switch event {
                    case .possibleGap: return true
                    case .notification(let notification):
                        try turn.expect(
                            notification.channel == channel,
                            "listened to \(channel), heard \(notification.channel)"
                        )
                        if notification.payload == "\(turn.nonce)" { return true }
                    }
                }
                return false
            }
            group.addTask {
                try? await Task.sleep(for: patience)
                return false
            }
            defer { group.cancelAll() }
            return try await group.next() ?? false
        }
        if !isTold { turn.record.findings.report(.lost, "a notification to \(channel), without a gap being told") }
    }
}
