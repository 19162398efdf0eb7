import Personnel
import Testing

@Suite("What titles ask for")
struct TitleRequirementTests {
    private let health = TitleRequirement(
        family: "Kesehatan",
        education: .bachelor,
        fields: ["Keperawatan", "Kedokteran"],
        trainings: ["Manajemen Puskesmas"]
    )

    private func facts(
        _ education: EducationLevel? = .bachelor,
        _ schooling: String? = "S-1 KEPERAWATAN",
        _ trainings: [String] = ["Pelatihan Manajemen Puskesmas 2024"],
        _ family: String? = "kesehatan"
    ) -> TitleRequirement.Facts {
        TitleRequirement.Facts(education: education, schooling: schooling, trainings: trainings, family: family)
    }

    @Test("are met by records whose texts contain them, in whatever capitals")
    func met() {
        #expect(health.findings(facts()).isEmpty && health.unknown.isEmpty)
        #expect(health.findings(facts(.master, "S-2 Kedokteran")).isEmpty)
    }

    @Test("each part that is not met is said, and each that is not recorded")
    func lacking() {
        #expect(health.findings(facts(.diploma3)) == [.educationLow(.diploma3, needed: .bachelor)])
        #expect(health.findings(facts(nil)) == [.educationUnknown(needed: .bachelor)])
        #expect(health.findings(facts(.bachelor, "S-1 Pendidikan")) == [.fieldOther(needed: health.fields ?? [])])
        #expect(health.findings(facts(.bachelor, nil)) == [.fieldUnknown(needed: health.fields ?? [])])
        #expect(health.findings(facts(.bachelor, "Keperawatan", [])) == [.trainingMissing("Manajemen Puskesmas")])
        let unknown = health.findings(facts(.bachelor, "Keperawatan", ["manajemen puskesmas"], nil))
        #expect(unknown == [.familyUnknown(needed: "Kesehatan")] && unknown.allSatisfy { !$0.bars })
        let teacher = health.findings(facts(.bachelor, "S-1 Pendidikan", [], "Pendidikan"))
        #expect(teacher.count == 3 && teacher.allSatisfy(\.bars))
    }

    @Test("a person of another family without the field is not a candidate; with it, or of no known family, one is")
    func outside() {
        func isOutside(_ facts: TitleRequirement.Facts, _ requirement: TitleRequirement) -> Bool {
            TitleRequirement.isOutside(requirement.findings(facts), of: requirement)
        }
        #expect(isOutside(facts(.bachelor, "S-1 Pendidikan", [], "Pendidikan"), health))
        #expect(isOutside(facts(.bachelor, nil, [], "Pendidikan"), health))
        #expect(!isOutside(facts(.bachelor, "S-1 Keperawatan", [], "Manajemen"), health))
        #expect(!isOutside(facts(.bachelor, "S-1 Pendidikan", [], nil), health))
        let anyField = TitleRequirement(family: "Kesehatan", education: nil, fields: nil, trainings: [])
        #expect(isOutside(facts(.bachelor, "S-1 Keperawatan", [], "Pendidikan"), anyField))
        #expect(!isOutside(facts(), anyField))
    }

    @Test("what nobody knows is not asked for, and said; an empty list asks for nothing and is known")
    func unknown() {
        let open = TitleRequirement(family: nil, education: nil, fields: nil, trainings: nil)
        #expect(
            open.unknown == [.education, .field, .training, .family] && open.findings(facts(nil, nil, [], nil)).isEmpty
        )
        let free = TitleRequirement(family: nil, education: .diploma3, fields: [], trainings: [])
        #expect(free.unknown == [.family] && free.findings(facts(.diploma3, nil, [], nil)).isEmpty)
    }

    @Test("lists are read and written the same", arguments: ["-", "Gizi", "Gizi|Kesehatan Masyarakat"])
    func lists(_ text: String) {
        #expect(TitleRequirement.text(TitleRequirement.list(text)) == text)
        #expect(TitleRequirement.list(" Gizi | | Farmasi ") == ["Gizi", "Farmasi"])
    }
}
