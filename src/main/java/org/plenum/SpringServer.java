package org.plenum;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.plenum.cli.RunningServer;
import org.plenum.cli.ServerStarter;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.LedgerPlace;
import org.plenum.proof.notary.Notary;
import org.plenum.vocabulary.Bilingual;
import org.plenum.web.account.FirstAdministrator;
import org.plenum.web.security.PublicAddress;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the server on Spring Boot. The ledger is opened before it and closed after it. */
final class SpringServer implements ServerStarter {

    @Override
    public RunningServer start(LedgerPlace place, int port) throws PortTaken {
        var data = place.data();
        var ledger = place.open();
        try {
            // Before anything else is started: what stops the notary is said alone.
            Notary.check(ledger, data);
            var running = new Running(run(ledger, data, port), ledger);
            // A signal ends the process as orderly as a return does: requests first, then the ledger.
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "plenum-end"));
            return running;
        } catch (RuntimeException e) {
            ledger.close();
            if (isPortTaken(e)) {
                throw new PortTaken(port, e);
            }
            throw e;
        }
    }

    private static ConfigurableApplicationContext run(Ledger ledger, Path data, int port) {
        var application = new SpringApplication(PlenumApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton(LedgerConfiguration.BEAN, ledger));
        // As arguments, which go before the environment: a folder that was named there is not this ledger's.
        return application.run("--server.port=" + port, "--plenum.data=" + data);
    }

    private static boolean isPortTaken(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return true;
            }
        }
        return false;
    }

    private static final class Running implements RunningServer {
        private final ConfigurableApplicationContext context;
        private final Ledger ledger;
        private final CountDownLatch ended = new CountDownLatch(1);
        private final AtomicBoolean closing = new AtomicBoolean();

        Running(ConfigurableApplicationContext context, Ledger ledger) {
            this.context = context;
            this.ledger = ledger;
        }

        @Override
        public int port() {
            return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        }

        @Override
        public String address() {
            return context.getBean(PublicAddress.class).base().toString();
        }

        @Override
        public Ledger ledger() {
            return ledger;
        }

        @Override
        public List<Bilingual> notices() {
            return context.getBeanProvider(FirstAdministrator.class).stream()
                    .flatMap(first -> first.invitation().stream())
                    .toList();
        }

        @Override
        public void awaitEnd() throws InterruptedException {
            ended.await();
        }

        @Override
        public void close() {
            if (closing.compareAndSet(false, true)) {
                context.close();
                ledger.close();
                ended.countDown();
            }
        }
    }
}
