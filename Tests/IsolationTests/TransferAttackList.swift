import TestSupport

/// Attacks of one party on the other's people, on the draft and on the decision of a transfer.
extension AttackList {
    static let transfers: [Attack] = [
        Attack(53, "read all cases of transfers", "select count(*) from transfer_case"),
        Attack(53, "read what other agencies see of cases", "select count(*) from transfer_party"),
        Attack(
            53,
            "find others' cases in the own window",
            "select count(*) from own_transfer_party where agency_id <> {own}",
            .answers("0")
        ),
        Attack(
            53,
            "find others' requests in the own window",
            "select count(*) from own_transfer_request where agency_id <> {own}",
            .answers("0")
        ),
        Attack(53, "read verdicts on the own people", "select count(*) from transfer_verdict"),
        Attack(53, "read steps of cases", "select count(*) from transfer_event"),
        Attack(53, "read declared conflicts", "select count(*) from transfer_conflict"),
        Attack(53, "read batches that are planned", "select count(*) from transfer_batch"),
        Attack(53, "read decrees before they are announced", "select count(*) from decree"),
        Attack(
            53,
            "consent to another's case",
            """
            select take_agency_step('TRF-2026-' || lpad('{foreign_employment}', 6, '0'), 'consent', 'X',
            current_date, 'D/1', current_date, 'x')
            """,
            .refused("MU701")
        ),
        Attack(
            53,
            "cancel another's draft",
            """
            select take_agency_step('TRF-2026-' || lpad('{foreign_employment}', 6, '0'), 'cancel', 'X',
            current_date, 'D/1', current_date, 'x')
            """,
            .refused("MU701")
        ),
        Attack(
            53,
            "consent to another's case by a setting",
            """
            set mutasi.agency = '{foreign}'; select take_agency_step('TRF-2026-' || lpad('{foreign_employment}',
            6, '0'), 'consent', 'X', current_date, 'D/1', current_date, 'x')
            """,
            .refused("MU701")
        ),
        Attack(
            53,
            "file a document for another's case",
            """
            select file_transfer_document('TRF-2026-' || lpad('{foreign_employment}', 6, '0'), 'application',
            '1', current_date, null, 'X')
            """,
            .refused("MU701")
        ),
        Attack(
            53,
            "verify the own case",
            """
            select take_agency_step('TRF-2026-' || lpad('{own_employment}', 6, '0'), 'verify', 'X',
            current_date, 'D/1', current_date, 'x')
            """,
            .refused("MU702")
        ),
        Attack(
            53,
            "approve the own case",
            """
            select take_agency_step('TRF-2026-' || lpad('{own_employment}', 6, '0'), 'approve', 'X',
            current_date, 'D/1', current_date, 'x')
            """,
            .refused("MU702")
        ),
        Attack(
            53,
            "sign the own decree",
            """
            select take_agency_step('TRF-2026-' || lpad('{own_employment}', 6, '0'), 'decree', 'X',
            current_date, 'D/1', current_date, 'x')
            """,
            .refused("MU702")
        ),
        Attack(
            53,
            "carry out the own case by a step",
            """
            select take_agency_step('TRF-2026-' || lpad('{own_employment}', 6, '0'), 'carry_out', 'X',
            current_date, 'D/1', current_date, 'x')
            """,
            .refused("MU702")
        ),
        Attack(
            53,
            "submit what the city only drafts",
            """
            select take_agency_step('TRF-2026-' || lpad('{own_employment}', 6, '0'), 'submit', 'X',
            current_date, 'D/1', current_date, 'x')
            """,
            .refused("MU721")
        ),
        Attack(
            53,
            "cancel what the city only drafts",
            """
            select take_agency_step('TRF-2026-' || lpad('{own_employment}', 6, '0'), 'cancel', 'X',
            current_date, 'D/1', current_date, 'x')
            """,
            .refused("MU721")
        ),
        Attack(
            53,
            "decide as the mayor",
            """
            select take_city_step('TRF-2026-' || lpad('{own_employment}', 6, '0'), 'approve', 'mayor', 'X',
            current_date, 'D/1', current_date, 'x', null)
            """
        ),
        Attack(
            53,
            "plan as the city",
            "select plan_transfer('{own_nip}', 'dlh', 1, 'agency_need', null, 'x', current_date, 'X', null)"
        ),
        Attack(53, "answer the own request", "select answer_transfer_request(1, 'X', null)"),
        Attack(
            53,
            "lift a rule for the own case",
            """
            select except_transfer('TRF-2026-' || lpad('{own_employment}', 6, '0'), 'seat_free', 'x', 'X', '1',
            current_date)
            """
        ),
        Attack(53, "record a check of the own case", "select record_transfer_checks('[]', 'x', 'X')"),
        Attack(53, "list what is due", "select count(*) from due_transfers(current_date)"),
        Attack(53, "carry out", "select carry_out_transfers(array[{own}], array[1::bigint], array[1], 'X')"),
        Attack(
            53,
            "move somebody without a case",
            """
            select move_people(array[{foreign}], array[{own}], array[1::bigint], array[1::bigint], current_date,
            array['1'], array[current_date], array[null::date])
            """
        ),
        Attack(
            53,
            "propose another's person for another's post",
            """
            select propose_transfer('{foreign_nip}', 'dlh', 1, 'agency_need', null, 'x', current_date, 'X',
            false) ^@ 'REQ-'
            """,
            .refused("MU722")
        ),
        Attack(
            53,
            "ask whether a NIP serves elsewhere: it does",
            """
            select propose_transfer('{foreign_nip}', 'dinkes', (select min(post_id) from own_post),
            'agency_need', null, 'x', current_date, 'X', false) ^@ 'REQ-'
            """,
            .answers("t")
        ),
        Attack(
            53,
            "ask whether a NIP serves elsewhere: it does not",
            """
            select propose_transfer('198001012005039999', 'dinkes', (select min(post_id) from own_post),
            'agency_need', null, 'x', current_date, 'X', false) ^@ 'REQ-'
            """,
            .answers("t")
        ),
        Attack(
            53,
            "ask whether another agency has a post: it has",
            """
            select propose_transfer('{own_nip}', 'dlh', (select max(post_id) + 1 from own_post), 'agency_need',
            null, 'x', current_date, 'X', false) ^@ 'REQ-'
            """,
            .answers("t")
        ),
        Attack(
            53,
            "ask whether another agency has a post: it has not",
            """
            select propose_transfer('{own_nip}', 'dlh', 999999, 'agency_need', null, 'x', current_date, 'X',
            false) ^@ 'REQ-'
            """,
            .answers("t")
        ),
        Attack(
            53,
            "decide as the city, as the pool",
            """
            select take_city_step('TRF-2026-' || lpad('{own_employment}', 6, '0'), 'approve', 'mayor', 'X',
            current_date, 'D/1', current_date, 'x', null)
            """,
            as: .pool
        ),
        Attack(53, "read all cases, as the pool", "select count(*) from transfer_case", as: .pool),
        Attack(
            53,
            "change what an agency sees of a case, as the pool",
            "update transfer_party set state = 'approved'",
            as: .pool
        ),
        Attack(
            53,
            "add a step, as the pool",
            """
            insert into transfer_event (agency_id, transfer_case_id, step, to_state, actor, acted_by, acted_on)
            values ({own}, 1, 'approve', 'approved', 'mayor', 'X', current_date)
            """,
            as: .pool
        ),
        Attack(
            53,
            "take a step of another's case, as the pool",
            """
            select take_agency_step('TRF-2026-' || lpad('{foreign_employment}', 6, '0'), 'consent', 'X',
            current_date, 'D/1', current_date, 'x')
            """,
            .refused("MU701"),
            as: .pool
        ),
        Attack(
            53,
            "lift a rule, as the pool",
            """
            insert into transfer_exception (agency_id, transfer_case_id, rule, reason, approved_by,
            document_number, document_date) values ({own}, 1, 'x', 'x', 'X', '1', current_date)
            """,
            as: .pool
        ),
        Attack(
            53,
            "carry out, as the pool",
            "select carry_out_transfers(array[{own}], array[1::bigint], array[1], 'X')",
            as: .pool
        ),
        Attack(
            53,
            "put a case into another state, as the personnel",
            "update transfer_case set state = 'approved'",
            as: .personnel
        ),
        Attack(53, "remove a step, as the personnel", "delete from transfer_event", as: .personnel),
        Attack(
            53,
            "change a verdict, as the personnel",
            "update transfer_verdict set outcome = 'pass'",
            as: .personnel
        ),
        Attack(
            53,
            "sign a decree without its step, as the personnel",
            "insert into decree (number, decree_date, signed_by) values ('1', current_date, 'X')",
            as: .personnel
        ),
        Attack(
            53,
            "carry out before the day, as the personnel",
            "select carry_out_transfers(array[{own}], array[1::bigint], array[1], 'X')",
            as: .personnel
        ),
        Attack(
            53,
            "take the worker's step, as the personnel",
            """
            select take_city_step('TRF-2026-' || lpad('{own_employment}', 6, '0'), 'carry_out', 'worker', 'X',
            current_date, 'D/1', current_date, 'x', null)
            """,
            as: .personnel
        ),
        Attack(
            53,
            "approve a draft, as the personnel",
            """
            select take_city_step('TRF-2026-' || lpad('{own_employment}', 6, '0'), 'approve', 'mayor', 'X',
            current_date, 'D/1', current_date, 'x', null)
            """,
            .refused("MU702"),
            as: .personnel
        ),
        Attack(
            53,
            "move somebody without a decided case, as the mover",
            """
            select move_people(array[{foreign}], array[{own}], array[1::bigint], array[1::bigint], current_date,
            array['1'], array[current_date], array[null::date])
            """,
            as: .mover
        ),
        Attack(
            53,
            "carry out what is not due, as the mover",
            """
            select code from carry_out_transfers(array[{own}], array(select transfer_case_id from
            due_transfers(current_date) union all select 1), array[1], 'X')
            """,
            .answers("MU736"),
            as: .mover
        ),
        Attack(53, "read cases, as the mover", "select count(*) from transfer_case", as: .mover),
        Attack(
            53,
            "decide a case, as the worker",
            """
            select take_city_step('TRF-2026-' || lpad('{own_employment}', 6, '0'), 'approve', 'mayor', 'X',
            current_date, 'D/1', current_date, 'x', null)
            """,
            as: .worker
        ),
        Attack(53, "read who is moved, as the worker", "select count(*) from transfer_party", as: .worker),
        Attack(
            53,
            "pass a rule, as the worker",
            """
            insert into transfer_verdict (agency_id, transfer_check_id, rule, outcome, stops, may_be_lifted,
            facts) values ({own}, 1, 'x', 'pass', false, false, '[]')
            """,
            as: .worker
        ),
        Attack(53, "read requests, as the provisioner", "select count(*) from transfer_request", as: .provisioner),
        Attack(53, "read exceptions, as the auditor", "select count(*) from transfer_exception", as: .auditor),
    ]
}
