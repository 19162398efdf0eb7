import Personnel
import Postgres

/// SIASN `rw_jabatan`: one row for each post and its holder; without a NIP the post is vacant. Of several rows of a
/// person the newest is the present post, and the others are history; acting posts stand beside the own one.
enum PostsImport: StagedImport {
    static let columns: [ImportColumn] =
        [
            .required("nipBaru"), .required("jenisJabatan"), .required("unorId"), .required("namaUnor"),
            .optional("unorIndukId"), .optional("eselonId"), .required("namaJabatan"), .required("tmtJabatan"),
        ] + decree + [.optional("jenisPenugasanId"), .optional("tanggalSelesai")]
    static let decree: [ImportColumn] = [.optional("nomorSk"), .optional("tanggalSk")]

    static let stagingTable: Identifier = "staged_posts"
    static let stagingColumns: [Identifier] = [
        "nip", "unit", "unit_name", "parent", "title", "position_level", "echelon", "job_class", "since",
        "decree_number",
        "decree_date", "kind", "ended", "holder",
    ]
    static let staging: SQL =
        """
        create temporary table staged_posts (
            line integer, nip text, unit text, unit_name text, parent text, title text, position_level text,
            echelon smallint, job_class smallint, since date, decree_number text, decree_date date,
            kind text, ended date, holder text, employment_id bigint, post_id bigint, part text
        ) on commit drop
        """

    /// Which person holds which post since when, as a row states it.
    struct Holding {
        let nip: NIP?
        let unit: String?
        let unitName: String?
        let title: String?
        let kind: AssignmentKind
        let since: CivilDate?
        let lastDay: CivilDate?
        let decreeNumber: String?
        let decreeDate: CivilDate?
    }

    static func holding(_ row: inout ImportRow, asOf day: CivilDate) -> Holding {
        let nip = row.nip("nipBaru", asOf: day, required: false)
        let unit = row.required("unorId")
        let unitName = row.required("namaUnor")
        let (named, title) = row.required("namaJabatan").map { AssignmentKind.named(in: $0) } ?? (nil, nil)
        let stated = row.value("jenisPenugasanId", required: false, .assignmentKind) {
            AssignmentKind(siasn: $0)
        }
        let since = row.date("tmtJabatan", asOf: day, required: nip != nil)
        let last = row.date("tanggalSelesai", asOf: day, ahead: 10)
        if let since, let last, last < since { row.reject("tanggalSelesai", .datesReversed) }
        return Holding(
            nip: nip,
            unit: unit,
            unitName: unitName,
            title: title,
            // SIASN leaves the id at D where only the title says that somebody acts.
            kind: named ?? stated ?? .definitive,
            since: since,
            lastDay: last,
            decreeNumber: row.text("nomorSk"),
            decreeDate: row.date("tanggalSk", asOf: day)
        )
    }

    static func stage(_ row: inout ImportRow, asOf day: CivilDate) -> [any PostgresEncodable]? {
        let parent = row.text("unorIndukId")
        let (level, echelon) = row.position()
        let held = holding(&row, asOf: day)
        let values: [any PostgresEncodable] = [
            held.nip?.text, held.unit, held.unitName, parent == held.unit ? nil : parent, held.title, level?.code,
            echelon.map { Int16($0.id) }, (echelon?.defaultJobClass).map { Int16($0) }, held.since, held.decreeNumber,
            held.decreeDate, held.kind.rawValue, held.lastDay.map { $0 + 1 }, held.nip?.text,
        ]
        return row.isGood ? values : nil
    }

    static func apply(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) async throws {
        try takeKnownTitles(context.agency, &tx)
        try CorrectedFacts.keepPosts(stagingTable, context.agency, &tx, &report)
        try CorrectedFacts.keepAssignments(context.agency, &tx, &report)
        try PostParts.vacatePeopleAway(context, &tx, &report)
        try findEmployments("nipBaru", context, &tx, &report)
        try findPosts(context.agency, &tx)
        try PostParts.takeHeldSince(context.agency, &tx)
        // One definitive post from a day on; several duties may begin together.
        try rejectRepeated(
            "nipBaru",
            within: "since, kind, case when kind <> 'definitive' then concat(unit, '/', title) end",
            &tx,
            &report
        )
        try reject(
            """
            select s.line from staged_posts s
            join employment e on e.agency_id = \(context.agency) and e.employment_id = s.employment_id
            where not e.valid @> s.since
            """,
            "tmtJabatan",
            .beforeEmployment,
            &tx,
            &report
        )
        try PostParts.divide(&tx)
        try reject(
            """
            select line from (
                select line, row_number() over (partition by unit, title order by line) as number
                from staged_posts
                where nip is not null and echelon is not null
                    and (post_id is null or post_id not in (\(fragment: FollowingSeats.entered(context.agency))))
            ) n where number > 1
            """,
            "namaJabatan",
            .postTakenEarlierLine,
            &tx,
            &report
        )
        try rejectUnits(context.agency, where: "s.part is distinct from 'history'", &tx, &report)
        // A rejected row leaves no trace: units and posts are written only when all rejections are known.
        try PostParts.setAsideRestated(context, &tx, &report)
        try rejectContradictions(context.agency, &tx, &report)
        let vacancies = try tx.one(
            "select count(*) from staged_posts where nip is null and post_id is null and part is null",
            as: Int.self
        )
        try upsertUnitsAndPosts(context.agency, &tx)
        try PostParts.addFormerPosts(context.agency, &tx)
        try findPosts(context.agency, &tx)
        try StagedSeats.follow(context, &tx)
        try assign(context.agency, newVacancies: vacancies, &tx, &report)
        try PostParts.assignHistory(context, &tx, &report)
        try DutyParts.assign(context.agency, &tx, &report)
    }

