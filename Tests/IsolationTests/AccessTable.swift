/// What each role may do with each table: r read, s read some columns, i insert, u update some columns,
/// d delete; `-` nothing.
///
/// Rows of one agency, or of all of them, is the door's affair. A table that is not here fails the suite.
enum AccessTable {
    static let roles = ["agency", "pool", "personnel", "mover", "provisioner", "worker", "auditor", "owner"]

    /// Nobody but migrations is the owner, whom row security binds as well: what it reaches are reference data and the
    /// ledger.
    private static let text = """
        agency             r    r    r    r    riu  r    r    r
        agency_login       r    r    r    -    riu  -    r    r
        agency_name        r    r    r    r    riu  -    -    -
        applied_file       -    -    r    -    -    r    -    riu
        appraisal          r    ri   r    ri   -    -    -    -
        appraisal_closing  r    riu  r    r    -    -    -    -
        appraisal_exclusion r    ri   r    ri   -    -    -    -
        appraisal_receipt  r    riu  r    -    -    -    -    -
        appraisal_reminder r    ri   r    -    -    -    -    -
        appraisal_revision r    ri   r    -    -    -    -    -
        appraisal_score    r    riu  r    -    -    -    -    -
        appraisal_segment  r    riu  r    ri   -    -    -    -
        assignment         r    riu  r    riu  -    -    -    -
        audit_block        r    r    r    -    -    r    r    -
        audit_event        r    r    r    -    -    -    s    -
        audit_seal         r    r    r    -    -    r    r    -
        component_part     r    r    ri   r    -    -    -    riu
        cycle              r    r    ri   r    -    ri   -    -
        cycle_milestone    r    ri   r    -    -    -    -    -
        cycle_phase        r    r    riu  r    -    ri   -    -
        education_level    r    r    r    r    -    -    -    riu
        employment         r    riu  r    riu  -    -    -    -
        evidence           r    riu  r    ri   -    -    -    -
        evidence_register  r    ri   r    r    -    -    -    -
        grade_rank         r    r    r    r    -    -    -    riu
        holiday            r    r    riud r    -    r    -    riu
        job                r    riu  riu  -    -    si   -    -
        job_agency         -    r    riu  -    -    r    -    -
        job_history        r    r    r    -    -    s    -    -
        job_kind           -    -    ru   -    -    r    -    -
        job_turn           -    -    -    -    -    r    -    -
        known_person       r    r    r    r    -    -    -    -
        level_score        r    r    ri   r    -    -    -    riu
        login_fingerprint  -    -    -    -    -    -    -    -
        objection          r    ri   r    -    -    -    -    -
        objection_decision r    ri   r    -    -    -    -    -
        org_unit           r    riu  r    ri   -    -    -    -
        organisation_rating r    ri   r    -    -    -    -    -
        performance_level  r    r    ri   r    -    -    -    riu
        person             r    riu  r    ru   -    -    -    -
        person_history     r    ri   r    ri   -    -    -    -
        position_level     r    r    r    r    -    -    -    riu
        post               r    riu  r    riu  -    -    -    -
        rating_event       ri   ri   r    ri   -    -    -    -
        rating_matrix      r    r    ri   r    -    -    -    riu
        rule_set           r    r    ri   r    -    r    -    riu
        run                r    r    ri   -    -    riu  -    -
        run_chunk          r    riu  r    -    -    riu  -    -
        run_failure        r    ri   r    -    -    -    -    -
        schedule           -    -    riud -    -    ru   -    -
        schedule_occurrence -    -    riud -    -    riud -    -
        scoring_weight     r    r    ri   r    -    -    -    riu
        setting            r    r    ri   r    -    -    -    riu
        sub_score          r    r    ri   r    -    -    -    riu
        talent_box         r    r    ri   r    -    -    -    riu
        talent_placement   r    riu  r    -    -    -    -    -
        threshold          r    r    ri   r    -    -    -    riu
        worker             -    r    r    -    -    riud -    -
        """

    /// Letters by table and role.
    static let letters: [String: [String: Set<Character>]] = Dictionary(
        uniqueKeysWithValues: text.split(separator: "\n")
            .map { line in
                let words = line.split(separator: " ").map(String.init)
                let letters = words.dropFirst().map { $0 == "-" ? [] : Set($0) }
                return (words[0], Dictionary(uniqueKeysWithValues: zip(roles, letters)))
            }
    )

    /// City-wide by nature, although they have an agency's number.
    static let cityWide: Set = ["agency", "agency_name"]
}
