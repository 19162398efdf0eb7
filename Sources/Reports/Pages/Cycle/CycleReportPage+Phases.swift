import Texts

extension CycleReportPage {
    var phaseSection: Markup {
        guard !report.phases.isEmpty else { return "" }
        return """
            <section class="whole">
            <h2>\(text("Tahapan siklus", "Phases of the cycle"))</h2>
            <table>
            <thead><tr><th scope="col">\(text("Tahap", "Phase"))</th>\
            <th scope="col">\(text("Tanggal", "Day"))</th>\
            <th scope="col">\(text("Keadaan", "State"))</th>\
            <th scope="col" class="n">\(text("Pegawai", "People"))</th>\
            <th scope="col" class="n">\(text("Perlu ditangani", "To be handled"))</th></tr></thead>
            <tbody>
            \(report.phases.map(row))
            </tbody>
            </table>
            </section>
            """
    }

    private func row(_ phase: CycleReport.Phase) -> Markup {
        """
        <tr><th scope="row">\(word(phase.name, of: .words("phase_title")))</th><td>\(language.date(phase.due))</td>\
        <td>\(word(phase.state, of: .words("run")))</td>\
        <td class="n">\(number(phase.people))</td><td class="n">\(number(phase.failures))</td></tr>
        """
    }

    /// A phase or a state that a program of another version wrote stays as it is.
    private func word(_ code: String, of codes: Table.Codes) -> String { codes.wording(of: code)?(language) ?? code }
}
