import CityDatabase
import Foundation
import Personnel
import Postgres
import TestSupport

/// What happens to a city beside its batches, and the daemons that are killed.
extension BatchSoak {
    /// Cases that were stuck are postponed to today, or revoked.
    mutating func settle() async throws {
        let stuck = try await stage.transaction { tx in
            try tx.all("select number from transfer_case where problem is not null order by number", as: String.self)
        }
        tally.stuck += stuck.count
        var (revoked, postponed): ([String], [String]) = ([], [])
        for number in stuck {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5: revoked.append(number)
            case 5..<9: postponed.append(number)
            default: break
            }
        }
        try await take("revoke", "mayor", "Wali Kota", revoked)
        try await take("postpone", "mayor", "Wali Kota", postponed)
        // A postponed case that is not checked stays where it is.
        try await pass(Array(postponed.dropFirst(postponed.count / 10)))
    }

    mutating func leave() async throws {
        let people = try await stage.transaction { tx in
            try tx.all(
                """
                select p.agency_id, p.person_id
                from person p
                join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
                where upper_inf(e.valid) and lower(e.valid) < city_day(now())
                order by p.nip
                """,
                as: (Int32, Int64).self
            )
        }
        guard let (agency, person) = people.randomElement(using: &random) else { return }
        tally.leavers += 1
        try await stage.city.transaction(as: .agency(agency)) { tx in
            _ = try tx.one(
                """
                select record_service_event(
                    \(agency), \(person), 'death', city_day(now()), null, '474/1', city_day(now()), 'uji'
                )
                """,
                as: Int64.self
            )
        }
        try await stage.transaction { tx in
            _ = try tx.execute("update soak.roster set has_left = true where person_id = \(person)")
        }
    }

    /// An agency is merged into another, and a new one begins with free seats.
    mutating func merge() async throws {
        let codes = try await stage.transaction { tx in
            try tx.all("select code from agency where state = 'active' order by agency_id", as: String.self)
        }
        let pair = codes.shuffled(using: &random).prefix(2).compactMap { AgencyCode($0) }
        guard pair.count == 2 else { return }
        let today = try await stage.transaction { tx in try tx.one("select city_day(now())", as: CivilDate.self) }
        _ = try await Agencies(stage.city).merge(pair[0], into: pair[1], on: today)
        tally.mergers += 1
        newest += 1
        try await stage.add([newest])
    }

    /// Daemons carry out what is due; some are killed at a random moment.
    mutating func carryOut() async throws {
        try await stage.run("insert into job (agency_id, kind, payload) values (0, 'carry_out_transfers', '{}')")
        // A job that five daemons died with is given up.
        for turn in 0..<Int.random(in: 2...4, using: &random) {
            let former = try await claims()
            let daemon = try start()
            defer { daemon.send(SIGKILL) }
            let end = ContinuousClock.now + .seconds(20)
            while daemon.isRunning, ContinuousClock.now < end, try await claims() <= former {
                try await Task.sleep(for: .milliseconds(3))
            }
            // The first one with the job in hand, which takes little time; the others at any moment.
            if turn > 0 { try await Task.sleep(for: .milliseconds(Int.random(in: 0...300, using: &random))) }
            let held = try await claims() > former
            guard daemon.isRunning else { break }
            daemon.send(SIGKILL)
            tally.kills += 1
            tally.killsInHand += held ? 1 : 0
            _ = try await BlockingWork.run { daemon.waitForEnd() }
            try await look(BatchInvariants.now)
        }
        let last = try start()
        defer { last.send(SIGKILL) }
        while last.isRunning {
            try await look(BatchInvariants.now)
            try await Task.sleep(for: .milliseconds(20))
        }
        if last.exitStatus != 0 { tally.report(["the daemon ended with \(last.exitStatus ?? -1)"], day) }
    }

    private func start() throws -> ChildProcess {
        try ChildProcess(
            Program.built("mutasid"),
            ["--until-idle", "--database", stage.daemonURI],
            environment: [:],
            log: "/dev/null"
        )
    }

    /// How often the day's job was claimed; none when it is done. A daemon that was killed still stands there as the one
    /// that has it, so that only a further claim tells that the next one does.
    private func claims() async throws -> Int32 {
        try await stage.watch.transaction(as: BatchCity.scope) { tx in
            try tx.one("select coalesce(max(attempt), 0) from job where kind = 'carry_out_transfers'", as: Int32.self)
        }
    }
}
