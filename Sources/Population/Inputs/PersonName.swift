import Personnel

/// Names put together at random from names that are common in Medan.
enum PersonName {
    static func make(_ sex: Sex, _ random: inout RandomStream) -> String {
        let given = random.pick(sex == .male ? maleNames : femaleNames)
        return switch random.below(10) {
        case 0..<5: "\(given) \(random.pick(clans))"
        case 5..<7: "\(given) \(random.pick(sex == .male ? maleSeconds : femaleSeconds)) \(random.pick(clans))"
        default: "\(given) \(random.pick(sex == .male ? maleSeconds : femaleSeconds))"
        }
    }

    private static let maleNames = [
        "Abdul", "Ade", "Agus", "Ahmad", "Alfian", "Andi", "Anton", "Ardi", "Arifin", "Bambang", "Benny", "Budi",
        "Chandra", "Daniel", "Dedi", "Denny", "Dian", "Doni", "Eko", "Fadli", "Faisal", "Ferry", "Gunawan", "Hadi",
        "Hendra", "Heri", "Ilham", "Indra", "Irfan", "Irwan", "Iskandar", "Jefri", "Joni", "Kurnia", "Lukman",
        "Mangara",
        "Marihot", "Muhammad", "Parlindungan", "Rahmat", "Ramlan", "Ridwan", "Rizki", "Roni", "Rudi", "Saut", "Sofyan",
        "Sugeng", "Syahrul", "Taufik", "Togar", "Wahyu", "Yusuf", "Zulfan", "Zulkifli",
    ]

    private static let femaleNames = [
        "Aisyah", "Anita", "Ayu", "Betty", "Citra", "Desi", "Dewi", "Dina", "Elfrida", "Elisa", "Erni", "Eva",
        "Fatimah", "Fitri", "Friska", "Hanna", "Hotmaida", "Ika", "Indah", "Irma", "Juliana", "Kartika", "Khairani",
        "Lestari", "Lina", "Maria", "Marlina", "Mawar", "Mega", "Melati", "Nur", "Nurhayati", "Nurul", "Putri", "Rahma",
        "Ratna", "Rina", "Rita", "Romauli", "Rosmawati", "Roslina", "Sari", "Siti", "Sri", "Susi", "Tiurma", "Tuti",
        "Wati", "Wulan", "Yanti", "Yuliana", "Yusnita", "Zahra",
    ]

    private static let clans = [
        "Batubara", "Daulay", "Ginting", "Gultom", "Harahap", "Hasibuan", "Hutabarat", "Hutagalung", "Hutapea", "Lubis",
        "Manalu", "Manurung", "Marpaung", "Matondang", "Nababan", "Nainggolan", "Napitupulu", "Nasution", "Pane",
        "Panjaitan", "Pardede", "Pasaribu", "Perangin-angin", "Pohan", "Purba", "Rangkuti", "Ritonga", "Saragih",
        "Sembiring", "Siahaan", "Sianturi", "Sihombing", "Sihotang", "Silaban", "Silalahi", "Simanjuntak", "Simatupang",
        "Simbolon", "Sinaga", "Sinulingga", "Siregar", "Sitepu", "Sitompul", "Situmorang", "Tambunan", "Tanjung",
        "Tarigan", "Tobing",
    ]

    private static let maleSeconds = [
        "Aziz", "Effendi", "Fauzi", "Firmansyah", "Hakim", "Halim", "Hamdani", "Hidayat", "Ibrahim", "Kurniawan",
        "Maulana", "Nugroho", "Permana", "Prasetyo", "Pratama", "Rahman", "Ramadhan", "Saputra", "Setiawan", "Siddik",
        "Suryadi", "Syahputra", "Wibowo", "Wijaya", "Yahya", "Zainal",
    ]

    private static let femaleSeconds = [
        "Anggraini", "Aprilia", "Astuti", "Azizah", "Chairani", "Damayanti", "Fadillah", "Handayani", "Hasanah",
        "Indriani", "Kurniasih", "Maharani", "Maulida", "Ningsih", "Oktaviani", "Permatasari", "Puspita", "Rahayu",
        "Rahmadani", "Safitri", "Salsabila", "Susanti", "Utami", "Wahyuni", "Widya", "Yulianti",
    ]
}
