/// Whether a person serves on a day, or why not.
public enum Presence: Sendable, Hashable {
    case serving
    /// Study duty (tugas belajar) of more than six months, for which the post is given up.
    case studying
    /// Leave, suspension, work elsewhere, or the end of service.
    case away(ServiceEventKind)

    /// A stable code for data: "serving", "studying", or that of the event.
    public var code: String {
        switch self {
        case .serving: "serving"
        case .studying: "studying"
        case .away(let event): event.rawValue
        }
    }
}
