import CityDatabase
import Foundation
import LocalServer
import Personnel
import Postgres

/// Whether the number of agencies on a server costs anything: time to provision one, and to run a pooled transaction, while
/// their number grows.
///
/// `MUTASI_BENCH_AGENCIES` (20,000).
struct ProvisionBenchmark {
    private let agencies = ProcessInfo.processInfo.environment["MUTASI_BENCH_AGENCIES"].flatMap { Int($0) } ?? 20_000

    func run() async throws {
        let server = try LocalServer.forBenchmark(["shared_buffers": "512MB", "jit": "off", "fsync": "off"])
        defer { server.discard() }
        try server.createDatabase("provision")
        let superuser = Database(ConnectionOptions(uri: server.uri(database: "provision")))
        try await Schema(CityDatabase(.medan, superuser)).create()
        let uri = server.uri(database: "provision", user: "medan_admin")
        let admin = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: 1))
        let city = CityDatabase(.medan, admin)
        print("agencies   ms to provision one   us of a pooled transaction   of a new connection's first")
        var lines: [[Double]] = []
        var done = 0
        for step in [50] + Array(stride(from: agencies / 10, through: agencies, by: agencies / 10)) {
            let start = ProcessReading.now.seconds
            while done < step {
                let numbers = (done + 1)...min(done + 100, step)
                _ = try await Agencies(city).add(definitions(numbers))
                done = numbers.upperBound
            }
            let each = (ProcessReading.now.seconds - start) / Double(step - (lines.last.map { Int($0[0]) } ?? 0)) * 1e3
            let pooled = try await pooled(city)
            let first = try await first(uri)
            lines.append([Double(step), each, pooled, first])
            print(
                [
                    column("\(step)", 8), column(each.text(2), 22), column(pooled.text(1), 28),
                    column(first.text(1), 29),
                ]
                .joined()
            )
        }
        guard lines.count > 2 else { return }
        let (early, last) = (lines[1], lines[lines.count - 1])
        print("provisioning one at \(Int(last[0])) to \(Int(early[0])): \((last[1] / early[1]).text(2))")
        print("a pooled transaction at \(Int(last[0])) to 50: \((last[2] / lines[0][2]).text(2))")
        superuser.close()
        admin.close()
    }

    private func definitions(_ numbers: ClosedRange<Int>) -> [AgencyDefinition] {
        numbers.compactMap { number in
            AgencyCode("agency-\(number)")
                .map { AgencyDefinition(code: $0, name: "Agency \(number)", shortName: "\(number)", kind: "dinas") }
        }
    }

    /// In microseconds, the median of five times 400.
    private func pooled(_ city: CityDatabase) async throws -> Double {
        var rounds: [Double] = []
        for _ in 0..<5 {
            let start = ProcessReading.now.seconds
            for number in 0..<400 {
                _ = try await city.transaction(as: .agency(AgencyID(1 + number % 50))) { tx in
                    try tx.one("select count(*) from person where agency_id = \(Int32(1 + number % 50))", as: Int.self)
                }
            }
            rounds.append((ProcessReading.now.seconds - start) / 400 * 1e6)
        }
        return rounds.median
    }

    /// With everything that a session finds out once.
    private func first(_ uri: String) async throws -> Double {
        var times: [Double] = []
        for _ in 0..<11 {
            let database = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: 1))
            let city = CityDatabase(.medan, database)
            let start = ProcessReading.now.seconds
            _ = try await city.transaction(as: .agency(1)) { tx in
                try tx.one("select count(*) from person where agency_id = \(Int32(1))", as: Int.self)
            }
            times.append((ProcessReading.now.seconds - start) * 1e6)
            database.close()
        }
        return times.median
    }
}
