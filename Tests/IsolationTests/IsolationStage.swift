import CityDatabase
import CityWork
import Jobs
import Personnel
import Postgres
import TestSupport
import Testing

/// A city of three agencies with rows in every table, each agency with a login of its own. The first attacks; with two,
/// a policy that lets one see the other by chance could hide.
struct IsolationStage: Sendable {
    let city: TestCity
    let agencies: [Agency]
    let logins: [AgencyLogins.Credentials]
    /// A cycle that no agency has closed.
    let openCycle: Int
    let foreignEmployment: Int
    let ownEmployment: Int
    /// A run that has ended.
    let run: Int

    /// The attacker and the others.
    var own: Agency { agencies[0] }
    var foreign: Agency { agencies[1] }

    static func nip(_ agency: Int) -> String { SampleFile.nip(agency * 100 + 1) }

    static func make() async throws -> IsolationStage {
        let city = try await TestCity.make(ownRoles: true)
        let agencies = try await city.add("dinkes", "dlh", "dishub")
        let runs = CycleRuns(.medan, city.connections)
        let code = try #require(CycleCode("2026-Q3"))
        _ = try await runs.add(code, CycleCalendar(code))
        var logins: [AgencyLogins.Credentials] = []
        for (index, agency) in agencies.enumerated() {
            try await fill(city, agency, numbers: (1...3).map { index * 100 + $0 })
            logins.append(
                try await AgencyLogins(city.database)
                    .add("siasn", to: agency.code, .password, validThrough: nil, connectionLimit: 10)
            )
        }
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "stage")).run(untilIdle: true)
        _ = try await city.psql(
            """
            insert into run_failure (agency_id, run_id, key, code, reason)
            select agency_id, (select min(run_id) from run), 1, 'no_post', 'planted' from agency;
            insert into job (agency_id, kind) select agency_id, 'planted' from agency;
            insert into job_kind (kind) values ('planted');
            insert into schedule_occurrence (schedule_id, intended_at) select schedule_id, '2000-01-01' from schedule;
            insert into job_history (agency_id, job_id, kind, priority, payload, attempt, errors, losses, created_at, outcome)
            select agency_id, 0, 'planted', 2, '{}', 1, 0, 0, now(), 'done' from agency;
            set session_replication_role = replica;
            insert into evidence (agency_id, employment_id, kind, level, title, occurred_on)
            select agency_id, employment_id, 'award', 'agency', 'planted', '2026-01-01' from employment;
            insert into evidence_register (agency_id, kind, complete_to) select agency_id, 'award', '2026-01-01' from agency;
            insert into appraisal_exclusion (agency_id, cycle_id, employment_id, reason)
            select agency_id, cycle_id, employment_id, 'no_post' from appraisal;
            insert into service_event (agency_id, employment_id, kind, valid_from, legal_standing, recorded_by)
            select agency_id, employment_id, 'standing', '2026-01-01', 'Aktif', 'planted' from employment;
            insert into correction (agency_id, fact, fact_id, employment_id, before, after, reason, corrected_by)
            select agency_id, 'assignment', 1, employment_id, '{"a": 1}', '{"a": 2}', 'planted', 'planted' from employment;
            insert into fact_history (agency_id, fact, fact_id, employment_id, former)
            select agency_id, 'assignment', 1, employment_id, '{"planted": 1}' from employment;
            insert into org_unit_event (agency_id, org_unit_id, kind, valid_from, decree_number, recorded_by)
            select agency_id, org_unit_id, 'add', '2026-01-01', 'planted', 'planted' from org_unit;
            insert into formasi (agency_id, post_id, valid_from, seats, source, recorded_by)
            select agency_id, post_id, '2199-01-01', 9, 'workload', 'planted' from post;
            insert into appraisal_segment (agency_id, cycle_id, employment_id, segment, title, position_level, valid)
            select agency_id, cycle_id, employment_id, 1, 'planted', 'pelaksana', '[2026-07-01,2026-08-01)' from appraisal;
            insert into appraisal_revision (agency_id, cycle_id, employment_id, version, kind, reason)
            select agency_id, cycle_id, employment_id, 2, 'correction', 'planted' from appraisal;
            insert into appraisal_receipt (agency_id, cycle_id, employment_id, received_on)
            select agency_id, cycle_id, employment_id, '2026-10-20' from appraisal;
            insert into objection (agency_id, cycle_id, employment_id, filed_on, filed_for, grounds, deadline)
            select agency_id, cycle_id, employment_id, '2026-10-21', false, 'planted', '2026-11-03' from appraisal;
            insert into objection_decision (agency_id, objection_id, decided_on, decided_by, is_granted, reason)
            select agency_id, objection_id, '2026-10-22', '\(nip(0))', false, 'planted' from objection;
            insert into organisation_rating (agency_id, cycle_id, rating) select agency_id, 1, 'baik' from agency;
            insert into transfer_case (
                agency_id, number, employment_id, from_post_id, to_agency_id, to_post_id, basis, reason, planned_on, proposer,
                proposed_by
            )
            select e.agency_id, 'TRF-2026-' || lpad(e.employment_id::text, 6, '0'), e.employment_id, a.post_id, e.agency_id,
                a.post_id, 'agency_need', 'planted', '2026-12-31', 'personnel', 'planted'
            from employment e join assignment a using (agency_id, employment_id);
            insert into transfer_party (
                agency_id, transfer_case_id, side, number, other_agency_id, post_id, employment_id, nip, name, planned_on,
                proposer, basis, state
            )
            select agency_id, transfer_case_id, 'both', number, agency_id, from_post_id, employment_id, '\(nip(0))',
                'planted', planned_on, proposer, basis, state
            from transfer_case;
            insert into transfer_request (
                agency_id, nip, to_agency_id, to_post_id, proposer, basis, reason, planned_on, requested_by
            )
            select agency_id, '\(nip(0))', agency_id, 1, 'receiving', 'agency_need', 'planted', '2026-12-31', 'planted'
            from agency;
            insert into transfer_check (agency_id, transfer_case_id, revision, for_day, rules, checked_by)
            select agency_id, transfer_case_id, 1, planned_on, 'planted', 'planted' from transfer_case;
            insert into transfer_verdict (agency_id, transfer_check_id, rule, outcome, stops, may_be_lifted, facts)
            select agency_id, transfer_check_id, 'planted', 'pass', false, false, '{}' from transfer_check;
            insert into transfer_conflict (agency_id, transfer_case_id, declared_of, kind)
            select agency_id, transfer_case_id, 'planted', 'decider_related' from transfer_case;
            \(PlantedRows.statement)
            """
        )
        _ = try await AuditTrail(city.database).sealAll()
        let openCycle = try await city.psql(
            """
            insert into cycle (code, kind, period, rule_set)
            select '2026-Q4', 'quarter', '[2026-10-01,2027-01-01)', max(rule_set) from rule_set returning cycle_id
            """
        )
        // A year whose results are not released.
        let unreleased = try await city.psql(
            """
            set session_replication_role = replica;
            insert into cycle (code, kind, period, rule_set)
            select '2026', 'year', '[2026-01-01,2027-01-01)', rule_set from cycle limit 1;
            insert into appraisal_closing (agency_id, cycle_id, employment_id)
            select o.agency_id, y.cycle_id, o.employment_id from appraisal o, cycle y where y.code = '2026';
            insert into appraisal_score (agency_id, cycle_id, employment_id, rating, rule_set)
            select c.agency_id, y.cycle_id, c.employment_id, 2, y.rule_set from appraisal_closing c
            join cycle y using (cycle_id) where y.code = '2026';
            insert into appraisal_revision (agency_id, cycle_id, employment_id, version, kind, reason)
            select agency_id, cycle_id, employment_id, 2, 'correction', 'planted' from appraisal_score
            join cycle y using (cycle_id) where y.code = '2026';
            insert into talent_placement (agency_id, cycle_id, employment_id, performance_level, potential_known, rule_set)
            select agency_id, cycle_id, employment_id, 2, 0, y.rule_set from appraisal_score
            join cycle y using (cycle_id) where y.code = '2026';
            select count(*) > 0 from talent_placement join cycle y using (cycle_id) where y.code = '2026'
            """
        )
        try #require(unreleased.hasSuffix("t\n"))
        let employments = try await agencies.prefix(2)
            .asyncMap { agency in
                try await city.psql("select min(employment_id) from employment where agency_id = \(agency.id)")
            }
        let run = try await city.psql("select min(run_id) from run")
        return IsolationStage(
            city: city,
            agencies: agencies,
            logins: logins,
            openCycle: try #require(Int(openCycle.filter(\.isNumber))),
            foreignEmployment: try #require(Int(employments[1].filter(\.isNumber))),
            ownEmployment: try #require(Int(employments[0].filter(\.isNumber))),
            run: try #require(Int(run.filter(\.isNumber)))
        )
    }

    private static func fill(_ city: TestCity, _ agency: Agency, numbers: [Int]) async throws {
        let people = numbers.map { SampleFile.person($0) }
        try await city.importLines(.people, SampleFile.peopleHeader, people, to: agency)
        // Once more with another rank, so that there is a history.
        let promoted = numbers.map { SampleFile.person($0, rank: "34") }
        try await city.importLines(.people, SampleFile.peopleHeader, promoted, to: agency)
        let posts = numbers.map { SampleFile.post($0, unit: "U\(agency.id)") }
        try await city.importLines(.posts, SampleFile.postsHeader, posts, to: agency)
        let ratings = numbers.map { SampleFile.rating($0, 2, 2) }
        try await city.importLines(.ratings, SampleFile.ratingsHeader, ratings, to: agency)
        let scores = numbers.map { SampleFile.assessment($0, "70", "70") }
        try await city.importLines(.assessments, SampleFile.assessmentsHeader, scores, to: agency)
    }
}
