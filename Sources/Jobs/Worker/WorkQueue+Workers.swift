import Postgres

extension WorkQueue {
    func register(name: String, lease: Duration) async throws -> Int32 {
        try await database.transaction(as: worker) { tx in
            // Traces of workers that ended without saying so.
            try tx.execute("delete from worker where lease_until < clock_timestamp() - interval '1 day'")
            return try tx.one(
                """
                insert into worker (name, lease_until)
                values (\(name), clock_timestamp() + make_interval(secs => \(lease.seconds)))
                returning worker_id
                """,
                as: Int32.self
            )
        }
    }

    /// Holds the worker's advisory lock, which the server frees at once when the process dies, and renews its lease, until
    /// cancelled.
    ///
    /// - Throws: `LostWorker` when the lease had run out before it was renewed: others may have taken the worker's chunks.
    ///   An error of the connection means that the lock is gone.
    func stayAlive(_ id: Int32, lease: Duration, held: @escaping @Sendable () -> Void) async throws {
        try await database.transaction(as: worker) { tx in
            try tx.execute("select lock_worker(\(id))")
            held()
            while true {
                try await Task.sleep(for: lease / 5)
                // Whether the connection that holds the lock still lives is only seen by using it.
                try tx.execute("select 1")
                guard try await renew(id, lease: lease) else { throw LostWorker() }
            }
        }
    }

    private func renew(_ id: Int32, lease: Duration) async throws -> Bool {
        try await database.transaction(as: worker) { tx in
            try tx.execute(
                """
                update worker set lease_until = clock_timestamp() + make_interval(secs => \(lease.seconds))
                where worker_id = \(id) and lease_until > clock_timestamp()
                """
            ) == 1
        }
    }

    func deregister(_ id: Int32) async throws {
        try await database.transaction(as: worker) { tx in
            try tx.execute("delete from worker where worker_id = \(id)")
        }
    }
}

/// The worker's lock or lease is gone: others may take its chunks.
struct LostWorker: Error {}
