/// What each role may do with each table: r read, s read some columns, i insert, u update some columns,
/// d delete; `-` nothing.
///
/// Rows of one agency, or of all of them, is the door's affair. A table that is not here fails the suite.
enum AccessTable {
    /// The roles of the columns of `text`.
    private static let columns = [
        "agency", "window", "pool", "appraiser", "personnel", "mover", "carrier", "provisioner", "worker", "auditor",
        "guard", "owner",
    ]

    /// Roles that reach few tables, a line each: `table:letters`, and nothing of the others. A new role gets its line here.
    private static let narrow = """
        definer agency:r agency_login:r city:r cycle:r employment:s job:riud job_agency:r job_history:riud job_kind:ri job_turn:riu \
        login_fingerprint:riu person:s run:ru run_chunk:riu run_failure:ri worker:r
        audit audit_block:riu audit_event:ri audit_seal:ri
        verifier
        """

    private static let narrowLetters: [String: [String: Set<Character>]] = Dictionary(
        uniqueKeysWithValues: narrow.split(separator: "\n")
            .map { line in
                let words = line.split(separator: " ").map { $0.split(separator: ":") }
                return (
                    String(words[0][0]),
                    Dictionary(uniqueKeysWithValues: words.dropFirst().map { (String($0[0]), Set($0[1])) })
                )
            }
    )

    static var roles: [String] { columns + narrowLetters.keys.sorted() }

