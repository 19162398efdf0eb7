/// What ends, interrupts or resumes a person's service. Raw values are the words of the command line and the database.
public enum ServiceEventKind: String, Sendable, Hashable, CaseIterable {
    /// Reaching the retirement age (BUP), or retiring early.
    case retirement
    case death
    /// At the person's own request.
    case resignation
    /// By the appointing authority.
    case dismissal
    /// The agreement of a contract employee (PPPK) runs out.
    case contractEnd = "contract_end"
    /// A transfer to another government.
    case postingElsewhere = "posting_elsewhere"
    /// Cuti di luar tanggungan negara (CLTN).
    case unpaidLeave = "unpaid_leave"
    /// Pemberhentian sementara.
    case suspension
    /// Full-time work for another institution (dipekerjakan, diperbantukan).
    case secondmentOut = "secondment_out"
    case leaveEnd = "leave_end"
    case secondmentEnd = "secondment_end"
    case contractRenewal = "contract_renewal"
    case reinstatement

    /// Those after which the person no longer serves the city.
    public static let endings: [ServiceEventKind] = [
        .retirement, .death, .resignation, .dismissal, .contractEnd, .postingElsewhere,
    ]
    /// Those after which the person still belongs to the city, but does not serve.
    public static let interruptions: [ServiceEventKind] = [.unpaidLeave, .suspension, .secondmentOut]
    public static let resumptions: [ServiceEventKind] = [.leaveEnd, .secondmentEnd, .contractRenewal]
}
