/// The stage of the benchmark, and what somebody would write by hand to carry out all cases of a night.
enum TransferStatements {
    static func people(agencies: Int) -> String {
        """
        insert into org_unit (agency_id, siasn_id, name) select agency_id, 'U' || agency_id, 'Unit' from agency;
        insert into post (agency_id, org_unit_id, title, position_level, capacity)
        select u.agency_id, u.org_unit_id, 'Pengelola ' || i, 'pelaksana', 1
        from org_unit u, generate_series(1, 500) i order by i, u.agency_id;
        insert into person (agency_id, nip, name, birth_date, sex, kind, appointed_on, grade_rank_id,
            education_level_id, legal_status)
        select t.agency_id, to_char(date '1980-01-01' + (n % 3000)::integer, 'YYYYMMDD') || '2005031' || lpad((n / 3000 + 1)::text, 3, '0'),
            'Person ' || n, date '1980-01-01' + (n % 3000)::integer, 'male', 'permanent', '2005-03-01', 33, 40, 'Aktif'
        from (select agency_id, row_number() over (order by post_id) as n from post) t order by n;
        insert into employment (agency_id, person_id, valid)
        select agency_id, person_id, '[2005-03-01,)' from person order by person_id;
        insert into assignment (agency_id, employment_id, post_id, valid)
        select e.agency_id, e.employment_id, t.post_id, '[2020-01-01,)'
        from (select e.*, row_number() over (order by employment_id) as n from employment e) e
        join (select t.*, row_number() over (order by post_id) as n from post t) t using (n, agency_id);
        """
    }

    /// Posts stand agency by agency, so neighbours are of two agencies, and those 52 apart of one.
    static func cases(_ count: Int) -> String {
        """
        insert into transfer_batch (code, title, created_by) values ('B', 'B', 'bench');
        insert into decree (number, decree_date, signed_by) values ('821/1', city_day(now()), 'bench');
        create temp table pair on commit drop as
        with a as (
            select a.*, row_number() over (order by assignment_id) - 1 as n from assignment a
        )
        select a.agency_id, a.employment_id, a.post_id, b.agency_id as to_agency_id, b.post_id as to_post_id
        from a join a b on b.n = case
            when a.n / 104 % 2 = 0 then (a.n / 2) * 2 + 1 - a.n % 2
            else a.n / 104 * 104 + (a.n % 104 + 52) % 104
        end
        where a.n < \(count / 104 * 104)
            or a.n < \(count) and a.n / 104 % 2 = 0
        order by a.n;
        insert into transfer_case (agency_id, number, transfer_batch_id, employment_id, from_post_id, to_agency_id,
            to_post_id, basis, reason, planned_on, proposer, proposed_by, state, decree_id)
        select agency_id, 'TRF-' || row_number() over (), 1, employment_id, post_id, to_agency_id, to_post_id,
            'agency_need', 'Kebutuhan', city_day(now()), 'personnel', 'Perencana', 'announced', 1
        from pair;
        insert into transfer_party (agency_id, transfer_case_id, side, number, other_agency_id, post_id, employment_id,
            nip, name, planned_on, proposer, basis, state)
        select c.agency_id, c.transfer_case_id, case when c.agency_id = c.to_agency_id then 'both' else 'releasing' end,
            c.number, c.to_agency_id, c.from_post_id, c.employment_id, p.nip, p.name, c.planned_on, c.proposer, c.basis,
            c.state
        from transfer_case c join employment e using (agency_id, employment_id)
        join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        union all
        select c.to_agency_id, c.transfer_case_id, 'receiving', c.number, c.agency_id, c.to_post_id, null, p.nip, p.name,
            c.planned_on, c.proposer, c.basis, c.state
        from transfer_case c join employment e using (agency_id, employment_id)
        join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where c.agency_id <> c.to_agency_id;
        """
    }

    /// A check of each case in which the rules pass.
    static let passing = """
        insert into transfer_check (agency_id, transfer_case_id, revision, for_day, rules, checked_by)
        select agency_id, transfer_case_id, revision, planned_on, 'bench', 'bench' from transfer_case;
        insert into transfer_verdict (agency_id, transfer_check_id, rule, outcome, stops, may_be_lifted, facts)
        select agency_id, transfer_check_id, 'seat_free', 'pass', false, false, '[]' from transfer_check
        where checked_by = 'bench' and rules = 'bench' on conflict do nothing;
        """

    /// The writes of a night, for all cases at once.
    static let text = """
        create temp table move on commit drop as
        select c.agency_id, c.transfer_case_id, c.employment_id, c.to_agency_id, c.to_post_id, e.person_id,
            a.assignment_id, lower(a.valid) as since, d.number, d.decree_date, city_day(now()) as day
        from transfer_case c join decree d using (decree_id)
        join employment e using (agency_id, employment_id)
        join assignment a on a.agency_id = c.agency_id and a.employment_id = c.employment_id and upper_inf(a.valid);
        analyze move;
        update employment e set valid = daterange(lower(e.valid), m.day) from move m
        where e.agency_id = m.agency_id and e.employment_id = m.employment_id and m.agency_id <> m.to_agency_id;
        update assignment a set valid = daterange(lower(a.valid), m.day) from move m
        where a.agency_id = m.agency_id and a.assignment_id = m.assignment_id;
        update person p set agency_id = m.to_agency_id, changed_at = now() from move m
        where p.agency_id = m.agency_id and p.person_id = m.person_id and m.agency_id <> m.to_agency_id;
        insert into employment (agency_id, person_id, valid)
        select to_agency_id, person_id, daterange(day, null) from move where agency_id <> to_agency_id;
        insert into assignment (agency_id, employment_id, post_id, valid, decree_number, decree_date)
        select m.to_agency_id, e.employment_id, m.to_post_id, daterange(m.day, null), m.number, m.decree_date
        from move m join employment e on e.agency_id = m.to_agency_id and e.person_id = m.person_id and upper_inf(e.valid);
        insert into evidence (agency_id, employment_id, kind, level, title, occurred_on, ended_on, document_number, document_date)
        select m.to_agency_id, e.employment_id, 'posting', t.position_level, t.title, m.since, m.day - 1,
            a.decree_number, a.decree_date
        from move m join employment e on e.agency_id = m.to_agency_id and e.person_id = m.person_id and upper_inf(e.valid)
        join assignment a on a.agency_id = m.agency_id and a.assignment_id = m.assignment_id
        join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
        where m.agency_id <> m.to_agency_id;
        update transfer_case c set state = 'effective', effective_on = m.day, held_since = m.since,
            former_assignment_id = m.assignment_id, new_employment_id = n.employment_id,
            new_assignment_id = n.assignment_id
        from move m
        join employment e on e.agency_id = m.to_agency_id and e.person_id = m.person_id and upper_inf(e.valid)
        join assignment n on n.agency_id = e.agency_id and n.employment_id = e.employment_id and upper_inf(n.valid)
        where c.agency_id = m.agency_id and c.transfer_case_id = m.transfer_case_id;
        insert into transfer_event (agency_id, transfer_case_id, step, from_state, to_state, actor, acted_by, acted_on)
        select agency_id, transfer_case_id, 'carry_out', 'announced', 'effective', 'worker', 'bench', day from move;
        update transfer_party set state = 'effective', changed_at = now();
        """
}
