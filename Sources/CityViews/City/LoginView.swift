public import CityDatabase
import Personnel
public import Reports
import Texts

/// The logins of agencies as a table.
public enum LoginView {
    public static func table(_ logins: [AgencyLogin]) -> Table {
        Table(
            columns: [
                Table.Column("agency"), Table.Column("label"), Table.Column("role"), Table.Column("proof"),
                Table.Column("valid_through"), Table.Column("connections", alignment: .trailing),
                Table.Column("state", codes: .words("login")),
            ],
            rows: logins.map {
                [
                    .text($0.agency.description), .text($0.label), .text($0.role), proof($0.certificateName),
                    .optional($0.validThrough?.description), .integer($0.connectionLimit), .text($0.state.rawValue),
                ]
            }
        )
    }

    /// By what the server knows it: a password or a certificate.
    private static func proof(_ certificate: String?) -> Table.Cell {
        guard let certificate else { return .code("password", Message.loginProofPassword()) }
        let words = Message.loginProofCertificate(["name": .text(certificate)])
        return .code(words(.english), words)
    }
}
