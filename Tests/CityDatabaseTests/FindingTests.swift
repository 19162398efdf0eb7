import Personnel
import Postgres
import TestSupport
import Testing
import Texts

@testable import CityDatabase

/// What imports, audits and checks find is said in the reader's language; codes stay.
@Suite("What is found")
struct FindingTests {
    private static func keys(_ subject: String) -> Set<String> {
        Set(TextCatalogue.findings.entries.map(\.key).filter { $0.hasPrefix(subject) })
    }

    @Test("the catalogue has every finding, and no other")
    func complete() {
        #expect(Self.keys("import.") == Set(ImportProblem.allCases.map(\.rawValue)))
        let details = AuditVerification.Detail.allCases.map(\.rawValue)
        #expect(Self.keys("audit.") == Set(details + ["audit.event", "audit.sealed_row"]))
        let indicators = DataQuality.Indicator.allCases.map { "offender.\($0.rawValue)" }
        #expect(Self.keys("offender.").isSubset(of: indicators))
        #expect(Set(TextCatalogue.checks.entries.map(\.key)) == Set(CatalogCheck.names))
    }

    @Test("a NIP's code is that of the import's problem")
    func nip() {
        for invalid in NIP.Invalid.allCases { #expect(ImportProblem(invalid).code == invalid.code) }
        for warning in NIP.Warning.allCases { #expect(ImportProblem(warning).code == warning.code) }
        let reasons = (NIP.Invalid.allCases.map { ImportProblem($0) } + NIP.Warning.allCases.map { ImportProblem($0) })
            .map { $0() }
        #expect(Set(reasons.map(\.english)).count == 8 && Set(reasons.map(\.indonesian)).count == 8)
        #expect(reasons.allSatisfy { $0.english.contains("NIP") && $0.indonesian.contains("NIP") })
    }

    @Test("a rejected row has its reason in both languages, and one code")
    func rejection() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let lines = [SampleFile.person(1) + ",more", SampleFile.person(2).replacing(SampleFile.nip(2), with: "12345")]
        let report = try await city.importLines(.people, SampleFile.peopleHeader, lines, to: agency)
        #expect(report.rejections.map(\.code) == ["column_count", "nip_shape"])
        let reasons = report.rejections.map(\.reason)
        #expect(reasons.last == Wording(indonesian: "NIP tidak terdiri atas 18 angka", english: "NIP is not 18 digits"))
        #expect(reasons.first?.english.hasPrefix("the header has ") == true)
        #expect(reasons.first?.indonesian.hasPrefix("baris judul memuat ") == true)
    }

    @Test("the header of each check is the catalogue's English, word by word")
    func headers() {
        for check in CatalogCheck.names {
            let english = TextCatalogue.checks[check]?.english.source ?? ""
            #expect(CatalogCheck.header(of: check) == english.replacing("\n", with: " "), "\(check)")
            let indonesian = TextCatalogue.checks[check]?.indonesian.source ?? ""
            #expect(indonesian.hasPrefix("Mengapa: ") && indonesian.contains("\nPerbaikan: "), "\(check)")
        }
    }

    @Test("a problem of the trail is said in both languages, whoever finds it")
    func trail() async throws {
        let gone = AuditProblem("removed head", 7, 0, nil, AuditVerification.Detail.headlessEvents())
        #expect(gone.detail == Wording(indonesian: "terdapat peristiwa", english: "there are events"))
        let database = TestServer.shared.superuser(limit: 1)
        defer { database.close() }
        let told = try await database.transaction(as: .login) { tx in
            try tx.one(
                "select 'changed row', 7, 1, 12::bigint, 'update of person {\"person_id\": 3} by Budi at 2026-11-24'",
                as: AuditProblem.self
            )
        }
        #expect(told.detail.english == #"update of person {"person_id": 3} by Budi at 2026-11-24"#)
        #expect(told.detail.indonesian == #"update pada person {"person_id": 3} oleh Budi, 2026-11-24"#)
    }
}
