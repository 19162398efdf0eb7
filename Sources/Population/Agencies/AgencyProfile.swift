import Personnel

/// An agency of Medan with what its people are drawn from: a row of head counts, and its structure.
struct AgencyProfile: Sendable {
    let code: AgencyCode
    let name: String
    let shortName: String
    let kind: String
    let marginals: Marginals
    /// The agency's share of the city, before it is scaled.
    let weight: Int
    /// The name of the secretary's unit; nil where the agency has none.
    let secretariat: String?
    /// "Bidang", "Bagian", ...; empty for a district.
    let divisionWord: String
    let divisionEchelon: StructuralEchelon
    let divisions: [String]
    let functionalPosts: [FunctionalPost]
    let workplace: Workplace?
    /// The names of a district's wards (kelurahan).
    let wards: [String]

    static let all: [AgencyProfile] = {
        let profiles = EmbeddedTable("agency_profiles.csv").rows
        let areas = EmbeddedTable("areas.csv").rows
        return EmbeddedTable("agencies.csv").rows
            .map { agency in
                guard let profile = profiles.first(where: { $0["code"] == agency["code"] }),
                    let made = AgencyProfile(agency, profile, areas: areas)
                else { preconditionFailure("agency_profiles.csv does not fit \(agency["code"])") }
                return made
            }
    }()

    /// The names of the city's wards, by code.
    static let cityWards = EmbeddedTable("areas.csv").rows.filter { $0["level"] == "ward" }.map { $0["name"] }

    private init?(_ agency: EmbeddedTable.Row, _ profile: EmbeddedTable.Row, areas: [EmbeddedTable.Row]) {
        let marginalsNumber = profile.number("agency_no")
        guard let code = AgencyCode(agency["code"]),
            let marginals = Marginals.all.first(where: { $0.number == marginalsNumber })
        else { return nil }
        self.code = code
        self.marginals = marginals
        name = agency["name"]
        shortName = agency["short_name"]
        kind = agency["kind"]
        weight = marginals.total * profile.number("multiple")
        secretariat = profile["secretariat"].isEmpty ? nil : profile["secretariat"]
        divisionWord = profile["division"]
        divisionEchelon = Int(profile["division_echelon"]).flatMap(StructuralEchelon.init(rawValue:)) ?? .iiib
        divisions = profile.list("divisions")
        functionalPosts = profile.list("functional").compactMap { FunctionalPost.named($0) }
        workplace = Workplace(rawValue: profile["workplace"])
        wards = areas.filter { $0["level"] == "ward" && $0["parent_code"] == agency["area_code"] }.map { $0["name"] }
    }

    var isDistrict: Bool { kind == "district" }

    /// The title of the agency's head.
    var headTitle: String {
        switch kind {
        case "secretariat": isCitySecretariat ? "Sekretaris Daerah" : "Sekretaris DPRD"
        case "inspectorate": "Inspektur"
        case "hospital": "Direktur " + name
        case "district": "Camat " + shortName
        default: "Kepala " + name
        }
    }

    var headEchelon: StructuralEchelon {
        isDistrict ? .iiia : isCitySecretariat ? .iia : .iib
    }

    /// The one agency with senior leaders beside its head: assistants and expert staff of the mayor.
    var isCitySecretariat: Bool { code.description == "setda" }
}
