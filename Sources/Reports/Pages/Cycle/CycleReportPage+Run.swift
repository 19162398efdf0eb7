import Texts

extension CycleReportPage {
    var runSection: Markup {
        guard !report.phases.isEmpty else { return "" }
        return """
            <section class="whole">
            <h2>\(text("Jalannya pengolahan", "The run"))</h2>
            <table>
            <thead><tr><th scope="col">\(text("Tahap", "Phase"))</th>\
            <th scope="col">\(text("Keadaan", "State"))</th>\
            <th scope="col" class="n">\(text("Pegawai", "People"))</th>\
            <th scope="col" class="n">\(text("Bagian kerja", "Chunks"))</th>\
            <th scope="col" class="n">\(text("Gagal", "Failures"))</th>\
            <th scope="col" class="n">\(text("Lama", "Duration"))</th>\
            <th scope="col" class="n">\(text("Pegawai per detik", "People per second"))</th></tr></thead>
            <tbody>
            \(report.phases.map(row))
            </tbody>
            </table>
            </section>
            """
    }

    private func row(_ phase: CycleReport.Phase) -> Markup {
        """
        <tr><th scope="row">\(title(phase.name))</th><td>\(state(phase.state))</td>\
        <td class="n">\(number(phase.people))</td><td class="n">\(number(phase.chunks))</td>\
        <td class="n">\(number(phase.failures))</td>\
        <td class="n">\(phase.seconds.map(language.duration) ?? "–")</td><td class="n">\(rate(phase))</td></tr>
        """
    }

    private func rate(_ phase: CycleReport.Phase) -> String {
        guard let seconds = phase.seconds, seconds > 0 else { return "–" }
        let rate = (Double(phase.people) / seconds).rounded()
        return rate < 1e15 ? number(Int(rate)) : "–"
    }

    private func title(_ phase: String) -> String {
        switch phase {
        case "open": text("Pembukaan", "Open")
        case "close": text("Penutupan", "Close")
        case "score": text("Penghitungan nilai", "Score")
        case "place": text("Pemetaan talenta", "Place")
        default: phase
        }
    }

    private func state(_ state: String) -> String {
        switch state {
        case "scheduled": text("terjadwal", "scheduled")
        case "waiting": text("menunggu", "waiting")
        case "running": text("berjalan", "running")
        case "done": text("selesai", "done")
        case "failed": text("gagal", "failed")
        default: state
        }
    }
}
