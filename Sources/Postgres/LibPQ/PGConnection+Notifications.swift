import CLibPQ
import Glibc

extension PGConnection {
    /// The notifications that have arrived, in order.
    func takeNotifications() -> [Notification] {
        var notifications: [Notification] = []
        while let notify = unsafe PQnotifies(pointer) {
            defer { unsafe PQfreemem(notify) }
            notifications.append(
                Notification(
                    channel: Channel(unsafe String(cString: notify.pointee.relname)),
                    payload: unsafe String(cString: notify.pointee.extra),
                    processID: unsafe notify.pointee.be_pid
                )
            )
        }
        return notifications
    }

    func waitForInput(_ deadline: Deadline) -> Wait {
        waitOnSocket(for: CShort(POLLIN), deadline, until: signal)
    }

    func consumeInput() throws(PostgresError) {
        guard unsafe PQconsumeInput(pointer) == 1, unsafe PQstatus(pointer) == CONNECTION_OK else { throw lost() }
    }
}
