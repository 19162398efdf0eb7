extension Stop {
    /// What a program itself refuses, besides the codes of `CityError`. Each has its row in `errors.csv` of `Texts`.
    public enum Code: String, CaseIterable, Sendable {
        // MARK: What the programs refuse
        case languageUnknown = "language.unknown"
        case languageUnknownVariable = "language.unknown_variable"
        case confirmationMissing = "confirmation.missing"
        case cityName = "city.name"
        case textControl = "text.control"
        case nipInvalid = "nip.invalid"
        case mergerToCome = "merger.to_come"
        case cycleDatesOrder = "cycle.dates_order"
        case cycleBehind = "cycle.behind"
        case cycleFailed = "cycle.failed"
        case runSubjectUnknown = "run.subject_unknown"
        case runFailed = "run.failed"
        case scheduleRule = "schedule.rule"
        case scheduleInvalid = "schedule.invalid"
        case scheduleAnchor = "schedule.anchor"
        case scheduleNoOccurrence = "schedule.no_occurrence"
        case scheduleFromFuture = "schedule.from_future"
        case importListsSame = "import.lists_same"
        case importListIsFile = "import.list_is_file"
        case importRejected = "import.rejected"
        case importWouldReject = "import.would_reject"
        case holidayFileHeader = "holiday_file.header"
        case holidayFileRows = "holiday_file.rows"
        case rulesFileUnreadable = "rules_file.unreadable"
        case rulesFileRefused = "rules_file.refused"
        case sealFileUnreadable = "seal_file.unreadable"
        case sealFileEmpty = "seal_file.empty"
        case rowsUnreadable = "rows.unreadable"
        case demoOther = "demo.other"
        case demoImport = "demo.import"
        case demoDaemonMissing = "demo.daemon_missing"
        case demoDaemonFailed = "demo.daemon_failed"
        case settingsInvalid = "settings.invalid"
        case probeInvalid = "probe.invalid"
        case actorControl = "actor.control"

        // MARK: Output and files
        case outputFolder = "output.folder"
        case outputRefused = "output.refused"
        case outputStandard = "output.standard"
        case fileRefused = "file.refused"

        // MARK: CSV
        case csvInvalidUtf8 = "csv.invalid_utf8"
        case csvInvalidUtf16 = "csv.invalid_utf16"
        case csvFieldTooLong = "csv.field_too_long"
        case csvTooManyFields = "csv.too_many_fields"
        case csvUnterminatedQuote = "csv.unterminated_quote"
        case csvStrayQuote = "csv.stray_quote"
        case csvStrayReturn = "csv.stray_return"
        case csvEmpty = "csv.empty"
        case csvDocument = "csv.document"
        case csvUnreadable = "csv.unreadable"

        // MARK: Ends
        case programInterrupted = "program.interrupted"
        case programBug = "program.bug"
    }
}
