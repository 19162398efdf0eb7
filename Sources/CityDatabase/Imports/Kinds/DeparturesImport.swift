import Personnel
import Postgres

/// SIASN `rw_pemberhentian`: decrees by which people leave the service. SIASN leaves the day out of it; a column
/// `tmtPensiun`, as in its list of retirements, gives it.
enum DeparturesImport: StagedImport {
    static let columns: [ImportColumn] = [
        .required("nipBaru"), .required("kedudukanHukumPns"), .optional("skNomor"), .optional("skTanggal"),
        .optional("tmtPensiun"),
    ]

    static let stagingTable: Identifier = "staged_departures"
    static let stagingColumns: [Identifier] = [
        "nip", "legal_code", "legal_name", "since", "decree_number", "decree_date",
    ]
    static let staging: SQL =
        """
        create temporary table staged_departures (
            line integer, nip text, legal_code text, legal_name text, since date, decree_number text, decree_date date,
            standing text, kind text, person_id bigint, employment_id bigint, is_dated boolean
        ) on commit drop
        """

    static func stage(_ row: inout ImportRow, asOf day: CivilDate) -> [any PostgresEncodable]? {
        let nip = row.nip("nipBaru", asOf: day)
        let standing = row.required("kedudukanHukumPns")
        let since = row.date("tmtPensiun", asOf: day)
        let decreed = row.date("skTanggal", asOf: day)
        if let decreed, decreed > day { row.reject("skTanggal", .dateFuture) }
        // SIASN writes the id, other lists the name.
        let code = standing.flatMap { Int($0) == nil ? nil : $0.count == 1 ? "0" + $0 : $0 }
        let values: [any PostgresEncodable] = [
            nip?.text, code, code == nil ? standing : nil, since, row.text("skNomor"), decreed,
        ]
        return row.isGood ? values : nil
    }

    static func apply(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) async throws {
        let agency = context.agency
        try tx.execute("select lock_people()")
        try StandingChanges.resolve(stagingTable, &tx)
        try tx.execute(
            """
            update staged_departures s set kind = l.event_kind
            from legal_standing l where l.legal_standing = s.standing and l.ends_employment
            """
        )
        try reject(
            "select line from staged_departures where kind is null",
            "kedudukanHukumPns",
            .departureStanding,
            &tx,
            &report,
            naming: ["known": try StandingChanges.known("ends_employment", &tx)]
        )
        try findPeople(agency, &tx, &report)
        try findDays(agency, &tx, &report)
        try leaveKnown(context, &tx, &report)
        try rejectImpossible(context, &tx, &report)
        let undated = try tx.all("select line from staged_departures where not is_dated", as: Int32.self)
        for line in undated.sorted() {
            try report.warn(ImportFinding(line: Int(line), column: "tmtPensiun", .departureUndated))
        }
        report.added =
            try tx.all(
                """
                select record_service_event(
                    \(agency), person_id, kind, since, standing, decree_number, decree_date, 'import'
                )
                from staged_departures
                """,
                as: Int64.self
            )
            .count
    }

    /// The person and the newest employment here, which may have ended already.
    private static func findPeople(_ agency: AgencyID, _ tx: inout Transaction, _ report: inout ImportReport) throws {
        try tx.execute(
            """
            update staged_departures s set person_id = p.person_id, employment_id = (
                select e.employment_id from employment e
                where e.agency_id = p.agency_id and e.person_id = p.person_id
                order by lower(e.valid) desc limit 1
            )
            from person p where p.agency_id = \(agency) and p.nip = s.nip
            """
        )
        try reject(
            "select line from staged_departures where employment_id is null",
            "nipBaru",
            .unknownPerson,
            &tx,
            &report
        )
    }

    /// A retirement that is not dated begins by age (UU 20/2023 art 55); another end not before its decree.
    private static func findDays(_ agency: AgencyID, _ tx: inout Transaction, _ report: inout ImportReport) throws {
        try tx.execute(
            """
            update staged_departures s
            set is_dated = s.since is not null, since = coalesce(
                s.since,
                (
                    select retires_on(p.birth_date, retirement_age(l.retirement_age, t.position_level, t.title))
                    from person p
                    join assignment a on a.agency_id = p.agency_id and a.employment_id = s.employment_id
                        and a.kind = 'definitive'
                    join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
                    join position_level l on l.position_level = t.position_level
                    where p.agency_id = \(agency) and p.person_id = s.person_id and s.kind = 'retirement'
                    order by lower(a.valid) desc limit 1
                ),
                s.decree_date
            )
            """
        )
        try reject("select line from staged_departures where since is null", "tmtPensiun", .missing, &tx, &report)
    }

