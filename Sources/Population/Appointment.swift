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

    /// SIASN's `eselonId`; nil without an echelon.
    var echelonID: String? {
        if case .structural(let echelon) = kind { String(echelon.rawValue) } else { nil }
    }
}
