/// What a service that was taken over may try with the roles that it has, in the scope of the attacker's agency: more than its
/// program does.
enum ServiceAttackList {
    static let all = work + results + moves + values

    private static let work: [Attack] = [
        Attack(
            52,
            "end a chunk without its effect",
            "update run_chunk set state = 'done' where run_id = {run}",
            as: .pool
        ),
        Attack(52, "the same as the worker", "update run_chunk set state = 'done' where run_id = {run}", as: .worker),
        Attack(52, "fail the city's run", "update run_chunk set state = 'failed' where run_id = {run}", as: .pool),
        Attack(
            52,
            "plant a chunk",
            "insert into run_chunk (agency_id, run_id, first_key, last_key, keys) values ({own}, {run}, 1, 9, 9)",
            as: .pool
        ),
        Attack(
            52,
            "plant a chunk as the worker",
            "insert into run_chunk (agency_id, run_id) values ({own}, {run})",
            as: .worker
        ),
        Attack(
            52,
            "finish a chunk that somebody else claimed",
            """
            select finish_chunk({own}, run_id, run_chunk_id, gen_random_uuid(), 0, '{}', '{}', '{}') from run_chunk limit 1
            """,
            .refused("MU001"),
            as: .pool
        ),
        Attack(52, "read the claims", "select claim from run_chunk", as: .pool),
        Attack(52, "read the claims as the worker", "select claim from run_chunk", as: .worker),
        Attack(52, "end a chunk past its finish", "select end_chunk(1, 1, 1, null, 'done', 0, 0)", as: .pool),
        Attack(
            52,
            "plant a failure",
            "insert into run_failure (agency_id, run_id, key, code, reason) values ({own}, {run}, 1, 'x', 'x')",
            as: .pool
        ),
        Attack(52, "end a run without work", "update run set state = 'done'", as: .worker),
        Attack(52, "end a run as the pool", "update run set state = 'done'", as: .pool),
        Attack(
            52,
            "a step that holds up a cycle",
            """
            insert into run (kind, subject, step, ordinal, intended_at)
            values ('cycle_phase', '2026-Q4', 'zzz', 0, '2100-01-01')
            """,
            .refused("MU104"),
            as: .personnel
        ),
        Attack(
            52,
            "a step that is never due",
            "insert into run (kind, subject, step, ordinal, intended_at) values ('x', 'y', 'z', 0, 'infinity')",
            .refused("23514"),
            as: .personnel
        ),
    ]

    private static let results: [Attack] = [
        Attack(52, "make results vanish", "update talent_placement set superseded = true", as: .pool),
        Attack(52, "make scores vanish", "update appraisal_score set superseded = true", as: .pool),
        Attack(52, "make closings vanish", "update appraisal_closing set superseded = true", as: .pool),
        Attack(
            52,
            "forge a score",
            """
            insert into appraisal_score (agency_id, cycle_id, employment_id, rating, rule_set, version)
            select agency_id, cycle_id, employment_id, 1, rule_set, 99 from appraisal_score limit 1
            """,
            as: .pool
        ),
        Attack(
            52,
            "forge a placement",
            """
            insert into talent_placement (agency_id, cycle_id, employment_id, rule_set, performance_level, potential_known, version)
            select agency_id, cycle_id, employment_id, rule_set, 3, 3, 9 from talent_placement limit 1
            """,
            as: .pool
        ),
        Attack(
            52,
            "forge a revision",
            """
            insert into appraisal_revision (agency_id, cycle_id, employment_id, version, kind, reason)
            select agency_id, cycle_id, employment_id, 9, 'objection', 'x' from appraisal limit 1
            """,
            as: .pool
        ),
        Attack(
            52,
            "declare a cycle final",
            "insert into cycle_milestone (agency_id, cycle_id, milestone) values ({own}, {open_cycle}, 'final')",
            as: .pool
        ),
        Attack(
            52,
            "release before the time",
            "select release_results({own}, {open_cycle})",
            .refused("MU103"),
            as: .pool
        ),
        Attack(
            52,
            "end corrections before the time",
            "select * from finalise_results({own}, {open_cycle})",
            .refused("MU103"),
            as: .pool
        ),
        Attack(
            52,
            "open a cycle before the time",
            "select open_appraisals({own}, {open_cycle}, 0, 9999999)",
            .refused("MU103"),
            as: .pool
        ),
        Attack(
            52,
            "close it",
            "select close_appraisals({own}, {open_cycle}, 0, 9999999)",
            .refused("MU103"),
            as: .pool
        ),
        Attack(
            52,
            "score it",
            "select score_appraisals({own}, {open_cycle}, 0, 9999999)",
            .refused("MU103"),
            as: .pool
        ),
        Attack(52, "place it", "select place_talent({own}, {open_cycle}, 0, 9999999)", .refused("MU103"), as: .pool),
        Attack(52, "score by other rules", "select score_results({own}, 1, 0, 9, 'x', true)", as: .pool),
        Attack(
            52,
            "revise as if an objection had been granted",
            "select revise_appraisal({own}, 1, {own_employment}, 'objection', 1::smallint, 1::smallint, 'x', null)",
            .refused("MU112"),
            as: .pool
        ),
        Attack(
            52,
            "decide an objection past its rules",
            """
            insert into objection_decision (agency_id, objection_id, decided_on, decided_by, is_granted, reason)
            select agency_id, objection_id, '2026-11-01', '{own_nip}', false, 'x' from objection limit 1
            """,
            as: .pool
        ),
        Attack(
            52,
            "a rating as if it had come along with a move",
            """
            insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour, source)
            values ({own}, {open_cycle}, {own_employment}, 1, 1, 'moved')
            """,
            as: .pool
        ),
        Attack(
            52,
            "revise another agency's result",
            """
            select revise_appraisal({foreign}, 1, {foreign_employment}, 'correction', 1::smallint, 1::smallint, 'x', null)
            """,
            .refused("MU111"),
            as: .pool
        ),
    ]

