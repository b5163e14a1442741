package org.plenum.web.api;

import org.plenum.command.Refusal;
import org.plenum.web.problem.Problem;

/** Ends the handling of a request with a problem. */
final class Refused extends RuntimeException {
    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail().en(), null, false, false);
        this.problem = problem;
    }

    Refused(Refusal refusal) {
        this(Problem.of(refusal));
    }

    Problem problem() {
        return problem;
    }
}
