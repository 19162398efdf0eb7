extension Page {
    /// Made for A4 first. Everything that carries meaning is text or an SVG shape, since browsers leave out backgrounds
    /// in print.
    static let style: Markup = """
        @page { size: A4; margin: 15mm 16mm 17mm; @bottom-right { content: counter(page) " / " counter(pages);
          font: 9pt Helvetica, Arial, sans-serif; color: #444c55; } }
        * { box-sizing: border-box; }
        html { font: 10pt/1.4 Helvetica, Arial, "Liberation Sans", sans-serif; color: #1a1a1a; background: #fff; }
        body { margin: 0; }
        main { max-width: 186mm; margin: 0 auto; padding: 8mm 4mm; }
        header { border-bottom: 1.5pt solid #1a1a1a; padding-bottom: 3mm; }
        header + section { margin-top: 5mm; }
        .city { margin: 0; font-size: 11pt; letter-spacing: .04em; text-transform: uppercase; }
        h1 { margin: 0 0 3mm; font: 600 20pt/1.2 Georgia, "Times New Roman", "Liberation Serif", serif; }
        h2 { margin: 0 0 2mm; font-size: 11.5pt; break-after: avoid; }
        dl, dd, figure, ul { margin: 0; padding: 0; }
        dt, .note, figcaption, .key span, footer li { color: #444c55; }
        .facts { display: flex; flex-wrap: wrap; gap: 1mm 9mm; }
        .facts dt { font-size: 9pt; }
        .key { display: grid; grid-template-columns: repeat(5, 1fr); margin: 4mm 0 6mm; }
        .key div { padding: 0 3mm; border-left: .75pt solid #b4bcc4; }
        .key div:first-child { padding-left: 0; border-left: 0; }
        .key dt { font-size: 9pt; }
        .key b { display: block; font-size: 17pt; line-height: 1.25; font-variant-numeric: tabular-nums; }
        .key span { display: block; font-size: 9pt; line-height: 1.3; }
        section { margin-bottom: 7mm; }
        .whole, figure, tr, footer { break-inside: avoid; }
        .city-figures { display: grid; grid-template-columns: 112mm 1fr; gap: 8mm; }
        svg { display: block; width: 100%; height: auto; }
        figcaption, .note { margin: 2mm 0 0; font-size: 9pt; line-height: 1.4; }
        .legend { display: flex; flex-wrap: wrap; gap: 0 3mm; margin-bottom: 1mm; }
        .legend span { white-space: nowrap; }
        .legend svg { display: inline; width: 14px; }
        table { width: 100%; border-collapse: separate; border-spacing: 0; font-size: 9pt; line-height: 1.3; }
        th, td { padding: 1mm 2mm 1mm 0; text-align: left; vertical-align: top; font-weight: 400;
          border-bottom: .5pt solid #d5dade; }
        thead th, thead td { font-size: 9pt; color: #444c55; border-bottom: 1pt solid #1a1a1a; vertical-align: bottom; }
        tr > :last-child { padding-right: 0; }
        .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding-left: 3mm; }
        .bar { width: 34mm; padding: 1.7mm 0 0 2mm; }
        .bar svg { height: 2.4mm; }
        .demo { margin: 0 0 2.5mm; padding: 1mm 2mm; border: 1pt solid #1a1a1a; font-size: 9pt; font-weight: 600; }
        .signature { display: flex; justify-content: space-between; gap: 12mm; font-size: 9pt; margin: 8mm 0 0; }
        .signature p { margin: 0; }
        .signature .demo { margin-top: 2mm; }
        .sign { width: 62mm; flex: none; }
        .sign .name { margin-top: 16mm; border-top: .75pt solid #1a1a1a; padding-top: .8mm; color: #444c55; }
        .sign .name + p { color: #444c55; }
        .not-counted { color: #444c55; }
        .total th, .total td { border-top: 1pt solid #1a1a1a; font-weight: 600; }
        .grid { display: grid; grid-template-columns: repeat(4, 1fr); gap: 4mm 5mm; margin-top: 3mm; }
        .grid figure { display: flex; flex-direction: column; justify-content: flex-end; }
        .grid figcaption { display: flex; justify-content: space-between; align-items: baseline; gap: 2mm;
          margin: 0 0 .8mm; color: #1a1a1a; }
        .grid figcaption span { white-space: nowrap; }
        .n + td:not(.n):not(.bar), .n + th:not(.n) { padding-left: 6mm; }
        .three .key { grid-template-columns: repeat(3, 1fr); margin: 2mm 0 0; }
        .upright { align-self: center; }
        .upright .key { grid-template-columns: 1fr; gap: 5mm; margin: 0; }
        .upright .key div { padding-left: 0; border-left: 0; }
        .line { display: block; }
        .axis th[scope=row] { width: 52mm; }
        .short.bar { width: 20mm; }
        .fairness thead .n { white-space: normal; width: 26mm; }
        .fairness td:first-child { width: 30mm; }
        .picture { margin: 4mm 0; }
        figure.narrow svg { max-width: 124mm; }
        figcaption p { margin: 0 0 .6mm; }
        .tables { display: grid; gap: 5mm 8mm; align-items: start; }
        .tables table { break-inside: avoid; }
        .tables th, .tables td { padding-top: .45mm; padding-bottom: .45mm; }
        .tables.beside { grid-template-columns: 3fr 2fr; }
        footer { border-top: .75pt solid #1a1a1a; padding-top: 3mm; }
        footer h2 { font-size: 9pt; margin-bottom: 1mm; }
        footer li { margin-left: 4mm; font-size: 9pt; line-height: 1.45; }
        @media print { main { max-width: none; padding: 0; } }
        @media screen and (max-width: 640px) { .key { grid-template-columns: repeat(2, 1fr); gap: 3mm 0; }
          .key div:nth-child(odd) { padding-left: 0; border-left: 0; } .city-figures { grid-template-columns: 1fr; }
          .city-figures svg { max-width: 112mm; }
          .city-figures figure + figure svg { max-width: 72mm; }
          .tables.beside { grid-template-columns: 1fr; }
          .grid { grid-template-columns: repeat(2, 1fr); } .coverage .bar, .coverage thead td { display: none; } }
        """
}