    private static let moves: [Attack] = [
        Attack(
            52,
            "take a person to another agency without an employment",
            "update person set agency_id = {foreign} where agency_id = {own}",
            as: .mover
        ),
        Attack(
            52,
            "forge history",
            "insert into person_history (agency_id, person_id, former) values ({own}, 1, '{}')",
            as: .mover
        ),
        Attack(
            52,
            "forge history as the pool",
            "insert into person_history (agency_id, person_id, former) values ({own}, 1, '{}')",
            as: .pool
        ),
        Attack(
            52,
            "write evidence anywhere",
            """
            insert into evidence (agency_id, employment_id, kind, level, occurred_on)
            values ({foreign}, {foreign_employment}, 'discipline', 'heavy', '2026-01-01')
            """,
            as: .mover
        ),
        Attack(
            52,
            "rate anywhere",
            """
            insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour, source)
            values ({foreign}, {open_cycle}, {foreign_employment}, 1, 1, 'moved')
            """,
            as: .mover
        ),
        Attack(52, "end an employment", "update employment set valid = 'empty'", as: .mover),
        Attack(52, "read people's days of birth", "select birth_date from person", as: .mover),
        Attack(52, "read results", "select count(*) from talent_placement", as: .mover),
        Attack(
            52,
            "carry evidence without a move",
            "select carry_records(array[{own}], array[{foreign}], array[1::bigint], array[1::bigint])",
            as: .mover
        ),
        Attack(
            52,
            "swallow an agency that is not being merged",
            "select merge_people({foreign}, {own}, current_date)",
            .refused("MU405"),
            as: .mover
        ),
        Attack(
            52,
            "employ a person whom another agency employs",
            """
            with planted as (
                insert into person (agency_id, nip, name, birth_date, sex, kind, appointed_on, legal_status)
                values ({own}, '{foreign_nip}', 'X', '1980-01-01', 'male', 'permanent', '2005-03-01', 'Aktif')
                returning person_id
            )
            insert into employment (agency_id, person_id, valid) select {own}, person_id, '[2026-01-01,)' from planted
            """,
            .refused("MU303"),
            as: .pool
        ),
        Attack(
            52,
            "give a taken seat to a second holder",
            """
            update assignment set valid = daterange(lower(valid), '2026-06-01') where employment_id = {own_employment};
            insert into formasi (agency_id, post_id, valid_from, seats, source, recorded_by)
            select agency_id, post_id, '2026-06-01', 2, 'workload', 'attack' from post;
            insert into assignment (agency_id, employment_id, post_id, valid)
            select h.agency_id, {own_employment}, h.post_id, '[2026-06-01,)'
            from assignment h where h.employment_id = {own_employment}
            """,
            .refused("MU311"),
            as: .pool
        ),
    ]

    private static let values: [Attack] = [
        Attack(
            53,
            "born before Christ",
            "update person set birth_date = '4713-01-01 BC'",
            .refused("23514"),
            as: .pool
        ),
        Attack(53, "appointed never", "update person set appointed_on = 'infinity'", .refused("23514"), as: .pool),
        Attack(53, "employed always", "update employment set valid = '(,)'", .refused("23514"), as: .pool),
        Attack(53, "employed for no day", "update employment set valid = 'empty'", .refused("23514"), as: .pool),
        Attack(
            53,
            "a post held since for ever",
            "update assignment set valid = '(,2026-01-01)'",
            .refused("23514"),
            as: .pool
        ),
        Attack(
            53,
            "evidence of the end of time",
            """
            insert into evidence (agency_id, employment_id, kind, level, occurred_on)
            values ({own}, {own_employment}, 'award', 'agency', 'infinity')
            """,
            .refused("23514"),
            as: .pool
        ),
        Attack(
            53,
            "a job that was due for ever",
            "insert into job (agency_id, kind, due_at) values ({own}, 'planted', '-infinity')",
            .refused("23514"),
            as: .pool
        ),
        Attack(
            53,
            "a cycle without end",
            """
            insert into cycle (code, kind, period, rule_set)
            select 'x', 'quarter', '[2026-01-01,)', rule_set from rule_set limit 1
            """,
            .refused("23514"),
            as: .personnel
        ),
        Attack(
            53,
            "a close that is always due",
            "update cycle_phase set due_at = '-infinity'",
            .refused("23514"),
            as: .personnel
        ),
        Attack(
            53,
            "a holiday of year 5000",
            "insert into holiday (day, name) values ('5000-01-01', 'x')",
            .refused("23514"),
            as: .personnel
        ),
    ]
}
