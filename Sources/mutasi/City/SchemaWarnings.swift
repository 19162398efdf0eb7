import Postgres
import Programs
import Synchronization
import Texts

/// What the server warns of while a schema is changed, such as rows of before that a new rule would refuse; each warning once.
final class SchemaWarnings: DatabaseObserver {
    private let said = Mutex<Set<String>>([])

    func observe(_ event: DatabaseEvent) {
        guard case .notice(let notice) = event, notice.severity == "WARNING",
            said.withLock({ $0.insert(notice.message).inserted })
        else { return }
        Terminal.say(Message.terminalWarning(["text": .text(notice.message)]), hint: notice.hint.map { Wording($0) })
    }
}
