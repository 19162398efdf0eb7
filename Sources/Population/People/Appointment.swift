import Personnel

/// The post that a person holds.
struct Appointment: Sendable {
    enum Kind: Sendable {
        case structural(StructuralEchelon)
        case functional
        case executor
    }

    /// A position among the establishment's units.
    let unit: Int
    let title: String
    let kind: Kind
    let field: FieldOfStudy
    let retirementAge: Int

    /// SIASN's `jenisJabatan`.
    var kindID: String {
        switch kind {
        case .structural: "1"
        case .functional: "2"
        case .executor: "4"
        }
    }

    var kindName: String {
        switch kind {
        case .structural: "Jabatan Struktural"
        case .functional: "Jabatan Fungsional"
        case .executor: "Jabatan Pelaksana"
        }
    }

    /// Nil for a post that is not structural.
    var echelon: StructuralEchelon? {
        if case .structural(let echelon) = kind { echelon } else { nil }
    }

    /// SIASN's `eselonId`; nil without an echelon.
    var echelonID: String? { echelon.map { String($0.rawValue) } }
}

extension Appointment {
    static func structural(
        _ post: StructuralPost,
        _ profile: AgencyProfile,
        _ random: inout RandomStream
    ) -> Appointment {
        let fields = profile.functionalPosts.map(\.field) + FieldOfStudy.general
        return Appointment(
            unit: post.unit,
            title: post.title,
            kind: .structural(post.echelon),
            field: random.pick(fields),
            retirementAge: post.echelon.retirementAge
        )
    }

    /// One of the agency's kinds of functional posts that fits the person; `title` names a further duty instead.
    static func functional(
        _ candidate: Candidate,
        _ profile: AgencyProfile,
        unit: Int,
        title: String? = nil,
        _ random: inout RandomStream
    ) -> Appointment {
        let fitting = profile.functionalPosts.filter { $0.fits(candidate.sex, candidate.education) }
        let post = fitting.isEmpty ? (profile.functionalPosts.first ?? .archivist) : random.pick(fitting)
        return Appointment(
            unit: unit,
            title: title ?? post.title(rank: candidate.rank, education: candidate.education),
            kind: .functional,
            field: post.field,
            retirementAge: post.retirementAge
        )
    }

    /// By schooling, in the nomenclature of PermenPANRB 45/2022.
    static func executor(_ candidate: Candidate, unit: Int, _ random: inout RandomStream) -> Appointment {
        let titles =
            switch candidate.education {
            case .diploma4...: ["Penelaah Teknis Kebijakan", "Penata Layanan Operasional"]
            case .diploma3: ["Pengolah Data dan Informasi", "Pengelola Layanan Operasional"]
            case .upperSecondary...: ["Pengadministrasi Perkantoran", "Operator Layanan Operasional"]
            default: ["Pengelola Umum Operasional"]
            }
        return Appointment(
            unit: unit,
            title: random.pick(titles),
            kind: .executor,
            field: random.pick(FieldOfStudy.general),
            retirementAge: 58
        )
    }
}
