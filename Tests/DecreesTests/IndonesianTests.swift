import Personnel
import Testing

@testable import Decrees

@Suite("Indonesian dates and numbers of decrees")
struct IndonesianTests {
    @Test("days are written long, and spelled out for minutes")
    func days() {
        let day = Sample.day(2025, 8, 21)
        #expect(day.indonesian == "21 Agustus 2025")
        #expect(day.indonesianWithWeekday == "Kamis, 21 Agustus 2025")
        #expect(
            day.spelledOut == "Kamis, tanggal dua puluh satu bulan Agustus tahun dua ribu dua puluh lima"
        )
    }

    @Test(
        "numbers in words",
        arguments: [
            (0, "nol"), (11, "sebelas"), (12, "dua belas"), (20, "dua puluh"), (99, "sembilan puluh sembilan"),
            (100, "seratus"), (111, "seratus sebelas"), (1_000, "seribu"),
            (1_999, "seribu sembilan ratus sembilan puluh sembilan"),
            (2_026, "dua ribu dua puluh enam"),
            (999_999, "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan"),
        ]
    )
    func words(_ number: Int, _ words: String) {
        #expect(number.indonesianWords == words)
    }

    @Test("places of a dictum and letters of a list")
    func places() {
        #expect(
            [1, 2, 10, 11, 12, 21].map(\.dictumOrdinal) == [
                "KESATU", "KEDUA", "KESEPULUH", "KESEBELAS", "KEDUA BELAS", "KEDUA PULUH SATU",
            ]
        )
        #expect([1, 26, 27, 52, 53].map(\.listLetter) == ["a", "z", "aa", "az", "ba"])
    }
}
