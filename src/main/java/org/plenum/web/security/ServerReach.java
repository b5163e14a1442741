package org.plenum.web.security;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the server is reached: by TLS of its own, or through a proxy whose word is taken for who calls and how. */
@Configuration(proxyBeanMethods = false)
class ServerReach {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tls(
            @Value("${plenum.tls.certificate:}") String certificate, @Value("${plenum.tls.key:}") String key) {
        if (certificate.isBlank() != key.isBlank()) {
            throw new IllegalStateException("PLENUM_TLS_CERTIFICATE and PLENUM_TLS_KEY go together: two PEM files");
        }
        return factory -> {
            if (!certificate.isBlank()) {
                var ssl = new Ssl();
                ssl.setCertificate(certificate);
                ssl.setCertificatePrivateKey(key);
                factory.setSsl(ssl);
            }
        };
    }

    /** Without a proxy named, what a request says of who sent it is not believed. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> proxy(@Value("${plenum.proxy:}") String proxies) {
        return factory -> {
            if (!proxies.isBlank()) {
                var valve = new RemoteIpValve();
                valve.setInternalProxies(Arrays.stream(proxies.split(","))
                        .map(String::strip)
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|")));
                valve.setRemoteIpHeader("X-Forwarded-For");
                valve.setProtocolHeader("X-Forwarded-Proto");
                valve.setHostHeader("X-Forwarded-Host");
                valve.setPortHeader("X-Forwarded-Port");
                factory.addEngineValves(valve);
            }
        };
    }
}
