import Postgres

/// Days that a person, a post or a document can have. The tables refuse others, but a superuser may have written some
/// anyway.
enum PossibleDates {
    /// Comes after a date in SQL.
    static let condition: SQL = "between date '1900-01-01' and date '2200-12-31'"

    /// Every impossible date of people, their posts and evidence: agency, NIP, name, place with value, and the row.
    static let offenders: SQL = """
        select p.agency_id, p.nip, p.name, concat(v.place, ' ', v.day), concat('person ', p.person_id, ', ', v.place)
        from person p
        cross join lateral (values
            ('birth_date', p.birth_date), ('appointed_on', p.appointed_on), ('confirmed_on', p.confirmed_on),
            ('grade_since', p.grade_since)
        ) v (place, day)
        where v.day not \(fragment: condition)
        union all
        select p.agency_id, p.nip, p.name, concat(v.place, ' ', v.valid), concat(v.place, ' ', v.id, ', valid')
        from (
            select agency_id, employment_id, 'assignment', assignment_id, valid from assignment
            union all
            select agency_id, employment_id, 'employment', employment_id, valid from employment
        ) v (agency_id, employment_id, place, id, valid)
        join employment e on e.agency_id = v.agency_id and e.employment_id = v.employment_id
        join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where coalesce(lower(v.valid) not \(fragment: condition), true) or upper(v.valid) not between date '1900-01-01' and date '2201-01-01'
        union all
        select p.agency_id, p.nip, p.name, concat(v.kind, ' ', v.place, ' ', v.day), concat(v.source, ' ', v.id, ', ', v.place)
        from (
            select a.agency_id, a.employment_id, 'assignment', a.assignment_id, 'assignment', 'decree_date', a.decree_date
            from assignment a
            union all
            select d.agency_id, d.employment_id, 'evidence', d.evidence_id, d.kind, w.place, w.day
            from evidence d
            cross join lateral (values
                ('occurred_on', d.occurred_on), ('ended_on', d.ended_on), ('document_date', d.document_date)
            ) w (place, day)
            where d.withdrawn_at is null
        ) v (agency_id, employment_id, source, id, kind, place, day)
        join employment e on e.agency_id = v.agency_id and e.employment_id = v.employment_id
        join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where v.day not \(fragment: condition)
        """
}
