import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Texts

struct ReconcileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Compare a file of SIASN or I-Mut with our records. Exit status 2 when something differs.",
        discussion: """
            Lists each difference with what would mend it. Nothing is changed; the reading is recorded. The header tells the \
            form of the file:

            rw_jabatan: the columns of 'mutasi import posts'. Of several rows of a person the newest that has begun is \
            compared: agency, unit, post, first day (TMT), number and date of the decree. Acting posts and vacant posts are \
            not compared.

            Export Data ASN: nip_baru, nama, jabatan_nama, tmt_jabatan; unor_id, unor_nama, kedudukan_hukum_id, \
            kedudukan_hukum_nama, if the file has them.

            I-Mut: nip, statusUsulan (SIASN's number or name of the status, 23 or Surat Keluar); jenisUsulan (39 to 64), \
            nomorPertek, tanggalPertek, if the file has them.

            Rows that cannot be read are listed by line and column, and the others are compared. With --agency the agency \
            compares its own people only: rows about people and units of other agencies are counted and passed over. With \
            --partial, people who are not in the file are not listed.

            Example:
              mutasi reconcile rw_jabatan.csv --format csv
              mutasi reconcile imut.csv --partial
            """
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var scope: AgencyOption
    @Argument(help: "The CSV file; - is standard input.", completion: .file(extensions: ["csv"])) var file: String
    @Flag(help: "The file holds only some people: do not list people who are not in it.") var partial = false

    func run() async throws {
        let city = try options.cityDatabase()
        let today = try await CityClock.today(in: city)
        let reach = try await scope.reach(in: city)
        let file = try ReconciliationFile(path: file == "-" ? "/dev/stdin" : file, asOf: today)
        let report = try await Reconciler(city).compare(file, in: reach, today: today, isPartial: partial)
        output.print(ReconciliationView.table(report.differences, unreadable: file.unreadable))
        let count = report.differences.count + file.unreadable.count
        Terminal.say(
            Message.reconcileCompared(["people": .number(report.people), "differences": .number(count)])
        )
        if report.foreign > 0 { Terminal.say(Message.reconcileForeign(["count": .number(report.foreign)])) }
        if file.blank > 0 { Terminal.say(Message.importBlank(["count": .number(file.blank)])) }
        if count > 0 { throw Stop(.found) }
    }
}
