package org.plenum.web.live;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps small what each connection holds in memory: thousands of screens stay connected for hours, each told a few bytes
 * now and then, and by default each would hold some 100 KB of buffers for it.
 */
@Configuration(proxyBeanMethods = false)
class LongConnections {
    private static final int BUFFER = 2 << 10;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setProperty("maxHttpResponseHeaderSize", Integer.toString(2 * BUFFER));
            connector.setProperty("socket.appReadBufSize", Integer.toString(BUFFER));
        });
    }
}
