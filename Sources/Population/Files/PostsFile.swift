import Personnel

/// SIASN `rw_jabatan`: who holds which post, and the structural posts that nobody holds.
enum PostsFile {
    struct Row {
        let id: String
        let decree: Int
        let servant: Servant?
        let unit: OrgUnit
        let parent: OrgUnit?
        let agency: OrgUnit
        let title: String
        let kindID: String
        let echelonID: String?
        let since: CivilDate?
        /// SIASN's `jenisPenugasanId`; nil for a post of the person's own.
        let duty: String?

        /// A decree is signed some days before it takes effect.
        var signed: CivilDate? { since.map { $0 + -(decree % 14) } }
    }

    static func text(_ workforce: Workforce, seed: UInt64) -> String {
        var random = RandomStream(seed: seed, "posts", workforce.profile.code.description)
        let establishment = workforce.establishment
        func row(_ servant: Servant?, unit: Int, title: String, kindID: String, echelonID: String?) -> Row {
            Row(
                id: random.id(),
                decree: 1 + random.below(999),
                servant: servant,
                unit: establishment.units[unit],
                parent: establishment.units[unit].parent.map { establishment.units[$0] },
                agency: establishment.units[0],
                title: title,
                kindID: kindID,
                echelonID: echelonID,
                since: servant?.career.postSince,
                duty: nil
            )
        }
        let held = workforce.servants.map { servant in
            let post = servant.appointment
            return row(servant, unit: post.unit, title: post.title, kindID: post.kindID, echelonID: post.echelonID)
        }
        let vacant = establishment.posts.filter(\.isVacant)
            .map { row(nil, unit: $0.unit, title: $0.title, kindID: "1", echelonID: String($0.echelon.rawValue)) }
        return columns.text(held + vacant)
    }

    /// The posts in which somebody acts beside the own one.
    static func text(_ workforce: Workforce, acting: [ActingHead], seed: UInt64) -> String {
        var random = RandomStream(seed: seed, "acting posts", workforce.profile.code.description)
        let units = workforce.establishment.units
        let rows = acting.map { head -> Row in
            let post = workforce.servants[head.former].appointment
            return Row(
                id: random.id(),
                decree: 1 + random.below(999),
                servant: workforce.servants[head.servant],
                unit: units[post.unit],
                parent: units[post.unit].parent.map { units[$0] },
                agency: units[0],
                title: post.title,
                kindID: post.kindID,
                echelonID: post.echelonID,
                since: head.since,
                duty: AssignmentKind.acting.siasn
            )
        }
        return columns.text(rows)
    }

    /// The city's id (instansi); made up.
    private static let government: String = {
        var random = RandomStream(seed: 1271, "government")
        return random.id()
    }()

    private static let columns: [FileColumn<Row>] = [
        FileColumn("id") { $0.id },
        FileColumn("idPns") { $0.servant?.id },
        FileColumn("nipBaru") { $0.servant?.nip.text },
        FileColumn("jenisJabatan") { $0.kindID },
        FileColumn("instansiKerjaId") { _ in government },
        FileColumn("satuanKerjaId") { $0.agency.id },
        FileColumn("unorId") { $0.unit.id },
        FileColumn("unorIndukId") { $0.parent?.id },
        FileColumn("eselonId") { $0.echelonID },
        .blank("jabatanFungsionalId"),
        .blank("jabatanFungsionalUmumId"),
        FileColumn("tmtJabatan") { $0.since?.siasn },
        FileColumn("nomorSk") { row in row.signed.map { "821/\(row.decree)/\($0.year)" } },
        FileColumn("tanggalSk") { $0.signed?.siasn },
        FileColumn("namaUnor") { $0.unit.name },
        FileColumn("namaJabatan") { $0.title },
        // Only who takes a structural post of their own is inaugurated.
        FileColumn("tmtPelantikan") { $0.echelonID == nil || $0.duty != nil ? nil : $0.since?.siasn },
        FileColumn("jenisPenugasanId") { $0.duty },
        .blank("jenisMutasiId"),
        .blank("subJabatanId"),
        .blank("tmtMutasi"),
    ]
}
