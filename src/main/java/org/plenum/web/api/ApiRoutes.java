package org.plenum.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.json.JsonFault;
import org.plenum.json.MalformedText;
import org.plenum.language.Language;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Malformed;
import org.plenum.web.problem.Fault;
import org.plenum.web.problem.Problem;
import org.plenum.web.problem.ProblemType;
import org.plenum.web.security.NotPermittedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Finds the endpoint of a request; whatever goes wrong on the way is answered as a problem. */
final class ApiRoutes implements RouterFunction<ServerResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(ApiRoutes.class);
    private static final List<String> OURS = List.of("/api", "/problems");

    /** The endpoints of one address. */
    private record Resource(PathPattern pattern, Map<HttpMethod, Endpoint> endpoints) {
        @Nullable Endpoint endpoint(HttpMethod method) {
            return endpoints.get(method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method);
        }

        List<String> methods() {
            return endpoints.keySet().stream().map(HttpMethod::name).sorted().toList();
        }
    }

    private final RequestReader reader;
    private final Map<Integer, List<Resource>> resources = new HashMap<>();

    ApiRoutes(List<Endpoint> endpoints, RequestReader reader) {
        this.reader = reader;
        var byPath = new LinkedHashMap<String, Map<HttpMethod, Endpoint>>();
        for (var endpoint : endpoints) {
            var methods = byPath.computeIfAbsent(endpoint.path(), _ -> new LinkedHashMap<>());
            if (methods.put(endpoint.method(), endpoint) != null) {
                throw new IllegalStateException("two endpoints for " + endpoint.method() + " " + endpoint.path());
            }
        }
        byPath.forEach((path, methods) -> resources
                .computeIfAbsent(elements(PathContainer.parsePath(path)), _ -> new ArrayList<>())
                .add(new Resource(PathPatternParser.defaultInstance.parse(path), methods)));
    }

    @Override
    public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        var path = request.requestPath().pathWithinApplication();
        for (var resource : resources.getOrDefault(elements(path), List.of())) {
            var match = resource.pattern().matchAndExtract(path);
            if (match != null) {
                return Optional.of(asked -> handle(resource, match.getUriVariables(), asked));
            }
        }
        var ours = OURS.stream()
                .anyMatch(root -> path.value().equals(root) || path.value().startsWith(root + "/"));
        return ours ? Optional.of(ApiRoutes::unknown) : Optional.empty();
    }

    private ServerResponse handle(Resource resource, Map<String, String> variables, ServerRequest request) {
        var endpoint = resource.endpoint(request.method());
        if (endpoint == null) {
            return notAllowed(resource, request);
        }
        try {
            return reader.answer(endpoint, variables, request.servletRequest());
        } catch (Refused refused) {
            return problem(refused.problem(), request);
        } catch (Malformed refused) {
            return problem(impossible(refused), request);
        } catch (NotPermittedException notPermitted) {
            return problem(notPermitted(notPermitted), request);
        } catch (RuntimeException failed) {
            LOG.error("{} {} failed", request.method(), request.requestPath(), failed);
            return problem(internal(), request);
        }
    }

    private static ServerResponse notAllowed(Resource resource, ServerRequest request) {
        var allowed = resource.methods();
        var list = String.join(", ", allowed);
        var problem = Problem.of(
                ProblemType.METHOD_NOT_ALLOWED,
                new Bilingual("Questo indirizzo ammette: " + list + ".", "This address takes: " + list + "."),
                Map.of("allowed", allowed));
        return problem(problem, request, Map.of(HttpHeaders.ALLOW, list));
    }

    private static ServerResponse unknown(ServerRequest request) {
        return problem(
                Problem.of(ProblemType.NOT_FOUND, "Nessuna risorsa ha questo indirizzo.", "Nothing has this address."),
                request);
    }

    /** Parts that are each well formed and do not fit together. */
    private static Problem impossible(Malformed refused) {
        return Problem.of(List.of(Fault.inBody("", JsonFault.Kind.VALUE, named(refused))));
    }

    private static Bilingual named(Malformed refused) {
        var wrong = MalformedText.of(refused);
        return new Bilingual(refused.what() + ": " + wrong.it(), refused.what() + ": " + wrong.en());
    }

    private static Problem notPermitted(NotPermittedException e) {
        return Problem.of(
                ProblemType.NOT_PERMITTED,
                new Bilingual(
                        "%s non può dare questo comando.".formatted(e.person().display()),
                        "%s may not give this command.".formatted(e.person().display())),
                Map.of("command", e.command()));
    }

    private static Problem internal() {
        return Problem.of(
                ProblemType.INTERNAL,
                "Qualcosa non ha funzionato nel server; il motivo è nel suo registro.",
                "Something failed in the server; its log says what.");
    }

    private static ServerResponse problem(Problem problem, ServerRequest request) {
        return problem(problem, request, Map.of());
    }

    private static ServerResponse problem(Problem problem, ServerRequest request, Map<String, String> headers) {
        var language = Language.preferred(request.servletRequest().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return Reply.problem(problem, language, request.requestPath().value(), headers);
    }

    private static int elements(PathContainer path) {
        return path.elements().size();
    }

    @Override
    public String toString() {
        return resources.values().stream()
                .flatMap(List::stream)
                .map(resource -> resource.pattern().getPatternString())
                .collect(Collectors.joining(", "));
    }
}
