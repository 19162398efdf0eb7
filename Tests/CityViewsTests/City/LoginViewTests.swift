import CityDatabase
import CityViews
import Postgres
import Reports
import Testing
import Texts

@Suite("Login view")
struct LoginViewTests {
    @Test("a login is known by a password, or by a certificate that is named")
    func logins() async throws {
        let logins = try await RowReader.all(
            """
            values ('dinkes', 'siasn', 'medan_agency_1_siasn', null, '2027-12-31'::date, 5::bigint, 'active'),
                ('dinkes', 'bridge', 'medan_agency_1_bridge', 'bridge.dinkes.example', null, 10, 'revoked')
            """,
            as: AgencyLogin.self
        )
        let table = LoginView.table(logins)
        #expect(
            table.rendered(as: .csv, width: nil) == """
                agency,label,role,proof,valid_through,connections,state
                dinkes,siasn,medan_agency_1_siasn,password,2027-12-31,5,active
                dinkes,bridge,medan_agency_1_bridge,certificate bridge.dinkes.example,,10,revoked
                """
        )
        let shown = table.rendered(as: .table, .indonesian, width: nil)
        #expect(shown.contains("sertifikat bridge.dinkes.example") && shown.contains("dicabut"))
    }
}
