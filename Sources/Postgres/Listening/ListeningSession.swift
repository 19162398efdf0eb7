/// One connection that listens, confined to the listener's thread.
final class ListeningSession {
    private let connection: PGConnection
    private let options: ConnectionOptions
    private var channels: Set<Channel> = []
    /// A connection that says nothing for so long is asked whether it still stands.
    private static let silence = Duration.seconds(30)

    init(_ options: ConnectionOptions, _ news: CancelSignal, _ observation: Observation) throws(PostgresError) {
        self.options = options
        let start = observation.start()
        do throws(PostgresError) {
            // News must cancel neither connecting nor a statement.
            connection = try PGConnection(
                options,
                signal: news,
                isCancellable: false,
                onNotice: observation.noticeReceiver
            )
            observation.connect(since: start, nil)
        } catch {
            observation.connect(since: start, error)
            throw error
        }
    }

    /// Listens to these channels and no others; returns when the server has confirmed it.
    func listen(exactly wanted: Set<Channel>) throws(PostgresError) {
        for channel in wanted.subtracting(channels) {
            try run("listen \(identifier: Identifier(channel.name))")
            channels.insert(channel)
        }
        for channel in channels.subtracting(wanted) {
            try run("unlisten \(identifier: Identifier(channel.name))")
            channels.remove(channel)
        }
    }

    /// Waits for notifications or for news; empty for news.
    func notifications() throws(PostgresError) -> [Notification] {
        while true {
            let notifications = connection.takeNotifications()
            guard notifications.isEmpty else { return notifications }
            switch connection.waitForInput(Deadline(after: Self.silence)) {
            case .ready: try connection.consumeInput()
            case .signalled: return []
            case .late: try run("select 1")
            }
        }
    }

    private func run(_ sql: SQL) throws(PostgresError) {
        try connection.send(sql, .unnamed)
        let deadline = Deadline(after: options.connectTimeout)
        var failure: PostgresError?
        while let result = try connection.nextResult(deadline) {
            if result.status == .failed { failure = failure ?? connection.failure(result) }
        }
        try connection.statementEnded()
        if let failure { throw failure }
    }
}
