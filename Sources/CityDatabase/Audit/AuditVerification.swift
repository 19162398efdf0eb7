import Postgres
import Texts

/// Everything in a city's audit trail that differs from what was written.
///
/// The verdict comes only from statements of this program and functions of PostgreSQL: a person who replaces a function
/// of the city's schema does not change it. `sql/definers/audit_block.sql` says what is hashed. It must read payloads,
/// which the personnel agency may do and the auditor may not.
struct AuditVerification: Sendable {
    /// One snapshot for all of it. The timeout is long because a trail grows with the years.
    static let options = TransactionOptions(isolation: .repeatableRead, readOnly: true, timeout: .seconds(3600))

    private let schema: Identifier

    init(_ city: City) {
        schema = Identifier(city.name)
    }

    /// The numbers of all agencies that have a trail, also one without a head or without a seal; 0 is the city.
    func trails(_ tx: inout Transaction) throws -> [AgencyID] {
        try plainly(&tx) { tx in
            try tx.all(
                """
                select agency_id from only \(identifier: schema).audit_block
                union select agency_id from only \(identifier: schema).audit_seal
                union select agency_id from only \(identifier: schema).audit_event order by agency_id
                """,
                as: AgencyID.self
            )
        }
    }

    /// Whether the trail's tables are tables: a view in place of one could show anything.
    func replacedTables(_ tx: inout Transaction) throws -> [AuditProblem] {
        let names = try plainly(&tx) { tx in
            try tx.all(
                """
                select n from unnest(array['audit_event', 'audit_block', 'audit_seal']) n
                where not exists (
                    select from pg_catalog.pg_class c join pg_catalog.pg_namespace s on s.oid = c.relnamespace
                    where s.nspname = \(schema.name) and c.relname = n and c.relkind = 'r'
                )
                """,
                as: String.self
            )
        }
        return names.map { AuditProblem("replaced table", 0, 0, nil, Detail.replacedTable(["table": .text($0)])) }
    }

    /// One element for each problem; none when the agency's trail is intact.
    func problems(of agency: AgencyID, _ tx: inout Transaction) throws -> [AuditProblem] {
        try plainly(&tx) { tx in
            let head = try tx.optional(
                "select block, sealed_block from only \(identifier: schema).audit_block where agency_id = \(agency)",
                as: (Int32, Int32).self
            )
            let seals = try seals(of: agency, &tx)
            let inBlocks = Dictionary(
                grouping: try problems(of: agency, inBlocks: blocks(of: agency), &tx),
                by: \.block
            )
            var problems: [AuditProblem] = []
            let report = { (kind: String, block: Int64, detail: Wording) in
                problems.append(AuditProblem(kind, agency, Int32(clamping: block), nil, detail))
            }
            if head == nil, try hasEvents(agency, &tx) { report("removed head", 0, Detail.headlessEvents()) }
            var next: Int64 = 1
            var mac: Bytes? = Bytes([UInt8](repeating: 0, count: 32))
            for seal in seals {
                let block = Int64(seal.block)
                if next < block {
                    report("removed seal", next, Detail.laterSeals(["block": "\(block - 1)"]))
                }
                if block < 1 || seal.block > head?.1 ?? 0 {
                    report("inserted seal", block, Detail.unsealed())
                } else if block == next, seal.before != mac {
                    report("broken chain", block, Detail.discontinued())
                }
                if seal.mac != seal.computed || !seal.isWhole {
                    report("broken seal", block, Detail.mac())
                }
                problems += inBlocks[seal.block] ?? []
                mac = seal.mac
                next = block + 1
            }
            if let sealed = head?.1, next <= Int64(sealed) {
                report("removed seal", next, Detail.sealedTo(["block": "\(sealed)"]))
            }
            let sealed = Set(seals.map(\.block))
            for block in inBlocks.keys.sorted() where !sealed.contains(block) { problems += inBlocks[block] ?? [] }
            return problems
        }
    }

