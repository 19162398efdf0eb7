/// An agency's units and its structural posts, made to fit the number of people who hold such posts.
struct Establishment: Sendable {
    private(set) var units: [OrgUnit] = []
    /// From the head downwards.
    private(set) var posts: [StructuralPost] = []
    private var random: RandomStream

    private static let vacantShare = 0.05

    /// An agency with as many filled posts as the strength says, or as its structure has room for.
    init(_ profile: AgencyProfile, strength: Strength, random: RandomStream) {
        self.random = random
        let root = addUnit(profile.name, under: nil)
        addPost(profile.headTitle, root, profile.headEchelon, isVacant: false)
        if profile.isDistrict {
            addDistrict(profile, strength)
        } else {
            addOffice(profile, strength)
        }
    }

    @discardableResult
    mutating func addUnit(_ name: String, under parent: Int?) -> Int {
        units.append(OrgUnit(id: random.id(), name: name, parent: parent))
        return units.count - 1
    }

    private mutating func addPost(
        _ title: String,
        _ unit: Int,
        _ echelon: StructuralEchelon,
        isVacant: Bool,
        leadsUnit: Bool = true
    ) {
        posts.append(
            StructuralPost(unit: unit, title: title, echelon: echelon, isVacant: isVacant, leadsUnit: leadsUnit)
        )
    }

    /// Adds a post while `holders` are left: mostly for one of them, sometimes vacant.
    private mutating func fillPost(
        _ title: String,
        _ unit: Int,
        _ echelon: StructuralEchelon,
        _ holders: inout Int,
        leadsUnit: Bool = true
    ) {
        let isVacant = holders == 0 || random.chance(Self.vacantShare)
        if !isVacant { holders -= 1 }
        addPost(title, unit, echelon, isVacant: isVacant, leadsUnit: leadsUnit)
    }
}

// Dinas, badan, secretariats, inspectorate, hospitals: head, secretary and divisions, sections.
extension Establishment {
    private struct Division {
        let unit: Int
        let field: String
        let sectionWord: String
    }

    private mutating func addOffice(_ profile: AgencyProfile, _ strength: Strength) {
        let assistants = addAssistants(strength.leaders - 1)
        let divisions = addDivisions(profile, under: assistants, strength.administrators)
        addSections(divisions, strength.supervisors)
    }

    /// The city secretariat's senior leaders; gives the units of the assistants, who lead its divisions.
    private mutating func addAssistants(_ holders: Int) -> [Int] {
        let titles = [
            "Asisten Pemerintahan dan Kesejahteraan Rakyat", "Asisten Ekonomi dan Pembangunan",
            "Asisten Administrasi Umum", "Staf Ahli Bidang Pemerintahan, Hukum dan Politik",
            "Staf Ahli Bidang Ekonomi, Keuangan dan Pembangunan",
            "Staf Ahli Bidang Kemasyarakatan dan Sumber Daya Manusia",
        ]
        var (left, assistants) = (holders, [Int]())
        for (index, title) in titles.enumerated() where left > 0 {
            let unit = addUnit(title, under: 0)
            fillPost(title, unit, .iib, &left)
            if index < 3 { assistants.append(unit) }
        }
        return assistants
    }

    private mutating func addDivisions(
        _ profile: AgencyProfile,
        under assistants: [Int],
        _ holders: Int
    ) -> [Division] {
        let sectionWord = profile.divisionWord == "Bagian" ? "Subbagian" : "Seksi"
        let furtherUnits = 20
        var left = holders
        var divisions: [Division] = []
        if let secretariat = profile.secretariat, left > 0 {
            let unit = addUnit(secretariat, under: 0)
            fillPost("Sekretaris", unit, .iiia, &left)
            divisions.append(Division(unit: unit, field: "", sectionWord: "Subbagian"))
        }
        for number in 0..<(profile.divisions.count + furtherUnits) where left > 0 {
            let isDivision = number < profile.divisions.count
            let field =
                isDivision ? profile.divisions[number] : "UPT Wilayah \(number - profile.divisions.count + 1)"
            let name = isDivision ? "\(profile.divisionWord) \(field)" : field
            let parent = isDivision && !assistants.isEmpty ? assistants[number % assistants.count] : 0
            let unit = addUnit(name, under: parent)
            let title = profile.divisionWord == "Inspektur Pembantu" && isDivision ? name : "Kepala \(name)"
            fillPost(title, unit, isDivision ? profile.divisionEchelon : .iiib, &left)
            divisions.append(Division(unit: unit, field: field, sectionWord: sectionWord))
        }
        return divisions
    }

    private mutating func addSections(_ divisions: [Division], _ holders: Int) {
        let office = ["Umum", "Keuangan", "Penyusunan Program", "Kepegawaian", "Perlengkapan", "Hubungan Masyarakat"]
        let work = ["Perencanaan", "Pelaksanaan", "Pembinaan", "Pengendalian", "Evaluasi", "Data dan Informasi"]
        var left = holders
        let divisions = divisions.isEmpty ? [Division(unit: 0, field: "", sectionWord: "Subbagian")] : divisions
        for round in 0..<office.count {
            for division in divisions where left > 0 {
                let name =
                    division.field.isEmpty
                    ? "\(division.sectionWord) \(office[round])"
                    : "\(division.sectionWord) \(work[round]) \(division.field)"
                let unit = addUnit(name, under: division.unit)
                fillPost("Kepala \(name)", unit, .iva, &left)
            }
        }
    }
}

// A district (kecamatan): camat, secretary, sections; a lurah in each ward, where there is one to spare a secretary and
// two sections.
extension Establishment {
    private mutating func addDistrict(_ profile: AgencyProfile, _ strength: Strength) {
        var (administrators, supervisors) = (strength.administrators, strength.supervisors)
        let secretariat = addUnit("Sekretariat Kecamatan", under: 0)
        fillPost("Sekretaris Camat", secretariat, .iiib, &administrators)
        var wards: [(unit: Int, name: String)] = []
        for name in profile.wards {
            let unit = addUnit("Kelurahan \(name)", under: 0)
            fillPost("Lurah \(name)", unit, .iva, &supervisors)
            wards.append((unit, name))
        }
        let sections = [
            "Tata Pemerintahan", "Ketenteraman dan Ketertiban", "Pembangunan", "Kesejahteraan Sosial",
            "Pelayanan Umum",
        ]
        addSections("Seksi", sections, under: 0, .iva, &supervisors)
        addSections("Subbagian", ["Umum", "Keuangan"], under: secretariat, .ivb, &supervisors)
        for ward in wards where supervisors > 0 {
            fillPost("Sekretaris Lurah \(ward.name)", ward.unit, .ivb, &supervisors, leadsUnit: false)
        }
        for ward in wards {
            addSections("Seksi", ["Pemerintahan", "Pelayanan"], under: ward.unit, .ivb, &supervisors)
        }
    }

    private mutating func addSections(
        _ word: String,
        _ fields: [String],
        under parent: Int,
        _ echelon: StructuralEchelon,
        _ holders: inout Int
    ) {
        for field in fields where holders > 0 {
            let unit = addUnit("\(word) \(field)", under: parent)
            fillPost("Kepala \(word) \(field)", unit, echelon, &holders)
        }
    }
}
