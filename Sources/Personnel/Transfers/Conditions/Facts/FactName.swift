/// The name of a fact in a verdict. Raw values are codes for data and do not change.
public enum FactName: String, Sendable, Hashable, CaseIterable {
    case day
    case basis
    case direction
    case route
    case cause
    case employment
    case age
    case birthDate = "birth_date"
    case rank
    case lowestRank = "lowest_rank"
    case highestRank = "highest_rank"
    case education
    case neededEducation = "needed_education"
    case schooling
    case neededFields = "needed_fields"
    case missingTraining = "missing_training"
    case neededTrainings = "needed_trainings"
    case family
    case neededFamily = "needed_family"
    case level
    case neededLevel = "needed_level"
    case tier
    case heldSince = "held_since"
    case monthsInPost = "months_in_post"
    case firstAssignment = "first_assignment"
    case retirement
    case monthsToRetirement = "months_to_retirement"
    case ratings
    case sanction
    case sanctions
    case presence
    case underDiscipline = "under_discipline"
    case underTrial = "under_trial"
    case studyBound = "study_bound"
    case auditFindings = "audit_findings"
    case otherSeats = "other_seats"
    case experienceMonths = "experience_months"
    case feederMonths = "feeder_months"
    case match
    case echelon
    case newEchelon = "new_echelon"
    case jobClass = "job_class"
    case classStep = "class_step"
    case freeSeats = "free_seats"
    case holdersLeaving = "holders_leaving"
    case freeze
    case freezeFirst = "freeze_first"
    case freezeLast = "freeze_last"
    case headInaugurated = "head_inaugurated"
    case headActing = "head_acting"
    case talentApproved = "talent_approved"
    case conflict
    case conflicts
    case specialPost = "special_post"
    case document
    case documents
    case missingDocument = "missing_document"
    /// What the rule asks: its parameter, or a condition's comparison and value.
    case asked

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data.
    public var code: String { rawValue }
}
