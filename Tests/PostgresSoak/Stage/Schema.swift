import TestSupport

/// The tables that the soak works on.
enum Schema {
    static let login = "soak"
    static let items = 5000
    static let accounts = 20
    static let pairs = 6
    static let openingBalance = 1000

    static func body(_ item: Int) -> String { "item-\(item)" }
    static func checksum(_ item: Int) -> Int { item * 7919 % 104_729 }

    static func make(on server: ScratchServer) async throws {
        try await server.run("create role \(login) login")
        try await server.run(
            """
            grant create on schema public to \(login);
            set role \(login);
            create table soak_item (id int4 primary key, body text not null, checksum int8 not null);
            insert into soak_item select n, 'item-' || n, n::int8 * 7919 % 104729 from generate_series(1, \(items)) n;
            create table soak_account (id int4 primary key, balance int8 not null);
            insert into soak_account select n, \(openingBalance) from generate_series(1, \(accounts)) n;
            create table soak_pair (id int4 primary key, n int8 not null);
            insert into soak_pair select n, 0 from generate_series(1, \(pairs)) n;
            create table soak_ledger (id int8 not null, task int4 not null);
            create index on soak_ledger (id);
            create table soak_shape (id int4 primary key, note text);
            insert into soak_shape select n, 'note-' || n from generate_series(1, 10) n;
            create table soak_copy (nonce int8, n int4, amount int8, body text);
            create table soak_part (nonce int8, n int4, unique (nonce, n));
            """
        )
    }
}
