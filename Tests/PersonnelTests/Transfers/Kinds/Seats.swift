import Personnel

/// Seats of a made-up city, for vectors.
enum Seats {
    static func seat(
        _ agency: String,
        _ unit: String,
        _ title: String,
        _ level: PositionLevel,
        echelon: Int? = nil,
        tier: FunctionalTier? = nil,
        jobClass: Int? = nil,
        family: String? = nil,
        former: TransferSeat.Name? = nil
    ) throws -> TransferSeat {
        TransferSeat(
            try name(agency, unit, title),
            level: level,
            echelon: echelon.flatMap { Echelon(id: $0) },
            tier: tier,
            jobClass: jobClass,
            family: family,
            former: former
        )
    }

    static func name(_ agency: String, _ unit: String, _ title: String) throws -> TransferSeat.Name {
        guard let code = AgencyCode(agency) else { throw BadVector(text: agency) }
        return TransferSeat.Name(agency: code, unit: unit, title: title)
    }

    static func day(_ text: String) throws -> CivilDate {
        guard let day = CivilDate(iso: text) else { throw BadVector(text: text) }
        return day
    }

    static func bapenda() throws -> TransferSeat {
        try seat("bapenda", "Bapenda", "Kepala Badan Pendapatan", .jptPratama, echelon: 22, jobClass: 14)
    }

    static func bappeda() throws -> TransferSeat {
        try seat("bappeda", "Bappeda", "Kepala Badan Perencanaan", .jptPratama, echelon: 22, jobClass: 14)
    }

    static func kominfoSecretary() throws -> TransferSeat {
        try seat("diskominfo", "Sekretariat", "Sekretaris Dinas", .administrator, echelon: 31, jobClass: 12)
    }

    static func division() throws -> TransferSeat {
        try seat("dishub", "Bidang Lalu Lintas", "Kepala Bidang Lalu Lintas", .administrator, echelon: 32, jobClass: 11)
    }

    static func section() throws -> TransferSeat {
        try seat("dishub", "Subbagian Umum", "Kepala Subbagian Umum", .pengawas, echelon: 41, jobClass: 9)
    }

    static func clerk() throws -> TransferSeat {
        try seat("dishub", "Subbagian Umum", "Pengadministrasi Umum", .pelaksana, jobClass: 5)
    }

    static func teacher() throws -> TransferSeat {
        try seat("disdikbud", "SD 1", "Guru", .fungsional, tier: .muda, jobClass: 9, family: "Pendidikan")
    }

    static func nurse() throws -> TransferSeat {
        try seat("dinkes", "Puskesmas Amplas", "Perawat", .fungsional, tier: .muda, jobClass: 9, family: "Kesehatan")
    }

    static func healthCentre() throws -> TransferSeat {
        try seat(
            "dinkes",
            "Puskesmas Amplas",
            "Kepala Puskesmas Amplas",
            .fungsional,
            tier: .muda,
            jobClass: 9,
            family: "Kesehatan"
        )
    }
}

struct BadVector: Error {
    let text: String
}
