/// A handler that does not do the jobs of every schedule, and can say so before one is saved.
public protocol ScheduleChecking: JobHandler {
    /// - Throws: why it could not do the jobs of the schedule.
    func check(_ schedule: Schedule) throws(JobRefusal)
}
