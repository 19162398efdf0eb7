public import Personnel

extension Decree {
    public static func standardSubject(city: String) -> String {
        "Pemberhentian dan Pengangkatan dalam Jabatan di Lingkungan Pemerintah \(city)"
    }

    /// The law in force on transfers in late 2026, highest first. A city adds its own by-laws.
    public static let standardBases = [
        "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;",
        "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana telah diubah "
            + "dengan Peraturan Pemerintah Nomor 17 Tahun 2020;",
        "Peraturan Presiden Nomor 116 Tahun 2022 tentang Pengawasan dan Pengendalian Pelaksanaan Norma, Standar, "
            + "Prosedur, dan Kriteria Manajemen Aparatur Sipil Negara;",
        "Peraturan Badan Kepegawaian Negara Nomor 5 Tahun 2019 tentang Tata Cara Pelaksanaan Mutasi;",
        "Peraturan Badan Kepegawaian Negara Nomor 7 Tahun 2017 tentang Tata Cara Pelantikan dan Pengambilan "
            + "Sumpah/Janji Jabatan sebagaimana telah diubah dengan Peraturan Badan Kepegawaian Negara Nomor 21 "
            + "Tahun 2017.",
    ]

    /// PP 11/2017 art 190(4) and art 191, as officials put them.
    public static let standardConsiderations = [
        "bahwa untuk memenuhi kebutuhan organisasi dan pengembangan karier pegawai, perlu dilakukan pemberhentian dan "
            + "pengangkatan dalam jabatan berdasarkan kesesuaian kompetensi dengan persyaratan jabatan;",
        "bahwa pegawai yang namanya tercantum dalam Lampiran Keputusan ini memenuhi syarat dan telah mendapat "
            + "pertimbangan Tim Penilai Kinerja;",
        "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan "
            + "tentang Pemberhentian dan Pengangkatan dalam Jabatan.",
    ]

    public static func standardDictum(firstDay: CivilDate) -> [String] {
        [
            "Memberhentikan dengan hormat pegawai yang namanya tercantum dalam Lampiran Keputusan ini dari jabatan lama "
                + "dan mengangkatnya dalam jabatan baru sebagaimana tercantum dalam Lampiran yang merupakan bagian "
                + "tidak terpisahkan dari Keputusan ini.",
            "Kepada pegawai sebagaimana dimaksud dalam Diktum KESATU diberikan tunjangan jabatan sesuai dengan ketentuan "
                + "peraturan perundang-undangan.",
            "Keputusan ini mulai berlaku terhitung mulai tanggal \(firstDay.indonesian), dengan ketentuan apabila di "
                + "kemudian hari terdapat kekeliruan akan diadakan perbaikan sebagaimana mestinya.",
        ]
    }
}
