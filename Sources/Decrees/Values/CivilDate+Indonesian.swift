import Personnel

extension CivilDate {
    /// "21 Agustus 2025".
    var indonesian: String { "\(day) \(monthName) \(year)" }

    /// "Kamis, 21 Agustus 2025".
    var indonesianWithWeekday: String { "\(weekdayName), \(indonesian)" }

    /// "Kamis, tanggal dua puluh satu bulan Agustus tahun dua ribu dua puluh lima", as minutes begin.
    var spelledOut: String {
        "\(weekdayName), tanggal \(day.indonesianWords) bulan \(monthName) tahun \(year.indonesianWords)"
    }

    private var monthName: String {
        [
            "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
            "November", "Desember",
        ][month - 1]
    }

    private var weekdayName: String {
        ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"][weekday - 1]
    }
}
