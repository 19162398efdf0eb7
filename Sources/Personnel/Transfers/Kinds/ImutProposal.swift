/// Under which type a move is proposed in I-Mut, as far as its facts tell.
public enum ImutProposal: Sendable, Hashable {
    case known(ImutCode)
    /// Why there is no code: what has to be known first, or that the form has none.
    case missing([ImutCode.Gap])

    /// The code, where it is known.
    public var code: ImutCode? { if case .known(let code) = self { code } else { nil } }

    /// What is missing; empty where the code is known.
    public var gaps: [ImutCode.Gap] { if case .missing(let gaps) = self { gaps } else { [] } }

    /// - Parameters:
    ///   - employment: nil while it is not known.
    ///   - cause: of a demotion.
    ///   - isSelectionExempt: whether the city may fill JPT without open selection; nil while it is not known.
    public init(
        from source: TransferSeat?,
        to target: TransferSeat,
        employment: EmploymentKind?,
        cause: DemotionCause? = nil,
        isSelectionExempt: Bool? = nil
    ) {
        guard let source else {
            self = .missing([.source])
            return
        }
        let direction = TransferDirection(from: source, to: target)
        var gaps: [ImutCode.Gap] = []
        if employment == nil { gaps.append(.employment) }
        // A contract employee's type does not hang on the direction.
        if direction == nil, employment != .contract { gaps.append(.tier) }
        guard gaps.isEmpty, let employment else {
            self = .missing(gaps)
            return
        }
        switch (employment, direction) {
        case (.contract, _): self = Self.contract(source, target)
        case (.probationary, _), (_, nil): self = .missing([.noType])
        case (_, .rotation): self = .known(Self.rotation(source, target))
        case (_, .confirmation): self = .known(ImutCode(type: Self.confirmation(target.level)))
        case (_, .promotion): self = Self.appointment(source, target, isSelectionExempt)
        case (_, .familyChange):
            self = target.kind == .executor ? .missing([.noType]) : Self.appointment(source, target, isSelectionExempt)
        case (_, .demotion): self = Self.demotion(target, cause)
        }
    }

    /// The form has the change of unit alone for a PPPK.
    private static func contract(_ source: TransferSeat, _ target: TransferSeat) -> ImutProposal {
        source.name.title == target.name.title && source.level == target.level
            ? .known(ImutCode(type: 57, subtype: 571)) : .missing([.noType])
    }

    private static func rotation(_ source: TransferSeat, _ target: TransferSeat) -> ImutCode {
        let isRegistry = target.special == .civilRegistry
        return switch target.level {
        case .jptUtama, .jptMadya, .jptPratama: ImutCode(type: 49)
        case .administrator: ImutCode(type: 50, subtype: isRegistry ? 502 : 501)
        case .pengawas: ImutCode(type: 51, subtype: isRegistry ? 512 : 511)
        case .fungsional:
            switch target.special {
            case .healthCentreHead: ImutCode(type: 52)
            case .schoolHead: ImutCode(type: 53)
            default: ImutCode(type: target.isTeaching ? 55 : 54)
            }
        case .pelaksana:
            ImutCode(type: 56, subtype: executor(source.name, target.name))
        }
    }

    /// 561 the unit alone, 562 the post alone, 563 both.
    private static func executor(_ source: TransferSeat.Name, _ target: TransferSeat.Name) -> Int {
        if source.title == target.title { return 561 }
        return source.agency == target.agency && source.unit == target.unit ? 562 : 563
    }

    private static func confirmation(_ level: PositionLevel) -> Int {
        switch level {
        case .jptUtama, .jptMadya, .jptPratama: 58
        case .administrator: 59
        case .pengawas: 60
        case .fungsional: 61
        case .pelaksana: 62
        }
    }

    private static func appointment(
        _ source: TransferSeat,
        _ target: TransferSeat,
        _ isSelectionExempt: Bool?
    ) -> ImutProposal {
        if target.kind == .functional {
            return .known(ImutCode(type: source.kind == .functional ? 44 : 40))
        }
        let leadsDistrict = target.special == .districtHead || target.special == .assistantInspector
        if source.kind == .functional {
            return .known(ImutCode(type: 41, subtype: leadsDistrict ? 4122 : nil))
        }
        switch target.special {
        case .regionalSecretary: return .known(ImutCode(type: 42, subtype: 4213))
        case .publicOrderHead where target.level == .jptPratama: return .known(ImutCode(type: 42, subtype: 4214))
        case .councilSecretary: return .known(ImutCode(type: 42, subtype: 4215))
        case .inspector: return .known(ImutCode(type: 42, subtype: 4216))
        case .districtHead, .assistantInspector: return .known(ImutCode(type: 42, subtype: 4232))
        default: break
        }
        guard target.level == .jptPratama else { return .known(ImutCode(type: 42)) }
        guard let isSelectionExempt else { return .missing([.selection]) }
        return .known(ImutCode(type: 42, subtype: isSelectionExempt ? 4212 : 4211))
    }

    /// The form has demotion by discipline: 481 to a lower post, 482 to an executor's.
    private static func demotion(_ target: TransferSeat, _ cause: DemotionCause?) -> ImutProposal {
        switch cause {
        case nil: .missing([.demotionCause])
        case .discipline: .known(ImutCode(type: 48, subtype: target.kind == .executor ? 482 : 481))
        case .performance, .reorganisation, .ownRequest: .missing([.noType])
        }
    }
}
