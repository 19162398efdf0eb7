import Personnel
import Postgres
import Texts

extension Transfers {
    /// What came of a file of transfers: numbers, or else problems.
    public struct Imported: Sendable, Hashable {
        /// Of the cases, in the order of the rows; empty where there are problems.
        public let numbers: [String]
        /// By line; nothing is kept where there are any.
        public let problems: [ImportFinding]
    }

    /// Plans all transfers of a file, or none: one bad row keeps all of them out.
    ///
    /// - Parameter dryRun: does everything, keeps nothing.
    /// - Throws: `CityError` for a batch that does not exist, or what the rows alone cannot tell.
    public func plan(
        _ file: TransferPlanFile,
        by: String,
        batch: String?,
        dryRun: Bool = false
    ) async throws -> Imported {
        let found = try await places(of: file.rows)
        var (problems, plans): ([ImportFinding], [TransferPlan]) = (file.problems, [])
        for (row, place) in zip(file.rows, found) {
            func reject(_ column: String, _ problem: ImportProblem, _ arguments: [String: TextArgument] = [:]) {
                problems.append(ImportFinding(line: row.line, column: column, problem, arguments))
            }
            let before = problems.count
            if !place.serves { reject("nip", .personNowhere) }
            if let open = place.open { reject("nip", .transferOpen, ["number": .text(open)]) }
            if !place.hasAgency {
                reject("perangkatDaerah", .agencyUnknown)
            } else if place.post == nil {
                row.post == nil ? reject("namaJabatan", .unknownPost) : reject("jabatan", .postNumberUnknown)
            } else if place.isHeld {
                reject(row.post == nil ? "namaJabatan" : "jabatan", .seatHeldAlready)
            }
            guard problems.count == before, let post = place.post else { continue }
            plans.append(
                TransferPlan(
                    nip: row.nip,
                    agency: row.agency,
                    post: post,
                    basis: row.basis,
                    cause: row.cause,
                    reason: row.reason,
                    day: row.day
                )
            )
        }
        guard problems.isEmpty else {
            return Imported(numbers: [], problems: problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return Imported(numbers: try await plan(plans, by: by, batch: batch, dryRun: dryRun), problems: [])
    }

    /// What the database knows of a row.
    private struct Place: Sendable, RowDecodable {
        let serves: Bool
        let hasAgency: Bool
        let post: Int64?
        /// Whether the person holds the post now.
        let isHeld: Bool
        /// The number of an open case.
        let open: String?

        init(_ row: borrowing Row) throws(PostgresError) {
            (serves, hasAgency, post, isHeld, open) = try row.decode()
        }
    }

    private func places(of rows: [TransferPlanFile.Row]) async throws -> [Place] {
        let (nips, agencies) = (rows.map(\.nip.text), rows.map(\.agency.description))
        let posts = rows.map { $0.post ?? -1 }
        let (titles, units) = (rows.map { $0.title ?? "" }, rows.map { $0.unit ?? "" })
        return try await city.transaction(as: .personnel, options: .reading) { tx in
            try tx.all(
                """
                select s.employment_id is not null, h.agency_id is not null, t.post_id,
                    exists (
                        select from assignment a
                        where a.agency_id = s.agency_id and a.employment_id = s.employment_id and a.kind = 'definitive'
                            and a.valid @> city_day(now()) and a.agency_id = h.agency_id and a.post_id = t.post_id
                    ),
                    (
                        select c.number from transfer_case c
                        where c.agency_id = s.agency_id and c.employment_id = s.employment_id
                            and c.state in (select from_state from transfer_step where step in ('cancel', 'revoke'))
                        limit 1
                    )
                from unnest(\(nips), \(agencies), \(posts), \(titles), \(units)) with ordinality
                    r (nip, agency, post, title, unit, n)
                left join agency h on h.code = r.agency
                left join lateral (
                    select e.agency_id, e.employment_id
                    from person p
                    join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
                        and upper_inf(e.valid) and lower(e.valid) <= city_day(now())
                    where p.nip = r.nip
                    limit 1
                ) s on true
                left join lateral (
                    select o.post_id
                    from post o
                    join org_unit u on u.agency_id = o.agency_id and u.org_unit_id = o.org_unit_id
                    where o.agency_id = h.agency_id and (
                        o.post_id = r.post
                        or r.post = -1 and lower(o.title) = lower(r.title) and u.siasn_id = r.unit
                    )
                    order by o.post_id limit 1
                ) t on true
                order by r.n
                """
            )
        }
    }
}