    private static func upsertUnitsAndPosts(_ agency: AgencyID, _ tx: inout Transaction) throws {
        try tx.execute(
            """
            insert into org_unit (agency_id, siasn_id, parent_siasn_id, name)
            select distinct on (unit) \(agency), unit, parent, unit_name
            from staged_posts
            where part is distinct from 'history'
            order by unit, line
            on conflict (agency_id, siasn_id) do update
            set name = excluded.name, parent_siasn_id = coalesce(excluded.parent_siasn_id, org_unit.parent_siasn_id)
            where org_unit.since is null and (org_unit.name, org_unit.parent_siasn_id)
                is distinct from (excluded.name, coalesce(excluded.parent_siasn_id, org_unit.parent_siasn_id))
            """
        )
        try tx.execute(
            """
            insert into post (agency_id, org_unit_id, title, position_level, echelon, job_class, capacity)
            select u.agency_id, u.org_unit_id, s.title, min(s.position_level), min(s.echelon), min(s.job_class),
                greatest(count(s.nip), 1)
            from staged_posts s
            join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit
            where s.part is distinct from 'history'
                -- The file still has a post where it was before a reorganisation.
                and not exists (
                    select from post m
                    where m.agency_id = \(agency) and m.post_id = s.post_id and m.org_unit_id <> u.org_unit_id
                )
            group by u.agency_id, u.org_unit_id, s.title
            order by min(s.line)
            on conflict (agency_id, org_unit_id, title) do update
            set position_level = excluded.position_level, echelon = excluded.echelon,
                job_class = coalesce(excluded.job_class, post.job_class)
            where (post.position_level, post.echelon, post.job_class) is distinct from
                (excluded.position_level, excluded.echelon, coalesce(excluded.job_class, post.job_class))
            """
        )
    }

    private static func rejectContradictions(
        _ agency: AgencyID,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        try reject(
            """
            select s.line from staged_posts s
            join assignment a on a.agency_id = \(agency) and a.employment_id = s.employment_id
                and a.kind = 'definitive' and upper_inf(a.valid)
            where (a.post_id is distinct from s.post_id and s.since <= lower(a.valid))
                -- The day of the present assignment can be put right, as far as the ones before it allow.
                or (a.post_id = s.post_id and exists (
                    select from assignment f
                    where f.agency_id = a.agency_id and f.employment_id = a.employment_id and f.kind = 'definitive'
                        and f.assignment_id <> a.assignment_id
                        and (lower(f.valid) >= s.since
                            or (upper(f.valid) > s.since and upper(f.valid) <> lower(a.valid)))
                ))
            """,
            "tmtJabatan",
            .contradictsAssignment,
            &tx,
            &report
        )
        try reject(
            """
            select s.line from staged_posts s
            join assignment a on a.agency_id = \(agency) and a.employment_id = s.employment_id
                and a.kind = 'definitive' and not upper_inf(a.valid) and upper(a.valid) > s.since
            where not exists (
                select from assignment o
                where o.agency_id = \(agency) and o.employment_id = s.employment_id and o.post_id = s.post_id
                    and o.kind = 'definitive' and upper_inf(o.valid)
            )
            """,
            "tmtJabatan",
            .contradictsAssignmentEnded,
            &tx,
            &report
        )
        // The holder of the seat must leave it by a row of this same file, and that row may itself be rejected.
        while try rejectTaken(agency, &tx, &report) + StagedSeats.rejectBeyond(agency, &tx, &report) > 0 {}
    }

