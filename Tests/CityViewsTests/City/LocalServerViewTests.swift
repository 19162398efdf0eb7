import CityViews
import Reports
import Testing
import Texts

@Suite("Local server view")
struct LocalServerViewTests {
    @Test("a running server has a process and a URI, another has none")
    func states() {
        let running = LocalServerView.table(state: "running", process: 7, directory: "/tmp/x", uri: "postgresql:///m")
        #expect(
            running.rendered(as: .csv, width: nil) == "state,pid,directory,uri\nrunning,7,/tmp/x,postgresql:///m"
        )
        let stopped = LocalServerView.table(state: "stopped", process: nil, directory: "/tmp/x", uri: "postgresql:///m")
        #expect(stopped.rendered(as: .csv, width: nil) == "state,pid,directory,uri\nstopped,,/tmp/x,")
        #expect(stopped.rendered(as: .table, .indonesian, width: nil).contains("berhenti"))
    }
}
