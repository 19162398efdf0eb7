import CityDatabase
import CityViews
import Personnel
import Reports
import TestSupport
import Testing
import Texts

/// Chains of a small city as pictures and tables.
@Suite("Views of chains", .timeLimit(.minutes(10)))
struct SeatChainViewTests {
    /// Two agencies, each with a head, an analyst and a vacancy.
    private func city() async throws -> (city: TestCity, day: CivilDate, numbers: [String]) {
        let city = try await TestCity.make()
        let agencies = try await city.add("dinkes", "disdik")
        for (index, agency) in agencies.enumerated() {
            let numbers = [index * 10 + 1, index * 10 + 2]
            try await city.importLines(
                .people,
                SampleFile.peopleHeader,
                numbers.map { SampleFile.person($0, name: "Pegawai \($0)") },
                to: agency
            )
            try await city.importLines(
                .posts,
                SampleFile.postsHeader,
                [
                    SampleFile.post(numbers[0], kind: 1, echelon: "22", title: "Kepala \(agency.code)"),
                    SampleFile.post(numbers[1], title: "Analis \(agency.code)"),
                ],
                to: agency
            )
        }
        let day = try #require(
            CivilDate(iso: String(try await city.psql("select city_day(now())::text").prefix { $0 != "\n" }))
        )
        var numbers: [String] = []
        for (person, agency, title) in [(1, 1, "Kepala"), (11, 0, "Kepala"), (2, 1, "Analis")] {
            let post = try await city.psql(
                "select post_id from post where agency_id = \(agencies[agency].id) and title ^@ '\(title)'"
            )
            numbers.append(
                try await Transfers(city.database)
                    .plan(
                        TransferPlan(
                            nip: try NIP(SampleFile.nip(person)),
                            agency: agencies[agency].code,
                            post: try #require(Int64(post.prefix { $0 != "\n" })),
                            basis: .agencyNeed,
                            reason: "Pengalaman",
                            day: day
                        ),
                        by: "Perencana"
                    )
            )
        }
        return (city, day, numbers)
    }

    @Test("show an exchange and a move without a free seat, the fault with names, and who falls")
    func views() async throws {
        let (city, day, numbers) = try await city()
        let batch = try await Transfers(city.database).batch(nil)
        let picture = SeatChainView.picture(of: batch, PictureFrame(scope: "Kota Medan", asOf: day))
        #expect(
            picture.table.rendered(as: .csv, width: nil) == """
                component,chain,form,place,number,from_agency,from_post,to_agency,to_post
                1,1,swap,1,\(numbers[0]),dinkes,Kepala dinkes,disdik,Kepala disdik
                1,1,swap,2,\(numbers[1]),disdik,Kepala disdik,dinkes,Kepala dinkes
                2,2,single,1,\(numbers[2]),dinkes,Analis dinkes,disdik,Analis disdik
                """
        )
        #expect(picture.chains.map(\.hasSeat) == [true, false])
        #expect(
            SeatChainView.table(of: batch.faults).rendered(as: .csv, width: nil) == """
                problem,agency,post,cases,people
                too_many_arrivals,disdik,Analis disdik,\(numbers[2]),Pegawai 2
                """
        )
        let fall = batch.cases.fall(of: [numbers[1]])
        #expect(
            SeatChainView.table(of: fall, batch).rendered(as: .csv, width: nil) == """
                number,outcome,cause,nip,name,agency,post
                \(numbers[1]),withdrawn,,'\(SampleFile.nip(11)),Pegawai 11,dinkes,Kepala dinkes
                \(numbers[0]),fallen,\(numbers[1]),'\(SampleFile.nip(1)),Pegawai 1,disdik,Kepala disdik
                \(numbers[2]),fallen,,'\(SampleFile.nip(2)),Pegawai 2,disdik,Analis disdik
                """
        )
        #expect(
            SeatChainView.table(of: batch.cases.lots(), batch).rendered(as: .csv, width: nil) == """
                lot,component,number,oversized
                1,1,\(numbers[0]),false
                1,1,\(numbers[1]),false
                1,2,\(numbers[2]),false
                """
        )
    }

    @Test("every kind of fault, and every outcome of a fall, has its words")
    func words() {
        for code in ["withdrawn", "fallen", "remaining"] {
            #expect(TextCatalogue.words["batch_fall.\(code)"] != nil, "\(code)")
        }
        let kinds: [BatchFault.Kind] = [
            .caseTwice, .personTwice, .withoutSeat, .intoOwnSeat, .seatNotHeld, .otherSeatHeld, .unknownSeat,
            .abolishedSeat, .tooManyArrivals(free: 1, staying: 2),
            .heldTwice(from: SampleFile.day, until: SampleFile.day + 3),
        ]
        for kind in kinds { #expect(TextCatalogue.findings["batch.\(kind.code)"] != nil, "\(kind.code)") }
        for form in SeatChain.Form.allCases {
            #expect(TextCatalogue.words["seat_chain.\(form.code)"] != nil, "\(form.code)")
        }
    }
}
