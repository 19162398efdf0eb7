import Texts

extension TalentReportPage {
    var basesSection: Markup {
        guard let bases = report.bases else { return "" }
        let levels = [
            language.text("Di bawah ekspektasi", "Below expectation"),
            language.text("Sesuai ekspektasi", "As expected"),
            language.text("Di atas ekspektasi", "Above expectation"),
        ]
        let heads = levels.map { "<th scope=\"col\" class=\"n\">\($0)</th>" as Markup }
        let rows = [
            (language.text("Menurut predikat", "By the rating"), bases.byRating),
            (language.text("Menurut nilai", "By the score"), bases.byScore),
        ]
        .map { name, counts -> Markup in
            """
            <tr><th scope="row">\(name)</th>\(counts.map { "<td class=\"n\">\(number($0))</td>" as Markup })</tr>

            """
        }
        let inForce =
            bases.isRating
            ? language.text(
                "Peta talenta memakai tingkat kinerja menurut predikat; nilai mengurutkan pegawai di dalam tingkatnya.",
                "The talent map takes the level of performance from the rating; the score ranks people within the level."
            )
            : language.text(
                "Peta talenta memakai tingkat kinerja menurut nilai, bila seluruh sumbu kinerja diketahui.",
                "The talent map takes the level of performance from the score where the whole performance axis is known."
            )
        var differing = ""
        if let lower = bases.lower, let higher = bases.higher {
            differing = language.text(
                "Menurut nilai, tingkatnya lebih rendah bagi \(language.people(lower)) "
                    + "dan lebih tinggi bagi \(language.people(higher)).",
                "By the score the level is lower for \(language.people(lower)) and higher for \(language.people(higher))."
            )
        }
        let isHidden = (bases.byRating + bases.byScore).contains(nil)
        let hidden = language.text(
            "–: disembunyikan, karena jumlahnya kurang dari \(language.people(bases.smallestGroup)) "
                + "atau dapat mengungkap jumlah lain.",
            "–: hidden, because the count is below \(language.people(bases.smallestGroup)) or would reveal another."
        )
        return """
            <section class="whole">
            <h2>\(language.text("Tingkat kinerja menurut predikat dan menurut nilai", "Performance by rating and by score"))</h2>
            <table class="bases">
            <thead><tr><th scope="col">\(language.text("Pegawai", "People"))</th>\(heads)</tr></thead>
            <tbody>
            \(rows)\
            </tbody>
            </table>
            <p class="note">\(inForce) \(differing) \(isHidden ? hidden : "")</p>
            </section>
            """
    }
}
