package org.plenum.web.problem;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has whatever goes wrong before a request reaches anybody answered as a problem, too. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {
    /** What may still arrive of a body that was refused for its size, so that the sender can read why. */
    private static final int MOST_SWALLOWED = 64 << 20;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfErrorPages() {
        return factory -> {
            factory.addConnectorCustomizers(connector -> {
                // A slash in an identifier is for the endpoint to refuse, by name.
                connector.setEncodedSolidusHandling("passthrough");
                connector.setProperty("maxSwallowSize", Integer.toString(MOST_SWALLOWED));
            });
            factory.addContextCustomizers(context ->
                    ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemValve.class.getName()));
        };
    }
}
