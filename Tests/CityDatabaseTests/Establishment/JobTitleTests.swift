import CityDatabase
import Foundation
import Personnel
import Postgres
import TestSupport
import Testing

@Suite("Job titles", .timeLimit(.minutes(20)))
struct JobTitleTests {
    private static let header = "title,family,level,retirement_age,education,fields,trainings,places,source,own"

    private func read(_ lines: [String]) throws -> [JobTitle] {
        let path = try SampleFile.write(([Self.header] + lines).joined(separator: "\n") + "\n")
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try JobTitleFile.read(path)
    }

    private func known(_ title: String, _ city: TestCity) async throws -> String {
        try await city.psql("select title, is_own, family, retirement_age from job_title_of('\(title)')")
    }

    @Test("a title stands for its tiers and, where it has places, for them; a longer one goes before a shorter one")
    func matching() async throws {
        let city = try await TestCity.make()
        #expect(try await known("GURU Ahli Muda", city) == "Guru|f|Pendidikan|60\n")
        #expect(try await known("Dokter Gigi Ahli Utama", city) == "Dokter Gigi|f|Kesehatan|\n")
        #expect(try await known("Kepala Puskesmas Medan Kota", city) == "Kepala Puskesmas|f|Kesehatan|\n")
        #expect(try await known("Perawat Hewan Ahli Muda", city) == "", "no tier stands after Perawat")
        #expect(try await known("Kepala Puskesmasan", city) == "")
        for (title, level, least) in [
            ("Perawat Terampil", "fungsional", "30"), ("Perawat Ahli Muda", "fungsional", "35"),
            ("Dokter Ahli Pertama", "fungsional", "40"), ("Kepala Bidang", "administrator", "35"),
            ("Kepala Seksi", "pengawas", "30"), ("Pranata Komputer Terampil", "fungsional", ""),
        ] {
            let answer = try await city.psql("select required_education('\(title)', '\(level)')")
            #expect(answer == least + "\n", "\(title)")
        }
        for (title, age) in [
            ("Guru Ahli Madya", "60"), ("Guru Ahli Utama", "60"), ("Dokter Ahli Madya", "60"),
            ("Dokter Ahli Utama", "65"),
            ("Perawat Terampil", "58"), ("Kepala Sekolah", "60"),
        ] {
            #expect(
                try await city.psql("select retirement_age(58::smallint, 'fungsional', '\(title)')") == age + "\n",
                "\(title)"
            )
        }
    }

    @Test("the city's own go before the program's, stay through an upgrade, and can be taken back")
    func own() async throws {
        let city = try await TestCity.make()
        let titles = JobTitles(city.database)
        let carried = try await titles.list()
        #expect(carried.count > 50 && carried.allSatisfy { !$0.isOwn })
        // The list itself says nothing new.
        #expect(try await titles.set(carried.map(\.title)) == 0)
        let lines = [
            "perawat,Kesehatan,fungsional,63,D-III,Keperawatan,BTCLS|PPGD,false,Perwal 1/2026,true",
            "Juru Pungut,,pelaksana,,15,-,-,false,,",
        ]
        #expect(try await titles.set(read(lines), dryRun: true) == 2)
        #expect(try await titles.list().count == carried.count)
        #expect(try await titles.set(read(lines)) == 2)
        #expect(try await titles.set(read(lines)) == 0)
        #expect(try await known("Perawat Ahli Muda", city) == "perawat|t|Kesehatan|63\n")
        let own = try await titles.list().filter(\.isOwn).map(\.title)
        #expect(own.map(\.title) == ["Juru Pungut", "perawat"])
        #expect(own[0].fields == [] && own[0].education == .upperSecondary && own[0].family == nil)
        #expect(own[1].trainings == ["BTCLS", "PPGD"] && own[1].education == .diploma3)
        // As the next version does: the file is loaded again.
        _ = try await city.psql("update job_title set retirement_age = 59 where job_title = 'Perawat'")
        #expect(try await known("Perawat", city) == "perawat|t|Kesehatan|63\n")
        #expect(try await titles.remove("PERAWAT"))
        #expect(try await !titles.remove("Perawat"))
        #expect(try await known("Perawat Ahli Muda", city) == "Perawat|f|Kesehatan|59\n")
    }

    @Test(
        "a file with a bad cell is refused whole, with its line",
        arguments: [
            ("X,,boss,,,,,,,", "level"), ("X,,,17,,,,,,", "retirement_age"), ("X,,,,S-9,,,,,", "education"),
            (",Kesehatan,,,,,,,,", "title"), ("X,,,,,,,maybe,,", "places"), ("X,a\u{1B}b,,,,,,,,", "family"),
        ]
    )
    func bad(_ line: String, _ column: String) throws {
        let refusal = #expect(throws: CityError.self) { _ = try read(["Y,,,,,,,,,", line]) }
        #expect(refusal?.code == .titleFileCell && refusal?.description.contains(column) == true)
        let twice = #expect(throws: CityError.self) { _ = try read(["Y,,,,,,,,,", "y,,,,,,,,,"]) }
        #expect(twice?.code == .titleFileTwice)
    }

    @Test("only the personnel agency writes the city's, and nobody the program's")
    func rights() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        for principal in [Principal.personnel, .agency(agency.id)] {
            let refusal = await #expect(throws: PostgresError.self) {
                try await city.database.transaction(as: principal) { tx in
                    try tx.execute("update job_title set family = 'x'")
                }
            }
            #expect(refusal?.sqlState == .insufficientPrivilege)
        }
        let refusal = await #expect(throws: PostgresError.self) {
            try await city.database.transaction(as: .agency(agency.id)) { tx in
                try tx.execute("insert into city_job_title (job_title, has_places) values ('x', false)")
            }
        }
        #expect(refusal?.sqlState == .insufficientPrivilege)
    }
}
