import Texts

extension TalentReportPage {
    var fairnessSection: Markup {
        guard let fairness = report.fairness else { return "" }
        let heading = language.text("Kesetaraan antarkelompok", "Fairness between groups")
        let (shown, hiddenGroups) = visible(fairness.rows)
        let small = language.people(fairness.smallestGroup)
        let isHidden = shown.contains { $0.highPerformance == nil || $0.highPotential == nil }
        let hidden =
            isHidden
            ? language.text(
                "–: disembunyikan, karena jumlah pegawai di baliknya kurang dari \(small), atau akan membuka jumlah lain "
                    + "yang kurang dari itu.",
                "–: hidden, because the count behind it is below \(small), or would give away another one that is."
            ) : ""
        let left =
            hiddenGroups > 0
            ? language.text(
                "\(language.number(hiddenGroups)) kelompok lain terlalu kecil untuk ditampilkan.",
                "\(language.number(hiddenGroups)) other \(hiddenGroups == 1 ? "group is" : "groups are") too small to be shown."
            ) : ""
        let reading = language.text(
            "Perbedaan adalah pertanyaan, bukan bukti: kelompok juga berbeda dalam jabatan, umur, dan pendidikan.",
            "A difference is a question, not a proof: groups also differ in posts, ages and education."
        )
        guard !shown.isEmpty else {
            return """
                <section class="whole">
                <h2>\(heading)</h2>
                <p>\(language.text("Belum ada yang dapat dibandingkan.", "There is nothing to compare yet."))</p>
                </section>
                """
        }
        let rows = shown.indices.map { row($0, of: shown) }
        return """
            <section>
            <h2>\(heading)</h2>
            <table class="fairness">
            <thead><tr><th scope="col">\(language.text("Menurut", "By"))</th>\
            <th scope="col">\(language.text("Kelompok", "Group"))</th>\
            <th scope="col" class="n">\(language.text("Pegawai", "People"))</th>\
            <th scope="col" class="n">\(language.text("Kinerja di atas ekspektasi", "Performance above expectation"))</th>\
            <td></td><th scope="col" class="n">\(language.text("Potensial tinggi", "High potential"))</th>\
            <td></td></tr></thead>
            <tbody>
            \(rows)
            </tbody>
            </table>
            <p class="note">\(reading) \(hidden) \(left) \(fairness.note.map { $0(language) } ?? "")</p>
            </section>
            """
    }

    /// The groups of which something is shown, and how many others there are.
    private func visible(_ rows: [TalentReport.Fairness.Row]) -> ([TalentReport.Fairness.Row], Int) {
        let shown = rows.filter { $0.highPerformance != nil || $0.highPotential != nil }
        return (shown, rows.count - shown.count)
    }

    private func row(_ index: Int, of rows: [TalentReport.Fairness.Row]) -> Markup {
        let row = rows[index]
        let isFirst = index == 0 || rows[index - 1].kind != row.kind
        return """
            <tr><td>\(isFirst ? row.kind(language) : "")</td><th scope="row">\(row.group(language))</th>\
            <td class="n">\(number(row.people))</td>\(share(row.highPerformance))\(share(row.highPotential))</tr>
            """
    }

    private func share(_ share: Double?) -> Markup {
        let part = share.map { $0.isFinite ? Int((min(1, max(0, $0)) * 1000).rounded()) : 0 }
        let bar: Markup = part.map { PageBar(part: $0, whole: 1000).markup } ?? ""
        return """
            <td class="n">\(language.percent(share: share))</td><td class="bar short">\(bar)</td>
            """
    }
}
