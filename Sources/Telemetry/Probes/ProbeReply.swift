/// What is answered to a request, whatever carries it.
struct ProbeReply {
    var status: Int
    var phrase: String
    var contentType = "text/plain; charset=utf-8"
    var allow: String?
    var body: String

    /// - Parameters:
    ///   - method: in capitals, as it was sent.
    ///   - path: without a query.
    init(method: String, path: String, health: Health, registry: PrometheusRegistry) {
        let isKnown = ["/live", "/ready", "/metrics"].contains(path)
        if !isKnown {
            self.init(404, "Not Found", "there is /live, /ready and /metrics\n")
        } else if method != "GET", method != "HEAD" {
            self.init(405, "Method Not Allowed", "only GET and HEAD\n")
            allow = "GET, HEAD"
        } else if path == "/metrics" {
            self.init(200, "OK", registry.rendered())
            contentType = PrometheusRegistry.contentType
        } else if path == "/live" {
            self.init("live", health.liveness)
        } else {
            self.init("ready", health.readiness)
        }
    }

    /// To what is not looked at any further.
    init(_ flaw: ProbeRequest.Flaw) {
        switch flaw {
        case .malformed(let reason): self.init(400, "Bad Request", "not a request of HTTP: \(reason)\n")
        case .late: self.init(408, "Request Timeout", "the request did not come in time\n")
        case .body: self.init(413, "Content Too Large", "a probe has no body\n")
        case .targetTooLong:
            self.init(414, "URI Too Long", "the first line has more than \(ProbeRequest.Limit.requestLine) bytes\n")
        case .headersTooLarge:
            self.init(
                431,
                "Request Header Fields Too Large",
                """
                at most \(ProbeRequest.Limit.headers) headers, \(ProbeRequest.Limit.headerLine) bytes each, \
                \(ProbeRequest.Limit.head) in all

                """
            )
        case .version: self.init(505, "HTTP Version Not Supported", "only HTTP/1.1 and 1.0\n")
        }
    }

    private init(_ status: Int, _ phrase: String, _ body: String) {
        self.status = status
        self.phrase = phrase
        self.body = body
    }

    private init(_ state: String, _ verdict: Verdict) {
        if verdict.isGood {
            self.init(200, "OK", "\(state)\n")
        } else {
            let problems = verdict.problems.map { "\($0)\n" }.joined()
            self.init(503, "Service Unavailable", "not \(state)\n" + problems)
        }
    }

    /// As it is sent. Each connection has one answer.
    ///
    /// - Parameter hasBody: false tells the length only, as an answer to `HEAD` does.
    func bytes(hasBody: Bool) -> [UInt8] {
        var head = """
            HTTP/1.1 \(status) \(phrase)\r
            Content-Type: \(contentType)\r
            Content-Length: \(body.utf8.count)\r
            Cache-Control: no-store\r
            Connection: close\r

            """
        if let allow { head += "Allow: \(allow)\r\n" }
        return Array((head + "\r\n" + (hasBody ? body : "")).utf8)
    }
}
