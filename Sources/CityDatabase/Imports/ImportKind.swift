/// Kinds of import. Raw values are the words of the command line.
public enum ImportKind: String, Sendable, CaseIterable {
    /// SIASN "Export Data ASN".
    case people
    /// SIASN `ref_unor`: the tree of units.
    case units
    /// SIASN `rw_jabatan`: units, posts and who holds them.
    case posts
    /// The establishment (peta jabatan): posts and their seats by decree or workload analysis.
    case establishment
    /// SIASN `rw_kinerjaperiodik` (quarter) and `rw_skp22` (year).
    case ratings
    /// Scores of the talent map's components in SIMATA's column names.
    case assessments
    /// SIASN `rw_penghargaan`.
    case awards
    /// Duties in teams.
    case duties
    /// SIASN `rw_diklat` and `rw_kursus`.
    case training
    /// SIASN `rw_hukdis`.
    case discipline
    /// SIASN `rw_cltn`.
    case leave
    /// SIASN `rw_pemberhentian`.
    case departures
    /// Results of competency assessments.
    case competencies
    /// What posts ask of competencies.
    case standards

    /// Whether a file of the kind can hold everything the agency has, so that a missing row means that the person has
    /// none.
    public var isRegister: Bool { staged is any EvidenceImport.Type }

    var staged: any StagedImport.Type {
        switch self {
        case .people: PeopleImport.self
        case .units: UnitsImport.self
        case .posts: PostsImport.self
        case .establishment: EstablishmentImport.self
        case .ratings: RatingsImport.self
        case .assessments: AssessmentsImport.self
        case .awards: AwardsImport.self
        case .duties: DutiesImport.self
        case .training: TrainingImport.self
        case .discipline: DisciplineImport.self
        case .leave: LeaveImport.self
        case .departures: DeparturesImport.self
        case .competencies: CompetenciesImport.self
        case .standards: StandardsImport.self
        }
    }
}
