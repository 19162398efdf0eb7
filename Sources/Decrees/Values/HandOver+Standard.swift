extension HandOver {
    /// What is handed over with a post where a city has no list of its own; no regulation that we read prescribes one.
    public static let standardItems = [
        "daftar pekerjaan yang telah selesai, sedang berjalan, dan belum dilaksanakan;",
        "naskah dinas, arsip, dan dokumen kedinasan;",
        "barang milik daerah dan inventaris kantor sesuai daftar terlampir;",
        "laporan pelaksanaan anggaran dan keadaan keuangan;", "stempel jabatan, kunci, dan perlengkapan ruang kerja;",
        "akun, kata sandi, dan hak akses aplikasi kedinasan yang diganti pada hari serah terima.",
    ]
}
