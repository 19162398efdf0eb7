public import Personnel

/// An agency's people as the city would export them: whole CSV texts, one line end "\n" after each row.
public struct AgencyFiles: Sendable, Hashable {
    /// SIASN "Export Data ASN", with a byte order mark.
    public let people: String
    /// SIASN `rw_jabatan`: a row for each person, and for each vacant structural post one without a number.
    public let posts: String
    /// The establishment: a row for each functional post, with the seats that its unit needs.
    public let establishment: String
    /// SIASN `rw_kinerjaperiodik`: cycle after cycle, a row for each person who was rated in it.
    public let ratings: String
    /// Results of assessment centres, fit of field of study and feedback, in SIMATA's column names.
    public let assessments: String
    /// SIASN `rw_penghargaan`: awards of the last six years.
    public let awards: String
    /// Duties in teams that began in the last three years.
    public let duties: String
    /// SIASN `rw_diklat` and `rw_kursus` in one: certificates of the last four years.
    public let training: String
    /// SIASN `rw_hukdis`: punishments of the last six years.
    public let discipline: String
    /// Results of competency assessments of the last 40 months.
    public let competencies: String
    /// What posts ask of competencies.
    public let standards: String
    /// SIASN `rw_pemberhentian` with the day of leaving: who left after the day on which the people are described.
    public let departures: String
    /// SIASN `rw_jabatan`: a row for each person who acts (Plt) for a head who left.
    public let acting: String
    /// Those who left and those who act, row by row.
    public let leavers: [NIP]
    public let actingHeads: [NIP]
    /// Nil in all agencies but the largest.
    public let mistyped: MistypedDay?
}