    /// Differences from exported seals. The first seal of an agency that is missing or differs is named; with the
    /// leaves, which are optional, also each row.
    ///
    /// - Parameter seals: a list of `{"agency_id", "block", "mac", "leaves"}`, the last two in hex.
    /// - Throws: `CityError` when a seal lacks something; a data exception of the server when it is something else.
    func problems(beside seals: JSONDocument, _ tx: inout Transaction) throws -> [AuditProblem] {
        try plainly(&tx) { tx in
            let others = try tx.all(
                """
                select x.agency_id, x.block, x.mac is null, s.block is null, decode(x.leaves, 'hex')
                from jsonb_to_recordset(\(seals)) x (agency_id integer, block integer, mac text, leaves text)
                left join only \(identifier: schema).audit_seal s on s.agency_id = x.agency_id and s.block = x.block
                where encode(s.mac, 'hex') is distinct from lower(x.mac)
                    or x.agency_id is null or x.block is null or x.mac is null
                order by x.agency_id, x.block
                """,
                as: (AgencyID?, Int32?, Bool, Bool, Bytes?).self
            )
            var problems: [AuditProblem] = []
            var named: Set<AgencyID> = []
            for (agency, block, lacksMac, isGone, leaves) in others {
                guard let agency, let block, !lacksMac else {
                    throw CityError(.auditSealIncomplete)
                }
                if named.insert(agency).inserted {
                    let count = others.count { $0.0 == agency }
                    let detail = Detail.exported(["count": .number(count)])
                    problems.append(AuditProblem(isGone ? "removed seal" : "other seal", agency, block, nil, detail))
                }
                problems += try self.problems(
                    of: agency,
                    inBlocks: "select \(block)::integer as block, \(leaves)::bytea as leaves",
                    &tx
                )
            }
            return problems
        }
    }

    // MARK: -

    /// What is said of a problem, by a text of `findings.csv`. What an event is, a statement says.
    enum Detail: String, CaseIterable {
        case replacedTable = "audit.replaced_table"
        case headlessEvents = "audit.headless_events"
        case laterSeals = "audit.later_seals"
        case unsealed = "audit.unsealed"
        case discontinued = "audit.discontinued"
        case mac = "audit.mac"
        case sealedTo = "audit.sealed_to"
        case exported = "audit.exported"

        func callAsFunction(_ arguments: [String: TextArgument] = [:]) -> Wording {
            TextCatalogue.findings.wording(rawValue, arguments)
        }
    }

    private struct Seal {
        let block: Int32
        let before: Bytes?
        let mac: Bytes?
        /// The mac computed from its columns.
        let computed: Bytes?
        /// True if there are as many leaves as events.
        let isWhole: Bool
    }

    private func seals(of agency: AgencyID, _ tx: inout Transaction) throws -> [Seal] {
        try tx.all(
            """
            select s.block, s.prev_mac, s.mac,
                sha256(
                    s.prev_mac || convert_to(
                        json_build_array(
                            'mutasi seal 1', s.agency_id, s.block, s.event_count, s.first_event_id, s.last_event_id,
                            case when isfinite(s.sealed_at) then (extract(epoch from s.sealed_at) * 1000000)::bigint end
                        )::text,
                        'UTF8'
                    ) || s.leaves
                ),
                coalesce(length(s.leaves) = 40 * s.event_count, false)
            from only \(identifier: schema).audit_seal s
            where s.agency_id = \(agency) order by s.block
            """,
            as: (Int32, Bytes?, Bytes?, Bytes?, Bool).self
        )
        .map { Seal(block: $0.0, before: $0.1, mac: $0.2, computed: $0.3, isWhole: $0.4) }
    }

    private func hasEvents(_ agency: AgencyID, _ tx: inout Transaction) throws -> Bool {
        try tx.one(
            "select exists (select from only \(identifier: schema).audit_event where agency_id = \(agency))",
            as: Bool.self
        )
    }