    /// Former departures of people who came back, and those that are on record, change nothing. An end that lies ahead
    /// gives way to another one; an import puts its day right where an import brought it.
    private static func leaveKnown(
        _ context: ImportContext,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        let agency = context.agency
        // The newest decree counts, and nobody comes back from death.
        let former = try tx.execute(
            """
            delete from staged_departures s using staged_departures n
            where n.nip = s.nip
                and (n.kind = 'death', coalesce(n.decree_date, least(n.since, \(context.day))), n.since, n.line)
                    > (s.kind = 'death', coalesce(s.decree_date, least(s.since, \(context.day))), s.since, s.line)
            """
        )
        let withdrawn = try tx.all(
            """
            delete from staged_departures s
            where exists (
                select from service_event u
                join service_event x on x.agency_id = u.agency_id and x.service_event_id = u.undoes
                join legal_standing y on y.legal_standing = x.legal_standing
                where x.agency_id = \(agency) and x.employment_id = s.employment_id and y.event_kind = s.kind
                    and x.valid_from = s.since
            ) and not exists (
                select from counted_event x
                join legal_standing y on y.legal_standing = x.legal_standing
                where x.agency_id = \(agency) and x.employment_id = s.employment_id and y.event_kind = s.kind
                    and x.valid_from = s.since
            )
            returning s.line
            """,
            as: Int32.self
        )
        try tx.execute(
            """
            create temporary table last_departure on commit drop as
            select s.line, y.event_kind = s.kind as is_same, last.valid_from, last.valid_from > \(context.day) as is_planned,
                last.recorded_by = 'import' as is_imported
            from staged_departures s
            cross join lateral (
                select x.legal_standing, x.valid_from, x.recorded_by from counted_event x
                where x.agency_id = \(agency) and x.employment_id = s.employment_id
                order by x.valid_from desc, x.service_event_id desc limit 1
            ) last
            join legal_standing y on y.legal_standing = last.legal_standing and y.ends_employment
            """
        )
        try reject(
            "select line from last_departure where not is_same and not is_planned",
            "kedudukanHukumPns",
            .departureOther,
            &tx,
            &report
        )
        let known = try tx.all(
            """
            delete from staged_departures s using employment e
            where e.agency_id = \(agency) and e.employment_id = s.employment_id and not upper_inf(e.valid)
                and not exists (
                    select from last_departure l
                    where l.line = s.line and l.is_planned and l.valid_from = upper(e.valid)
                        and (not l.is_same or l.is_imported and s.is_dated and l.valid_from <> s.since)
                )
            returning s.line, s.is_dated and upper(e.valid) <> s.since
            """,
            as: (Int32, Bool).self
        )
        let decided = try tx.execute(
            """
            delete from staged_departures s
            where exists (
                select from counted_event x
                where x.agency_id = \(agency) and x.employment_id = s.employment_id and x.valid_from >= s.since
                    and x.kind in ('reinstatement', 'contract_renewal')
            )
            """
        )
        report.unchanged = former + withdrawn.count + known.count + decided
        for line in withdrawn.sorted() {
            try report.warn(ImportFinding(line: Int(line), column: "tmtPensiun", .departureWithdrawn))
        }
        for (line, differs) in known.sorted(by: { $0.0 < $1.0 }) where differs {
            try report.warn(ImportFinding(line: Int(line), column: "tmtPensiun", .standingDayDiffers))
        }
        let replacing = try tx.all(
            "select l.line from last_departure l join staged_departures s on s.line = l.line where l.is_planned",
            as: Int32.self
        )
        for line in replacing.sorted() {
            try report.warn(ImportFinding(line: Int(line), column: "kedudukanHukumPns", .departureReplaced))
        }
    }

    private static func rejectImpossible(
        _ context: ImportContext,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        let agency = context.agency
        try reject(
            "select line from staged_departures where since > \(context.day) + 366 and not is_dated",
            "tmtPensiun",
            .departureUndatedEarly,
            &tx,
            &report
        )
        try reject(
            "select line from staged_departures where since > \(context.day) + 366",
            "tmtPensiun",
            .dateFar,
            &tx,
            &report
        )
        try reject(
            """
            select s.line from staged_departures s
            join employment e on e.agency_id = \(agency) and e.employment_id = s.employment_id
            where s.since <= lower(e.valid)
            """,
            "tmtPensiun",
            .beforeEmploymentStanding,
            &tx,
            &report
        )
        try reject(
            """
            select s.line from staged_departures s
            where exists (
                select from counted_event x
                where x.agency_id = \(agency) and x.employment_id = s.employment_id and x.valid_from > s.since
            ) and not exists (select from last_departure l where l.line = s.line and l.is_planned)
            """,
            "tmtPensiun",
            .eventLater,
            &tx,
            &report
        )
        try reject(
            """
            select s.line from staged_departures s
            where exists (
                select from assignment a
                where a.agency_id = \(agency) and a.employment_id = s.employment_id and lower(a.valid) >= s.since
            )
            """,
            "tmtPensiun",
            .assignmentLater,
            &tx,
            &report
        )
    }

    static func known(_ agency: AgencyID) -> SQL {
        """
        select s.line, p.nip, '', v.place, v.name, v.value
        from staged_departures s
        join person p on p.agency_id = \(agency) and p.nip = s.nip
        cross join lateral (
            select upper(e.valid) as left_on from employment e
            where e.agency_id = p.agency_id and e.person_id = p.person_id
            order by lower(e.valid) desc limit 1
        ) e
        cross join lateral (values
            (1, 'kedudukanHukumPns', p.legal_status), (2, 'tmtPensiun', to_char(e.left_on, 'DD-MM-YYYY'))
        ) v (place, name, value)
        """
    }
}
