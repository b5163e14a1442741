package org.plenum.audit;

import java.io.OutputStream;
import org.plenum.document.LogHead;
import org.plenum.document.ReportJson;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.projection.report.SessionFold;
import org.plenum.proof.checkpoint.Checkpoint;

/** The retelling that the report is made of. */
public final class ReportRetelling implements Retelling {
    private final SessionFold fold = new SessionFold();

    @Override
    public void apply(Recorded<SessionEvent> recorded) {
        fold.apply(recorded);
    }

    @Override
    public void report(Checkpoint head, OutputStream to) {
        ReportJson.report(fold.view(), new LogHead(head.size(), head.root().base64()), to);
    }
}
