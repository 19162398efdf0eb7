import Postgres
import Testing

@testable import CityDatabase

@Suite("Roles")
struct CityRoleTests {
    @Test("each line of the list is a separate role, bound by an expression that exists")
    func list() {
        let roles = CityRole.all
        #expect(roles.count == SchemaFile.roleList.split(separator: "\n").count - 1)
        #expect(Set(roles.map(\.word)).count == roles.count)
        let bindings = Set(SchemaFile.bindings.map(\.name))
        for role in roles {
            #expect(role.boundBy.map(bindings.contains) ?? true, "\(role.word)")
            #expect(Set(role.takenBy).isSubset(of: ["admin", "daemon"]), "\(role.word)")
            #expect(role.kind != .keeper || role.takenBy.isEmpty, "\(role.word)")
        }
        #expect(roles.filter { $0.kind == .owner }.map(\.word) == ["owner"])
    }

    @Test("each role that a program takes has its principal, and no other role has one")
    func principals() {
        let principals: [Principal] = [.agency(1), .personnel, .mover, .provisioner, .worker, .auditor, .owner]
        #expect(Set(principals.map(\.role)) == Set(CityRole.all.filter { !$0.takenBy.isEmpty }.map(\.word)))
        for principal in principals {
            #expect(principal.scope(in: .medan).role == Identifier("medan_\(principal.role)"))
        }
    }

    @Test("what the files need to know about roles is filled in everywhere")
    func bindings() {
        for file in SchemaFile.made.map(\.text) + SchemaFile.checks.map(\.text) {
            for name in SchemaFile.bindings.map(\.name) { #expect(!file.contains("{\(name)}"), "\(name)") }
        }
        #expect(SchemaFile.bound("{keepers}").contains("'{city}_guard'"))
    }
}
