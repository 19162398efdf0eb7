import Personnel

/// What officials write where there is nothing to write.
private let none = "–"

extension PaperValues {
    /// "1.", "2.", … and what stands beside each.
    static func numbered(_ texts: [String], _ number: (Int) -> String = { "\($0)" }) -> Value {
        .list(
            texts.enumerated().map { PaperValues(["urutan": .text(number($0 + 1)), "isi": .text($1)]) }
        )
    }

    static func officer(_ role: String, _ officer: Officer) -> PaperValues {
        var entries: [String: Value] = [role: .text(officer.name), "jabatan_\(role)": .text(officer.title)]
        if let nip = officer.nip { entries["nip_\(role)"] = .text(nip.grouped) }
        if let grade = officer.grade { entries["pangkat_\(role)"] = .text(grade.text) }
        return PaperValues(entries)
    }

    /// A person of the list, with both posts.
    static func person(_ nominee: Nominee) -> PaperValues {
        PaperValues([
            "nama": .text(nominee.name), "nip": .text(nominee.nip.grouped),
            "pangkat": .text(nominee.grade?.text ?? none), "eselon": .text(nominee.echelon?.code ?? none),
            "kelas": .text(nominee.jobClass.map { "\($0)" } ?? none), "alasan": .text(nominee.reason),
            "nomor_usul": .text(nominee.caseNumber),
        ]) + place(nominee.formerPost, suffix: "_lama") + place(nominee.post, suffix: "_baru")
    }

    static func place(_ post: PostPlace?, suffix: String = "") -> PaperValues {
        var entries: [String: Value] = [
            "jabatan\(suffix)": .text(post?.title ?? none), "perangkat_daerah\(suffix)": .text(post?.agency ?? none),
        ]
        if let unit = post?.unit { entries["unit\(suffix)"] = .text(unit) }
        return PaperValues(entries)
    }

    /// What every paper knows of the decree that it rests on.
    static func city(_ decree: Decree) -> PaperValues {
        var entries: [String: Value] = ["pejabat": .text(decree.authority), "kota": .text(decree.city)]
        if let province = decree.province { entries["provinsi"] = .text(province) }
        return PaperValues(entries)
    }

    static func decided(_ decree: Decree) -> PaperValues {
        PaperValues([
            "nomor_keputusan": .text(decree.number), "tanggal_keputusan": .text(decree.date.indonesian),
            "tentang": .text(decree.subject),
        ])
    }

    static func dated(_ number: String, _ date: CivilDate, _ place: String) -> PaperValues {
        PaperValues(["nomor": .text(number), "tanggal": .text(date.indonesian), "tempat": .text(place)])
    }
}
