import CityDatabase
import Personnel
import TestSupport
import Testing

extension TalentTests {
    @Test("what is listed as not counted can be taken back without a change of any score")
    func counted() async throws {
        let stage = try await TalentStage.make(people: 900)
        try await stage.run()
        let (map, agency) = (TalentMap(stage.city.database), stage.agencies[0])
        let source = try await map.source(on: day)
        let before = Array(try await map.placements(source, in: .agency(agency), purpose: "test"))
        var (counted, others) = (0, 0)
        for placement in before.prefix(60) {
            let (_, evidence, rules) = try await map.placement(of: NIP(placement.nip), source, agency: agency)
            let facts = evidence.map {
                EvidenceFact(
                    kind: $0.kind,
                    level: $0.level,
                    isStated: $0.score != nil,
                    first: $0.occurredOn,
                    last: $0.endedOn
                )
            }
            let counts = EvidenceFact.counted(facts, rules: rules, on: day)
            counted += counts.count { $0 }
            for (evidence, isCounted) in zip(evidence, counts) where !isCounted {
                let changed = try await stage.city.psql(
                    """
                    set session_replication_role = replica;
                    update evidence set withdrawn_at = recorded_at
                    where agency_id = \(agency.id) and employment_id = \(placement.employment)
                        and kind = '\(evidence.kind)' and occurred_on = '\(evidence.occurredOn?.iso ?? "")'
                        and document_number is not distinct from nullif('\(evidence.documentNumber ?? "")', '')
                    returning 1
                    """
                )
                #expect(changed.contains("1"), "\(evidence)")
                others += 1
            }
        }
        #expect(counted > 100 && others > 20, "\(counted) count, \(others) do not")
        let after = Array(try await map.placements(source, in: .agency(agency), purpose: "test"))
        #expect(after.map(\.nip) == before.map(\.nip))
        for (old, new) in zip(before, after) { #expect(old.components == new.components, "\(old.nip)") }
    }
}