    /// Nobody but migrations is the owner, whom row security binds as well: what it reaches are reference data and the
    /// ledger.
    private static let text = """
        agency                  r     -     r     -     r     r     r     riu   r     r     r     r
        agency_login            -     r     r     -     r     -     -     riu   -     r     -     r
        agency_name             r     -     r     -     r     r     -     riu   -     -     -     -
        applied_file            -     -     -     -     r     -     -     -     r     -     -     riu
        appraisal               -     r     r     ri    r     -     ri    -     -     -     r     -
        appraisal_closing       -     r     r     riu   r     -     r     -     -     -     r     -
        appraisal_exclusion     -     r     r     riu   r     -     ri    -     -     -     -     -
        appraisal_receipt       -     r     riu   r     r     -     -     -     -     -     r     -
        appraisal_reminder      -     r     r     ri    r     -     -     -     -     -     -     -
        appraisal_revision      -     r     r     ri    r     -     -     -     -     -     r     -
        appraisal_score         -     r     r     riu   r     -     -     -     -     -     r     -
        appraisal_segment       -     r     r     riu   r     -     ri    -     -     -     r     -
        assignment              -     r     riu   ru    r     -     riu   -     -     -     r     -
        audit_block             -     -     r     -     r     -     -     -     r     r     -     -
        audit_event             -     r     r     -     r     -     -     -     -     s     -     -
        audit_seal              -     r     r     -     r     -     -     -     r     r     -     -
        city                    r     -     r     r     r     r     r     r     r     r     r     r
        city_job_title          r     -     r     -     riud  -     -     -     -     -     -     -
        competency_standard     -     r     riu   r     r     -     ri    -     -     -     -     -
        component_part          r     -     r     r     ri    -     -     -     -     -     -     riu
        correction              -     r     ri    -     r     -     ri    -     -     -     -     -
        counted_event           -     -     r     r     r     -     -     -     -     -     -     -
        cycle                   r     -     r     r     ri    -     r     -     ri    -     r     -
        cycle_milestone         -     r     r     ri    r     -     -     -     -     -     r     -
        cycle_phase             r     -     r     r     riu   -     -     -     ri    -     r     -
        decree                  -     -     -     -     r     -     ri    -     -     -     -     -
        education_level         r     -     r     -     r     -     -     -     -     -     -     riu
        employment              -     r     riu   riu   r     -     riu   -     -     -     r     -
        evidence                -     r     riu   r     r     -     ri    -     -     -     -     -
        evidence_register       -     r     ri    r     r     -     -     -     -     -     -     -
        fact_history            -     r     r     -     r     -     -     -     -     -     i     -
        formasi                 -     r     riu   r     r     -     riu   -     -     -     r     -
        freeze_window           r     -     r     -     riu   -     -     -     -     -     -     -
        grade_rank              r     -     r     -     r     -     -     -     -     -     -     riu
        holiday                 r     -     r     r     riud  -     r     -     r     -     r     riu
        job                     -     -     riu   -     riu   -     -     -     si    -     -     -
        job_agency              -     -     r     -     riu   -     -     -     r     -     -     -
        job_history             -     -     r     -     r     -     -     -     s     -     -     -
        job_kind                -     -     -     -     ru    -     -     -     r     -     -     -
        job_title               r     -     r     -     r     -     -     -     -     -     -     riu
        job_turn                -     -     -     -     -     -     -     -     r     -     -     -
        known_person            -     -     r     r     r     -     r     -     -     -     r     -
        legal_standing          r     -     r     r     r     -     -     -     -     -     -     riu
        level_score             r     -     r     r     ri    -     -     -     -     -     -     riu
        local_condition         r     -     r     -     ri    -     -     -     -     -     -     -
        login_fingerprint       -     -     -     -     -     -     -     -     -     -     -     -
        objection               -     r     ri    r     r     -     -     -     -     -     r     -
        objection_decision      -     r     r     ri    r     -     -     -     -     -     r     -
        org_unit                -     r     riu   r     r     -     riu   -     -     -     r     -
        org_unit_event          -     r     r     -     r     -     ri    -     -     -     -     -
        org_unit_former         -     r     r     r     r     -     r     -     -     -     ri    -
        organisation_rating     -     r     ri    -     r     -     -     -     -     -     -     -
        own_agency_login        r     -     -     -     -     -     -     -     -     -     -     -
        own_appraisal           r     -     -     -     -     -     -     -     -     -     -     -
        own_appraisal_closing   r     -     -     -     -     -     -     -     -     -     -     -
        own_appraisal_exclusion r     -     -     -     -     -     -     -     -     -     -     -
        own_appraisal_receipt   r     -     -     -     -     -     -     -     -     -     -     -
        own_appraisal_reminder  r     -     -     -     -     -     -     -     -     -     -     -
        own_appraisal_revision  r     -     -     -     -     -     -     -     -     -     -     -
        own_appraisal_score     r     -     -     -     -     -     -     -     -     -     -     -
        own_appraisal_segment   r     -     -     -     -     -     -     -     -     -     -     -
        own_assignment          r     -     -     -     -     -     -     -     -     -     -     -
        own_audit_event         r     -     -     -     -     -     -     -     -     -     -     -
        own_audit_seal          r     -     -     -     -     -     -     -     -     -     -     -
        own_competency_standard r     -     -     -     -     -     -     -     -     -     -     -
        own_correction          r     -     -     -     -     -     -     -     -     -     -     -
        own_cycle_milestone     r     -     -     -     -     -     -     -     -     -     -     -
        own_employment          r     -     -     -     -     -     -     -     -     -     -     -
        own_evidence            r     -     -     -     -     -     -     -     -     -     -     -
        own_evidence_register   r     -     -     -     -     -     -     -     -     -     -     -
        own_fact_history        r     -     -     -     -     -     -     -     -     -     -     -
        own_formasi             r     -     -     -     -     -     -     -     -     -     -     -
        own_objection           r     -     -     -     -     -     -     -     -     -     -     -
        own_objection_decision  r     -     -     -     -     -     -     -     -     -     -     -
        own_org_unit            r     -     -     -     -     -     -     -     -     -     -     -
        own_org_unit_event      r     -     -     -     -     -     -     -     -     -     -     -
        own_org_unit_former     r     -     -     -     -     -     -     -     -     -     -     -
        own_organisation_rating r     -     -     -     -     -     -     -     -     -     -     -
        own_person              r     -     -     -     -     -     -     -     -     -     -     -
        own_person_history      r     -     -     -     -     -     -     -     -     -     -     -
        own_post                r     -     -     -     -     -     -     -     -     -     -     -
        own_post_former         r     -     -     -     -     -     -     -     -     -     -     -
        own_rating_event        r     -     -     -     -     -     -     -     -     -     -     -
        own_run_failure         r     -     -     -     -     -     -     -     -     -     -     -
        own_service_event       r     -     -     -     -     -     -     -     -     -     -     -
        own_talent_placement    r     -     -     -     -     -     -     -     -     -     -     -
        own_transfer_party      r     -     -     -     -     -     -     -     -     -     -     -
        own_transfer_request    r     -     -     -     -     -     -     -     -     -     -     -
        performance_level       r     -     r     r     ri    -     -     -     -     -     -     riu
        person                  -     r     riu   ru    r     s     ru    -     -     -     r     -
        person_history          -     r     r     r     r     -     r     -     -     -     ri    -
        position_level          r     -     r     r     r     -     r     -     -     -     -     riu
        post                    -     r     riu   r     r     -     riu   -     -     -     r     -
        post_former             -     r     r     r     r     -     r     -     -     -     ri    -
        rating_event            i     r     ri    r     r     -     ri    -     -     -     r     -
        rating_matrix           r     -     r     r     ri    -     -     -     -     -     -     riu
        rule_set                r     -     r     r     ri    -     -     -     r     -     -     riu
        run                     r     -     r     r     ri    -     -     -     ri    -     r     -
        run_chunk               -     -     s     s     s     -     -     -     s     -     -     -
        run_failure             -     r     r     -     r     -     -     -     -     -     -     -
        schedule                -     -     -     -     riud  -     -     -     ru    -     -     -
        schedule_occurrence     -     -     -     -     riud  -     -     -     riud  -     -     -
        scoring_weight          r     -     r     r     ri    -     -     -     -     -     -     riu
        service_event           -     r     r     ri    r     -     -     -     -     -     -     -
        setting                 r     -     r     r     ri    -     -     -     -     -     r     riu
        sub_score               r     -     r     r     ri    -     -     -     -     -     -     riu
        talent_box              r     -     r     r     ri    -     -     -     -     -     -     riu
        talent_placement        -     r     r     riu   r     -     -     -     -     -     -     -
        threshold               r     -     r     r     ri    -     -     -     -     -     -     riu
        transfer_batch          -     -     -     -     riu   -     r     -     -     -     -     -
        transfer_case           -     -     -     -     r     -     riu   -     -     -     r     -
        transfer_check          -     -     -     -     r     -     ri    -     -     -     -     -
        transfer_conflict       -     -     -     -     r     -     ri    -     -     -     -     -
        transfer_document       -     -     -     -     r     -     ri    -     -     -     -     -
        transfer_event          -     -     -     -     r     -     ri    -     -     -     -     -
        transfer_exception      -     -     -     -     r     -     ri    -     -     -     -     -
        transfer_party          -     r     r     -     r     -     riu   -     -     -     -     -
        transfer_request        -     r     r     -     r     -     riu   -     -     -     -     -
        transfer_rule           r     -     r     -     ri    -     -     -     -     -     -     -
        transfer_step           r     -     r     -     r     -     r     -     -     -     r     riu
        transfer_verdict        -     -     -     -     r     -     ri    -     -     -     -     -
        worker                  -     -     r     -     r     -     -     -     riud  -     -     -
        """

    /// Letters by table and role.
    static let letters: [String: [String: Set<Character>]] = {
        var letters = Dictionary(
            uniqueKeysWithValues: text.split(separator: "\n")
                .map { line in
                    let words = line.split(separator: " ").map(String.init)
                    let letters = words.dropFirst().map { $0 == "-" ? [] : Set($0) }
                    return (words[0], Dictionary(uniqueKeysWithValues: zip(columns, letters)))
                }
        )
        // The definer puts agencies' roles into their group, and so is in it: it reads what is city-wide as they do.
        for table in letters.keys where letters[table]?["agency"] == ["r"] && !table.hasPrefix("own_") {
            letters[table]?["definer"] = ["r"]
        }
        for (role, tables) in narrowLetters {
            for (table, words) in tables { letters[table, default: [:]][role] = words }
        }
        return letters
    }()

    /// City-wide by nature, although they have an agency's number.
    static let cityWide: Set = ["agency", "agency_name"]
}
