import Decrees
import Personnel

/// Generated people: nobody is real.
enum Sample {
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else { preconditionFailure("no such day") }
        return date
    }

    static func nip(_ sequence: Int) -> NIP {
        guard
            let nip = NIP.make(
                birthDate: day(1980, 1, 1) + sequence / 900,
                appointedYear: 2005,
                appointedMonth: 1,
                sex: .female,
                sequence: sequence % 900 + 1
            )
        else { preconditionFailure("no such number") }
        return nip
    }

    static let mayor = Officer(name: "Contoh Kepala Daerah", title: "Wali Kota Medan")
    static let head = Officer(
        name: "Dr. Contoh Kepala, M.Si.",
        title: "Kepala BKPSDM Kota Medan",
        nip: nip(700),
        grade: GradeRank(id: 43).map { .rank($0) }
    )

    static func nominee(
        _ number: Int,
        name: String? = nil,
        caseNumber: String? = nil,
        nip: NIP? = nil,
        reason: String = "Kompetensi sesuai dengan standar jabatan dan masa jabatan sudah tiga tahun."
    ) -> Nominee {
        Nominee(
            caseNumber: caseNumber ?? "TRF-2026-\(String(1_000_000 + number).dropFirst())",
            name: name ?? "Pegawai Contoh \(number), S.Sos.",
            nip: nip ?? Self.nip(number),
            grade: GradeRank(id: 41).map { .rank($0) },
            formerPost: PostPlace(
                title: "Kepala Seksi Contoh \(number)",
                unit: "Bidang Kesehatan Masyarakat",
                agency: "Dinas Kesehatan"
            ),
            post: PostPlace(
                title: "Kepala Bidang Contoh \(number)",
                unit: "Bidang Pemberdayaan",
                agency: "Dinas Sosial"
            ),
            echelon: Echelon(id: 32),
            jobClass: 11,
            reason: reason
        )
    }

    /// As three people of three kinds: one with all, one at the head of an agency, one under contract who held no post.
    static let three = [
        nominee(1),
        Nominee(
            caseNumber: "TRF-2026-000002",
            name: "Ir. Pegawai Contoh 2, M.T.",
            nip: nip(2),
            grade: GradeRank(id: 43).map { .rank($0) },
            formerPost: PostPlace(title: "Camat Contoh", unit: "Kecamatan Contoh", agency: "Kecamatan Contoh"),
            post: PostPlace(title: "Kepala Dinas Perhubungan", unit: " ", agency: "Dinas Perhubungan"),
            echelon: Echelon(id: 22),
            jobClass: 14,
            reason: "Nilai talenta tertinggi dalam kelompok rencana suksesi jabatan ini."
        ),
        Nominee(
            caseNumber: "TRF-2026-000003",
            name: "Pegawai Contoh 3, A.Md.",
            nip: nip(3),
            grade: ContractClass(level: 7).map { .contract($0) },
            formerPost: nil,
            post: PostPlace(title: "Pranata Komputer Terampil", unit: "Sekretariat", agency: "Dinas Sosial"),
            reason: "Formasi jabatan belum terisi."
        ),
    ]

    static func decree(
        number: String = "800.1.3.3/1234/2026",
        date: CivilDate? = day(2026, 8, 20),
        dictum: [String]? = nil,
        firstDay: CivilDate = day(2026, 8, 21),
        earlyStartReason: String? = nil,
        signer: Officer = mayor,
        copies: [String] = ["Gubernur Sumatera Utara;", "Inspektur Kota Medan."],
        nominees: [Nominee] = three
    ) throws -> Decree {
        try Decree(
            number: number,
            date: date,
            place: "Medan",
            city: "Kota Medan",
            province: "Provinsi Sumatera Utara",
            authority: "Wali Kota Medan",
            dictum: dictum,
            firstDay: firstDay,
            earlyStartReason: earlyStartReason,
            signer: signer,
            copies: copies,
            nominees: nominees
        )
    }

    static func papers(_ decree: Decree) throws -> [any Paper] {
        let number = decree.nominees[0].caseNumber
        return [
            decree,
            try DecreeExcerpt(of: decree, caseNumber: number, certifier: head),
            try StartOfDuty(
                number: "800/21/SPMT/2026",
                date: day(2026, 8, 24),
                place: "Medan",
                decree: decree,
                caseNumber: number,
                startDay: day(2026, 8, 24),
                signer: head
            ),
            try InaugurationInvitation(
                number: "800/987/2026",
                date: day(2026, 8, 20),
                place: "Medan",
                decree: decree,
                day: day(2026, 8, 24),
                time: "09.00 WIB",
                venue: "Balai Kota, Ruang Rapat III",
                dress: "Pakaian Sipil Lengkap",
                signer: head,
                calendar: WorkingCalendar(holidays: [], week: .five)
            ),
            try HandOver(
                number: "800/22/BA/2026",
                day: day(2026, 8, 24),
                place: "Medan",
                decree: decree,
                caseNumber: number,
                outgoing: Officer(name: "Pegawai Contoh 900", title: "Kepala Bidang Contoh 1", nip: nip(899)),
                witness: head,
                items: ["Memori jabatan;", "Daftar inventaris barang;", "Pekerjaan yang belum selesai."]
            ),
            try notice(decree),
        ]
    }

    static func notice(
        _ decree: Decree,
        date: CivilDate = day(2026, 8, 21),
        findings: [String] = [
            "Masa jabatan paling singkat (bulan): menjabat sejak 1 Juni 2023; lama menjabat (bulan): 38."
        ],
        until: CivilDate = day(2026, 9, 4)
    ) throws -> TransferNotice {
        try TransferNotice(
            number: "800/31/PB/2026",
            date: date,
            place: "Medan",
            decree: decree,
            caseNumber: decree.nominees[0].caseNumber,
            findings: findings,
            changes: [
                TransferNotice.Change("Perangkat daerah", from: "Dinas Kesehatan", to: "Dinas Sosial"),
                TransferNotice.Change("Kelas jabatan", from: "9", to: "11"),
            ],
            contact: TransferNotice.Contact("Bidang Mutasi BKPSDM Kota Medan", until: until),
            signer: head
        )
    }
}
