public import Personnel
public import Texts

/// What is wrong, or strange, in a row of an import. Each is a text of `findings.csv` under its raw value, whose second part is
/// the code for programs; a third part tells texts of one code apart.
public enum ImportProblem: String, CaseIterable, Sendable {
    case columnCount = "import.column_count"
    case controlCharacter = "import.control_character"
    case tooLong = "import.too_long"
    case missing = "import.missing"
    case missingScore = "import.missing.score"
    case dateShape = "import.date_shape"
    case dateShapeCharacter = "import.date_shape.character"
    case dateSerial = "import.date_serial"
    case dateBeforeBirth = "import.date_before_birth"
    case dateTooEarly = "import.date_too_early"
    case dateTooLate = "import.date_too_late"
    case dateFuture = "import.date_future"
    case datesReversed = "import.dates_reversed"
    case numberShape = "import.number_shape"
    case numberShapeYear = "import.number_shape.year"
    case nipShape = "import.nip_shape"
    case nipShapeCharacter = "import.nip_shape.character"
    case nipRounded = "import.nip_rounded"
    case nipBirthDate = "import.nip_birth_date"
    case nipBirthDateDiffers = "import.nip_birth_date.differs"
    case nipAppointmentMonth = "import.nip_appointment_month"
    case nipSex = "import.nip_sex"
    case nipSequence = "import.nip_sequence"
    case nipAppointmentAge = "import.nip_appointment_age"
    case nipAgreement = "import.nip_agreement"
    case nipKindContract = "import.nip_kind.contract"
    case nipKindPermanent = "import.nip_kind.permanent"
    case nipSexDiffers = "import.nip_sex_differs"
    case nipAppointment = "import.nip_appointment"
    case sex = "import.sex"
    case employmentKind = "import.employment_kind"
    case gradeRank = "import.grade_rank"
    case gradeRankCode = "import.grade_rank.code"
    case contractClass = "import.contract_class"
    case educationLevel = "import.education_level"
    case employedElsewhere = "import.employed_elsewhere"
    case unknownPerson = "import.unknown_person"
    case repeated = "import.repeated"
    case repeatedRecord = "import.repeated.record"
    case positionKind = "import.position_kind"
    case echelon = "import.echelon"
    case beforeEmployment = "import.before_employment"
    case beforeEmploymentStanding = "import.before_employment.standing"
    case postTaken = "import.post_taken"
    case postTakenEarlierLine = "import.post_taken.earlier_line"
    case postTakenUntilLater = "import.post_taken.until_later"
    case seatsTaken = "import.seats_taken"
    case seatsTakenHistory = "import.seats_taken.history"
    case seatsHeld = "import.seats_held"
    case seats = "import.seats"
    case jobClass = "import.job_class"
    case tier = "import.tier"
    case tierOther = "import.tier_other"
    case postRepeated = "import.post_repeated"
    case contradictsAssignment = "import.contradicts_assignment"
    case contradictsAssignmentEnded = "import.contradicts_assignment.ended"
    case ownRating = "import.own_rating"
    case period = "import.period"
    case expectation = "import.expectation"
    case quadrantDiffers = "import.quadrant_differs"
    case unknownCycle = "import.unknown_cycle"
    case cycleClosed = "import.cycle_closed"
    case score = "import.score"
    case awardLevel = "import.award_level"
    case dutyPart = "import.duty_part"
    case dutyReach = "import.duty_reach"
    case sanctionLevel = "import.sanction_level"
    case legalStanding = "import.legal_standing"
    case standingUndated = "import.standing_undated"
    case standingDecided = "import.standing_decided"
    case standingDayDiffers = "import.standing_day_differs"
    case standingUndone = "import.standing_undone"
    case departureStanding = "import.departure_standing"
    case departureUndated = "import.departure_undated"
    case dateFar = "import.date_far"
    case leaveIgnored = "import.leave_ignored"
    case historyGap = "import.history_gap"
    case comesBack = "import.comes_back"
    case departureOther = "import.departure_other"
    case departureReplaced = "import.departure_replaced"
    case departureWithdrawn = "import.departure_withdrawn"
    case departureUndatedEarly = "import.departure_undated_early"
    case leaveCorrected = "import.leave_corrected"
    case dutyEnded = "import.duty_ended"
    case eventLater = "import.event_later"
    case assignmentLater = "import.assignment_later"
    case assignmentKind = "import.assignment_kind"
    case left = "import.left"
    case holdsNoSeat = "import.holds_no_seat"
    case corrected = "import.corrected"
    case historyOverlaps = "import.history_overlaps"
    case competencyLevel = "import.competency_level"
    case competencyKind = "import.competency_kind"
    case competencyUnknown = "import.competency_unknown"
    case competencySimilar = "import.competency_similar"
    case competencyTwice = "import.competency_twice"
    case unknownPost = "import.unknown_post"
    case postNumberUnknown = "import.unknown_post.number"
    case postUnnamed = "import.missing.post"
    case personNowhere = "import.unknown_person.city"
    case agencyUnknown = "import.unknown_agency"
    case transferBasis = "import.transfer_basis"
    case demotionCause = "import.demotion_cause"
    case transferOpen = "import.transfer_open"
    case seatHeldAlready = "import.seat_held_already"
    case imutStatus = "import.imut_status"
    case imutType = "import.imut_type"
    case unitRepeated = "import.repeated.unit"
    case unitParentUnknown = "import.unit_parent_unknown"
    case unitParentRejected = "import.unit_parent_rejected"
    case unitCircle = "import.unit_circle"
    case unitEnded = "import.unit_ended"
    case unitLater = "import.unit_later"
    case unitDiffers = "import.unit_differs"

    /// Stable, for programs: `nip_shape`, `unknown_person`, ….
    public var code: String { String(rawValue.split(separator: ".")[1]) }

    /// Why a text is not a NIP.
    public init(_ invalid: NIP.Invalid) {
        self =
            switch invalid {
            case .shape: .nipShape
            case .rounded: .nipRounded
            case .birthDate: .nipBirthDate
            case .appointmentMonth: .nipAppointmentMonth
            case .sex: .nipSex
            case .sequence: .nipSequence
            }
    }

    /// What is unusual about a NIP.
    public init(_ warning: NIP.Warning) {
        self =
            switch warning {
            case .appointmentAge: .nipAppointmentAge
            case .agreement: .nipAgreement
            }
    }

    /// The text with its arguments, by the names of its places.
    public func callAsFunction(_ arguments: [String: TextArgument] = [:]) -> Wording {
        TextCatalogue.findings.wording(rawValue, arguments)
    }
}
