import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Listening", .timeLimit(.minutes(20)))
struct ListenTests {
    private func notify(_ channel: Channel, _ payloads: [String]) async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            for payload in payloads { try tx.notify(channel, payload) }
        }
        database.close()
    }

    /// The next so many events, in words.
    private func read(_ count: Int, of events: ChannelEvents) async throws -> [String] {
        var words: [String] = []
        var iterator = events.makeAsyncIterator()
        while words.count < count, let event = try await iterator.next() {
            switch event {
            case .notification(let notification): words.append(notification.payload)
            case .possibleGap: words.append("gap")
            }
        }
        return words
    }

    private func processes(_ application: String, _ watch: Watch) async throws -> [Int32] {
        try await watch.database.transaction(as: .login) { tx in
            try tx.all("select pid from pg_stat_activity where application_name = \(application)", as: Int32.self)
        }
    }

    @Test("what is committed after listening began arrives in order, what is rolled back never")
    func order() async throws {
        let database = Database.named("listen order")
        let events = try await database.listen(to: ["order"])
        try await notify("order", ["1", "2", "", "é"])
        struct Failure: Error {}
        await #expect(throws: Failure.self) {
            try await database.transaction(as: .login) { tx in
                try tx.notify("order", "rolled back")
                throw Failure()
            }
        }
        try await notify("order", ["3"])
        #expect(try await read(5, of: events) == ["1", "2", "", "é", "3"])
        database.close()
    }

    @Test("several listeners share one connection, each hears its own channels, whatever they are called")
    func shared() async throws {
        let database = Database.named("listen shared")
        let watch = Watch()
        let odd = Channel("odd \"name\"; select 1")
        let first = try await database.listen(to: ["shared", odd])
        let second = try await database.listen(to: ["shared"])
        let third = try await database.listen(to: [odd])
        try await notify("shared", ["a"])
        try await notify(odd, ["b"])
        try await notify("Shared", ["another channel"])
        try await notify("shared", ["c"])
        #expect(try await read(3, of: first) == ["a", "b", "c"])
        #expect(try await read(2, of: second) == ["a", "c"])
        #expect(try await read(1, of: third) == ["b"])
        #expect(try await processes("listen shared", watch).count == 1)
        database.close()
        watch.database.close()
    }

    @Test("who stops listening is forgotten, on the server too")
    func leaving() async throws {
        let database = Database.named("listen leaving")
        let watch = Watch()
        var events: ChannelEvents? = try await database.listen(to: ["leaving"])
        let other = try await database.listen(to: ["staying"])
        let pid = try #require(try await processes("listen leaving", watch).first)
        #expect(events != nil)
        events = nil
        try await watch.until(
            "select query = 'unlisten \"leaving\"' from pg_stat_activity where pid = \(pid)"
        )
        try await notify("staying", ["still there"])
        #expect(try await read(1, of: other) == ["still there"])
        _ = consume other
        // With nobody left the connection ends; the next who listens gets another.
        try await watch.untilGone(pid)
        let again = try await database.listen(to: ["leaving"])
        try await notify("leaving", ["again"])
        #expect(try await read(1, of: again) == ["again"])
        database.close()
        watch.database.close()
    }

    @Test("after a loss everybody is told of a possible gap, and goes on", arguments: [false, true])
    func loss(_ isCut: Bool) async throws {
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let application = "listen loss \(isCut)"
            let channel = Channel(application)
            let recorder = EventRecorder()
            let database = Database(
                ConnectionOptions(uri: proxy.uri(), applicationName: application),
                observer: recorder
            )
            let watch = Watch()
            let events = try await database.listen(to: [channel])
            let other = try await database.listen(to: [channel])
            try await notify(channel, ["before"])
            #expect(try await read(1, of: events) == ["before"])
            let pid = try #require(try await processes(application, watch).first)
            if isCut { proxy.cutAll() } else { try await watch.terminate(pid) }
            let told = try await read(1, of: events)
            #expect(told == ["gap"])
            try await notify(channel, ["after"])
            #expect(try await read(1, of: events) == ["after"])
            #expect(try await read(3, of: other) == ["before", "gap", "after"])
            #expect(recorder.names.contains("listenerLost") && recorder.names.contains("listenerRestored"))
            database.close()
            watch.database.close()
        }
    }

    @Test("a reader that is too slow keeps the oldest events and one gap for all the rest")
    func slow() async throws {
        let database = Database.named("listen slow")
        let events = try await database.listen(to: ["slow"])
        let mark = try await database.listen(to: ["mark"])
        try await notify("slow", (0..<3000).map { "\($0)" })
        try await notify("mark", ["all sent"])
        #expect(try await read(1, of: mark) == ["all sent"])
        let kept = try await read(1025, of: events)
        #expect(kept == (0..<1024).map { "\($0)" } + ["gap"])
        // Once read, there is room again.
        try await notify("slow", ["new"])
        #expect(try await read(1, of: events) == ["new"])
        database.close()
    }

    @Test("a cancelled reader and a closed database end the sequence; a second reader is refused")
    func ends() async throws {
        let database = Database.named("listen ends")
        let events = try await database.listen(to: ["ends"])
        let reader = Task { try await self.read(1, of: events) }
        reader.cancel()
        #expect(try await reader.value == [])
        // Whichever of two readers comes second is refused; the other goes on.
        try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 1...2 { group.addTask { try await self.read(1, of: events) } }
            let error = await #expect(throws: PostgresError.self) { try await group.next() }
            #expect(error?.name == "misuse")
            try await self.notify("ends", ["go on"])
            #expect(try await group.next() == ["go on"])
        }
        let last = Task { try await self.read(1, of: events) }
        database.close()
        let error = await #expect(throws: PostgresError.self) { try await database.listen(to: ["ends"]) }
        #expect(error?.name == "closed")
        #expect(try await last.value == [])
    }

    @Test("a name that is no channel is refused, and nobody else hears of it")
    func names() async throws {
        let database = Database.named("listen names")
        for name in ["", String(repeating: "x", count: 64)] {
            let error = await #expect(throws: PostgresError.self) { try await database.listen(to: [Channel(name)]) }
            #expect(error?.name == "misuse")
        }
        database.close()
    }

    @Test("a login that is refused is an error, and an absent server is one until it is there")
    func refused() async throws {
        try await ScratchServer.with(network: true) { server in
            try await server.createRole("app", password: "right")
            let wrong = Database(ConnectionOptions(uri: server.networkURI(user: "app", password: "wrong")))
            let error = await #expect(throws: PostgresError.self) { try await wrong.listen(to: ["a"]) }
            #expect(error?.sqlState == .invalidPassword)
            wrong.close()
            let database = Database(ConnectionOptions(uri: server.uri()))
            try await server.stop(.fast)
            let absent = await #expect(throws: PostgresError.self) { try await database.listen(to: ["a"]) }
            #expect(absent?.name == "connectFailed" && absent?.isUnavailable == true)
            try await server.start()
            let events = try await database.listen(to: ["a"])
            try await server.restart(.fast)
            #expect(try await read(1, of: events) == ["gap"])
            database.close()
        }
    }
}
