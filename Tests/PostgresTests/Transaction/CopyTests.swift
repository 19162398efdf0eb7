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

    @Test("a row of one to nine columns arrives whole, and one with a value that cannot be sent is left out whole")
    func widths() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let names = (1...9).map { Identifier("c\($0)") }
        try await database.transaction(as: .login) { (tx) throws in
            try tx.execute(
                """
                create temp table wide (c1 int4, c2 text, c3 int8, c4 bool, c5 float8, c6 text, c7 int2, c8 date, c9 text)
                on commit drop
                """
            )
            let day = PostgresDate(daysSince2000: 9831)
            func copy(_ count: Int, _ write: (inout CopyWriter) throws -> Void) throws {
                try tx.copyIn("wide", columns: Array(names.prefix(count)), write)
            }
            func refusing(_ write: () throws -> Void, _ column: Int) {
                let error = #expect(throws: PostgresError.self) { try write() }
                #expect(error?.description.hasPrefix("parameter \(column): ") == true)
            }
            let (none, nul): (String?, String) = (nil, "a\0")
            try copy(1) { try $0.row(1 as Int32) }
            try copy(2) { writer in
                refusing({ try writer.row(0 as Int32, nul) }, 2)
                try writer.row(2 as Int32, "é")
            }
            try copy(3) { try $0.row(3 as Int32, none, 3) }
            try copy(4) { try $0.row(4 as Int32, "d", 4, true) }
            try copy(5) { try $0.row(5 as Int32, "e", 5, false, 0.5) }
            try copy(6) { writer in
                try writer.row(6 as Int32, "f", 6, true, 0.25, "six")
                refusing({ try writer.row(0 as Int32, "", 0, true, 0.0, nul) }, 6)
            }
            try copy(7) { try $0.row(7 as Int32, "g", 7, true, -1.0, none, 7 as Int16) }
            try copy(8) { try $0.row(8 as Int32, "h", 8, true, 8.0, "eight", Int16?.none, day) }
            try copy(9) { writer in
                refusing({ try writer.row(0 as Int32, "", 0, true, 0.0, "", 0 as Int16, day, nul) }, 9)
                try writer.row(9 as Int32, "i", 9, true, 9.0, "nine", 9 as Int16, day, "last")
            }
            let rows = try tx.all("select wide::text from wide order by c1", as: String.self)
            #expect(
                rows == [
                    "(1,,,,,,,,)", "(2,é,,,,,,,)", "(3,,3,,,,,,)", "(4,d,4,t,,,,,)", "(5,e,5,f,0.5,,,,)",
                    "(6,f,6,t,0.25,six,,,)", "(7,g,7,t,-1,,7,,)", "(8,h,8,t,8,eight,,2026-12-01,)",
                    "(9,i,9,t,9,nine,9,2026-12-01,last)",
                ]
            )
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
