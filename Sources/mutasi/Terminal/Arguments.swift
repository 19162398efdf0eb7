public import ArgumentParser
public import CityDatabase
public import CityViews
public import Jobs
public import Personnel
import Programs
public import Reports
import Texts

// What is typed for values of the domain.

extension OutputFormat: ExpressibleByArgument {}
extension ImportKind: ExpressibleByArgument {}
extension CyclePhase: ExpressibleByArgument {}
extension TimeSpan: ExpressibleByArgument {}
extension AssignmentKind: ExpressibleByArgument {}
extension CorrectableField: ExpressibleByArgument {}

extension Sex: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(siasn: argument)
    }

    public static var allValueStrings: [String] { ["M", "F"] }
}

extension GradeRank: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(code: argument)
    }
}

extension ContractClass: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(siasn: argument)
    }
}

extension EducationLevel: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(siasn: argument)
    }

    public static var allValueStrings: [String] { allCases.map(\.siasn) }
}

extension PositionLevel: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(code: argument)
    }

    public static var allValueStrings: [String] { allCases.map(\.code) }
}

extension Echelon: ExpressibleByArgument {
    public init?(argument: String) {
        guard let id = Int(argument) else { return nil }
        self.init(id: id)
    }
}

extension AgencyCode: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}

extension CycleCode: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}

extension CivilDate: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(iso: argument)
    }
}

/// A NIP as typed. It is read only when it is needed: the parser's own refusal would print what was typed.
struct TypedNIP: ExpressibleByArgument {
    private let text: String

    init?(argument: String) {
        text = argument
    }

    /// - Throws: `Stop`, which shows no digit of it.
    func read() throws -> NIP {
        do {
            return try NIP(text)
        } catch {
            throw Stop(.nipInvalid, ["reason": .wording(ImportProblem(error)())])
        }
    }
}

extension Expectation: ExpressibleByArgument {
    public init?(argument: String) {
        guard let number = Int(argument) else { return nil }
        self.init(rawValue: number)
    }

    public static var allValueStrings: [String] { allCases.map { String($0.rawValue) } }
}

extension OrganisationRating: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(code: argument)
    }

    public static var allValueStrings: [String] { allCases.map(\.code) }
}

extension AppraisalVersion.Kind: ExpressibleByArgument {}
extension ExportKind: ExpressibleByArgument {}
extension DataQuality.Indicator: ExpressibleByArgument {}

/// The priority of a job as typed: its own raw values are numbers, which the help would show.
enum TypedPriority: String, CaseIterable, ExpressibleByArgument {
    case urgent, high, normal, low

    var priority: JobRequest.Priority {
        switch self {
        case .urgent: .urgent
        case .high: .high
        case .normal: .normal
        case .low: .low
        }
    }
}

extension Recurrence.Shift: ExpressibleByArgument {}
extension Schedule.Missed: ExpressibleByArgument {}
extension Schedule.Overlap: ExpressibleByArgument {}

extension ServiceEventKind: ExpressibleByArgument {
    /// Each command takes some of them, and its help names these.
    public static var allValueStrings: [String] { [] }
}

extension TransferState: ExpressibleByArgument {}
extension TransferBasis: ExpressibleByArgument {}
extension DemotionCause: ExpressibleByArgument {}
extension DeclaredConflict.Kind: ExpressibleByArgument {}
extension FreezeWindow.Kind: ExpressibleByArgument {}

extension DocumentKind: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(code: argument)
    }
}
