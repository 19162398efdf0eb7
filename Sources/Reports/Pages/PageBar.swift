/// A bar in a table, beside a number that says the same.
struct PageBar {
    let part: Int
    let whole: Int

    var markup: Markup {
        let width = Scale(whole: whole, room: 1000).length(part)
        return """
            <svg aria-hidden="true" viewBox="0 0 1000 10" preserveAspectRatio="none">\
            <rect width="1000" height="10" fill="#e1e6ea"/><rect width="\(width)" height="10" fill="#1f5f99"/></svg>
            """
    }
}
