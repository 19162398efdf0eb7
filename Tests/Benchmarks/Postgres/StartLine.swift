/// Clients start together: the last to arrive starts the clock before anybody goes on, the last to finish stops it.
actor StartLine {
    private let clients: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private(set) var start: ProcessReading?
    private(set) var finish: ProcessReading?

    init(clients: Int) {
        self.clients = clients
    }

    func arrive() async {
        guard waiting.count + 1 == clients else { return await withCheckedContinuation { waiting.append($0) } }
        start = .now
        for client in waiting { client.resume() }
        waiting = []
    }

    func finished(_ reading: ProcessReading) {
        guard reading.seconds > finish?.seconds ?? 0 else { return }
        finish = reading
    }
}
