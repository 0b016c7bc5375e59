package dev.rangefinder.kubernetes;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpoint;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Checks that services, routes and monitors lead to ports of existing pods. */
record Traffic(Installation installation, List<String> problems) {

    void check() {
        installation.all(Service.class).forEach(this::checkService);
        installation.all(HTTPRoute.class).forEach(this::checkRoute);
        installation.all(ServiceMonitor.class).forEach(this::checkMonitor);
        installation.all(PodMonitor.class).forEach(this::checkMonitor);
    }

    private void checkService(Service service) {
        String name = "Service " + service.getMetadata().getName();
        List<Pods> chosen = pods(service);
        if (chosen.isEmpty()) {
            problems.add(name + " selects no pods");
        }
        for (ServicePort port : service.getSpec().getPorts()) {
            chosen.stream()
                    .filter(pods -> pods.port(target(port)).isEmpty())
                    .forEach(pods -> problems.add(name + " leads to a port that " + pods.owner() + " does not have: "
                            + target(port).getValue()));
        }
    }

    private List<Pods> pods(Service service) {
        return installation.pods().stream()
                .filter(pods -> pods.match(service.getSpec().getSelector()))
                .toList();
    }

    private static IntOrString target(ServicePort port) {
        return Objects.requireNonNullElse(port.getTargetPort(), new IntOrString(port.getPort()));
    }

    private void checkRoute(HTTPRoute route) {
        route.getSpec().getRules().stream()
                .flatMap(rule -> rule.getBackendRefs().stream())
                .filter(backend -> !hasPort(backend))
                .forEach(backend ->
                        problems.add("HTTPRoute " + route.getMetadata().getName() + " leads to no service: "
                                + backend.getName() + ':' + backend.getPort()));
    }

    private boolean hasPort(HTTPBackendRef backend) {
        Optional<Service> service = installation.find(Service.class, backend.getName());
        return service.isPresent()
                && service.get().getSpec().getPorts().stream()
                        .anyMatch(port -> port.getPort().equals(backend.getPort()));
    }

    private void checkMonitor(ServiceMonitor monitor) {
        String name = "ServiceMonitor " + monitor.getMetadata().getName();
        Map<String, String> labels = monitor.getSpec().getSelector().getMatchLabels();
        List<Service> services = installation.all(Service.class).stream()
                .filter(service -> service.getMetadata().getLabels().entrySet().containsAll(labels.entrySet()))
                .toList();
        if (services.isEmpty()) {
            problems.add(name + " selects no service");
        }
        for (Endpoint endpoint : monitor.getSpec().getEndpoints()) {
            services.stream()
                    .filter(service -> service.getSpec().getPorts().stream()
                            .noneMatch(port -> port.getName().equals(endpoint.getPort())))
                    .forEach(service -> problems.add(name + " scrapes a port that Service "
                            + service.getMetadata().getName() + " does not have: " + endpoint.getPort()));
        }
    }

    private void checkMonitor(PodMonitor monitor) {
        String name = "PodMonitor " + monitor.getMetadata().getName();
        List<Pods> chosen = installation.pods().stream()
                .filter(pods -> pods.match(monitor.getSpec().getSelector().getMatchLabels()))
                .toList();
        if (chosen.isEmpty()) {
            problems.add(name + " selects no pods");
        }
        for (PodMetricsEndpoint endpoint : monitor.getSpec().getPodMetricsEndpoints()) {
            chosen.stream()
                    .filter(pods -> !pods.ports().containsKey(endpoint.getPort()))
                    .forEach(pods -> problems.add(
                            name + " scrapes a port that " + pods.owner() + " does not have: " + endpoint.getPort()));
        }
    }
}
