extension TransferRule {
    /// The national rule, and the usual choice where the regulations leave one to the city.
    public var defaults: RuleDefaults { Self.all[self] ?? national }

    private static let all = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.national) })

    private var national: RuleDefaults {
        switch self {
        case .electionFreeze:
            RuleDefaults(LegalSource(.uu10of2016, "art. 71(2)"), [.init(.gate, .any)], hasConsent: true)
        case .newHead:
            RuleDefaults(
                LegalSource(.uu10of2016, "art. 162(3)"),
                [.init(.gate, .any)],
                parameter: .number(6),
                hasConsent: true
            )
        case .actingHead:
            RuleDefaults(LegalSource(.pp49of2008, "art. 132A"), [.init(.gate, .any)], hasConsent: true)
        case .timeInPostFloor, .timeInPostCeiling, .earlyReplacement, .recruitmentBond, .retired, .retirementHorizon:
            timeDefaults
        case .absence, .probation, .contractEmployee, .disciplineProcess, .disciplineWindow, .studyBond,
            .auditFindings, .performance, .ownRequestPerformance:
            conductDefaults
        case .rank, .rankCeiling, .education, .field, .training, .titleFamily, .levelReach, .feederService,
            .experience, .ageAtAppointment, .openSelection, .competencyTest, .competencyMatch:
            requirementDefaults
        case .demotionGround, .echelonLower, .classLower, .doubleSeat, .seatFree, .conflictOfInterest,
            .ownRequestDocuments, .receivingAgency, .specialConsent:
            moveDefaults
        }
    }

    private var timeDefaults: RuleDefaults {
        switch self {
        case .timeInPostCeiling:
            RuleDefaults(
                LegalSource(.pp11of2017, "art. 190(3)"),
                [.init(.warn, .moves)],
                side: .source,
                parameter: .setting(.maximumMonthsInPost),
                allowsException: true
            )
        case .earlyReplacement:
            RuleDefaults(
                LegalSource(.uu5of2014, "art. 116 (repealed; the practice goes on)"),
                [.init(.block, .movesAndDemotion, levels: .jpt)],
                side: .source,
                parameter: .number(24),
                allowsException: true
            )
        case .recruitmentBond:
            RuleDefaults(
                LegalSource("city: the recruit's declaration"),
                [],
                parameter: .number(120),
                allowsException: true
            )
        case .retired:
            RuleDefaults(LegalSource(.uu20of2023, "art. 55"), [.init(.block, .any)])
        case .retirementHorizon:
            RuleDefaults(
                LegalSource("city: retirement_warning_months"),
                [.init(.warn, .moves)],
                parameter: .setting(.retirementWarningMonths),
                allowsException: true
            )
        default:
            RuleDefaults(
                LegalSource(.pp11of2017, "art. 190(3)"),
                [.init(.block, .moves)],
                side: .source,
                parameter: .setting(.minimumMonthsInPost),
                allowsException: true
            )
        }
    }

    private var conductDefaults: RuleDefaults {
        let bars = LegalSource(.perban5of2019, "(documents of the proposal)")
        return switch self {
        case .absence:
            RuleDefaults(LegalSource("PP 11/2017 (open implementations)"), [.init(.block, .any)])
        case .probation:
            RuleDefaults(LegalSource("unverified: a CPNS is on trial"), [.init(.block, .movesAndDemotion)])
        case .contractEmployee:
            RuleDefaults(
                LegalSource("I-Mut type 57; statement of BKN, 20 January 2026"),
                [.init(.block, .movesAndDemotion)],
                allowsException: true
            )
        case .disciplineWindow:
            RuleDefaults(LegalSource(.pp94of2021, "art. 8; Perban BKN 5/2019"), [.init(.block, .moves)])
        case .auditFindings:
            RuleDefaults(bars, [.init(.block, [.promotion]), .init(.warn, [.rotation, .familyChange])])
        case .performance:
            RuleDefaults(bars, [.init(.block, [.promotion]), .init(.warn, [.rotation, .familyChange])])
        case .ownRequestPerformance:
            RuleDefaults(bars, [.init(.block, .movesAndDemotion)])
        default:
            RuleDefaults(bars, [.init(.block, .moves)])
        }
    }

    private var requirementDefaults: RuleDefaults {
        let entry: Set<TransferDirection> = [.promotion, .familyChange]
        let letterC = LegalSource(.pp17of2020, "art. 107 letter c")
        return switch self {
        case .rank:
            RuleDefaults(
                LegalSource("SIASN's echelons and BKN's quality indicator ACC_10"),
                [.init(.block, .moves, levels: .managerial)]
            )
        case .rankCeiling:
            RuleDefaults(LegalSource("SIASN's echelons"), [.init(.warn, .moves, levels: .managerial)])
        case .education:
            RuleDefaults(
                LegalSource(.pp11of2017, "arts 54, 75, 107"),
                [
                    .init(.warn, [.demotion]), .init(.warn, .moves, levels: [.pelaksana]),
                    .init(.block, .moves),
                ]
            )
        case .field, .training:
            RuleDefaults(LegalSource(.pp11of2017, "art. 190(4)"), [.init(.warn, .moves)], allowsException: true)
        case .titleFamily:
            RuleDefaults(LegalSource(.pp11of2017, "art. 190(4); Keppres 87/1999"), [.init(.block, .moves)])
        case .levelReach:
            RuleDefaults(
                LegalSource(.pp11of2017, "arts 54, 107"),
                [.init(.block, [.promotion], levels: .managerial)]
            )
        case .feederService:
            RuleDefaults(
                LegalSource(.pp17of2020, "art. 107 letter c; below JPT PP 11/2017 art. 54, unverified"),
                [.init(.block, entry, levels: .jpt), .init(.warn, entry, levels: [.administrator, .pengawas])],
                parameter: .byLevel([
                    .jptUtama: 24, .jptMadya: 24, .jptPratama: 24, .administrator: 36, .pengawas: 48,
                ])
            )
        case .experience:
            RuleDefaults(letterC, [.init(.block, entry, levels: .jpt)], parameter: .number(60))
        case .ageAtAppointment:
            RuleDefaults(letterC, [.init(.block, entry, levels: .jpt)], parameter: .number(56))
        case .openSelection:
            RuleDefaults(
                LegalSource(.pp11of2017, "art. 107; PermenPANRB 3/2020"),
                [.init(.block, entry, levels: .jpt)]
            )
        case .competencyTest:
            RuleDefaults(
                LegalSource(.pp11of2017, "arts 131–132"),
                [.init(.block, [.rotation], levels: .jpt)],
                parameter: .setting(.assessmentYears)
            )
        default:
            RuleDefaults(
                LegalSource(.pp11of2017, "art. 190(4); Peraturan BKN 26/2019"),
                [.init(.block, [.promotion], levels: .jpt), .init(.warn, .moves)],
                allowsException: true
            )
        }
    }

    private var moveDefaults: RuleDefaults {
        switch self {
        case .demotionGround:
            RuleDefaults(
                LegalSource("PP 94/2021 art. 8; PP 30/2019 arts 56–58; PP 11/2017 arts 130, 190(6)"),
                [.init(.block, [.demotion])]
            )
        case .echelonLower:
            RuleDefaults(LegalSource("city"), [.init(.warn, [.rotation])], allowsException: true)
        case .classLower:
            RuleDefaults(LegalSource("city"), [.init(.warn, [.rotation, .familyChange])], allowsException: true)
        case .doubleSeat:
            RuleDefaults(LegalSource("BKN's quality indicator TIM_4"), [.init(.block, .any)])
        case .seatFree:
            RuleDefaults(LegalSource("BKN's quality indicator TIM_4"), [.init(.block, .movesAndDemotion)])
        case .conflictOfInterest:
            RuleDefaults(LegalSource(.pp11of2017, "art. 190(5)"), [.init(.block, .movesAndDemotion)])
        case .ownRequestDocuments:
            RuleDefaults(LegalSource(.perban5of2019, "(documents of the proposal)"), [.init(.block, .movesAndDemotion)])
        case .receivingAgency:
            RuleDefaults(LegalSource("city"), [.init(.warn, .movesAndDemotion)], allowsException: true)
        default:
            RuleDefaults(
                LegalSource("unverified: governor, DPRD or Mendagri, as I-Mut's sub-types suggest"),
                [.init(.warn, .movesAndDemotion)],
                hasConsent: true
            )
        }
    }
}