    private static func rejectTaken(
        _ agency: AgencyID,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws -> Int {
        let held = try reject(
            """
            select s.line from staged_posts s
            join assignment a on a.agency_id = \(agency) and a.post_id = s.post_id
                and a.kind = 'definitive' and upper_inf(a.valid) and a.employment_id <> s.employment_id
            where s.echelon is not null and s.post_id not in (\(fragment: FollowingSeats.entered(agency)))
                and not exists (
                    select from staged_posts o
                    where o.employment_id = a.employment_id and o.post_id is distinct from a.post_id
                )
            """,
            "namaJabatan",
            .postTaken,
            &tx,
            &report
        )
        // Nor may it come before the day on which the holder leaves, whichever file says so.
        return try held
            + reject(
                """
                select s.line from staged_posts s
                join assignment a on a.agency_id = \(agency) and a.post_id = s.post_id
                    and a.kind = 'definitive' and a.employment_id <> s.employment_id
                left join staged_posts o on o.employment_id = a.employment_id and o.post_id is distinct from a.post_id
                where s.echelon is not null and s.post_id not in (\(fragment: FollowingSeats.entered(agency)))
                    and s.since < case when upper_inf(a.valid) then o.since else upper(a.valid) end
                    -- A person who holds the post already takes no seat.
                    and not exists (
                        select from assignment h
                        where h.agency_id = \(agency) and h.employment_id = s.employment_id and h.post_id = s.post_id
                            and h.kind = 'definitive' and upper_inf(h.valid) and lower(h.valid) <= s.since
                    )
                """,
                "tmtJabatan",
                .postTakenUntilLater,
                &tx,
                &report
            )
    }

    private static func assign(
        _ agency: AgencyID,
        newVacancies vacancies: Int,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        let kept = try tx.one(
            """
            select count(*) from staged_posts s
            join assignment a on a.agency_id = \(agency) and a.employment_id = s.employment_id
                and a.kind = 'definitive' and upper_inf(a.valid) and a.post_id = s.post_id
            """,
            as: Int.self
        )
        let corrected = try correct(agency, &tx)
        let moved = try tx.execute(
            """
            update assignment a
            set valid = daterange(lower(a.valid), s.since)
            from staged_posts s
            where a.agency_id = \(agency) and a.employment_id = s.employment_id
                and a.kind = 'definitive' and upper_inf(a.valid) and a.post_id <> s.post_id
            """
        )
        let inserted = try tx.execute(
            """
            insert into assignment (agency_id, employment_id, post_id, valid, decree_number, decree_date)
            select \(agency), s.employment_id, s.post_id, daterange(s.since, null), s.decree_number, s.decree_date
            from staged_posts s
            where s.employment_id is not null
                and (
                    select a.assignment_id from assignment a
                    where a.agency_id = \(agency) and a.employment_id = s.employment_id
                        and a.kind = 'definitive' and upper_inf(a.valid)
                ) is null
            order by s.line
            """
        )
        let vacant = try tx.one("select count(*) from staged_posts where nip is null and part is null", as: Int.self)
        report.changed += corrected + moved
        report.added += inserted - moved + vacancies
        report.unchanged += kept - corrected + vacant - vacancies
    }

    /// Puts right the decree and the first day of present assignments; the one before ends on that day, too.
    private static func correct(_ agency: AgencyID, _ tx: inout Transaction) throws -> Int {
        try tx.execute(
            """
            create temporary table corrected_posts on commit drop as
            select f.assignment_id, f.post_id, lower(a.valid) as until, s.since
            from staged_posts s
            join assignment a on a.agency_id = \(agency) and a.employment_id = s.employment_id
                and a.kind = 'definitive' and upper_inf(a.valid) and a.post_id = s.post_id and lower(a.valid) <> s.since
            join assignment f on f.agency_id = \(agency) and f.employment_id = s.employment_id
                and f.kind = 'definitive' and upper(f.valid) = lower(a.valid)
            """
        )
        // An earlier day shortens the assignment before, first of all: the two may not overlap.
        try tx.execute(
            """
            update assignment f set valid = daterange(lower(f.valid), c.since)
            from corrected_posts c
            where f.agency_id = \(agency) and f.assignment_id = c.assignment_id and c.since < c.until
            """
        )
        let corrected = try tx.execute(
            """
            update assignment a
            set decree_number = s.decree_number, decree_date = s.decree_date, valid = daterange(s.since, null)
            from staged_posts s
            where a.agency_id = \(agency) and a.employment_id = s.employment_id
                and a.kind = 'definitive' and upper_inf(a.valid) and a.post_id = s.post_id
                and (a.decree_number, a.decree_date, lower(a.valid))
                    is distinct from (s.decree_number, s.decree_date, s.since)
            """
        )
        // A later day lengthens it, where its seat has not been taken meanwhile.
        try tx.execute(
            """
            update assignment f set valid = daterange(lower(f.valid), c.since)
            from corrected_posts c
            where f.agency_id = \(agency) and f.assignment_id = c.assignment_id and c.since > c.until
                and not exists (select from staged_posts n where n.post_id = c.post_id)
                and not exists (
                    select from corrected_posts o where o.post_id = c.post_id and o.assignment_id <> c.assignment_id
                )
                and fewest_seats(\(agency), c.post_id, daterange(c.until, c.since)) > (
                    select count(*) from assignment h
                    where h.agency_id = \(agency) and h.post_id = c.post_id and h.kind = 'definitive'
                        and h.valid && daterange(c.until, c.since)
                )
            """
        )
        return corrected
    }
}
