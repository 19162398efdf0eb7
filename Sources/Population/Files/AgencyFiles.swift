/// An agency's people as the city would export them: whole CSV texts, one line end "\n" after each row.
public struct AgencyFiles: Sendable, Hashable {
    /// SIASN "Export Data ASN", with a byte order mark.
    public let people: String
    /// SIASN `rw_jabatan`: a row for each person, and for each vacant structural post one without a number.
    public let posts: String
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
}
