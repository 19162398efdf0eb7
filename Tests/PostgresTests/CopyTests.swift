import Postgres
import TestSupport
import Testing

@Suite("COPY in other formats", .timeLimit(.minutes(20)))
struct CopyTests {
    @Test("rows of text keep whatever they hold")
    func text() async throws {
        let values: [String?] = ["", nil, "\\N", "a\tb", "a\nb\r", "\\", "\\.", "é'\"", "x"]
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { (tx) throws in
            try tx.execute("create temp table texts (n serial, one text, two text)")
            let count = try tx.copyIn("copy texts (one, two) from stdin") { stream in
                for value in values { try stream.row([value, "fixed"]) }
            }
            #expect(count == values.count)
            #expect(try tx.all("select one from texts order by n", as: String?.self) == values)
        }
        database.close()
    }

    @Test("bytes of CSV and of the binary format come through in blocks of any size", arguments: [1, 7, 100_000])
    func blocks(_ size: Int) async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { (tx) throws in
            try tx.execute("create temp table csv (id int4, name text) on commit drop")
            let text = (0..<5000).reduce(into: "id,name\n") { $0 += "\($1),\"n \"\"\($1)\"\"\"\n" }
            let bytes = Array(text.utf8)
            let count = try tx.copyIn("copy csv from stdin (format csv, header)") { stream in
                for start in stride(from: 0, to: bytes.count, by: size) {
                    try stream.write(bytes[start..<min(start + size, bytes.count)])
                }
            }
            #expect(count == 5000)
            #expect(try tx.one("select name from csv where id = 4999", as: String.self) == "n \"4999\"")
            var binary: [UInt8] = []
            try tx.copyOut("copy csv to stdout (format binary)") { block in
                unsafe block.withUnsafeBufferPointer { unsafe binary += $0 }
            }
            try tx.execute("create temp table again (like csv) on commit drop")
            try tx.copyIn("copy again from stdin (format binary)") { stream in
                for start in stride(from: 0, to: binary.count, by: size) {
                    try stream.write(binary[start..<min(start + size, binary.count)])
                }
            }
            #expect(try tx.one("select count(*) from csv natural join again", as: Int.self) == 5000)
            var out: [UInt8] = []
            try tx.copyOut("copy (select * from csv order by id) to stdout (format csv, header, force_quote (name))") {
                block in
                unsafe block.withUnsafeBufferPointer { unsafe out += $0 }
            }
            #expect(out == bytes)
        }
        database.close()
    }

    @Test("a writer waits while the server takes nothing, and ends when it is cancelled or its time is over")
    func backPressure() async throws {
        let watch = Watch()
        let database = Database.named("copy blocked")
        try await database.transaction(as: .login) { tx in
            try tx.execute("create table copy_blocked (id int8)")
            try tx.execute(
                """
                create function copy_blocked() returns trigger language plpgsql
                as 'begin perform pg_advisory_xact_lock_shared(4711); return new; end'
                """
            )
            try tx.execute(
                "create trigger blocks before insert on copy_blocked for each row execute function copy_blocked()"
            )
        }
        let holder = TestServer.shared.superuser(limit: 1)
        try await holder.transaction(as: .login) { tx in
            try tx.execute("select pg_advisory_xact_lock(4711)")
            let written = Tally()
            let task = Task {
                try await database.transaction(as: .login, options: TransactionOptions(timeout: .seconds(300))) { tx in
                    try tx.copyIn("copy_blocked", columns: ["id"]) { writer in
                        while true {
                            try writer.row(1)
                            written.add()
                        }
                    }
                }
            }
            try await watch.until(
                """
                select exists (select from pg_stat_activity
                where application_name = 'copy blocked' and wait_event_type = 'Lock')
                """
            )
            // What it got rid of is in the buffers of both sockets and of libpq; then it writes no more.
            var before = -1
            while written.count != before {
                before = written.count
                for _ in 0..<1000 { await Task.yield() }
            }
            #expect(before < 1_000_000)
            task.cancel()
            let cancelled = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(cancelled?.name == "cancelled")
            let late = await #expect(throws: PostgresError.self) {
                let options = TransactionOptions(timeout: .milliseconds(50))
                try await database.transaction(as: .login, options: options) { tx in
                    try tx.copyIn("copy_blocked", columns: ["id"]) { writer in
                        for _ in 0..<300_000 { try writer.row(1) }
                    }
                }
            }
            #expect(late?.sqlState == .queryCanceled)
        }
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.one("select count(*) from copy_blocked", as: Int.self) == 0)
        }
        database.close()
        holder.close()
        watch.database.close()
    }
}
