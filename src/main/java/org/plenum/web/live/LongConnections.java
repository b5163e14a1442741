package org.plenum.web.live;

import org.apache.coyote.http11.Http11NioProtocol;
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
        return factory -> {
            factory.setProtocol(Protocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("maxHttpResponseHeaderSize", Integer.toString(2 * BUFFER));
                connector.setProperty("socket.appReadBufSize", Integer.toString(BUFFER));
                connector.setProperty("socket.appWriteBufSize", Integer.toString(2 * BUFFER));
            });
        };
    }

    /** HTTP/1.1 as it is, with smaller buffers for what is answered: a longer answer is sent in more pieces. */
    public static final class Protocol extends Http11NioProtocol {
        @Override
        public int getDesiredBufferSize() {
            return BUFFER;
        }
    }
}
