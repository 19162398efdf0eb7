/// A rule of transfers by name. Raw values are codes for data; the order of the cases is that of the verdicts.
///
/// What each asks is in its comment, with the numbers that hold unless the city has others; its source, effect and parameter
/// are in `defaults`.
public enum TransferRule: String, Sendable, Hashable, CaseIterable {
    // The calendar.

    /// Six months before candidates are determined, to the end of the term, only with Mendagri's consent.
    case electionFreeze = "election_freeze"
    /// Within six months of a head's inauguration only with Mendagri's consent.
    case newHead = "new_head"
    /// Under an acting head only with consent.
    case actingHead = "acting_head"

    // Time.

    /// At least two years in the post.
    case timeInPostFloor = "time_in_post_floor"
    /// Five years in the post: the person is due.
    case timeInPostCeiling = "time_in_post_ceiling"
    /// A JPT is replaced before two years only for a breach or for requirements no longer met; beside the floor.
    case earlyReplacement = "early_replacement"
    /// Recruits stay ten years where they were appointed. Off: the city switches it on.
    case recruitmentBond = "recruitment_bond"
    /// The person is not retired by then.
    case retired
    /// Not within a year of retirement.
    case retirementHorizon = "retirement_horizon"

    // Employment and conduct.

    /// The person serves: no leave without pay, suspension, work elsewhere or study duty of more than six months.
    case absence
    /// A CPNS is not moved.
    case probation
    /// A PPPK changes the unit alone, and not the post.
    case contractEmployee = "contract_employee"
    /// No discipline or court process is running.
    case disciplineProcess = "discipline_process"
    /// No sanction is being served.
    case disciplineWindow = "discipline_window"
    /// The person is not on study duty (tugas belajar) or bound by it (ikatan dinas).
    case studyBond = "study_bond"
    /// No finding of an audit is open.
    case auditFindings = "audit_findings"
    /// At least baik in each of the last two years.
    case performance
    /// The same, of people who ask to be moved.
    case ownRequestPerformance = "own_request_performance"

    // What the post asks.

    /// The rank is not below the post's lowest.
    case rank
    /// The rank is not above the post's highest.
    case rankCeiling = "rank_ceiling"
    /// The level of education is that of the title, or of the level of the post where the title does not say it.
    case education
    /// The schooling is in one of the fields that the title names.
    case field
    /// The person has the trainings that the title names.
    case training
    /// The title's family is the person's, or the schooling shows the field: no teacher heads a health centre.
    case titleFamily = "title_family"
    /// Promotion is from the level below, or the one beside it.
    case levelReach = "level_reach"
    /// Months at the level below: JPT pratama 24, administrator 36, pengawas 48.
    case feederService = "feeder_service"
    /// Five years of related work, of a JPT.
    case experience
    /// At most 56 years of age, of a JPT.
    case ageAtAppointment = "age_at_appointment"
    /// A JPT is filled through open selection, or from the succession group where BKN has approved the city's talent management.
    case openSelection = "open_selection"
    /// A JPT moves to another after an uji kompetensi.
    case competencyTest = "competency_test"
    /// The job-person match meets what is asked for filling a post.
    case competencyMatch = "competency_match"

    // The move.

    /// A demotion has a lawful cause, and the paper that shows it.
    case demotionGround = "demotion_ground"
    /// The echelon does not fall inside the level.
    case echelonLower = "echelon_lower"
    /// The job class does not fall.
    case classLower = "class_lower"
    /// The person holds no other definitive seat.
    case doubleSeat = "double_seat"
    /// There is a free seat, or one that is left in the same batch.
    case seatFree = "seat_free"
    /// Conflicts were tested for, and none stands.
    case conflictOfInterest = "conflict_of_interest"
    /// The file of an own request is complete.
    case ownRequestDocuments = "own_request_documents"
    /// The receiving agency has agreed, naming the post.
    case receivingAgency = "receiving_agency"
    /// Others than the mayor have been heard on a post that asks for it.
    case specialConsent = "special_consent"

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data, such as "time_in_post_floor".
    public var code: String { rawValue }

    /// Whether the person is told what it found: why this person, and why this post. The others test the proposal.
    public var isTold: Bool {
        switch self {
        case .timeInPostFloor, .timeInPostCeiling, .performance, .ownRequestPerformance, .rank, .rankCeiling,
            .education, .field, .training, .titleFamily, .levelReach, .feederService, .experience, .openSelection,
            .competencyTest, .competencyMatch, .demotionGround:
            true
        default: false
        }
    }
}
