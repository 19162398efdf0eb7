public import CityDatabase
import Foundation
public import Personnel

/// CSV files in SIASN's shape for tests, with generated people.
public enum SampleFile {
    public static let day = CivilDate(daysSince2000: 9_677)  // 2026-06-30

    /// A valid NIP: born in 1980 on day `number` of the year, appointed in March 2005.
    public static func nip(_ number: Int) -> String {
        let birth = CivilDate(daysSince2000: Int32(-7_305 + number % 360))
        let digits = birth.iso.split(separator: "-").joined()
        let sequence = String(number / 360 + 1)
        return "\(digits)2005031\(String(repeating: "0", count: 3 - sequence.count))\(sequence)"
    }

    public static let peopleHeader =
        "nip_baru,nama,gelar_depan,gelar_belakang,tanggal_lahir,jenis_kelamin,status_cpns_pns,kedudukan_hukum_nama,"
        + "tmt_cpns,gol_akhir_id,gol_akhir_nama,tmt_golongan,tingkat_pendidikan_id,pendidikan_nama,nik"

    /// A valid row of the people file.
    public static func person(_ number: Int, name: String = "Budi Sihombing", rank: String = "33") -> String {
        let birth = CivilDate(daysSince2000: Int32(-7_305 + number % 360)).siasn
        return
            "'\(nip(number)),\(name),null,S.Kom,\(birth),M,PNS,Aktif,01-03-2005,\(rank),III/c,01-04-2020,40,S-1 Informatika,null"
    }

    public static let postsHeader =
        "id,nipBaru,jenisJabatan,unorId,unorIndukId,eselonId,tmtJabatan,nomorSk,tanggalSk,namaUnor,namaJabatan"

    public static func post(
        _ number: Int?,
        unit: String = "U1",
        kind: Int = 4,
        echelon: String = "",
        title: String = "Pengadministrasi",
        since: String = "01-02-2021"
    ) -> String {
        "x,\(number.map(nip) ?? "null"),\(kind),\(unit),null,\(echelon),\(since),800/1,15-01-2021,Bidang \(unit),\(title)"
    }

    public static let establishmentHeader =
        "unorId,namaUnor,namaJabatan,jenisJabatan,eselonId,jenjang,kelasJabatan,kebutuhan,berlakuMulai,nomorSk,tanggalSk,standar"

    /// A row of the establishment: a functional post, or with an echelon a structural one.
    public static func formasi(
        _ title: String,
        _ seats: Int,
        unit: String = "U1",
        echelon: String = "",
        from day: String = "01-01-2026",
        decree: String = "188/7"
    ) -> String {
        let kind = echelon.isEmpty ? 2 : 1
        return "\(unit),Bidang \(unit),\(title),\(kind),\(echelon),,,\(seats),\(day),\(decree),15-12-2025,"
    }

    public static let ratingsHeader =
        "tahun,periodikId,periodikNama,nip,hasilKinerja,hasilKinerjaNilai,perilakuKerja,perilakuKerjaNilai,"
        + "kuadranKinerjaNilai,penilaiNipNrp"

    public static func rating(_ number: Int, _ result: Int, _ behaviour: Int) -> String {
        "2026,2,Triwulan III,\(nip(number)),,\(result),,\(behaviour),,null"
    }

    public static let assessmentsHeader = "NIP,Tanggal Asesmen,X - Penilaian Kompetensi,X - Penilaian Potensi"

    public static func assessment(_ number: Int, _ competency: String, _ potential: String) -> String {
        "\(nip(number)),10-02-2025,\(competency),\(potential)"
    }

    /// Writes the text to a new file and returns the path.
    public static func write(_ text: String) throws -> String {
        try write(Array(text.utf8))
    }

    public static func write(_ bytes: [UInt8]) throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/mutasi-sample-\(UUID().uuidString).csv"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }
}

extension TestCity {
    /// Imports lines below a header.
    @discardableResult
    public func importLines(
        _ kind: ImportKind,
        _ header: String,
        _ lines: [String],
        to agency: Agency,
        asOf day: CivilDate = SampleFile.day,
        isComplete: Bool = false,
        dryRun: Bool = false
    ) async throws -> ImportReport {
        let path = try SampleFile.write(([header] + lines).joined(separator: "\r\n") + "\r\n")
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await Importer(database)
            .run(
                kind,
                file: path,
                agency: agency.id,
                asOf: day,
                isComplete: isComplete,
                dryRun: dryRun
            )
    }
}
