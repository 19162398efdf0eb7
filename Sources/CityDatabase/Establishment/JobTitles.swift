public import Personnel
public import Postgres
import Texts

/// What a title asks of the holders of its posts, and when they retire. Nil is not known; an empty list asks for nothing.
public struct JobTitle: Sendable, Hashable, RowDecodable {
    public let title: String
    /// Rumpun jabatan, such as "Kesehatan".
    public let family: String?
    public let level: PositionLevel?
    /// Of every tier of it; nil where the level or the tier decides.
    public let retirementAge: Int?
    /// The least.
    public let education: EducationLevel?
    /// Any of them will do.
    public let fields: [String]?
    /// Each of them is required.
    public let trainings: [String]?
    /// Whether the name of a place follows it in the titles of posts, as in "Kepala Puskesmas Medan Kota".
    public let hasPlaces: Bool
    public let source: String?

    public init(
        title: String,
        family: String?,
        level: PositionLevel?,
        retirementAge: Int?,
        education: EducationLevel?,
        fields: [String]?,
        trainings: [String]?,
        hasPlaces: Bool,
        source: String?
    ) {
        (self.title, self.family, self.level, self.retirementAge) = (title, family, level, retirementAge)
        (self.education, self.fields, self.trainings) = (education, fields, trainings)
        (self.hasPlaces, self.source) = (hasPlaces, source)
    }

    public init(_ row: borrowing Row) throws(PostgresError) {
        let (level, age, education, fields, trainings): (String?, Int16?, Int16?, String?, String?)
        (title, family, level, age, education, fields, trainings, hasPlaces, source) = try row.decode()
        self.level = level.flatMap { PositionLevel(code: $0) }
        retirementAge = age.map { Int($0) }
        self.education = education.flatMap { EducationLevel(rawValue: Int($0)) }
        self.fields = fields.map { TitleRequirement.list($0) }
        self.trainings = trainings.map { TitleRequirement.list($0) }
    }
}

/// The titles of posts about which something is known: those that come with the program, and the city's own, which go
/// before them and which no upgrade changes.
public struct JobTitles: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    private static let columns: SQL =
        """
        job_title, family, position_level, retirement_age, education_level_id, fields, trainings, has_places, source
        """

    /// Those in force, by title.
    public func list() async throws -> [(title: JobTitle, isOwn: Bool)] {
        try await city.transaction(as: .personnel, options: .reading) { tx in
            let own: [JobTitle] = try tx.all("select \(fragment: Self.columns) from city_job_title")
            let carried: [JobTitle] = try tx.all(
                """
                select \(fragment: Self.columns) from job_title j
                where not exists (select from city_job_title c where lower(c.job_title) = lower(j.job_title))
                """
            )
            return (own.map { (title: $0, isOwn: true) } + carried.map { (title: $0, isOwn: false) })
                .sorted { $0.title.title < $1.title.title }
        }
    }

    /// Makes titles the city's own; those that say the same as before are left alone. Returns how many were new or changed.
    ///
    /// - Parameter dryRun: does everything, keeps nothing.
    public func set(_ titles: [JobTitle], dryRun: Bool = false) async throws -> Int {
        try await city.transaction(as: .personnel, dryRun: dryRun) { tx in
            var count = 0
            for title in titles { count += try Self.set(title, &tx) }
            return count
        }
    }

    private static func set(_ title: JobTitle, _ tx: inout Transaction) throws -> Int {
        let values: SQL =
            """
            (
                \(title.title), \(title.family), \(title.level?.code), \(title.retirementAge.map { Int16($0) })::smallint,
                \((title.education?.rawValue).map { Int16($0) })::smallint, \(title.fields.map(TitleRequirement.text)),
                \(title.trainings.map(TitleRequirement.text)), \(title.hasPlaces), \(title.source)
            )
            """
        let known = try tx.one(
            """
            select exists (
                select from (
                    select \(fragment: columns), true as is_own from city_job_title
                    where lower(job_title) = lower(\(title.title))
                    union all
                    select \(fragment: columns), false from job_title where lower(job_title) = lower(\(title.title))
                    order by is_own desc limit 1
                ) k
                where (\(fragment: columns)) is not distinct from \(fragment: values)
            )
            """,
            as: Bool.self
        )
        if known { return 0 }
        let changed = try tx.execute(
            """
            update city_job_title set (\(fragment: columns)) = \(fragment: values)
            where lower(job_title) = lower(\(title.title))
            """
        )
        if changed > 0 { return changed }
        return try tx.execute("insert into city_job_title (\(fragment: columns)) values \(fragment: values)")
    }

    /// Takes back the city's own row of a title, so that the program's holds again, if there is one. False when the city has
    /// none.
    public func remove(_ title: String) async throws -> Bool {
        try await city.transaction(as: .personnel) { tx in
            try tx.execute("delete from city_job_title where lower(job_title) = lower(\(title))") > 0
        }
    }
}
