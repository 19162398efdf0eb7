public import Personnel

/// The owner of a job: one agency, or the city itself.
public enum JobOwner: Sendable, Hashable, CustomStringConvertible {
    case city
    case agency(AgencyCode)

    /// An agency's code, or `city`; an agency with the code `city` can therefore not be named.
    public init?(_ text: String) {
        if text == "city" {
            self = .city
        } else if let code = AgencyCode(text) {
            self = .agency(code)
        } else {
            return nil
        }
    }

    public var description: String {
        switch self {
        case .city: "city"
        case .agency(let code): code.description
        }
    }
}
