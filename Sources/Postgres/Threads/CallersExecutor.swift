/// Lets callers go on where their transaction was, without a way between threads; where there is no such place, on Swift's own threads.
final class CallersExecutor: TaskExecutor {
    static let shared = CallersExecutor()

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        // What a task starts beside itself must not wait for it.
        if let occupant = ThreadOccupant.current, ThreadOccupant.isLeaving, occupant.invite(job) { return }
        globalConcurrentExecutor.enqueue(ExecutorJob(job))
    }
}
