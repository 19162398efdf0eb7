public import Foundation
public import Personnel
public import Postgres
public import Texts

/// Days and instants as a wall clock of the zone shows them.
public struct ZonedTime: Sendable {
    public let zone: TimeZone
    private let calendar: Calendar

    public init(zone: TimeZone) {
        self.zone = zone
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
    }

    /// The city's own clock, in a transaction of any of its roles.
    ///
    /// - Throws: `CityError` when the server knows the zone and this machine does not.
    public static func ofCity(_ tx: inout Transaction) throws -> ZonedTime {
        let name = try tx.one("select city_zone()", as: String.self)
        guard let zone = TimeZone(identifier: name) else {
            throw CityError(.cityZoneUnsupported, ["zone": .text(name)])
        }
        return ZonedTime(zone: zone)
    }

    /// The day at an instant; the furthest days for the infinities.
    public func day(of instant: Instant) -> CivilDate {
        guard instant.isFinite else { return CivilDate(daysSince2000: instant == .infinity ? .max : .min) }
        let date = Self.date(instant)
        let local = instant.microsecondsSince2000 + Int64(zone.secondsFromGMT(for: date)) * 1_000_000
        return CivilDate(daysSince2000: Int32((Double(local) / 86_400_000_000).rounded(.down)))
    }

    /// As "2026-10-01 06:00"; "infinity" and "-infinity" as they are.
    public func minute(_ instant: Instant) -> String { instant.isFinite ? minute(Self.date(instant)) : "\(instant)" }

    /// As 2026-10-01T06:00:00+07:00; "infinity" and "-infinity" as they are.
    public func iso(_ instant: Instant) -> String { instant.isFinite ? iso(Self.date(instant)) : "\(instant)" }

    /// As "2026-10-01 06:00".
    public func minute(_ date: Date) -> String { String(iso(date).prefix(16)).replacing("T", with: " ") }

    /// As "Thu 2026-10-01 06:00", "Kam 2026-10-01 06:00".
    public func text(_ date: Date, _ language: Language) -> String {
        let names =
            switch language {
            case .indonesian: ["Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab"]
            case .english: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
            }
        return "\(names[calendar.component(.weekday, from: date) - 1]) \(minute(date))"
    }

    /// The same in both languages.
    public func words(_ date: Date) -> Wording {
        Wording(indonesian: text(date, .indonesian), english: text(date, .english))
    }

    /// For programs, as 2026-10-01T06:00:00+07:00.
    public func iso(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: zone))
    }

    /// A day's first instant, which is not midnight on a day when the clocks go forward then.
    public func start(of day: CivilDate) -> Date? {
        calendar.date(from: DateComponents(year: day.year, month: day.month, day: day.day)).map(calendar.startOfDay)
    }

    private static func date(_ instant: Instant) -> Date { Date(timeIntervalSince1970: instant.secondsSince1970) }
}

extension CityDatabase {
    /// The city's clock, by which programs tell days and show instants.
    ///
    /// Read as the shared service without an agency: that is the one role that each of the programs' logins may take.
    public func time() async throws -> ZonedTime {
        try await database.transaction(as: sharedScope, options: TransactionOptions(readOnly: true)) { tx in
            try ZonedTime.ofCity(&tx)
        }
    }

    /// Whether its people are generated: pages and pictures say so. Read as `time()` is.
    public func isDemo() async throws -> Bool {
        try await database.transaction(as: sharedScope, options: TransactionOptions(readOnly: true)) { tx in
            try tx.one("select is_demo from city", as: Bool.self)
        }
    }

    private var sharedScope: Scope {
        Scope(role: Identifier("\(name)_pool"), searchPath: [Identifier(name), "pg_temp"])
    }
}
