import Personnel

/// Files in SIASN's shape that say what the register knows of an agency.
struct HistoryFiles {
    let city: HistoricCity
    let agency: String
    let year: Int

    private var members: [Int] { city.people.indices.filter { city.people[$0].agency == agency } }

    var people: String {
        csv(
            "nip_baru,nama,gelar_depan,gelar_belakang,tanggal_lahir,jenis_kelamin,status_cpns_pns,kedudukan_hukum_nama,tmt_cpns,"
                + "gol_akhir_id,gol_akhir_nama,tmt_golongan,tingkat_pendidikan_id,pendidikan_nama",
            members.compactMap { index in
                let person = city.people[index]
                let standing: String
                switch person.place {
                case .post: standing = person.isContract ? "PPPK Aktif" : "Aktif"
                case .leave: standing = "CLTN"
                case .left: return nil
                }
                let sex = person.nip.sex == .male ? "M" : "F"
                let status = person.isContract ? "PPPK" : "PNS"
                let rank = person.isContract ? "null,IX" : "\(person.rank),null"
                return
                    "'\(person.nip.text),\(registered(index).name),null,S.AP,\(person.birth.siasn),\(sex),\(status),\(standing),"
                    + "\(person.appointed.siasn),\(rank),\(person.rankSince.siasn),40,S-1 Administrasi Negara"
            }
        )
    }

    var posts: String {
        let held = members.compactMap { index -> String? in
            let person = city.people[index]
            guard case .post(_, _, let since) = person.place, let post = city.post(of: index) else { return nil }
            return row(person.nip.text, post, registered(index).since ?? since, registered(index).decree, "D")
        }
        let vacant = (city.posts[agency] ?? []).filter { $0.isHead && city.hasSeat(agency, $0) }
            .map { row("null", $0, nil, "null", "") }
        let acting = city.acting.filter { $0.agency == agency }
            .map { row(city.people[$0.person].nip.text, $0.post, $0.since, "821/\($0.since.iso)", "PLT") }
        return csv(
            "nipBaru,jenisJabatan,unorId,unorIndukId,eselonId,tmtJabatan,nomorSk,tanggalSk,namaUnor,namaJabatan,jenisPenugasanId",
            held + vacant + acting
        )
    }

    /// The seats that the year sets: of every post in the first year.
    func establishment(_ files: HistoricYear) -> String {
        csv(
            "unorId,unorIndukId,namaUnor,namaJabatan,jenisJabatan,eselonId,kebutuhan,berlakuMulai,nomorSk,tanggalSk,standar",
            files.formasi.filter { $0.agency == agency }
                .map {
                    let unit = unit($0.post.unit)
                    return
                        "\(unit.id),\(unit.parent ?? "null"),\(unit.name),\($0.post.title),\(kind($0.post)),\(echelon($0.post)),"
                        + "\($0.post.seats),\($0.day.siasn),060/\(year),\($0.day.siasn),ABK \(year)"
                }
        )
    }

    func departures(_ files: HistoricYear) -> String {
        csv(
            "nipBaru,kedudukanHukumPns,skNomor,skTanggal,tmtPensiun",
            files.departures.filter { city.people[$0.person].agency == agency }
                .compactMap {
                    let person = city.people[$0.person]
                    guard case .left(_, let day) = person.place else { return nil }
                    return "\(person.nip.text),\($0.standing),\(person.decree),20-01-\(year),\(day.siasn)"
                }
        )
    }

    func leave(_ files: HistoricYear) -> String {
        csv(
            "nip,skNomor,skTanggal,tanggalAwal,tanggalAkhir,tanggalAktif",
            files.leave.filter { city.people[$0.person].agency == agency }
                .map {
                    "\(city.people[$0.person].nip.text),851/\($0.begins.iso),\($0.begins.siasn),\($0.begins.siasn),\($0.ends.siasn),"
                        + ($0.active?.siasn ?? "null")
                }
        )
    }

    var ratings: String {
        csv(
            "tahun,periodikId,periodikNama,nip,hasilKinerja,hasilKinerjaNilai,perilakuKerja,perilakuKerjaNilai,"
                + "kuadranKinerjaNilai,penilaiNipNrp",
            members.filter { city.people[$0].isServing }
                .map { "\(year),2,Tahunan,\(city.people[$0].nip.text),,\($0 % 3 + 1),,\($0 % 2 + 1),,null" }
        )
    }

    // MARK: - Cells

    /// What the register says, which is not put right where the city put it right.
    private func registered(_ person: Int) -> (name: String, since: CivilDate?, decree: String) {
        let wrong = city.mistakes[person]
        return (
            wrong?.name ?? city.people[person].name,
            city.since(person) == wrong?.rightSince ? wrong?.since : nil,
            city.people[person].decree
        )
    }

    private func row(
        _ nip: String,
        _ post: HistoricPost,
        _ since: CivilDate?,
        _ decree: String,
        _ kind: String
    ) -> String {
        let unit = unit(post.unit)
        return
            "\(nip),\(self.kind(post)),\(unit.id),\(unit.parent ?? "null"),\(echelon(post)),\(since?.siasn ?? "null"),\(decree),"
            + "\(since?.siasn ?? "null"),\(unit.name),\(post.title),\(kind)"
    }

    private func kind(_ post: HistoricPost) -> Int {
        switch post.kind {
        case .structural: 1
        case .functional: 2
        case .executor: 4
        }
    }

    private func echelon(_ post: HistoricPost) -> String {
        if case .structural(let echelon) = post.kind { echelon } else { "" }
    }

    private func unit(_ id: String) -> HistoricUnit {
        guard let unit = city.units[agency]?.first(where: { $0.id == id }) else { preconditionFailure("no unit \(id)") }
        return unit
    }

    private func csv(_ header: String, _ rows: [String]) -> String {
        rows.isEmpty ? "" : ([header] + rows).joined(separator: "\r\n") + "\r\n"
    }
}
