import LocalServer
import TestSupport

/// All rows of a city before it was migrated, kept beside it in the same database to be compared afterwards.
struct LandedData {
    let city: String
    let database: String

    // Changes that migrations intend.

    /// Stated assessments became evidence (0012).
    private static let gone = "assessment_result"
    private static let notMoved = """
        select count(*) from landed.assessment_result a where not exists (
            select from evidence e
            where (e.agency_id, e.employment_id, e.kind, e.score, e.occurred_on)
                = (a.agency_id, a.employment_id, a.kind, a.score, a.assessed_on)
        )
        """
    /// Phases got numbers that leave room (0014).
    private static let changedColumns = "cycle_phase.ordinal,run.ordinal"
    private static let renamedColumns = ["talent_placement.known_weight": "potential_known"]
    /// The trail records what migrations changed; a city has more schedules of its own (0032).
    private static let growing = "audit_event,audit_block,schedule"
    /// Rows of `sql/reference`, which `db check` compares with the program's, and the ledger.
    private static let maintained = """
        applied_file,component_part,education_level,grade_rank,legal_standing,level_score,performance_level,position_level,rating_matrix,\
        rule_set,scoring_weight,setting,sub_score,talent_box,threshold
        """

    func keep() async throws {
        _ = try await psql(
            """
            create schema landed;
            do $$ declare t name; begin
                for t in select relname from pg_class where relnamespace = '\(city)'::regnamespace and relkind = 'r' loop
                    execute format('create table landed.%I as table \(city).%I', t, t);
                end loop;
            end $$
            """
        )
    }

    /// Tables whose rows differ from those before, with the difference; empty when everything is kept. Forgets the kept
    /// rows.
    func differences() async throws -> String {
        let renamed = Self.renamedColumns.map { "when '\($0)' then '\($1)'" }.joined(separator: " ")
        return try await psql(
            """
            set search_path to \(city), pg_temp;
            create temporary table difference (text text);
            do $$
            declare
                t name; v_before text; v_after text; v_lost bigint; v_count bigint; v_now bigint;
            begin
                for t in
                    select relname from pg_class where relnamespace = 'landed'::regnamespace
                        and not relname = any ('{\(Self.maintained)}')
                loop
                    if t = '\(Self.gone)' then
                        execute $moved$ \(Self.notMoved) $moved$ into v_lost;
                        insert into difference select format('%s: %s rows not moved', t, v_lost) where v_lost > 0;
                        continue;
                    end if;
                    select string_agg(format('%L, b.%I', c.kept, a.attname), ', '),
                        string_agg(format('%L, n.%I', c.kept, c.kept), ', ')
                    into v_before, v_after
                    from pg_attribute a
                    cross join lateral (
                        select case t || '.' || a.attname \(renamed) else a.attname::text end as kept
                    ) c
                    where a.attrelid = ('landed.' || t)::regclass and a.attnum > 0
                        and not t || '.' || a.attname = any ('{\(Self.changedColumns)}');
                    execute format(
                        'select count(*) from (select jsonb_build_object(%s) from landed.%I b except all '
                        'select jsonb_build_object(%s) from \(city).%I n) x', v_before, t, v_after, t) into v_lost;
                    execute format('select (select count(*) from landed.%I), (select count(*) from \(city).%I)', t, t)
                        into v_count, v_now;
                    insert into difference select format('%s: %s rows changed or gone', t, v_lost) where v_lost > 0;
                    insert into difference select format('%s: %s rows became %s', t, v_count, v_now)
                    where v_now <> v_count and not (t = any ('{\(Self.growing)}') and v_now > v_count);
                end loop;
            end $$;
            select text from difference order by 1;
            drop schema landed cascade;
            """
        )
    }

    private func psql(_ statement: String) async throws -> String {
        try await TestServer.shared.psql(
            "set client_min_messages = warning; \(statement)",
            uri: TestServer.shared.server.uri(database: database)
        )
    }
}
