-- What people type and import holds no control character: the terminal or the page that shows it would obey it. C0, DEL, C1,
-- the separators of lines and paragraphs, and what turns the direction of the text after it; the programs refuse the same
-- ones (Sources/Characters/ControlCharacter.swift). Everything else that a name can have is left alone. Texts that the
-- programs write by themselves (last_error), copy (segments) or only record (the audit trail) are left out, for work must
-- not fail on them.
--
-- Rows that are there already stay as they are: where one of them breaks its rule, the constraint holds for what is written
-- from now on, and is not validated.

do $migration$
declare
    -- By their numbers, for a file holds none of them itself, and a backslash depends on the session.
    pattern constant text := format(
        '(%s)', '''['' || chr(1) || ''-'' || chr(31) || chr(127) || ''-'' || chr(159) || chr(8232) || ''-'' || chr(8238)'
        ' || chr(8294) || ''-'' || chr(8297) || '']'''
    );
    typed constant jsonb := '{
        "agency_login": ["certificate_name"],
        "agency_name": ["name", "short_name"],
        "appraisal_revision": ["reason"],
        "assignment": ["decree_number"],
        "evidence": ["level", "title", "document_number"],
        "holiday": ["name"],
        "job_agency": ["pause_note"],
        "job_kind": ["pause_note"],
        "objection": ["grounds"],
        "objection_decision": ["reason"],
        "org_unit": ["siasn_id", "parent_siasn_id", "name"],
        "organisation_rating": ["document_number"],
        "person": ["name", "front_title", "back_title", "contract_class", "education", "legal_status"],
        "post": ["title"],
        "rule_set": ["rule_set", "basis"],
        "run": ["pause_note"],
        "run_failure": ["code", "reason"],
        "schedule": ["rule", "zone", "pause_note"],
        "setting": ["basis"]
    }';
    of_table record;
begin
    for of_table in
        select t.name, string_agg(format('coalesce(%I, '''')', c.name), ' || ' order by c.place) as texts
        from jsonb_each(typed) t (name, columns),
            jsonb_array_elements_text(t.columns) with ordinality c (name, place)
        group by t.name
        order by t.name
    loop
        execute format(
            'alter table %I add constraint %I check ((%s) !~ %s) not valid',
            of_table.name, of_table.name || '_text_check', of_table.texts, pattern
        );
        begin
            execute format('alter table %I validate constraint %I', of_table.name, of_table.name || '_text_check');
        exception when check_violation then
            raise warning '%: rows from before hold control characters; they can be read, and change only when corrected',
                of_table.name;
        end;
    end loop;
end
$migration$;