    /// Every block, with the leaves of its seal. The leaves are null without a seal, and empty where no event was ever
    /// due.
    private func blocks(of agency: AgencyID) -> SQL {
        """
        select s.block, s.leaves from only \(identifier: schema).audit_seal s where s.agency_id = \(agency)
        union all
        select e.block, case when e.block between 1 and h.block then null else ''::bytea end
        from (select distinct block from only \(identifier: schema).audit_event where agency_id = \(agency)) e
        left join only \(identifier: schema).audit_block h on h.agency_id = \(agency)
        where not exists (
            select from only \(identifier: schema).audit_seal s where s.agency_id = \(agency) and s.block = e.block
        )
        """
    }

    /// What is wrong with the events of blocks, beside their leaves: number and hash of each event, 8 and 32 bytes.
    /// Without leaves it can only tell whether an erasure was recorded.
    private func problems(of agency: AgencyID, inBlocks blocks: SQL, _ tx: inout Transaction) throws -> [AuditProblem] {
        try tx.all(
            """
            with block as (\(fragment: blocks)),
            erased as (
                select row_key from only \(identifier: schema).audit_event
                where agency_id = \(agency) and operation = 'erase' and table_name = 'audit_event'
            )
            select p.kind, \(agency)::integer, b.block, p.id, p.detail
            from block b
            cross join lateral (
                select coalesce(e.id, l.id) as id,
                    case
                        when e.id is null then 'removed row'
                        when b.leaves is not null and l.id is null or e.occurrence > 1 then 'inserted row'
                        when e.hash is distinct from l.hash and b.leaves is not null then 'changed row'
                        when (e.payload is null) <> (e.commitment is not null)
                            or (e.payload is null) <> (e.salt is null) then 'changed commitment'
                        when e.payload is null and not e.is_erased then 'unrecorded erasure'
                        when e.payload is not null and e.is_erased then 'undone erasure'
                    end as kind,
                    case when e.id is null then 'the seal has it' else e.detail end as detail
                from (
                    select e.audit_event_id as id, e.commitment, e.payload, e.salt,
                        row_number() over (partition by e.audit_event_id) as occurrence,
                        case when b.leaves is not null then \(fragment: Self.hash) end as hash,
                        jsonb_build_object('audit_event_id', e.audit_event_id) in (select row_key from erased)
                            as is_erased,
                        \(fragment: Self.detail) as detail
                    from only \(identifier: schema).audit_event e
                    where e.agency_id = \(agency) and e.block = b.block
                    offset 0
                ) e
                full join (
                    select ('x' || encode(substr(b.leaves, 40 * i + 1, 8), 'hex'))::bit(64)::bigint as id,
                        substr(b.leaves, 40 * i + 9, 32) as hash
                    from generate_series(0, coalesce(length(b.leaves), 0) / 40 - 1) i
                    offset 0
                ) l on l.id = e.id
            ) p
            where p.kind is not null
            order by b.block, p.id
            """
        )
    }

    private static let hash: SQL = """
        sha256(
            convert_to(
                json_build_array(
                    'mutasi audit 1', e.agency_id, e.audit_event_id, e.block,
                    case when isfinite(e.at) then (extract(epoch from e.at) * 1000000)::bigint end, e.actor, e.login,
                    e.role, e.request, e.purpose, e.operation, e.table_name, e.row_key
                )::text,
                'UTF8'
            ) || coalesce(sha256(uuid_send(e.salt) || convert_to(e.payload::text, 'UTF8')), e.commitment)
        )
        """

    /// Shows only the last four digits of a NIP.
    private static let detail: SQL = """
        regexp_replace(
            concat_ws(' ', e.operation, 'of', e.table_name, e.row_key, 'by', e.actor, 'at', e.at),
            '(?<![0-9])[0-9]{8} ?[0-9]{6} ?(?=[0-9] ?[0-9]{3}(?![0-9]))', '**************', 'g'
        )
        """

    /// Runs with only PostgreSQL's own functions and operators in the search path.
    private func plainly<Output>(_ tx: inout Transaction, _ body: (inout Transaction) throws -> Output) throws -> Output
    {
        let path = try tx.one("select pg_catalog.current_setting('search_path')", as: String.self)
        try tx.execute("set local search_path to pg_catalog, pg_temp")
        let output = try body(&tx)
        try tx.execute("select pg_catalog.set_config('search_path', \(path), true)")
        return output
    }
}
