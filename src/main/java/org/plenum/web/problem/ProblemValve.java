package org.plenum.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.plenum.language.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells as a problem what the web server itself refuses, such as an address that is none. */
public final class ProblemValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            var language = Language.preferred(request.getHeader("Accept-Language"));
            var bytes = ProblemJson.write(Problem.ofStatus(status), language, String.valueOf(request.getRequestURI()));
            response.setContentType(ProblemJson.CONTENT_TYPE);
            response.setContentLength(bytes.length);
            var out = response.getReporter() == null ? null : response.getOutputStream();
            if (out != null) {
                out.write(bytes);
            }
            response.finishResponse();
        } catch (IOException gone) {
            LOG.debug("nobody is left to tell of {}", status, gone);
        }
    }
}
