import Decrees
import Personnel
import Testing
import Texts

@Suite("Decree")
struct DecreeTests {
    private func problems(_ make: () throws -> Void) -> [PaperProblem] {
        do {
            try make()
            return []
        } catch {
            return (error as? PaperRefusal)?.problems ?? []
        }
    }

    @Test("numbers of people are grouped 8 6 1 3, and grades are written with their title")
    func written() {
        #expect(Sample.nip(0).grouped == "19800101 200501 2 001")
        #expect(GradeRank(id: 41).map { ServiceGrade.rank($0).text } == "Pembina, IV/a")
        #expect(ContractClass(level: 9).map { ServiceGrade.contract($0).text } == "Golongan IX")
        #expect(PostPlace(title: "Camat", unit: "Kecamatan A", agency: "Kecamatan A").unit == nil)
    }

    @Test("without a number or a date it is refused")
    func numberAndDate() {
        #expect(problems { _ = try Sample.decree(number: " ") } == [.missing("nomor")])
        #expect(problems { _ = try Sample.decree(date: nil) } == [.missing("tanggal")])
    }

    @Test("an empty list, an empty dictum and a signer without a name are refused, all at once")
    func empty() {
        let nobody = Officer(name: "", title: "Wali Kota Medan")
        #expect(
            problems { _ = try Sample.decree(dictum: [], signer: nobody, nominees: []) }
                == [.missing("penanda_tangan"), .missing("diktum"), .listEmpty]
        )
    }

    @Test("a person without a reason is refused by the case's number")
    func reason() {
        let refused = problems {
            _ = try Sample.decree(nominees: [Sample.nominee(1), Sample.nominee(2, reason: " \n")])
        }
        #expect(refused == [.reasonMissing("TRF-2026-000002")])
        #expect(refused[0].wording(.english).contains("TRF-2026-000002"))
        #expect(!refused[0].wording(.indonesian).contains("Contoh"), "no name in an error")
    }

    @Test("a case twice, and a person in two cases, are refused")
    func twice() {
        let list = [
            Sample.nominee(1), Sample.nominee(1), Sample.nominee(2, nip: Sample.nip(1)),
            Sample.nominee(3, caseNumber: ""),
        ]
        #expect(
            problems { _ = try Sample.decree(nominees: list) } == [
                .caseTwice("TRF-2026-000001"), .personTwice("TRF-2026-000001", "TRF-2026-000002"),
                .caseMissing(row: 4),
            ]
        )
    }

    @Test("a first day before the date is refused, unless the decree says why, and then it is printed")
    func early() throws {
        let (before, date) = (Sample.day(2026, 8, 19), Sample.day(2026, 8, 20))
        #expect(
            problems { _ = try Sample.decree(firstDay: before) } == [.earlyStart(firstDay: before, date: date)]
        )
        #expect(problems { _ = try Sample.decree(firstDay: date) }.isEmpty)
        let decree = try Sample.decree(firstDay: before, earlyStartReason: "Jabatan kosong sejak 19 Agustus 2026.")
        let page = try PaperTemplates.standard.print(decree)
        #expect(page.contains("Jabatan kosong sejak 19 Agustus 2026."))
        #expect(try !PaperTemplates.standard.print(Sample.decree()).contains("mendahului"))
    }

    @Test("an excerpt of a case that the decree does not have is refused")
    func unknownCase() throws {
        let decree = try Sample.decree()
        #expect(
            problems { _ = try DecreeExcerpt(of: decree, caseNumber: "TRF-2026-000999", certifier: Sample.head) }
                == [.caseUnknown("TRF-2026-000999")]
        )
    }

    @Test(
        "an invitation goes out a working day ahead, and the inauguration is within 30 working days",
        arguments: [
            // 20 August 2026 is a Thursday; 1 October is the 30th working day after it.
            (Sample.day(2026, 8, 20), Sample.day(2026, 8, 21), [PaperProblem]()),
            (
                Sample.day(2026, 8, 21), Sample.day(2026, 8, 23),
                [.invitedLate(letter: Sample.day(2026, 8, 21), day: Sample.day(2026, 8, 23))]
            ),
            (Sample.day(2026, 9, 1), Sample.day(2026, 10, 1), []),
            (
                Sample.day(2026, 9, 1), Sample.day(2026, 10, 2),
                [.inauguratedOutside(decree: Sample.day(2026, 8, 20), last: Sample.day(2026, 10, 1))]
            ),
        ]
    )
    func invitation(_ letter: CivilDate, _ day: CivilDate, _ expected: [PaperProblem]) throws {
        let decree = try Sample.decree()
        let refused = problems {
            _ = try InaugurationInvitation(
                number: "1",
                date: letter,
                place: "Medan",
                decree: decree,
                day: day,
                time: "09.00 WIB",
                venue: "Balai Kota",
                dress: "PSL",
                signer: Sample.head,
                calendar: WorkingCalendar(holidays: [], week: .five)
            )
        }
        #expect(refused == expected)
    }

    @Test("duty cannot begin before the decree's first day, and a hand-over hands something over")
    func around() throws {
        let decree = try Sample.decree()
        let duty = problems {
            _ = try StartOfDuty(
                number: "1",
                date: Sample.day(2026, 8, 24),
                place: "Medan",
                decree: decree,
                caseNumber: "TRF-2026-000001",
                startDay: Sample.day(2026, 8, 20),
                signer: Sample.head
            )
        }
        #expect(duty == [.dutyBeforeFirstDay("TRF-2026-000001")])
        let minutes = problems {
            _ = try HandOver(
                number: "1",
                day: Sample.day(2026, 8, 24),
                place: "Medan",
                decree: decree,
                caseNumber: "TRF-2026-000001",
                outgoing: Sample.head,
                witness: Sample.head,
                items: []
            )
        }
        #expect(minutes == [.missing("barang")])
    }
}
