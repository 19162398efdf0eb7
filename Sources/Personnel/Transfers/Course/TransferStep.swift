/// What somebody does with a case. Raw values are codes for data.
public enum TransferStep: String, Sendable, Hashable, CaseIterable {
    case submit
    /// An agency agrees to give the person, or to take them.
    case consent
    case `return`
    case verify
    case refuse
    case consider
    case `defer`
    case reject
    case approve
    case requestPertek = "request_pertek"
    case issuePertek = "issue_pertek"
    /// BKN has not answered in five working days: its approval counts as given.
    case lapsePertek = "lapse_pertek"
    case returnPertek = "return_pertek"
    case refusePertek = "refuse_pertek"
    case decree
    case announce
    /// The written invitation, at least one working day ahead (Perka BKN 7/2017).
    case invite
    case inaugurate
    case carryOut = "carry_out"
    /// Another day, before the decree.
    case replan
    /// Another day, after the decree.
    case postpone
    case cancel
    case revoke
    case object
    /// Until the objection is decided, the move is not carried out.
    case blockObjection = "block_objection"
    case dismissObjection = "dismiss_objection"
    case startDuty = "start_duty"
    case report
    case followUp = "follow_up"
    case complete
    case reverse

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data.
    public var code: String { rawValue }
}
